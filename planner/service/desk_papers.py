"""The daily report and the evaluation of a warning as tables and workbooks, in the reader's words."""

from planner.execution import DailyReport, Evaluation, PlaceNames, Sheet, daily_sheets, evaluation_sheets
from planner.service.planner import Planner
from planner.terms import N_, Phrasebook

__all__ = ["daily_tables", "evaluation_tables", "place_names", "tables_workbook"]


def place_names(planner: Planner, city: str, phrasebook: Phrasebook) -> PlaceNames:
    """The names of a city, its counties and of the industries in the reader's language."""
    overlay = planner.city(city)
    chinese = phrasebook.language.startswith("zh")
    return PlaceNames(
        city=overlay.name_zh if chinese else overlay.name_en,
        counties=tuple((item.code, item.name_zh if chinese else item.name_en) for item in overlay.areas),
        industries=tuple(
            (item.code, item.name_zh if chinese else item.name_en) for item in planner.rulebook.industries
        ),
    )


def daily_tables(planner: Planner, report: DailyReport, phrasebook: Phrasebook) -> tuple[Sheet, ...]:
    """The tables of a daily report."""
    return daily_sheets(report, place_names(planner, report.city, phrasebook), phrasebook)


def evaluation_tables(planner: Planner, city: str, found: Evaluation, phrasebook: Phrasebook) -> tuple[Sheet, ...]:
    """The tables of an evaluation."""
    return evaluation_sheets(found, place_names(planner, city, phrasebook), phrasebook)


def tables_workbook(sheets: tuple[Sheet, ...], phrasebook: Phrasebook, *, is_exercise: bool) -> bytes:
    """Tables as xlsx; of an exercise every sheet is stamped."""
    from planner.orders import sheets_workbook  # noqa: PLC0415 - xlsxwriter, which papers alone need

    return sheets_workbook(sheets, phrasebook.say(N_("EXERCISE")) if is_exercise else "")
