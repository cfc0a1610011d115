"""The catalogue of sentences: what the code says, what locale/ translates, and what lies between.

`uv run python -m tests.catalogue` gathers the sentences of the code into locale/zh_CN/LC_MESSAGES/planner.po and keeps
the translations it holds; files of `English<TAB>Chinese` lines given as arguments are merged in, their newlines written
\\n.
"""

import string
import sys
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_file
from babel.messages.pofile import read_po, write_po

from tests.project import ROOT, calls_of, literal, page_sources, relative, room_sources, syntax

CATALOGUE = ROOT / "locale" / "zh_CN" / "LC_MESSAGES" / "planner.po"
MARKERS = ("N_", "say")
HEADER = r"""# Chinese sentences of the planner, gathered by `uv run python -m tests.catalogue`.
# Translate here and keep every {name} as it is.
msgid ""
msgstr ""
"Language: zh_CN\n"
"Content-Type: text/plain; charset=utf-8\n"

"""


def speaking_sources() -> list[Path]:
    """The files whose sentences people read."""
    return [path for path in (*room_sources(), *page_sources()) if path.exists()]


def extracted_sentences() -> dict[str, list[str]]:
    """Each sentence that Babel finds, with the places `file:line` that say it."""
    found: dict[str, list[str]] = {}
    for path in speaking_sources():
        for line, sentence, _, _ in extract_from_file("python", path, keywords=dict.fromkeys(MARKERS)):
            if isinstance(sentence, str) and sentence:
                found.setdefault(sentence, []).append(f"{relative(path)}:{line}")
    return found


def marked_literals() -> dict[str, list[str]]:
    """Each literal inside a marker as the syntax tree has it: Babel does not see into f-strings."""
    found: dict[str, list[str]] = {}
    for path in speaking_sources():
        for marker in MARKERS:
            for call in calls_of(marker, syntax(path)):
                sentence = literal(call.args[0]) if call.args else None
                if sentence:
                    found.setdefault(sentence, []).append(f"{relative(path)}:{call.lineno}")
    return found


def held_catalogue() -> Catalog:
    """The Chinese catalogue as the repository holds it, empty where there is none."""
    if not CATALOGUE.exists():
        return Catalog(locale="zh_CN")
    with CATALOGUE.open("rb") as source:
        return read_po(source, locale="zh_CN")


def translations() -> dict[str, str]:
    """English sentence to Chinese sentence, '' where the translation is missing or marked fuzzy."""
    return {str(item.id): "" if item.fuzzy else str(item.string) for item in held_catalogue() if item.id}


def placeholders(sentence: str) -> frozenset[str]:
    """The {names} of a sentence.

    Raises:
        ValueError: where its braces do not match.
    """
    return frozenset(name for _, name, _, _ in string.Formatter().parse(sentence) if name is not None)


def gaps() -> list[str]:
    """What is missing, left over or wrongly filled in, each with the place that says it."""
    said, held = extracted_sentences(), translations()
    missing = [f"{said[key][0]}: no Chinese for {key!r}" for key in sorted(said) if not held.get(key)]
    stale = [f"{relative(CATALOGUE)}: nobody says {key!r} any more" for key in sorted(held.keys() - said.keys())]
    return [*missing, *_wrong_placeholders(said, held), *stale]


def _wrong_placeholders(said: dict[str, list[str]], held: dict[str, str]) -> Iterator[str]:
    for sentence in sorted(key for key in said if held.get(key)):
        names, translated = placeholders(sentence), placeholders(held[sentence])
        if names != translated:
            yield f"{said[sentence][0]}: {sorted(names)} became {sorted(translated)} in {held[sentence]!r}"


def renewed(extra: dict[str, str]) -> bytes:
    """The catalogue of exactly the sentences said, sorted, with every translation known."""
    known = {**translations(), **{key: value for key, value in extra.items() if value}}
    catalogue = Catalog(locale="zh_CN")
    for sentence in extracted_sentences():
        catalogue.add(sentence, known.get(sentence, ""))
    written = BytesIO()
    write_po(written, catalogue, width=0, sort_output=True, omit_header=True)
    return HEADER.encode() + written.getvalue()


def read_pairs(path: Path) -> dict[str, str]:
    """English to Chinese from lines `English<TAB>Chinese`."""
    lines = (line.replace("\\n", "\n").split("\t") for line in path.read_text("utf-8").split("\n") if "\t" in line)
    return {english: chinese for english, chinese, *_ in lines}


def main(arguments: list[str]) -> int:
    """Writes the catalogue anew and tells what is still missing."""
    extra: dict[str, str] = {}
    for name in arguments:
        extra.update(read_pairs(Path(name)))
    CATALOGUE.parent.mkdir(parents=True, exist_ok=True)
    CATALOGUE.write_bytes(renewed(extra))
    print(*gaps(), f"{len(translations())} sentences in {relative(CATALOGUE)}", sep="\n")
    return 1 if gaps() else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
