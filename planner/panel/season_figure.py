"""The hours of a season by county or industry as a chart."""

import pandas as pd
import plotly.graph_objects as go

from planner.panel.figures import CLEAR, DARK, LIGHT, Ink
from planner.panel.names import Names
from planner.panel.season_account import HOURS, hours_text
from planner.season import SeasonAccount
from planner.terms import Phrasebook

__all__ = ["BY", "by_alt", "by_figure"]

BY = ("county_code", "industry")
PATTERNS = {"stopped": "", "added": "/"}
"""A pattern beside the colour: the parts can be told apart in black and white."""
MOST_BARS = 16
BAR_PIXELS = 30


def by_figure(
    account: SeasonAccount, by: str, names: Names, phrasebook: Phrasebook, *, dark: bool = False
) -> go.Figure:
    """Hours by county or industry: bars of what was stopped and what the plan adds, points of what rested off-peak."""
    sums, ink = _sums(account, by), DARK if dark else LIGHT
    labels = [names.county(code) if by == BY[0] else names.industry(code) for code in sums.index]
    figure = go.Figure()
    for place, kind in enumerate(kind for kind in _kinds(account) if kind != "rested"):
        figure.add_bar(
            y=labels,
            x=sums[kind].tolist(),
            name=kind_label(kind, phrasebook),
            orientation="h",
            marker=_marker(kind, ink, place),
            hovertext=_told(labels, sums[kind], kind, phrasebook),
            hoverinfo="text",
        )
    if (sums["rested"] > 0.0).any():
        _add_rests(figure, labels, sums["rested"], phrasebook, ink)
    return _laid_out(figure, ink, len(labels), phrasebook)


def _add_rests(figure: go.Figure, labels: list[str], hours: pd.Series, phrasebook: Phrasebook, ink: Ink) -> None:
    """Hours rested off-peak as points: they are counted otherwise and stand in no sum with the bars."""
    figure.add_scatter(
        y=labels,
        x=hours.tolist(),
        name=kind_label("rested", phrasebook),
        mode="markers",
        marker={"symbol": "diamond", "size": 12, "color": ink.parts[2], "line": {"color": ink.text, "width": 1}},
        hovertext=_told(labels, hours, "rested", phrasebook),
        hoverinfo="text",
    )


def _told(labels: list[str], hours: pd.Series, kind: str, phrasebook: Phrasebook) -> list[str]:
    said = kind_label(kind, phrasebook)
    return [f"{label}　{said} {hours_text(value, phrasebook)}" for label, value in zip(labels, hours, strict=True)]


def by_alt(account: SeasonAccount, by: str, names: Names, phrasebook: Phrasebook) -> str:
    """The same in words, for those who do not see the chart."""
    name = names.county if by == BY[0] else names.industry
    told = [
        f"{name(str(code))}: "
        + ", ".join(f"{kind_label(kind, phrasebook)} {hours_text(row[kind], phrasebook)}" for kind in _kinds(account))
        for code, row in _sums(account, by).iterrows()
    ]
    return "; ".join(told)


def kind_label(kind: str, phrasebook: Phrasebook) -> str:
    """A kind of hours in words."""
    return {
        "stopped": phrasebook.say("Stopped under warnings"),
        "added": phrasebook.say("The plan shown adds"),
        "rested": phrasebook.say("Rested off-peak"),
    }[kind]


def _kinds(account: SeasonAccount) -> tuple[str, ...]:
    return tuple(kind for kind in HOURS if kind != "added" or account.has_plan)


def _sums(account: SeasonAccount, by: str) -> pd.DataFrame:
    sums = account.lines.groupby(by)[list(HOURS)].sum()
    sums = sums[sums.sum(axis=1) > 0.0]
    return sums.loc[sums.sum(axis=1).sort_values(ascending=False, kind="stable").index].head(MOST_BARS)


def _marker(kind: str, ink: Ink, place: int) -> dict[str, object]:
    colour = ink.parts[place]
    pattern = {"shape": PATTERNS[kind], "bgcolor": colour, "fgcolor": "#8fc0ee", "size": 8, "solidity": 0.3}
    return {"color": colour, "pattern": pattern if PATTERNS[kind] else {}, "line": {"color": ink.text, "width": 0.5}}


def _laid_out(figure: go.Figure, ink: Ink, bars: int, phrasebook: Phrasebook) -> go.Figure:
    ticks = {"color": ink.text, "size": 13}
    figure.update_layout(
        barmode="stack",
        bargap=0.32,
        paper_bgcolor=CLEAR,
        plot_bgcolor=CLEAR,
        height=90 + BAR_PIXELS * bars,
        margin={"l": 4, "r": 16, "t": 30, "b": 4},
        legend={"orientation": "h", "x": 0, "y": 1.02, "yanchor": "bottom", "traceorder": "normal", "font": ticks},
        dragmode=False,
    )
    unit = phrasebook.say("h")
    figure.update_xaxes(
        fixedrange=True, rangemode="tozero", tickfont=ticks, tickformat=",d", ticksuffix=f" {unit}", title=None
    )
    figure.update_yaxes(fixedrange=True, automargin=True, tickfont=ticks, autorange="reversed", title=None)
    return figure
