"""Accounts: passwords by argon2id, a lock after five failures, outside identities, and every attempt in the trace."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import datetime

from planner.episode import Role
from planner.errors import FindingsError, finding
from planner.service.desk.deeds import Deed, Doing, permit, person_of, refuse_stranger
from planner.service.desk.passwords import checked, hashed
from planner.service.desk.records import Person
from planner.service.desk.signing_in import attempt, entry, known_as
from planner.store import Desk, Store, StoredAccount, StoredIdentity

__all__ = ["Accounts", "NewAccount"]


@dataclass(frozen=True, slots=True, kw_only=True)
class NewAccount:
    """What an account is made from; the password is never kept or shown.

    Attributes:
        password: '' of an account that only an outside identity opens.
        identity: as OIDC or a reverse proxy names the person, '' for none.
    """

    name: str
    role: Role
    password: str = field(repr=False)
    county_code: str = ""
    identity: str = ""


class Accounts:
    """The accounts of an installation over its store. The first one is an admin's, and one admin always remains."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def all(self) -> tuple[StoredAccount, ...]:
        """All accounts by name, hashes included: never shown."""
        return self._store.look_at_desk(lambda desk: desk.accounts())

    def are_on(self) -> bool:
        """Whether there is any account: from then on nobody acts without one."""
        return self._store.look_at_desk(lambda desk: desk.has_accounts())

    def identities(self) -> tuple[StoredIdentity, ...]:
        """The outside identities that hold, by their name."""
        return self._store.look_at_desk(lambda desk: desk.identities())

    def add(self, new: NewAccount, by: Person, at: datetime) -> None:
        """Adds an account.

        Raises:
            FindingsError: where its name is taken or empty, its password too short or long, neither password nor
                identity given, the first account no admin's of the whole city, or `by` no admin.
        """
        name = new.name.strip()
        if not name:
            raise FindingsError((finding("account.name.missing"),))
        if new.password or not new.identity.strip():
            checked(new.password)
        self._permit(by, name, at)
        account = StoredAccount(
            name=name,
            password_hash=hashed(new.password) if new.password else "",
            role=new.role,
            county_code=new.county_code,
        )
        self._do("account.add", name, by, at, lambda desk: _add(desk, account, new.identity.strip(), (by.name, at)))

    def disable(self, name: str, by: Person, at: datetime) -> None:
        """Disables an account; what it did stays under its name, and whoever is signed in with it acts no more.

        Raises:
            FindingsError: where there is no such account, it is the last admin's, or `by` is no admin.
        """
        self._permit(by, name, at)
        self._do("account.disable", name, by, at, lambda desk: _disable(desk, name))

    def enable(self, name: str, by: Person, at: datetime) -> None:
        """Lets a disabled or locked account in again.

        Raises:
            FindingsError: where there is no such account or `by` is no admin.
        """
        self._permit(by, name, at)

        def work(desk: Desk) -> None:
            desk.put_account(replace(_held(desk, name), is_disabled=False, locked_until=None, failures=0))

        self._do("account.enable", name, by, at, work)

    def set_password(self, name: str, password: str, by: Person, at: datetime) -> None:
        """Gives an account another password: its own person's, or the admin's for somebody who forgot it.

        Raises:
            FindingsError: where there is no such account, the password is too short or long, or `by` is somebody else
                and no admin.
        """
        checked(password)
        if by.name != name:
            self._permit(by, name, at)
        fresh = hashed(password)

        def work(desk: Desk) -> None:
            refuse_stranger(desk, by)
            desk.put_account(replace(_held(desk, name), password_hash=fresh))

        self._do("account.password", name, by, at, work)

    def link(self, name: str, identity: str, by: Person, at: datetime) -> None:
        """Lets an outside identity in as an account; whatever account it was before, it no longer is.

        Raises:
            FindingsError: where there is no such account, the identity is empty, or `by` is no admin.
        """
        self._permit(by, name, at)
        self._do("account.link", name, by, at, lambda desk: _link(desk, name, identity.strip(), (by.name, at)))

    def unlink(self, identity: str, by: Person, at: datetime) -> None:
        """Lets an outside identity in no more.

        Raises:
            FindingsError: where it is no account, or `by` is no admin.
        """
        self._permit(by, identity, at)
        self._do("account.unlink", identity, by, at, lambda desk: _unlink(desk, identity, (by.name, at)))

    def sign_in(self, name: str, password: str, at: datetime) -> Person:
        """The person behind a name and password.

        Raises:
            FindingsError: where they do not fit, or the account is locked or disabled; which of these is told only
                of a lock, so that nobody learns which names exist.
        """
        return attempt(self._store, name, password, at)

    def recognise(self, identity: str, at: datetime) -> Person:
        """The person whom OIDC or a reverse proxy vouches for.

        Raises:
            FindingsError: where no account that is enabled goes by this identity.
        """
        return known_as(self._store, identity, at)

    def still(self, person: Person) -> Person | None:
        """The person as the account stands now, None where it was disabled or is gone."""
        account = self._store.look_at_desk(lambda desk: desk.account(person.name))
        return None if account is None or account.is_disabled else person_of(account)

    def leave(self, person: Person, at: datetime, *, timed_out: bool) -> None:
        """Writes into the trace that somebody signed out, or was signed out after a time without a step."""
        action = "account.timed_out" if timed_out else "account.sign_out"
        self._store.at_desk(lambda desk: desk.append_trace(entry(action, person.name, person.name, at, done=True)))

    def _permit(self, by: Person, subject: str, at: datetime) -> None:
        permit(self._store, by, Doing(deed=Deed.KEEP_ACCOUNTS, at=at, subject=subject))

    def _do(self, action: str, subject: str, by: Person, at: datetime, work: Callable[[Desk], None]) -> None:
        """Does it and writes it into the trace, in one transaction; what is refused stands in the trace too."""

        def whole(desk: Desk) -> None:
            work(desk)
            desk.append_trace(entry(action, subject, by.name, at, done=True))

        try:
            self._store.at_desk(whole)
        except FindingsError:
            self._store.at_desk(lambda desk: desk.append_trace(entry(action, subject, by.name, at, done=False)))
            raise


def _add(desk: Desk, account: StoredAccount, identity: str, said: tuple[str, datetime]) -> None:
    if desk.account(account.name, lock=True) is not None:
        raise FindingsError((finding("account.name.taken", value=account.name),))
    if not desk.has_accounts() and (account.role != Role.ADMIN or account.county_code):
        raise FindingsError((finding("account.first_admin", value=account.role),))
    desk.put_account(account)
    if identity:
        _link(desk, account.name, identity, said)


def _disable(desk: Desk, name: str) -> None:
    found = _held(desk, name)
    desk.put_account(replace(found, is_disabled=True))
    admins = [item for item in desk.accounts() if item.role == Role.ADMIN and not item.is_disabled]
    if found.role == Role.ADMIN and not admins:
        raise FindingsError((finding("account.last_admin", value=name),))


def _link(desk: Desk, name: str, identity: str, said: tuple[str, datetime]) -> None:
    if not identity:
        raise FindingsError((finding("account.identity.missing"),))
    _held(desk, name)
    desk.add_identity(StoredIdentity(identity=identity, account=name, said_by=said[0], said_at=said[1]))


def _unlink(desk: Desk, identity: str, said: tuple[str, datetime]) -> None:
    held = {item.identity: item.account for item in desk.identities()}
    if identity not in held:
        raise FindingsError((finding("account.identity.unknown", value=identity),))
    word = StoredIdentity(identity=identity, account=held[identity], said_by=said[0], said_at=said[1], is_removed=True)
    desk.add_identity(word)


def _held(desk: Desk, name: str) -> StoredAccount:
    found = desk.account(name, lock=True)
    if found is None:
        raise FindingsError((finding("account.unknown", value=name),))
    return found
