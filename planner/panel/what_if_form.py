"""The form of a what-if on the command page: one change of grade, exemption or target."""

import streamlit as st

from planner.compare import grade_label
from planner.panel.desk import Desk
from planner.panel.enterprise import enterprise_choices
from planner.panel.what_if import share_of_percent, target_percent
from planner.plan import PlanDocument
from planner.terms import Grade, Level

__all__ = ["ask_change"]


def ask_change(desk: Desk, document: PlanDocument) -> tuple[str, str, str] | None:
    """Kind, enterprise and new value of the change that the reader asks for, None before the button is pressed."""
    phrasebook, say = desk.phrasebook, desk.phrasebook.say
    kinds = {"grade": say("Change a grade"), "exempt": say("Exempt an enterprise"), "target": say("Change the target")}
    kind = st.segmented_control(
        say("Change"), tuple(kinds), default="grade", required=True, format_func=kinds.__getitem__, key="change_kind"
    )
    enterprise: str | None = ""
    value = str(Level.RED)
    with st.form("what_if_form", border=False):
        if kind == "target":
            percent = st.number_input(say("Target, %"), 0.0, 100.0, target_percent(document), 1.0, key="target")
            value = share_of_percent(percent)
        else:
            names = dict(enterprise_choices(document))
            enterprise = st.selectbox(
                say("Enterprise"), tuple(names), format_func=names.__getitem__, key="change_enterprise"
            )
        if kind == "grade":
            grades = tuple(grade for grade in Grade if grade is not Grade.NONE)
            value = str(st.selectbox(say("New grade"), grades, format_func=lambda code: grade_label(phrasebook, code)))
        pressed = st.form_submit_button(say("Compare"), type="primary")
    return (kind or "grade", enterprise or "", value) if pressed else None
