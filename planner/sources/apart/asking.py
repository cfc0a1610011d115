"""The parent's side: starts the child, gives it the bytes, and believes nothing of its answer but texts and numbers."""

import json
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from threading import Timer
from typing import IO, Any

from planner.errors import Finding, Place, finding
from planner.sources.apart.refusal import Why
from planner.sources.apart.spans import Span

__all__ = ["ApartSheet", "Task", "read_apart", "sheets_of_lines"]

_CODE = "import sys; sys.path.insert(0, sys.argv[1]); from planner.sources.apart.child import main; main()"
_ENVIRONMENT = {"LANG": "C.UTF-8", "OPENBLAS_NUM_THREADS": "1"}
_WALL_SECONDS = 60.0
_WALL_SECONDS_A_MEGABYTE = 30.0
_MOST_ANSWER_BYTES = 2 * 1024**3
_MEGABYTE = 1024 * 1024
_MOST_BLANK = 1_500_000

Line = dict[str, Any]
Progress = Callable[[str, int], None]


class Task(StrEnum):
    """What is read: cells of any workbook by calamine, of a plain xlsx by openpyxl, or whether one can be held."""

    GRIDS = "grids"
    TABLES = "tables"
    WHOLE = "whole"


@dataclass(slots=True, kw_only=True)
class ApartSheet:
    """A sheet as a child read it.

    Attributes:
        title: its name.
        is_hidden: whether the workbook hides it; of a plain xlsx its rows are then not read.
        rows: texts from row 1 and column A on, empty cells at the end of a row left out.
        spans: merged ranges; `knows_spans` False where the kind of file does not tell them.
        unsaved: cells (row, column from 0) whose formula was saved without its value.
        merged: of a plain xlsx, letters, row and last cell of each merged range; `unvalued` letters and row.
    """

    title: str
    is_hidden: bool
    rows: list[list[str]] = field(default_factory=list)
    spans: tuple[Span, ...] = ()
    knows_spans: bool = False
    unsaved: tuple[tuple[int, int], ...] = ()
    merged: tuple[tuple[str, str, str], ...] = ()
    unvalued: tuple[tuple[str, str], ...] = ()


class _BrokenOffError(Exception):
    """The child ended in the middle, or said what no child says."""


def read_apart(
    raw: bytes, task: Task, file: str, progress: Progress | None = None
) -> tuple[tuple[ApartSheet, ...], tuple[Finding, ...]]:
    """The sheets of a workbook, or why it is not read; about 0.1 s and the time of reading it.

    Args:
        raw: the bytes of an xlsx, xls, xlsb or ods workbook.
        task: what is read of it.
        file: its name, for findings.
        progress: told of each sheet that was read and its rows.
    """
    with _child(raw, task) as output:
        return sheets_of_lines(_lines(output), file, len(raw), progress)


def sheets_of_lines(
    lines: Iterable[Line], file: str, packed: int, progress: Progress | None = None
) -> tuple[tuple[ApartSheet, ...], tuple[Finding, ...]]:
    """What a child's lines say; no sheets where it refuses or breaks off.

    Args:
        lines: what it wrote.
        file: name of the workbook, and `packed` its bytes, for findings.
        progress: told of each sheet.
    """
    sheets: list[ApartSheet] = []
    try:
        for line in lines:
            if "refused" in line:
                return (), (_told(line, Place(file=file), packed),)
            if "rows" in line:
                sheets[-1].rows += [[str(cell) for cell in row] for row in line["rows"]]
            elif "blank" in line:
                sheets[-1].rows += [[]] * min(int(line["blank"]), _MOST_BLANK)
            elif "sheet" in line:
                _tell(progress, sheets)
                sheets.append(_sheet(line))
            elif line.get("end") is True:
                _tell(progress, sheets)
                return tuple(sheets), ()
    except (_BrokenOffError, ValueError, TypeError, KeyError, IndexError, AttributeError):
        pass  # told below: whatever broke in the child or in its words, the workbook was not read
    return (), (finding("list.workbook.limits", where=Place(file=file), kilobytes=-(-packed // 1024)),)


class _child:  # noqa: N801 - used as a function in a `with`
    """A child that reads a workbook; its output while the block lasts, gone with it."""

    def __init__(self, raw: bytes, task: Task) -> None:
        root = str(Path(__file__).resolve().parents[3])
        command = [sys.executable, "-I", "-c", _CODE, root, str(task)]
        pipes: dict[str, Any] = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.DEVNULL}
        self._process = subprocess.Popen(command, env=_ENVIRONMENT, cwd="/", close_fds=True, **pipes)  # noqa: S603 - our own code
        self._timer = Timer(_WALL_SECONDS + _WALL_SECONDS_A_MEGABYTE * len(raw) / _MEGABYTE, self._process.kill)
        self._raw = raw

    def __enter__(self) -> IO[bytes]:
        self._timer.start()
        given, output = self._process.stdin, self._process.stdout
        if given is None or output is None:
            raise _BrokenOffError
        try:
            given.write(self._raw)
            given.close()
        except OSError:
            self._process.kill()  # it ended before it had read everything: what it said tells why
        return output

    def __exit__(self, *_: object) -> None:
        self._timer.cancel()
        self._process.kill()
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe is not None and not pipe.closed:
                pipe.close()
        self._process.wait()


def _lines(output: IO[bytes]) -> Iterator[Line]:
    read = 0
    while text := output.readline(_MOST_ANSWER_BYTES):
        read += len(text)
        if read > _MOST_ANSWER_BYTES or not text.endswith(b"\n"):
            raise _BrokenOffError
        line = json.loads(text)
        if not isinstance(line, dict):
            raise _BrokenOffError
        yield line


def _sheet(line: Line) -> ApartSheet:
    return ApartSheet(
        title=str(line["sheet"]),
        is_hidden=bool(line["hidden"]),
        spans=tuple(Span(top=a, left=b, bottom=c, right=d) for a, b, c, d in _numbers(line.get("spans", ()))),
        knows_spans=bool(line.get("knows_spans")),
        unsaved=tuple((row, column) for row, column in _numbers(line.get("unsaved", ()))),
        merged=tuple((str(a), str(int(b)), str(c)) for a, b, c in line.get("merged", ())),
        unvalued=tuple((str(a), str(int(b))) for a, b in line.get("unvalued", ())),
    )


def _numbers(rows: Sequence[Sequence[object]]) -> Iterator[tuple[int, ...]]:
    return (tuple(int(str(number)) for number in row) for row in rows)


def _tell(progress: Progress | None, sheets: list[ApartSheet]) -> None:
    if progress is not None and sheets:
        progress(sheets[-1].title, len(sheets[-1].rows))


def _told(line: Line, place: Place, packed: int) -> Finding:
    """The finding of a refusal."""
    value, kilobytes = str(line.get("value", ""))[:200], -(-packed // 1024)
    megabytes = int(str(line.get("megabytes", 0)))
    told = {
        Why.LOCKED: finding("list.file.wrong_kind", where=place, kind="password-protected zip"),
        Why.BOMB: finding("list.workbook.bomb", where=place, megabytes=megabytes, packed=kilobytes),
        Why.DOCTYPE: finding("list.workbook.doctype", where=place, value=value),
        Why.PATH: finding("list.workbook.path", where=place, value=value),
        Why.WIDE: finding("list.workbook.wide", where=place, value=value),
        Why.LIMITS: finding("list.workbook.limits", where=place, kilobytes=kilobytes),
        Why.DAMAGED: finding("list.workbook.damaged", where=place, reason=value),
    }
    return told[Why(str(line["refused"]))]
