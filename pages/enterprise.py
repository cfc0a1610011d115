"""企业: one enterprise's lines, what each must do and why, what else it could do, and its peers."""

import streamlit as st

from planner import panel
from planner.panel import Desk, PlanDocument
from planner.service import Planner, PlanOutcome, PlanRequest


def ask(desk: Desk, planner: Planner) -> PlanOutcome:
    """The plan that the reader came from."""
    address = desk.address
    request = PlanRequest(city=address.city, level=address.level, mode=address.mode, on=planner.today())
    with panel.findings_shown(desk.phrasebook), st.spinner(desk.phrasebook.say("Fetching the plan …")):
        outcome: PlanOutcome = st.session_state["ask"](request, None)
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
    """How the enterprise's grades moved; nothing where they never did."""
    if not explanation.moves:
        return
    phrasebook = desk.phrasebook
    st.subheader(phrasebook.say("History of the grade"), anchor=False)
    for sentence in panel.recent_grade_sentences(explanation, phrasebook):
        st.warning(sentence)
    frame = panel.grade_frame(explanation, desk.names, phrasebook)
    panel.show_frame(frame, panel.grade_columns(phrasebook), "grades")


def show_lines(desk: Desk, explanation: panel.Explanation) -> None:
    """Every line with its measure."""
    phrasebook = desk.phrasebook
    st.subheader(phrasebook.say("Lines and measures"), anchor=False)
    panel.show_frame(panel.line_frame(explanation, phrasebook), panel.line_columns(phrasebook), "lines")


def show_reasons(desk: Desk, explanation: panel.Explanation) -> None:
    """For the chosen line: why, on which clauses, and what else it could be told."""
    phrasebook = desk.phrasebook
    titles = tuple(range(len(explanation.sources)))
    st.subheader(phrasebook.say("Why"), anchor=False)
    place = 0
    if len(titles) > 1:
        place = st.selectbox(
            phrasebook.say("Line"),
            titles,
            format_func=lambda at: panel.source_title(explanation.sources[at]),
            key=f"line_{explanation.enterprise_id}",
        )
    view = explanation.sources[place]
    st.markdown(f"**{panel.why_sentence(view, phrasebook)}**")
    required = panel.required_sentence(view, phrasebook)
    if required:
        st.caption(required)
    clauses = panel.clause_frame(view, phrasebook)
    if clauses.empty:
        st.info(phrasebook.say("No clause orders anything of this line."))
    else:
        panel.show_frame(clauses, panel.clause_columns(phrasebook), "clauses")
    st.subheader(phrasebook.say("What this line could be told"), anchor=False)
    panel.show_frame(panel.option_frame(view, phrasebook), panel.option_columns(phrasebook), "options")


def show_peers(desk: Desk, explanation: panel.Explanation) -> None:
    """Firms of the same county, process and grade."""
    phrasebook = desk.phrasebook
    peers = panel.peer_frame(explanation, desk.names, phrasebook)
    st.subheader(phrasebook.say("Peers"), anchor=False)
    if peers.empty or peers["self"].all():
        st.caption(
            phrasebook.say("No other firm of the same county, process and grade: there are no peers to compare.")
        )
        return
    st.caption(phrasebook.say("Same county, process and grade: the same share is required of all."))
    panel.show_frame(peers, panel.peer_columns(phrasebook), "peers")


def show_second_looks(desk: Desk, planner: Planner, document: PlanDocument, explanation: panel.Explanation) -> None:
    """On demand: what sparing the enterprise would cost, and what other grades would oblige it to."""
    phrasebook, code = desk.phrasebook, desk.address.enterprise
    st.subheader(phrasebook.say("What if it were spared"), anchor=False)
    st.caption(phrasebook.say("The plan is solved again twice; nothing is stored."))
    if st.button(phrasebook.say("Solve again"), key=f"spare_{code}"):
        with panel.findings_shown(phrasebook), st.spinner(phrasebook.say("Solving again …"), show_time=True):
            for sentence in panel.replacement_sentences(planner.replacement(document, code), phrasebook):
                st.markdown(f"- {sentence}")
    if explanation.enterprise_id and st.button(phrasebook.say("What other grades would mean"), key=f"grades_{code}"):
        with panel.findings_shown(phrasebook):
            frame = panel.other_grade_frame(planner.other_grades(document, code), phrasebook)
        panel.show_frame(frame, panel.other_grade_columns(phrasebook), "other_grades")


def main() -> None:
    """The whole page."""
    desk = panel.the_desk("pages/enterprise.py")
    planner: Planner = st.session_state["planner"]
    st.title(desk.phrasebook.say("Enterprise"), anchor=False)
    outcome = ask(desk, planner)
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
    show_grades(desk, explanation)
    show_lines(desk, explanation)
    show_reasons(desk, explanation)
    show_peers(desk, explanation)
    show_second_looks(desk, planner, document, explanation)


main()
