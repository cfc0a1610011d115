"""Rates of compliance (执行率): a CSV file of how often the ordered reductions of a group really happen."""

from collections.abc import Iterator
from hashlib import sha256
from math import isfinite
from pathlib import Path

from planner.errors import Finding, Place, finding, has_errors
from planner.problem import RateRow
from planner.sources.lists_csv import read_csv_table
from planner.sources.lists_encoding import decode_list
from planner.sources.lists_table import RawTable

__all__ = ["read_compliance"]

HEADERS = ("by", "code", "rate")
GROUPS = ("all", "county", "industry", "grade")


def read_compliance(path: Path) -> tuple[tuple[RateRow, ...], str, tuple[Finding, ...]]:
    """The rows of a file of rates, the SHA-256 of its bytes, and what was found.

    Args:
        path: CSV (UTF-8 or GB18030) with the columns by (all, county, industry or grade), code (of the group; empty for
            all) and rate (0 to 1).

    Returns:
        No rows where any finding is an error.
    """
    try:
        raw = path.read_bytes()
    except OSError as error:
        told = finding("request.file_unreadable", where=Place(file=path.name), value=error, file=path.name)
        return (), "", (told,)
    text, findings = decode_list(raw, path.name)
    table, shape = read_csv_table(text, path.name) if text is not None else (None, ())
    findings = (*findings, *shape)
    if table is None:
        return (), "", findings
    missing = [name for name in HEADERS if name not in table.headers]
    if missing:
        told_missing = (finding("robust.rates.header", where=table.place, value=name) for name in missing)
        return (), "", (*findings, *table.findings, *told_missing)
    read = tuple(_rows(table))
    findings = (*findings, *table.findings, *(item for item in read if isinstance(item, Finding)))
    rows = tuple(item for item in read if isinstance(item, RateRow))
    return () if has_errors(findings) else rows, sha256(raw).hexdigest(), findings


def _rows(table: RawTable) -> Iterator[RateRow | Finding]:
    at = [table.headers.index(name) for name in HEADERS]
    seen: set[tuple[str, str]] = set()
    for number, record in zip(table.row.tolist(), table.frame.itertuples(index=False), strict=True):
        by, code, text = (str(record[place]).strip() for place in at)
        place = Place(file=table.place.file, row=number)
        rate = _number(text)
        if by not in GROUPS or (by == "all") != (code == ""):
            yield finding("robust.rates.group", where=place, row=number, value=f"{by} {code}".strip())
        elif rate is None:
            yield finding("robust.rates.rate", where=place, row=number, value=text)
        elif (by, code) in seen:
            yield finding("robust.rates.twice", where=place, row=number, value=f"{by} {code}".strip())
        else:
            seen.add((by, code))
            yield RateRow(by=by, code=code, rate=rate)


def _number(text: str) -> float | None:
    try:
        value = float(text)
    except ValueError:
        return None
    return value if isfinite(value) and 0.0 <= value <= 1.0 else None
