"""The list doctor's page: the mark of a list, its levels as bars, tables, and the pairs that wait for a word."""

from typing import Protocol

import pandas as pd
import plotly.graph_objects as go
import streamlit as st

from planner.compare import ListHealth, PlainTable, reach_sentence
from planner.compare.doctor_words import cut_word
from planner.errors import Finding
from planner.inventory.matching import Decision, RegisterKind
from planner.inventory.matching.register_records import Comparison
from planner.panel.amounts import count_text, share_text
from planner.panel.figures import DARK, LIGHT, Ink
from planner.panel.grid import NUMBER, TEXT, Columns, show_frame
from planner.panel.page_parts import level_choice
from planner.terms import N_, Phrasebook

__all__ = [
    "KIND_WORDS",
    "OPEN_PAIR",
    "MarkedLike",
    "PlainTable",
    "asked_columns",
    "asked_decisions",
    "asked_frame",
    "health_alt",
    "health_facts",
    "health_figure",
    "kind_word",
    "marked_facts",
    "pair_choices",
    "show_tables",
    "table_columns",
    "table_frame",
    "table_title",
]

KIND_WORDS = {
    RegisterKind.PERMITS: N_("Discharge permits"),
    RegisterKind.METERS: N_("Register of electricity meters"),
    RegisterKind.INVENTORY: N_("Emission inventory"),
    RegisterKind.LIST: N_("Another list, such as last year's"),
}
OPEN_PAIR = N_("open")
_PAIRS = {"same": N_("one firm"), "other": N_("two firms")}
_PARTS = (("floor", N_("By mandatory measures")), ("filed", N_("Filed beyond")), ("chosen", N_("Chosen beyond")))
_ROW_PIXELS, _MARGIN_PIXELS = 34, 96
_LABELLED = (240, 900)
_FEW, _SHOWN_AT_ONCE = 1, 3


class MarkedLike(Protocol):
    """What the page shows of a list on its way back."""

    @property
    def asked(self) -> tuple[Finding, ...]:
        """Findings that are marked."""

    @property
    def answered(self) -> tuple[Finding, ...]:
        """Findings that were answered in the workbook."""

    @property
    def new(self) -> int:
        """How many of the marked ones are new."""

    @property
    def resolved(self) -> int:
        """How many earlier ones are gone."""

    @property
    def has_earlier(self) -> bool:
        """Whether it was given back before."""


def kind_word(phrasebook: Phrasebook, kind: RegisterKind) -> str:
    """A kind of register."""
    return phrasebook.say(KIND_WORDS[kind])


def table_frame(table: PlainTable) -> pd.DataFrame:
    """A table as a frame; headers that stand twice are told apart by a blank."""
    names = [header + " " * table.headers[:at].count(header) for at, header in enumerate(table.headers)]
    return pd.DataFrame(list(table.rows), columns=names)


def table_columns(table: PlainTable) -> Columns:
    """Widths of a table of two columns, whose first one is a label; of wider ones the page decides."""
    if len(table.headers) != len(_LABELLED):
        return {}
    return {name: TEXT(name, width=width) for name, width in zip(table.headers, _LABELLED, strict=True)}


def health_facts(health: ListHealth, phrasebook: Phrasebook) -> tuple[tuple[str, str], ...]:
    """(label, value) pairs: the mark of the list, and what is open."""
    say, mark = phrasebook.say, health.confirmed
    values = {value.citation for level in health.levels for value in level.rests_on}
    shares = (mark.firm_share, min(mark.kilogram_shares))
    firms, kilograms = (share_text(phrasebook, share) if mark.source else say("not yet") for share in shares)
    return (
        (say("Firms confirmed"), firms),
        (say("Kilograms confirmed (least pollutant)"), kilograms),
        (say("Firms without doubt"), share_text(phrasebook, mark.sound_firm_share)),
        (say("Kilograms without doubt (least pollutant)"), share_text(phrasebook, min(mark.sound_shares))),
        (say("Texts not read"), count_text(phrasebook, health.unread)),
        (say("Estimated figures"), count_text(phrasebook, health.estimated)),
        (say("Values of law to be confirmed"), count_text(phrasebook, len(values))),
    )


def health_figure(health: ListHealth, phrasebook: Phrasebook, *, dark: bool = False) -> go.Figure:
    """For each level and cut what mandatory measures, the filed list and the choice give, beside what is asked."""
    ink = DARK if dark else LIGHT
    rows = [(level, cut) for level in reversed(health.levels) for cut in reversed(level.cuts)]
    names = [f"{level_choice(phrasebook, str(level.level))} · {cut_word(phrasebook, cut.cut)}" for level, cut in rows]
    figure = go.Figure()
    for place, (part, word) in enumerate(_PARTS):
        shares = [float(getattr(cut, part)) for _, cut in rows]
        figure.add_bar(
            y=names,
            x=[100.0 * share for share in shares],
            orientation="h",
            name=phrasebook.say(word),
            marker={"color": ink.parts[place]},
            hovertext=[f"{phrasebook.say(word)} {share_text(phrasebook, share)}" for share in shares],
            hoverinfo="text",
        )
    figure.add_scatter(
        y=names,
        x=[100.0 * cut.target_share for _, cut in rows],
        mode="markers",
        name=phrasebook.say("Target"),
        marker={"symbol": "line-ns", "size": 20, "line": {"width": 3, "color": ink.target}},
        hovertext=[share_text(phrasebook, cut.target_share, 0) for _, cut in rows],
        hoverinfo="text",
    )
    return _laid_out(figure, ink, len(rows))


def _laid_out(figure: go.Figure, ink: Ink, rows: int) -> go.Figure:
    clear = "rgba(0,0,0,0)"
    figure.update_layout(
        barmode="stack",
        height=_MARGIN_PIXELS + _ROW_PIXELS * rows,
        margin={"l": 8, "r": 8, "t": 8, "b": 8},
        paper_bgcolor=clear,
        plot_bgcolor=clear,
        font={"color": ink.text, "size": 14},
        legend={"orientation": "h", "y": 1.02, "yanchor": "bottom", "x": 0, "traceorder": "normal"},
        bargap=0.35,
    )
    figure.update_xaxes(ticksuffix=" %", gridcolor="rgba(128,128,128,.25)", zeroline=False)
    figure.update_yaxes(automargin=True, tickfont={"color": ink.text, "size": 13})
    return figure


def health_alt(health: ListHealth, phrasebook: Phrasebook) -> str:
    """The same in words: each level's outcome."""
    words = (
        (level_choice(phrasebook, str(item.level)), reach_sentence(phrasebook, item.reach)) for item in health.levels
    )
    return " · ".join(phrasebook.say("{level}: {outcome}", level=level, outcome=outcome) for level, outcome in words)


def pair_choices(phrasebook: Phrasebook) -> list[str]:
    """What may be said of a pair."""
    return [phrasebook.say(OPEN_PAIR), *(phrasebook.say(word) for word in _PAIRS.values())]


def asked_frame(found: Comparison, phrasebook: Phrasebook) -> pd.DataFrame:
    """The pairs that wait for a word: both names, what else is known, likeness, and `answer` to be chosen."""
    unsure = found.matching.unsure
    here, there = found.listed.loc[unsure["left"].tolist()], found.registered.loc[unsure["right"].tolist()]
    return pd.DataFrame(
        {
            "listed": here["name"].to_numpy(),
            "registered": there["name"].to_numpy(),
            "list_code": here["code"].to_numpy(),
            "register_code": there["code"].to_numpy(),
            "address": there["address"].to_numpy(),
            "likeness": unsure["score"].to_numpy(dtype=float),
            "answer": phrasebook.say(OPEN_PAIR),
        }
    )


def asked_decisions(found: Comparison, answers: pd.Series, phrasebook: Phrasebook) -> tuple[Decision, ...]:
    """The words chosen in `answers`, one for each row of `asked_frame`; open pairs say nothing."""
    words = {phrasebook.say(word): code == "same" for code, word in _PAIRS.items()}
    pairs = zip(found.matching.unsure["left_identity"], found.matching.unsure["right_identity"], answers, strict=True)
    return tuple(
        Decision(left=str(left), right=str(right), same=words[said]) for left, right, said in pairs if said in words
    )


def asked_columns(phrasebook: Phrasebook) -> Columns:
    """The columns of `asked_frame`; only the answer can be changed."""
    say, choices = phrasebook.say, pair_choices(phrasebook)
    return {
        "listed": TEXT(say("In the list"), width=240),
        "registered": TEXT(say("In the register"), width=240),
        "list_code": TEXT(say("Credit code (list)"), width=170),
        "register_code": TEXT(say("Credit code (register)"), width=170),
        "address": TEXT(say("Address"), width=200),
        "likeness": NUMBER(say("Likeness"), format="%.2f", width=80),
        "answer": st.column_config.SelectboxColumn(say("Answer"), options=choices, required=True, width=110),
    }


def marked_facts(marked: MarkedLike, phrasebook: Phrasebook) -> tuple[tuple[str, str], ...]:
    """(label, value) pairs: what is asked, and what became of what was asked before."""
    say = phrasebook.say
    asked = ((say("Findings marked"), count_text(phrasebook, len(marked.asked))),)
    if not marked.has_earlier:
        return asked
    return (
        *asked,
        (say("New since it was given back"), count_text(phrasebook, marked.new)),
        (say("Answered in the workbook"), count_text(phrasebook, len(marked.answered))),
        (say("Resolved"), count_text(phrasebook, marked.resolved)),
    )


def show_tables(tables: tuple[PlainTable, ...], key: str, phrasebook: Phrasebook) -> None:
    """The first table at once, the others behind their titles; empty ones are left out."""
    for at, table in enumerate(tables):
        if not table.rows:
            continue
        if at < _FEW:
            show_frame(table_frame(table), table_columns(table), f"{key}_{at}")
            if table.note:
                st.caption(table.note)
            continue
        with st.expander(table_title(table, phrasebook), expanded=at < _SHOWN_AT_ONCE):
            show_frame(table_frame(table), table_columns(table), f"{key}_{at}")


def table_title(table: PlainTable, phrasebook: Phrasebook) -> str:
    """A table's title and how many rows it has."""
    return phrasebook.say("{title} ({count})", title=table.title, count=count_text(phrasebook, len(table.rows)))
