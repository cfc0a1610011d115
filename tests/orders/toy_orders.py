"""The toy city's orders, written and read back."""

from dataclasses import replace
from io import BytesIO

from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from planner.orders import OrderMeta, orders_workbook
from planner.plan import Plan
from planner.problem import PlanProblem
from planner.terms import Phrasebook
from tests.compare.toy_problem import toy_city, toy_plan

__all__ = ["META", "head", "named", "reopened", "rows_of", "total_of", "written"]

META = OrderMeta(
    city_name_zh="长治市",
    city_name_en="Changzhi",
    county_names=(("140403", "潞州区", "Luzhou District"), ("140404", "上党区", "Shangdang District")),
    industry_names=(("cement", "水泥", "Cement"),),
    sub_process_names=(("cement/main", "主工序", "Main process"),),
    plan_sha256="3" * 64,
    planner_version="0.1.0",
    list_file="enterprises.csv",
)


def written(pair: tuple[PlanProblem, Plan] | None = None, language: str = "en", **changes: object) -> bytes:
    """The workbook of a plan; `changes` go into its OrderMeta."""
    problem, plan = pair or toy_plan()
    return orders_workbook(problem, plan, replace(META, **changes), Phrasebook(language=language))


def reopened(data: bytes | None = None) -> Workbook:
    """The workbook as a reader of files sees it."""
    return load_workbook(BytesIO(data if data is not None else written()))


def head(sheet: Worksheet) -> int:
    """The last row of the header of a sheet's main table: the row above the frozen edge."""
    return int(str(sheet.freeze_panes).lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")) - 1


def rows_of(sheet: Worksheet) -> list[dict[str, object]]:
    """The rows of a sheet's main table by heading, the total row left out."""
    bottom = head(sheet)
    names = [
        sheet.cell(bottom, place).value or sheet.cell(bottom - 1, place).value
        for place in range(1, sheet.max_column + 1)
    ]
    values = sheet.iter_rows(min_row=bottom + 1, values_only=True)
    return [dict(zip(names, row, strict=True)) for row in values if isinstance(row[0], int)]


def total_of(sheet: Worksheet) -> dict[str, object]:
    """The last row of a sheet's main table by heading."""
    bottom = head(sheet)
    places = range(1, sheet.max_column + 1)
    names = [sheet.cell(bottom, place).value or sheet.cell(bottom - 1, place).value for place in places]
    return dict(zip(names, [sheet.cell(sheet.max_row, place).value for place in places], strict=True))


def named(text: str) -> tuple[PlanProblem, Plan]:
    """The toy plan with a firm of this name among the ordered and another among the untouched."""
    renamed = [replace(source, name=text) if source.source_id in ("a-1", "e-1") else source for source in toy_city()]
    return toy_plan(tuple(renamed))
