"""The panel: page, language, city, and the way to its pages."""

from pathlib import Path

import streamlit as st

from planner.panel import (
    LANGUAGES,
    Address,
    Desk,
    Shelf,
    address_in_use,
    banner_html,
    findings_shown,
    go_to,
    lead_on,
    make_names,
    moment_now,
    people,
    sit_down,
    the_desk,
    write_address,
)
from planner.service import Planner, open_planner
from planner.service.entrance import Entrance, Session
from planner.service.plan_desk import PlanDesk
from planner.service.sign_in_ways import Way
from planner.service.work_queue import WorkQueue
from planner.terms import Phrasebook

STATIC = Path(__file__).parent.joinpath("static")
LANGUAGE_NAMES = {"zh-CN": "中文", "en": "English"}
MOST_PLANS = 24
SIDEBAR_PIXELS = 216
TITLE = "重污染天气应急减排"
ROOT_NAME = "start"
"""The first page is served at the root and reserves this name, so that a link to /command can lead there."""
PAGES = (
    "command",
    "warning",
    "orders",
    "checks",
    "book",
    "enterprise",
    "season",
    "lists",
    "check_up",
    "scenarios",
    "winter",
    "rules",
    "trace",
    "settings",
)
WATCH_SECONDS = 30
DOOR = ("sign_in_name", "sign_in_password")


@st.cache_resource(show_spinner=False)
def the_planner() -> Planner:
    """The planner over its store, shared by all readers."""
    return open_planner()


@st.cache_resource(show_spinner=False)
def the_entrance(_planner: Planner) -> Entrance:
    """The door of this panel."""
    return Entrance(planner=_planner, address=str(st.get_option("server.address") or ""))


@st.cache_resource(show_spinner=False)
def plan_desk(_planner: Planner) -> PlanDesk:
    """The plans asked for lately and the one queue of long work, shared by all readers of this process."""
    return PlanDesk(planner=_planner, shelf=Shelf(MOST_PLANS), queue=WorkQueue())


@st.cache_resource(show_spinner=False)
def the_phrasebook(_planner: Planner, language: str) -> Phrasebook:
    """The sentences of a language, read once."""
    return _planner.phrasebook(language)


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
    if chosen == address.city:
        return address
    return address.at(city=chosen, enterprise="", plan="")


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


def let_in(planner: Planner, phrasebook: Phrasebook) -> Planner:
    """The planner in the hands of whoever signed in; the page stops at the door where nobody has."""
    entrance, now = the_entrance(planner), moment_now()
    st.session_state["entrance"] = entrance
    with findings_shown(phrasebook):
        asked = entrance.asks(st.context.headers)
    session: Session | None = st.session_state.get("session") if asked else None
    if session is not None:
        session = entrance.goes_on(session, now)
        st.session_state["told_out"] = session is None
        for name in DOOR:  # Streamlit may still hold what was typed there, the password too
            st.session_state.pop(name, None)
    if asked and session is None:
        for name in ("session", "desk", "planner"):
            st.session_state.pop(name, None)
        session = at_the_door(entrance, phrasebook)
    st.session_state["session"] = session
    return planner.acting(session.person if session else None)


def at_the_door(entrance: Entrance, phrasebook: Phrasebook) -> Session:
    """The sign-in page; the script goes on behind it once somebody is let in."""
    say = phrasebook.say
    _, middle, _ = st.columns([1, 1.3, 1])
    with middle:
        st.title(say("Heavy pollution: emergency reduction"), anchor=False)
        if st.session_state.get("told_out"):
            st.info(say("You were signed out after a time without a step, or because your account was changed."))
        with findings_shown(phrasebook):
            session = signed_in(entrance, phrasebook)
    if session is None:
        st.stop()
    st.session_state["session"], st.session_state["told_out"] = session, False
    st.rerun()


def signed_in(entrance: Entrance, phrasebook: Phrasebook) -> Session | None:
    """The session of the person who comes in by the way that the installation has chosen."""
    say, now = phrasebook.say, moment_now()
    if entrance.way.way is Way.ACCOUNTS:
        with st.form("sign_in"):
            name = st.text_input(say("Account"), key="sign_in_name", max_chars=200)
            password = st.text_input(say("Password"), type="password", key="sign_in_password", max_chars=256)
            pressed = st.form_submit_button(say("Sign in"), type="primary", width="stretch")
        return entrance.by_password(name, password, now) if pressed else None
    if entrance.way.way is Way.PROXY:
        values = {name: st.context.headers.get_all(name) for name in entrance.proxy_headers()}
        stays = st.session_state.get("told_out") and not st.button(say("Sign in"), type="primary", key="go_on")
        return None if stays else entrance.by_proxy(values, now)
    if st.user.is_logged_in and not st.session_state.get("told_out"):
        if st.button(say("Sign out"), key="provider_out"):
            st.logout()
        return entrance.by_provider(st.user.to_dict(), now)
    if st.button(say("Sign in"), type="primary", key="provider_in", width="stretch"):
        st.session_state["told_out"] = False
        st.login()
    return None


def show_person(entrance: Entrance, phrasebook: Phrasebook) -> None:
    """Who is signed in, and the way out; without accounts, what that means."""
    say, session = phrasebook.say, st.session_state["session"]
    if session is None:
        st.caption(say("No accounts yet: whoever opens the panel on this machine acts by name, in every role."))
        return
    person = session.person
    st.markdown(f"**{person.name}** · {people.role_label(phrasebook, person.role)} {person.county_code}")
    if st.button(say("Sign out"), icon=":material/logout:", key="sign_out", width="stretch"):
        entrance.accounts.leave(person, moment_now(), timed_out=False)
        st.session_state.clear()
        if entrance.way.way is Way.OIDC:
            st.logout()
        st.rerun()
    watch()


@st.fragment(run_every=WATCH_SECONDS)
def watch() -> None:
    """Looks from time to time whether the session is over, and clears the screen then; looking is no step."""
    session, entrance = st.session_state.get("session"), st.session_state.get("entrance")
    if session is not None and entrance is not None and entrance.is_over(session, moment_now()):
        st.rerun()


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
    st.page_link("pages/season.py", label=say("Season"), icon=":material/ac_unit:", width="stretch")
    st.markdown(f"**{ground}**")
    st.page_link("pages/lists.py", label=say("Lists"), icon=":material/table_view:", width="stretch")
    st.page_link("pages/check_up.py", label=say("Check-up of the list"), icon=":material/stethoscope:", width="stretch")
    st.page_link("pages/scenarios.py", label=say("What-ifs"), icon=":material/alt_route:", width="stretch")
    st.page_link("pages/winter.py", label=say("A winter ahead"), icon=":material/ac_unit:", width="stretch")
    st.page_link("pages/rules.py", label=say("Rules and clauses"), icon=":material/gavel:", width="stretch")
    show_oversight(phrasebook)


def show_oversight(phrasebook: Phrasebook) -> None:
    """The way to trace and settings, for those who may look there."""
    say, session, entrance = phrasebook.say, st.session_state["session"], st.session_state["entrance"]
    head = say("Oversight")
    st.markdown(f"**{head}**")
    if entrance.may_trace(session.person if session else None):
        st.page_link("pages/trace.py", label=say("Trace"), icon=":material/history:", width="stretch")
    st.page_link("pages/settings.py", label=say("Settings"), icon=":material/settings:", width="stretch")


def lay_desk(planner: Planner) -> None:
    """The sidebar, and from what is chosen there the desk for the page that is about to run."""
    address = address_in_use(tuple(city.slug for city in planner.cities()))
    with st.sidebar:
        navigation = st.container(key="navigation")
        address = choose_language(address)
    phrasebook = the_phrasebook(planner, address.language)
    go_to(address)
    planner = let_in(planner, phrasebook)
    with navigation:
        show_navigation(phrasebook)
    with st.sidebar:
        address = choose_city(planner, address, phrasebook)
        show_person(the_entrance(the_planner()), phrasebook)
        st.caption(phrasebook.say("Drafts only: nothing here is an order until the warning flow signs it."))
    names = make_names(planner.city(address.city), planner.rulebook.industries, phrasebook)
    plans = plan_desk(planner)
    st.session_state["planner"], st.session_state["queue"] = planner, plans.queue
    st.session_state["ask"], st.session_state["glance"], st.session_state["read_plan"] = (
        plans.ask,
        plans.glance,
        plans.read,
    )
    sit_down(Desk(address=address, phrasebook=phrasebook, names=names, dark=st.context.theme.type == "dark"))


def show_banner(planner: Planner) -> None:
    """What is in force or under way in the reader's city, at the head of every page."""
    desk = the_desk("app.py")
    banner = planner.desk(desk.address.city).banner(moment_now())
    text = banner_html(banner, desk.phrasebook, dict(desk.names.counties))
    if text:
        st.html(text)


def lead_to_command() -> None:
    """The way from a link to the command page's own name: the page itself has no name, being the first."""
    st.switch_page("pages/command.py", query_params=write_address(the_desk("app.py").address))


def main() -> None:
    """Lays the desk and runs the page."""
    icon = str(STATIC.joinpath("icon.svg"))
    st.set_page_config(page_title=TITLE, page_icon=icon, layout="wide", initial_sidebar_state=SIDEBAR_PIXELS)
    st.html(STATIC.joinpath("panel.css"))
    first, *others = PAGES
    pages = [st.Page(f"pages/{name}.py", title=TITLE) for name in others]
    pages.append(st.Page(f"pages/{first}.py", title=TITLE, default=True, url_path=ROOT_NAME))
    pages.append(st.Page(lead_to_command, title=TITLE, url_path=first))
    page = st.navigation(pages, position="hidden")
    lay_desk(the_planner())
    lead_on()
    show_banner(the_planner())
    page.run()


main()
