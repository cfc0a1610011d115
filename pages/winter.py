"""冬季推演: an off-peak plan of least cost, a winter's air replayed day by day, how sure a plan is."""

import streamlit as st

from planner import panel
from planner.panel import Desk, list_doctor, scenarios
from planner.panel.plan_options import PLAIN
from planner.panel.work import called_off, forget_call, reader_id, wait_for
from planner.service import Planner
from planner.service.off_peak_plans import RestAsked, RestDocument, ask_rests, rests_text
from planner.service.off_peak_words import PlainTable, rest_ledger, rest_lines, rest_tables, rest_workbook
from planner.service.panel_wishes import wish_of
from planner.service.scenarios.doubt_words import doubt_lines, doubt_tables
from planner.service.scenarios.doubting import ask_doubt, doubt_in_percent
from planner.service.scenarios.rehearsal_desk import AirSpan, PanelRehearsal, air_span, answer_rehearsal
from planner.service.scenarios.rehearsal_words import rehearsal_lines, rehearsal_tables
from planner.service.scenarios.rehearsing import Rehearsal
from planner.service.work_queue import Task
from planner.terms import POLLUTANTS

USUAL_WEEKS = 17


def answer(desk: Desk, asked: object, slot: str, work: object) -> object:
    """What the queue makes of a question; the page shows how far it is and can call it off."""
    kept = st.session_state.setdefault("winter_answers", {})
    key = f"{slot}{hash(asked)}{desk.phrasebook.language}"
    if key not in kept:
        called_off(key, desk.phrasebook, slot)
        # The queue forgets what is over: the page keeps its task, or every look would begin the work anew
        task = st.session_state.get(f"winter_task_{slot}")
        if task is None or task.key != key or task.is_called_off:
            task = st.session_state["queue"].ask(key, work, reader_id())
            st.session_state[f"winter_task_{slot}"] = task
        wait_for(task, desk.phrasebook, slot)
        with panel.findings_shown(desk.phrasebook):
            kept[key] = task.answer()
    return kept[key]


def show_tables(desk: Desk, tables: tuple[PlainTable, ...], slot: str) -> None:
    """Tables of an answer, the first open."""
    for at, table in enumerate(tables):
        with st.expander(list_doctor.table_title(table, desk.phrasebook), expanded=at == 0):
            panel.show_frame(list_doctor.table_frame(table), list_doctor.table_columns(table), f"{slot}_{at}")


def ask_winter(desk: Desk, planner: Planner) -> RestAsked:
    """The winter, its cuts and how many lines may rest at once."""
    say = desk.phrasebook.say
    first, second, third = st.columns(3)
    day = first.date_input(say("First day of the winter"), value=planner.today())
    weeks = second.number_input(say("Weeks"), min_value=1, max_value=52, value=USUAL_WEEKS)
    together = third.slider(say("Of a group at rest at once, at most %"), 1, 100, 50)
    columns = st.columns(len(POLLUTANTS))
    percents = tuple(
        (str(item), place.number_input(f"{scenarios.cut_label(str(item), desk.phrasebook)} %", 0.0, 100.0, value))
        for item, place, value in zip(POLLUTANTS, columns, (0.0, 4.0, 5.0, 0.0), strict=True)
    )
    return RestAsked.of_percents(
        city=desk.address.city, first_day=day, weeks=int(weeks), percents=percents, together=float(together)
    )


def show_off_peak(desk: Desk, planner: Planner) -> None:
    """Which lines rest which weeks."""
    phrasebook, say = desk.phrasebook, desk.phrasebook.say
    asked = ask_winter(desk, planner)
    st.caption(
        say("Lines of one county, process and grade rest equally long and take turns; heat, waste and power go on.")
    )
    if st.button(say("Draw up the off-peak plan"), type="primary", icon=":material/calendar_month:"):
        forget_call("off_peak")
        st.session_state.pop("winter_task_off_peak", None)
        st.session_state["off_peak_asked"] = asked
    wanted: RestAsked | None = st.session_state.get("off_peak_asked")
    if wanted is None:
        return

    def work(_: Task[RestDocument]) -> RestDocument:
        return ask_rests(planner, wanted, planner.current_list(wanted.city).inventory)

    found = answer(desk, wanted, "off_peak", work)
    assert isinstance(found, RestDocument)  # noqa: S101 - what the work gives
    for line in rest_lines(found, phrasebook):
        st.markdown(f"- {line}")
    figure = scenarios.weeks_figure(found, phrasebook, dark=desk.dark)
    st.plotly_chart(figure, config=panel.CHART_CONFIG, key="weeks")
    show_tables(desk, rest_tables(found, desk.names, phrasebook), "off_peak")
    paper = say("draft of an off-peak plan from {day} on", day=str(wanted.first_day))
    left, middle, right = st.columns(3)
    content = rest_workbook(found, desk.names, phrasebook)
    left.download_button(say("Workbook"), content, file_name="off-peak.xlsx", icon=":material/download:")
    middle.download_button(say("Ledger (CSV)"), rest_ledger(found, paper), file_name="off-peak.csv")
    right.download_button(say("Plan file"), rests_text(found), file_name="off-peak.json")


def show_rehearsal(desk: Desk, planner: Planner) -> None:
    """A winter's air replayed."""
    say = desk.phrasebook.say
    given = st.file_uploader(say("Air of a winter (CSV, as forecasts are written)"), type=["csv"], key="winter_air")
    judged = st.file_uploader(say("Another series that judges it (optional)"), type=["csv"], key="winter_measured")
    if given is None:
        st.caption(say("Each morning the next days stand for the forecast. History is no oracle."))
        return
    air = given.getvalue()
    with panel.findings_shown(desk.phrasebook):
        span = air_span(air)
    ask_rehearsal(desk, planner, (air, judged.getvalue() if judged else b""), span)
    wanted: PanelRehearsal | None = st.session_state.get("rehearsal_asked")
    if wanted is not None:
        show_rehearsed(desk, planner, wanted)


def ask_rehearsal(desk: Desk, planner: Planner, files: tuple[bytes, bytes], span: AirSpan) -> None:
    """The days of the winter, how far each forecast looks ahead, and whose law holds."""
    say, (first, last) = desk.phrasebook.say, span
    one, two, three, four = st.columns(4)
    begin = one.date_input(say("From"), value=first, min_value=first, max_value=last)
    end = two.date_input(say("Until"), value=last, min_value=first, max_value=last)
    horizon = three.number_input(say("Days looked ahead"), min_value=1, max_value=10, value=5)
    law = four.date_input(say("Law of"), value=planner.today())
    former = st.date_input(say("Compared with the law of (optional)"), value=None)
    if st.button(say("Rehearse the winter"), type="primary", icon=":material/history:"):
        forget_call("rehearsal")
        st.session_state.pop("winter_task_rehearsal", None)
        st.session_state["rehearsal_asked"] = PanelRehearsal(
            city=desk.address.city,
            mode=desk.address.mode,
            air=files[0],
            measured=files[1],
            first=begin,
            last=end,
            horizon_days=int(horizon),
            laws=(former, law) if former else (law,),
        )


def show_rehearsed(desk: Desk, planner: Planner, wanted: PanelRehearsal) -> None:
    """The days, what they cost, and whose lines stood how long, law by law."""
    phrasebook = desk.phrasebook

    def work(task: Task[tuple[Rehearsal, ...]]) -> tuple[Rehearsal, ...]:
        return answer_rehearsal(planner, wanted, scenarios.part_teller(task.tell, task.stop.asked, phrasebook))

    found = answer(desk, wanted, "rehearsal", work)
    assert isinstance(found, tuple)  # noqa: S101 - what the work gives
    for line in rehearsal_lines(found, phrasebook):
        st.markdown(f"- {line}")
    for at, item in enumerate(found):
        figure = scenarios.days_figure(item.days, phrasebook, dark=desk.dark)
        st.plotly_chart(figure, config=panel.CHART_CONFIG, key=f"days_{at}")
        show_tables(desk, rehearsal_tables(item, phrasebook), f"rehearsal_{at}")


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
    desk = panel.the_desk("pages/winter.py")
    say = desk.phrasebook.say
    planner: Planner = st.session_state["planner"]
    st.title(say("A winter ahead"), anchor=False)
    st.caption(say("Nothing here touches an order: a what-if is another question, answered the same way."))
    tabs = st.tabs((say("Off-peak plan"), say("Rehearsal"), say("How sure")))
    with tabs[0]:
        show_off_peak(desk, planner)
    with tabs[1]:
        show_rehearsal(desk, planner)
    with tabs[2]:
        show_doubt(desk)


main()
