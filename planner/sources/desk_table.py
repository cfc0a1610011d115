"""Tables that counties, power companies and inspectors send to the desk: a few known columns, any office format."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from math import isfinite
from pathlib import Path
from typing import TypeVar
from unicodedata import normalize

from planner.errors import Finding, Place, finding, has_errors
from planner.sources.ledger_table import Headers
from planner.sources.sheets import Rows, sheets_of
from planner.terms import BEIJING

__all__ = ["MOST_DESK_BYTES", "DeskRow", "amount_of", "day_of", "moment_of", "read_desk_table"]

MOST_DESK_BYTES = 64 * 1024 * 1024
"""Size of the largest table: a quarter of a million meters on three days take some 20 MB."""

Record = TypeVar("Record")
_LAST_HEADER_ROW = 15
_MOST_COLUMNS = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class DeskRow:
    """One row: where it stands, its cells by our names, and the headers as the file spells them."""

    place: Place
    cells: dict[str, str]
    headers: dict[str, str]

    def cell(self, name: str) -> str:
        """The text of a column, '' where the file has none."""
        return self.cells.get(name, "")

    def at(self, name: str) -> Place:
        """The place of a cell."""
        place = self.place
        return Place(file=place.file, sheet=place.sheet, row=place.row, column=self.headers.get(name, name))


def read_desk_table(
    path: Path,
    headers: Headers,
    needed: tuple[tuple[str, ...], ...],
    make: Callable[[DeskRow], tuple[Record | None, tuple[Finding, ...]]],
) -> tuple[tuple[Record, ...], tuple[Finding, ...]]:
    """The records of a table, and everything that is wrong with it at once; no records where anything is an error.

    Args:
        path: CSV (UTF-8 with or without mark, GB18030), xlsx, xls, xlsb or ods; titles may stand above the header.
        headers: the known columns and their other names; columns of other names are left alone.
        needed: of each group at least one column must be there.
        make: a record of a row, or what stands against it.
    """
    rows, findings = _rows(path, headers, needed)
    made = [make(row) for row in rows]
    findings = (*findings, *(item for _, told in made for item in told))
    if not rows and not findings:
        findings = (finding("desk.table.empty", where=Place(file=path.name)),)
    return (() if has_errors(findings) else tuple(item for item, _ in made if item is not None)), findings


def _rows(
    path: Path, headers: Headers, needed: tuple[tuple[str, ...], ...]
) -> tuple[tuple[DeskRow, ...], tuple[Finding, ...]]:
    place = Place(file=path.name)
    try:
        raw = path.read_bytes()
    except OSError as error:
        return (), (finding("list.file.unreadable", where=place, reason=error.strerror or error),)
    if len(raw) > MOST_DESK_BYTES:
        return (), (finding("list.file.too_large", where=place, megabytes=MOST_DESK_BYTES // 1024**2),)
    sheets, told = sheets_of(raw, path.name, _MOST_COLUMNS)
    found = [_of_sheet(path.name, title, rows, headers, needed) for title, rows in sheets]
    fitting = [rows for rows, missing in found if not missing]
    if told or fitting:
        return tuple(row for rows in fitting for row in rows), told
    missing = min((item for _, item in found if item), key=len, default=tuple(group[0] for group in needed))
    return (), tuple(
        finding("desk.table.column", where=place, value=name, known="、".join((name, *headers[name])))
        for name in missing
    )


def _of_sheet(
    file: str, sheet: str, rows: Rows, headers: Headers, needed: tuple[tuple[str, ...], ...]
) -> tuple[tuple[DeskRow, ...], tuple[str, ...]]:
    """The rows below the row that names most columns, and the columns that it lacks."""
    names = {_plain(text): name for name, others in headers.items() for text in (name, *others)}
    columns = [_columns(row, names) for row in rows[:_LAST_HEADER_ROW]]
    best = max(range(len(columns)), key=lambda at: len(columns[at]), default=None)
    here = columns[best] if best is not None else {}
    missing = tuple(group[0] for group in needed if not set(group) & set(here))
    if best is None or missing:
        return (), missing
    spelled = {name: rows[best][at].strip() for name, at in here.items()}
    return tuple(_body(Place(file=file, sheet=sheet), rows[best + 1 :], (best + 2, here, spelled))), ()


def _body(place: Place, rows: Rows, known: tuple[int, dict[str, int], dict[str, str]]) -> Iterator[DeskRow]:
    first, columns, spelled = known
    for number, row in enumerate(rows, start=first):
        if any(cell.strip() for cell in row):
            cells = {name: row[at].strip() if at < len(row) else "" for name, at in columns.items()}
            where = Place(file=place.file, sheet=place.sheet, row=number)
            yield DeskRow(place=where, cells=cells, headers=spelled)


def _columns(row: list[str], names: dict[str, str]) -> dict[str, int]:
    found: dict[str, int] = {}
    for at, header in enumerate(row):
        name = names.get(_plain(header))
        if name is not None:
            found.setdefault(name, at)
    return found


def _plain(header: str) -> str:
    text = normalize("NFKC", header).casefold().partition("(")[0]
    return "".join(text.split())


def day_of(text: str) -> date | None:
    """A day as offices write it (2026-12-05, 2026/12/5, 2026年12月5日, 20261205); None for anything else."""
    plain = normalize("NFKC", text).strip().replace("年", "-").replace("月", "-").replace("日", "")
    for divider in ("/", "."):
        plain = plain.replace(divider, "-")
    parts = plain.split("T")[0].split(" ")[0].split("-")
    try:
        return date(*map(int, parts)) if len(parts) == 3 else date.fromisoformat(plain)  # noqa: PLR2004
    except (ValueError, TypeError):
        return None


def moment_of(text: str) -> datetime | None:
    """A time as offices write it, in Beijing time where it names no zone; None for anything else."""
    day, rest = day_of(text), normalize("NFKC", text).strip().replace("T", " ").partition(" ")[2]
    if day is None:
        return None
    try:
        found = datetime.fromisoformat(f"{day.isoformat()}T{_two_digits(rest)}")
    except ValueError:
        return None
    return found if found.tzinfo else found.replace(tzinfo=BEIJING)


def _two_digits(clock: str) -> str:
    """A clock whose hour may have one digit; midnight where there is none."""
    return f"0{clock}" if clock[1:2] == ":" else clock or "00:00"


def amount_of(text: str) -> float | None:
    """An amount of 0 or more, thousands separated or not; None for anything else."""
    plain = normalize("NFKC", text).replace(",", "").replace(" ", "")
    digits = plain.replace(".", "", 1)
    if not (digits.isascii() and digits.isdigit()):
        return None
    return float(plain) if isfinite(float(plain)) else None
