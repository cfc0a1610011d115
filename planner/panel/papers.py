"""Buttons that take the papers of a shown plan out of the house; each is made when it is asked for."""

from collections.abc import Callable
from functools import partial

import streamlit as st

from planner.panel.desk import Desk
from planner.panel.page_parts import workbook_name
from planner.plan import PlanDocument
from planner.terms import N_

__all__ = ["PAPER_KINDS", "order_downloads", "warning_downloads"]

FORMS = (
    ("pdf", "application/pdf", ".pdf"),
    ("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", ".docx"),
    ("cap", "application/xml", ".cap.xml"),
)

PAPER_KINDS = {
    "order": N_("Orders"),
    "notice": N_("Notice"),
    "approval": N_("Approval form"),
    "opinion": N_("Opinion of the consultation"),
    "public_list": N_("Public list"),
    "board": N_("Notice boards (A3)"),
    "daily": N_("Daily report"),
    "evaluation": N_("Evaluation"),
}
"""The papers of a warning by kind, the one that is asked for most first."""


def order_downloads(desk: Desk, document: PlanDocument, make: Callable[[PlanDocument, str], bytes]) -> None:
    """Buttons for the draft orders as PDF, as Word file, and as exchange message.

    Args:
        make: the bytes of a plan's papers in a form.
    """
    say = desk.phrasebook.say
    labels = {
        "pdf": say("Draft orders (PDF)"),
        "docx": say("Draft orders (Word)"),
        "cap": say("Draft message (CAP)"),
    }
    name = workbook_name(document, desk.names, desk.phrasebook).removesuffix(".xlsx")
    with st.container(horizontal=True, key="papers"):
        for form, kind, ending in FORMS:
            st.download_button(
                labels[form],
                data=partial(make, document, form),
                file_name=name + ending,
                mime=kind,
                icon=":material/download:",
                on_click="ignore",
                key=f"paper_{form}",
            )


def warning_downloads(desk: Desk, number: str, kinds: tuple[str, ...], make: Callable[[str, str], bytes]) -> None:
    """One paper of a warning as PDF and as Word file, made when its button is pressed.

    Args:
        kinds: those of PAPER_KINDS that the warning has something to say in.
        make: the bytes of a kind of paper in a form.
    """
    say = desk.phrasebook.say
    kind = st.selectbox(say("Paper"), kinds, format_func=lambda code: say(PAPER_KINDS[code]), key="paper_kind")
    st.caption(say("Papers are in Chinese. Some hundred orders or boards take some ten seconds; the page stays open."))
    with st.container(horizontal=True, key="warning_papers"):
        for form, mime, ending in FORMS[:2]:
            st.download_button(
                {"pdf": say("Download PDF"), "docx": say("Download Word")}[form],
                data=partial(make, kind, form),
                file_name=f"{number}-{kind}{ending}",
                mime=mime,
                icon=":material/download:",
                on_click="ignore",
                key=f"warning_paper_{form}",
            )
