"""Sheet 5: who is told nothing, and by which clause."""

import pandas as pd
from xlsxwriter import Workbook

from planner.compare import grade_label, kind_label, pollutant_label, standing_label, standing_sentence, untouched_table
from planner.orders.context import OrderContext
from planner.orders.names import NONE_SHOWN
from planner.orders.sheets import Column, Sheet, summed
from planner.orders.styles import Style, Styles
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
    say, book = context.phrasebook.say, context.phrasebook
    rows = zip(table["kind"], table["line_id"], table["line_name"], strict=True)
    activities = zip(table["key_industry"], table["sub_process"], strict=True)
    return [
        Column(
            title=say(N_("No.")),
            values=list(range(1, len(table) + 1)),
            style=Style.COUNT,
            width=6.0,
            total=say(N_("Total")),
        ),
        Column(
            title=say(N_("County")),
            values=[context.names.county(code) for code in table["county_code"]],
            width=10.0,
            total="",
        ),
        Column(title=say(N_("Name")), values=_shown(table["enterprise_name"]), width=24.0, total=""),
        Column(
            title=say(N_("Unified social credit code")), values=_shown(table["enterprise_id"]), width=20.0, total=""
        ),
        Column(
            title=say(N_("Key industry and process")),
            values=[context.names.activity(*pair) for pair in activities],
            width=16.0,
            total="",
        ),
        Column(
            title=say(N_("Grade")),
            values=[grade_label(book, grade) for grade in table["grade"]],
            style=Style.CENTER,
            width=10.0,
            total="",
        ),
        Column(
            title=say(N_("Source")),
            values=[" ".join(part for part in (kind_label(book, kind), *rest) if part) for kind, *rest in rows],
            width=16.0,
            total="",
        ),
    ]


def _why(context: OrderContext, table: pd.DataFrame) -> list[Column]:
    say, book, clauses = context.phrasebook.say, context.phrasebook, context.clauses
    rules = table["standing_citation"].tolist()
    return [
        Column(
            title=say(N_("Standing")),
            values=[standing_label(book, item) for item in table["standing"]],
            style=Style.CENTER,
            width=12.0,
            total="",
        ),
        Column(
            title=say(N_("Reason")),
            values=[standing_sentence(book, item) for item in table["standing"]],
            width=26.0,
            total="",
        ),
        Column(title=say(N_("Rule")), values=[clauses.title(rule) for rule in rules], width=26.0, total=""),
        Column(title=say(N_("Instrument")), values=[clauses.instrument(rule) for rule in rules], width=28.0, total=""),
        Column(title=say(N_("Clause")), values=[clauses.clause(rule) for rule in rules], width=12.0, total=""),
        Column(
            title=say(N_("Status of the rule")),
            values=[clauses.status(rule) for rule in rules],
            style=Style.CENTER,
            width=9.0,
            total="",
        ),
    ]


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


def _shown(texts: "pd.Series[str]") -> list[str]:
    return [text or NONE_SHOWN for text in texts]
