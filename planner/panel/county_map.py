"""The sketch of the city: counties by the share that they reduce, firms as points by their kilograms.

The outlines delimit nothing. No tile, font or topology comes from another machine.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd
import plotly.graph_objects as go

from planner.compare import county_summary
from planner.panel.amounts import count_text, kilograms_text, share_text
from planner.panel.figures import CHART_CONFIG, CLEAR, DARK, LIGHT
from planner.panel.names import Names
from planner.panel.words import POLLUTANT_SHORT
from planner.plan import PlanDocument
from planner.terms import POLLUTANTS, Phrasebook, Pollutant

__all__ = ["MAP_CONFIG", "MapView", "Sketch", "clicked_county", "map_caption", "map_figure"]

MAP_CONFIG: dict[str, object] = {**CHART_CONFIG, "topojsonURL": "/app/static/"}
"""Plotly would fetch coast lines from another machine: it finds an empty topology in static/ instead."""
HEIGHT = 430
MOST_POINTS = 120
SMALLEST, LARGEST = 4.0, 24.0
SCALES = {
    False: ["#edf4fb", "#cfe1f2", "#a6c8e6", "#6fa6d6", "#3b82c0", "#1b5f9e", "#0b3c6d"],
    True: ["#1c2b3a", "#1f3d5c", "#245180", "#2f6aa6", "#4486c6", "#6ba8e0", "#a5cef3"],
}
POINT = "#e07b00"
HALO = {
    side: ", ".join(f"{x}px {y}px 2px {colour}" for x in (-1, 0, 1) for y in (-1, 0, 1))
    for side, colour in ((False, "#ffffff"), (True, "#0d1822"))
}
"""Names stay readable over any shade and point."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Sketch:
    """What the map is drawn on.

    Attributes:
        outlines: GeoJSON of the counties with their codes as ids, '' where there is none.
        places: by source id `longitude` and `latitude` in degrees, NaN where unknown.
    """

    outlines: str
    places: pd.DataFrame


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class MapView:
    """What is drawn: a plan, of it one pollutant, in the reader's words and colours."""

    document: PlanDocument
    pollutant: Pollutant
    names: Names
    phrasebook: Phrasebook
    dark: bool = False


def map_figure(view: MapView, sketch: Sketch) -> go.Figure:
    """Counties shaded by the share of their own base that the plan takes, the heaviest firms as points upon them."""
    shapes = json.loads(sketch.outlines)
    figure = go.Figure()
    _add_counties(figure, view, shapes)
    _add_firms(figure, view, sketch.places)
    _add_names(figure, view, shapes)
    figure.update_geos(visible=False, fitbounds="locations", projection_type="mercator", bgcolor=CLEAR)
    figure.update_layout(
        height=HEIGHT,
        margin={"l": 0, "r": 0, "t": 0, "b": 0},
        paper_bgcolor=CLEAR,
        plot_bgcolor=CLEAR,
        showlegend=False,
        dragmode=False,
        clickmode="event+select",
    )
    return figure


def _add_counties(figure: go.Figure, view: MapView, shapes: dict[str, Any]) -> None:
    ink = DARK if view.dark else LIGHT
    drawn = {item["id"] for item in shapes["features"]}
    table = county_summary(view.document.problem, view.document.plan)
    table = table[table["county_code"].isin(drawn)]
    figure.add_choropleth(
        geojson=shapes,
        featureidkey="id",
        locations=table["county_code"].tolist(),
        z=(100.0 * table[f"{view.pollutant}_share"]).round(2).tolist(),
        zmin=0.0,
        colorscale=SCALES[view.dark],
        marker={"line": {"color": ink.text, "width": 0.8}},
        selected={"marker": {"opacity": 1.0}},
        unselected={"marker": {"opacity": 1.0}},
        colorbar={
            "ticksuffix": "%",
            "thickness": 10,
            "len": 0.55,
            "x": 1.0,
            "tickfont": {"color": ink.text, "size": 12},
        },
        hovertext=_county_words(view, table),
        hoverinfo="text",
    )


def _county_words(view: MapView, table: pd.DataFrame) -> list[str]:
    columns = (
        "county_code",
        f"{view.pollutant}_share",
        f"{view.pollutant}_reduction_kg_per_day",
        "enterprises_ordered",
    )
    return [
        view.phrasebook.say(
            "{county}: {share} of its own base, {amount}; {firms} enterprises",
            county=view.names.county(code),
            share=share_text(view.phrasebook, share, 2),
            amount=kilograms_text(view.phrasebook, amount),
            firms=count_text(view.phrasebook, int(firms)),
        )
        for code, share, amount, firms in zip(*(table[name] for name in columns), strict=True)
    ]


def _add_names(figure: go.Figure, view: MapView, shapes: dict[str, Any]) -> None:
    spots = [(item["id"], *_middle(item["geometry"])) for item in shapes["features"]]
    figure.add_scattergeo(
        lon=[spot[1] for spot in spots],
        lat=[spot[2] for spot in spots],
        text=[f"<b>{view.names.county(spot[0])}</b>" for spot in spots],
        mode="text",
        textfont={"size": 12, "color": "#ffffff" if view.dark else "#0d1822", "shadow": HALO[view.dark]},
        hoverinfo="skip",
    )


def _middle(geometry: Mapping[str, Any]) -> tuple[float, float]:
    """The centroid of the largest ring."""
    parts = geometry["coordinates"] if geometry["type"] == "MultiPolygon" else [geometry["coordinates"]]
    rings = [np.array(part[0], dtype=float) for part in parts]
    return max((_centroid(ring) for ring in rings), key=lambda item: item[2])[:2]


def _centroid(ring: np.ndarray) -> tuple[float, float, float]:
    x, y = ring[:, 0] - ring[0, 0], ring[:, 1] - ring[0, 1]
    cross = x[:-1] * y[1:] - x[1:] * y[:-1]
    area = float(cross.sum()) / 2.0
    if area == 0.0:
        return float(ring[0, 0]), float(ring[0, 1]), 0.0
    middle = [float(((part[:-1] + part[1:]) * cross).sum()) / (6.0 * area) for part in (x, y)]
    return middle[0] + float(ring[0, 0]), middle[1] + float(ring[0, 1]), abs(area)


def _firms(document: PlanDocument, places: pd.DataFrame, pollutant: Pollutant) -> pd.DataFrame:
    """One row an enterprise with a place: its name, county, point and kilograms, the heaviest first."""
    sources = document.problem.sources
    own = dict(zip(sources.source_id, zip(sources.enterprise_name, sources.county_code, strict=True), strict=True))
    column = POLLUTANTS.index(pollutant)
    rows = [
        (item.enterprise_id, *own[item.source_id], item.source_id, item.reduction_kg_per_day[column])
        for item in document.plan.curtailments
        if item.enterprise_id
    ]
    table = pd.DataFrame(rows, columns=["firm", "name", "county", "source", "kilograms"])
    spots = places.reindex(table["source"])
    table["longitude"], table["latitude"] = spots["longitude"].to_numpy(), spots["latitude"].to_numpy()
    kept = table.dropna(subset=["longitude", "latitude"])
    keys = ["firm", "name", "county"]
    sums = kept.groupby(keys, sort=False)[["kilograms"]].sum()
    spot = kept.groupby(keys, sort=False)[["longitude", "latitude"]].first()
    found = sums.join(spot).reset_index()
    return found[found["kilograms"] > 0.0].nlargest(MOST_POINTS, "kilograms")


def _add_firms(figure: go.Figure, view: MapView, places: pd.DataFrame) -> None:
    table = _firms(view.document, places, view.pollutant)
    if table.empty:
        return
    largest = float(table["kilograms"].max())
    figure.add_scattergeo(
        lon=table["longitude"].tolist(),
        lat=table["latitude"].tolist(),
        customdata=table["county"].tolist(),
        marker={
            "size": (SMALLEST + (LARGEST - SMALLEST) * np.sqrt(table["kilograms"] / largest)).round(1).tolist(),
            "color": POINT,
            "opacity": 0.72,
            "line": {"color": "#ffffff", "width": 0.8},
        },
        selected={"marker": {"opacity": 0.72}},
        unselected={"marker": {"opacity": 0.72}},
        mode="markers",
        hovertext=[
            f"{name}　{POLLUTANT_SHORT[str(view.pollutant)]} {kilograms_text(view.phrasebook, value)}"
            for name, value in zip(table["name"], table["kilograms"], strict=True)
        ],
        hoverinfo="text",
    )


def map_caption(sketch: Sketch, names: Names, phrasebook: Phrasebook) -> str:
    """What the map is not, and which zones it cannot show."""
    drawn = {item["id"] for item in json.loads(sketch.outlines)["features"]}
    zones = [name for code, name in names.counties.items() if code not in drawn]
    said = phrasebook.say(
        "A sketch: it delimits nothing. Points: the heaviest enterprises, sized by kilograms. Click a county to filter."
    )
    if not zones:
        return said
    listed = phrasebook.say("; ").join(zones)
    without = phrasebook.say("Without an outline of their own: {zones}.", zones=listed)
    return f"{said} {without}"


def clicked_county(points: list[dict[str, Any]]) -> str:
    """Code of the county that was clicked, or of the county of a firm that was; '' for none."""
    for point in points:
        code = point.get("location") or point.get("customdata")
        if isinstance(code, list):
            code = code[0] if code else ""
        if code:
            return str(code)
    return ""
