"""Cells that stand for the one above them: merged over several rows, 同上, or left blank under a firm."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

import numpy as np
import numpy.typing as npt
import pandas as pd

from planner.errors import Finding, Place, Severity, finding
from planner.inventory import FieldDictionary, FieldKind
from planner.inventory.meaning import (
    INDUSTRY,
    INDUSTRY_GRADE,
    KEPT,
    POSITION,
    ChangeReason,
    ColumnChange,
    RawColumn,
    Texts,
)
from planner.sources.workbooks.grids import Span, column_at

__all__ = ["Fills", "fill_columns"]

_DITTO = frozenset(
    {"同上", "〃", "″", '"', "''", "“", "”", "同前", "〞", "同上行", "々", "同上。", '""', "‖", "...", "〃〃", "--〃--"}
)
_OF_FIRM = frozenset(
    {"enterprise_id", "enterprise_name", "county_code", "industry_code", "key_industry", "grade", "guarantee"}
    | {"exempt_through", "white_listed", "uses_coal", "permit_id", "contact_name", "contact_phone", "longitude"}
    | {"latitude", "operating_days_per_year", "operating_hours", INDUSTRY, INDUSTRY_GRADE, POSITION}
)
"""What is the same for all lines of a firm: blank below the firm's first line, it is the firm's."""

_PER_WHOLE = frozenset({"kg/d", "t/d", "yuan/d", "yuan", "kWh/d", "1/d"})
"""Units of amounts: one number merged over several lines is their sum, and no line's own."""


@dataclass(slots=True, kw_only=True)
class Fills:
    """What was filled so far in one sheet."""

    file: str
    sheet: str
    row: npt.NDArray[np.int64]
    changes: list[ColumnChange] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)

    def keep(self, column: RawColumn, new: Texts, where: npt.NDArray[np.intp], reason: ChangeReason) -> None:
        """Remember that the cells at `where` read `new` now."""
        if len(where):
            self.changes.append(
                ColumnChange(
                    sheet=self.sheet,
                    column=column.guess.header,
                    field="" if column.guess.field.startswith(("?", KEPT)) else column.guess.field,
                    reason=reason,
                    row=self.row[where],
                    old=column.texts[where],
                    new=new[where],
                    detail=np.full(len(where), "", dtype=object),
                )
            )

    def tell(self, code: str, column: RawColumn, where: npt.NDArray[np.intp], severity: Severity) -> None:
        """One finding for all the cells at `where`, at the first of them."""
        if len(where):
            place = Place(file=self.file, sheet=self.sheet, row=int(self.row[where[0]]), column=column.guess.header)
            value = str(column.texts[where[0]])
            self.findings.append(finding(code, severity, place, count=len(where), value=value))


def fill_columns(
    columns: Iterable[RawColumn], spans: Iterable[Span], dictionary: FieldDictionary, fills: Fills
) -> tuple[RawColumn, ...]:
    """The columns with every cell filled that stands for one above it; `fills` remembers which.

    Args:
        columns: the columns of a sheet, texts of its sources only.
        spans: its merged ranges.
        dictionary: tells amounts from names.
        fills: takes changes and findings.
    """
    by_column: dict[int, list[Span]] = {}
    for span in spans:
        if span.bottom > span.top:
            for at in range(span.left, span.right + 1):
                by_column.setdefault(at, []).append(span)
    merged = [
        _dittoed(_unmerged(column, by_column.get(column_at(column.letter), []), dictionary, fills), fills)
        for column in columns
    ]
    continues = _continuing_rows(merged)
    return tuple(_carried(column, continues, fills) for column in merged)


def _amount(column: RawColumn, dictionary: FieldDictionary) -> bool:
    name = column.guess.field
    if name not in dictionary.names:
        return False
    item = dictionary.field(name)
    return item.dtype is FieldKind.NUMBER and item.unit in _PER_WHOLE


def _unmerged(column: RawColumn, spans: list[Span], dictionary: FieldDictionary, fills: Fills) -> RawColumn:
    """Merged cells hold their text in the first row only; here every row of them gets it, but for amounts."""
    if not spans:
        return column
    texts, filled = column.texts.copy(), []
    is_amount = _amount(column, dictionary)
    numbers = fills.row - 1
    for span in spans:
        low, high = np.searchsorted(numbers, [span.top, span.bottom + 1])
        if high - low < 2 or not texts[low]:  # noqa: PLR2004 - a range within one kept row merges nothing
            continue
        where = np.arange(low + 1, high)
        if is_amount:
            fills.tell("list.cell.merged_amount", column, np.arange(low, high), Severity.ERROR)
            continue
        blank = where[texts[where] == ""]
        texts[blank] = texts[low]
        filled.append(blank)
    if filled:
        fills.keep(column, texts, np.concatenate(filled), ChangeReason.MERGED)
    return replace(column, texts=texts)


def _dittoed(column: RawColumn, fills: Fills) -> RawColumn:
    """同上 and its like, read as the cell above them."""
    texts = pd.Series(column.texts, dtype=object)
    where = np.flatnonzero(texts.str.strip().isin(_DITTO))
    if not len(where):
        return column
    above = texts.mask(texts.str.strip().isin(_DITTO)).ffill().fillna("").to_numpy(dtype=object)
    orphans = where[above[where] == ""]
    fills.tell("list.cell.ditto_of_nothing", column, orphans, Severity.ERROR)
    fills.keep(column, above, where[above[where] != ""], ChangeReason.DITTO)
    return replace(column, texts=above)


def _continuing_rows(columns: list[RawColumn]) -> npt.NDArray[np.bool_]:
    """Rows of the firm above them: they name no other one, by name or by code."""
    naming = [item.texts for item in columns if item.guess.field in ("enterprise_name", "enterprise_id")]
    if not naming:
        return np.zeros(len(columns[0].texts) if columns else 0, dtype=np.bool_)
    other = np.zeros(len(naming[0]), dtype=np.bool_)
    for texts in naming:
        cells = pd.Series(texts, dtype=object).str.strip()
        before = cells.mask(cells == "").ffill().shift().fillna("")
        other |= ((cells != "") & (cells != before)).to_numpy(dtype=np.bool_)
    return np.asarray(~other & np.logical_or.accumulate(other), dtype=np.bool_)


def _carried(column: RawColumn, continues: npt.NDArray[np.bool_], fills: Fills) -> RawColumn:
    """Blank cells of a firm's further lines, and of counties, read as the one above them."""
    name = column.guess.field
    if name != "county_code" and name not in _OF_FIRM:
        return column
    blank = column.texts == ""
    wanted = blank if name == "county_code" else blank & continues
    if not wanted.any():
        return column
    texts = pd.Series(column.texts, dtype=object)
    above = texts.mask(blank).ffill() if name == "county_code" else _within_firm(texts, continues)
    filled = above.fillna("").to_numpy(dtype=object)
    where = np.flatnonzero(wanted & (filled != ""))
    fills.keep(column, filled, where, ChangeReason.FROM_ABOVE)
    fills.tell("list.cell.filled_from_above", column, where[~continues[where]], Severity.WARNING)
    return replace(column, texts=np.where(wanted, filled, column.texts))


def _within_firm(texts: pd.Series, continues: npt.NDArray[np.bool_]) -> pd.Series:
    """The last text above within the same firm; nothing is carried from one firm to the next."""
    firm = np.cumsum(~continues)
    return texts.mask(texts == "").groupby(firm).ffill()
