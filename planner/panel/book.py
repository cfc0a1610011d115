"""The book: its three levels side by side, what their nesting costs, which book is in use and who said so."""

from collections.abc import Iterable
from datetime import datetime
from html import escape
from typing import Protocol

import pandas as pd
import streamlit as st

from planner.compare import level_label, proof_label, status_label
from planner.panel.amounts import count_text, moment_text, money_text, number_text, points_text, share_text
from planner.panel.grid import Columns
from planner.panel.markup import element, facts_html, percent_width
from planner.panel.words import LEVEL_SHAPES, MODE_WORDS, POLLUTANT_SHORT, word
from planner.plan import BookSummary, CutSummary, LevelSummary
from planner.problem import ExceptionKind
from planner.terms import N_, Mode, Phrasebook, Pollutant

__all__ = [
    "BookSummary",
    "approval_columns",
    "approval_frame",
    "book_choice",
    "book_state_html",
    "exception_columns",
    "exception_frame",
    "exceptions_label",
    "first_book",
    "level_html",
    "nesting_html",
]

BAR_SHARE = 0.4
"""The share of the base to which the bars reach; targets are 10, 20 and 30 %."""
CUT_ORDER = (Pollutant.PM, Pollutant.VOCS, Pollutant.SO2, Pollutant.NOX)
EXCEPTION_WORDS = {
    ExceptionKind.OBLIGED: N_("Rules or filed measure ask less at the stricter level"),
    ExceptionKind.MENU: N_("The menu goes less deep at the stricter level"),
    ExceptionKind.DUTY: N_("A duty is not named at the stricter level"),
}


class ListedBookLike(Protocol):
    """What the page shows of a stored book."""

    @property
    def book_id(self) -> int:
        """Number in the store."""

    @property
    def mode(self) -> Mode:
        """What the solver might choose from."""

    @property
    def created_at(self) -> datetime:
        """When it was made."""

    @property
    def is_in_use(self) -> bool:
        """Whether it is the approved one."""

    @property
    def approved_by(self) -> str:
        """Who approved it last, '' where nobody did."""

    @property
    def reason(self) -> str:
        """Why."""

    @property
    def approved_at(self) -> datetime | None:
        """When."""


class ApprovalLike(Protocol):
    """What the page shows of an approval."""

    @property
    def book_id(self) -> int:
        """Number of the book."""

    @property
    def approved_by(self) -> str:
        """Who."""

    @property
    def reason(self) -> str:
        """Why."""

    @property
    def approved_at(self) -> datetime:
        """When."""


def first_book(books: Iterable[ListedBookLike]) -> int:
    """Place of the book to be shown first: the one in use, else the newest."""
    return next((place for place, item in enumerate(books) if item.is_in_use), 0)


def book_choice(item: ListedBookLike, phrasebook: Phrasebook) -> str:
    """A book as a line of a menu."""
    words = {
        "number": item.book_id,
        "mode": word(phrasebook, MODE_WORDS, str(item.mode)),
        "made": moment_text(phrasebook, item.created_at),
    }
    if item.is_in_use:
        return phrasebook.say("No. {number} · {mode} · {made} · in use", **words)
    return phrasebook.say("No. {number} · {mode} · {made}", **words)


def book_state_html(item: ListedBookLike, phrasebook: Phrasebook) -> str:
    """Whether the book is in use: by whom, when and why it was approved; else that warnings do not use it."""
    if not item.approved_by or item.approved_at is None:
        text = phrasebook.say("Draft: not approved, no warning uses it.")
        return element("div", element("b", "!") + escape(text), "verdict verdict-passed_with_shortfall")
    words = {
        "by": item.approved_by,
        "at": moment_text(phrasebook, item.approved_at),
        "reason": item.reason,
    }
    if item.is_in_use:
        text = phrasebook.say("In use · approved by {by}, {at}: {reason}", **words)
        return element("div", element("b", "✓") + escape(text), "verdict")
    text = phrasebook.say("Retired · was approved by {by}, {at}: {reason}", **words)
    return element("div", element("b", "–") + escape(text), "verdict verdict-passed_with_shortfall")


def level_html(level: LevelSummary, summary: BookSummary, phrasebook: Phrasebook) -> str:
    """One level's column: cost, the four cuts, whom it touches, how long lines stand still."""
    code = str(level.level)
    badge = element(
        "div",
        element("span", LEVEL_SHAPES[code], "shape") + escape(level_label(phrasebook, code)),
        f"level level-{code}",
    )
    cost = element("p", element("b", escape(money_text(phrasebook, level.objective_yuan))), "cost")
    days = phrasebook.say("Cost of the episode, {days} days", days=summary.duration_days)
    by_name = {cut.pollutant: cut for cut in level.cuts}
    cuts = "".join(_cut(by_name[name], phrasebook) for name in CUT_ORDER)
    return (
        badge
        + element("p", escape(days), "cost-head")
        + cost
        + element("div", cuts, "book-cuts")
        + facts_html(_facts(level, phrasebook))
        + _missing(level, phrasebook)
    )


def _cut(cut: CutSummary, phrasebook: Phrasebook) -> str:
    width = percent_width(cut.share, BAR_SHARE)
    fill = element("i", "", "fill" if cut.met else "fill missed", f"width:{width}")
    mark = element("i", "", "mark", f"left:{percent_width(cut.target_share, BAR_SHARE)}")
    target = share_text(phrasebook, cut.target_share, 0)
    said = (
        phrasebook.say("Met · target {target}", target=target)
        if cut.met
        else phrasebook.say("Missed · target {target}", target=target)
    )
    text = f"{share_text(phrasebook, cut.share, 2)} {'✓' if cut.met else '✗'}"
    return (
        element("span", POLLUTANT_SHORT[str(cut.pollutant)])
        + element("div", fill + mark, "bullet", title=said)
        + element("em", escape(text), "" if cut.met else "missed", title=said)
    )


def _facts(level: LevelSummary, phrasebook: Phrasebook) -> tuple[tuple[str, str], ...]:
    return (
        (phrasebook.say("Enterprises touched"), count_text(phrasebook, level.touched)),
        (phrasebook.say("Lines halted"), count_text(phrasebook, level.halted_lines)),
        (phrasebook.say("Line hours stopped"), count_text(phrasebook, level.stopped_hours)),
        (phrasebook.say("More than this level alone"), money_text(phrasebook, level.objective_yuan - level.alone_yuan)),
    )


def _missing(level: LevelSummary, phrasebook: Phrasebook) -> str:
    if level.missing_points <= 0.0:
        return ""
    points = points_text(phrasebook, level.missing_points / 100.0)
    words = phrasebook.say(
        "The cuts cannot all be met: {points} are missing in all; this is the nearest plan.", points=points
    )
    return element("p", escape(words), "note missed")


def nesting_html(summary: BookSummary, phrasebook: Phrasebook) -> str:
    """What the three cost together, its proof, and the price of the nesting."""
    head = phrasebook.say("The three levels together")
    amount = element("b", escape(money_text(phrasebook, summary.objective_yuan)))
    proof = element("em", escape(proof_label(phrasebook, summary.gap)), "proof")
    price = summary.price
    between = phrasebook.say(
        "{least} to {most}",
        least=money_text(phrasebook, price.least_yuan),
        most=money_text(phrasebook, price.most_yuan),
    )
    percent = number_text(phrasebook, 100.0 * price.share, 3)
    facts = [
        (phrasebook.say("Price of the nesting"), between),
        (phrasebook.say("Share of the cost alone, at most"), f"{percent}%"),
        (phrasebook.say("Cuts"), status_label(phrasebook, summary.status)),
    ]
    if len(set(summary.weights)) > 1:
        facts.append((phrasebook.say("Weights"), " : ".join(f"{weight:g}" for weight in summary.weights)))
    note = phrasebook.say("Whoever is asked something at a level is asked at least as much at every stricter one.")
    return (
        element("p", escape(head), "cost-head")
        + element("p", amount + proof, "cost")
        + facts_html(tuple(facts))
        + element("p", escape(note), "note book-note")
    )


def exceptions_label(summary: BookSummary, phrasebook: Phrasebook) -> str:
    """How many places the list or the rules keep from nesting."""
    count = count_text(phrasebook, len(summary.exceptions))
    return phrasebook.say("{count} places where a stricter level asks less", count=count)


def exception_frame(summary: BookSummary, phrasebook: Phrasebook) -> pd.DataFrame:
    """One row an exception: `source`, `levels`, `why`, `laxer`, `stricter` (percent kept)."""
    rows = [
        {
            "source": item.source_id,
            "levels": f"{level_label(phrasebook, item.laxer)} → {level_label(phrasebook, item.stricter)}",
            "why": phrasebook.say(EXCEPTION_WORDS[item.kind]),
            "laxer": 100.0 * item.laxer_kept_share,
            "stricter": 100.0 * item.stricter_kept_share,
        }
        for item in summary.exceptions
    ]
    return pd.DataFrame(rows, columns=["source", "levels", "why", "laxer", "stricter"])


def exception_columns(phrasebook: Phrasebook) -> Columns:
    """The table of exceptions."""
    text, number = st.column_config.TextColumn, st.column_config.NumberColumn
    return {
        "source": text(phrasebook.say("Source"), width=180),
        "levels": text(phrasebook.say("Levels"), width=170),
        "why": text(phrasebook.say("Why"), width=360),
        "laxer": number(phrasebook.say("Load kept at the laxer level"), format="%.0f%%", width=150),
        "stricter": number(phrasebook.say("Load kept at the stricter level"), format="%.0f%%", width=150),
    }


def approval_frame(approvals: Iterable[ApprovalLike], phrasebook: Phrasebook) -> pd.DataFrame:
    """One row an approval, the newest first: `book`, `by`, `reason`, `at`."""
    rows = [
        {
            "book": item.book_id,
            "by": item.approved_by,
            "reason": item.reason,
            "at": moment_text(phrasebook, item.approved_at),
        }
        for item in reversed(tuple(approvals))
    ]
    return pd.DataFrame(rows, columns=["book", "by", "reason", "at"])


def approval_columns(phrasebook: Phrasebook) -> Columns:
    """The table of approvals."""
    text = st.column_config.TextColumn
    return {
        "book": st.column_config.NumberColumn(phrasebook.say("Book no."), format="%d", width=90),
        "by": text(phrasebook.say("Approved by"), width=150),
        "reason": text(phrasebook.say("Reason"), width=420),
        "at": text(phrasebook.say("Approved at"), width=190),
    }
