"""Figures of questions that are many scenarios, of a county's gains and losses, and of an off-peak plan's weeks."""

import json

import plotly.graph_objects as go

from planner.compare import pollutant_label
from planner.panel.amounts import money_text
from planner.panel.county_map import MAP_CONFIG
from planner.panel.figures import CLEAR, DARK, LIGHT, Ink
from planner.panel.names import Names
from planner.plan import RestDocument, weekly_fall
from planner.problem.rests import WEEK_DAYS
from planner.scenario import Saving, ScenarioOutcome
from planner.terms import N_, POLLUTANTS, Phrasebook

__all__ = ["MAP_CONFIG", "county_change_figure", "front_figure", "saving_figure", "weeks_figure"]

CHART_PIXELS, ROW_PIXELS, MARGIN_PIXELS, MAP_PIXELS = 360, 30, 110, 400
MOST_ROWS = 25
DIVERGING = [[0.0, "#1b7a4b"], [0.5, "#f4f4f4"], [1.0, "#c0392b"]]
DIVERGING_DARK = [[0.0, "#3fbf7f"], [0.5, "#2a3742"], [1.0, "#ef6a5a"]]
DASHES = ("solid", "dash", "dot", "dashdot")


def front_figure(points: tuple[ScenarioOutcome, ...], phrasebook: Phrasebook, *, dark: bool) -> go.Figure:
    """Cost against enterprises told, plan and proven bound of each limit."""
    ink = DARK if dark else LIGHT
    known = [item for item in points if item.has_plan and not item.missing and item.most_told >= 0 and not item.beyond]
    figure = go.Figure()
    names = (phrasebook.say(N_("Plan")), phrasebook.say(N_("Proven bound")))
    costs = ([item.cost_yuan for item in known], [item.bound_yuan for item in known])
    for name, cost, dash in zip(names, costs, ("solid", "dot"), strict=True):
        limits = [item.most_told for item in known]
        figure.add_scatter(x=limits, y=cost, name=name, mode="lines+markers", line={"color": ink.bar, "dash": dash})
    figure.update_xaxes(title=phrasebook.say(N_("Enterprises, fleets and sites told, at most")))
    figure.update_yaxes(title=phrasebook.say(N_("Cost, yuan")), tickformat=",.0f")
    return _plain(figure, ink, CHART_PIXELS)


def saving_figure(savings: tuple[Saving, ...], phrasebook: Phrasebook, *, dark: bool) -> go.Figure:
    """What the city saves by each scenario, with the enterprise's own saving beside it."""
    ink = DARK if dark else LIGHT
    shown = tuple(reversed(savings[:MOST_ROWS]))
    figure = go.Figure()
    parts = (
        (phrasebook.say(N_("The enterprise itself saves, yuan")), [item.own for item in shown], ink.target),
        (phrasebook.say(N_("City saves, yuan")), [item.city for item in shown], ink.bar),
    )
    for name, values, colour in parts:
        figure.add_bar(
            y=[item.title for item in shown],
            x=values,
            orientation="h",
            name=name,
            marker={"color": colour},
            hovertext=[money_text(phrasebook, value) for value in values],
            hoverinfo="text",
        )
    figure.update_yaxes(automargin=True)
    figure.update_xaxes(tickformat=",.0f", zeroline=True, zerolinecolor=ink.text)
    return _plain(figure, ink, MARGIN_PIXELS + ROW_PIXELS * len(shown))


def county_change_figure(
    outlines: str, changes: dict[str, float], names: Names, phrasebook: Phrasebook, *, dark: bool
) -> go.Figure:
    """Counties by what a scenario costs their enterprises more (red) or less (green), yuan; the amount is written."""
    ink, shapes = DARK if dark else LIGHT, json.loads(outlines)
    drawn = [item["id"] for item in shapes["features"]]
    values = [changes.get(code, 0.0) for code in drawn]
    most = max((abs(value) for value in values), default=0.0) or 1.0
    figure = go.Figure()
    figure.add_choropleth(
        geojson=shapes,
        featureidkey="id",
        locations=drawn,
        z=values,
        zmin=-most,
        zmax=most,
        colorscale=DIVERGING_DARK if dark else DIVERGING,
        marker={"line": {"color": ink.text, "width": 0.8}},
        colorbar={"thickness": 10, "len": 0.55, "tickfont": {"color": ink.text, "size": 12}},
        hovertext=[
            f"{names.county(code)} {money_text(phrasebook, value)}" for code, value in zip(drawn, values, strict=True)
        ],
        hoverinfo="text",
    )
    figure.update_geos(visible=False, fitbounds="locations", projection_type="mercator", bgcolor=CLEAR)
    return _plain(figure, ink, MAP_PIXELS)


def weeks_figure(document: RestDocument, phrasebook: Phrasebook, *, dark: bool) -> go.Figure:
    """How far each week falls, pollutant by pollutant, in percent of a normal week; told apart by dashes too."""
    ink = DARK if dark else LIGHT
    whole = document.problem.base_kg_per_day * WEEK_DAYS
    fall = weekly_fall(document.problem, document.plan)
    figure = go.Figure()
    for at, (item, dash) in enumerate(zip(POLLUTANTS, DASHES, strict=True)):
        if whole[at] > 0.0:
            figure.add_scatter(
                x=list(range(1, len(fall) + 1)),
                y=(100.0 * fall[:, at] / whole[at]).tolist(),
                name=pollutant_label(phrasebook, item),
                mode="lines+markers",
                line={"dash": dash, "shape": "hvh"},
            )
    figure.update_xaxes(title=phrasebook.say(N_("Week of the winter")), dtick=1)
    figure.update_yaxes(title=phrasebook.say(N_("Fall of the week, %")), rangemode="tozero")
    return _plain(figure, ink, CHART_PIXELS)


def _plain(figure: go.Figure, ink: Ink, height: int) -> go.Figure:
    figure.update_layout(
        height=height,
        margin={"l": 8, "r": 16, "t": 8, "b": 8},
        paper_bgcolor=CLEAR,
        plot_bgcolor=CLEAR,
        font={"color": ink.text},
        legend={"orientation": "h", "y": 1.08},
    )
    return figure
