"""Sheet 1: the field's summary table, whether the cuts are met, and what the plan was made from and rests on."""

import pandas as pd
from xlsxwriter import Workbook

from planner.compare import (
    REPORTED,
    basis_label,
    city_summary,
    pollutant_label,
    sector_label,
)
from planner.orders.context import OrderContext
from planner.orders.names import NONE_SHOWN
from planner.orders.rests_on import write_grounds, write_open_values
from planner.orders.sheets import Column, Sheet
from planner.orders.styles import Style, Styles
from planner.orders.summary_facts import summary_facts
from planner.problem.records import BASES
from planner.terms import KG_PER_TONNE, N_, POLLUTANTS, Pollutant

__all__ = ["write_summary"]

_TOP_ROWS = 2
"""The stamp and the title."""
_WIDTHS = (18.0, *(9.0 for _ in range(3 * len(REPORTED))))
_TRADED = (Pollutant.SO2, Pollutant.NOX)


def write_summary(book: Workbook, styles: Styles, context: OrderContext) -> None:
    """The summary: facts, the field's table, the cuts, the shares by basis, what is still to be confirmed."""
    say = context.phrasebook.say
    sheet = Sheet(book, styles, context.phrasebook, say(N_("1 Summary")), len(_WIDTHS))
    sheet.set_widths(_WIDTHS)
    sheet.preamble(context.title(say(N_("summary of emergency reductions"))), [context.safety_note], context.mark)
    sheet.keep_top(_TOP_ROWS)
    sheet.facts(summary_facts(context))
    _write_field_table(sheet, context)
    _write_cuts(sheet, context)
    _write_shortfalls(sheet, context)
    _write_bases(sheet, context)
    write_grounds(sheet, context)
    write_open_values(sheet, context)


def _write_field_table(sheet: Sheet, context: OrderContext) -> None:
    say = context.phrasebook.say
    table = city_summary(context.problem, context.plan)
    sheet.heading(say(N_("Reductions by sector")))
    shares = N_("Shares in a sector's row are of the sector's own base, those of the whole society of the whole base.")
    particles = N_("PM10 and PM2.5 are reported beside total PM and never added to it.")
    sheet.note(say(shares))
    sheet.note(say(particles))
    names = list(dict.fromkeys(table["sector"]))
    rows = [sector_label(context.phrasebook, name) for name in names]
    sectors = Column(title=say(N_("Sector")), values=rows[:-1], total=rows[-1])
    groups = (
        ("base_kg_per_day", say(N_("Base, t/d")), Style.TONNES),
        ("reduction_kg_per_day", say(N_("Reduction, t/d")), Style.TONNES),
        ("share", say(N_("Share of the base")), Style.PERCENT),
    )
    sheet.table([sectors, *(_amount(context, table, name, group) for group in groups for name in REPORTED)])


def _amount(context: OrderContext, table: pd.DataFrame, pollutant: str, group: tuple[str, str, Style]) -> Column:
    column, title, style = group
    rows = table[table["pollutant"] == pollutant]
    divisor = KG_PER_TONNE if style is Style.TONNES else 1.0
    values: list[object] = (rows[column] / divisor).tolist()
    if style is Style.PERCENT:
        pairs = zip(values, rows["base_kg_per_day"].tolist(), strict=True)
        values = [value if base > 0.0 else NONE_SHOWN for value, base in pairs]
    name = pollutant_label(context.phrasebook, pollutant)
    return Column(title=name, values=values[:-1], style=style, group=title, total=values[-1])


def _write_cuts(sheet: Sheet, context: OrderContext) -> None:
    say, exchange = context.phrasebook.say, context.plan.exchange
    sheet.heading(say(N_("The cuts of the whole society")))
    sheet.note(
        say(N_("SO2 and NOx may be traded against each other: their shares together must reach the required sum."))
    )
    items = context.plan.totals
    names = [pollutant_label(context.phrasebook, item.pollutant) for item in items]
    shares = [*(item.share for item in items), exchange.sum_share]
    asked: list[object] = [item.target_share if item.base_kg_per_day > 0.0 else NONE_SHOWN for item in items]
    both = say(N_("SO2 + NOx (exchange)"))
    base: list[object] = [item.base_kg_per_day / KG_PER_TONNE for item in items]
    cut: list[object] = [item.reduction_kg_per_day / KG_PER_TONNE for item in items]
    columns = [
        Column(title=say(N_("Pollutant")), values=[*names, both]),
        Column(title=say(N_("Base, t/d")), values=[*base, NONE_SHOWN], style=Style.TONNES),
        Column(title=say(N_("Reduction, t/d")), values=[*cut, NONE_SHOWN], style=Style.TONNES),
        Column(title=say(N_("Share")), values=shares, style=Style.PERCENT),
        Column(title=say(N_("Required")), values=[*asked, exchange.required_sum_share], style=Style.PERCENT),
        Column(title=say(N_("Met")), values=_met(context), style=Style.CENTER),
    ]
    sheet.table(columns)


def _met(context: OrderContext) -> list[str]:
    say, exchange = context.phrasebook.say, context.plan.exchange
    words = {True: say(N_("met")), False: say(N_("not met"))}
    by_exchange = say(N_("met by the exchange"))
    cuts = [
        by_exchange if item.met and item.pollutant in _TRADED and item.share < item.target_share else words[item.met]
        for item in context.plan.totals
    ]
    return [*cuts, words[exchange.sum_share >= exchange.required_sum_share]]


def _write_shortfalls(sheet: Sheet, context: OrderContext) -> None:
    items = context.plan.shortfalls
    if not items:
        return
    say = context.phrasebook.say
    sheet.heading(say(N_("Cuts that are missed")))
    names = [pollutant_label(context.phrasebook, item.pollutant) for item in items]
    missing = [item.missing_kg_per_day / KG_PER_TONNE for item in items]
    columns = [
        Column(title=say(N_("Pollutant")), values=names),
        Column(title=say(N_("Missing share")), values=[item.missing_share for item in items], style=Style.PERCENT),
        Column(title=say(N_("Missing, t/d")), values=missing, style=Style.TONNES),
    ]
    sheet.table(columns)


def _write_bases(sheet: Sheet, context: OrderContext) -> None:
    say, by_basis = context.phrasebook.say, context.plan.by_basis
    sheet.heading(say(N_("Shares of the base by what they rest on")))
    rows = [basis_label(context.phrasebook, basis) for basis in BASES]
    columns = [
        Column(
            title=pollutant_label(context.phrasebook, pollutant),
            values=by_basis[:, place].tolist(),
            style=Style.PERCENT,
            total=context.plan.totals[place].share,
        )
        for place, pollutant in enumerate(POLLUTANTS)
    ]
    sheet.table([Column(title=say(N_("Basis")), values=rows, total=say(N_("Total"))), *columns])
