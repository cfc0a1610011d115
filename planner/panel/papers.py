"""Buttons that take the papers of a shown plan out of the house; each is made when it is asked for."""

from collections.abc import Callable
from functools import partial

import streamlit as st

from planner.panel.desk import Desk
from planner.panel.page_parts import workbook_name
from planner.plan import PlanDocument

__all__ = ["order_downloads"]

FORMS = (
    ("pdf", "application/pdf", ".pdf"),
    ("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", ".docx"),
    ("cap", "application/xml", ".cap.xml"),
)


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
