"""A sheet of a hand before it is written: rows of cells, merged ranges, and what each source row truly says."""

from dataclasses import dataclass, field

import pandas as pd

from tests.workbooks.hands import Hand
from tests.workbooks.layout import columns_of, stack_of
from tests.workbooks.names import counties
from tests.workbooks.spelling import written
from tests.workbooks.truth import NUMBERS, TEXTS, Truth

OF_FIRM = ("number", "enterprise_name", "enterprise_id", "county_code", "key_industry", "industry_code", "grade")
OF_FIRM += ("longitude", "latitude", "permit_id", "contact_phone", "operating_days_per_year")
DITTO = {"merge": "", "blank": "", "ditto": "同上"}
Cell = str | float
UNSAID = ("number", "remark")


@dataclass(slots=True, kw_only=True)
class Sheet:
    """Rows from the first on; `merges` are (top, left, bottom, right) from 0; `formulas` cells to be computed."""

    name: str
    rows: list[list[Cell]] = field(default_factory=list)
    merges: list[tuple[int, int, int, int]] = field(default_factory=list)
    formulas: set[tuple[int, int]] = field(default_factory=set)
    hidden: bool = False


def make_sheets(hand: Hand, frame: pd.DataFrame, truth: Truth) -> list[Sheet]:
    """The sheets of a hand's workbook; `truth` learns what their rows say."""
    if hand.county == "sheet":
        parts = [(counties()[code], part) for code, part in frame.groupby("county_code", sort=False)]
    else:
        parts = [("工业源" if not hand.file.startswith("csv") else "", frame)]
    sheets = [_make_sheet(hand, name, part, truth) for name, part in parts]
    if "hidden" in hand.extras and not hand.file.startswith("csv"):
        sheets.append(Sheet(name="旧清单", rows=[list(row) for row in sheets[0].rows], hidden=True))
    if "summary" in hand.extras:
        sheets.insert(
            0, Sheet(name="汇总表", rows=[["企业名称", "绩效等级", "区县", "黄色预警"], ["合计", "", "", "12"]])
        )
    return [sheets[-1]] if hand.file.startswith("csv") else sheets


def _make_sheet(hand: Hand, name: str, frame: pd.DataFrame, truth: Truth) -> Sheet:
    sheet = Sheet(name=name)
    columns = columns_of(hand)
    shift = 1 if "empty_column" in hand.extras else 0
    _title(hand, sheet, len(columns))
    _header(hand, sheet, columns)
    if "counter" in hand.extras:
        sheet.rows.append([str(at + 1) for at in range(len(columns))])
    _body(hand, sheet, frame, columns, truth, shift)
    _end(hand, sheet, columns, frame)
    if shift:
        sheet.rows = [["", *row] for row in sheet.rows]
        sheet.merges = [(top, left + 1, bottom, right + 1) for top, left, bottom, right in sheet.merges]
        sheet.formulas = {(row, at + 1) for row, at in sheet.formulas}
    return sheet


def _title(hand: Hand, sheet: Sheet, width: int) -> None:
    if "title" in hand.extras:
        sheet.rows.append(["长治市2026年重污染天气应急减排清单", *[""] * (width - 1)])
        sheet.merges.append((0, 0, 0, width - 1))
    if hand.unit == "t_year_note":
        sheet.rows.append(["填报单位：长治市生态环境局", *[""] * (width - 3), "单位：吨/年", ""])


def _header(hand: Hand, sheet: Sheet, columns: tuple[str, ...]) -> None:
    stacks = [stack_of(hand, name) for name in columns]
    depth = max(len(stack) for stack in stacks)
    top = len(sheet.rows)
    rows = [[stack[at] if at < len(stack) else "" for stack in stacks] for at in range(depth)]
    for at, stack in enumerate(stacks):
        if depth > len(stack):
            sheet.merges.append((top + len(stack) - 1, at, top + depth - 1, at))
    for level in range(depth - 1):
        _merge_across(sheet, rows, level, top, stacks)
    sheet.rows += rows


def _merge_across(sheet: Sheet, rows: list[list[str]], level: int, top: int, stacks: list[tuple[str, ...]]) -> None:
    """Neighbours with the same group above them share one merged cell."""
    at = 0
    while at < len(stacks):
        end = at
        while (
            end + 1 < len(stacks)
            and len(stacks[at]) > level + 1
            and stacks[end + 1][: level + 1] == stacks[at][: level + 1]
        ):
            end += 1
        if end > at:
            sheet.merges.append((top + level, at, top + level, end))
            for blank in range(at + 1, end + 1):
                rows[level][blank] = ""
        at = end + 1


def _body(hand: Hand, sheet: Sheet, frame: pd.DataFrame, columns: tuple[str, ...], truth: Truth, shift: int) -> None:
    header = [list(row) for row in sheet.rows[-_depth(hand) :]]
    county, number = "", 0
    for _, lines in frame.groupby("enterprise_id", sort=False):
        code = str(lines["county_code"].iloc[0])
        if code != county:
            if county and "section_sums" in hand.extras:
                sheet.rows.append(_sum_row(columns, "小计"))
            if county and "blank_rows" in hand.extras:
                sheet.rows.append([""] * len(columns))
            if county and "repeat_header" in hand.extras and hand.rows_of_header == 1:
                sheet.rows += header
            if hand.county == "section":
                sheet.rows.append(
                    [f"（{'一二三四五六七八九十'[number % 10]}）{counties()[code]}", *[""] * (len(columns) - 1)]
                )
            county, number = code, 0
        number += 1
        _firm(hand, sheet, lines, columns, truth, number)


def _depth(hand: Hand) -> int:
    return max(len(stack_of(hand, name)) for name in columns_of(hand))


def _firm(hand: Hand, sheet: Sheet, lines: pd.DataFrame, columns: tuple[str, ...], truth: Truth, number: int) -> None:
    top = len(sheet.rows)
    shared = [at for at, name in enumerate(columns) if name in OF_FIRM and _is_shared(lines, name)]
    for at, row in enumerate(lines.to_dict("records")):
        cells: list[Cell] = [written(hand, name, row) if name not in UNSAID else "" for name in columns]
        cells[0] = number
        for place in shared if at and hand.lines != "repeat" else ():
            cells[place] = DITTO[hand.lines] if place else ""
        truth.say(sheet.name, len(sheet.rows) + 1, {name: row[name] for name in (*NUMBERS, *TEXTS)})
        sheet.rows.append(cells)
    if hand.lines == "merge" and len(lines) > 1:
        sheet.merges += [(top, place, top + len(lines) - 1, place) for place in shared]
    if "formulas" in hand.extras:
        sheet.formulas.update((row, columns.index("nox_kg_per_day")) for row in range(top, top + len(lines)))


def _is_shared(lines: pd.DataFrame, name: str) -> bool:
    """Whether all lines of a firm say the same."""
    return name not in lines or len(set(lines[name])) == 1


def _sum_row(columns: tuple[str, ...], word: str) -> list[Cell]:
    return [word if at == 1 else "99999" if name.endswith("_kg_per_day") else "" for at, name in enumerate(columns)]


def _end(hand: Hand, sheet: Sheet, columns: tuple[str, ...], frame: pd.DataFrame) -> None:
    if "sums" in hand.extras:
        sheet.rows.append(_sum_row(columns, "合　计"))
    if "notes" in hand.extras:
        sheet.rows.append(["注：排放量为上年实际排放量，由各县区上报。", *[""] * (len(columns) - 1)])
        sheet.rows.append(["填表人：张三", "审核人：李四", *[""] * (len(columns) - 2)])
    assert len(frame)
