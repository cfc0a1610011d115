"""A workbook of a seed: layout, habits and damage drawn at random, its rows and what they truly say."""

from dataclasses import dataclass
from random import Random

from tests.other_books.cells import CONVENTION_DAYS, cell_of
from tests.other_books.firms import Line, make_lines
from tests.other_books.layouts import FIELD_OF, LAYOUTS, Columns
from tests.workbooks.names import counties
from tests.workbooks.sheet import Sheet
from tests.workbooks.truth import Truth

HABITS = ("text_numbers", "full_width", "nothing", "ranges", "breaks", "class_names", "codes_as_numbers")
DAMAGE = (
    "merged_firms",
    "blank_firms",
    "county_titles",
    "sums",
    "repeated_header",
    "notes",
    "title",
    "blank_rows",
    "split_sheets",
    "site_sheet",
    "summary_sheet",
    "hidden_copy",
    "tail_signature",
)
FILES = ("xlsx", "xlsx", "xlsx", "xls", "xlsb", "ods", "csv_gb18030", "csv")
OF_FIRM = ("name", "county", "code", "permit", "phone", "contact", "class", "industry", "grade", "lon", "lat", "days")


@dataclass(frozen=True, slots=True, kw_only=True)
class Book:
    """The drawn workbook; `file` is the kind it is to be written in, `answers` the field of each header."""

    name: str
    layout: str
    file: str
    habits: frozenset[str]
    sheets: tuple[Sheet, ...]
    truth: Truth
    answers: dict[str, str]


def make_book(seed: int) -> Book:
    """The workbook of a seed: six layouts in turn, the rest at random."""
    random = Random(seed * 7919)  # noqa: S311 - no secret: seeded made-up damage
    layout = list(LAYOUTS)[seed % len(LAYOUTS)]
    file = random.choice(FILES)
    habits = frozenset(word for word in (*HABITS, *DAMAGE) if random.random() < 0.35)
    if file.startswith("csv"):
        habits -= {"merged_firms"}
    if file.startswith("csv"):
        habits -= {"split_sheets", "site_sheet", "summary_sheet", "hidden_copy"}
    truth = Truth()
    sheets = _sheets(layout, make_lines(seed), random, habits, truth, csv=file.startswith("csv"))
    columns = LAYOUTS[layout]
    answers = {"".join(part for part in header if part): FIELD_OF.get(key, "") for header, key in columns}
    return Book(
        name=f"{seed:03d}_{layout}",
        layout=layout,
        file=file,
        habits=habits,
        sheets=tuple(sheets),
        truth=truth,
        answers=answers,
    )


def _sheets(
    layout: str, lines: list[Line], random: Random, habits: frozenset[str], truth: Truth, *, csv: bool
) -> list[Sheet]:
    columns = LAYOUTS[layout]
    if layout == "text_list":
        lines = [line for at, line in enumerate(lines) if not at or lines[at - 1].firm != line.firm]
    if "split_sheets" in habits:
        parts = {
            counties()[code]: [line for line in lines if line.says["county_code"] == code]
            for code in dict.fromkeys(line.says["county_code"] for line in lines)
        }
    else:
        parts = {"" if csv else "减排清单": lines}
    sheets = [_sheet(name, columns, part, random, habits, truth) for name, part in parts.items()]
    if "site_sheet" in habits:
        rows: list[list[str | float]] = [["工地名称", "占地面积（平方米）"], ["某某小区二期", 23000.0]]
        sheets.append(Sheet(name="扬尘源", rows=rows))
    if "summary_sheet" in habits:
        sheets.insert(0, Sheet(name="汇总", rows=[["县区", "企业数", "SO2（吨）"], ["全市", 1555.0, 20301.2]]))
    if "hidden_copy" in habits:
        sheets.append(Sheet(name="Sheet3", rows=[list(row) for row in sheets[0].rows], hidden=True))
    return sheets


def _sheet(
    name: str, columns: Columns, lines: list[Line], random: Random, habits: frozenset[str], truth: Truth
) -> Sheet:
    sheet = Sheet(name=name)
    if "title" in habits:
        sheet.rows.append(["长治市2025—2026年重污染天气应急减排清单（工业源）"])
        sheet.merges.append((0, 0, 0, len(columns) - 1))
    if "notes" in habits:
        sheet.rows.append(["填报单位：（盖章）"])
    header = _header(sheet, columns)
    county, number = "", 0
    for at, line in enumerate(lines):
        first = not at or (lines[at - 1].firm, county) != (line.firm, line.says["county_code"])
        if line.says["county_code"] != county:
            _between(sheet, columns, line, (at, number), habits)
            county, number = line.says["county_code"], 0
        number += first
        if "blank_rows" in habits and random.random() < 0.1:
            sheet.rows.append([""] * len(columns))
        if "repeated_header" in habits and at and at % 11 == 0 and first:
            sheet.rows += [list(row) for row in header]
        _row(sheet, columns, line, (number, first), random, habits, truth)
    _end(sheet, columns, habits)
    return sheet


def _between(sheet: Sheet, columns: Columns, line: Line, place: tuple[int, int], habits: frozenset[str]) -> None:
    """The sum of the county that ends and the title of the one that begins."""
    at, number = place
    if at and "sums" in habits:
        sheet.rows.append(["小计", f"{number}家", *[""] * (len(columns) - 2)])
    if "county_titles" in habits:
        title = f"{'一二三四五六七八'[at % 8]}、{counties()[line.says['county_code']]}"
        sheet.rows.append([title, *[""] * (len(columns) - 1)])


def _header(sheet: Sheet, columns: Columns) -> list[list[str | float]]:
    depth, top = len(columns[0][0]), len(sheet.rows)
    rows: list[list[str | float]] = [[header[level] for header, _ in columns] for level in range(depth)]
    _merge_groups(sheet, columns, depth, top)
    for at, (header, _) in enumerate(columns):
        said = [level for level in range(depth) if header[level]]
        if said[-1] < depth - 1:
            sheet.merges.append((top + said[-1], at, top + depth - 1, at))
    _blank_groups(rows, columns)
    sheet.rows += rows
    return rows


def _merge_groups(sheet: Sheet, columns: Columns, depth: int, top: int) -> None:
    for level in range(depth - 1):
        start = 0
        for at in range(1, len(columns) + 1):
            if at == len(columns) or columns[at][0][: level + 1] != columns[start][0][: level + 1]:
                if at - start > 1:
                    sheet.merges.append((top + level, start, top + level, at - 1))
                start = at


def _blank_groups(rows: list[list[str | float]], columns: Columns) -> None:
    """A group stands in its first cell alone."""
    for level, row in enumerate(rows[:-1]):
        for at in range(len(row) - 1, 0, -1):
            if row[at] and columns[at][0][: level + 1] == columns[at - 1][0][: level + 1]:
                row[at] = ""


def _row(
    sheet: Sheet,
    columns: Columns,
    line: Line,
    place: tuple[int, bool],
    random: Random,
    habits: frozenset[str],
    truth: Truth,
) -> None:
    number, first = place
    keys = {key for _, key in columns}
    cells: list[str | float] = []
    says: dict[str, str] = {}
    for _, key in columns:
        if key == "number":
            cells.append(float(number) if first else "")
            continue
        cell, other = cell_of(key, line, random, habits)
        _say(says, key, line, cell, other, days="days" in keys)
        if key == "process" and "industry" not in keys:
            says.pop("sub_process")  # a process is one of an industry, which no other column names
        whole = key in OF_FIRM or key in ("number", "yellow", "orange", "red", "text_grade")
        if whole and not first and {"merged_firms", "blank_firms"} & habits:
            cell = ""
            if "merged_firms" in habits and key in OF_FIRM:
                sheet.merges = _stretch(sheet.merges, len(sheet.rows), len(cells))
            if key not in OF_FIRM:
                says.pop(FIELD_OF.get(key, ""), None)
        cells.append(cell)
    sheet.rows.append(cells)
    truth.say(sheet.name, len(sheet.rows), says)


def _stretch(merges: list[tuple[int, int, int, int]], row: int, column: int) -> list[tuple[int, int, int, int]]:
    for at, (top, left, bottom, right) in enumerate(merges):
        if left == column and right == column and bottom == row - 1:
            return [*merges[:at], (top, left, row, right), *merges[at + 1 :]]
    return [*merges, (row - 1, column, row, column)]


def _say(says: dict[str, str], key: str, line: Line, cell: str | float, other: dict[str, str], *, days: bool) -> None:
    field = FIELD_OF.get(key)
    if key == "industry_and_grade":
        says |= {"key_industry": line.says["key_industry"], "grade": line.says["grade"]}
    if field is None or other.get("amount") == "?":
        return
    if key == "text_grade":
        says |= {name: value for name, value in other.items() if value}
        return
    value = "0" if other.get("amount") == "0" else line.says.get(field, str(cell))
    value = "无措施" if value == "/" else value
    if key == "monitored":
        value = "0"
    if not days and key.endswith(("_t", "_wkwh", "_wt")) and key != "capacity_t" and value != "0":
        value = repr(float(value) * float(line.words["days"]) / CONVENTION_DAYS)
    says[field] = value


def _end(sheet: Sheet, columns: Columns, habits: frozenset[str]) -> None:
    if "sums" in habits:
        sums: list[str | float] = [
            float(round(sum(row[at] for row in sheet.rows if at < len(row) and isinstance(row[at], float)), 2))
            if key.endswith(("_t", "_kg"))
            else ""
            for at, (_, key) in enumerate(columns)
        ]
        sheet.rows.append(["全市合计", *sums[1:]])
    if "tail_signature" in habits:
        sheet.rows.append(["填表人：王某", "审核人：李某", "填表日期：2025年9月30日"])
    if "notes" in habits:
        sheet.rows.append(["注：1.本表由各县区生态环境分局填报；2.停产企业也应填报。"])
