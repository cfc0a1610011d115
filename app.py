"""The panel: page, language, city, and the way to its pages."""

from pathlib import Path

import streamlit as st

from planner.panel import (
    LANGUAGES,
    Address,
    Desk,
    Shelf,
    Tell,
    address_in_use,
    banner_html,
    lead_on,
    make_names,
    moment_now,
    sit_down,
    the_desk,
)
from planner.service import Planner, PlanOutcome, PlanRequest, open_planner
from planner.terms import Phrasebook

STATIC = Path(__file__).parent.joinpath("static")
LANGUAGE_NAMES = {"zh-CN": "中文", "en": "English"}
MOST_PLANS = 24
SIDEBAR_PIXELS = 216
TITLE = "重污染天气应急减排"
PAGES = ("command", "warning", "orders", "checks", "book", "enterprise", "lists", "check_up", "rules")


@st.cache_resource(show_spinner=False)
def the_planner() -> Planner:
    """The planner over its store, shared by all readers."""
    return open_planner()


@st.cache_resource(show_spinner=False)
def plan_shelf() -> Shelf[str, PlanOutcome]:
    """Plans asked for lately, shared by all readers."""
    return Shelf(MOST_PLANS)


@st.cache_resource(show_spinner=False)
def the_phrasebook(_planner: Planner, language: str) -> Phrasebook:
    """The sentences of a language, read once."""
    return _planner.phrasebook(language)


def ask(request: PlanRequest, tell: Tell | None) -> PlanOutcome:
    """The plan of a request over the newest list, grades and confirmations; asked again, it comes back at once."""
    planner = the_planner()
    lists, moves = planner.list_versions(request.city)[:1], planner.grades(request.city).versions()[:1]
    newest = [version.sha256 for version in (*lists, *moves)]
    newest.append(str(planner.law.mark(request.city)))
    return plan_shelf().keep(f"{newest} {request}", lambda: planner.plan(request, tell))


def choose_city(planner: Planner, address: Address, phrasebook: Phrasebook) -> Address:
    """The city that the reader chose in the sidebar."""
    names = {city.slug: make_names(city, (), phrasebook).city for city in planner.cities()}
    slugs = tuple(names)
    chosen = st.selectbox(
        phrasebook.say("City"),
        slugs,
        index=slugs.index(address.city),
        format_func=lambda slug: names[slug],
        key=f"city_{phrasebook.language}",
    )
    return address.at(city=chosen, enterprise=address.enterprise if chosen == address.city else "")


def choose_language(address: Address) -> Address:
    """The language that the reader chose; its own name is said in every language."""
    chosen = st.segmented_control(
        "语言 / Language",
        LANGUAGES,
        default=address.language,
        required=True,
        format_func=lambda code: LANGUAGE_NAMES[code],
        key="language",
    )
    return address.at(language=chosen or address.language)


def show_navigation(phrasebook: Phrasebook) -> None:
    """The way to each page, in the reader's language."""
    say = phrasebook.say
    response, ground = say("Response"), say("What plans rest on")
    st.markdown(f"**{response}**")
    st.page_link("pages/command.py", label=say("Command"), icon=":material/campaign:", width="stretch")
    st.page_link("pages/warning.py", label=say("Warnings"), icon=":material/notifications_active:", width="stretch")
    st.page_link("pages/orders.py", label=say("Orders"), icon=":material/assignment:", width="stretch")
    st.page_link("pages/checks.py", label=say("Checks of execution"), icon=":material/fact_check:", width="stretch")
    st.page_link("pages/book.py", label=say("Book of plans"), icon=":material/menu_book:", width="stretch")
    st.page_link("pages/enterprise.py", label=say("Enterprise"), icon=":material/factory:", width="stretch")
    st.markdown(f"**{ground}**")
    st.page_link("pages/lists.py", label=say("Lists"), icon=":material/table_view:", width="stretch")
    st.page_link("pages/check_up.py", label=say("Check-up of the list"), icon=":material/stethoscope:", width="stretch")
    st.page_link("pages/rules.py", label=say("Rules and clauses"), icon=":material/gavel:", width="stretch")


def lay_desk(planner: Planner) -> None:
    """The sidebar, and from what is chosen there the desk for the page that is about to run."""
    address = address_in_use(tuple(city.slug for city in planner.cities()))
    with st.sidebar:
        navigation = st.container(key="navigation")
        address = choose_language(address)
        phrasebook = the_phrasebook(planner, address.language)
        with navigation:
            show_navigation(phrasebook)
        address = choose_city(planner, address, phrasebook)
        st.caption(phrasebook.say("Drafts only: nothing here is an order until the warning flow signs it."))
    names = make_names(planner.city(address.city), planner.rulebook.industries, phrasebook)
    st.session_state["planner"], st.session_state["ask"] = planner, ask
    sit_down(Desk(address=address, phrasebook=phrasebook, names=names, dark=st.context.theme.type == "dark"))


def show_banner(planner: Planner) -> None:
    """What is in force or under way in the reader's city, at the head of every page."""
    desk = the_desk("app.py")
    banner = planner.desk(desk.address.city).banner(moment_now())
    text = banner_html(banner, desk.phrasebook, dict(desk.names.counties))
    if text:
        st.html(text)


def main() -> None:
    """Lays the desk and runs the page."""
    icon = str(STATIC.joinpath("icon.svg"))
    st.set_page_config(page_title=TITLE, page_icon=icon, layout="wide", initial_sidebar_state=SIDEBAR_PIXELS)
    st.html(STATIC.joinpath("panel.css"))
    pages = [st.Page(f"pages/{name}.py", title=TITLE, default=name == PAGES[0]) for name in PAGES]
    page = st.navigation(pages, position="hidden")
    lay_desk(the_planner())
    lead_on()
    show_banner(the_planner())
    page.run()


main()
