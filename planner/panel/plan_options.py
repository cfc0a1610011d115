"""What a reader may ask of a plan beside level and mode, and what the plan then says of it."""

from collections.abc import Iterator
from dataclasses import dataclass

import streamlit as st

from planner.compare import change_sentences, pollutant_label
from planner.panel.amounts import count_text, share_text
from planner.plan import PlanDocument
from planner.terms import Phrasebook

__all__ = ["PLAIN", "PlanOptions", "answer_sentences", "choose_options", "options_in_use"]

KEPT = "plan_options"
MOST_DAYS, MOST_NOTICE, MOST_FAILURES, MOST_CHANGES = 15, 72, 20, 2_000


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanOptions:
    """What is asked beside level and mode.

    Attributes:
        days: length of the episode.
        by_day: whether the cuts are to hold on each of them, `notice_hours` after the order.
        failures: how many of the largest reductions of each cut may fail.
        follows_order: whether the order in force is to be followed; `most_changes` None: no limit is set.
    """

    days: int = 3
    by_day: bool = False
    notice_hours: int = 24
    failures: int = 0
    follows_order: bool = False
    most_changes: int | None = None

    @property
    def count(self) -> int:
        """How many are not as usual."""
        return sum((self.days != PLAIN.days, self.by_day, self.failures > 0, self.follows_order))


PLAIN = PlanOptions()


def options_in_use() -> PlanOptions:
    """What this session asks for."""
    kept: PlanOptions = st.session_state.get(KEPT, PLAIN)
    return kept


def choose_options(phrasebook: Phrasebook, *, has_order: bool) -> PlanOptions:
    """A form of the options behind a button that says how many are in use."""
    used, say = options_in_use(), phrasebook.say
    label = say("Options ({count})", count=used.count) if used.count else say("Options")
    with st.popover(label, icon=":material/tune:", help=say("Days, failures, fewest changes")):
        with st.form("plan_options_form", border=False):
            chosen = _fields(used, phrasebook, has_order=has_order)
            if st.form_submit_button(say("Plan with these"), type="primary"):
                st.session_state[KEPT] = chosen
                st.rerun()
        if used.count and st.button(say("Back to the usual plan"), key="plain_plan"):
            st.session_state[KEPT] = PLAIN
            st.rerun()
    return used


def _fields(used: PlanOptions, phrasebook: Phrasebook, *, has_order: bool) -> PlanOptions:
    say = phrasebook.say
    days = st.number_input(say("Days of the episode"), 1, MOST_DAYS, used.days, key="option_days")
    by_day = st.toggle(
        say("The cuts hold on each day"),
        used.by_day,
        key="option_by_day",
        help=say("Processes come down over hours: the plan then says who begins how early."),
    )
    notice = st.number_input(say("Hours of notice"), 0, MOST_NOTICE, used.notice_hours, 6, key="option_notice")
    failures = st.number_input(
        say("Robust: largest reductions that may fail"),
        0,
        MOST_FAILURES,
        used.failures,
        key="option_failures",
        help=say("The cuts still hold when this many of the largest ordered reductions fail."),
    )
    follows, most = _order_fields(used, phrasebook, has_order=has_order)
    return PlanOptions(
        days=int(days),
        by_day=by_day,
        notice_hours=int(notice),
        failures=int(failures),
        follows_order=follows,
        most_changes=most,
    )


def _order_fields(used: PlanOptions, phrasebook: Phrasebook, *, has_order: bool) -> tuple[bool, int | None]:
    """Whether the order in force is followed, and how many may be told something else."""
    say = phrasebook.say
    follows = st.toggle(
        say("Least change from the order in force"),
        used.follows_order and has_order,
        disabled=not has_order,
        key="option_follow",
        help=None if has_order else say("No order is in force."),
    )
    most = st.number_input(
        say("Enterprises told something else, at most"),
        0,
        MOST_CHANGES,
        used.most_changes,
        disabled=not has_order,
        placeholder=say("no limit"),
        key="option_most",
    )
    return follows, None if most is None else int(most)


def answer_sentences(document: PlanDocument, phrasebook: Phrasebook) -> tuple[str, ...]:
    """What the plan says of failures and of the order that it follows; nothing where neither was asked."""
    changes = change_sentences(document.problem, document.plan, phrasebook)
    return (*(line.strip() for line in changes), *_robust(document, phrasebook))


def _robust(document: PlanDocument, phrasebook: Phrasebook) -> Iterator[str]:
    robust = document.problem.robust
    if robust is None:
        return
    rows = [
        phrasebook.say(
            "{pollutant} {kept} of {target}",
            pollutant=pollutant_label(phrasebook, row.row),
            kept=share_text(phrasebook, row.kept_share, 2),
            target=share_text(phrasebook, row.target_share, 0),
        )
        for row in document.plan.robust
        if row.target_share > 0.0
    ]
    yield phrasebook.say(
        "With the {count} largest reductions of each cut away there remain: {rows}.",
        count=count_text(phrasebook, robust.failures),
        rows=phrasebook.say("; ").join(rows),
    )
