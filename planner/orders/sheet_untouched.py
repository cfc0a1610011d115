"""Sheet 5: who is told nothing, and by which clause."""

import pandas as pd
from xlsxwriter import Workbook

from planner.compare import (
    grade_label,
    ground_label,
    kind_label,
    pollutant_label,
    standing_label,
    standing_sentence,
    untouched_table,
)
from planner.orders.context import OrderContext
from planner.orders.grade_changes import grade_changes
from planner.orders.names import NONE_SHOWN
from planner.orders.sheets import Column, Sheet, summed
from planner.orders.styles import Style, Styles
from planner.plan import Ground, without_floor
from planner.terms import N_, POLLUTANTS, Standing

__all__ = ["write_untouched"]

_RANK: dict[str, int] = {
    standing: rank
    for rank, standing in enumerate(
        (
            Standing.EXEMPT,
            Standing.WHITE_LISTED,
            Standing.SELF_DETERMINED,
            Standing.SMALL,
            Standing.GUARANTEED,
            Standing.UNDETERMINED,
            Standing.ORDERABLE,
            Standing.FLEET_OR_SITE,
            Standing.REST,
        )
    )
}
"""Those whom a rule sets free first, those of whom nothing is needed then, the rest of society last."""


def write_untouched(book: Workbook, styles: Styles, context: OrderContext) -> None:
    """One row a source without a measure, grouped by its standing, with the rule behind it."""
    say = context.phrasebook.say
    table = _sorted(untouched_table(context.problem, context.plan))
    columns = [*_who(context, table), *_why(context, table), *(_base(context, table, name) for name in POLLUTANTS)]
    sheet = Sheet(book, styles, context.phrasebook, say(N_("5 Exempt and untouched")), len(columns))
    note = say(
        N_("These sources count in the base and have no measure; their emissions must not rise above a normal day.")
    )
    sheet.preamble(context.title(say(N_("exempt and untouched sources"))), [context.safety_note, note], context.mark)
    sheet.table(columns, is_main=True)


def _sorted(table: pd.DataFrame) -> pd.DataFrame:
    rank = table["standing"].map(_RANK).fillna(len(_RANK))
    ranked = table.assign(rank=rank)
    return ranked.sort_values(["rank", "county_code", "enterprise_id", "source_id"], kind="stable", ignore_index=True)


def _who(context: OrderContext, table: pd.DataFrame) -> list[Column]:
    say, book, names = context.phrasebook.say, context.phrasebook, context.names
    rows = zip(table["kind"], table["line_id"], table["line_name"], strict=True)
    activities = zip(table["key_industry"], table["sub_process"], strict=True)
    sources = [" ".join(part for part in (kind_label(book, kind), *rest) if part) for kind, *rest in rows]
    numbers = list(range(1, len(table) + 1))
    return [
        Column(title=say(N_("No.")), values=numbers, style=Style.COUNT, width=6.0, total=say(N_("Total"))),
        _words(say(N_("County")), [names.county(code) for code in table["county_code"]], 10.0),
        _words(say(N_("Name")), [text or NONE_SHOWN for text in table["enterprise_name"]], 24.0),
        _words(say(N_("Unified social credit code")), [text or NONE_SHOWN for text in table["enterprise_id"]], 20.0),
        _words(say(N_("Key industry and process")), [names.activity(*pair) for pair in activities], 16.0),
        _words(say(N_("Grade")), [grade_label(book, grade) for grade in table["grade"]], 10.0, Style.CENTER),
        *grade_changes(context, table),
        _words(say(N_("Source")), sources, 16.0),
    ]


def _why(context: OrderContext, table: pd.DataFrame) -> list[Column]:
    say, book, clauses = context.phrasebook.say, context.phrasebook, context.clauses
    standings, rules = table["standing"].tolist(), table["standing_citation"].tolist()
    return [
        _words(say(N_("Standing")), [standing_label(book, item) for item in standings], 12.0, Style.CENTER),
        _words(say(N_("Reason")), _reasons(context, table), 26.0),
        _words(say(N_("Rule")), [clauses.title(rule) for rule in rules], 26.0),
        _words(say(N_("Instrument")), [clauses.instrument(rule) for rule in rules], 28.0),
        _words(say(N_("Clause")), [clauses.clause(rule) for rule in rules], 12.0),
        _words(say(N_("Status of the rule")), [clauses.status(rule) for rule in rules], 9.0, Style.CENTER),
    ]


def _reasons(context: OrderContext, table: pd.DataFrame) -> list[str]:
    """Why nothing is ordered; of a line without any floor that too."""
    book, lacking = context.phrasebook, frozenset(without_floor(context.problem))
    no_floor = ground_label(book, Ground.MISSING_WITHOUT_FLOOR)
    told = [standing_sentence(book, standing) for standing in table["standing"]]
    rows = zip(told, table["source_id"], strict=True)
    return [f"{reason} {no_floor}" if name in lacking else reason for reason, name in rows]


def _words(title: str, values: list[str], width: float, style: Style = Style.TEXT) -> Column:
    return Column(title=title, values=values, style=style, width=width, total="")


def _base(context: OrderContext, table: pd.DataFrame, name: str) -> Column:
    values = table[f"{name}_base_kg_per_day"].tolist()
    return Column(
        title=pollutant_label(context.phrasebook, name),
        values=values,
        style=Style.KILOGRAMS,
        width=11.0,
        group=context.phrasebook.say(N_("Base, kg/d")),
        total=summed(values),
    )
