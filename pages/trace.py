"""操作留痕: who asked for what, when, and what came of it; searched, checked as a whole chain, exported."""

import streamlit as st

from planner import panel
from planner.panel import Desk, people
from planner.service import Planner
from planner.service.overseeing import checked_chain, read_trace, trace_csv


def ask_filter(desk: Desk, menus: tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]) -> people.TraceFilter:
    """What the reader looks for."""
    phrasebook, say = desk.phrasebook, desk.phrasebook.say
    persons, subjects, actions = menus
    first, second, third, fourth, last = st.columns([1.6, 1.2, 1.4, 1.4, 1], vertical_alignment="bottom")
    words = first.text_input(say("Search"), key="trace_words", placeholder=say("reason, number, person"))
    anyone = say("all")
    person = second.selectbox(
        say("Person"), ("", *persons), format_func=lambda item: item or anyone, key="trace_person"
    )
    subject = third.selectbox(
        say("Which warning"), ("", *subjects), format_func=lambda item: item or anyone, key="trace_subject"
    )
    action = fourth.selectbox(
        say("Step"),
        ("", *actions),
        format_func=lambda item: people.action_label(phrasebook, item) if item else anyone,
        key="trace_action",
    )
    refused = last.toggle(say("Refused only"), key="trace_refused")
    return people.TraceFilter(words=words, person=person, subject=subject, action=action, refused=refused)


def show_chain(desk: Desk, planner: Planner) -> None:
    """The whole chain checked at a button, and where it breaks; with a hash of an order, whether it is there."""
    say = desk.phrasebook.say
    with st.container(border=True, key="trace_chain"):
        left, right = st.columns([3, 1], vertical_alignment="bottom")
        head = left.text_input(say("Hash printed on an order (optional)"), key="trace_head", max_chars=64)
        if not right.button(say("Check the chain"), icon=":material/link:", key="trace_check", width="stretch"):
            return
        with panel.findings_shown(desk.phrasebook), st.spinner(say("Checking every entry …")):
            found = checked_chain(planner, head)
        if found.first_bad is None:
            st.success(say("The trace is whole: {count} entries, head {head}.", count=found.entries, head=found.head))
        else:
            st.error(
                say("The trace is broken at entry {number} of {count}.", number=found.first_bad, count=found.entries)
            )


def main() -> None:
    """The whole page."""
    desk = panel.the_desk("pages/trace.py")
    planner: Planner = st.session_state["planner"]
    phrasebook, say = desk.phrasebook, desk.phrasebook.say
    st.title(say("Trace"), anchor=False)
    st.caption(say("Every act and every refused one, in a chain of hashes: nothing in it can be changed unseen."))
    with panel.findings_shown(phrasebook):
        entries = read_trace(planner, desk.address.city)
    show_chain(desk, planner)
    found = people.filtered_trace(entries, ask_filter(desk, people.trace_menus(entries)))
    left, right = st.columns([4, 1], vertical_alignment="center")
    left.caption(say("{shown} of {count} entries, the newest first.", shown=len(found), count=len(entries)))
    name = f"trace-{desk.address.city}.csv"
    right.download_button(
        say("Export CSV"),
        trace_csv(found),
        name,
        "text/csv",
        icon=":material/download:",
        key="trace_csv",
        width="stretch",
    )
    panel.show_frame(people.trace_frame(found, phrasebook), people.trace_columns(phrasebook), "trace")


main()
