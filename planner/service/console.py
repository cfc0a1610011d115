"""What the command line prints and how it ends: one JSON document or sentences; logs on standard error."""

import json
import os
import sys
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from typing import Any

from planner.errors import Finding, FindingsError, Severity, finding
from planner.errors.sentences import tell
from planner.service.assets import assets_folder
from planner.sources import read_phrasebook
from planner.terms import N_, Phrasebook

__all__ = [
    "finding_json",
    "log",
    "print_findings",
    "print_json",
    "read_text",
    "speak",
    "stdout_kept_clean",
    "write_text",
]

LANGUAGE_VARIABLE = "PLANNER_LANGUAGE"
MOST_SHOWN = 50
STDOUT, STDERR = 1, 2
FILE_MODE = 0o644


def speak() -> Phrasebook:
    """The phrasebook of PLANNER_LANGUAGE, Chinese where it is not set; English where the catalogue is out of reach."""
    try:
        return read_phrasebook(assets_folder() / "locale", os.environ.get(LANGUAGE_VARIABLE, "zh-CN"))
    except (OSError, ValueError, KeyError):
        return Phrasebook()


def print_json(document: dict[str, Any]) -> None:
    """One JSON document on standard output."""
    print_text(json.dumps(document, ensure_ascii=False, allow_nan=False, indent=2))


def print_text(text: str) -> None:
    """A text on standard output, in UTF-8 whatever the machine's locale."""
    sys.stdout.buffer.write(text.encode() + b"\n")
    sys.stdout.flush()


@contextmanager
def stdout_kept_clean() -> Iterator[None]:
    """While it lasts, what libraries print below Python goes to standard error: HiGHS prints whatever it is told."""
    sys.stdout.flush()
    kept = os.dup(STDOUT)
    os.dup2(STDERR, STDOUT)
    try:
        yield
    finally:
        os.dup2(kept, STDOUT)
        os.close(kept)


def log(text: str) -> None:
    """A line on standard error."""
    sys.stderr.buffer.write(text.encode() + b"\n")
    sys.stderr.flush()


def finding_json(item: Finding, phrasebook: Phrasebook) -> dict[str, Any]:
    """A finding as the command line's JSON holds it."""
    message, repair = tell(item, phrasebook)
    return {
        "code": item.code,
        "severity": str(item.severity),
        **asdict(item.where),
        "value": item.value,
        "message": message,
        "repair": repair,
    }


def print_findings(findings: Iterable[Finding], phrasebook: Phrasebook) -> None:
    """Findings as sentences on standard error, errors first; of many only the first are shown, and how many follow."""
    severity = list(Severity)
    ordered = sorted(findings, key=lambda item: severity.index(item.severity))
    for item in ordered[:MOST_SHOWN]:
        message, repair = tell(item, phrasebook)
        log(f"{_place(item)}{message} {repair}")
    if len(ordered) > MOST_SHOWN:
        log(phrasebook.say(N_("... and {count} more; --json or --report shows all."), count=len(ordered) - MOST_SHOWN))


def read_text(path: Path) -> str:
    """The text of a file.

    Raises:
        FindingsError: where it cannot be read as UTF-8 text.
    """
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise FindingsError((finding("request.file_unreadable", value=error, file=path.name),)) from error


def write_text(path: Path, content: str | bytes) -> None:
    """Writes a file whole or not at all.

    Raises:
        FindingsError: where its folder cannot be written to.
    """
    data = content.encode() if isinstance(content, str) else content
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=path.parent, prefix=f".{path.name}.", delete=False) as draft:
            draft.write(data)
        Path(draft.name).chmod(FILE_MODE)
        Path(draft.name).replace(path)
    except OSError as error:
        raise FindingsError((finding("request.file_unwritable", value=error, file=path.name),)) from error


def _place(item: Finding) -> str:
    parts = [item.where.file, item.where.sheet, str(item.where.row or ""), item.where.column]
    named = ":".join(part for part in parts if part)
    return f"{named}: " if named else ""
