"""The child itself: takes its limits first, reads the workbook from standard input, writes lines of JSON.

Started by `asking` and by nobody else, in Python's isolated mode, with an empty environment and no file but its pipes.
It is given no path, and what it gives is text: whoever takes over a reader in here finds no secret in memory and no
right to write a file, and can say nothing but strings.
"""

import json
import math
import os
import sys
from collections.abc import Iterator
from typing import Any, cast

from planner.sources.apart.refusal import RefusedError, Why

__all__ = ["answer", "main"]

Line = dict[str, Any]
_MEGABYTE = 1024 * 1024
_MEMORY_BYTES = 192 * _MEGABYTE
_MEMORY_TIMES = {"zip": 10, "ole": 40}
"""A byte of a sheet takes about that many in memory: a cell of 30 bytes of XML, or of 6 bytes of an old workbook."""

_SECONDS, _SECONDS_A_MEGABYTE = 1.0, 1.0
_OPEN_FILES = 16
_ENDS = b"PK\x03\x04"
_TEXT_BYTES, _TEXT_TIMES = 16 * _MEGABYTE, 4


def main() -> None:
    """Answers for one workbook and ends."""
    task = sys.argv[2]
    _limit("RLIMIT_CORE", 0)
    _limit("RLIMIT_FSIZE", 0)
    raw = sys.stdin.buffer.read()
    sys.modules.update(numpy=cast("Any", None))  # openpyxl would take it, which costs 0.2 s
    try:
        _bound(len(raw), "zip")
        for line in answer(task, raw, bounded=True):
            _write(line)
    except MemoryError:
        _write({"refused": Why.LIMITS, "value": "memory", "megabytes": 0})


def answer(task: str, raw: bytes, *, bounded: bool = False) -> Iterator[Line]:
    """The lines about a workbook: its sheets with their rows and an end, or a refusal.

    Args:
        task: the name of a way of reading.
        raw: the bytes of the workbook.
        bounded: whether this process takes limits by the workbook's true size.
    """
    from planner.sources.apart.readings import READINGS, described  # noqa: PLC0415 - after the limits

    try:
        unpacked, form = _size(raw)
        if bounded:
            _bound(unpacked, form)
        yield from _within(READINGS[task](raw), _TEXT_BYTES + _TEXT_TIMES * unpacked)
        yield {"end": True}
    except RefusedError as refused:
        yield {"refused": refused.why, "value": refused.value, "megabytes": refused.megabytes}
    except MemoryError:
        raise
    except BaseException as error:
        if isinstance(error, KeyboardInterrupt | SystemExit | GeneratorExit):
            raise
        yield {"refused": Why.DAMAGED, "value": described(error), "megabytes": 0}


def _within(lines: Iterator[Line], most: int) -> Iterator[Line]:
    """The lines, as long as their cells hold no more text than is likely: one text may fill a million."""
    for line in lines:
        most -= sum(len(cell) for row in line.get("rows", ()) for cell in row)
        if most < 0:
            raise RefusedError(Why.LIMITS)
        yield line


def _size(raw: bytes) -> tuple[int, str]:
    from planner.sources.apart.archive import unpacked_size  # noqa: PLC0415 - after the limits

    return (unpacked_size(raw), "zip") if raw.startswith(_ENDS) else (len(raw), "ole")


def _bound(unpacked: int, form: str) -> None:
    """No more memory and time than a workbook of this size needs."""
    _limit("RLIMIT_AS", _held() + _MEMORY_BYTES + _MEMORY_TIMES[form] * unpacked)
    _limit("RLIMIT_CPU", math.ceil(_SECONDS + _SECONDS_A_MEGABYTE * unpacked / _MEGABYTE))
    _limit("RLIMIT_NOFILE", _OPEN_FILES)


def _limit(name: str, most: int) -> None:
    """Takes a limit where the system has it; a limit already taken may be raised again below the hard one."""
    try:
        import resource  # noqa: PLC0415 - a system without it has no such limits
    except ImportError:
        return
    kind = getattr(resource, name)
    hard = resource.getrlimit(kind)[1]
    resource.setrlimit(kind, (most if hard == resource.RLIM_INFINITY else min(most, hard), hard))


def _held() -> int:
    """Bytes of address space that this process has already; 0 where the system does not tell."""
    try:
        with open("/proc/self/statm", encoding="ascii") as told:  # noqa: PTH123 - pathlib costs this process 10 ms
            return int(told.read().split()[0]) * os.sysconf("SC_PAGE_SIZE")
    except (OSError, ValueError):
        return 256 * _MEGABYTE


def _write(line: Line) -> None:
    sys.stdout.buffer.write(json.dumps(line, ensure_ascii=False).encode("utf-8", "replace") + b"\n")
    sys.stdout.buffer.flush()
