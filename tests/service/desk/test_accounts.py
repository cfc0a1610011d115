"""Accounts: passwords, the lock after five failures, and what the trace says of it."""

from datetime import timedelta

import pytest

from planner.episode import Role
from planner.errors import FindingsError
from planner.service import Planner
from planner.service.desk import Accounts, NewAccount, Person
from tests.service.desk.made import NOW

RIGHT, SHORT = "four quiet words here", "short"
ADMIN = Person(name="周", role=Role.ADMIN)


@pytest.fixture
def accounts(planner: Planner) -> Accounts:
    made = Accounts(planner.store)
    made.add(NewAccount(name="周", role=Role.ADMIN, password=RIGHT), ADMIN, NOW)
    made.add(NewAccount(name="王", role=Role.ISSUER, password=RIGHT, county_code="140404"), ADMIN, NOW)
    return made


def test_the_right_password_gives_the_person_with_role_and_county(accounts: Accounts) -> None:
    person = accounts.sign_in("王", RIGHT, NOW)
    assert (person.name, person.role, person.county_code) == ("王", Role.ISSUER, "140404")


@pytest.mark.parametrize(("name", "password"), [("王", "wrong"), ("nobody", RIGHT), ("王", "")])
def test_what_does_not_fit_is_refused_alike(accounts: Accounts, name: str, password: str) -> None:
    with pytest.raises(FindingsError, match=r"account\.refused"):
        accounts.sign_in(name, password, NOW)


def test_five_failures_lock_for_a_while_even_with_the_right_password(accounts: Accounts) -> None:
    for _ in range(5):
        with pytest.raises(FindingsError):
            accounts.sign_in("王", "wrong", NOW)
    with pytest.raises(FindingsError, match=r"account\.locked"):
        accounts.sign_in("王", RIGHT, NOW + timedelta(minutes=14))
    assert accounts.sign_in("王", RIGHT, NOW + timedelta(minutes=16)).name == "王"


def test_a_right_password_forgets_the_failures_before_it(accounts: Accounts) -> None:
    for _ in range(3):
        for _ in range(4):
            with pytest.raises(FindingsError, match="refused"):
                accounts.sign_in("王", "wrong", NOW)
        accounts.sign_in("王", RIGHT, NOW)


def test_a_disabled_account_acts_no_more(accounts: Accounts) -> None:
    accounts.disable("王", ADMIN, NOW)
    with pytest.raises(FindingsError, match="refused"):
        accounts.sign_in("王", RIGHT, NOW)


def test_names_are_taken_once_and_passwords_are_long(accounts: Accounts) -> None:
    for new, code in (
        (NewAccount(name="王", role=Role.VIEWER, password=RIGHT), "taken"),
        (NewAccount(name="李", role=Role.VIEWER, password=SHORT), "short"),
        (NewAccount(name=" ", role=Role.VIEWER, password=RIGHT), "missing"),
    ):
        with pytest.raises(FindingsError, match=code):
            accounts.add(new, ADMIN, NOW)


def test_nothing_that_is_kept_or_shown_holds_a_password(accounts: Accounts, planner: Planner) -> None:
    kept = repr(accounts.all()) + repr(planner.store.look_at_desk(lambda desk: desk.trace()))
    assert RIGHT not in kept + repr(NewAccount(name="李", role=Role.VIEWER, password=RIGHT))
    assert all(item.password_hash.startswith("$argon2id$") for item in accounts.all())


def test_every_attempt_stands_in_the_trace(accounts: Accounts, planner: Planner) -> None:
    with pytest.raises(FindingsError):
        accounts.sign_in("王", "wrong", NOW)
    accounts.sign_in("王", RIGHT, NOW)
    found = planner.store.look_at_desk(lambda desk: desk.trace())
    assert [(item.action, item.outcome) for item in found] == [
        ("account.add", "done"),
        ("account.add", "done"),
        ("account.sign_in", "refused"),
        ("account.sign_in", "done"),
    ]
