"""The folder of rule files, read into a rulebook."""

import hashlib
import json
from collections.abc import Iterable
from pathlib import Path

from planner.errors import Finding, Place, finding, has_errors
from planner.rules import Rulebook, RuleDocument, build_rulebook, with_rows
from planner.sources.strict_yaml import read_strict_yaml

__all__ = ["locate_findings", "read_rulebook", "rules_archive"]


def read_rulebook(folder: Path) -> tuple[Rulebook | None, tuple[Finding, ...]]:
    """The rulebook of all `*.yaml` below the folder, with every finding of every file; None where any stops the work.

    Its sha256 is over the files' relative names and bytes, line ends normalised, in order of name. A file that ends
    in `.yml` would be passed over in silence and is a finding.
    """
    if not folder.is_dir():
        return None, (finding("rules.folder.missing", value=folder),)
    contents = _contents(folder)
    documents: list[RuleDocument] = []
    strays = _names(folder, "*.yml")
    findings = [finding("rules.file.unknown_place", where=Place(file=name), value=name) for name in strays]
    for name, content in contents.items():
        document, found = _read_document(name, content)
        documents.append(document)
        findings += found
    rulebook, found = build_rulebook(tuple(documents), _sha256(contents))
    findings += found
    return (None if has_errors(findings) else rulebook), tuple(findings)


def locate_findings(folder: Path, findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The findings with the lines of what they name, as far as the files still hold it; lines already known stay."""
    told = tuple(findings)
    files = {item.where.file for item in told if not item.where.row}
    contents = {name: content for name, content in _contents(folder).items() if name in files}
    return with_rows(told, tuple(_read_document(name, content)[0] for name, content in contents.items()))


def rules_archive(folder: Path) -> str:
    """The rule files as one JSON text, name to content, for keeping beside the hash that a plan names."""
    texts = {name: content.decode("utf-8-sig") for name, content in _contents(folder).items()}
    return json.dumps(texts, ensure_ascii=False, sort_keys=True)


def _contents(folder: Path) -> dict[str, bytes]:
    """Bytes of every rule file with line ends normalised, in order of name."""
    return {name: (folder / name).read_bytes().replace(b"\r\n", b"\n") for name in _names(folder, "*.yaml")}


def _names(folder: Path, pattern: str) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob(pattern) if path.is_file())


def _read_document(name: str, content: bytes) -> tuple[RuleDocument, tuple[Finding, ...]]:
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as problem:
        line = content[: problem.start].count(b"\n") + 1
        found = finding("rules.file.not_utf8", where=Place(file=name, row=line), value=content[problem.start])
        return RuleDocument(file=name, content=None, lines={}, is_whole=False), (found,)
    read = read_strict_yaml(text, name)
    document = RuleDocument(file=name, content=read.content, lines=read.lines, is_whole=not read.findings)
    return document, read.findings


def _sha256(contents: dict[str, bytes]) -> str:
    digest = hashlib.sha256()
    for name, content in contents.items():
        digest.update(f"{name}\n{len(content)}\n".encode())
        digest.update(content)
    return digest.hexdigest()
