"""The course of an episode: when the heaviest measures begin, how long a process takes to come down and back."""

from datetime import datetime, timedelta

import numpy as np
import pandas as pd
import plotly.graph_objects as go
from plotly.subplots import make_subplots

from planner.compare import measure_sentence
from planner.panel.amounts import moment_text, number_text, share_text
from planner.panel.cards import CARD_ORDER
from planner.panel.figures import CLEAR, DARK, LIGHT, Ink
from planner.panel.words import POLLUTANT_SHORT
from planner.plan import Curtailment, PlanDocument
from planner.terms import BEIJING, KG_PER_TONNE, POLLUTANTS, Phrasebook

__all__ = ["days_figure", "timeline_caption", "timeline_figure"]

MOST_ROWS = 12
HEIGHT = 430
LONGEST_NAME = 18
MILLISECONDS = 1000.0
Span = tuple[datetime, datetime, datetime, datetime]


def timeline_figure(
    document: PlanDocument, places: pd.DataFrame, phrasebook: Phrasebook, now: datetime, *, dark: bool
) -> go.Figure:
    """The heaviest measures from their beginning to normal activity: coming down, in full, coming back.

    Args:
        places: by source id `ramp_down_hours` and `ramp_up_hours`.
        now: marked where it lies within the figure.
    """
    ink = DARK if dark else LIGHT
    rows = _heaviest(document)
    spans = [_span(item, document, places) for item in rows]
    names = _row_names(rows, document)
    figure = go.Figure()
    kinds = (
        (phrasebook.say("comes down"), 0, 1, ink.parts[2], "/"),
        (phrasebook.say("in full"), 1, 2, ink.parts[1], ""),
        (phrasebook.say("comes back"), 2, 3, ink.target, "\\"),
    )
    told = [_told(item, span, phrasebook) for item, span in zip(rows, spans, strict=True)]
    for label, first, last, colour, pattern in kinds:
        figure.add_bar(
            y=names,
            base=[span[first] for span in spans],
            x=[_milliseconds(span[first], span[last]) for span in spans],
            orientation="h",
            name=label,
            marker=_marker(colour, pattern),
            hovertext=told,
            hoverinfo="text",
        )
    _style(figure, spans, ink, phrasebook)
    _mark(figure, _moments(document, spans, now, phrasebook), ink)
    return figure


def _marker(colour: str, pattern: str) -> dict[str, object]:
    """A pattern beside the colour: the parts can be told apart in black and white."""
    hatch = {"shape": pattern, "bgcolor": colour, "fgcolor": "#ffffff", "size": 6, "solidity": 0.35}
    return {"color": colour, "pattern": hatch if pattern else {}}


def _heaviest(document: PlanDocument) -> list[Curtailment]:
    """The curtailments that carry most of the cuts, one an enterprise, the heaviest first."""
    base = np.array([max(item.base_kg_per_day, 1.0) for item in document.plan.totals])
    order = [POLLUTANTS.index(item.pollutant) for item in document.plan.totals]
    weighed = sorted(
        document.plan.curtailments,
        key=lambda item: -float((np.array(item.reduction_kg_per_day)[order] / base).sum()),
    )
    found: dict[str, Curtailment] = {}
    for item in weighed:
        if item.kept_share < 1.0:
            found.setdefault(item.enterprise_id or item.source_id, item)
        if len(found) == MOST_ROWS:
            break
    return list(found.values())


def _row_names(rows: list[Curtailment], document: PlanDocument) -> list[str]:
    sources = document.problem.sources
    names = dict(zip(sources.source_id, zip(sources.enterprise_name, sources.line_id, strict=True), strict=True))
    return [_short(*names[item.source_id]) for item in rows]


def _short(name: str, line: str) -> str:
    cut = name if len(name) <= LONGEST_NAME else f"{name[: LONGEST_NAME - 1]}…"
    return f"{cut} {line}".strip()


def _span(item: Curtailment, document: PlanDocument, places: pd.DataFrame) -> Span:
    """Begin, in full, released, back to normal; an open end is drawn as the days over which costs count."""
    header = document.problem.header
    down, up = (_hours(places, item.source_id, name) for name in ("ramp_down_hours", "ramp_up_hours"))
    end = item.end or header.start + timedelta(days=header.duration_days)
    full = min(item.start + timedelta(hours=down), end)
    return _clock(item.start), _clock(full), _clock(end), _clock(end + timedelta(hours=up))


def _hours(places: pd.DataFrame, source: str, column: str) -> float:
    if source not in places.index:
        return 0.0
    found = float(places[column].to_numpy(dtype=float)[places.index.get_loc(source)])
    return 0.0 if np.isnan(found) else found


def _clock(moment: datetime) -> datetime:
    """The wall clock in Beijing: a figure has no zones."""
    return moment.astimezone(BEIJING).replace(tzinfo=None)


def _milliseconds(first: datetime, last: datetime) -> float:
    return (last - first).total_seconds() * MILLISECONDS


def _told(item: Curtailment, span: tuple[datetime, ...], phrasebook: Phrasebook) -> str:
    cuts = zip(POLLUTANTS, item.reduction_kg_per_day, strict=True)
    amounts = " · ".join(
        f"{POLLUTANT_SHORT[str(name)]} {number_text(phrasebook, value / KG_PER_TONNE, 2)}" for name, value in cuts
    )
    times = [moment_text(phrasebook, moment.replace(tzinfo=BEIJING)) for moment in span]
    return "<br>".join(
        (
            measure_sentence(phrasebook, item.measures, item.kept_share),
            phrasebook.say("begins {begin}, in full from {full}", begin=times[0], full=times[1]),
            phrasebook.say("released {end}, normal from {normal}", end=times[2], normal=times[3]),
            phrasebook.say("{amounts} t/d", amounts=amounts),
        )
    )


def _style(figure: go.Figure, spans: list[Span], ink: Ink, phrasebook: Phrasebook) -> None:
    ticks = {"color": ink.text, "size": 12}
    figure.update_layout(
        barmode="overlay",
        bargap=0.35,
        height=HEIGHT,
        paper_bgcolor=CLEAR,
        plot_bgcolor=CLEAR,
        margin={"l": 4, "r": 10, "t": 46, "b": 4},
        legend={"orientation": "h", "x": 0, "y": 1.07, "yanchor": "bottom", "font": ticks, "traceorder": "normal"},
        dragmode=False,
    )
    days = sorted({span[place].date() for span in spans for place in range(4)})
    whole = [days[0] + timedelta(days=at) for at in range((days[-1] - days[0]).days + 2)] if days else []
    step = max(1, len(whole) // 7)
    figure.update_xaxes(
        type="date",
        tickvals=[day.isoformat() for day in whole[::step]],
        ticktext=[phrasebook.say("{month}/{day}", month=day.month, day=day.day) for day in whole[::step]],
        tickfont=ticks,
        gridcolor="rgba(128,140,152,.28)",
        fixedrange=True,
    )
    figure.update_yaxes(autorange="reversed", automargin=True, tickfont=ticks, fixedrange=True)


def _moments(
    document: PlanDocument, spans: list[Span], now: datetime, phrasebook: Phrasebook
) -> list[tuple[str, datetime]]:
    """Start, end where there is one, and now where it lies within the figure."""
    header = document.problem.header
    found = [(phrasebook.say("Start"), header.start)]
    if header.end is not None:
        found.append((phrasebook.say("End"), header.end))
    if spans and min(span[0] for span in spans) <= _clock(now) <= max(span[3] for span in spans):
        found.append((phrasebook.say("now"), now))
    return found


def _mark(figure: go.Figure, marks: list[tuple[str, datetime]], ink: Ink) -> None:
    for label, moment in marks:
        figure.add_vline(
            x=_clock(moment).isoformat(), line={"color": ink.text, "width": 1.5, "dash": "dot"}, layer="above"
        )
        figure.add_annotation(
            x=_clock(moment).isoformat(),
            y=1.0,
            yref="paper",
            yanchor="bottom",
            text=label,
            showarrow=False,
            font={"color": ink.text, "size": 12},
        )


def timeline_caption(document: PlanDocument, phrasebook: Phrasebook) -> str:
    """What the figure shows, and what an open end means."""
    said = phrasebook.say("The heaviest measures, one an enterprise; hours of coming down and back from the list.")
    if document.problem.header.end is not None:
        return said
    days = document.problem.header.duration_days
    is_open = phrasebook.say("The end is open: {days} days are drawn.", days=days)
    return f"{said} {is_open}"


def days_figure(document: PlanDocument, phrasebook: Phrasebook, *, dark: bool) -> go.Figure:
    """Of a plan day by day the share that is real on each day, a small panel a pollutant, with its target."""
    ink, days = DARK if dark else LIGHT, document.plan.days
    titles = [POLLUTANT_SHORT[str(item)] for item in CARD_ORDER]
    figure = make_subplots(rows=1, cols=len(CARD_ORDER), subplot_titles=titles, shared_yaxes=True)
    for place, pollutant in enumerate(CARD_ORDER, start=1):
        totals = [next(item for item in day.totals if item.pollutant is pollutant) for day in days]
        figure.add_bar(
            x=[str(day.day) for day in days],
            y=[100.0 * item.share for item in totals],
            text=[share_text(phrasebook, item.share) for item in totals],
            textfont={"size": 11},
            marker={"color": [ink.parts[1] if item.met else ink.target for item in totals]},
            hovertext=[moment_text(phrasebook, day.start) for day in days],
            hoverinfo="text+y",
            row=1,
            col=place,
        )
        figure.add_hline(y=100.0 * totals[0].target_share, line={"color": ink.target, "dash": "dot"}, row=1, col=place)
    figure.update_layout(
        height=220,
        showlegend=False,
        paper_bgcolor=CLEAR,
        plot_bgcolor=CLEAR,
        margin={"l": 4, "r": 10, "t": 30, "b": 4},
        font={"color": ink.text},
        dragmode=False,
    )
    figure.update_xaxes(type="category", fixedrange=True)
    figure.update_yaxes(ticksuffix="%", rangemode="tozero", fixedrange=True, gridcolor="rgba(128,140,152,.28)")
    return figure
