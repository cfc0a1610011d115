"""设置: accounts, how long sessions last and what is stored is kept, and what this installation is made of."""

import streamlit as st

from planner import panel
from planner.panel import Desk, people
from planner.service import Planner
from planner.service.desk import RANGES, Accounts, NewAccount, Person, Setting, Settings
from planner.service.entrance import Entrance
from planner.service.overseeing import Installation, installation_of


def show_installation(desk: Desk, found: Installation) -> None:
    """Versions of planner, rules and list, where the store is, and how people sign in."""
    phrasebook, say = desk.phrasebook, desk.phrasebook.say
    st.subheader(say("This installation"), anchor=False)
    listed = say("version {version}", version=found.list_version) if found.list_version else say("demonstration list")
    facts = (
        (say("Planner"), found.planner_version),
        (say("Rules"), found.rules_sha256[:16]),
        (say("List in use"), f"{listed} · {found.list_file} · {found.list_sha256[:16]}"),
        (say("Store"), found.store),
        (say("Signing in"), people.way_label(phrasebook, found.way)),
    )
    st.html(panel.facts_html(facts))


def show_settings(desk: Desk, planner: Planner, found: Installation) -> None:
    """The settings, each with what it sets; below them what is past its period."""
    phrasebook, say = desk.phrasebook, desk.phrasebook.say
    settings = Settings(planner.store)
    st.subheader(say("Sessions and retention"), anchor=False)
    with st.form("settings"):
        wanted = {item: ask_number(desk, item, value) for item, value in settings.values()}
        pressed = st.form_submit_button(say("Save"), type="primary")
    if pressed:
        with panel.findings_shown(phrasebook):
            for item, value in settings.values():
                if wanted[item] != value:
                    settings.put(item, wanted[item], planner.person, panel.moment_now())
        st.rerun()
    for kept in found.kept:
        unit = people.setting_unit(phrasebook, kept.setting)
        st.caption(say("{what}: {count} kept, {past} past their period.", what=unit, count=kept.count, past=kept.past))
    st.caption(say("Nothing is deleted by itself: the keeper of the database archives what is past its period."))


def ask_number(desk: Desk, setting: Setting, value: int) -> int:
    """The value that the reader wants."""
    least, most, _ = RANGES[setting]
    label = people.setting_label(desk.phrasebook, setting)
    return int(st.number_input(label, least, most, value, key=f"setting_{setting}"))


def show_accounts(desk: Desk, planner: Planner, admin: Person) -> None:
    """All accounts, and what an admin does with them."""
    phrasebook, say = desk.phrasebook, desk.phrasebook.say
    accounts, counties = Accounts(planner.store), dict(desk.names.counties)
    st.subheader(say("Accounts"), anchor=False)
    rows = accounts.all()
    known = tuple((item.identity, item.account) for item in accounts.identities())
    frame = people.account_frame(rows, known, phrasebook, counties)
    panel.show_frame(frame, people.account_columns(phrasebook), "accounts")
    left, right = st.columns(2)
    with left, st.expander(say("Add account"), icon=":material/person_add:"):
        add_account(desk, accounts, admin)
    with right, st.expander(say("Change an account"), icon=":material/manage_accounts:"):
        change_account(desk, accounts, admin, tuple(item.name for item in rows))


def add_account(desk: Desk, accounts: Accounts, admin: Person) -> None:
    """The form of a new account."""
    phrasebook, say = desk.phrasebook, desk.phrasebook.say
    counties = dict(desk.names.counties)
    with st.form("account_add", clear_on_submit=True, border=False):
        name = st.text_input(say("Account"), key="account_name")
        role = st.selectbox(
            say("Role"), people.ROLES, format_func=lambda item: people.role_label(phrasebook, item), key="account_role"
        )
        county = st.selectbox(
            say("Area"),
            ("", *counties),
            format_func=lambda code: counties.get(code, say("the whole city")),
            key="account_county",
        )
        identity = st.text_input(say("Outside identity (OIDC, proxy)"), key="account_identity")
        password = st.text_input(say("Password"), type="password", key="account_password")
        pressed = st.form_submit_button(say("Add account"), type="primary")
    if pressed:
        new = NewAccount(name=name, role=role, password=password, county_code=county, identity=identity)
        with panel.findings_shown(phrasebook):
            accounts.add(new, admin, panel.moment_now())
        st.rerun()


def change_account(desk: Desk, accounts: Accounts, admin: Person, names: tuple[str, ...]) -> None:
    """Disable, enable, another password, an outside identity."""
    say, now = desk.phrasebook.say, panel.moment_now()
    name = st.selectbox(say("Which account"), names, key="account_chosen")
    left, right = st.columns(2)
    disable = left.button(say("Disable account"), key="account_disable", width="stretch")
    enable = right.button(say("Enable account"), key="account_enable", width="stretch")
    with st.form("account_change", clear_on_submit=True, border=False):
        password = st.text_input(say("New password"), type="password", key="account_new_password")
        identity = st.text_input(say("Outside identity (OIDC, proxy)"), key="account_link")
        pressed = st.form_submit_button(say("Save"))
    if not (disable or enable or (pressed and (password or identity))):
        return
    with panel.findings_shown(desk.phrasebook):
        if disable:
            accounts.disable(name, admin, now)
        if enable:
            accounts.enable(name, admin, now)
        if pressed and password:
            accounts.set_password(name, password, admin, now)
        if pressed and identity:
            accounts.link(name, identity, admin, now)
    st.rerun()


def show_own_password(desk: Desk, accounts: Accounts, person: Person) -> None:
    """Anybody's own password."""
    say, now = desk.phrasebook.say, panel.moment_now()
    st.subheader(say("My password"), anchor=False)
    with st.form("own_password", clear_on_submit=True):
        left, right = st.columns(2)
        old = left.text_input(say("Password"), type="password", key="own_old")
        new = right.text_input(say("New password"), type="password", key="own_new")
        pressed = st.form_submit_button(say("Change password"))
    if pressed:
        with panel.findings_shown(desk.phrasebook):
            accounts.set_password(person.name, new, accounts.sign_in(person.name, old, now), now)
        st.success(say("The password is changed."))


def the_door() -> Entrance:
    """The door that app.py keeps."""
    entrance: Entrance = st.session_state["entrance"]
    return entrance


def main() -> None:
    """The whole page."""
    desk = panel.the_desk("pages/settings.py")
    planner: Planner = st.session_state["planner"]
    entrance = the_door()
    phrasebook, person = desk.phrasebook, planner.person
    st.title(phrasebook.say("Settings"), anchor=False)
    if person is None:
        st.info(phrasebook.say("No accounts yet. The first one is made on this machine:"), icon=":material/key:")
        st.code("planner account add NAME --role admin --by NAME", language="bash")
    if entrance.may_keep(person):
        with panel.findings_shown(phrasebook):
            found = installation_of(planner, desk.address.city, entrance.way.way, panel.moment_now())
        show_installation(desk, found)
        show_settings(desk, planner, found)
    else:
        st.caption(phrasebook.say("Accounts and settings are kept by an administrator."))
    if person is not None and person.role == people.Role.ADMIN and not person.county_code:
        show_accounts(desk, planner, person)
    if person is not None and entrance.takes_passwords:
        show_own_password(desk, entrance.accounts, person)


main()
