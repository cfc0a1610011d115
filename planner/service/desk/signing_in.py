"""How somebody is let in: by name and password, or as an outside identity; each attempt is counted and traced."""

from dataclasses import replace
from datetime import datetime, timedelta

from planner.errors import FindingsError, finding
from planner.service.desk.deeds import person_of
from planner.service.desk.passwords import fits, nobody
from planner.service.desk.records import Person
from planner.store import Desk, Store, StoredAccount, TraceEntry

__all__ = ["attempt", "entry", "known_as"]

MOST_FAILURES = 5
LOCKED = timedelta(minutes=15)
MOST_NAME = 200
"""Characters of a name that somebody typed which the trace keeps: what is longer is no name."""


def attempt(store: Store, name: str, password: str, at: datetime) -> Person:
    """The person behind a name and password.

    The password is hashed outside the transaction, which on SQLite would keep every writer waiting meanwhile; where the
    account's hash has changed in between, the attempt counts as wrong.

    Raises:
        FindingsError: where they do not fit, or the account is locked or disabled.
    """
    seen = store.look_at_desk(lambda desk: desk.account(name))
    password_hash = seen.password_hash if seen and seen.password_hash else nobody()
    is_right = fits(password_hash, password) and seen is not None and password_hash == seen.password_hash
    person, locked_until = store.at_desk(lambda desk: _judged(desk, name, at, password_hash if is_right else None))
    if person is None and locked_until is not None:
        told = locked_until.isoformat(timespec="minutes")
        raise FindingsError((finding("account.locked", value=name, until=told),))
    if person is None:
        raise FindingsError((finding("account.refused"),))
    return person


def known_as(store: Store, identity: str, at: datetime) -> Person:
    """The person whom somebody outside vouches for.

    Raises:
        FindingsError: where no enabled account goes by this identity.
    """

    def work(desk: Desk) -> Person | None:
        names = {item.identity: item.account for item in desk.identities()}
        account = desk.account(names[identity]) if identity in names else None
        found = None if account is None or account.is_disabled else person_of(account)
        name = found.name if found else identity[:MOST_NAME]
        desk.append_trace(entry("account.recognise", identity[:MOST_NAME], name, at, done=found is not None))
        return found

    person = store.at_desk(work)
    if person is None:
        raise FindingsError((finding("account.identity.unknown", value=identity[:MOST_NAME]),))
    return person


def entry(action: str, subject: str, by: str, at: datetime, *, done: bool) -> TraceEntry:
    """A line of the trace about an account."""
    return TraceEntry(at=at, person=by, subject=subject, action=action, outcome="done" if done else "refused")


def _judged(desk: Desk, name: str, at: datetime, right_hash: str | None) -> tuple[Person | None, datetime | None]:
    account = desk.account(name, lock=True)
    locked = account is not None and account.locked_until is not None and account.locked_until > at
    right = account is not None and right_hash == account.password_hash
    done = right and not locked and account is not None and not account.is_disabled
    if account is not None and not locked:
        account = _counted(account, at, right=right)
        desk.put_account(account)
    told = name[:MOST_NAME]
    desk.append_trace(entry("account.sign_in", told, told, at, done=done))
    if account is None or not done:
        return None, account.locked_until if account else None
    return person_of(account), None


def _counted(account: StoredAccount, at: datetime, *, right: bool) -> StoredAccount:
    if right:
        return replace(account, failures=0, locked_until=None)
    failures = account.failures + 1
    if failures < MOST_FAILURES:
        return replace(account, failures=failures)
    return replace(account, failures=0, locked_until=at + LOCKED)
