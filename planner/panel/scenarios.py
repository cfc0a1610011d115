"""What-ifs on a page: what they cost against the base, a curve with its bound, a doubt, a winter's days."""

from collections.abc import Callable
from typing import Protocol

import plotly.graph_objects as go

from planner.compare import level_label
from planner.errors import FindingsError, finding
from planner.panel.amounts import money_text, share_text
from planner.panel.figures import DARK, LIGHT, Ink
from planner.panel.scenario_figures import (
    MAP_CONFIG,
    county_change_figure,
    front_figure,
    saving_figure,
    weeks_figure,
)
from planner.panel.scenario_form import (
    CHANGE_KINDS,
    CHOICES,
    FILE_KINDS,
    LIST_KINDS,
    NUMBERS,
    VALUE_WORDS,
    WHOLE,
    ScenarioForm,
    appended_scenario,
    firm_names,
    first_sources,
    first_text,
    scenario_name,
)
from planner.scenario import BASE, DoubtAnswer, RehearsedDay, ScenarioDifference, ScenarioOutcome, cut_label
from planner.terms import LEVELS, N_, POLLUTANTS, Phrasebook

__all__ = [
    "CHANGE_KINDS",
    "CHOICES",
    "FILE_KINDS",
    "LIST_KINDS",
    "MAP_CONFIG",
    "NUMBERS",
    "VALUE_WORDS",
    "WHOLE",
    "ScenarioForm",
    "appended_scenario",
    "change_figure",
    "county_change_figure",
    "curve_figure",
    "cut_label",
    "days_figure",
    "doubt_figure",
    "firm_names",
    "first_sources",
    "first_text",
    "front_figure",
    "part_teller",
    "saving_figure",
    "scenario_name",
    "stage_teller",
    "weeks_figure",
    "without_base",
]

ROW_PIXELS, MARGIN_PIXELS, CHART_PIXELS = 34, 110, 360
LEVEL_INK = {"": "#c8d0d8", "yellow": "#e8c33c", "orange": "#e8843c", "red": "#c0392b"}
CLEAR = "rgba(0,0,0,0)"


class SweepLike(Protocol):
    """How far a sweep is."""

    @property
    def done(self) -> int:
        """Scenarios answered."""

    @property
    def total(self) -> int:
        """All of them."""


def stage_teller(tell: Callable[[str], None], phrasebook: Phrasebook) -> Callable[[SweepLike], None]:
    """Tells how many scenarios are answered, as a stage of the work."""

    def told(progress: SweepLike) -> None:
        sentence = N_("{done} of {total} scenarios answered.")
        tell(phrasebook.say(sentence, done=progress.done, total=progress.total))

    return told


def part_teller(
    tell: Callable[[str], None], is_stopped: Callable[[], bool], phrasebook: Phrasebook
) -> Callable[[int, int], None]:
    """Tells how many stretches of a winter are planned; ends the work where it was called off."""

    def told(done: int, total: int) -> None:
        if is_stopped():
            raise FindingsError((finding("plan.unknown"),))
        tell(phrasebook.say(N_("{done} of {total} stretches planned."), done=done, total=total))

    return told


def without_base(outcomes: tuple[ScenarioOutcome, ...]) -> tuple[ScenarioOutcome, ...]:
    """The outcomes without the question as it stands."""
    return tuple(item for item in outcomes if item.name != BASE)


def change_figure(
    outcomes: dict[str, ScenarioOutcome],
    differences: tuple[ScenarioDifference, ...],
    phrasebook: Phrasebook,
    *,
    dark: bool,
) -> go.Figure:
    """What each scenario costs more or less than the base, with what the two bounds leave possible."""
    ink = DARK if dark else LIGHT
    shown = sorted(differences, key=lambda item: -item.cost_change_yuan)
    figure = go.Figure()
    figure.add_bar(
        y=[outcomes[item.name].title for item in shown],
        x=[item.cost_change_yuan for item in shown],
        orientation="h",
        marker={"color": ink.bar},
        text=[money_text(phrasebook, item.cost_change_yuan) for item in shown],
        textposition="auto",
        error_x={
            "type": "data",
            "symmetric": False,
            "array": [item.most_change_yuan - item.cost_change_yuan for item in shown],
            "arrayminus": [item.cost_change_yuan - item.least_change_yuan for item in shown],
            "color": ink.text,
        },
        hoverinfo="skip",
    )
    figure.update_yaxes(automargin=True)
    figure.update_xaxes(
        title=phrasebook.say(N_("Cost change, yuan")), tickformat=",.0f", zeroline=True, zerolinecolor=ink.text
    )
    return _plain(figure, ink, MARGIN_PIXELS + ROW_PIXELS * len(shown))


def curve_figure(points: tuple[ScenarioOutcome, ...], row: str, phrasebook: Phrasebook, *, dark: bool) -> go.Figure:
    """Cost against the share that a cut asks, plan and proven bound; points that no plan reaches are left out."""
    ink = DARK if dark else LIGHT
    known = [item for item in points if item.has_plan and not item.missing]
    share = [100.0 * _share(item, row) for item in known]
    figure = go.Figure()
    names = (phrasebook.say(N_("Plan")), phrasebook.say(N_("Proven bound")))
    costs = ([item.cost_yuan for item in known], [item.bound_yuan for item in known])
    for name, cost, dash in zip(names, costs, ("solid", "dot"), strict=True):
        figure.add_scatter(x=share, y=cost, name=name, mode="lines+markers", line={"color": ink.bar, "dash": dash})
    figure.update_xaxes(title=f"{cut_label(row, phrasebook)} %")
    figure.update_yaxes(title=phrasebook.say(N_("Cost, yuan")), tickformat=",.0f", rangemode="tozero")
    return _plain(figure, ink, CHART_PIXELS)


def _share(item: ScenarioOutcome, row: str) -> float:
    names = [str(name) for name in POLLUTANTS]
    parts = ("so2", "nox") if row == "so2_nox" else (row,)
    return sum(item.share[names.index(part)] for part in parts)


def doubt_figure(answer: DoubtAnswer, phrasebook: Phrasebook, *, dark: bool) -> go.Figure:
    """What is truly reached of each cut in the drawn worlds, beside what is asked."""
    ink = DARK if dark else LIGHT
    figure = go.Figure()
    for cut, reached in zip(answer.cuts, answer.reached, strict=True):
        name = f"{cut_label(cut.row, phrasebook)} {share_text(phrasebook, cut.chance)}"
        figure.add_violin(
            x=[100.0 * (share - cut.target_share) for share in reached],
            name=name,
            orientation="h",
            side="positive",
            points=False,
            line={"color": ink.bar},
            hoverinfo="skip",
        )
    figure.add_vline(x=0.0, line={"color": ink.target, "width": 2})
    figure.update_xaxes(title=phrasebook.say(N_("Reached beyond what is asked, percentage points")))
    figure.update_layout(showlegend=False)
    return _plain(figure, ink, CHART_PIXELS)


def days_figure(days: tuple[RehearsedDay, ...], phrasebook: Phrasebook, *, dark: bool) -> go.Figure:
    """Day by day what stood and what was due: the height tells the level, not its colour alone."""
    ink = DARK if dark else LIGHT
    figure = go.Figure()
    for level in LEVELS:
        inside = [item for item in days if item.level is level]
        figure.add_bar(
            x=[item.day for item in inside],
            y=[level.rank] * len(inside),
            name=level_label(phrasebook, level),
            marker={"color": LEVEL_INK[str(level)]},
        )
    due = [item for item in days if item.due is not None]
    figure.add_scatter(
        x=[item.day for item in due],
        y=[item.due.rank for item in due if item.due],
        mode="markers",
        name=phrasebook.say(N_("Due")),
        marker={"symbol": "line-ew-open", "size": 9, "color": ink.text},
    )
    ranks = [level.rank for level in LEVELS]
    figure.update_yaxes(tickvals=ranks, ticktext=[level_label(phrasebook, level) for level in LEVELS])
    figure.update_layout(bargap=0.05)
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
