"""推演: scenarios side by side, a curve of cost, which upgrades pay, how sure the plan is."""

import streamlit as st

from planner import panel
from planner.panel import Desk, list_doctor, scenarios
from planner.panel.plan_options import PLAIN
from planner.panel.work import called_off, forget_call, reader_id, wait_for
from planner.service import Planner
from planner.service.panel_wishes import wish_of
from planner.service.scenarios.answer import ScenarioAnswer
from planner.service.scenarios.asking import PanelQuestion, answer_panel
from planner.service.scenarios.doubt_words import doubt_lines, doubt_tables
from planner.service.scenarios.doubting import ask_doubt, doubt_in_percent
from planner.service.scenarios.reports import differences_of, scenario_tables, scenario_workbook
from planner.service.work_queue import Task
from planner.terms import Grade

GRADES = (Grade.A, Grade.B, Grade.B_MINUS, Grade.C, Grade.LEADING)
OLD_GRADES = ("", "B", "B-", "C", "D", "non_leading")
CUTS = ("pm", "vocs", "so2_nox", "so2", "nox")


def question(desk: Desk, planner: Planner) -> PanelQuestion:
    """What is asked about the reader's city and level: what exemptions cost, until it is made another question."""
    address = desk.address
    return PanelQuestion(
        city=address.city,
        level=address.level,
        mode=address.mode,
        on=planner.today(),
        base_title=desk.phrasebook.say("the question as it stands"),
    )


def answers(desk: Desk, planner: Planner, asked: PanelQuestion) -> tuple[ScenarioAnswer, ...]:
    """The answers, made in the queue; the page shows how far they are."""
    phrasebook, slot = desk.phrasebook, asked.kind
    kept: dict[str, tuple[ScenarioAnswer, ...]] = st.session_state.setdefault("scenario_answers", {})
    key = f"{asked}{planner.list_versions(asked.city)[:1]}"
    if key in kept:
        return kept[key]
    called_off(key, phrasebook, slot)

    def work(task: Task[tuple[ScenarioAnswer, ...]]) -> tuple[ScenarioAnswer, ...]:
        return answer_panel(planner, asked, scenarios.stage_teller(task.tell, phrasebook), task.stop.asked)

    task = st.session_state["queue"].ask(key, work, reader_id())
    wait_for(task, phrasebook, slot)
    with panel.findings_shown(phrasebook):
        kept[key] = task.answer()
    return kept.get(key, ())


def ask_whom(desk: Desk, planner: Planner) -> tuple[tuple[str, ...], str, int]:
    """Whom a scenario means: enterprises by name, else the largest ones of a grade."""
    say = desk.phrasebook.say
    firms = scenarios.firm_names(planner.current_list(desk.address.city).inventory)
    chosen = st.multiselect(
        say("Enterprises meant"), tuple(firms), format_func=firms.__getitem__, placeholder=say("choose by name")
    )
    left, right = st.columns(2)
    old = left.selectbox(say("else: those of grade"), OLD_GRADES, format_func=lambda item: item or say("any"))
    largest = right.number_input(say("the largest"), min_value=1, max_value=10_000, value=40)
    return tuple(chosen), old, int(largest)


def show_form(desk: Desk, planner: Planner) -> None:
    """A form that adds a scenario to the text."""
    phrasebook, say = desk.phrasebook, desk.phrasebook.say
    with st.form("add_scenario", border=True):
        title = st.text_input(say("What if …"), placeholder=say("such as: forty firms reach grade B"))
        first, second, third = st.columns(3)
        kind = first.selectbox(
            say("Change"), tuple(scenarios.CHANGE_KINDS), format_func=lambda item: say(scenarios.CHANGE_KINDS[item])
        )
        grade = second.selectbox(
            say("New grade"), GRADES, format_func=lambda item: panel.grade_label(phrasebook, item), index=1
        )
        number = third.number_input(
            say("Factor, or cut in %"), min_value=0.0, max_value=100.0, value=1.2, help=say("For emissions and cuts.")
        )
        chosen, old, largest = ask_whom(desk, planner)
        added = st.form_submit_button(say("Add the scenario"), icon=":material/add:")
    if added:
        text = st.session_state["scenario_text"]
        form = scenarios.ScenarioForm(
            name=scenarios.scenario_name(text),
            kind=kind,
            value=str(grade) if kind == "grade" else f"{number:g}",
            title=title or say(scenarios.CHANGE_KINDS[kind]),
            level=str(desk.address.level),
            firms=chosen,
            grade=old,
            largest=largest,
        )
        st.session_state["scenario_text"] = scenarios.appended_scenario(text, form)


def show_scenarios(desk: Desk, planner: Planner) -> None:
    """The text of scenarios, by form or by hand; their answers side by side."""
    say, address = desk.phrasebook.say, desk.address
    empty = scenarios.first_text(address.city, str(address.level), str(address.mode), planner.today().isoformat())
    st.session_state.setdefault("scenario_text", empty)
    show_form(desk, planner)
    with st.expander(say("The scenarios as text: edit, keep, share"), expanded=False):
        given = st.file_uploader(say("A file of scenarios"), type=["yaml", "yml"], key="scenario_file")
        if given is not None and st.session_state.get("scenario_read") != given.file_id:
            st.session_state["scenario_read"] = given.file_id
            st.session_state["scenario_text"] = given.getvalue().decode("utf-8-sig", errors="replace")
        st.text_area(say("YAML"), key="scenario_text", height=260)
        st.download_button(say("Keep as a file"), st.session_state["scenario_text"], file_name="scenarios.yaml")
    if st.session_state["scenario_text"] == empty:
        st.info(say("No scenario yet: say above what changes, and add it."), icon=":material/lightbulb:")
        return
    if st.button(say("Answer the scenarios"), type="primary", icon=":material/play_arrow:"):
        forget_call("text")
        st.session_state["scenario_asked"] = st.session_state["scenario_text"]
    if asked := st.session_state.get("scenario_asked"):
        show_answers(desk, answers(desk, planner, question(desk, planner).with_text(asked)), "text")


def show_answers(desk: Desk, found: tuple[ScenarioAnswer, ...], key: str) -> None:
    """The figure of cost changes, the tables, and the workbook."""
    phrasebook, say = desk.phrasebook, desk.phrasebook.say
    for item in found:
        for line in panel.finding_lines(phrasebook, item.findings):
            st.warning(f"{item.outcome.title}: {line}")
    differences = differences_of(found)
    if differences:
        outcomes = {item.outcome.name: item.outcome for item in found}
        figure = scenarios.change_figure(outcomes, differences, phrasebook, dark=desk.dark)
        st.plotly_chart(figure, config=panel.CHART_CONFIG, key=f"changes_{key}")
    counties = dict(desk.names.counties)
    for at, table in enumerate(scenario_tables(found, counties, phrasebook)):
        with st.expander(list_doctor.table_title(table, phrasebook), expanded=at == 0):
            panel.show_frame(list_doctor.table_frame(table), list_doctor.table_columns(table), f"whatif_{key}_{at}")
    content = scenario_workbook(found, counties, phrasebook)
    st.download_button(
        say("Workbook"), content, file_name="scenarios.xlsx", icon=":material/download:", key=f"book_{key}"
    )


def show_curve(desk: Desk, planner: Planner) -> None:
    """Cost against one cut."""
    phrasebook, say = desk.phrasebook, desk.phrasebook.say
    left, right = st.columns(2)
    cut = left.selectbox(say("Cut"), CUTS, format_func=lambda item: scenarios.cut_label(item, phrasebook))
    points = right.slider(say("Points"), min_value=3, max_value=21, value=7)
    if st.button(say("Draw the curve"), type="primary", icon=":material/show_chart:"):
        forget_call("curve")
        st.session_state["curve_asked"] = question(desk, planner).with_curve(cut, points)
    asked: PanelQuestion | None = st.session_state.get("curve_asked")
    if asked is None:
        st.caption(say("Each point is a plan with its proven bound; the other cuts stay as the level asks."))
        return
    found = answers(desk, planner, asked)
    outcomes = scenarios.without_base(tuple(item.outcome for item in found))
    figure = scenarios.curve_figure(outcomes, asked.cut, phrasebook, dark=desk.dark)
    st.plotly_chart(figure, config=panel.CHART_CONFIG, key="curve")
    show_answers(desk, found, "curve")


def show_upgrades(desk: Desk, planner: Planner) -> None:
    """Which upgrades pay, and what exemptions cost the others."""
    say = desk.phrasebook.say
    left, right = st.columns(2)
    most = left.number_input(say("Upgrades of the largest enterprises"), min_value=1, max_value=500, value=10)
    if left.button(say("Ask the upgrades"), type="primary", icon=":material/trending_up:"):
        forget_call("upgrades")
        st.session_state["many_asked"] = question(desk, planner).with_upgrades(int(most))
    if right.button(say("Ask what exemptions cost"), icon=":material/shield:"):
        forget_call("exemptions")
        st.session_state["many_asked"] = question(desk, planner)
    asked: PanelQuestion | None = st.session_state.get("many_asked")
    if asked is None:
        st.caption(say("Every upgrade and every exemption is a plan of its own; a large list takes minutes."))
        return
    show_answers(desk, answers(desk, planner, asked), asked.kind)


def show_doubt(desk: Desk) -> None:
    """How sure the plan of the level is when the list is wrong and some do not comply."""
    phrasebook, say = desk.phrasebook, desk.phrasebook.say
    first, second, third, fourth = st.columns(4)
    asked = doubt_in_percent(
        activity=first.slider(say("Activity ± %"), 0, 60, 20),
        pollutant=second.slider(say("Each pollutant ± %"), 0, 60, 10),
        rate=third.slider(say("Compliance %"), 50, 100, 95),
        confidence=fourth.slider(say("Surely to be met %"), 0, 99, 0),
    )
    if not st.button(say("Weigh the plan"), type="primary", icon=":material/balance:"):
        st.caption(say("Worlds are drawn in which the list is off and some do not comply; the same seed each time."))
        return
    planner: Planner = st.session_state["planner"]
    outcome = st.session_state["ask"](wish_of(planner, desk.address, PLAIN, None), "doubt")
    if outcome.document is None:
        st.warning(say("There is no plan of this level to weigh."))
        return
    with st.spinner(say("Drawing worlds …"), show_time=True):
        answer, surer = ask_doubt(outcome.document, asked)
    for line in doubt_lines(asked, answer, surer, phrasebook):
        st.markdown(f"- {line}")
    figure = scenarios.doubt_figure(answer, phrasebook, dark=desk.dark)
    st.plotly_chart(figure, config=panel.CHART_CONFIG, key="doubt")
    for at, table in enumerate(doubt_tables(answer, surer, phrasebook)):
        with st.expander(list_doctor.table_title(table, phrasebook), expanded=at == 0):
            panel.show_frame(list_doctor.table_frame(table), list_doctor.table_columns(table), f"doubt_{at}")


def main() -> None:
    """The whole page."""
    desk = panel.the_desk("pages/scenarios.py")
    say = desk.phrasebook.say
    planner: Planner = st.session_state["planner"]
    st.title(say("What-ifs"), anchor=False)
    st.caption(say("Nothing here touches an order: a what-if is another question, answered the same way."))
    views = (say("Scenarios"), say("Cost curve"), say("Upgrades and exemptions"), say("How sure"))
    tabs = st.tabs(views)
    with tabs[0]:
        show_scenarios(desk, planner)
    with tabs[1]:
        show_curve(desk, planner)
    with tabs[2]:
        show_upgrades(desk, planner)
    with tabs[3]:
        show_doubt(desk)


main()
