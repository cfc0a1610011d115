"""Long work on a page: waited for a moment, then shown with its stage and a way out; the page stays alive."""

import uuid
from collections.abc import Callable, Iterator
from itertools import count
from typing import NoReturn, Protocol

import streamlit as st

from planner.panel.amounts import count_text, number_text
from planner.panel.words import STAGE_WORDS, word
from planner.terms import Phrasebook

__all__ = [
    "PATIENCE_SECONDS",
    "Work",
    "called_off",
    "called_off_now",
    "forget_call",
    "look_again",
    "reader_id",
    "wait_for",
]

PATIENCE_SECONDS = 1.0
"""Most answers come sooner; whoever waits longer is told how far the work has come."""
LOOKS_SECONDS = 1.5
"""A look costs the work itself some of its time; a click on the way out is heard at once."""
AHEAD_SECONDS = 2.0
STAGES = ("waiting", "read", "shortfall", "cost", "tie_break", "audit")


class Work(Protocol):
    """What the page needs to know of a piece of work."""

    key: str
    stage: str

    @property
    def is_over(self) -> bool:
        """Whether nothing more will come of it."""

    @property
    def seconds(self) -> float:
        """Since it was asked."""

    def wait(self, seconds: float) -> bool:
        """Whether it is over, after waiting so long at most."""

    def leave(self, reader: str) -> None:
        """The reader waits no longer."""


def reader_id() -> str:
    """A name of this session among the readers of the process."""
    return str(st.session_state.setdefault("reader_id", uuid.uuid4().hex))


def wait_for(work: Work, phrasebook: Phrasebook, slot: str) -> None:
    """Returns once the work is over; work that takes longer is shown with its stage, and the page ends there.

    Args:
        slot: the place of the page that waits; it leaves what it waited for before.
    """
    before: Work | None = st.session_state.get(f"waiting_{slot}")
    if before is not None and before is not work:
        before.leave(reader_id())
    if work.wait(PATIENCE_SECONDS):
        st.session_state.pop(f"waiting_{slot}", None)
        return
    st.session_state[f"waiting_{slot}"] = work
    _progress(work, phrasebook, slot)
    st.stop()


def called_off(key: str, phrasebook: Phrasebook, slot: str) -> None:
    """Ends the page with a word and a button where the reader has called this work off."""
    if st.session_state.get(f"called_off_{slot}") != key:
        return
    st.info(phrasebook.say("Called off: nothing was planned. The page shows no plan."), icon=":material/cancel:")
    if st.button(phrasebook.say("Plan again"), key=f"again_{slot}", type="primary"):
        forget_call(slot)
        st.rerun()
    st.stop()


def called_off_now(slot: str, phrasebook: Phrasebook) -> bool:
    """Whether the reader has just called the work of a place off; said once, the page goes on."""
    if f"called_off_{slot}" not in st.session_state:
        return False
    forget_call(slot)
    st.info(phrasebook.say("Called off: nothing was made."), icon=":material/cancel:")
    return True


def forget_call(slot: str) -> None:
    """What was called off may be asked again."""
    st.session_state.pop(f"called_off_{slot}", None)


@st.fragment(run_every=LOOKS_SECONDS)
def _progress(work: Work, phrasebook: Phrasebook, slot: str) -> None:
    """Stage, seconds and the way out; looks again now and then."""
    if work.is_over:
        _go_on(slot)
    stage = work.stage or "waiting"
    done = STAGES.index(stage) if stage in STAGES else STAGES.index("cost")
    with st.container(border=True, key=f"work_{slot}"):
        words = word(phrasebook, STAGE_WORDS, stage)
        st.progress(done / len(STAGES), text=words)
        with st.container(horizontal=True, vertical_alignment="center", horizontal_alignment="distribute"):
            st.caption(_told(work, done, phrasebook))
            if st.button(phrasebook.say("Call off"), key=f"call_off_{slot}", icon=":material/cancel:"):
                st.session_state[f"called_off_{slot}"] = work.key
                work.leave(reader_id())
                _go_on(slot)


def look_again(is_ready: Callable[[], bool]) -> None:
    """Draws the page anew once what is made ahead is there, never in the run that draws the page first.

    A button pressed for that run would be forgotten by the next.
    """
    _look(is_ready, count())


@st.fragment(run_every=AHEAD_SECONDS)
def _look(is_ready: Callable[[], bool], looks: Iterator[int]) -> None:
    if next(looks) and is_ready():
        st.rerun(scope="app")


def _told(work: Work, done: int, phrasebook: Phrasebook) -> str:
    return phrasebook.say(
        "Step {step} of {steps} · {seconds} s · other pages and levels stay open meanwhile",
        step=count_text(phrasebook, done + 1),
        steps=count_text(phrasebook, len(STAGES)),
        seconds=number_text(phrasebook, work.seconds, 0),
    )


def _go_on(slot: str) -> NoReturn:
    st.session_state.pop(f"waiting_{slot}", None)
    st.rerun(scope="app")
