"""How the cells of the guide are answered, as a picture: a row an industry, a column a grade and level."""

from collections.abc import Mapping, Sequence
from itertools import product

import pandas as pd
import plotly.graph_objects as go

from planner.compare import answer_label, grade_label, level_label
from planner.panel.amounts import count_text
from planner.panel.names import Names
from planner.rules import IndustryCoverage, Rulebook, RulesInForce, answer_of, cells
from planner.terms import LEVELS, N_, Answer, Grade, Phrasebook

__all__ = ["coverage_facts", "coverage_frame", "matrix_figure"]

GRADES = tuple(grade for grade in Grade if grade is not Grade.NONE)
PARTLY = "partly"
KINDS = (Answer.MISSING, Answer.NONE, PARTLY, Answer.SELF_DETERMINED, Answer.SOURCED)
SHORT: Mapping[str, str] = {
    Answer.SOURCED: N_("src"),
    Answer.SELF_DETERMINED: N_("self"),
    Answer.NONE: N_("none asked"),
    Answer.MISSING: N_("miss"),
    PARTLY: N_("part"),
}
"""A word in every cell, so that nobody needs to tell colours apart."""
LEVEL_SHORT: Mapping[str, str] = {"yellow": N_("Yel."), "orange": N_("Ora."), "red": N_("Red.")}
FILLS = {
    Answer.MISSING: "#f6dcc8",
    Answer.NONE: "#9aa7b4",
    PARTLY: "#7fb8dc",
    Answer.SELF_DETERMINED: "#0b7a5e",
    Answer.SOURCED: "#0b4a86",
}
"""Told apart by lightness alone, in the order of KINDS."""
ROW_PIXELS, HEAD_PIXELS = 25, 96
CLEAR = "rgba(0,0,0,0)"

Answers = Mapping[tuple[str, Grade, str], tuple[str, ...]]


def coverage_facts(rows: tuple[IndustryCoverage, ...], phrasebook: Phrasebook) -> tuple[tuple[str, str], ...]:
    """(label, value) pairs: number of cells, and how many of them are answered in which way."""
    sums = [(answer, sum(dict(row.counts)[answer] for row in rows)) for answer in Answer]
    return (
        (phrasebook.say("Key industries"), count_text(phrasebook, len(rows))),
        (phrasebook.say("Cells"), count_text(phrasebook, sum(row.total for row in rows))),
        *((answer_label(phrasebook, answer), count_text(phrasebook, count)) for answer, count in sums),
    )


def coverage_frame(rows: tuple[IndustryCoverage, ...], phrasebook: Phrasebook) -> pd.DataFrame:
    """One row an industry: `number`, `industry`, `cells`, and a column an answer, headed by its word."""
    chinese = phrasebook.language.startswith("zh")
    told = [
        {
            phrasebook.say("No."): row.number,
            phrasebook.say("Key industry"): row.name_zh if chinese else row.name_en,
            phrasebook.say("Cells"): row.total,
            **{answer_label(phrasebook, answer): count for answer, count in row.counts},
        }
        for row in rows
    ]
    return pd.DataFrame(told)


def matrix_figure(
    rulebook: Rulebook, rules: RulesInForce, names: Names, phrasebook: Phrasebook, *, dark: bool = False
) -> go.Figure:
    """Every industry by grade and level, coloured and worded; where its processes are answered differently: partly."""
    answers = _answers(rulebook, rules)
    industries = [item for item in sorted(rulebook.industries, key=lambda item: item.number) if item.number]
    columns = list(product(GRADES, LEVELS))
    shown = [[_kind(answers.get((item.code, *column), ())) for column in columns] for item in industries]
    figure = go.Figure(
        go.Heatmap(
            x=_heads(columns, phrasebook),
            y=[f"{item.number}　{names.industry(item.code)}" for item in industries],
            z=[[KINDS.index(kind) if kind else None for kind in row] for row in shown],
            text=[[phrasebook.say(SHORT[kind]) if kind else "" for kind in row] for row in shown],
            texttemplate="%{text}",
            textfont={"size": 11},
            hovertext=[
                [
                    _hover(answers.get((item.code, *column), ()), names.industry(item.code), column, phrasebook)
                    for column in columns
                ]
                for item in industries
            ],
            hoverinfo="text",
            colorscale=_scale(),
            zmin=-0.5,
            zmax=len(KINDS) - 0.5,
            showscale=False,
            xgap=1.5,
            ygap=1.5,
        )
    )
    return _plain(figure, len(industries), dark=dark)


def _answers(rulebook: Rulebook, rules: RulesInForce) -> Answers:
    found: dict[tuple[str, Grade, str], tuple[str, ...]] = {}
    for cell in cells(rulebook):
        key = (cell.industry, cell.grade, cell.level)
        found[key] = (*found.get(key, ()), str(answer_of(rules, cell)))
    return found


def _kind(answers: tuple[str, ...]) -> str:
    """The one answer of all processes, PARTLY where they differ, '' where the grade is unknown there."""
    kinds = set(answers)
    return next(iter(kinds)) if len(kinds) == 1 else (PARTLY if kinds else "")


def _heads(columns: Sequence[tuple[Grade, str]], phrasebook: Phrasebook) -> list[list[str]]:
    """Grade above, level below."""
    grades = [grade_label(phrasebook, grade) for grade, _ in columns]
    return [grades, [phrasebook.say(LEVEL_SHORT[level]) for _, level in columns]]


def _hover(answers: tuple[str, ...], industry: str, column: tuple[Grade, str], phrasebook: Phrasebook) -> str:
    grade, level = column
    place = f"{industry}　{grade_label(phrasebook, grade)}　{level_label(phrasebook, level)}"
    if not answers:
        return phrasebook.say("{place}<br>this grade is unknown there", place=place)
    told = (f"{answer_label(phrasebook, answer)} {answers.count(answer)}" for answer in dict.fromkeys(answers))
    return f"{place}<br>{' · '.join(told)}"


def _scale() -> list[tuple[float, str]]:
    """Plain steps, one colour a kind."""
    count = len(KINDS)
    return [(edge / count, FILLS[kind]) for place, kind in enumerate(KINDS) for edge in (place, place + 1)]


def _plain(figure: go.Figure, rows: int, *, dark: bool) -> go.Figure:
    ink = {"color": "#c3d0dc" if dark else "#3c4b5a", "size": 12}
    figure.update_layout(
        paper_bgcolor=CLEAR,
        plot_bgcolor=CLEAR,
        height=HEAD_PIXELS + ROW_PIXELS * rows,
        margin={"l": 4, "r": 8, "t": 8, "b": 4},
        dragmode=False,
    )
    figure.update_xaxes(
        side="top", fixedrange=True, showgrid=False, title=None, tickfont=ink, showdividers=True, dividerwidth=1
    )
    figure.update_yaxes(
        autorange="reversed", fixedrange=True, showgrid=False, title=None, automargin=True, tickfont=ink
    )
    return figure
