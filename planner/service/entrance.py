"""The entrance of the panel: who is let in, how long a session lasts without a step, and what is shown to whom."""

import os
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from functools import cached_property
from typing import Any

from planner.errors import FindingsError, finding
from planner.service.desk import Accounts, Deed, Person, Setting, Settings, may_do
from planner.service.planner import Planner
from planner.service.sign_in_ways import (
    SECRET_HEADER,
    SignInWay,
    Way,
    identity_of_proxy,
    identity_of_user,
    is_loopback,
    sign_in_way,
)

__all__ = ["FORWARDED", "Entrance", "Session"]

LONGEST = timedelta(hours=12)
"""After this a session ends however busy it was: the length of a shift."""

FORWARDED = ("X-Forwarded-For", "X-Forwarded-Host", "X-Real-Ip", "Forwarded", "Via")
"""Headers of a connection that came through a proxy: then not only this machine reaches the panel."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Session:
    """Somebody who is signed in; kept by the server with the connection, never by the browser."""

    person: Person
    began: datetime
    seen: datetime


@dataclass(eq=False)
class Entrance:
    """The door of one panel.

    Attributes:
        address: what the panel listens on.
    """

    planner: Planner
    address: str

    @cached_property
    def way(self) -> SignInWay:
        """How people sign in.

        Raises:
            FindingsError: where the configuration is half or contradicts itself.
        """
        return sign_in_way(os.environ, self.planner.assets / ".streamlit" / "secrets.toml", self.address)

    @property
    def accounts(self) -> Accounts:
        """The accounts of the store."""
        return Accounts(self.planner.store)

    @property
    def takes_passwords(self) -> bool:
        """Whether people sign in with a password that the planner keeps."""
        return self.way.way is Way.ACCOUNTS

    def may_keep(self, person: Person | None) -> bool:
        """Whether the page of settings has more to show to a person than the own password."""
        return person is None or may_do(person, Deed.READ_SETTINGS)

    def may_trace(self, person: Person | None) -> bool:
        """Whether the page of the trace is for a person."""
        return person is None or may_do(person, Deed.READ_TRACE)

    def asks(self, headers: Mapping[str, str]) -> bool:
        """Whether somebody has to sign in: always, but on the loopback address of a store without accounts.

        Raises:
            FindingsError: where there are no accounts, yet others than this machine reach the panel or an outside way
                of signing in is chosen; and where that way is configured by half.
        """
        way = self.way.way
        if self.accounts.are_on():
            return True
        others = [name for name in FORWARDED if name in headers]
        if way is not Way.ACCOUNTS or others or not is_loopback(self.address):
            raise FindingsError((finding("sign_in.no_accounts", value=", ".join(others) or self.address or way),))
        return False

    def by_password(self, name: str, password: str, at: datetime) -> Session:
        """The session of an account and its password.

        Raises:
            FindingsError: where they do not fit, or another way of signing in is chosen.
        """
        if self.way.way is not Way.ACCOUNTS:
            raise FindingsError((finding("account.refused"),))
        return _begun(self.accounts.sign_in(name, password, at), at)

    def by_proxy(self, values: Mapping[str, list[str]], at: datetime) -> Session:
        """The session of the person whom the reverse proxy names in its headers.

        Raises:
            FindingsError: where it does not prove itself, or the person has no account.
        """
        return _begun(self.accounts.recognise(identity_of_proxy(self.way, values), at), at)

    def by_provider(self, user: Mapping[str, Any], at: datetime) -> Session:
        """The session of the person whom the provider of OIDC names.

        Raises:
            FindingsError: where its claim is missing or unverified, or the person has no account.
        """
        return _begun(self.accounts.recognise(identity_of_user(self.way, user), at), at)

    def proxy_headers(self) -> tuple[str, str]:
        """The two headers that a proxy sends: who it is for, and its secret."""
        return self.way.header, SECRET_HEADER

    def goes_on(self, session: Session, at: datetime) -> Session | None:
        """The session after one more step, its role as the account has it now; None where it is over."""
        person = self.accounts.still(session.person)
        if person is None or self.is_over(session, at):
            self.accounts.leave(session.person, at, timed_out=True)
            return None
        return replace(session, person=person, seen=at)

    def is_over(self, session: Session, at: datetime) -> bool:
        """Whether a session rested too long, or lasted a whole shift."""
        idle = timedelta(minutes=Settings(self.planner.store).number(Setting.IDLE_MINUTES))
        return at - session.seen > idle or at - session.began > LONGEST


def _begun(person: Person, at: datetime) -> Session:
    return Session(person=person, began=at, seen=at)
