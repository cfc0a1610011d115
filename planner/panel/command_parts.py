"""Parts of the command page that need a plan only: cards, sketch, course, tables and grounds, each in its place."""

from datetime import datetime

import streamlit as st

from planner.panel.amounts import count_text
from planner.panel.baselines import baselines_html
from planner.panel.cards import cost_html, cut_cards, exchange_html
from planner.panel.county_map import MAP_CONFIG, MapView, Sketch, clicked_county, map_caption, map_figure
from planner.panel.curtailments import (
    CurtailmentFilter,
    Frame,
    curtailment_frame,
    enterprise_at,
    filter_curtailments,
    filter_menus,
    linked_columns,
    shown_columns,
    table_caption,
)
from planner.panel.desk import Desk
from planner.panel.figures import CHART_CONFIG, basis_alt, basis_figure, county_figure
from planner.panel.findings import Findings, finding_frame, finding_order, findings_summary
from planner.panel.grid import (
    changed_columns,
    clause_columns,
    curtailment_columns,
    finding_columns,
    ground_columns,
    show_frame,
)
from planner.panel.grounds import ground_frame, no_floor_frame, no_floor_line
from planner.panel.kept import kept
from planner.panel.order_changes import changes_html
from planner.panel.plan_options import answer_sentences
from planner.panel.sentences import (
    bullets,
    provenance_sentence,
    remedy_sentences,
    rests_on_frame,
    rests_on_sentence,
    shortfall_sentences,
)
from planner.panel.timeline import days_figure, timeline_caption, timeline_figure
from planner.panel.what_if import changed_frame
from planner.panel.words import POLLUTANT_SHORT
from planner.plan import PlanDocument
from planner.terms import Pollutant

__all__ = [
    "show_answers",
    "show_basis",
    "show_cards",
    "show_changes",
    "show_ground",
    "show_map",
    "show_table",
    "show_timeline",
]

TABLE_HEIGHT = 460
FILTERS = ("county", "industry", "grade", "measure", "basis")
MOST_AT_ONCE = 3_000
"""Rows beyond which a table is fetched piece by piece."""
POLLUTANT_CHOICES = (Pollutant.PM, Pollutant.VOCS, Pollutant.SO2, Pollutant.NOX)


def heading(words: str) -> None:
    """The name of a card."""
    st.markdown(f"**{words}**", width="content")


def show_cards(desk: Desk, document: PlanDocument) -> None:
    """The four cuts and the cost in a row, below them the exchange and the baselines."""
    phrasebook = desk.phrasebook
    places = st.columns([1, 1, 1, 1, 1.35])
    for place, card in zip(places, cut_cards(document, phrasebook), strict=False):
        with place.container(border=True, height="stretch", key=f"card_{card.pollutant}"):
            st.metric(
                card.title, card.share, card.outcome, delta_color="green" if card.met else "red", delta_arrow="off"
            )
            st.html(card.body_html)
    with places[-1].container(border=True, height="stretch", key="card_cost"):
        st.html(cost_html(document, phrasebook))
    left, right = st.columns([1, 1.7])
    with left.container(border=True, height="stretch", key="card_exchange"):
        heading(phrasebook.say("SO₂ and NOx: one cut, exchanged"))
        st.html(exchange_html(document, phrasebook))
    with right.container(border=bool(document.baselines), height="stretch", key="card_baselines"):
        st.html(baselines_html(document, phrasebook))


def show_answers(desk: Desk, document: PlanDocument) -> None:
    """What is missing and what can be done; what the plan says of failures and of the order that it follows."""
    phrasebook = desk.phrasebook
    missing = shortfall_sentences(document, phrasebook)
    if missing:
        st.error(bullets(phrasebook.say("The cuts cannot all be met; this is the nearest plan."), missing))
        st.warning(bullets(phrasebook.say("What can be done"), remedy_sentences(document, phrasebook)))
    for line in answer_sentences(document, phrasebook):
        st.info(line, icon=":material/tune:")


def show_map(desk: Desk, document: PlanDocument, sketch: Sketch) -> None:
    """The city by county for a pollutant; a click on a county filters the table."""
    phrasebook = desk.phrasebook
    pollutant = _choose_pollutant(desk)
    if not sketch.outlines:
        _show_bars(desk, document, pollutant)
        return
    view = MapView(document=document, pollutant=pollutant, names=desk.names, phrasebook=phrasebook, dark=desk.dark)
    figure = kept(
        document,
        phrasebook,
        f"map {pollutant} {desk.dark}",
        lambda: map_figure(view, sketch),
    )
    turn = st.session_state.setdefault("map_turn", 0)
    state = st.plotly_chart(
        figure,
        config=MAP_CONFIG,
        key=f"map_{turn}",
        on_select="rerun",
        selection_mode="points",
        alt=map_caption(sketch, desk.names, phrasebook),
    )
    st.caption(map_caption(sketch, desk.names, phrasebook))
    county = clicked_county(state["selection"]["points"])
    if county in desk.names.counties:
        st.session_state["map_turn"] = turn + 1
        st.session_state["filter_county"] = [county]
        st.rerun()


def _choose_pollutant(desk: Desk) -> Pollutant:
    """The pollutant of the sketch."""
    phrasebook = desk.phrasebook
    with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="center"):
        heading(phrasebook.say("Reduction by county"))
        chosen = st.segmented_control(
            phrasebook.say("Pollutant"),
            POLLUTANT_CHOICES,
            default=Pollutant.PM,
            required=True,
            format_func=lambda code: POLLUTANT_SHORT[code],
            label_visibility="collapsed",
            key="county_pollutant",
        )
    return Pollutant(chosen or Pollutant.PM)


def _show_bars(desk: Desk, document: PlanDocument, pollutant: Pollutant) -> None:
    figure = county_figure(document, pollutant, desk.names, desk.phrasebook, dark=desk.dark)
    st.plotly_chart(figure, config=CHART_CONFIG, key="by_county")


def show_timeline(desk: Desk, document: PlanDocument, sketch: Sketch, now: datetime) -> None:
    """When the heaviest measures begin and end; of a plan day by day also what is real on each day."""
    phrasebook, caption = desk.phrasebook, timeline_caption(document, desk.phrasebook)
    heading(phrasebook.say("Course of the episode"))
    figure = timeline_figure(document, sketch.places, phrasebook, now, dark=desk.dark)
    st.plotly_chart(figure, config=CHART_CONFIG, key="timeline", alt=caption)
    st.caption(caption)
    if document.plan.days:
        heading(phrasebook.say("What is real on each day"))
        st.plotly_chart(days_figure(document, phrasebook, dark=desk.dark), config=CHART_CONFIG, key="days")


def show_table(desk: Desk, document: PlanDocument) -> str:
    """The curtailments with search and filters; gives the enterprise of the row that was chosen, '' for none."""
    phrasebook = desk.phrasebook
    frame = kept(document, phrasebook, "table", lambda: curtailment_frame(document, desk.names, phrasebook))
    wanted = _choose_filter(desk, document, frame)
    shown = filter_curtailments(frame, wanted)
    st.caption(table_caption(phrasebook, shown, frame))
    if shown.empty:
        st.info(phrasebook.say("Nothing matches. Clear a filter or search for less."))
        return ""
    if len(shown) > MOST_AT_ONCE:
        _show_large(desk, shown)
        return ""
    chosen = st.dataframe(
        shown_columns(shown),
        key=f"curtailments_{st.session_state.setdefault('table_round', 0)}",
        height=TABLE_HEIGHT,
        hide_index=True,
        column_config=curtailment_columns(phrasebook),
        on_select="rerun",
        selection_mode="single-row",
        alt=phrasebook.say("Curtailments"),
    )
    for row in chosen["selection"]["rows"]:
        st.session_state["table_round"] += 1
        return enterprise_at(shown, row)
    return ""


def _show_large(desk: Desk, shown: Frame) -> None:
    """A table of which the page fetches only what it shows; it knows no selection, so each row carries its link."""
    say = desk.phrasebook.say
    columns = {
        **curtailment_columns(desk.phrasebook),
        "open": st.column_config.LinkColumn(
            say("Open"), display_text=say("look"), width=56, help=say("Opens the enterprise in a tab of its own.")
        ),
    }
    st.dataframe(
        linked_columns(shown, desk.address),
        key="curtailments_large",
        height=TABLE_HEIGHT,
        hide_index=True,
        lazy=True,
        column_config=columns,
        alt=say("Curtailments"),
    )


def _choose_filter(desk: Desk, document: PlanDocument, frame: Frame) -> CurtailmentFilter:
    """What the reader wants to see."""
    phrasebook, say = desk.phrasebook, desk.phrasebook.say
    menus = kept(document, phrasebook, "menus", lambda: filter_menus(frame, phrasebook))
    places = st.columns([1.5, 1, 1, 1, 1, 1])
    search = places[0].text_input(say("Search"), placeholder=say("Enterprise, code, line, county …"), key="search")
    chosen = []
    for place, name, (label, choices) in zip(places[1:], FILTERS, menus, strict=True):
        words, key = dict(choices), f"filter_{name}"
        if key in st.session_state:
            st.session_state[key] = [code for code in st.session_state[key] if code in words]
        chosen.append(
            tuple(
                place.multiselect(label, tuple(words), format_func=words.__getitem__, placeholder=say("All"), key=key)
            )
        )
    counties, industries, grades, measures, bases = chosen
    return CurtailmentFilter(
        search=search or "", counties=counties, industries=industries, grades=grades, measures=measures, bases=bases
    )


def show_basis(desk: Desk, document: PlanDocument) -> None:
    """Where the reduction comes from: by reason, and by county for the pollutant of the sketch."""
    phrasebook = desk.phrasebook
    left, right = st.columns(2)
    with left.container(border=True, height="stretch", key="card_basis"):
        heading(phrasebook.say("Share of the base by reason"))
        figure = basis_figure(document, phrasebook, dark=desk.dark)
        st.plotly_chart(figure, config=CHART_CONFIG, key="by_basis", alt=basis_alt(document, phrasebook))
        st.caption(phrasebook.say("Rules first, then the filed list beyond them, then what the plan adds."))
    with right.container(border=True, height="stretch", key="card_county_bars"):
        pollutant = Pollutant(st.session_state.get("county_pollutant") or Pollutant.PM)
        name = phrasebook.say("Reduction by county")
        heading(f"{name} · {POLLUTANT_SHORT[pollutant]}")
        _show_bars(desk, document, pollutant)


def show_changes(desk: Desk, before: PlanDocument | None, document: PlanDocument) -> None:
    """What this plan changes against the order in force, line by line."""
    phrasebook = desk.phrasebook
    if before is None:
        st.info(
            phrasebook.say(
                "No order is in force. Once a warning is issued, this view tells whom a new plan tells something else."
            ),
            icon=":material/difference:",
        )
        return
    st.html(changes_html(before, document, phrasebook))
    changed = changed_frame(before, document, phrasebook)
    st.caption(phrasebook.say("{count} lines are told something else.", count=count_text(phrasebook, len(changed))))
    if not changed.empty:
        show_frame(changed, changed_columns(phrasebook), "order_changes")


def show_ground(desk: Desk, document: PlanDocument, findings: Findings) -> None:
    """What the measures and the plan rest on, and what an officer should know."""
    phrasebook = desk.phrasebook
    columns = ground_columns(phrasebook)
    show_frame(ground_frame(document, phrasebook), columns, "grounds")
    lacking = no_floor_frame(document, desk.names, phrasebook)
    if not lacking.empty:
        st.caption(no_floor_line(document, phrasebook))
        show_frame(lacking, columns, "no_floor")
    st.markdown(f"**{rests_on_sentence(document, phrasebook)}**")
    st.caption(provenance_sentence(document, phrasebook))
    show_frame(rests_on_frame(document, phrasebook), clause_columns(phrasebook), "rests_on")
    if findings:
        summary = phrasebook.say("Notes on this plan: {summary}", summary=findings_summary(phrasebook, findings))
        st.markdown(f"**{summary}**")
        frame = finding_frame(phrasebook, findings)
        show_frame(frame, finding_columns(phrasebook), "notes", finding_order(frame))
