"""规则依据: what is in force at a place, what changed, how far the guide is covered, what the city has confirmed."""

import streamlit as st

from planner import panel
from planner.panel import Desk
from planner.service import Planner
from planner.terms import LEVELS, Grade, Level

TABLE_HEIGHT = 520
FIRST_SHOWN = ("cement", Grade.B)
"""Industry and grade with which the page opens."""


def rules_on_a_day(desk: Desk, planner: Planner) -> panel.RulesInForce:
    """The rules in force on the day that the reader chose."""
    say = desk.phrasebook.say
    left, right = st.columns([4, 1], vertical_alignment="bottom")
    left.title(say("Rules in force"), anchor=False)
    on = right.date_input(say("In force on"), planner.today(), format="YYYY-MM-DD", key="rules_on")
    with panel.findings_shown(desk.phrasebook):
        return planner.rules(desk.address.city, on)


def choose_place(desk: Desk, planner: Planner) -> panel.Cell:
    """The industry, process, grade and level that the reader asks about."""
    say, names, industries = desk.phrasebook.say, desk.names, planner.rulebook.industries
    places = st.columns([1.15, 1.15, 0.8, 1.65])
    codes = panel.industry_choices(industries)
    industry = places[0].selectbox(
        say("Key industry"),
        codes,
        format_func=names.industry,
        index=panel.place_of(codes, FIRST_SHOWN[0]),
        key="law_industry",
    )
    process = places[1].selectbox(
        say("Process"),
        panel.process_choices(industries, industry),
        format_func=lambda code: names.process(industry, code),
        key=f"law_process_{industry}",
    )
    grades = panel.grade_choices(industries, industry, process)
    grade = places[2].selectbox(
        say("Grade"),
        grades,
        format_func=lambda code: panel.grade_label(desk.phrasebook, code),
        index=panel.place_of(grades, FIRST_SHOWN[1]),
        key=f"law_grade_{industry}_{process}",
    )
    level = choose_level(desk, places[3])
    return panel.Cell(industry=industry, sub_process=process, grade=Grade(grade), level=level)


def choose_level(desk: Desk, place: panel.Place) -> Level:
    """The warning level that the reader asks about."""
    level = place.segmented_control(
        desk.phrasebook.say("Warning level"),
        LEVELS,
        default=desk.address.level,
        required=True,
        format_func=lambda code: panel.level_choice(desk.phrasebook, code),
        key="law_level",
    )
    return Level(level or desk.address.level)


def show_place(desk: Desk, planner: Planner, rules: panel.RulesInForce) -> None:
    """The answer of one place as a card, what holds beside it, and every rule in force below."""
    phrasebook = desk.phrasebook
    cell = choose_place(desk, planner)
    with panel.findings_shown(phrasebook):
        found = planner.law.cell(desk.address.city, rules.on, cell)
    st.html(panel.answer_html(found, desk.names, phrasebook))
    if found.beside:
        with st.expander(phrasebook.say("What holds here beside it"), icon=":material/playlist_add:"):
            beside = panel.rules_frame(found.beside, desk.names, phrasebook)
            panel.show_frame(beside, panel.rule_columns(phrasebook), "beside", panel.RULE_ORDER)
    st.subheader(phrasebook.say("All rules in force"), anchor=False)
    show_rules(desk, rules)


def show_rules(desk: Desk, rules: panel.RulesInForce) -> None:
    """All rules in force, with search and filters."""
    phrasebook = desk.phrasebook
    frame = panel.rule_frame(rules, desk.names, phrasebook)
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


def show_changes(desk: Desk, planner: Planner, rules: panel.RulesInForce) -> None:
    """What changed between two days, and whom of the list each change touches."""
    phrasebook, say = desk.phrasebook, desk.phrasebook.say
    left, right, _ = st.columns([1, 1, 3])
    before = left.date_input(say("From"), panel.year_before(rules.on), format="YYYY-MM-DD", key="law_from")
    after = right.date_input(say("To"), rules.on, format="YYYY-MM-DD", key="law_to")
    with panel.findings_shown(phrasebook), st.spinner(say("Comparing the two days …")):
        changes = planner.law_changes(desk.address.city, before, after, None)
        warnings = planner.warning_changes(desk.address.city, before, after)
    for text in panel.warning_change_texts(warnings, phrasebook):
        st.text(text)
    st.caption(panel.changes_sentence(changes, phrasebook))
    if not changes:
        return
    chosen = st.dataframe(
        panel.change_frame(changes, phrasebook),
        hide_index=True,
        height="content",
        column_config=panel.law_columns(phrasebook),
        on_select="rerun",
        selection_mode="single-row",
        key=f"changes_{before}_{after}",
    )
    for row in chosen["selection"]["rows"]:
        show_touched(desk, changes[row])


def show_touched(desk: Desk, change: panel.LawChange) -> None:
    """Whom one change touches."""
    st.markdown(f"**{panel.touched_sentence(change, desk.phrasebook)}**")
    frame = panel.touched_frame(change)
    if not frame.empty:
        panel.show_frame(frame, panel.law_columns(desk.phrasebook), "touched")


def show_coverage(desk: Desk, planner: Planner, rules: panel.RulesInForce) -> None:
    """How far the guide is answered: a picture, and the same in numbers."""
    phrasebook = desk.phrasebook
    rows = planner.law.coverage(desk.address.city, rules.on)
    st.html(panel.facts_html(panel.coverage_facts(rows, phrasebook)))
    st.caption(phrasebook.say("A row an industry, a column a grade and level; where processes differ: part."))
    figure = panel.matrix_figure(planner.rulebook, rules, desk.names, phrasebook, dark=desk.dark)
    alt = phrasebook.say("The same in numbers")
    st.plotly_chart(figure, config=panel.CHART_CONFIG, key="coverage", alt=alt)
    with st.expander(alt, icon=":material/table:"):
        panel.show_frame(panel.coverage_frame(rows, phrasebook), {}, "coverage_table")


def show_open(desk: Desk, planner: Planner, rules: panel.RulesInForce) -> None:
    """Every value that is to be confirmed, and the place to record the city's confirmation."""
    phrasebook, say = desk.phrasebook, desk.phrasebook.say
    choices = dict(panel.open_choices(rules, phrasebook))
    if not choices:
        st.success(say("Every value in force is confirmed."))
        return
    left, right = st.columns([1.9, 1], gap="medium")
    with left:
        chosen = choose_open(desk, rules, choices)
    heading = say("Record a confirmation")
    with right, st.container(border=True, key="card_confirm"):
        st.markdown(f"**{heading}**")
        ask_word(desk, planner, choices, chosen)


def choose_open(desk: Desk, rules: panel.RulesInForce, choices: dict[str, str]) -> str:
    """The values that are to be confirmed as a table; the id of the chosen row, '' where none is chosen."""
    phrasebook = desk.phrasebook
    open_rules = tuple(item for item in rules.rules if item.id in choices)
    frame = panel.rules_frame(open_rules, desk.names, phrasebook)
    count = panel.count_text(phrasebook, len(choices))
    st.caption(phrasebook.say("{count} values are to be confirmed; a chosen row goes into the form.", count=count))
    chosen = st.dataframe(
        frame,
        height=TABLE_HEIGHT,
        hide_index=True,
        column_order=panel.OPEN_ORDER,
        column_config=panel.rule_columns(phrasebook),
        on_select="rerun",
        selection_mode="single-row",
        key=f"open_rules_{count}",
    )
    return next((open_rules[row].id for row in chosen["selection"]["rows"]), "")


def ask_word(
    desk: Desk, planner: Planner, choices: dict[str, str], chosen: str = "", *, withdrawn: bool = False
) -> None:
    """The form of a confirmation or of its withdrawal; what stands against it is told below."""
    codes = tuple(choices)
    say, kind = desk.phrasebook.say, "withdraw" if withdrawn else "confirm"
    with st.form(f"form_{kind}", border=False):
        rule_id = st.selectbox(
            say("Rule"),
            codes,
            format_func=choices.__getitem__,
            index=panel.place_of(codes, chosen),
            key=f"{kind}_rule_{chosen}",
        )
        left, right = st.columns(2)
        by = left.text_input(say("Confirmed by"), key=f"{kind}_by")
        role = right.text_input(say("Office"), key=f"{kind}_role")
        on = left.date_input(say("Date"), planner.today(), format="YYYY-MM-DD", key=f"{kind}_on")
        document = right.text_input(say("Document"), placeholder=say("Number or title"), key=f"{kind}_document")
        note = st.text_input(say("Remark"), key=f"{kind}_note")
        button = say("Withdraw") if withdrawn else say("Record")
        if st.form_submit_button(button, type="primary", key=f"{kind}_send"):
            word = panel.Confirmation(
                city=desk.address.city,
                rule_id=rule_id,
                by=by.strip(),
                role=role.strip(),
                on=on,
                document=document.strip(),
                note=note.strip(),
                withdrawn=withdrawn,
            )
            record(desk, planner, word)
    st.caption(say("Nothing is overwritten: a confirmation, and a withdrawal, is a new entry that stays."))


def record(desk: Desk, planner: Planner, word: panel.Confirmation) -> None:
    """Keeps the word and tells so on the page as it is then."""
    with panel.findings_shown(desk.phrasebook):
        planner.confirm_rule(word)
    st.session_state["recorded"] = word.rule_id
    st.rerun()


def show_words(desk: Desk, planner: Planner, rules: panel.RulesInForce) -> None:
    """All confirmations and withdrawals of the city, and the form that takes one back."""
    phrasebook, say = desk.phrasebook, desk.phrasebook.say
    words = planner.law.recorded(desk.address.city, rules.on)
    if not words:
        st.info(say("The city has confirmed nothing yet."))
        return
    frame = panel.word_frame(words, rules, phrasebook)
    panel.show_frame(frame, panel.law_columns(phrasebook), "words")
    held = dict(panel.confirmed_choices(words, rules, phrasebook))
    if held:
        with st.expander(say("Withdraw a confirmation"), icon=":material/undo:"):
            ask_word(desk, planner, held, withdrawn=True)


def main() -> None:
    """The whole page."""
    desk = panel.the_desk("pages/rules.py")
    planner: Planner = st.session_state["planner"]
    say = desk.phrasebook.say
    rules = rules_on_a_day(desk, planner)
    if not rules.rules:
        st.info(say("No rule was in force on that day. Choose a later one."))
        return
    st.html(panel.facts_html(panel.rule_facts(rules, desk.phrasebook)))
    if st.session_state.pop("recorded", ""):
        st.success(say("Recorded. Plans made from now on carry it."))
    shows = (show_place, show_changes, show_coverage, show_open, show_words)
    heads = (say("In force"), say("Changes"), say("Coverage"), say("To be confirmed"), say("Confirmations"))
    for tab, show in zip(st.tabs(heads, on_change="rerun", key="law_tab"), shows, strict=True):
        if tab.open:
            with tab:
                show(desk, planner, rules)


main()
