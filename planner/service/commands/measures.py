"""Commands of measures in free text: read one, check a file of labelled phrases."""

from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, Any

import typer

from planner.errors import Finding, Place, finding
from planner.measures import (
    Comparison,
    Reading,
    Statement,
    Unread,
    Verdict,
    compare_phrase,
    head_of,
    meaning_of,
    read_text,
)
from planner.service.commands.options import JsonOption
from planner.service.console import finding_json, print_findings, print_json, print_text, speak
from planner.service.phrase_files import meaning_json, read_phrases
from planner.terms import N_, Level, Phrasebook

__all__ = ["measures_app"]

STOPPED = 1
measures_app = typer.Typer(help="Measures written as free text: what they say.", no_args_is_help=True)


@measures_app.command("check")
def check(
    file: Annotated[Path, typer.Argument(help="Phrases with their meaning, one JSON object a line.")],
    as_json: JsonOption = False,
) -> None:
    """Read every phrase of a file and compare it with the meaning written beside it."""
    compared = [compare_phrase(item) for item in read_phrases(file)]
    counts = Counter(item.verdict for item in compared)
    if as_json:
        print_json({"file": file.name, **_summary(compared), "results": [_comparison_json(item) for item in compared]})
    else:
        _tell(file.name, compared, speak())
    if counts[Verdict.WRONG]:
        raise typer.Exit(STOPPED)


@measures_app.command("read")
def read(
    text: Annotated[str, typer.Argument(help="The words of a measure.")],
    industry: Annotated[str, typer.Option("--industry", help="Whose measure it is; repeated in the answer.")] = "",
    level: Annotated[Level | None, typer.Option("--level", help="Level that it is filed for; repeated.")] = None,
    as_json: JsonOption = False,
) -> None:
    """Read one text; what cannot be read is a finding."""
    reading, phrasebook = read_text(text), speak()
    findings = tuple(_finding(item) for item in reading.unread)
    if as_json:
        found = [finding_json(item, phrasebook) for item in findings]
        context = {"industry": industry, "level": str(level or "")}
        print_json({"text": text, **context, **_reading_json(reading), "findings": found})
    else:
        for item in reading.statements:
            print_text(_statement_text(item))
        print_findings(findings, phrasebook)
    if findings:
        raise typer.Exit(STOPPED)


def _finding(unread: Unread) -> Finding:
    if not unread.in_the_way:
        return finding("measures.text.says_nothing", phrase=unread.phrase, value=unread.phrase)
    return finding(
        "measures.text.unread",
        where=Place(),
        phrase=unread.phrase,
        in_the_way=unread.in_the_way,
        value=unread.phrase,
    )


def _summary(compared: Sequence[Comparison]) -> dict[str, Any]:
    """Counts and shares; phrases whose label is ambiguous are counted beside them as well."""
    counts = Counter(item.verdict for item in compared)
    doubtful = Counter(item.verdict for item in compared if item.labelled.ambiguous)
    whole = {str(verdict): counts[verdict] for verdict in Verdict}
    return {
        "phrases": len(compared),
        **whole,
        "right_share": counts[Verdict.RIGHT] / len(compared),
        "ambiguous": {str(verdict): doubtful[verdict] for verdict in Verdict},
    }


def _comparison_json(item: Comparison) -> dict[str, Any]:
    return {
        "row": item.labelled.row,
        "phrase": item.labelled.phrase,
        "verdict": str(item.verdict),
        "ambiguous": item.labelled.ambiguous,
        "differences": list(item.differences),
        "label": [meaning_json(meaning) for meaning in item.labelled.meanings],
        **_reading_json(item.reading),
    }


def _reading_json(reading: Reading) -> dict[str, Any]:
    """The meaning of a text: `meaning` by its leading statement, null unless all was read; then every statement."""
    head = head_of(reading) if reading.is_read else None
    return {
        "read": reading.is_read,
        "meaning": meaning_json(meaning_of(head)) if head else None,
        "statements": [_statement_json(item) for item in reading.statements],
        "unread": [{"phrase": item.phrase, "in_the_way": item.in_the_way} for item in reading.unread],
    }


def _statement_json(item: Statement) -> dict[str, Any]:
    return {
        **meaning_json(meaning_of(item)),
        "phrase": item.phrase,
        "base": str(item.base),
        "lines": list(item.line_ids),
        "keep_n": item.keep_count,
        "exceptions": list(item.exceptions),
        "levels": list(item.levels),
        "binding": item.binding,
        "doubts": [str(doubt) for doubt in item.doubts],
    }


def _statement_text(item: Statement) -> str:
    shown = {key: value for key, value in _statement_json(item).items() if value not in (None, "", [])}
    return "\t".join(f"{key}={value}" for key, value in shown.items())


def _tell(file: str, compared: Sequence[Comparison], phrasebook: Phrasebook) -> None:
    for item in compared:
        if item.verdict is Verdict.WRONG:
            differences = ", ".join(item.differences)
            row, phrase = item.labelled.row, item.labelled.phrase
            said = N_("Line {row}: “{phrase}” is read wrongly: {differences}.")
            print_text(phrasebook.say(said, row=row, phrase=phrase, differences=differences))
    counts = _summary(compared)
    sentence = N_("{file}: {phrases} phrases; {right} read right, {unread} unread, {wrong} wrong.")
    print_text(phrasebook.say(sentence, file=file, **{name: counts[name] for name in _NAMES}))


_NAMES = ("phrases", "right", "unread", "wrong")
