"""A list in its own grid: the cells that have a finding are marked, and the finding stands beside them."""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
import pandas as pd
from pandas.io.formats.style import Styler

from planner.errors import Finding, Severity
from planner.errors.sentences import tell
from planner.inventory.list_grids import ListGrid
from planner.panel.amounts import count_text
from planner.panel.grid import NUMBER, TEXT, Columns
from planner.terms import N_, Phrasebook

__all__ = [
    "ROWS_A_PAGE",
    "ROWS_WHOLE",
    "ROW_PIXELS",
    "GridView",
    "grid_caption",
    "grid_columns",
    "grid_style",
    "grid_title",
    "grid_view",
]

ROWS_A_PAGE = 200
ROW_PIXELS, ROWS_WHOLE = 76, 6
"""Rows high enough for a finding in two or three lines; as many as fit are shown whole."""

SIGNS = {Severity.ERROR: "✖", Severity.WARNING: "▲", Severity.NOTE: "●"}
"""A shape beside the colour, for readers who see no colour and for paper."""
COLOURS = {
    Severity.ERROR: "background-color: #b3261e; color: #ffffff",
    Severity.WARNING: "background-color: #f2b705; color: #1a1a1a",
    Severity.NOTE: "background-color: #2f6fb7; color: #ffffff",
}
_ROW, _FOUND = "\u200brow", "\u200bfound"
"""Headers of the two columns before the list's own; no list spells them."""
_FIRST = "enterprise_name"
_RANK = (Severity.ERROR, Severity.WARNING, Severity.NOTE)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class GridView:
    """One page of a sheet.

    Attributes:
        frame: number of the row, what was found in it, then the cells, marked columns first.
        marks: for each cell of the frame the severity of its gravest finding, '' where it has none.
        rows: how many rows the sheet shows in all, on `pages` pages.
    """

    frame: pd.DataFrame
    marks: pd.DataFrame
    rows: int
    pages: int


def grid_view(
    grid: ListGrid, findings: Iterable[Finding], phrasebook: Phrasebook, *, only_marked: bool, page: int = 1
) -> GridView:
    """A page of a sheet with its findings at their cells.

    Args:
        grid: the sheet.
        findings: of the whole list; those of other sheets, and of no row, are left out.
        phrasebook: the reader's language.
        only_marked: whether rows without a finding are left out.
        page: counted from 1.
    """
    placed = _placed(grid, findings)
    shown = np.array(sorted(placed), dtype=np.intp) if only_marked else np.arange(len(grid.row))
    pages = max(-(-len(shown) // ROWS_A_PAGE), 1)
    start = (min(max(page, 1), pages) - 1) * ROWS_A_PAGE
    on_page = shown[start : start + ROWS_A_PAGE]
    cells = grid.cells.iloc[on_page].reset_index(drop=True)
    told = [_told(placed.get(int(at), ()), phrasebook) for at in on_page]
    marks = _marks([placed.get(int(at), ()) for at in on_page], grid)
    order = _order(grid, marks)
    lead = pd.DataFrame({_ROW: grid.row[on_page], _FOUND: told})
    frame = pd.concat([lead, _signed(cells, marks)[order]], axis=1)
    blank = pd.DataFrame("", index=marks.index, columns=[_ROW, _FOUND])
    return GridView(frame=frame, marks=pd.concat([blank, marks[order]], axis=1), rows=len(shown), pages=pages)


def grid_style(view: GridView) -> Styler:
    """The page with its marked cells in colour."""
    colours = {str(severity): style for severity, style in COLOURS.items()} | {"": ""}
    return view.frame.style.apply(lambda _: view.marks.map(colours.__getitem__), axis=None)


def grid_columns(phrasebook: Phrasebook) -> Columns:
    """The two columns before the list's own stay where they are."""
    say = phrasebook.say
    return {
        _ROW: NUMBER(say("Row"), format="%d", width=56, pinned=True),
        _FOUND: TEXT(say("What was found"), width=420, pinned=True),
    }


def grid_title(grid: ListGrid, findings: Iterable[Finding], phrasebook: Phrasebook) -> str:
    """A sheet's name with how many rows it has and in how many of them something was found."""
    sheet = grid.sheet or phrasebook.say(N_("The list"))
    rows, marked = (count_text(phrasebook, count) for count in (len(grid.row), len(_placed(grid, findings))))
    return phrasebook.say(N_("{sheet}: {rows} rows, findings in {marked}"), sheet=sheet, rows=rows, marked=marked)


def grid_caption(phrasebook: Phrasebook) -> str:
    """What the signs and colours mean."""
    words = {"error": SIGNS[Severity.ERROR], "warning": SIGNS[Severity.WARNING], "note": SIGNS[Severity.NOTE]}
    return phrasebook.say(N_("{error} error (red) · {warning} warning (yellow) · {note} note (blue)"), **words)


def _placed(grid: ListGrid, findings: Iterable[Finding]) -> dict[int, tuple[Finding, ...]]:
    """Findings by the place of their row, gravest first."""
    found: dict[int, list[Finding]] = {}
    for item in findings:
        if item.where.sheet != grid.sheet or not item.where.row:
            continue
        at = int(np.searchsorted(grid.row, item.where.row))
        if at < len(grid.row) and grid.row[at] == item.where.row:
            found.setdefault(at, []).append(item)
    return {at: tuple(sorted(items, key=lambda item: _RANK.index(item.severity))) for at, items in found.items()}


def _told(findings: tuple[Finding, ...], phrasebook: Phrasebook) -> str:
    """The findings of a row: sign, what is wrong, how to repair it."""
    told = ((SIGNS[item.severity], *tell(item, phrasebook)) for item in findings)
    return " ".join(dict.fromkeys(" ".join(part for part in parts if part) for parts in told))


def _marks(found: list[tuple[Finding, ...]], grid: ListGrid) -> pd.DataFrame:
    headers = [str(name) for name in grid.cells.columns]
    places = {name: header for name, header in zip(grid.names, headers, strict=True) if name}
    places |= {header: header for header in headers}
    marks = np.full((len(found), len(headers)), "", dtype=object)
    column = {header: at for at, header in enumerate(headers)}
    for row, items in enumerate(found):
        for item in reversed(items):
            if item.where.column in places:
                marks[row, column[places[item.where.column]]] = str(item.severity)
    return pd.DataFrame(marks, columns=headers)


def _order(grid: ListGrid, marks: pd.DataFrame) -> list[str]:
    """Names of firms first, then the columns with a marked cell, then the others in their order."""
    headers = [str(name) for name in grid.cells.columns]
    named = [header for name, header in zip(grid.names, headers, strict=True) if name == _FIRST]
    marked = [header for header in headers if (marks[header] != "").any()]
    return list(dict.fromkeys((*named, *marked, *headers)))


def _signed(cells: pd.DataFrame, marks: pd.DataFrame) -> pd.DataFrame:
    """The cells, those with a finding behind its sign."""
    signs = {str(severity): f"{sign} " for severity, sign in SIGNS.items()} | {"": ""}
    texts = marks.map(signs.__getitem__).to_numpy(dtype=object) + cells.astype(object).to_numpy(dtype=object)
    return pd.DataFrame(texts, columns=cells.columns)
