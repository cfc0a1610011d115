"""指挥: the forecast and what it advises, a level chosen, the plan that answers it, the next step, and the way out."""

import streamlit as st

from planner import panel
from planner.panel import Desk, PlanDocument, command_parts, levels_table, next_steps
from planner.panel.county_map import Sketch
from planner.panel.forecast_strip import strip_html
from planner.panel.plan_options import choose_options, options_in_use
from planner.panel.what_if_form import ask_change
from planner.panel.work import look_again
from planner.service import Planner, PlanOutcome, WhatIf
from planner.service.desk import Accounts, DeskRequest, person_for
from planner.service.forecasts import Sight, demo_sight, sight_of, sight_under
from planner.service.panel_wishes import wish_of
from planner.service.places import outlines, places
from planner.service.wishes import OrderInUse, PlanWish, order_in_use
from planner.terms import LEVELS, Level, Mode

Order = OrderInUse | None
VIEWS = ("changes", "levels", "basis", "ground", "what_if")


def wish(
    desk: Desk, planner: Planner, order: Order, level: Level | None = None, change: WhatIf | None = None
) -> PlanWish:
    """The plan that the reader wishes, at another level or with a change where they are given."""
    address = desk.address.at(level=level) if level else desk.address
    return wish_of(planner, address, options_in_use(), order, change)


def choose_level(desk: Desk, place: panel.Place) -> Desk:
    """Level and mode as chosen, told in the address bar."""
    say, address = desk.phrasebook.say, desk.address
    with place.container(horizontal=True, vertical_alignment="bottom", key="choosers"):
        level = st.segmented_control(
            say("Warning level"),
            LEVELS,
            default=address.level,
            required=True,
            format_func=lambda code: panel.level_choice(desk.phrasebook, code),
            key="level",
        )
        mode = st.segmented_control(
            say("Mode"),
            tuple(Mode),
            default=address.mode,
            required=True,
            format_func=lambda code: panel.word(desk.phrasebook, panel.MODE_WORDS, code),
            help=panel.mode_help(desk.phrasebook),
            key="mode",
        )
    level, mode = level or address.level, mode or address.mode
    is_other = (level, mode) != (address.level, address.mode)
    return panel.sit_at(desk, address.at(level=level, mode=mode, plan="" if is_other else address.plan))


def sight_in_use(desk: Desk, planner: Planner, order: Order) -> Sight | None:
    """The forecast in use, judged beside the level that is in force now."""
    key = f"sight_{desk.address.city}"
    sight: Sight | None = st.session_state.get(key)
    if sight is not None:
        with panel.findings_shown(desk.phrasebook):
            sight = sight_under(planner, sight, desk.address.city, order.level if order else None)
        st.session_state[key] = sight
    return sight


def show_forecast(desk: Desk, planner: Planner, order: Order) -> None:
    """The forecast in use with its advice; where there is none, how to bring one."""
    phrasebook, say = desk.phrasebook, desk.phrasebook.say
    sight = sight_in_use(desk, planner, order)
    if sight is None:
        with st.container(border=True, horizontal=True, vertical_alignment="center", key="card_no_forecast"):
            st.markdown(say("No forecast yet: bring one, and the days, the advised level and its reason stand here."))
            bring_forecast(desk, planner)
        return
    with st.container(border=True, key="card_forecast"):
        strip, buttons = st.columns([6.2, 1], vertical_alignment="center")
        strip.html(strip_html(sight.advice, phrasebook, sight.current))
        with buttons:
            level = sight.advice.level
            if level is not None and level is not desk.address.level:
                label = say("Plan for {level}", level=panel.level_choice(phrasebook, level))
                if st.button(label, key="take_advice", type="primary"):
                    panel.go_to(desk.address.at(level=level, plan=""))
                    del st.session_state["level"]
                    st.rerun()
            bring_forecast(desk, planner)
            st.caption(next_steps.forecast_caption(sight.name, is_demo=sight.is_demo, phrasebook=phrasebook))


def bring_forecast(desk: Desk, planner: Planner) -> None:
    """A file of the reader, or the demonstration."""
    say = desk.phrasebook.say
    city = desk.address.city
    with st.popover(say("Forecast"), icon=":material/cloud_upload:"):
        st.html(panel.upload_style(desk.phrasebook))
        given = st.file_uploader(say("Forecast (CSV)"), ["csv"], key=f"forecast_{city}")
        st.caption(say("Columns: time, and any of aqi, pm25, pm10, so2, no2, o3, o3_8h, co; hourly or daily."))
        if given is not None and st.session_state.get("forecast_read") != given.file_id:
            with panel.findings_shown(desk.phrasebook), panel.laid_down(given.name, given.getvalue()) as path:
                st.session_state[f"sight_{city}"] = sight_of(planner, path, city)
            st.session_state["forecast_read"] = given.file_id
            st.rerun()
        if st.button(say("Show the demonstration forecast"), key="demo_forecast"):
            with panel.findings_shown(desk.phrasebook):
                st.session_state[f"sight_{city}"] = demo_sight(planner, city)
            st.rerun()


def the_plan(desk: Desk, planner: Planner, order: Order) -> PlanOutcome:
    """The stored plan of the address, else the plan of level, mode and options."""
    with panel.findings_shown(desk.phrasebook):
        if desk.address.plan:
            outcome: PlanOutcome = st.session_state["read_plan"](int(desk.address.plan))
        else:
            outcome = st.session_state["ask"](wish(desk, planner, order))
    return outcome


def show_steps(desk: Desk, planner: Planner, outcome: PlanOutcome) -> None:
    """The next legal step of the warning under way, done here or on the page of warnings."""
    phrasebook, say, office = desk.phrasebook, desk.phrasebook.say, planner.desk(desk.address.city)
    warning = office.banner(panel.moment_now()).warning
    with st.container(horizontal=True, vertical_alignment="center", key="next_steps"):
        st.caption(next_steps.step_sentence_of(warning, phrasebook))
        for kind in next_steps.leading(warning):
            label = next_steps.step_label_of(kind, phrasebook)
            if warning is None or kind not in next_steps.DONE_HERE or Accounts(planner.store).all():
                if st.button(label, key=f"lead_{kind}", icon=":material/arrow_forward:"):
                    st.session_state["desk_warning"] = warning.warning_id if warning else ""
                    st.switch_page("pages/warning.py", query_params=panel.write_address(desk.address))
                continue
            with st.popover(label, icon=":material/task_alt:"):
                name = st.text_input(say("Acting officer"), key="desk_name")
                reason = st.text_input(say("Reason"), key=f"step_reason_{kind}")
                if next_steps.takes_plan(kind):
                    st.caption(say("The plan shown here goes with it, number {number}.", number=outcome.plan_id or "-"))
                if st.button(label, type="primary", key=f"step_do_{kind}"):
                    request = DeskRequest(
                        kind=kind,
                        city=desk.address.city,
                        at=panel.moment_now(),
                        reason=reason,
                        warning_id=warning.warning_id,
                        version=warning.version,
                        plan_ids=next_steps.plans_of(kind, outcome.plan_id),
                    )
                    act(desk, planner, request, name)


def act(desk: Desk, planner: Planner, request: DeskRequest, name: str) -> None:
    """Does a step; what stands against it is said, and the page shows the new state otherwise."""
    with panel.findings_shown(desk.phrasebook):
        done = planner.desk(desk.address.city).act(request, person_for(name.strip(), request.kind))
    if done.is_done:
        st.rerun()
    for line in panel.finding_lines(desk.phrasebook, done.findings):
        st.error(line)


@st.fragment
def show_table(desk: Desk, document: PlanDocument) -> None:
    """The curtailments; a row leads to its enterprise."""
    enterprise = command_parts.show_table(desk, document)
    if enterprise:
        address = desk.address.at(enterprise=enterprise)
        panel.go_to(address)
        st.switch_page("pages/enterprise.py", query_params=panel.write_address(address))


def show_views(desk: Desk, planner: Planner, outcome: PlanOutcome, document: PlanDocument, order: Order) -> None:
    """One of the further views at a time, so that the page stays quick."""
    words = next_steps.view_words(desk.phrasebook)
    chosen = st.segmented_control(
        desk.phrasebook.say("More on this plan"),
        VIEWS,
        default=VIEWS[0] if order else VIEWS[1],
        required=True,
        format_func=words.__getitem__,
        key="view",
    )
    if chosen == "changes":
        before = st.session_state["read_plan"](order.plan_id).document if order else None
        command_parts.show_changes(desk, before, document)
    elif chosen == "levels":
        show_levels(desk, planner, document, order)
    elif chosen == "basis":
        command_parts.show_basis(desk, document)
    elif chosen == "ground":
        command_parts.show_ground(desk, document, outcome.findings)
    else:
        show_what_if(desk, planner, document)


def show_levels(desk: Desk, planner: Planner, document: PlanDocument, order: Order) -> None:
    """The field's table over the three levels; those not at hand are made ahead and join when they are."""
    found = {level: st.session_state["glance"](wish(desk, planner, order, level=level)) for level in LEVELS}
    documents = {level: item.document for level, item in found.items() if item is not None and item.document}
    levels_table.show_levels(desk, {**documents, document.problem.header.level: document})
    lacking = [wish(desk, planner, order, level=level) for level, item in found.items() if item is None]
    if lacking:
        look_again(lambda: any(st.session_state["glance"](item) is not None for item in lacking))


@st.fragment
def show_what_if(desk: Desk, planner: Planner, document: PlanDocument) -> None:
    """One change, walked the same way, beside the plan."""
    say, address = desk.phrasebook.say, desk.address
    st.caption(say("The change is planned and checked the same way; it is never stored as a plan."))
    asked = ask_change(desk, document)
    if asked is not None:
        change = WhatIf(kind=asked[0], enterprise_id=asked[1], value=asked[2])
        st.session_state["change"] = (address.city, address.level, address.mode, change)
    kept = st.session_state.get("change")
    if kept is None or kept[:3] != (address.city, address.level, address.mode):
        return
    with panel.findings_shown(desk.phrasebook):
        other: PlanOutcome = st.session_state["ask"](wish(desk, planner, None, change=kept[3]), "what_if")
    if other.document is None:
        st.error(say("No plan was found for this change."))
        return
    next_steps.show_comparison(desk, document, other.document)


def show_export(desk: Desk, planner: Planner, outcome: PlanOutcome, place: panel.Place) -> None:
    """The way out: a workbook of drafts."""
    say = desk.phrasebook.say
    if outcome.document is not None:
        place.download_button(
            say("Export the orders"),
            lambda: planner.workbook(outcome.text, desk.address.language),
            file_name=panel.workbook_name(outcome.document, desk.names, desk.phrasebook),
            mime="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            type="primary",
            icon=":material/download:",
            help=say("A workbook of drafts, not issued: every sheet says so."),
            on_click="ignore",
            width="stretch",
            key="export",
        )


def show_plan(desk: Desk, planner: Planner, outcome: PlanOutcome, document: PlanDocument, order: Order) -> None:
    """Everything that rests on the plan, from its band down."""
    st.html(panel.headline_html(document, desk.names, desk.phrasebook, is_demo=outcome.is_demo))
    show_steps(desk, planner, outcome)
    command_parts.show_answers(desk, document)
    command_parts.show_cards(desk, document)
    sketch = Sketch(outlines=outlines(planner, desk.address.city), places=places(planner, desk.address.city))
    left, right = st.columns([1, 1.15])
    with left.container(border=True, height="stretch", key="card_map"):
        command_parts.show_map(desk, document, sketch)
    with right.container(border=True, height="stretch", key="card_timeline"):
        command_parts.show_timeline(desk, document, sketch, panel.moment_now())
    st.subheader(desk.phrasebook.say("Curtailments"), anchor=False)
    show_table(desk, document)
    panel.order_downloads(desk, document, planner.paper)
    show_views(desk, planner, outcome, document, order)
    st.html(panel.face_html(document, desk.phrasebook))


def main() -> None:
    """The whole page, from the forecast down."""
    desk = panel.the_desk("pages/command.py")
    planner: Planner = st.session_state["planner"]
    order = order_in_use(planner, desk.address.city, panel.moment_now())
    left, middle, options, right = st.columns([1.3, 3.4, 0.78, 0.98], vertical_alignment="bottom")
    left.title(desk.phrasebook.say("Heavy pollution: emergency reduction"), anchor=False)
    desk = choose_level(desk, middle)
    with options:
        choose_options(desk.phrasebook, has_order=order is not None)
    show_forecast(desk, planner, order)
    outcome = the_plan(desk, planner, order)
    show_export(desk, planner, outcome, right)
    if outcome.document is None:
        next_steps.show_no_plan(desk, outcome.findings)
        return
    next_steps.show_where_from(desk)
    show_plan(desk, planner, outcome, outcome.document, order)
    for level in LEVELS:
        st.session_state["glance"](wish(desk, planner, order, level=level))


main()
