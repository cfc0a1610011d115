"""A scenario laid upon a list: the rows it means are changed, and judged by the same checks as any list."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt
import pandas as pd

from planner.errors import Finding, Place, Severity, finding
from planner.inventory import (
    FieldDictionary,
    FieldKind,
    Inventory,
    ListCodes,
    ListRows,
    build_inventory,
)
from planner.measures import read_filed
from planner.problem import AMOUNT_COLUMNS
from planner.scenario.records import NewRow, RowChange, Scenario
from planner.terms import LEVELS, POLLUTANTS, Measure, OperatingStatus

__all__ = ["chosen_rows", "largest_firms", "lay_on_list"]

EMISSIONS = [f"{item}_kg_per_day" for item in POLLUTANTS]
REFILED = tuple((f"{level}_{part}", cell) for level in LEVELS for part, cell in (
    ("measure", str(Measure.NO_MEASURE)), ("kept_share", "1"), ("measure_text", ""), ("duties", ""),
))  # fmt: skip
"""The cells of filed measures of a firm that has filed none."""
UNTOLD = frozenset({"grade", "status", "white_listed", "exempt_through", "guarantee", *AMOUNT_COLUMNS})
"""Columns that no reading of a filed text looks at."""


def lay_on_list(
    inventory: Inventory, scenario: Scenario, dictionary: FieldDictionary, codes: ListCodes, *, remarks: bool = True
) -> tuple[Inventory | None, tuple[Finding, ...]]:
    """The list after a scenario, None with every finding where a change cannot be made; rows sorted as before.

    Only the enterprises touched are judged again, whole, by the checks of every list; its hash changes with it, so that
    no what-if passes for the real thing.

    Args:
        remarks: whether warnings and notes are told of a list that can be used; else only what stops the work is.
    """
    if not scenario.changes_list:
        return inventory, ()
    table = _Table(frame=inventory.frame, touched=np.zeros(len(inventory.frame), dtype=bool))
    found: list[Finding] = []
    for change in scenario.rows:
        table, told = _changed(table, change, scenario.name)
        found += told
    for row in scenario.added:
        table, told = _added(table, row, scenario.name)
        found += told
    if found:
        return None, tuple(found)
    rows = _Rows(inventory=inventory, dictionary=dictionary, codes=codes)
    return rows.judged(table, scenario, remarks=remarks)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class _Table:
    """Rows with cells as text where they are `touched`, as values elsewhere."""

    frame: pd.DataFrame
    touched: npt.NDArray[np.bool_]


def _changed(table: _Table, change: RowChange, name: str) -> tuple[_Table, list[Finding]]:
    chosen = chosen_rows(table.frame, change)
    if not chosen.any():
        where = "; ".join(f"{column}: {', '.join(cells)}" for column, cells in change.where)
        return table, [finding("scenario.nobody", where=Place(column=name), value=where)]
    put = (*((("status", str(OperatingStatus.DISMANTLED)),) if change.close else ()), *change.put)
    put = (*(REFILED if change.refile else ()), *put)
    frame = table.frame.astype({column: object for column, _ in put})
    for column, cell in put:
        frame.loc[chosen, column] = cell
    for column, factor in change.scale:
        numbers = pd.to_numeric(frame[column], errors="coerce")
        frame[column] = frame[column].where(~chosen, numbers * factor)
    return _Table(frame=frame, touched=table.touched | chosen), []


def chosen_rows(frame: pd.DataFrame, change: RowChange) -> npt.NDArray[np.bool_]:
    """(rows,) the rows that a change means."""
    chosen: npt.NDArray[np.bool_] = np.ones(len(frame), dtype=bool)
    for column, cells in change.where:
        chosen &= np.asarray(_spelled(frame[column]).isin(cells), dtype=bool)
    if not change.largest:
        return chosen
    return np.logical_and(chosen, frame["enterprise_id"].isin(largest_firms(frame[chosen], change.largest)).to_numpy())


def largest_firms(frame: pd.DataFrame, count: int) -> list[str]:
    """The enterprises with the largest sums of the four pollutants, of equal ones the first by code."""
    each = frame[EMISSIONS].astype(float).sum(axis=1)
    table = (
        pd.DataFrame({"firm": frame["enterprise_id"].astype("str"), "kg": each}).groupby("firm", as_index=False).sum()
    )
    table = table[table["firm"] != ""].sort_values(["kg", "firm"], ascending=[False, True])
    return [str(item) for item in table["firm"].head(count)]


def _added(table: _Table, row: NewRow, name: str) -> tuple[_Table, list[Finding]]:
    like = table.frame[table.frame["source_id"] == row.like]
    if like.empty:
        return table, [finding("scenario.like.unknown", where=Place(column=name), value=row.like)]
    put = dict(row.put)
    if put["source_id"] in set(table.frame["source_id"]):
        return table, [finding("scenario.row.taken", where=Place(column=name), value=put["source_id"])]
    new = like.iloc[:1].astype(object).assign(**put, list_row=int(table.frame["list_row"].max()) + 1)
    frame = pd.concat([table.frame.astype(dict.fromkeys(put, object)), new], ignore_index=True)
    return _Table(frame=frame, touched=np.append(table.touched, True)), []


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class _Rows:
    """The list and what its rows are judged by."""

    inventory: Inventory
    dictionary: FieldDictionary
    codes: ListCodes

    def judged(
        self, table: _Table, scenario: Scenario, *, remarks: bool
    ) -> tuple[Inventory | None, tuple[Finding, ...]]:
        """The list with the touched enterprises read anew, their findings; what it had before is not told again."""
        inventory = self.inventory
        firms = set(table.frame.loc[table.touched, "enterprise_id"]) - {""}
        again = table.touched | np.asarray(table.frame["enterprise_id"].isin(firms))
        read, found = self._read(table.frame[again])
        read = read_filed(read).inventory if read and _files(scenario) else read
        before = inventory.frame[inventory.frame["source_id"].isin(set(table.frame.loc[again, "source_id"]))]
        told: tuple[Finding, ...] = ()
        if found and (remarks or read is None):
            told = tuple(_of(item, scenario) for item in _new(found, self._read(before)[1]))
        if read is None:
            errors = tuple(item for item in told if item.severity is Severity.ERROR)
            return None, errors or tuple(_of(item, scenario) for item in found)
        frame = pd.concat([inventory.frame[~inventory.frame["source_id"].isin(before["source_id"])], read.frame])
        frame = frame.astype(inventory.frame.dtypes.to_dict()).sort_values(
            "source_id", kind="stable", ignore_index=True
        )
        digest = hashlib.sha256(f"{inventory.list_sha256}{scenario.rows!r}{scenario.added!r}".encode()).hexdigest()
        return replace(inventory, frame=frame, list_sha256=digest), told

    def _read(self, frame: pd.DataFrame) -> tuple[Inventory | None, tuple[Finding, ...]]:
        return build_inventory(_as_rows(frame, self.inventory, self.dictionary), self.dictionary, self.codes)


def _files(scenario: Scenario) -> bool:
    """Whether anything but amounts and grades changes: only then may a filed text say something else than before."""
    put = {column for change in scenario.rows for column, _ in (*change.put, *change.scale)}
    return bool(scenario.added) or any(change.refile for change in scenario.rows) or not put <= UNTOLD


def _new(found: tuple[Finding, ...], known: tuple[Finding, ...]) -> Iterator[Finding]:
    """What is wrong now and was not before, wherever its row stands."""
    seen = {(item.code, item.where.row, item.where.column, str(item.value)) for item in known}
    return (item for item in found if (item.code, item.where.row, item.where.column, str(item.value)) not in seen)


def _of(item: Finding, scenario: Scenario) -> Finding:
    return replace(item, where=replace(item.where, file=scenario.name))


def _as_rows(frame: pd.DataFrame, inventory: Inventory, dictionary: FieldDictionary) -> ListRows:
    """Rows as a file would spell them."""
    cells = pd.DataFrame({item.name: _texts(frame[item.name], item.dtype) for item in dictionary})
    return ListRows(
        file=inventory.file,
        sha256=inventory.list_sha256,
        frame=cells.reset_index(drop=True),
        sheet=frame["list_sheet"].to_numpy(dtype=object),
        row=frame["list_row"].to_numpy(dtype=np.int64),
    )


def _texts(column: pd.Series, kind: FieldKind) -> pd.Series:
    if kind is FieldKind.TEXT:
        return column.astype("str")
    return _spelled(column)


def _spelled(column: pd.Series) -> pd.Series:
    """Values as cells: numbers so that they read back the same, flags as 1 and 0, nothing as an empty cell."""
    if isinstance(column.dtype, pd.StringDtype):
        return column
    return pd.Series([_cell(value) for value in column.tolist()], index=column.index, dtype="str")


def _cell(value: object) -> str:
    if isinstance(value, bool):
        return str(int(value))
    if isinstance(value, float):
        return "" if np.isnan(value) else np.format_float_positional(value, trim="-")
    return str(value)
