"""督查核查: meters and CEMS against orders, visits on site, the daily report, the evaluation."""

from pathlib import Path

import streamlit as st

from planner import panel
from planner.panel import Desk, checks_desk
from planner.panel import warning as shown
from planner.panel.warning import ActKind, AirWarning
from planner.service import Planner
from planner.service.desk import Entered, Person, WarningDesk, WarningView, person_for, visits_of
from planner.service.desk_daily import FORECAST, MEASURED, enter_air_file, evaluate_warning, make_daily
from planner.service.desk_files import contacts
from planner.service.desk_intake import enter_emission_file, enter_meter_file, enter_visit_file
from planner.service.desk_meters import judge_readings, list_on
from planner.service.desk_papers import daily_tables, evaluation_tables, tables_workbook

TABLES = ["csv", "xlsx", "xls", "xlsb", "ods", "et"]
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def who_enters(desk: Desk, planner: Planner) -> Person:
    """Who enters checks: whoever has signed in, or without accounts a name."""
    say = desk.phrasebook.say
    signed = planner.person
    name = (
        ""
        if signed
        else st.text_input(say("Acting officer"), key="checks_name", placeholder=say("stands in the trace"))
    )
    return signed or person_for(name.strip(), ActKind.PROPOSE)


def told(desk: Desk, findings: panel.Findings, count: int) -> None:
    """What came of an entry; where it was kept the page shows the new state."""
    lines = panel.finding_lines(desk.phrasebook, findings)
    if panel.has_errors(findings):
        for line in lines:
            st.error(line)
        return
    st.session_state["checks_told"] = (desk.phrasebook.say("{count} entered.", count=count), *lines)
    st.rerun()


def upload(desk: Desk, label: str, key: str, keep: checks_desk.Intake) -> None:
    """A file that the reader chooses, kept at the press of a button."""
    chosen = st.file_uploader(label, type=TABLES, key=key)
    if chosen is not None and st.button(desk.phrasebook.say("Enter the file"), key=f"{key}_enter", type="primary"):
        with panel.laid_down(chosen.name, chosen.getvalue()) as path, panel.findings_shown(desk.phrasebook):
            count, findings = keep(path)
        told(desk, findings, count)


def show_readings(desk: Desk, planner: Planner, view: WarningView, person: Person) -> None:
    """Readings come in, and what they say against the orders."""
    say = desk.phrasebook.say
    who = (person, panel.moment_now())
    left, right = st.columns(2)
    with left:
        label = say("Electricity by meter and day (meter, day, kWh)")
        upload(desk, label, "meters", lambda path: enter_meter_file(planner, view, path, who))
    with right:
        label = say("CEMS by source and day (source, day, pollutant, kg)")
        upload(desk, label, "cems", lambda path: enter_emission_file(planner, view, path, who))
    meters, emissions = judge_readings(planner, view)
    if not meters and not emissions:
        st.info(say("No readings yet: upload the power company's table of days in force; lines are judged at once."))
        return
    used, is_frozen = list_on(planner, view, panel.moment_now().date())
    named = say("Judged by the list frozen with the orders: {file}.", file=used.file)
    st.caption(named if is_frozen else say("The list of the orders is not in the store; the list in use judges."))
    show_flagged(desk, meters)
    if emissions:
        st.subheader(say("CEMS out of order"), anchor=False)
        frame = checks_desk.emission_frame(emissions, desk.phrasebook, dict(desk.names.counties))
        panel.show_frame(frame, checks_desk.check_columns(desk.phrasebook), "cems_frame")


def show_flagged(desk: Desk, meters: checks_desk.Meters) -> None:
    """Ordered against measured where the order is not kept, and who does more without an order."""
    phrasebook, say, counties = desk.phrasebook, desk.phrasebook.say, dict(desk.names.counties)
    broken, rose, columns = checks_desk.flagged(meters), checks_desk.rose(meters), checks_desk.check_columns(phrasebook)
    st.subheader(say("More than the order leaves ({count})", count=len(broken)), anchor=False)
    if broken:
        figure = checks_desk.meter_figure(broken, phrasebook, dark=desk.dark)
        alt = checks_desk.meter_alt(broken, phrasebook)
        st.plotly_chart(figure, config=panel.CHART_CONFIG, key="meters_figure", alt=alt)
        panel.show_frame(checks_desk.meter_frame(broken, phrasebook, counties), columns, "meters_broken")
    else:
        st.success(say("No meter that was read shows more than its order leaves."))
    if rose:
        st.subheader(say("Above normal, without an order ({count})", count=len(rose)), anchor=False)
        panel.show_frame(checks_desk.meter_frame(rose, phrasebook, counties), columns, "meters_rose")


def show_visits(desk: Desk, planner: Planner, view: WarningView, person: Person) -> None:
    """A visit entered, a file of them, and those that were kept."""
    phrasebook, say = desk.phrasebook, desk.phrasebook.say
    said = {code: name for code, (name, _, _) in contacts(planner, desk.address.city).items()}
    names = {order.owner: said.get(order.owner, order.owner) for order in view.orders}
    office, number = planner.desk(desk.address.city), view.warning.warning_id
    with st.expander(say("Enter a visit"), expanded=True):
        check = checks_desk.ask_visit(phrasebook, names, panel.moment_now())
        if st.button(say("Keep the visit"), type="primary", key="visit_enter"):
            entered = Entered(warning_id=number, person=person, at=panel.moment_now())
            with panel.findings_shown(phrasebook):
                findings = office.enter_visits(entered, (check,))
            told(desk, findings, 1)
    upload(
        desk,
        say("File of visits (credit code, time, inspector, finding, note)"),
        "visits",
        lambda path: enter_visit_file(planner, view, path, (person, panel.moment_now())),
    )
    kept = visits_of(office.visits(number))
    if not kept:
        st.info(say("No visits yet: enter the first one above, or upload the inspectors' table."))
        return
    frame = checks_desk.visit_frame(kept, phrasebook, names)
    panel.show_frame(frame, checks_desk.check_columns(phrasebook), "visits_frame")


def show_daily(desk: Desk, planner: Planner, view: WarningView, person: Person) -> None:
    """The daily report of a chosen day, made now or as it was made."""
    phrasebook, say, city = desk.phrasebook, desk.phrasebook.say, desk.address.city
    entered = Entered(warning_id=view.warning.warning_id, person=person, at=panel.moment_now())
    show_air(desk, planner, entered)
    left, right = st.columns([1, 1], vertical_alignment="bottom")
    day = left.date_input(say("Day of the report"), entered.at.date(), format="YYYY-MM-DD", key="daily_day")
    if right.button(say("Make and keep the report"), type="primary", key="daily_make"):
        with panel.findings_shown(phrasebook):
            make_daily(planner, city, entered, day)
        st.rerun()
    kept = tuple(reversed(planner.desk(city).dailies(view.warning.warning_id)))
    if not kept:
        st.info(say("No daily report yet: choose the day and make it; it is kept as it was made."))
        return
    report = st.selectbox(
        say("Kept reports"),
        kept,
        format_func=lambda item: checks_desk.daily_choice(item, phrasebook),
        key=f"daily_kept_{len(kept)}",
    )
    tables = daily_tables(planner, report, phrasebook)
    name = say("Daily report {number} {day}.xlsx", number=report.warning_id, day=report.day.isoformat())
    book = tables_workbook(tables, phrasebook, is_exercise=report.is_exercise)
    show_tables(desk, tables, (name, book))


def show_air(desk: Desk, planner: Planner, entered: Entered) -> None:
    """Forecast and measured air come in."""
    say, city = desk.phrasebook.say, desk.address.city
    with st.expander(say("Forecast and measured air")):
        first, second = st.columns(2)
        with first:
            upload(
                desk, say("Forecast (CSV)"), "air_f", lambda path: keep_air(planner, city, entered, (path, FORECAST))
            )
        with second:
            label = say("Measured air (CSV)")
            upload(desk, label, "air_m", lambda path: keep_air(planner, city, entered, (path, MEASURED)))


def keep_air(planner: Planner, city: str, entered: Entered, given: tuple[Path, str]) -> tuple[int, panel.Findings]:
    """How many days of air were kept, and what the file lets be said."""
    rows, findings = enter_air_file(planner, city, entered, *given)
    return len(rows), findings


def show_evaluation(desk: Desk, planner: Planner, view: WarningView) -> None:
    """Ordered against achieved, up to the lifting or up to now."""
    phrasebook, say, city = desk.phrasebook, desk.phrasebook.say, desk.address.city
    found = evaluate_warning(planner, city, view.warning.warning_id, panel.moment_now())
    tables = evaluation_tables(planner, city, found, phrasebook)
    st.caption(
        say(
            "Checked: ordered kilograms on days and lines with a judged meter, CEMS or visit; the rest is not verified."
        )
    )
    name = say("Evaluation {number}.xlsx", number=view.warning.warning_id)
    show_tables(desk, tables, (name, tables_workbook(tables, phrasebook, is_exercise=view.warning.is_exercise)))


def show_tables(desk: Desk, tables: tuple[panel.Sheet, ...], file: tuple[str, bytes]) -> None:
    """A report as a workbook, and its tables that have rows."""
    name, book = file
    label = desk.phrasebook.say("Download as workbook")
    st.download_button(label, book, name, XLSX, icon=":material/download:", key=f"file_{name}")
    for place, table in enumerate(table for table in tables if table.rows):
        st.markdown(f"**{table.title}**")
        panel.show_frame(checks_desk.sheet_frame(table), {}, f"{name}_{place}")


def choose_warning(desk: Desk, office: WarningDesk) -> AirWarning | None:
    """The warning that the reader looks at: the newest until another is chosen."""
    with panel.findings_shown(desk.phrasebook):
        warnings = tuple(reversed(office.warnings()))
    if not warnings:
        return None
    wanted = st.session_state.get("desk_warning", "")
    numbers = [item.warning_id for item in warnings]
    return st.selectbox(
        desk.phrasebook.say("Which warning"),
        warnings,
        index=numbers.index(wanted) if wanted in numbers else 0,
        format_func=lambda item: shown.warning_choice(item, desk.phrasebook),
        key=f"checks_warning_{len(numbers)}",
    )


def main() -> None:
    """The whole page."""
    desk = panel.the_desk("pages/checks.py")
    planner: Planner = st.session_state["planner"]
    office, say = planner.desk(desk.address.city), desk.phrasebook.say
    st.title(say("Checks of execution"), anchor=False)
    st.html(panel.upload_style(desk.phrasebook))
    for line in st.session_state.pop("checks_told", ()):
        st.success(line)
    left, right = st.columns([3, 1.4], vertical_alignment="bottom")
    with left:
        warning = choose_warning(desk, office)
    view = None if warning is None else office.view(warning.warning_id)
    if view is None or not view.orders:
        st.info(say("Nothing to check yet: checks begin when a warning is issued. Lead one on the page of warnings."))
        st.page_link("pages/warning.py", label=say("Warnings"), icon=":material/notifications_active:")
        return
    with right:
        person = who_enters(desk, planner)
    readings, visits, daily, evaluation = st.tabs(
        [say("Meters and CEMS"), say("Visits on site"), say("Daily report"), say("Evaluation")]
    )
    with readings:
        show_readings(desk, planner, view, person)
    with visits:
        show_visits(desk, planner, view, person)
    with daily:
        show_daily(desk, planner, view, person)
    with evaluation:
        show_evaluation(desk, planner, view)


main()
