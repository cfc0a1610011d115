"""预警: where each warning stands, what may come next, who did what, and who has not answered yet."""

import streamlit as st

from planner import panel
from planner.panel import Desk, warning_forms
from planner.panel import warning as shown
from planner.panel.warning import ActKind, AirWarning
from planner.service import Planner
from planner.service.desk import DeskRequest, Person, WarningDesk, WarningView, person_for
from planner.service.desk_files import call_rows

BARE = (
    ActKind.ATTACH,
    ActKind.REVIEW,
    ActKind.RETURN,
    ActKind.ISSUE,
    ActKind.ADJUST,
    ActKind.LIFT,
    ActKind.WITHDRAW,
    ActKind.DROP,
    ActKind.EVALUATE,
)
"""Steps that ask for nothing but a reason."""


def who_acts(desk: Desk, planner: Planner) -> str | Person:
    """Whoever has signed in; while there are no accounts the name under which the reader acts."""
    say = desk.phrasebook.say
    if planner.person is not None:
        return planner.person
    return st.text_input(say("Acting officer"), key="desk_name", placeholder=say("stands in the trace")).strip()


def act(desk: Desk, office: WarningDesk, request: DeskRequest, who: str | Person) -> None:
    """Does a step and shows what came of it; the page then shows the new state."""
    person = who if isinstance(who, Person) else person_for(who, request.kind)
    with panel.findings_shown(desk.phrasebook):
        outcome = office.act(request, person)
    lines = panel.finding_lines(desk.phrasebook, outcome.findings)
    if not outcome.is_done:
        for line in lines:
            st.error(line)
        return
    st.session_state["desk_told"] = lines
    if outcome.warning is not None:
        st.session_state["desk_warning"] = outcome.warning.warning_id
    st.rerun()


def open_warning(desk: Desk, office: WarningDesk, who: str | Person) -> None:
    """The form that opens a warning with the opinion of the consultation."""
    say = desk.phrasebook.say
    with st.popover(say("New warning"), icon=":material/add_alert:", width="stretch"):
        reason = st.text_area(say("Opinion of the consultation"), key="desk_opinion")
        drill = st.toggle(say("Exercise"), key="desk_drill", help=say("An exercise can never make a live order."))
        if st.button(say("Open the warning"), type="primary", key="desk_open"):
            request = DeskRequest(
                kind=ActKind.CONSULT, city=desk.address.city, at=panel.moment_now(), reason=reason, is_exercise=drill
            )
            act(desk, office, request, who)


def choose_warning(desk: Desk, warnings: tuple[AirWarning, ...]) -> AirWarning:
    """The warning that the reader looks at: the newest until another is chosen."""
    numbers = [item.warning_id for item in warnings]
    wanted = st.session_state.get("desk_warning", "")
    first = numbers.index(wanted) if wanted in numbers else 0
    return st.selectbox(
        desk.phrasebook.say("Which warning"),
        warnings,
        index=first,
        format_func=lambda item: shown.warning_choice(item, desk.phrasebook),
        key=f"desk_choice_{len(numbers)}_{numbers[first]}_{warnings[first].version}",
    )


def show_steps(desk: Desk, office: WarningDesk, warning: AirWarning, who: str | Person) -> None:
    """A form for each step that may come next; the one that leads on stands open."""
    legal = shown.legal_acts(warning)
    if not legal:
        return
    st.subheader(desk.phrasebook.say("Next steps"), anchor=False)
    for place, kind in enumerate(legal):
        label = shown.act_button(desk.phrasebook, kind)
        with st.expander(label, expanded=place == 0, key=f"step_{kind}_{warning.version}"):
            show_step(desk, office, warning, (kind, who))


def show_step(desk: Desk, office: WarningDesk, warning: AirWarning, step: tuple[ActKind, str | Person]) -> None:
    """What a step asks for, and its button."""
    kind, who = step
    base = DeskRequest(
        kind=kind,
        city=desk.address.city,
        at=panel.moment_now(),
        reason="",
        warning_id=warning.warning_id,
        version=warning.version,
    )
    request = ask_for(desk, office, warning, base)
    reason = warning_forms.ask_reason(desk.phrasebook, kind)
    label = shown.act_button(desk.phrasebook, kind)
    if st.button(label, type="primary", key=f"do_{kind}_{warning.version}"):
        act(desk, office, warning_forms.with_fields(request, reason=reason, at=panel.moment_now()), who)


def ask_for(desk: Desk, office: WarningDesk, warning: AirWarning, base: DeskRequest) -> DeskRequest:
    """The request with what its step brings along."""
    phrasebook, say = desk.phrasebook, desk.phrasebook.say
    if base.kind in BARE:
        return base
    if base.kind is ActKind.PROPOSE:
        lift = warning.in_force is not None and st.toggle(say("Propose that the warning be lifted"), key="desk_lift")
        terms = None if lift else warning_forms.ask_terms(phrasebook, desk.names, base.at)
        return warning_forms.with_fields(base, terms=terms, is_lift=lift)
    if base.kind is ActKind.NOTICE:
        return warning_forms.with_fields(base, notice=warning_forms.ask_notice(phrasebook, base.at))
    if base.kind is ActKind.MERGE:
        others = [item.warning_id for item in office.warnings() if item.warning_id != warning.warning_id]
        return warning_forms.with_fields(base, merged_into=st.selectbox(say("Into"), others, key="desk_into") or "")
    return warning_forms.with_fields(
        base, signature=warning_forms.ask_signature(phrasebook, office.office_for(warning, base.at), base.at)
    )


def counties(desk: Desk) -> dict[str, str]:
    """Names of the counties and zones of the city, by code."""
    return dict(desk.names.counties)


def show_orders(desk: Desk, planner: Planner, view: WarningView) -> None:
    """The newest order of everybody with its receipt, and the sheet of those who are still to be called."""
    phrasebook, say = desk.phrasebook, desk.phrasebook.say
    rows, missing, sheet = call_rows(planner, view)
    st.subheader(say("Orders and receipts"), anchor=False)
    if not rows:
        st.caption(say("Orders are made when the warning is issued."))
        return
    st.caption(say("{count} orders, {missing} not acknowledged.", count=len(rows), missing=missing))
    frame = shown.order_frame(rows, phrasebook, counties(desk))
    panel.show_frame(frame, shown.warning_columns(phrasebook), "orders")
    name = f"{view.warning.warning_id}-call-sheet.csv"
    st.download_button(say("Call sheet"), sheet, name, "text/csv", icon=":material/call:", key="call_sheet")


def show_nothing_yet(desk: Desk) -> None:
    """How a warning begins."""
    st.info(
        desk.phrasebook.say(
            "No warning yet. Open one with the opinion of the consultation; proposal, plan, review, signature and "
            "issue follow step by step, each with its person and reason."
        ),
        icon=":material/campaign:",
    )


def main() -> None:
    """The whole page."""
    desk = panel.the_desk("pages/warning.py")
    planner: Planner = st.session_state["planner"]
    office, phrasebook = planner.desk(desk.address.city), desk.phrasebook
    st.title(phrasebook.say("Warnings"), anchor=False)
    for line in st.session_state.pop("desk_told", ()):
        st.warning(line)
    left, middle, right = st.columns([3, 1.6, 1.1], vertical_alignment="bottom")
    with middle:
        who = who_acts(desk, planner)
    with right:
        open_warning(desk, office, who)
    with panel.findings_shown(phrasebook):
        warnings = tuple(reversed(office.warnings()))
    if not warnings:
        show_nothing_yet(desk)
        return
    with left:
        warning = choose_warning(desk, warnings)
    view = office.view(warning.warning_id)
    running = shown.clocks_html(office.clocks(warning, panel.moment_now()), phrasebook)
    parts = (shown.steps_html(warning, phrasebook), shown.terms_html(warning, phrasebook, counties(desk)), running)
    st.html("".join(parts))
    show_steps(desk, office, warning, who)
    show_orders(desk, planner, view)
    st.subheader(phrasebook.say("What was done"), anchor=False)
    panel.show_frame(shown.act_frame(view.acts, phrasebook), shown.warning_columns(phrasebook), "acts")


main()
