"""推演: scenarios side by side, curves and fronts of cost, which upgrades pay, what exemptions cost."""

import streamlit as st

from planner import panel
from planner.panel import Desk, list_doctor, scenarios
from planner.panel.work import called_off, forget_call, reader_id, wait_for
from planner.service import Planner
from planner.service.places import outlines
from planner.service.scenarios.answer import ScenarioAnswer
from planner.service.scenarios.asking import PanelQuestion, answer_panel, number_rules, panel_more, panel_plan
from planner.service.scenarios.kept_files import keep_scenarios, kept_files
from planner.service.scenarios.more import LevelAnswers, savings_of
from planner.service.scenarios.reports import county_changes, differences_of, scenario_tables, scenario_workbook
from planner.service.work_queue import Task
from planner.terms import LEVELS

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


def ask_anew(slot: str) -> None:
    """What was asked in a slot before is forgotten."""
    forget_call(slot)
    st.session_state.pop(f"task_{slot}", None)


def answers(desk: Desk, planner: Planner, asked: PanelQuestion) -> LevelAnswers:
    """The answers level by level, made in the queue; the page shows how far they are."""
    phrasebook, slot = desk.phrasebook, asked.kind
    kept: dict[str, LevelAnswers] = st.session_state.setdefault("scenario_answers", {})
    key = f"{asked}{planner.list_versions(asked.city)[:1]}"
    if key in kept:
        return kept[key]
    called_off(key, phrasebook, slot)

    def work(task: Task[LevelAnswers]) -> LevelAnswers:
        return answer_panel(planner, asked, scenarios.stage_teller(task.tell, phrasebook), task.stop.asked)

    # The queue forgets what is over: the page keeps its task, or every look would begin the work anew
    task = st.session_state.get(f"task_{slot}")
    if task is None or task.key != key or task.is_called_off:
        task = st.session_state["queue"].ask(key, work, reader_id())
        st.session_state[f"task_{slot}"] = task
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


def ask_value(desk: Desk, planner: Planner, kind: str, files: tuple[str, ...]) -> str:
    """What a change needs beside its kind, as the text spells it."""
    say = desk.phrasebook.say
    if kind in scenarios.CHOICES:
        words = scenarios.VALUE_WORDS
        chosen = st.selectbox(say("New value"), scenarios.CHOICES[kind], format_func=lambda item: say(words[item]))
        return str(chosen)
    if kind in scenarios.FILE_KINDS:
        return str(st.selectbox(say("File given below"), files) or "")
    if kind == "law_on":
        return str(st.date_input(say("Law of"), value=planner.today()))
    if kind in scenarios.WHOLE:
        return str(int(st.number_input(say("Number"), 0, 100_000, scenarios.WHOLE[kind])))
    if kind in scenarios.NUMBERS:
        number = st.number_input(
            say("Factor, or cut in %"), min_value=0.0, value=1.2, help=say("For emissions and cuts.")
        )
        return f"{number:g}"
    return ""


def show_form(desk: Desk, planner: Planner, files: tuple[str, ...]) -> None:
    """A form that adds a scenario to the text."""
    say, kinds = desk.phrasebook.say, scenarios.CHANGE_KINDS
    inventory = planner.current_list(desk.address.city).inventory
    with st.container(border=True):
        title = st.text_input(say("What if …"), placeholder=say("such as: forty firms reach grade B"))
        kind = st.selectbox(say("Change"), tuple(kinds), format_func=lambda item: say(kinds[item]))
        value = ask_value(desk, planner, kind, files)
        rules = number_rules(planner, desk.address.city) if kind == "rule" else {}
        rule = st.selectbox(say("Rule"), tuple(rules), format_func=rules.__getitem__) if rules else ""
        chosen, old, largest = ask_whom(desk, planner) if kind in scenarios.LIST_KINDS else ((), "", 1)
        added = st.button(say("Add the scenario"), icon=":material/add:")
    sources = scenarios.first_sources(inventory, chosen) if kind == "new_line" else ()
    if added and kind == "new_line" and not sources:
        st.warning(say("Choose by name the enterprises that get one more line."))
    elif added and kind in scenarios.FILE_KINDS and not value:
        st.warning(say("Give the file below first."))
    elif added:
        text = st.session_state["scenario_text"]
        form = scenarios.ScenarioForm(
            name=scenarios.scenario_name(text), kind=kind, value=value, title=title or say(kinds[kind]),
            level=str(desk.address.level), firms=chosen, grade=old, largest=largest, sources=sources,
            rule=str(rule or ""),
        )  # fmt: skip
        st.session_state["scenario_text"] = scenarios.appended_scenario(text, form)


def show_kept(desk: Desk, planner: Planner) -> None:
    """Files of scenarios kept by name, each with its link; the one of the address is laid down."""
    say, address = desk.phrasebook.say, desk.address
    kept = {item.key: item for item in kept_files(planner, address.city)}
    if address.scenarios in kept and st.session_state.get("scenario_opened") != address.scenarios:
        st.session_state["scenario_opened"] = address.scenarios
        st.session_state["scenario_text"] = kept[address.scenarios].text
    left, right = st.columns([2, 1], vertical_alignment="bottom")
    name = left.text_input(say("Keep under the name"), key="scenario_kept_name")
    if right.button(say("Keep and link"), icon=":material/link:"):
        with panel.findings_shown(desk.phrasebook):
            new = keep_scenarios(planner, address.city, name, st.session_state["scenario_text"])
        st.session_state["scenario_opened"] = new.key
        panel.sit_at(desk, address.at(scenarios=new.key))
        st.success(say("Kept as version {version}: the address of this page now leads to it.", version=new.version))
    if kept:
        words = {key: f"{item.name} · {item.version} · {item.kept_at:%Y-%m-%d %H:%M}" for key, item in kept.items()}
        chosen = st.selectbox(say("Kept scenarios"), ("", *words), format_func=lambda item: words.get(item, ""))
        if chosen and st.button(say("Open"), icon=":material/folder_open:"):
            panel.sit_at(desk, address.at(scenarios=chosen))
            st.session_state.pop("scenario_opened", None)
            st.rerun()


def show_scenarios(desk: Desk, planner: Planner) -> None:
    """The text of scenarios, by form or by hand; their answers side by side."""
    say, address = desk.phrasebook.say, desk.address
    empty = scenarios.first_text(address.city, str(address.level), str(address.mode), planner.today().isoformat())
    st.session_state.setdefault("scenario_text", empty)
    given_files = st.session_state.get("scenario_files") or []
    show_form(desk, planner, tuple(item.name for item in given_files))
    with st.expander(say("Kept scenarios, and files that they name")):
        show_kept(desk, planner)
        st.file_uploader(
            say("Files that scenarios name: forecast, rates, hours (CSV)"), type=["csv"], key="scenario_files",
            accept_multiple_files=True,
        )  # fmt: skip
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
        ask_anew("text")
        st.session_state["scenario_asked"] = st.session_state["scenario_text"]
    if asked := st.session_state.get("scenario_asked"):
        files = tuple((item.name, item.getvalue()) for item in given_files)
        wanted = question(desk, planner).with_text(asked, files)
        found = answers(desk, planner, wanted)
        show_answers(desk, wanted, found)
        show_changes(desk, planner, wanted, found[0][2])


def show_answers(desk: Desk, asked: PanelQuestion, levels: LevelAnswers) -> None:
    """The figure of cost changes, the tables, and the workbook."""
    phrasebook, say, key = desk.phrasebook, desk.phrasebook.say, asked.kind
    found, more = levels[0][2], panel_more(asked, levels, phrasebook)
    for item in found:
        for line in panel.finding_lines(phrasebook, item.findings):
            st.warning(f"{item.outcome.title}: {line}")
    differences = differences_of(found)
    if differences and key == "text":
        outcomes = {item.outcome.name: item.outcome for item in found}
        figure = scenarios.change_figure(outcomes, differences, phrasebook, dark=desk.dark)
        st.plotly_chart(figure, config=panel.CHART_CONFIG, key=f"changes_{key}")
    counties = dict(desk.names.counties)
    for at, table in enumerate(scenario_tables(found, counties, phrasebook, more.tables)):
        with st.expander(list_doctor.table_title(table, phrasebook), expanded=at == 0):
            panel.show_frame(list_doctor.table_frame(table), list_doctor.table_columns(table), f"whatif_{key}_{at}")
    content = scenario_workbook(found, counties, phrasebook, more.tables)
    st.download_button(
        say("Workbook"), content, file_name="scenarios.xlsx", icon=":material/download:", key=f"book_{key}"
    )


def show_changes(desk: Desk, planner: Planner, asked: PanelQuestion, found: tuple[ScenarioAnswer, ...]) -> None:
    """Of one scenario the map of what it costs each county, and its plan as a file."""
    say = desk.phrasebook.say
    known = {item.outcome.name: item for item in reversed(found) if item.outcome.has_plan}
    if not known:
        return
    titles = {name: item.outcome.title for name, item in known.items()}
    chosen = st.selectbox(
        say("One scenario closer"),
        tuple(known),
        format_func=titles.__getitem__,
    )
    shapes, changes = outlines(planner, desk.address.city), county_changes(found, chosen)
    if shapes and changes:
        st.caption(say("What it costs each county's enterprises more (red) or less (green) than the base, yuan."))
        figure = scenarios.county_change_figure(shapes, changes, desk.names, desk.phrasebook, dark=desk.dark)
        st.plotly_chart(figure, config=scenarios.MAP_CONFIG, key="county_changes")
    if st.button(say("Make its plan file"), icon=":material/description:"):
        with st.spinner(say("Planning …"), show_time=True), panel.findings_shown(desk.phrasebook):
            text = panel_plan(planner, asked, known[chosen])
        st.download_button(say("Plan file"), text, file_name=f"{chosen}.json", key="scenario_plan")


def show_curve(desk: Desk, planner: Planner) -> None:
    """Cost against one cut."""
    phrasebook, say = desk.phrasebook, desk.phrasebook.say
    left, right = st.columns(2)
    cut = left.selectbox(say("Cut"), CUTS, format_func=lambda item: scenarios.cut_label(item, phrasebook))
    points = right.slider(say("Points"), min_value=3, max_value=21, value=7)
    if left.button(say("Draw the curve"), type="primary", icon=":material/show_chart:"):
        ask_anew("curve")
        st.session_state["curve_asked"] = question(desk, planner).with_curve(cut, points)
    if right.button(say("Cost against enterprises told"), icon=":material/groups:"):
        ask_anew("front")
        st.session_state["curve_asked"] = question(desk, planner).with_front(points)
    asked: PanelQuestion | None = st.session_state.get("curve_asked")
    if asked is None:
        st.caption(say("Each point is a plan with its proven bound; the other cuts stay as the level asks."))
        return
    found = answers(desk, planner, asked)
    outcomes = scenarios.without_base(tuple(item.outcome for item in found[0][2]))
    if asked.kind == "front":
        figure = scenarios.front_figure(outcomes, phrasebook, dark=desk.dark)
    else:
        figure = scenarios.curve_figure(outcomes, asked.cut, phrasebook, dark=desk.dark)
    st.plotly_chart(figure, config=panel.CHART_CONFIG, key="curve")
    show_answers(desk, asked, found)


def show_upgrades(desk: Desk, planner: Planner) -> None:
    """Which upgrades pay, and what exemptions cost the others."""
    say = desk.phrasebook.say
    left, right = st.columns(2)
    most = left.number_input(say("Upgrades of the largest enterprises"), min_value=1, max_value=500, value=10)
    days = tuple(
        int(
            place.number_input(
                say("Days of {level} in a winter", level=say(scenarios.VALUE_WORDS[str(level)])), 0, 150, 0
            )
        )
        for level, place in zip(LEVELS, st.columns(len(LEVELS)), strict=True)
    )
    if left.button(say("Ask the upgrades"), type="primary", icon=":material/trending_up:"):
        ask_anew("upgrades")
        st.session_state["many_asked"] = question(desk, planner).with_upgrades(int(most)).over(days)
    if right.button(say("Ask what exemptions cost"), icon=":material/shield:"):
        ask_anew("exemptions")
        st.session_state["many_asked"] = question(desk, planner).over(days)
    asked: PanelQuestion | None = st.session_state.get("many_asked")
    if asked is None:
        st.caption(say("Every upgrade and every exemption is a plan of its own; a large list takes minutes."))
        return
    found = answers(desk, planner, asked)
    figure = scenarios.saving_figure(savings_of(found), desk.phrasebook, dark=desk.dark)
    st.plotly_chart(figure, config=panel.CHART_CONFIG, key="savings")
    show_answers(desk, asked, found)


def main() -> None:
    """The whole page."""
    desk = panel.the_desk("pages/scenarios.py")
    say = desk.phrasebook.say
    planner: Planner = st.session_state["planner"]
    st.title(say("What-ifs"), anchor=False)
    st.caption(say("Nothing here touches an order: a what-if is another question, answered the same way."))
    views = (say("Scenarios"), say("Cost curve"), say("Upgrades and exemptions"))
    tabs = st.tabs(views)
    with tabs[0]:
        show_scenarios(desk, planner)
    with tabs[1]:
        show_curve(desk, planner)
    with tabs[2]:
        show_upgrades(desk, planner)


main()
