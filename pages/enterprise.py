"""企业: one enterprise's lines at each level, why, its peers, hours, orders and receipts; printable as a reply."""

import streamlit as st

from planner import panel
from planner.panel import Desk, PlanDocument, firm_paper
from planner.panel.plan_options import options_in_use
from planner.panel.work import called_off_now, look_again, reader_id, wait_for
from planner.service import Planner, PlanOutcome
from planner.service.firm_history import firm_orders, season_hours
from planner.service.panel_wishes import wish_of
from planner.service.wishes import PlanWish, order_in_use
from planner.terms import LEVELS, Level


def wish(desk: Desk, planner: Planner, level: Level) -> PlanWish:
    """The plan that the reader came from, at a level."""
    order = order_in_use(planner, desk.address.city, panel.moment_now())
    return wish_of(planner, desk.address.at(level=level), options_in_use(), order)


def the_plan(desk: Desk, planner: Planner) -> PlanOutcome:
    """The stored plan of the address, else the plan that the reader came from."""
    with panel.findings_shown(desk.phrasebook):
        if desk.address.plan:
            outcome: PlanOutcome = st.session_state["read_plan"](int(desk.address.plan))
        else:
            outcome = st.session_state["ask"](wish(desk, planner, desk.address.level))
    return outcome


def choose_enterprise(desk: Desk, document: PlanDocument) -> Desk:
    """The enterprise that the reader looks at."""
    say = desk.phrasebook.say
    names = dict(panel.enterprise_choices(document))
    codes = tuple(names)
    chosen = st.selectbox(
        say("Enterprise"),
        codes,
        index=codes.index(desk.address.enterprise) if desk.address.enterprise in names else None,
        format_func=lambda code: f"{names[code]}　{code}",
        placeholder=say("Name or credit code"),
        key=f"enterprise_{desk.address.enterprise}",
    )
    return panel.sit_at(desk, desk.address.at(enterprise=chosen or ""))


def show_grades(desk: Desk, explanation: panel.Explanation) -> None:
    """How the enterprise's grades moved."""
    phrasebook = desk.phrasebook
    st.subheader(phrasebook.say("History of the grade"), anchor=False)
    if not explanation.moves:
        st.caption(phrasebook.say("No move of its grade is recorded; the list's own grade holds."))
        return
    for sentence in panel.recent_grade_sentences(explanation, phrasebook):
        st.warning(sentence)
    frame = panel.grade_frame(explanation, desk.names, phrasebook)
    heads = [column["label"] or "" for column in panel.grade_columns(phrasebook).values() if column]
    st.html(firm_paper.table_html(heads, frame.itertuples(index=False, name=None)))


def show_levels(desk: Desk, planner: Planner, explanation: panel.Explanation, shown: Level) -> None:
    """Every line with what it must do at each level; levels not at hand are made ahead."""
    phrasebook = desk.phrasebook
    st.subheader(phrasebook.say("Lines and measures, level by level"), anchor=False)
    views = {shown: explanation}
    for level in LEVELS:
        found = None if level is shown else st.session_state["glance"](wish(desk, planner, level))
        if found is not None and found.document is not None:
            views[level] = planner.explain(found.document, desk.address.enterprise)
    st.html(firm_paper.levels_html(views, shown, phrasebook))
    if len(views) < len(LEVELS):
        st.caption(phrasebook.say("The other levels are being planned and join the table by themselves."))
        lacking = [wish(desk, planner, level) for level in LEVELS if level not in views]
        look_again(lambda: any(st.session_state["glance"](item) is not None for item in lacking))


def show_peers(desk: Desk, explanation: panel.Explanation) -> None:
    """Firms of the same county, process and grade."""
    phrasebook = desk.phrasebook
    st.subheader(phrasebook.say("Peers"), anchor=False)
    table = firm_paper.peers_html(explanation, desk.names, phrasebook)
    if not table:
        st.caption(
            phrasebook.say("No other firm of the same county, process and grade: there are no peers to compare.")
        )
        return
    st.caption(phrasebook.say("Same county, process and grade: the same share is required of all."))
    st.html(table)


def show_history(desk: Desk, planner: Planner, explanation: panel.Explanation) -> None:
    """Hours of the season, orders and receipts, as the warning desk holds them."""
    phrasebook, say = desk.phrasebook, desk.phrasebook.say
    office, now = planner.desk(desk.address.city), panel.moment_now()
    sources = frozenset(item.source_id for item in explanation.sources)
    st.subheader(say("Hours of this season"), anchor=False)
    hours = {item.source_id: item.hours for item in season_hours(office, sources, now)}
    table = firm_paper.hours_html(hours, explanation, phrasebook)
    if table:
        st.html(table)
    else:
        st.caption(say("No line of it stood still under a live warning this season."))
    st.subheader(say("Orders and receipts"), anchor=False)
    table = firm_paper.orders_html(firm_orders(office, desk.address.enterprise), phrasebook)
    if table:
        st.html(table)
    else:
        st.caption(say("No order was made out to it. Orders are made when a warning is issued."))


def show_options(desk: Desk, explanation: panel.Explanation) -> None:
    """For the chosen line what else it could be told."""
    phrasebook = desk.phrasebook
    st.subheader(phrasebook.say("What this line could be told"), anchor=False)
    titles = tuple(range(len(explanation.sources)))
    place = 0
    if len(titles) > 1:
        place = st.selectbox(
            phrasebook.say("Line"),
            titles,
            format_func=lambda at: panel.source_title(explanation.sources[at]),
            key=f"line_{explanation.enterprise_id}",
        )
    frame = panel.option_frame(explanation.sources[place], phrasebook)
    panel.show_frame(frame, panel.option_columns(phrasebook), "options")


def show_second_looks(desk: Desk, planner: Planner, document: PlanDocument, explanation: panel.Explanation) -> None:
    """On demand: what sparing the enterprise would cost, and what other grades would oblige it to."""
    phrasebook, code, say = desk.phrasebook, desk.address.enterprise, desk.phrasebook.say
    key = f"spare {firm_paper.mark_of(document)} {code}"
    st.subheader(say("What if it were spared"), anchor=False)
    st.caption(say("The plan is solved again twice; nothing is stored."))
    pressed = st.button(say("Solve again"), key=f"spare_{code}")
    if called_off_now("spare", phrasebook):
        st.session_state.pop("spared", None)
    if pressed or st.session_state.get("spared") == key:
        st.session_state["spared"] = key
        show_spared(desk, planner, document, key)
    if explanation.enterprise_id and st.button(say("What other grades would mean"), key=f"grades_{code}"):
        st.session_state["grades_shown"] = key
    if st.session_state.get("grades_shown") == key:  # the page draws itself anew when another level is planned
        with panel.findings_shown(phrasebook):
            frame = panel.other_grade_frame(planner.other_grades(document, code), phrasebook)
        panel.show_frame(frame, panel.other_grade_columns(phrasebook), "other_grades")


def show_spared(desk: Desk, planner: Planner, document: PlanDocument, key: str) -> None:
    """What sparing the enterprise would cost, worked out in the queue and kept for this session."""
    phrasebook, code = desk.phrasebook, desk.address.enterprise
    if st.session_state.get("spared_answer", ("", None))[0] != key:
        with panel.findings_shown(phrasebook):
            task = st.session_state["queue"].ask(key, lambda _: planner.replacement(document, code), reader_id())
            wait_for(task, phrasebook, "spare")
            st.session_state["spared_answer"] = (key, task.answer())
    for sentence in panel.replacement_sentences(st.session_state["spared_answer"][1], phrasebook):
        st.markdown(f"- {sentence}")


def main() -> None:
    """The whole page."""
    desk = panel.the_desk("pages/enterprise.py")
    planner: Planner = st.session_state["planner"]
    st.title(desk.phrasebook.say("Enterprise"), anchor=False)
    outcome = the_plan(desk, planner)
    document = outcome.document
    if document is None:
        st.error(desk.phrasebook.say("There is no plan that the referee accepts."))
        return
    desk = choose_enterprise(desk, document)
    if not desk.address.enterprise:
        st.info(desk.phrasebook.say("Choose an enterprise above, or a row in the table of the command page."))
        return
    with panel.findings_shown(desk.phrasebook):
        explanation = planner.explain(document, desk.address.enterprise)
    st.html(panel.enterprise_band(explanation, document, desk.phrasebook))
    st.html(panel.facts_html(panel.enterprise_facts(explanation, document, desk.names, desk.phrasebook)))
    show_levels(desk, planner, explanation, Level(document.problem.header.level))
    st.subheader(desk.phrasebook.say("Why"), anchor=False)
    st.html(firm_paper.reasons_html(explanation, desk.phrasebook))
    show_peers(desk, explanation)
    show_grades(desk, explanation)
    show_history(desk, planner, explanation)
    st.html(firm_paper.paper_foot(document, panel.moment_now(), desk.phrasebook))
    with st.container(key="screen_only"):
        st.caption(desk.phrasebook.say("Print the page with the browser: it prints as a reply, without what follows."))
        show_options(desk, explanation)
        show_second_looks(desk, planner, document, explanation)


main()
