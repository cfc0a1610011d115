"""The inputs of the warning desk: what each step asks for, as values of the episode room."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta
from typing import TypeVar

import streamlit as st

from planner.compare import level_label
from planner.episode import ActKind, AreaLevel, Channel, Notice, Office, Signature, Terms
from planner.panel.names import Names
from planner.panel.page_parts import level_choice
from planner.panel.warning import office_label
from planner.terms import BEIJING, LEVELS, N_, Level, Phrasebook

__all__ = ["ask_notice", "ask_reason", "ask_signature", "ask_terms", "with_fields"]

Record = TypeVar("Record")

CAUSES = {
    "pm25": N_("fine particles (PM2.5)"),
    "o3": N_("ozone"),
    "dust": N_("dust"),
    "fire": N_("wildfire"),
    "transport": N_("foreign transport"),
    "other": N_("other"),
}
CHANNELS = {Channel.PAPER: N_("on paper"), Channel.TELEPHONE: N_("by telephone")}
MOST_AREAS = 3


def with_fields(record: Record, **fields: object) -> Record:
    """The record with other values in these fields."""
    return replace(record, **fields)  # type: ignore[type-var]


def _moment(day: date, clock: time) -> datetime:
    """A moment in Beijing time."""
    return datetime.combine(day, clock, tzinfo=BEIJING)


def ask_reason(phrasebook: Phrasebook, kind: ActKind) -> str:
    """Why: it goes into the trace and onto the papers."""
    return st.text_input(phrasebook.say("Reason"), key=f"desk_reason_{kind}").strip()


def ask_terms(phrasebook: Phrasebook, names: Names, now: datetime) -> Terms:
    """Levels with their areas, start, end and cause."""
    say = phrasebook.say
    count = st.number_input(
        say("Areas of different level"),
        1,
        MOST_AREAS,
        1,
        key="desk_areas",
        help=say("Where areas overlap, the higher level holds: name the graver area, and the whole city beside it."),
    )
    areas = tuple(_ask_area(phrasebook, names, place) for place in range(int(count)))
    tomorrow = (now + timedelta(days=1)).date()
    start = _ask_moment(say("Start of the measures"), tomorrow, "desk_start")
    is_open = st.toggle(say("End until further notice"), value=True, key="desk_open_end")
    end = None if is_open else _ask_moment(say("End of the measures"), tomorrow + timedelta(days=3), "desk_end")
    cause = st.selectbox(say("Cause"), list(CAUSES), format_func=lambda code: say(CAUSES[code]), key="desk_cause")
    return Terms(areas=areas, start=start, end=end, cause=cause)


def _ask_area(phrasebook: Phrasebook, names: Names, place: int) -> AreaLevel:
    say, counties = phrasebook.say, dict(names.counties)
    left, right = st.columns([1, 2], vertical_alignment="bottom")
    level = left.segmented_control(
        say("Warning level"),
        LEVELS,
        default=Level.ORANGE,
        required=True,
        format_func=lambda code: level_choice(phrasebook, code),
        key=f"desk_level_{place}",
    )
    named = right.multiselect(
        say("Counties; none: the whole city"),
        list(counties),
        format_func=lambda code: counties[code],
        placeholder=say("the whole city"),
        key=f"desk_counties_{place}",
    )
    _offer_groups(phrasebook, names, place)
    return AreaLevel(level=Level(level or Level.ORANGE), counties=tuple(named))


def _offer_groups(phrasebook: Phrasebook, names: Names, place: int) -> None:
    """A button for each group of areas that the city's plan controls together: it names all of them at once."""
    for number, (name, codes) in enumerate(names.area_groups):
        st.button(
            phrasebook.say("Choose: {group}", group=name),
            key=f"desk_group_{place}_{number}",
            icon=":material/select_all:",
            on_click=_choose,
            args=(f"desk_counties_{place}", codes),
        )


def _choose(key: str, codes: tuple[str, ...]) -> None:
    st.session_state[key] = list(codes)


def ask_signature(phrasebook: Phrasebook, needed: Office, now: datetime) -> Signature:
    """Who signed, in which office, how and when; by telephone also by when the paper follows."""
    say = phrasebook.say
    left, middle, right = st.columns(3, vertical_alignment="bottom")
    signer = left.text_input(say("Signer"), key="desk_signer").strip()
    offices = list(Office)
    office = middle.selectbox(
        say("Office"),
        offices,
        index=offices.index(needed),
        format_func=lambda item: office_label(phrasebook, item),
        key="desk_office",
    )
    ways = list(CHANNELS)
    way = right.selectbox(say("Signed"), ways, format_func=lambda item: say(CHANNELS[item]), key="desk_channel")
    channel = Channel(way)
    signed_at = _ask_moment(say("Signed at"), now.date(), "desk_signed", now.time().replace(second=0, microsecond=0))
    due = None
    if channel is Channel.TELEPHONE:
        due = _ask_moment(say("Signature on paper due"), (now + timedelta(days=1)).date(), "desk_due", time(12))
    return Signature(signer=signer, office=office, channel=channel, signed_at=signed_at, paper_due=due)


def ask_notice(phrasebook: Phrasebook, now: datetime) -> Notice:
    """A regional notice: who gave it, its number, level and start, or that it was lifted."""
    say = phrasebook.say
    left, right = st.columns(2)
    issuer = left.text_input(say("Given by"), key="desk_issuer").strip()
    number = right.text_input(say("Number of the notice"), key="desk_number").strip()
    level = st.segmented_control(
        say("Warning level"),
        LEVELS,
        default=Level.ORANGE,
        required=True,
        format_func=lambda code: level_label(phrasebook, code),
        key="desk_notice_level",
    )
    start = _ask_moment(say("Holds from"), now.date(), "desk_notice_start")
    lifted = st.toggle(say("It was lifted"), key="desk_notice_lifted")
    return Notice(issuer=issuer, number=number, level=Level(level or Level.ORANGE), start=start, lifted=lifted)


def _ask_moment(label: str, day: date, key: str, clock: time = time(0)) -> datetime:
    left, right = st.columns(2, vertical_alignment="bottom")
    chosen = left.date_input(label, day, format="YYYY-MM-DD", key=f"{key}_day")
    at = right.time_input(label, clock, label_visibility="hidden", key=f"{key}_time", step=timedelta(minutes=30))
    return _moment(chosen, at)
