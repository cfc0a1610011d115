"""Who acts at the command line: a name while there are no accounts, else an account with its password."""

import getpass
import os
import stat
import sys
from datetime import datetime
from pathlib import Path

from planner.episode import Role
from planner.errors import FindingsError, finding
from planner.service.console import read_text, speak
from planner.service.desk import Accounts, Person
from planner.service.planner import Planner
from planner.terms import BEIJING, N_

__all__ = ["acting", "keeper", "new_password", "signed_in"]

ACCOUNT_VARIABLE = "PLANNER_ACCOUNT"
PASSWORD_VARIABLE = "PLANNER_PASSWORD_FILE"  # noqa: S105 - the name of a variable


def acting(planner: Planner, name: str = "") -> Planner:
    """The planner in the hands of whoever calls: of nobody while there are no accounts.

    Raises:
        FindingsError: as `signed_in` does.
    """
    return planner.acting(signed_in(planner, name, datetime.now(BEIJING)))


def signed_in(planner: Planner, name: str, at: datetime) -> Person | None:
    """The person of an account, None while there are no accounts.

    The password comes from a file of mode 600 that `PLANNER_PASSWORD_FILE` names, else from a prompt at a terminal; it
    is never an argument, which others on the machine could read.

    Args:
        name: the account; '' for the one that `PLANNER_ACCOUNT` names.

    Raises:
        FindingsError: where account and password do not fit, or one of them is not given.
    """
    accounts = Accounts(planner.store)
    if not accounts.are_on():
        return None
    account = name or os.environ.get(ACCOUNT_VARIABLE, "")
    if not account:
        raise FindingsError((finding("account.needed"),))
    return accounts.sign_in(account, _password(account), at)


def keeper(planner: Planner, name: str, at: datetime) -> Person:
    """Who keeps accounts and settings: an admin, or whoever makes the first account.

    Raises:
        FindingsError: as `signed_in` does.
    """
    return signed_in(planner, name, at) or Person(name=name, role=Role.ADMIN)


def new_password() -> str:
    """The password of an account that is made: asked twice at a terminal, else the first line of standard input.

    Raises:
        FindingsError: where the two differ.
    """
    if not sys.stdin.isatty():
        return sys.stdin.readline().rstrip("\r\n")
    phrasebook = speak()
    first = getpass.getpass(phrasebook.say(N_("New password: ")))
    if first != getpass.getpass(phrasebook.say(N_("Once more: "))):
        raise FindingsError((finding("account.password.differs"),))
    return first


def _password(account: str) -> str:
    given = os.environ.get(PASSWORD_VARIABLE)
    if given:
        return _from_file(Path(given))
    if not sys.stdin.isatty():
        raise FindingsError((finding("account.needed"),))
    return getpass.getpass(speak().say(N_("Password of {account}: "), account=account))


def _from_file(path: Path) -> str:
    """The first line of a file that nobody else can read."""
    text = read_text(path)
    if path.stat().st_mode & (stat.S_IRWXG | stat.S_IRWXO):
        raise FindingsError((finding("account.file.open", value=path.name),))
    return text.splitlines()[0] if text else ""
