"""Sheet 2: by county."""

import pandas as pd
from xlsxwriter import Workbook

from planner.compare import REPORTED, WHOLE_SOCIETY, city_summary, county_summary, pollutant_label
from planner.orders.context import OrderContext
from planner.orders.names import NONE_SHOWN
from planner.orders.sheets import Column, Sheet
from planner.orders.styles import Style, Styles
from planner.terms import KG_PER_TONNE, N_

__all__ = ["write_counties"]

_LEADING_COLUMNS = 8


def write_counties(book: Workbook, styles: Styles, context: OrderContext) -> None:
    """One row a county: what is ordered, what it takes away and what it costs; the last row is the city."""
    say = context.phrasebook.say
    sheet = Sheet(book, styles, context.phrasebook, say(N_("2 Counties")), _LEADING_COLUMNS + 2 * len(REPORTED))
    notes = [context.safety_note, say(N_("Shares are of each county's own base; the last row is the whole city."))]
    sheet.preamble(context.title(say(N_("reductions by county"))), notes, context.mark)
    table = county_summary(context.problem, context.plan)
    whole = city_summary(context.problem, context.plan)
    whole = whole[whole["sector"] == WHOLE_SOCIETY].set_index("pollutant")
    sheet.table([*_counts(context, table), *_amounts(context, table, whole)], is_main=True)


def _counts(context: OrderContext, table: pd.DataFrame) -> list[Column]:
    say = context.phrasebook.say
    names = [context.names.county(code) for code in table["county_code"]]
    numbers = {
        "enterprises_listed": say(N_("Enterprises listed")),
        "enterprises_ordered": say(N_("Enterprises ordered")),
        "lines_ordered": say(N_("Lines ordered")),
        "lines_halted": say(N_("of which halted")),
        "fleets_and_sites_ordered": say(N_("Fleets and sites ordered")),
    }
    cost = table["cost_yuan"].tolist()
    return [
        Column(title=say(N_("County")), values=names, width=14.0, total=say(N_("Whole city"))),
        Column(title=say(N_("Code")), values=table["county_code"].tolist(), style=Style.CENTER, width=8.0, total=""),
        *(_count(title, table[name].tolist(), _city_count(context, name)) for name, title in numbers.items()),
        Column(
            title=say(N_("Cost, yuan")), values=cost, style=Style.YUAN, width=12.0, total=context.plan.objective_yuan
        ),
    ]


def _count(title: str, values: list[int], in_city: int | None) -> Column:
    total = sum(values) if in_city is None else in_city
    return Column(title=title, values=values, style=Style.COUNT, width=8.0, total=total)


def _city_count(context: OrderContext, name: str) -> int | None:
    """Firms with plants in two counties are counted once in the city."""
    if name == "enterprises_listed":
        return len(set(context.problem.sources.enterprise_id) - {""})
    if name == "enterprises_ordered":
        return len({item.enterprise_id for item in context.plan.curtailments} - {""})
    return None


def _amounts(context: OrderContext, table: pd.DataFrame, whole: pd.DataFrame) -> list[Column]:
    say = context.phrasebook.say
    tonnes, percent = say(N_("Reduction, t/d")), say(N_("Share of the base"))
    reductions = [
        Column(
            title=pollutant_label(context.phrasebook, name),
            values=(table[f"{name}_reduction_kg_per_day"] / KG_PER_TONNE).tolist(),
            style=Style.TONNES,
            group=tonnes,
            total=float(whole["reduction_kg_per_day"][name]) / KG_PER_TONNE,
        )
        for name in REPORTED
    ]
    shares = [
        Column(
            title=pollutant_label(context.phrasebook, name),
            values=_shares(table, name),
            style=Style.PERCENT,
            group=percent,
            total=float(whole["share"][name]),
        )
        for name in REPORTED
    ]
    return [*reductions, *shares]


def _shares(table: pd.DataFrame, name: str) -> list[object]:
    base = table[f"{name}_base_kg_per_day"]
    return [share if whole > 0.0 else NONE_SHOWN for share, whole in zip(table[f"{name}_share"], base, strict=True)]
