"""The checks of a warning on screen: meters against orders, visits, the tables of daily report and evaluation."""

from collections.abc import Callable, Iterable, Mapping
from datetime import datetime, timedelta
from pathlib import Path

import pandas as pd
import plotly.graph_objects as go
import streamlit as st

from planner.execution import (
    DailyReport,
    EmissionFinding,
    MeterFinding,
    MeterState,
    Sheet,
    SiteCheck,
    VisitOutcome,
    meter_label,
    visit_label,
)
from planner.panel.amounts import day_text, moment_text
from planner.panel.figures import DARK, LIGHT
from planner.panel.findings import Findings
from planner.panel.grid import Columns
from planner.terms import BEIJING, Phrasebook

__all__ = [
    "Intake",
    "Meters",
    "VisitOutcome",
    "ask_visit",
    "check_columns",
    "daily_choice",
    "emission_frame",
    "flagged",
    "meter_alt",
    "meter_figure",
    "meter_frame",
    "newest_day",
    "rose",
    "sheet_frame",
    "visit_frame",
]

MOST_BARS = 24
Meters = tuple[MeterFinding, ...]
Intake = Callable[[Path], tuple[int, Findings]]
"""What keeps a file: how many rows it gave, and what stands against them."""


def flagged(found: Iterable[MeterFinding]) -> tuple[MeterFinding, ...]:
    """The meters with an order that is not kept, the greatest excess first."""
    broken = [item for item in found if item.state is MeterState.TOO_MUCH]
    return tuple(sorted(broken, key=lambda item: item.allowed_kwh - (item.kwh or 0.0)))


def rose(found: Iterable[MeterFinding]) -> tuple[MeterFinding, ...]:
    """The meters without an order whose use rose above normal."""
    return tuple(item for item in found if item.state is MeterState.ROSE)


def meter_frame(found: Iterable[MeterFinding], phrasebook: Phrasebook, counties: Mapping[str, str]) -> pd.DataFrame:
    """What meters say, as a table."""
    columns = ["day", "county", "owner", "meter", "lines", "state", "normal", "allowed", "measured", "fall"]
    rows = [
        {
            "day": item.day.isoformat(),
            "county": counties.get(item.county_code, item.county_code),
            "owner": item.enterprise_name,
            "meter": item.meter_id,
            "lines": "、".join(item.sources),
            "state": meter_label(phrasebook, item.state),
            "normal": item.normal_kwh,
            "allowed": item.allowed_kwh,
            "measured": item.kwh,
            "fall": None if item.fall_share is None else 100.0 * item.fall_share,
        }
        for item in found
    ]
    return pd.DataFrame(rows, columns=columns)


def emission_frame(
    found: Iterable[EmissionFinding], phrasebook: Phrasebook, counties: Mapping[str, str]
) -> pd.DataFrame:
    """What CEMS say that is not in order, as a table in kilograms."""
    columns = ["day", "county", "owner", "lines", "pollutant", "state", "normal", "allowed", "measured"]
    rows = [
        {
            "day": item.day.isoformat(),
            "county": counties.get(item.county_code, item.county_code),
            "owner": item.enterprise_name,
            "lines": item.source_id,
            "pollutant": str(item.pollutant),
            "state": meter_label(phrasebook, item.state),
            "normal": item.normal_kg,
            "allowed": item.allowed_kg,
            "measured": item.kilograms,
        }
        for item in found
        if item.state is not MeterState.KEPT
    ]
    return pd.DataFrame(rows, columns=columns)


def meter_figure(found: tuple[MeterFinding, ...], phrasebook: Phrasebook, *, dark: bool = False) -> go.Figure:
    """What the order leaves and what was read, of the meters with the greatest excess."""
    say, ink, shown = phrasebook.say, DARK if dark else LIGHT, found[:MOST_BARS][::-1]
    names = [f"{item.enterprise_name} {item.day:%m-%d} · {item.meter_id}" for item in shown]
    figure = go.Figure()
    figure.add_bar(
        y=names,
        x=[item.kwh for item in shown],
        name=say("Read, kWh"),
        orientation="h",
        marker={"color": ink.bar},
        text=[f"{item.kwh or 0.0:,.0f}" for item in shown],
    )
    figure.add_scatter(
        y=names,
        x=[item.allowed_kwh for item in shown],
        name=say("Left by the order, kWh"),
        mode="markers",
        marker={"symbol": "line-ns", "size": 18, "line": {"width": 3, "color": ink.target}},
    )
    figure.update_layout(
        height=110 + 30 * len(shown),
        margin={"l": 8, "r": 16, "t": 8, "b": 8},
        paper_bgcolor="rgba(0,0,0,0)",
        plot_bgcolor="rgba(0,0,0,0)",
        font={"color": ink.text, "size": 13},
        legend={"orientation": "h", "y": 1.02, "yanchor": "bottom", "x": 0},
    )
    figure.update_yaxes(automargin=True)
    figure.update_xaxes(rangemode="tozero", automargin=True)
    return figure


def meter_alt(found: tuple[MeterFinding, ...], phrasebook: Phrasebook) -> str:
    """The same in words, for those who do not see the chart."""
    return phrasebook.say("{count} meters read more than their orders leave.", count=len(found))


def visit_frame(visits: Iterable[SiteCheck], phrasebook: Phrasebook, names: Mapping[str, str]) -> pd.DataFrame:
    """Visits as a table, the newest first."""
    rows = [
        {
            "at": moment_text(phrasebook, item.at),
            "owner": names.get(item.owner, item.owner),
            "lines": item.source_id,
            "state": visit_label(phrasebook, item.outcome),
            "inspector": item.inspector,
            "note": item.note,
        }
        for item in visits
    ]
    return pd.DataFrame(rows[::-1], columns=["at", "owner", "lines", "state", "inspector", "note"])


def check_columns(phrasebook: Phrasebook) -> Columns:
    """The columns of meters, CEMS and visits."""
    say, text, number = phrasebook.say, st.column_config.TextColumn, st.column_config.NumberColumn
    return {
        "day": text(say("Day"), width=90),
        "at": text(say("Time"), width=130),
        "county": text(say("County"), width=90),
        "owner": text(say("Enterprise"), width=220),
        "meter": text(say("Meter"), width=120),
        "lines": text(say("Lines"), width=140),
        "pollutant": text(say("Pollutant"), width=80),
        "state": text(say("Finding"), width=150),
        "normal": number(say("Normal"), format="%,.0f", width=90),
        "allowed": number(say("Left by the order"), format="%,.0f", width=110),
        "measured": number(say("Read"), format="%,.0f", width=90),
        "fall": number(say("Fall, %"), format="%.1f", width=80),
        "inspector": text(say("Inspector"), width=90),
        "note": text(say("Note"), width=220),
    }


def sheet_frame(sheet: Sheet) -> pd.DataFrame:
    """A table of a report as a frame, cells as text where texts and numbers stand mixed."""
    frame = pd.DataFrame(list(sheet.rows), columns=list(sheet.headers))
    for at, name in enumerate(sheet.headers):
        if any(isinstance(row[at], str) for row in sheet.rows):
            frame[name] = frame[name].map(str)
    return frame


def ask_visit(phrasebook: Phrasebook, names: Mapping[str, str], now: datetime) -> SiteCheck:
    """A visit as the reader enters it."""
    say = phrasebook.say
    owner = st.selectbox(say("Enterprise"), list(names), format_func=lambda code: names[code], key="visit_owner")
    first, second, third = st.columns(3, vertical_alignment="bottom")
    line = first.text_input(say("Line; empty: the whole firm"), key="visit_line").strip()
    inspector = second.text_input(say("Inspector"), key="visit_inspector").strip()
    outcomes = list(VisitOutcome)
    outcome = third.selectbox(
        say("Finding"),
        outcomes,
        index=0,
        format_func=lambda item: visit_label(phrasebook, item),
        key="visit_outcome",
    )
    left, right = st.columns(2)
    day = left.date_input(say("Day"), now.date(), format="YYYY-MM-DD", key="visit_day")
    clock = right.time_input(
        say("Time"), now.time().replace(second=0, microsecond=0), key="visit_time", step=timedelta(minutes=5)
    )
    note = st.text_input(say("Note"), key="visit_note").strip()
    at = datetime.combine(day, clock, tzinfo=BEIJING)
    return SiteCheck(
        owner=owner or "",
        source_id=line,
        at=at,
        inspector=inspector,
        outcome=outcome,
        note=note,
    )


def daily_choice(report: DailyReport, phrasebook: Phrasebook) -> str:
    """A kept report as a line of a menu."""
    return f"{day_text(phrasebook, report.day)} · {moment_text(phrasebook, report.made_at)} · {report.made_by}"


def newest_day(found: Iterable[MeterFinding]) -> tuple[str, ...]:
    """The days that were judged, the newest first."""
    return tuple(sorted({item.day.isoformat() for item in found}, reverse=True))
