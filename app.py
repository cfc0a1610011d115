"""The panel: page, language, city, and the way to its pages."""

from pathlib import Path

import streamlit as st

from planner.panel import LANGUAGES, Address, Desk, Shelf, Tell, address_in_use, make_names, sit_down
from planner.service import Planner, PlanOutcome, PlanRequest, open_planner
from planner.terms import Phrasebook

HERE = Path(__file__).parent
LANGUAGE_NAMES = {"zh-CN": "中文", "en": "English"}
MOST_PLANS = 24
SIDEBAR_PIXELS = 216


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
    """The plan of a request over the newest list; asked again, it comes back at once."""
    planner = the_planner()
    newest = [version.sha256 for version in planner.list_versions(request.city)[:1]]
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


def main() -> None:
    """Lays the desk and runs the page."""
    st.set_page_config(
        page_title="重污染天气应急减排",
        page_icon=str(HERE / "static" / "icon.svg"),
        layout="wide",
        initial_sidebar_state=SIDEBAR_PIXELS,
    )
    st.html(HERE / "static" / "panel.css")
    planner = the_planner()
    address = address_in_use(tuple(city.slug for city in planner.cities()))
    with st.sidebar:
        address = choose_language(address)
        phrasebook = the_phrasebook(planner, address.language)
        address = choose_city(planner, address, phrasebook)
        st.caption(phrasebook.say("Drafts only: nothing here is an order until the warning flow signs it."))
    names = make_names(planner.city(address.city), planner.rulebook.industries, phrasebook)
    st.session_state["planner"], st.session_state["ask"] = planner, ask
    sit_down(Desk(address=address, phrasebook=phrasebook, names=names, dark=st.context.theme.type == "dark"))
    st.navigation(
        {
            phrasebook.say("Response"): [
                st.Page("pages/command.py", title=phrasebook.say("Command"), icon=":material/campaign:", default=True),
                st.Page("pages/enterprise.py", title=phrasebook.say("Enterprise"), icon=":material/factory:"),
            ],
            phrasebook.say("What plans rest on"): [
                st.Page("pages/lists.py", title=phrasebook.say("Lists"), icon=":material/table_view:"),
                st.Page("pages/rules.py", title=phrasebook.say("Rules and clauses"), icon=":material/gavel:"),
            ],
        }
    ).run()


main()
