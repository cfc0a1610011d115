"""Sheets 3 and 4: what each source is told to do, why, from when to when, how safely, and how it is checked."""

import pandas as pd
from xlsxwriter import Workbook

from planner.compare import (
    REPORTED,
    basis_label,
    by_day_sentence,
    curtailment_table,
    grade_label,
    ground_label,
    kind_label,
    measure_sentence,
    pollutant_label,
    sector_label,
    standing_label,
)
from planner.orders.context import OrderContext
from planner.orders.grade_changes import grade_changes
from planner.orders.names import NONE_SHOWN
from planner.orders.sheets import Column, Sheet, summed
from planner.orders.styles import Style, Styles
from planner.orders.verification import check_sentence, safety_sentence
from planner.terms import N_, POLLUTANTS, SourceKind, Standing

__all__ = ["write_firms", "write_fleets_and_sites"]

FIRM_KINDS = (SourceKind.LINE, SourceKind.BOILER)


def write_firms(book: Workbook, styles: Styles, context: OrderContext) -> None:
    """Sheet 3: one row an ordered line or boiler, by county, enterprise and line; the last row sums them."""
    say = context.phrasebook.say
    table = _ordered(context, firms=True)
    columns = [*_who(context, table), *_firm_columns(context, table), *_order_columns(context, table, list(POLLUTANTS))]
    _write(book, styles, context, columns, (say(N_("3 Enterprises")), say(N_("orders by enterprise and line"))))


def write_fleets_and_sites(book: Workbook, styles: Styles, context: OrderContext) -> None:
    """Sheet 4: one row an ordered fleet or dust site; PM10 and PM2.5 stand beside total PM."""
    say = context.phrasebook.say
    table = _ordered(context, firms=False)
    columns = [*_who(context, table), *_fleet_columns(context, table), *_order_columns(context, table, list(REPORTED))]
    _write(book, styles, context, columns, (say(N_("4 Fleets and sites")), say(N_("orders for fleets and dust sites"))))


def _write(
    book: Workbook, styles: Styles, context: OrderContext, columns: list[Column], words: tuple[str, str]
) -> None:
    name, subject = words
    sheet = Sheet(book, styles, context.phrasebook, name, len(columns))
    header = context.problem.header
    say = context.phrasebook.say
    notes = [
        context.safety_note,
        say(N_("Measures hold {period} (Beijing time)."), period=context.period(header.start, header.end)),
        say(
            N_("Numbers in square brackets lead to the register of bases. Costs are over {days} days."),
            days=header.duration_days,
        ),
    ]
    sheet.preamble(context.title(subject), notes, context.mark)
    sheet.table(columns, is_main=True)


def _ordered(context: OrderContext, *, firms: bool) -> pd.DataFrame:
    table = curtailment_table(context.problem, context.plan)
    chosen = table[table["kind"].isin([str(kind) for kind in FIRM_KINDS]) == firms]
    return chosen.sort_values(["county_code", "enterprise_id", "source_id"], kind="stable", ignore_index=True)


def _who(context: OrderContext, table: pd.DataFrame) -> list[Column]:
    say = context.phrasebook.say
    counties = [context.names.county(code) for code in table["county_code"]]
    return [
        Column(
            title=say(N_("No.")),
            values=list(range(1, len(table) + 1)),
            style=Style.COUNT,
            width=6.0,
            total=say(N_("Total")),
        ),
        Column(title=say(N_("County")), values=counties, width=10.0, total=""),
        Column(title=say(N_("Name")), values=_shown(table["enterprise_name"]), width=22.0, total=""),
    ]


def _firm_columns(context: OrderContext, table: pd.DataFrame) -> list[Column]:
    say, book = context.phrasebook.say, context.phrasebook
    activities = [
        context.names.activity(industry, process)
        for industry, process in zip(table["key_industry"], table["sub_process"], strict=True)
    ]
    lines = [
        " ".join(part for part in (kind_label(book, kind), line, name) if part)
        for kind, line, name in zip(table["kind"], table["line_id"], table["line_name"], strict=True)
    ]
    grades = [grade_label(book, grade) for grade in table["grade"]]
    standings = [
        standing_label(book, standing) if standing == Standing.GUARANTEED else NONE_SHOWN
        for standing in table["standing"]
    ]
    return [
        Column(
            title=say(N_("Unified social credit code")), values=_shown(table["enterprise_id"]), width=20.0, total=""
        ),
        Column(title=say(N_("Key industry and process")), values=activities, width=16.0, total=""),
        Column(title=say(N_("Grade")), values=grades, style=Style.CENTER, width=8.0, total=""),
        *grade_changes(context, table),
        Column(title=say(N_("Guarantee")), values=standings, style=Style.CENTER, width=8.0, total=""),
        Column(title=say(N_("Line or boiler")), values=lines, width=14.0, total=""),
    ]


def _fleet_columns(context: OrderContext, table: pd.DataFrame) -> list[Column]:
    say, book = context.phrasebook.say, context.phrasebook
    sectors = [sector_label(book, sector) for sector in table["sector"]]
    kinds = [
        context.names.activity(industry, process)
        for industry, process in zip(table["key_industry"], table["sub_process"], strict=True)
    ]
    return [
        Column(title=say(N_("Sector")), values=sectors, style=Style.CENTER, width=12.0, total=""),
        Column(title=say(N_("Kind of source")), values=kinds, width=14.0, total=""),
    ]


def _order_columns(context: OrderContext, table: pd.DataFrame, pollutants: list[str]) -> list[Column]:
    say = context.phrasebook.say
    return [
        Column(title=say(N_("Measure")), values=_measures(context, table), width=28.0, total=""),
        Column(title=say(N_("Period")), values=_periods(context, table), width=18.0, total=""),
        *(_reduction(context, table, name) for name in pollutants),
        *_cost_and_basis(context, table),
        Column(
            title=say(N_("Safe stop, h")),
            values=table["safe_stop_hours"].tolist(),
            style=Style.HOURS,
            width=7.0,
            total="",
        ),
        Column(title=say(N_("Safety")), values=_safeties(context, table), width=22.0, total=""),
        Column(title=say(N_("How it is checked")), values=_checks(context, table), width=20.0, total=""),
    ]


def _cost_and_basis(context: OrderContext, table: pd.DataFrame) -> list[Column]:
    say = context.phrasebook.say
    cost = table["cost_yuan"].tolist()
    bases = [basis_label(context.phrasebook, basis) for basis in table["basis"]]
    grounds = [ground_label(context.phrasebook, ground) for ground in table["ground"]]
    clauses = [
        context.clauses.quote(citations, row)
        for citations, row in zip(table["citations"], table["list_row"].tolist(), strict=True)
    ]
    return [
        Column(title=say(N_("Cost, yuan")), values=cost, style=Style.YUAN, width=11.0, total=summed(cost)),
        Column(title=say(N_("Basis")), values=bases, style=Style.CENTER, width=9.0, total=""),
        Column(title=say(N_("Rests on")), values=grounds, style=Style.CENTER, width=13.0, total=""),
        Column(title=say(N_("Clauses")), values=clauses, width=32.0, total=""),
    ]


def _reduction(context: OrderContext, table: pd.DataFrame, name: str) -> Column:
    values = table[f"{name}_reduction_kg_per_day"].tolist()
    return Column(
        title=pollutant_label(context.phrasebook, name),
        values=values,
        style=Style.KILOGRAMS,
        width=10.0,
        group=context.phrasebook.say(N_("Reduction, kg/d")),
        total=summed(values),
    )


def _measures(context: OrderContext, table: pd.DataFrame) -> list[str]:
    rows = zip(table["measures"], table["kept_share"].tolist(), table["line_id"], table["kept_by_day"], strict=True)
    told = (
        (measure_sentence(context.phrasebook, measures, kept, line), by_day_sentence(context.phrasebook, by_day))
        for measures, kept, line, by_day in rows
    )
    return [": ".join(filter(None, words)) for words in told]


def _periods(context: OrderContext, table: pd.DataFrame) -> list[str]:
    return [context.period(start, end) for start, end in zip(table["start"], table["end"], strict=True)]


def _safeties(context: OrderContext, table: pd.DataFrame) -> list[str]:
    rows = zip(table["measures"], table["safe_stop_hours"].tolist(), strict=True)
    return [safety_sentence(context.phrasebook, measures, hours) for measures, hours in rows]


def _checks(context: OrderContext, table: pd.DataFrame) -> list[str]:
    points = {point.source_id: point for point in context.meta.check_points}
    rows = zip(table["kind"], table["measures"], table["source_id"], strict=True)
    return [check_sentence(context.phrasebook, kind, measures, points.get(name)) for kind, measures, name in rows]


def _shown(texts: "pd.Series[str]") -> list[str]:
    return [text or NONE_SHOWN for text in texts]
