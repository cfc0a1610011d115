"""What people do beside the acts upon warnings, which roles may, and whether a person stands as the accounts say."""

import json
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from planner.episode import Role
from planner.errors import Finding, FindingsError, finding
from planner.service.desk.records import Person
from planner.store import Desk, Store, StoredAccount, TraceEntry

__all__ = [
    "DEEDS",
    "Deed",
    "Doing",
    "deed_entry",
    "may_do",
    "permit",
    "person_of",
    "refuse_stranger",
    "stranger_findings",
]


class Deed(StrEnum):
    """What somebody asks for beside the acts upon a warning; its value stands in the trace."""

    IMPORT_LIST = "list.import"
    IMPORT_GRADES = "grades.import"
    DECIDE_PAIRS = "list.decide"
    APPROVE_BOOK = "book.approve"
    CONFIRM_RULE = "rule.confirm"
    READ_CONTACTS = "contacts.read"
    READ_TRACE = "trace.read"
    READ_SETTINGS = "settings.read"
    KEEP_SETTINGS = "settings.set"
    KEEP_ACCOUNTS = "account.keep"


DEEDS: dict[Deed, frozenset[Role]] = {
    Deed.IMPORT_LIST: frozenset({Role.PLANNER, Role.ISSUER}),
    Deed.IMPORT_GRADES: frozenset({Role.PLANNER, Role.ISSUER}),
    Deed.DECIDE_PAIRS: frozenset({Role.PLANNER, Role.ISSUER}),
    Deed.APPROVE_BOOK: frozenset({Role.ISSUER}),
    Deed.CONFIRM_RULE: frozenset({Role.REVIEWER, Role.ISSUER}),
    Deed.READ_CONTACTS: frozenset({Role.PLANNER, Role.REVIEWER, Role.ISSUER}),
    Deed.READ_TRACE: frozenset({Role.REVIEWER, Role.ISSUER, Role.AUDITOR, Role.ADMIN}),
    Deed.READ_SETTINGS: frozenset({Role.AUDITOR, Role.ADMIN}),
    Deed.KEEP_SETTINGS: frozenset({Role.ADMIN}),
    Deed.KEEP_ACCOUNTS: frozenset({Role.ADMIN}),
}
"""The roles of each deed."""

IN_A_COUNTY = frozenset({Deed.READ_CONTACTS})
"""Deeds that an account of one county may do: all others concern the whole city."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Doing:
    """A deed that somebody asks for: `subject` what it is done to, `note` further values for the trace."""

    deed: Deed
    at: datetime
    city: str = ""
    subject: str = ""
    note: tuple[tuple[str, str], ...] = ()


def may_do(person: Person, deed: Deed) -> bool:
    """Whether role and county of a person allow a deed."""
    return person.role in DEEDS[deed] and (not person.county_code or deed in IN_A_COUNTY)


def person_of(account: StoredAccount) -> Person:
    """The person who acts through an account."""
    return Person(name=account.name, role=Role(account.role), county_code=account.county_code)


def refuse_stranger(desk: Desk, person: Person) -> None:
    """Nothing for whom an account stands, and where there are no accounts at all.

    Whoever signed in before an account was disabled or changed is refused from that moment on.

    Raises:
        FindingsError: where there are accounts, and none of them is this person with this role and county.
    """
    if not desk.has_accounts():
        return
    account = desk.account(person.name)
    if account is None or account.is_disabled or person_of(account) != person:
        raise FindingsError((finding("account.not_signed_in", value=person.name),))


def stranger_findings(desk: Desk, person: Person) -> tuple[Finding, ...]:
    """The same as findings: none for whom an account stands."""
    try:
        refuse_stranger(desk, person)
    except FindingsError as error:
        return error.findings
    return ()


def permit(store: Store, person: Person | None, doing: Doing) -> None:
    """Nothing where a person may do a deed; a refusal stands in the trace.

    Args:
        person: None where nobody signed in: enough only while there are no accounts.

    Raises:
        FindingsError: where the person may not.
    """
    refused = store.look_at_desk(lambda desk: _refusal(desk, person, doing))
    if refused is not None:
        codes = ",".join(item.code for item in refused.findings)
        store.at_desk(lambda desk: desk.append_trace(deed_entry(person, doing, refused=codes)))
        raise refused


def deed_entry(person: Person | None, doing: Doing, *, refused: str = "") -> TraceEntry:
    """A deed's line in the trace; `refused`: the codes of what stood against it."""
    note = dict(doing.note) | ({"refused": refused.split(",")} if refused else {})
    return TraceEntry(
        at=doing.at,
        person=person.name if person else "",
        role=person.role if person else "",
        city=doing.city,
        subject=doing.subject,
        action=doing.deed,
        outcome="refused" if refused else "done",
        text=json.dumps(note, ensure_ascii=False, sort_keys=True, separators=(",", ":")),
    )


def _refusal(desk: Desk, person: Person | None, doing: Doing) -> FindingsError | None:
    if not desk.has_accounts():
        return None
    if person is None:
        return FindingsError((finding("account.needed"),))
    try:
        refuse_stranger(desk, person)
    except FindingsError as error:
        return error
    if person.role not in DEEDS[doing.deed]:
        return FindingsError((finding("account.deed.denied", value=doing.deed, role=person.role),))
    if not may_do(person, doing.deed):
        return FindingsError((finding("warning.role.county", value=person.county_code),))
    return None
