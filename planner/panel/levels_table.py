"""The field's summary table: sectors by pollutants in tonnes and percent, the three levels side by side."""

from collections.abc import Mapping
from html import escape

import streamlit as st

from planner.compare import city_summary, level_label, pollutant_label, sector_label
from planner.panel.amounts import number_text, share_text
from planner.panel.desk import Desk
from planner.panel.markup import element
from planner.panel.words import LEVEL_SHAPES
from planner.plan import PlanDocument
from planner.terms import KG_PER_TONNE, LEVELS, Level, Phrasebook

__all__ = ["levels_table_html", "show_levels"]

SHOWN = ("pm", "vocs", "so2", "nox", "pm25")
"""Pollutants of the table; PM2.5 stands last, being part of PM."""

COLUMNS = ("sector", "pollutant", "reduction_kg_per_day", "share", "base_kg_per_day")


def levels_table_html(documents: Mapping[Level, PlanDocument], phrasebook: Phrasebook) -> str:
    """A table as HTML: one row a sector, the whole society last, a pair of columns a level and pollutant.

    Args:
        documents: the plans at hand; a level without one is left out.
    """
    levels = [level for level in LEVELS if level in documents]
    tables = {level: city_summary(documents[level].problem, documents[level].plan) for level in levels}
    if not levels:
        return ""
    sectors = list(dict.fromkeys(tables[levels[0]]["sector"]))
    cells = {
        (level, sector, name): (float(cut), float(share), float(base))
        for level in levels
        for sector, name, cut, share, base in zip(*(tables[level][column] for column in COLUMNS), strict=True)
    }
    rows = "".join(
        element(
            "tr",
            element("th", escape(sector_label(phrasebook, sector)))
            + "".join(_cell(cells[level, sector, name], phrasebook) for level in levels for name in SHOWN),
            "whole" if sector == sectors[-1] else "",
        )
        for sector in sectors
    )
    return element("div", element("table", _head(levels, phrasebook) + element("tbody", rows), "paper"), "wide")


def _head(levels: list[Level], phrasebook: Phrasebook) -> str:
    unit = escape(phrasebook.say("t/d, share of the row"))
    top = "".join(
        f'<th colspan="{len(SHOWN)}" class="level-head">{LEVEL_SHAPES[level]} '
        f"{escape(level_label(phrasebook, level))} · {unit}</th>"
        for level in levels
    )
    names = "".join(element("th", escape(pollutant_label(phrasebook, name))) for _ in levels for name in SHOWN)
    corner = f'<th rowspan="2">{escape(phrasebook.say("Sector"))}</th>'
    return element("thead", element("tr", corner + top) + element("tr", names))


def _cell(amounts: tuple[float, float, float], phrasebook: Phrasebook) -> str:
    kilograms, share, base = amounts
    if base <= 0.0:
        return element("td", "—", "number")
    tonnes = number_text(phrasebook, kilograms / KG_PER_TONNE, 2)
    return element("td", element("b", tonnes) + element("span", share_text(phrasebook, share)), "number")


def show_levels(desk: Desk, documents: Mapping[Level, PlanDocument]) -> None:
    """The field's summary table of the levels at hand."""
    phrasebook = desk.phrasebook
    st.html(levels_table_html(documents, phrasebook))
    st.caption(phrasebook.say("PM2.5 is part of PM and never added to it; shares are of the row's own base."))
    if len(documents) < len(Level):
        st.caption(phrasebook.say("The other levels are being planned and join the table by themselves."))
