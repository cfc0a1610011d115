"""The reader's desk: where the reader is, in which language, kept from page to page and told in the address bar."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from planner.errors import FindingsError
from planner.panel.address import Address, read_address, write_address
from planner.panel.findings import finding_lines
from planner.panel.names import Names
from planner.terms import BEIJING, Phrasebook

__all__ = [
    "Desk",
    "Place",
    "Tell",
    "address_in_use",
    "findings_shown",
    "go_to",
    "lead_on",
    "moment_now",
    "sit_at",
    "sit_down",
    "the_desk",
]

Place = DeltaGenerator
Tell = Callable[[str], None]
ADDRESS = "address"
DESK = "desk"
WANTED = "wanted"


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """What every page needs to speak to the reader."""

    address: Address
    phrasebook: Phrasebook
    names: Names
    dark: bool = False


def address_in_use(cities: tuple[str, ...]) -> Address:
    """Where the reader is; in a fresh session what the link says."""
    if ADDRESS not in st.session_state:
        _, link = st.session_state.get(WANTED, ("", st.query_params.to_dict()))
        st.session_state[ADDRESS] = read_address(link, cities)
    kept: Address = st.session_state[ADDRESS]
    return kept


def go_to(address: Address) -> None:
    """Moves the reader and tells it in the address bar."""
    st.session_state[ADDRESS] = address
    wanted = dict(write_address(address))
    if st.query_params.to_dict() != wanted:
        st.query_params.from_dict(wanted)


def sit_down(desk: Desk) -> None:
    """Lays the desk for the page that is about to run."""
    st.session_state[DESK] = desk
    go_to(desk.address)


def sit_at(desk: Desk, address: Address) -> Desk:
    """The same desk at another address, told in the address bar."""
    moved = replace(desk, address=address)
    sit_down(moved)
    return moved


def the_desk(page: str) -> Desk:
    """The desk that app.py laid.

    Streamlit runs a file of `pages/` by itself where a link leads to it before any session has run app.py: the reader
    is then sent through app.py, which leads on to the page.

    Args:
        page: path of the page that asks, from the folder of app.py.
    """
    if DESK not in st.session_state:
        st.session_state[WANTED] = (page, st.query_params.to_dict())
        st.switch_page("app.py")
    desk: Desk = st.session_state[DESK]
    return desk


def moment_now() -> datetime:
    """The moment of the reader's step, in Beijing time."""
    return datetime.now(BEIJING)


def lead_on() -> None:
    """Leads a reader who came through app.py only on the way to the page of a link."""
    page, _ = st.session_state.pop(WANTED, ("", {}))
    if page:
        st.switch_page(page, query_params=write_address(st.session_state[ADDRESS]))


@contextmanager
def findings_shown(phrasebook: Phrasebook) -> Iterator[None]:
    """Shows what the work cannot go on from, with its repair, and ends the page there."""
    try:
        yield
    except FindingsError as error:
        for line in finding_lines(phrasebook, error.findings):
            st.error(line)
        st.stop()
