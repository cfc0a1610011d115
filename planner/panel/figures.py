"""The charts: plain bars that need no other machine."""

from dataclasses import dataclass

import plotly.graph_objects as go

from planner.compare import basis_label, county_summary
from planner.panel.amounts import kilograms_text, share_text
from planner.panel.cards import CARD_ORDER
from planner.panel.names import Names
from planner.panel.words import POLLUTANT_SHORT
from planner.plan import PlanDocument
from planner.problem.records import BASES
from planner.terms import POLLUTANTS, Phrasebook, Pollutant

__all__ = ["CHART_CONFIG", "basis_alt", "basis_figure", "county_figure"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Ink:
    """The colours of a chart: text, the target, bars, and the three parts with the text on them in BASES order."""

    text: str
    target: str
    bar: str
    parts: tuple[str, str, str]
    on_parts: tuple[str, str, str]


LIGHT = Ink(
    text="#3c4b5a",
    target="#a3182f",
    bar="#2a6fb0",
    parts=("#0f2a43", "#2a6fb0", "#f0a850"),
    on_parts=("#ffffff", "#ffffff", "#14202e"),
)
DARK = Ink(
    text="#c3d0dc",
    target="#ff8fa0",
    bar="#3d83c4",
    parts=("#b9d2ea", "#3d83c4", "#f0a850"),
    on_parts=("#14202e", "#ffffff", "#14202e"),
)
CHART_CONFIG: dict[str, object] = {"displayModeBar": False, "responsive": True}
PATTERNS = {"floor": "", "filed": "/", "chosen": ""}
"""A pattern beside the colour: the parts can be told apart in black and white."""
CLEAR = "rgba(0,0,0,0)"
LEAST_OF_LONGEST = 0.2
"""A bar shorter than this part of the longest has its number outside."""
LEAST_INSIDE = 0.012
"""A part below this share of the base is too narrow for a number inside it."""


def basis_figure(document: PlanDocument, phrasebook: Phrasebook, *, dark: bool = False) -> go.Figure:
    """For each pollutant the share that rules, filed measures and choices take, against its target."""
    plan, ink = document.plan, DARK if dark else LIGHT
    rows = [POLLUTANTS.index(item) for item in CARD_ORDER]
    names = [POLLUTANT_SHORT[str(item)] for item in CARD_ORDER]
    figure = go.Figure()
    for place, basis in enumerate(BASES):
        shares = [float(plan.by_basis[place, row]) for row in rows]
        figure.add_bar(
            y=names,
            x=[100.0 * share for share in shares],
            name=basis_label(phrasebook, str(basis)),
            orientation="h",
            marker=_marker(str(basis), ink.parts[place]),
            textfont={"color": ink.on_parts[place], "size": 13},
            text=[share_text(phrasebook, share) if share >= LEAST_INSIDE else "" for share in shares],
            textposition="inside",
            insidetextanchor="middle",
            textangle=0,
            hovertext=[f"{basis_label(phrasebook, str(basis))} {share_text(phrasebook, share, 2)}" for share in shares],
            hoverinfo="text",
        )
    _add_targets(figure, document, phrasebook, ink)
    widest = max(float(plan.by_basis.sum(axis=0).max()), *(item.target_share for item in plan.totals))
    figure.update_xaxes(range=[0, 100.0 * widest * 1.06])
    return _plain(figure, ink, height=380)


def _marker(basis: str, colour: str) -> dict[str, object]:
    pattern = {"shape": PATTERNS[basis], "bgcolor": colour, "fgcolor": "#5a9bd4", "size": 8, "solidity": 0.35}
    return {"color": colour, "pattern": pattern if PATTERNS[basis] else {}}


def basis_alt(document: PlanDocument, phrasebook: Phrasebook) -> str:
    """The same in words, for those who do not see the chart."""
    told = [
        f"{POLLUTANT_SHORT[str(item)]}: "
        + ", ".join(
            f"{basis_label(phrasebook, str(basis))} "
            f"{share_text(phrasebook, float(document.plan.by_basis[place, POLLUTANTS.index(item)]))}"
            for place, basis in enumerate(BASES)
        )
        for item in CARD_ORDER
    ]
    return "; ".join(told)


def _add_targets(figure: go.Figure, document: PlanDocument, phrasebook: Phrasebook, ink: Ink) -> None:
    targets = {item.pollutant: item.target_share for item in document.plan.totals}
    figure.add_scatter(
        y=[POLLUTANT_SHORT[str(item)] for item in CARD_ORDER],
        x=[100.0 * targets[item] for item in CARD_ORDER],
        name=phrasebook.say("Target"),
        mode="markers",
        marker={"symbol": "line-ns", "size": 30, "line": {"width": 3, "color": ink.target}},
        hovertext=[
            phrasebook.say("Target {share}", share=share_text(phrasebook, targets[item], 0)) for item in CARD_ORDER
        ],
        hoverinfo="text",
    )


def county_figure(
    document: PlanDocument, pollutant: Pollutant, names: Names, phrasebook: Phrasebook, *, dark: bool = False
) -> go.Figure:
    """The share that each county reduces of its own base of one pollutant, greatest first."""
    ink = DARK if dark else LIGHT
    table = county_summary(document.problem, document.plan)
    table = table.sort_values(f"{pollutant}_share", ascending=True, kind="stable")
    shares = table[f"{pollutant}_share"].tolist()
    counties = [names.county(code) for code in table["county_code"]]
    amounts = [kilograms_text(phrasebook, value) for value in table[f"{pollutant}_reduction_kg_per_day"]]
    figure = go.Figure()
    figure.add_bar(
        y=counties,
        x=[100.0 * share for share in shares],
        orientation="h",
        marker={"color": ink.bar},
        text=[share_text(phrasebook, share) for share in shares],
        textposition=["inside" if share >= LEAST_OF_LONGEST * max(shares) else "outside" for share in shares],
        insidetextanchor="start",
        constraintext="none",
        insidetextfont={"color": "#ffffff", "size": 12.5},
        outsidetextfont={"color": ink.text, "size": 13},
        cliponaxis=False,
        hovertext=[
            f"{county}　{share_text(phrasebook, share, 2)}　{amount}"
            for county, share, amount in zip(counties, shares, amounts, strict=True)
        ],
        hoverinfo="text",
    )
    _add_city_line(
        figure, next(item.share for item in document.plan.totals if item.pollutant is pollutant), phrasebook, ink
    )
    figure.update_xaxes(range=[0, 100.0 * max([*shares, 0.1]) * 1.06])
    return _plain(figure, ink, height=60 + 26 * len(counties), legend=False)


def _add_city_line(figure: go.Figure, share: float, phrasebook: Phrasebook, ink: Ink) -> None:
    figure.add_vline(
        x=100.0 * share,
        line={"color": ink.target, "width": 1.5, "dash": "dot"},
        annotation={
            "text": phrasebook.say("City {share}", share=share_text(phrasebook, share)),
            "font": {"color": ink.target, "size": 12},
            "yanchor": "bottom",
            "showarrow": False,
        },
        annotation_position="top",
    )


def _plain(figure: go.Figure, ink: Ink, height: int, *, legend: bool = True) -> go.Figure:
    """Bars on a quiet ground: percent below, names left, legend above."""
    ticks = {"color": ink.text, "size": 13}
    figure.update_layout(
        barmode="stack",
        bargap=0.28,
        paper_bgcolor=CLEAR,
        plot_bgcolor=CLEAR,
        height=height,
        margin={"l": 4, "r": 12, "t": 30, "b": 4},
        showlegend=legend,
        legend={"orientation": "h", "x": 0, "y": 1.02, "yanchor": "bottom", "traceorder": "normal", "font": ticks},
        dragmode=False,
    )
    figure.update_xaxes(ticksuffix="%", fixedrange=True, rangemode="tozero", title=None, tickfont=ticks)
    figure.update_yaxes(fixedrange=True, title=None, automargin=True, tickfont=ticks)
    if legend:
        figure.update_yaxes(autorange="reversed")
    return figure
