"""规则依据: the rules in force on a day, each with its value, instrument, clause and how sure it is."""

import streamlit as st

from planner import panel
from planner.panel import Desk
from planner.service import Planner

TABLE_HEIGHT = 560


def rules_on_a_day(desk: Desk, planner: Planner) -> panel.RulesInForce:
    """The rules in force on the day that the reader chose."""
    say = desk.phrasebook.say
    left, right = st.columns([4, 1], vertical_alignment="bottom")
    left.title(say("Rules in force"), anchor=False)
    on = right.date_input(say("In force on"), planner.today(), format="YYYY-MM-DD", key="rules_on")
    with panel.findings_shown(desk.phrasebook):
        return planner.rules(desk.address.city, on)


def choose_rules(desk: Desk, frame: panel.Frame) -> panel.Frame:
    """The rules that the reader wants to see."""
    say = desk.phrasebook.say
    places = st.columns([1.5, 1, 1, 1, 1, 1])
    search = places[0].text_input(say("Search"), placeholder=say("Rule, instrument, clause …"), key="rule_search")
    chosen = []
    for place, (column, label, choices) in zip(places[1:], panel.rule_menus(frame, desk.phrasebook), strict=True):
        words = place.multiselect(label, choices, placeholder=say("All"), key=f"rules_{column}")
        chosen.append((column, tuple(words)))
    return panel.filter_rules(frame, search or "", chosen)


def main() -> None:
    """The whole page."""
    desk = panel.the_desk("pages/rules.py")
    phrasebook = desk.phrasebook
    rules = rules_on_a_day(desk, st.session_state["planner"])
    frame = panel.rule_frame(rules, desk.names, phrasebook)
    if frame.empty:
        st.info(phrasebook.say("No rule was in force on that day. Choose a later one."))
        return
    st.html(panel.facts_html(panel.rule_facts(rules, phrasebook)))
    shown = choose_rules(desk, frame)
    st.caption(panel.rule_caption(shown, frame, phrasebook))
    st.dataframe(
        shown,
        height=TABLE_HEIGHT,
        hide_index=True,
        column_order=panel.RULE_ORDER,
        column_config=panel.rule_columns(phrasebook),
        key="rules",
    )


main()
