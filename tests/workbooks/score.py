"""How much of a hand's workbook was read right, and what was read wrong without a word."""

from dataclasses import dataclass
from pathlib import Path

import pandas as pd

from planner.errors import Finding, Severity
from planner.inventory import build_inventory
from planner.inventory.meaning.spelling import plain
from planner.sources import read_field_dictionary
from planner.sources.workbooks import WorkbookList, read_workbook_list
from tests.workbooks.hands import Hand
from tests.workbooks.names import codes, context
from tests.workbooks.sheet import make_sheets
from tests.workbooks.truth import NUMBERS, Truth, city
from tests.workbooks.writers import write_book

NEAR = 1e-4


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """Values of a workbook: right, missing, wrong with a finding, and (`silent`) wrong without one."""

    name: str
    values: int
    right: int
    missing: tuple[str, ...]
    told: tuple[str, ...]
    silent: tuple[str, ...]


def make_book(hand: Hand, folder: Path) -> tuple[Path, Truth]:
    """The hand's workbook in a folder, and its truth."""
    truth = Truth()
    return write_book(hand, make_sheets(hand, city(hand.start), truth), folder), truth


def score(hand: Hand, folder: Path) -> Score:
    """The reader's result on the hand's workbook, value by value."""
    path, truth = make_book(hand, folder)
    read = read_workbook_list(path, context())
    assert read is not None, path
    return compare(hand.name, read, truth)


def compare(name: str, read: WorkbookList, truth: Truth) -> Score:
    """The values of a reading beside the true ones."""
    if read.meaning is None:
        return Score(name=name, values=1, right=0, missing=("everything",), told=(), silent=())
    rows = read.meaning.rows
    frame = rows.frame
    at = {
        (sheet, row): place
        for place, (sheet, row) in enumerate(zip(rows.sheet.tolist(), rows.row.tolist(), strict=True))
    }
    right, missing, told, silent = 0, [], [], [f"row {key}" for key in at.keys() - truth.cells.keys()]
    _, checked = build_inventory(rows, read_field_dictionary(), codes())
    noticed = _noticed((*read.meaning.findings, *checked), read.meaning.headers)
    for key, values in truth.cells.items():
        for field, value in values.items():
            found = "" if key not in at or field not in frame else str(frame[field].iloc[at[key]])
            if _same(field, found, value):
                right += 1
            elif not found:
                missing.append(f"{key} {field}: {value}")
            else:
                target = told if (key[0], field) in noticed else silent
                target.append(f"{key} {field}: {found!r} for {value!r}")
    total = sum(map(len, truth.cells.values()))
    return Score(name=name, values=total, right=right, missing=tuple(missing), told=tuple(told), silent=tuple(silent))


def _noticed(findings: tuple[Finding, ...], headers: tuple[tuple[str, str, str], ...]) -> set[tuple[str, str]]:
    fields = {(sheet, header): name for sheet, name, header in headers}
    doubts = [item.where for item in findings if item.severity is not Severity.NOTE and item.where.column]
    return {(where.sheet, fields.get((where.sheet, where.column), where.column)) for where in doubts}


def _same(field: str, found: str, value: str) -> bool:
    if field in NUMBERS:
        number, true = pd.to_numeric(found, errors="coerce"), pd.to_numeric(value, errors="coerce")
        if pd.isna(number) or pd.isna(true):
            return found == value
        return bool(abs(number - true) <= NEAR * max(abs(true), 0.01))
    return plain(found).replace("；", ";") == plain(value).replace("；", ";")
