"""What a page has worked out of a plan, kept for the next rerun: a click then costs no table of 20,000 rows."""

from collections.abc import Callable
from typing import TypeVar

import streamlit as st

from planner.panel.shelf import Shelf
from planner.plan import PlanDocument
from planner.terms import Phrasebook

__all__ = ["kept"]

Answer = TypeVar("Answer")
MOST_KEPT = 80


@st.cache_resource(show_spinner=False)
def _shelf() -> Shelf[tuple[object, ...], tuple[PlanDocument, object]]:
    return Shelf(MOST_KEPT)


def kept(document: PlanDocument, phrasebook: Phrasebook, what: str, make: Callable[[], Answer]) -> Answer:
    """What was made of a plan in a language; made where it is not at hand.

    The plan is kept beside it, so that no other plan can come to stand in its place in memory.
    """
    key = (id(document), phrasebook.language, what)
    found = _shelf().keep(key, lambda: (document, make()))
    return found[1]  # type: ignore[return-value]
