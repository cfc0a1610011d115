"""指挥: a level chosen, the plan that answers it, and the workbook that leaves the house."""

import streamlit as st

from planner import panel
from planner.panel import CurtailmentFilter, Desk, PlanDocument
from planner.service import Planner, PlanOutcome, PlanRequest, WhatIf
from planner.terms import LEVELS, Grade, Level, Mode, Pollutant

TABLE_HEIGHT = 460
POLLUTANT_CHOICES = (Pollutant.PM, Pollutant.VOCS, Pollutant.SO2, Pollutant.NOX)


def choose_level(desk: Desk, place: panel.Place) -> Desk:
    """Level and mode as chosen, told in the address bar."""
    say, address = desk.phrasebook.say, desk.address
    with place.container(horizontal=True, vertical_alignment="bottom", key="choosers"):
        level = st.segmented_control(
            say("Warning level"),
            LEVELS,
            default=address.level,
            required=True,
            format_func=lambda code: panel.level_choice(desk.phrasebook, code),
            key="level",
        )
        mode = st.segmented_control(
            say("Mode"),
            tuple(Mode),
            default=address.mode,
            required=True,
            format_func=lambda code: panel.word(desk.phrasebook, panel.MODE_WORDS, code),
            help=panel.mode_help(desk.phrasebook),
            key="mode",
        )
    return panel.sit_at(desk, address.at(level=level or address.level, mode=mode or address.mode))


def ask(desk: Desk, planner: Planner, *changes: WhatIf) -> PlanOutcome:
    """The plan for the reader's city, level and mode, with changes a what-if."""
    address = desk.address
    request = PlanRequest(
        city=address.city, level=address.level, mode=address.mode, on=planner.today(), changes=changes
    )
    words = desk.phrasebook.say("Searching the least-cost plan and having it checked …")
    line = st.empty()
    with panel.findings_shown(desk.phrasebook), st.spinner(words, show_time=True):
        outcome: PlanOutcome = st.session_state["ask"](
            request, lambda stage: line.caption(panel.word(desk.phrasebook, panel.STAGE_WORDS, stage))
        )
    line.empty()
    return outcome


def show_heading(words: str) -> None:
    """The name of a card."""
    st.markdown(f"**{words}**", width="content")


def show_cards(desk: Desk, document: PlanDocument) -> None:
    """The four cuts in a row, below them the exchange and the cost."""
    phrasebook = desk.phrasebook
    for place, card in zip(st.columns(4), panel.cut_cards(document, phrasebook), strict=True):
        with place.container(border=True, key=f"card_{card.pollutant}"):
            st.metric(
                card.title, card.share, card.outcome, delta_color="green" if card.met else "red", delta_arrow="off"
            )
            st.html(card.body_html)
    left, right = st.columns([1.15, 1])
    with left.container(border=True, height="stretch", key="card_exchange"):
        show_heading(phrasebook.say("SO₂ and NOx: one cut, exchanged"))
        st.html(panel.exchange_html(document, phrasebook))
    with right.container(border=True, height="stretch", key="card_cost"):
        st.html(panel.cost_html(document, phrasebook))
    with st.container(border=bool(document.baselines), key="card_baselines"):
        st.html(panel.baselines_html(document, phrasebook))


def show_shortfalls(desk: Desk, document: PlanDocument) -> None:
    """What is missing and what can be done, where the cuts cannot all be met."""
    phrasebook = desk.phrasebook
    missing = panel.shortfall_sentences(document, phrasebook)
    if missing:
        st.error(panel.bullets(phrasebook.say("The cuts cannot all be met; this is the nearest plan."), missing))
        st.warning(panel.bullets(phrasebook.say("What can be done"), panel.remedy_sentences(document, phrasebook)))


def show_charts(desk: Desk, document: PlanDocument) -> None:
    """Where the reduction comes from: by reason and by county."""
    phrasebook = desk.phrasebook
    left, right = st.columns([1, 1])
    with left.container(border=True, height="stretch", key="card_basis"):
        show_heading(phrasebook.say("Share of the base by reason"))
        figure = panel.basis_figure(document, phrasebook, dark=desk.dark)
        st.plotly_chart(figure, config=panel.CHART_CONFIG, key="by_basis", alt=panel.basis_alt(document, phrasebook))
        st.caption(phrasebook.say("Rules first, then the filed list beyond them, then what the plan adds."))
    with right.container(border=True, height="stretch", key="card_county"):
        show_counties(desk, document)


@st.fragment
def show_counties(desk: Desk, document: PlanDocument) -> None:
    """The share that each county reduces, for the pollutant that the reader chose."""
    phrasebook = desk.phrasebook
    with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="center"):
        show_heading(phrasebook.say("Reduction by county"))
        pollutant = st.segmented_control(
            phrasebook.say("Pollutant"),
            POLLUTANT_CHOICES,
            default=Pollutant.PM,
            required=True,
            format_func=lambda code: panel.POLLUTANT_SHORT[code],
            label_visibility="collapsed",
            key="county_pollutant",
        )
    figure = panel.county_figure(document, Pollutant(pollutant or Pollutant.PM), desk.names, phrasebook, dark=desk.dark)
    st.plotly_chart(figure, config=panel.CHART_CONFIG, key="by_county")


@st.fragment
def show_table(desk: Desk, document: PlanDocument) -> None:
    """The curtailments with search and filters; a row leads to its enterprise."""
    phrasebook = desk.phrasebook
    frame = panel.curtailment_frame(document, desk.names, phrasebook)
    wanted = choose_filter(desk, frame)
    shown = panel.filter_curtailments(frame, wanted)
    st.caption(panel.table_caption(phrasebook, shown, frame))
    if shown.empty:
        st.info(phrasebook.say("Nothing matches. Clear a filter or search for less."))
        return
    chosen = st.dataframe(
        panel.shown_columns(shown),
        key=f"curtailments_{st.session_state.setdefault('table_round', 0)}",
        height=TABLE_HEIGHT,
        hide_index=True,
        column_config=panel.curtailment_columns(phrasebook),
        on_select="rerun",
        selection_mode="single-row",
        alt=phrasebook.say("Curtailments"),
    )
    for row in chosen["selection"]["rows"]:
        open_enterprise(desk, panel.enterprise_at(shown, row))


def open_enterprise(desk: Desk, enterprise: str) -> None:
    """Leaves for the page of one enterprise."""
    st.session_state["table_round"] += 1
    address = desk.address.at(enterprise=enterprise)
    panel.go_to(address)
    st.switch_page("pages/enterprise.py", query_params=panel.write_address(address))


def choose_filter(desk: Desk, frame: panel.Frame) -> CurtailmentFilter:
    """What the reader wants to see."""
    say = desk.phrasebook.say
    places = st.columns([1.5, 1, 1, 1, 1, 1])
    search = places[0].text_input(say("Search"), placeholder=say("Enterprise, code, line, county …"), key="search")
    chosen = []
    for place, (label, choices) in zip(places[1:], panel.filter_menus(frame, desk.phrasebook), strict=True):
        words = dict(choices)
        chosen.append(
            place.multiselect(
                label, tuple(words), format_func=words.__getitem__, placeholder=say("All"), key=f"filter_{label}"
            )
        )
    counties, industries, grades, measures, bases = (tuple(item) for item in chosen)
    return CurtailmentFilter(
        search=search or "", counties=counties, industries=industries, grades=grades, measures=measures, bases=bases
    )


def show_ground(desk: Desk, document: PlanDocument, findings: panel.Findings) -> None:
    """What the measures and the plan rest on, and what an officer should know."""
    phrasebook = desk.phrasebook
    with st.expander(phrasebook.say("What the measures rest on, and which"), icon=":material/foundation:"):
        columns = panel.ground_columns(phrasebook)
        panel.show_frame(panel.ground_frame(document, phrasebook), columns, "grounds")
        lacking = panel.no_floor_frame(document, desk.names, phrasebook)
        if not lacking.empty:
            st.caption(panel.no_floor_line(document, phrasebook))
            panel.show_frame(lacking, columns, "no_floor")
    with st.expander(panel.rests_on_sentence(document, phrasebook), icon=":material/fact_check:"):
        st.caption(panel.provenance_sentence(document, phrasebook))
        panel.show_frame(panel.rests_on_frame(document, phrasebook), panel.clause_columns(phrasebook), "rests_on")
    if findings:
        label = phrasebook.say("Notes on this plan: {summary}", summary=panel.findings_summary(phrasebook, findings))
        with st.expander(label, icon=":material/info:"):
            frame = panel.finding_frame(phrasebook, findings)
            panel.show_frame(frame, panel.finding_columns(phrasebook), "notes", panel.finding_order(frame))


@st.fragment
def show_what_if(desk: Desk, planner: Planner, document: PlanDocument) -> None:
    """One change, walked the same way, beside the plan."""
    phrasebook = desk.phrasebook
    with st.expander(phrasebook.say("What if …"), icon=":material/compare_arrows:", key="what_if"):
        st.caption(phrasebook.say("The change is planned and checked the same way; it is never stored as a plan."))
        change = choose_change(desk, document)
        if change is not None:
            st.session_state["change"] = (desk.address.city, desk.address.level, desk.address.mode, change)
        kept = st.session_state.get("change")
        if kept is None or kept[:3] != (desk.address.city, desk.address.level, desk.address.mode):
            return
        other = ask(desk, planner, kept[3])
        if other.document is None:
            st.error(phrasebook.say("No plan was found for this change."))
            return
        show_comparison(desk, document, other.document)


def choose_change(desk: Desk, document: PlanDocument) -> WhatIf | None:
    """The change that the reader asks for, None before the button is pressed."""
    phrasebook, say = desk.phrasebook, desk.phrasebook.say
    kinds = {"grade": say("Change a grade"), "exempt": say("Exempt an enterprise"), "target": say("Change the target")}
    kind = st.segmented_control(
        say("Change"), tuple(kinds), default="grade", required=True, format_func=kinds.__getitem__, key="change_kind"
    )
    enterprise: str | None = ""
    value: str = ""
    with st.form("what_if_form", border=False):
        if kind == "target":
            percent = st.number_input(say("Target, %"), 0.0, 100.0, panel.target_percent(document), 1.0)
            value = panel.share_of_percent(percent)
        else:
            names = dict(panel.enterprise_choices(document))
            enterprise = st.selectbox(
                say("Enterprise"), tuple(names), format_func=names.__getitem__, key="change_enterprise"
            )
        if kind == "grade":
            grades = tuple(grade for grade in Grade if grade is not Grade.NONE)
            value = str(
                st.selectbox(say("New grade"), grades, format_func=lambda code: panel.grade_label(phrasebook, code))
            )
        if kind == "exempt":
            value = str(Level.RED)
        if st.form_submit_button(say("Compare"), type="primary"):
            return WhatIf(kind=kind or "grade", enterprise_id=enterprise or "", value=value)
    return None


def show_comparison(desk: Desk, before: PlanDocument, after: PlanDocument) -> None:
    """Cost, cuts and enterprises side by side, and every source that is told something else."""
    phrasebook = desk.phrasebook
    st.markdown(f"**{panel.what_if_sentence(before, after, phrasebook)}**")
    sums = panel.what_if_frame(before, after, phrasebook)
    panel.show_frame(sums, panel.what_if_columns(phrasebook), "what_if_sums")
    changed = panel.changed_frame(before, after, phrasebook)
    st.caption(
        phrasebook.say("{count} lines are told something else.", count=panel.count_text(phrasebook, len(changed)))
    )
    if not changed.empty:
        panel.show_frame(changed, panel.changed_columns(phrasebook), "what_if_lines")


def show_head(desk: Desk, planner: Planner) -> tuple[Desk, PlanOutcome]:
    """Title, choosers, the way out, and the plan."""
    say = desk.phrasebook.say
    left, middle, right = st.columns([1.45, 3.2, 1], vertical_alignment="bottom")
    left.title(say("Heavy pollution: emergency reduction"), anchor=False)
    desk = choose_level(desk, middle)
    outcome = ask(desk, planner)
    if outcome.document is not None:
        right.download_button(
            say("Export the orders"),
            lambda: planner.workbook(outcome.text, desk.address.language),
            file_name=panel.workbook_name(outcome.document, desk.names, desk.phrasebook),
            mime="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            type="primary",
            icon=":material/download:",
            help=say("A workbook of drafts, not issued: every sheet says so."),
            on_click="ignore",
            width="stretch",
            key="export",
        )
    return desk, outcome


def main() -> None:
    """The whole page, from the chosen level down."""
    desk = panel.the_desk("pages/command.py")
    planner: Planner = st.session_state["planner"]
    desk, outcome = show_head(desk, planner)
    document = outcome.document
    if document is None:
        st.error(desk.phrasebook.say("There is no plan that the referee accepts."))
        for line in panel.finding_lines(desk.phrasebook, outcome.findings):
            st.warning(line)
        return
    st.html(panel.headline_html(document, desk.names, desk.phrasebook, is_demo=outcome.is_demo))
    st.html(panel.face_html(document, desk.phrasebook))
    show_shortfalls(desk, document)
    show_cards(desk, document)
    show_charts(desk, document)
    st.subheader(desk.phrasebook.say("Curtailments"), anchor=False)
    show_table(desk, document)
    panel.order_downloads(desk, document, planner.paper)
    show_ground(desk, document, outcome.findings)
    show_what_if(desk, planner, document)


main()
