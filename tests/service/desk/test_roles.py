"""Every role at every command: who may, who may not, whose county ends where; every denial stands in the trace."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest

from planner.episode import ActKind, AreaLevel, Notice, Role
from planner.errors import Finding, FindingsError
from planner.inventory.matching import Decision
from planner.service import ListDoctor, Planner, RegisterKind
from planner.service.desk import Accounts, Deed, Entered, Person, Receipt, WarningDesk
from planner.service.desk_daily import make_daily
from planner.store import Desk, StoredAccount
from planner.terms import Level
from tests.service.desk.made import CITY, NOW, START, ask, issued, opened, signature, terms

COUNTY, OTHER = "140404", "140403"
ADMIN = Person(name="首", role=Role.ADMIN)
PREPARES = {"consult", "propose", "attach", "withdraw", "drop", "notice", "evaluate"}
MAY: dict[Role, set[str]] = {
    Role.VIEWER: set(),
    Role.PLANNER: {*PREPARES, "receipts", "list.import", "list.decide", "grades.import", "contacts.read"},
    Role.REVIEWER: {"review", "return", "receipts", "rule.confirm", "contacts.read", "trace.read"},
    Role.ISSUER: {
        *PREPARES,
        *("return", "sign", "confirm_signature", "issue", "adjust", "lift", "merge", "receipts"),
        *("list.import", "list.decide", "grades.import", "book.approve", "rule.confirm", "contacts.read", "trace.read"),
    },
    Role.AUDITOR: {"trace.read", "settings.read"},
    Role.ADMIN: {"trace.read", "settings.read", "settings.set", "account.keep"},
}
"""Written out once more, so that a slip in the tables of the program is found here."""

OF_THE_CITY = {str(deed) for deed in Deed} - {"contacts.read"}
"""What an account of one county never does."""


def test_the_table_speaks_of_every_role_and_no_unknown_command() -> None:
    known = {*map(str, ActKind), *map(str, Deed), "receipts"}
    assert set(MAY) == set(Role)
    assert set().union(*MAY.values()) == known


@pytest.fixture
def staff(planner: Planner) -> dict[tuple[Role, str], Person]:
    """An account of each role, for the city and for one county."""
    people = [Person(name=f"{role}{code}", role=role, county_code=code) for role in Role for code in ("", COUNTY)]

    def work(desk: Desk) -> None:
        for item in (ADMIN, *people):
            account = {"name": item.name, "role": item.role, "county_code": item.county_code}
            desk.put_account(StoredAccount(password_hash="", **account))

    planner.store.at_desk(work)
    return {(item.role, item.county_code): item for item in people}


def own_terms(county: str) -> dict[str, object]:
    area = AreaLevel(level=Level.YELLOW, counties=(county,) if county else ())
    return {
        "terms": terms(areas=(area,)),
        "signature": signature(),
        "notice": Notice(issuer="省", number="1", level=Level.YELLOW, start=START),
        "merged_into": "changzhi-2026-999",
    }


def denied(desk: WarningDesk, kind: ActKind, person: Person, number: str, county: str) -> set[str]:
    """What of role and county stands against an act; every refusal must be the last line of the trace."""
    where = "" if kind is ActKind.CONSULT else number
    outcome = ask(desk, kind, where, person=person, **own_terms(county))
    codes = {item.code for item in outcome.findings}
    last = desk.trace()[-1]
    assert (last.person, last.role, last.action) == (person.name, person.role, f"warning.{kind}")
    assert last.outcome == ("done" if outcome.is_done else "refused")
    return {code for code in codes if code.startswith(("warning.role", "account."))}


@pytest.mark.parametrize("role", list(Role))
def test_every_role_at_every_act(desk: WarningDesk, staff: dict[tuple[Role, str], Person], role: Role) -> None:
    for kind in ActKind:
        number = opened(desk, person=staff[Role.PLANNER, ""])
        before = desk.view(number)
        found = denied(desk, kind, staff[role, ""], number, "")
        assert found == (set() if kind in MAY[role] else {"warning.role.denied"}), kind
        assert not found or desk.view(number) == before


@pytest.mark.parametrize("role", [Role.PLANNER, Role.REVIEWER, Role.ISSUER])
def test_an_account_of_a_county_acts_upon_its_own_warnings_only(
    desk: WarningDesk, staff: dict[tuple[Role, str], Person], role: Role
) -> None:
    person, of_county = staff[role, COUNTY], staff[Role.PLANNER, COUNTY]
    citys = opened(desk, person=staff[Role.PLANNER, ""])
    for kind in ActKind:
        own, allowed = opened(desk, person=of_county), kind in MAY[role]
        outside = {f"warning.role.{'county' if allowed else 'denied'}"}
        assert denied(desk, kind, person, own, OTHER) == outside, kind
        assert kind is ActKind.CONSULT or denied(desk, kind, person, citys, COUNTY) == outside
        assert denied(desk, kind, person, own, COUNTY) == (set() if allowed else {"warning.role.denied"})


@pytest.mark.parametrize("county", ["", COUNTY])
@pytest.mark.parametrize("role", list(Role))
def test_every_role_at_every_other_deed(
    planner: Planner, staff: dict[tuple[Role, str], Person], role: Role, county: str
) -> None:
    own = planner.acting(staff[role, county])
    for deed in Deed:
        if deed in MAY[role] and not (county and deed in OF_THE_CITY):
            own.permit(deed, "changzhi", "x")
            continue
        expected = "account.deed.denied" if deed not in MAY[role] else "warning.role.county"
        with pytest.raises(FindingsError, match=expected):
            own.permit(deed, "changzhi", "x")
        last = planner.store.look_at_desk(lambda desk: desk.trace())[-1]
        assert (last.action, last.outcome, last.person) == (deed, "refused", own.person.name)


@pytest.mark.parametrize("role", list(Role))
def test_every_role_at_the_receipts(desk: WarningDesk, staff: dict[tuple[Role, str], Person], role: Role) -> None:
    number = opened(desk, person=staff[Role.PLANNER, ""])
    receipt = Receipt(owner="E", state="delivered", at=NOW)
    codes = {item.code for item in desk.enter_receipts(number, (receipt,), staff[role, ""], NOW)}
    assert ("warning.role.denied" in codes) is ("receipts" not in MAY[role])
    assert desk.trace()[-1].outcome == "refused"


@pytest.mark.parametrize("county", ["", COUNTY])
@pytest.mark.parametrize("role", list(Role))
def test_every_role_at_what_is_entered_under_a_warning(
    planner: Planner, desk: WarningDesk, staff: dict[tuple[Role, str], Person], yellow: int, role: Role, county: str
) -> None:
    """Who enters receipts enters visits too; readings, air and daily reports are of the whole city."""
    number = warned(desk, staff, yellow)
    told = Entered(warning_id=number, person=staff[role, county], at=START + timedelta(days=1))
    denied = {"warning.role.denied"} if "receipts" not in MAY[role] else set()
    whole = denied | ({"warning.role.county"} if county else set())
    for action, expected, work in (
        ("visits", denied, lambda: desk.enter_visits(told, ())),
        ("readings", whole, lambda: desk.enter_readings(told, (), ())),
        ("air", whole, lambda: desk.enter_air(told, ())),
        ("daily", whole, lambda: refusals(lambda: make_daily(planner, CITY, told, START.date()))),
    ):
        assert {item.code for item in work()} == expected, action
        last = desk.trace()[-1]
        assert (last.action, last.person) == (f"warning.{action}", told.person.name)
        assert last.outcome == ("refused" if expected else "done")
    assert len(desk.dailies(number)) == (not whole)


def warned(desk: WarningDesk, staff: dict[tuple[Role, str], Person], plan: int) -> str:
    """A warning in force, led by accounts."""
    issuer, reviewer = staff[Role.ISSUER, ""], staff[Role.REVIEWER, ""]
    number = opened(desk, person=issuer)
    for kind, person, more in (
        (ActKind.PROPOSE, issuer, {"terms": terms()}),
        (ActKind.ATTACH, issuer, {"plan_ids": (plan,)}),
        (ActKind.REVIEW, reviewer, {}),
        (ActKind.SIGN, issuer, {"signature": signature()}),
        (ActKind.ISSUE, issuer, {}),
    ):
        assert ask(desk, kind, number, person=person, **more).is_done
    return number


def refusals(work: Callable[[], object]) -> tuple[Finding, ...]:
    try:
        work()
    except FindingsError as error:
        return error.findings
    return ()


@pytest.mark.parametrize("role", list(Role))
def test_every_role_at_words_on_pairs_of_firms(
    planner: Planner, staff: dict[tuple[Role, str], Person], role: Role
) -> None:
    doctor = ListDoctor(planner=planner.acting(staff[role, ""]), city=CITY)
    word = Decision(left="a", right="b", same=True)
    found = {item.code for item in refusals(lambda: doctor.decide(RegisterKind.PERMITS, [word]))}
    assert found == (set() if "list.decide" in MAY[role] else {"account.deed.denied"})
    assert len(doctor.decisions(RegisterKind.PERMITS)) == (not found)
    last = planner.store.look_at_desk(lambda desk: desk.trace())[-1]
    assert (last.action, last.outcome) == ("list.decide", "refused" if found else "done")


def test_nobody_acts_who_is_no_account_as_it_stands(
    planner: Planner, desk: WarningDesk, staff: dict[tuple[Role, str], Person]
) -> None:
    issuer = staff[Role.ISSUER, ""]
    number = opened(desk, person=issuer)
    Accounts(planner.store).disable("planner", ADMIN, NOW)
    for person in (
        Person(name="", role=Role.ISSUER),
        Person(name="nobody", role=Role.ISSUER),
        replace(staff[Role.VIEWER, ""], role=Role.ISSUER),
        replace(staff[Role.ISSUER, COUNTY], county_code=""),
        staff[Role.PLANNER, ""],
    ):
        assert denied(desk, ActKind.WITHDRAW, person, number, "") == {"account.not_signed_in"}
        codes = {item.code for item in desk.enter_receipts(number, (), person, NOW)}
        assert codes == {"account.not_signed_in"}
        with pytest.raises(FindingsError, match="not_signed_in"):
            planner.acting(person).permit(Deed.IMPORT_LIST, "changzhi")
    with pytest.raises(FindingsError, match=r"account\.needed"):
        planner.acting(None).permit(Deed.IMPORT_LIST, "changzhi")


def test_while_there_are_no_accounts_a_name_acts(planner: Planner, desk: WarningDesk) -> None:
    number = opened(desk)
    assert ask(desk, ActKind.WITHDRAW, number, person=Person(name="谁", role=Role.ISSUER)).is_done
    for deed in Deed:
        planner.permit(deed, "changzhi")


def test_a_merge_that_fails_half_way_stands_in_the_trace(desk: WarningDesk, yellow: int) -> None:
    number = issued(desk, yellow, terms())
    before, heads = desk.view(number), len(desk.trace())
    outcome = ask(desk, ActKind.MERGE, number, merged_into="changzhi-2026-999")
    assert [item.code for item in outcome.findings] == ["warning.merge.target"]
    assert desk.view(number) == before
    assert [item.outcome for item in desk.trace()[heads:]] == ["refused"]


def test_a_key_used_twice_for_other_questions_stands_in_the_trace(desk: WarningDesk) -> None:
    number = opened(desk)
    assert ask(desk, ActKind.NOTICE, number, key="k", **own_terms("")).is_done
    with pytest.raises(FindingsError, match="key_reused"):
        ask(desk, ActKind.WITHDRAW, number, key="k")
    assert desk.trace()[-1].outcome == "refused"


def test_the_same_request_again_is_told_the_same_warnings(desk: WarningDesk) -> None:
    number = opened(desk)
    hasty = terms(start=NOW)
    first, again = (ask(desk, ActKind.PROPOSE, number, key="k", terms=hasty) for _ in range(2))
    assert [item.code for item in first.findings] == ["warning.terms.short_lead"]
    assert again == first
