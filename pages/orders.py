"""减排通知: the orders of a warning, what came back on them, who is still to be called, and their files."""

import streamlit as st

from planner import panel
from planner.panel import Desk, orders_desk
from planner.panel import warning as shown
from planner.panel.papers import PAPER_KINDS, warning_downloads
from planner.panel.warning import ActKind, AirWarning
from planner.service import Planner
from planner.service.desk import Person, WarningDesk, WarningView, person_for
from planner.service.desk_files import call_csv, contacts, messages_csv, order_rows
from planner.service.desk_intake import enter_receipt_file
from planner.service.paper_maker import paper_maker

TABLES = ["csv", "xlsx", "xls", "xlsb", "ods", "et"]


def who_enters(desk: Desk, planner: Planner) -> Person:
    """Who enters receipts: whoever has signed in, or without accounts a name."""
    say = desk.phrasebook.say
    signed = planner.person
    name = (
        ""
        if signed
        else st.text_input(say("Acting officer"), key="orders_name", placeholder=say("stands in the trace"))
    )
    return signed or person_for(name.strip(), ActKind.PROPOSE)


def told(desk: Desk, findings: panel.Findings, count: int) -> None:
    """What came of an entry; where it was kept the page shows the new state."""
    lines = panel.finding_lines(desk.phrasebook, findings)
    if panel.has_errors(findings):
        for line in lines:
            st.error(line)
        return
    kept = desk.phrasebook.say("{count} entered.", count=count)
    st.session_state["orders_told"] = (kept, *lines)
    st.rerun()


def show_table(desk: Desk, rows: tuple[panel.OrderRow, ...]) -> tuple[panel.OrderRow, ...]:
    """The orders by the reader's filter, and how many stand in each state."""
    phrasebook, counties = desk.phrasebook, dict(desk.names.counties)
    for place, (name, count) in zip(st.columns(4), orders_desk.state_counts(rows, phrasebook), strict=True):
        place.metric(name, panel.count_text(phrasebook, count), border=True)
    wanted = orders_desk.ask_filter(rows, phrasebook, counties)
    kept = tuple(row for row in rows if wanted.keeps(row))
    if not kept:
        st.info(phrasebook.say("No order fits the filter: clear the search or choose other states."))
    frame = orders_desk.order_table(kept, phrasebook, counties)
    panel.show_frame(frame, orders_desk.order_columns(phrasebook), "orders_table")
    return kept


def enter_receipts(desk: Desk, planner: Planner, view: WarningView, rows: tuple[panel.OrderRow, ...]) -> None:
    """Receipts of one order or of many, by hand or from a file."""
    phrasebook, say = desk.phrasebook, desk.phrasebook.say
    person = who_enters(desk, planner)
    every = st.toggle(say("All {count} orders shown above", count=len(rows)), key="receipt_all")
    choice = () if every else choose_orders(desk, rows)
    state = st.segmented_control(
        say("Receipt"),
        orders_desk.RECEIPT_STATES,
        default="acknowledged",
        required=True,
        format_func=lambda code: shown.receipt_label(phrasebook, code),
        key="receipt_state",
    )
    reason = st.text_input(say("Reason of a contest"), key="receipt_reason").strip()
    chosen = rows if every else choice
    if st.button(say("Enter receipts"), type="primary", key="receipt_enter", disabled=not chosen):
        now = panel.moment_now()
        given = orders_desk.receipts_of(chosen, state or "", reason, now)
        with panel.findings_shown(phrasebook):
            office = planner.desk(desk.address.city)
            findings = office.enter_receipts(view.warning.warning_id, given, person, now)
        told(desk, findings, len(given))
    enter_file(desk, planner, view, person)


def choose_orders(desk: Desk, rows: tuple[panel.OrderRow, ...]) -> list[panel.OrderRow]:
    """The orders that the reader names, one or many."""
    say = desk.phrasebook.say
    return st.multiselect(
        say("Orders"), rows, format_func=orders_desk.order_choice, placeholder=say("one or many"), key="receipt_orders"
    )


def enter_file(desk: Desk, planner: Planner, view: WarningView, person: Person) -> None:
    """Receipts from a file that a county sent."""
    say = desk.phrasebook.say
    upload = st.file_uploader(say("File of receipts"), type=TABLES, key="receipt_file")
    st.caption(say("Columns: order number or credit code, state; time and reason where wanted. CSV or workbook."))
    if upload is not None and st.button(say("Enter the file"), key="receipt_enter_file"):
        with panel.laid_down(upload.name, upload.getvalue()) as path, panel.findings_shown(desk.phrasebook):
            count, findings = enter_receipt_file(planner, view, path, (person, panel.moment_now()))
        told(desk, findings, count)


def show_calls(desk: Desk, planner: Planner, view: WarningView) -> None:
    """Who has not acknowledged, by county with telephone; printable, and as text messages."""
    phrasebook, say, number = desk.phrasebook, desk.phrasebook.say, view.warning.warning_id
    rows = planner.desk(desk.address.city).call_sheet(number, contacts(planner, desk.address.city))
    if not rows:
        st.success(say("Everybody has acknowledged: nobody is to be called."))
        return
    st.caption(say("{count} have not acknowledged. For the desk only, never public.", count=len(rows)))
    counties = dict(desk.names.counties)
    panel.show_frame(orders_desk.call_frame(rows, phrasebook, counties), orders_desk.order_columns(phrasebook), "calls")
    page = orders_desk.call_html(rows, phrasebook, counties, say("Call sheet {number}", number=number))
    messages = messages_csv(rows, phrasebook, is_exercise=view.warning.is_exercise)
    files = (
        (say("Print the call sheet"), page, "call-sheet.html", "text/html", ":material/print:"),
        (say("Call sheet as CSV"), call_csv(rows), "call-sheet.csv", "text/csv", ":material/call:"),
        (say("Text messages as CSV"), messages, "messages.csv", "text/csv", ":material/sms:"),
    )
    for place, (label, text, name, mime, icon) in zip(st.columns(3), files, strict=True):
        file = f"{number}-{name}"
        place.download_button(label, text.encode(), file, mime, icon=icon, width="stretch", key=f"calls_{name}")


def show_papers(desk: Desk, planner: Planner, view: WarningView) -> None:
    """The papers of the warning; boards stand at gates only while it is in force."""
    warning = view.warning
    kinds = tuple(kind for kind in PAPER_KINDS if kind != "board" or warning.lifted_at is None)
    warning_downloads(desk, warning.warning_id, kinds, paper_maker(planner, warning, panel.moment_now()))


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
        key=f"orders_warning_{len(numbers)}",
    )


def main() -> None:
    """The whole page."""
    desk = panel.the_desk("pages/orders.py")
    planner: Planner = st.session_state["planner"]
    office, say = planner.desk(desk.address.city), desk.phrasebook.say
    st.title(say("Orders"), anchor=False)
    st.html(panel.upload_style(desk.phrasebook))
    for line in st.session_state.pop("orders_told", ()):
        st.success(line)
    warning = choose_warning(desk, office)
    view = None if warning is None else office.view(warning.warning_id)
    if view is None or not view.orders:
        st.info(say("No orders yet: they are made when a warning is issued. Lead one on the page of warnings."))
        st.page_link("pages/warning.py", label=say("Warnings"), icon=":material/notifications_active:")
        return
    rows = order_rows(planner, view)
    kept = show_table(desk, rows)
    receipts, calls, papers = st.tabs([say("Receipts"), say("Call sheet"), say("Papers")])
    with receipts:
        enter_receipts(desk, planner, view, kept)
    with calls:
        show_calls(desk, planner, view)
    with papers:
        show_papers(desk, planner, view)


main()
