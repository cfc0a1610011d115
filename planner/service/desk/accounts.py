"""Accounts: passwords by argon2id, a lock after five failures, and every attempt in the trace."""

from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from functools import cache

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from planner.episode import Role
from planner.errors import FindingsError, finding
from planner.service.desk.records import Person
from planner.store import Desk, Store, StoredAccount, TraceEntry

__all__ = ["Accounts", "NewAccount"]

MOST_FAILURES = 5
LOCKED = timedelta(minutes=15)
LEAST_LENGTH = 12
HASHER = PasswordHasher()


@dataclass(frozen=True, slots=True, kw_only=True)
class NewAccount:
    """What an account is made from; the password is never kept or shown."""

    name: str
    role: Role
    password: str = field(repr=False)
    county_code: str = ""


class Accounts:
    """The accounts of an installation over its store."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def all(self) -> tuple[StoredAccount, ...]:
        """All accounts by name, hashes included: never shown."""
        return self._store.look_at_desk(lambda desk: desk.accounts())

    def add(self, new: NewAccount, by: str, at: datetime) -> None:
        """Adds an account.

        Raises:
            FindingsError: where its name is taken or empty, or its password too short.
        """
        if not new.name.strip():
            raise FindingsError((finding("account.name.missing"),))
        if len(new.password) < LEAST_LENGTH:
            raise FindingsError((finding("account.password.short", value=len(new.password), least=LEAST_LENGTH),))
        account = StoredAccount(
            name=new.name, password_hash=HASHER.hash(new.password), role=new.role, county_code=new.county_code
        )

        def work(desk: Desk) -> bool:
            taken = desk.account(new.name, lock=True) is not None
            if not taken:
                desk.put_account(account)
            desk.append_trace(_entry("account.add", new.name, by, at, done=not taken))
            return taken

        if self._store.at_desk(work):
            raise FindingsError((finding("account.name.taken", value=new.name),))

    def disable(self, name: str, by: str, at: datetime) -> None:
        """Disables an account; what it did stays under its name.

        Raises:
            FindingsError: where there is no such account.
        """

        def work(desk: Desk) -> bool:
            found = desk.account(name, lock=True)
            if found is not None:
                desk.put_account(replace(found, is_disabled=True))
            desk.append_trace(_entry("account.disable", name, by, at, done=found is not None))
            return found is not None

        if not self._store.at_desk(work):
            raise FindingsError((finding("account.unknown", value=name),))

    def sign_in(self, name: str, password: str, at: datetime) -> Person:
        """The person behind a name and password.

        Raises:
            FindingsError: where they do not fit, or the account is locked or disabled; which of these is told only
                of a lock, so that nobody learns which names exist.
        """
        person, locked_until = self._store.at_desk(lambda desk: _signed_in(desk, name, password, at))
        if person is None and locked_until is not None:
            told = locked_until.isoformat(timespec="minutes")
            raise FindingsError((finding("account.locked", value=name, until=told),))
        if person is None:
            raise FindingsError((finding("account.refused"),))
        return person


def _signed_in(desk: Desk, name: str, password: str, at: datetime) -> tuple[Person | None, datetime | None]:
    account = desk.account(name, lock=True)
    locked = account is not None and account.locked_until is not None and account.locked_until > at
    right = _fits(account.password_hash if account else _nobody(), password) and account is not None
    done = right and not locked and account is not None and not account.is_disabled
    if account is not None and not locked:
        account = _counted(account, at, right=right)
        desk.put_account(account)
    desk.append_trace(_entry("account.sign_in", name, name, at, done=done))
    if account is None or not done:
        return None, account.locked_until if account else None
    return Person(name=account.name, role=Role(account.role), county_code=account.county_code), None


def _counted(account: StoredAccount, at: datetime, *, right: bool) -> StoredAccount:
    if right:
        return replace(account, failures=0, locked_until=None)
    failures = account.failures + 1
    if failures < MOST_FAILURES:
        return replace(account, failures=failures)
    return replace(account, failures=0, locked_until=at + LOCKED)


def _fits(password_hash: str, password: str) -> bool:
    try:
        return HASHER.verify(password_hash, password)
    except (VerificationError, InvalidHashError):
        return False


@cache
def _nobody() -> str:
    """Hashed against where there is no account: a name that does not exist takes as long as one that does."""
    return HASHER.hash("nobody has this password")


def _entry(action: str, subject: str, by: str, at: datetime, *, done: bool) -> TraceEntry:
    return TraceEntry(
        at=at,
        person=by,
        subject=subject,
        action=action,
        outcome="done" if done else "refused",
    )
