"""The step that the law allows next, and the short words and views of the command page around it."""

import streamlit as st

from planner.episode import ActKind, AirWarning, act_label, legal_acts, step_sentence
from planner.panel.amounts import count_text
from planner.panel.desk import Desk, go_to
from planner.panel.findings import Findings, finding_lines
from planner.panel.grid import changed_columns, show_frame, what_if_columns
from planner.panel.what_if import changed_frame, what_if_frame, what_if_sentence
from planner.plan import PlanDocument
from planner.terms import N_, Phrasebook

__all__ = [
    "DONE_HERE",
    "forecast_caption",
    "leading",
    "plans_of",
    "show_comparison",
    "show_no_plan",
    "show_where_from",
    "step_label_of",
    "step_sentence_of",
    "takes_plan",
    "view_words",
]

DONE_HERE = (ActKind.ATTACH, ActKind.REVIEW, ActKind.ISSUE, ActKind.ADJUST, ActKind.LIFT)
"""Steps that ask for a name and a reason only; the others stand on the page of warnings."""
BACKWARD = (ActKind.RETURN, ActKind.WITHDRAW, ActKind.DROP, ActKind.NOTICE, ActKind.MERGE, ActKind.CONFIRM_SIGNATURE)
VIEWS = {
    "changes": N_("What changed"),
    "levels": N_("Three levels"),
    "basis": N_("Where it comes from"),
    "ground": N_("What it rests on"),
    "what_if": N_("What if …"),
}


def leading(warning: AirWarning | None) -> tuple[ActKind, ...]:
    """The one step that leads on; of no warning its consultation."""
    return tuple(kind for kind in legal_acts(warning) if kind not in BACKWARD)[:1]


def step_sentence_of(warning: AirWarning | None, phrasebook: Phrasebook) -> str:
    """Where the warning stands."""
    if warning is None:
        return phrasebook.say("No warning is under way. Next step:")
    return phrasebook.say("{state}. Next step:", state=step_sentence(phrasebook, warning))


def step_label_of(kind: ActKind, phrasebook: Phrasebook) -> str:
    """The step as its button names it."""
    return act_label(phrasebook, kind)


def takes_plan(kind: ActKind) -> bool:
    """Whether the plan shown goes with the step."""
    return kind is ActKind.ATTACH


def plans_of(kind: ActKind, plan_id: int | None) -> tuple[int, ...]:
    """The numbers of the plans that go with a step."""
    return (plan_id,) if takes_plan(kind) and plan_id is not None else ()


def view_words(phrasebook: Phrasebook) -> dict[str, str]:
    """The further views of a plan by name."""
    return {name: phrasebook.say(words) for name, words in VIEWS.items()}


def forecast_caption(name: str, *, is_demo: bool, phrasebook: Phrasebook) -> str:
    """Which forecast is shown; the demonstration describes no real air."""
    if is_demo:
        return phrasebook.say("Demonstration forecast: invented, it describes no real air.")
    return phrasebook.say("Forecast: {name}", name=name)


def show_no_plan(desk: Desk, findings: Findings) -> None:
    """That there is no plan, why, and what to do; a search that gave up never shows a plan."""
    st.error(desk.phrasebook.say("There is no plan that the referee accepts."))
    for line in finding_lines(desk.phrasebook, findings):
        st.warning(line)


def show_where_from(desk: Desk) -> None:
    """That the plan is a stored one, and the way back to the one of today."""
    if not desk.address.plan:
        return
    say = desk.phrasebook.say
    with st.container(horizontal=True, vertical_alignment="center", key="stored_plan"):
        st.info(say("You look at the stored plan number {number}.", number=desk.address.plan), width="stretch")
        if st.button(say("Back to today's plan"), key="leave_plan"):
            go_to(desk.address.at(plan=""))
            st.rerun()


def show_comparison(desk: Desk, before: PlanDocument, after: PlanDocument) -> None:
    """Cost, cuts and enterprises side by side, and every source that is told something else."""
    phrasebook = desk.phrasebook
    st.markdown(f"**{what_if_sentence(before, after, phrasebook)}**")
    show_frame(what_if_frame(before, after, phrasebook), what_if_columns(phrasebook), "what_if_sums")
    changed = changed_frame(before, after, phrasebook)
    st.caption(phrasebook.say("{count} lines are told something else.", count=count_text(phrasebook, len(changed))))
    if not changed.empty:
        show_frame(changed, changed_columns(phrasebook), "what_if_lines")
