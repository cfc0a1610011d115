"""Registers of other offices: discharge permits, meters, emission inventory; CSV or workbook, title rows and all."""

import csv
import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path
from unicodedata import normalize

import numpy as np
import pandas as pd

from planner.errors import Finding, Place, Severity, finding
from planner.inventory.matching import PARTY_COLUMNS, RegisterKind
from planner.inventory.matching.register_records import QUANTITIES, Register
from planner.sources.sheets import Rows, sheets_of
from planner.terms import DAYS_PER_YEAR, KG_PER_TONNE

__all__ = ["MOST_REGISTER_BYTES", "read_register"]

MOST_REGISTER_BYTES = 256 * 1024 * 1024
_LAST_HEADER_ROW = 15
_FEWEST_HEADERS = 2
_MOST_COLUMNS = 300
_TEXTS = ("permit", "meter", "valid_to", "grade")
_DAILY = re.compile(r"kg/d|千克/日|公斤/日|日均|日排放")
_NUMBER_SIGNS = str.maketrans("", "", ", ，　 ")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Known:
    """A column of a register: its unit and the headers it goes by."""

    name: str
    unit: str
    headers: frozenset[str]


@cache
def _columns(kind: RegisterKind) -> tuple[_Known, ...]:
    text = files("planner.inventory").joinpath("register_columns.csv").read_text("utf-8")
    rows = (row for row in csv.DictReader(text.splitlines(), strict=True) if row["kind"] == str(kind))
    return tuple(
        _Known(name=row["name"], unit=row["unit"], headers=frozenset(map(_plain, row["headers"].split(";"))))
        for row in rows
    )


def read_register(path: Path, kind: RegisterKind) -> tuple[Register | None, tuple[Finding, ...]]:
    """The firms of a register and what stands against reading it.

    Args:
        path: CSV (UTF-8 or GB18030), xlsx, xls, xlsb or ods; the header may stand below titles, in its first 15 rows.
        kind: which columns are looked for (register_columns.csv).

    Returns:
        The register, None where it cannot be read; findings. Rows without a name are left out and counted.
    """
    place = Place(file=path.name)
    try:
        raw = path.read_bytes()
    except OSError as error:
        return None, (finding("list.file.unreadable", where=place, reason=error.strerror or error),)
    if len(raw) > MOST_REGISTER_BYTES:
        return None, (finding("list.file.too_large", where=place, megabytes=MOST_REGISTER_BYTES // 1024**2),)
    sheets, told = sheets_of(raw, path.name, _MOST_COLUMNS)
    frames = [frame for title, rows in sheets if (frame := _table(rows, title, kind)) is not None]
    if not frames:
        known = "、".join(sorted(next(item.headers for item in _columns(kind) if item.name == "name")))
        return None, told or (finding("register.no_header", where=place, known=known),)
    frame = pd.concat(frames, ignore_index=True)
    named = frame[frame["name"] != ""].reset_index(drop=True)
    if len(named) < len(frame):
        told = (*told, finding("register.row.no_name", Severity.NOTE, place, count=len(frame) - len(named)))
    named["key"] = named["sheet"] + ":" + named["row"].astype("str")
    return Register(kind=kind, file=path.name, frame=named), told


def _plain(header: str) -> str:
    """A header without its unit, blanks and brackets.

    >>> _plain("SO2 许可排放量（吨/年）")
    'so2许可排放量'
    """
    text = re.sub(r"[（(\[【].*?[)）\]】]", "", header)
    return re.sub(r"\s", "", normalize("NFKC", text)).casefold()


def _table(rows: Rows, sheet: str, kind: RegisterKind) -> pd.DataFrame | None:
    """The rows below the row that names most columns; None where no row names a firm and something else."""
    found = [_match(row, kind) for row in rows[:_LAST_HEADER_ROW]]
    best = max(range(len(found)), key=lambda at: len(found[at]), default=None)
    if best is None or len(found[best]) < _FEWEST_HEADERS or "name" not in found[best]:
        return None
    columns, header = found[best], rows[best]
    body = rows[best + 1 :]
    frame = pd.DataFrame(
        {name: [row[at].strip() if at < len(row) else "" for row in body] for name, at in columns.items()}, dtype="str"
    )
    frame["sheet"], frame["row"] = sheet, np.arange(best + 2, best + 2 + len(body))
    return _typed(frame, {name: header[at] for name, at in columns.items()}, kind)


def _match(row: list[str], kind: RegisterKind) -> dict[str, int]:
    plain = [_plain(cell) for cell in row]
    found: dict[str, int] = {}
    for item in _columns(kind):
        at = next((at for at, header in enumerate(plain) if header and header in item.headers), None)
        if at is not None:
            found[item.name] = at
    return found


def _typed(frame: pd.DataFrame, headers: dict[str, str], kind: RegisterKind) -> pd.DataFrame:
    """All columns of a register: texts, degrees, amounts a year."""
    units = {item.name: item.unit for item in _columns(kind)}
    texts = {name: _texts(frame, name) for name in (*PARTY_COLUMNS, *_TEXTS) if name not in ("longitude", "latitude")}
    texts["code"] = _codes(texts["code"], texts["permit"])
    numbers = {name: _numbers(frame, name) for name in ("longitude", "latitude", *QUANTITIES)}
    for name in QUANTITIES:
        numbers[name] = numbers[name] * _per_year(units.get(name, ""), headers.get(name, ""))
    if "electricity_year" in frame:
        numbers["electricity"] = numbers["electricity"].fillna(_numbers(frame, "electricity_year"))
    return pd.DataFrame({**texts, **numbers, "sheet": frame["sheet"], "row": frame["row"]})


def _per_year(unit: str, header: str) -> float:
    if unit == "kwh_per_day":
        return float(DAYS_PER_YEAR)
    daily = bool(_DAILY.search(normalize("NFKC", header).lower()))
    return float(DAYS_PER_YEAR) if daily else KG_PER_TONNE


def _texts(frame: pd.DataFrame, name: str) -> pd.Series:
    return frame[name] if name in frame else pd.Series("", index=frame.index, dtype="str")


def _codes(codes: pd.Series, permits: pd.Series) -> pd.Series:
    """Codes in capitals and half width; where none is given, what the permit number begins with (HJ 608-2017)."""
    plain = codes.map(lambda code: normalize("NFKC", code).replace(" ", "").upper()).astype("str")
    of_permit = permits.str.slice(0, 18).where(permits.str.len() == 22, "")  # noqa: PLR2004 - HJ 608-2017: 22 signs
    return plain.where(plain != "", of_permit)


def _numbers(frame: pd.DataFrame, name: str) -> pd.Series:
    texts = _texts(frame, name).map(lambda text: normalize("NFKC", text).translate(_NUMBER_SIGNS))
    return pd.to_numeric(texts, errors="coerce").astype("float64")
