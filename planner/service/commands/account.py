"""Commands of accounts: add, list, disable, enable, password, link, unlink."""

from datetime import datetime
from typing import Annotated

import typer

from planner.episode import Role
from planner.service.bootstrap import open_planner
from planner.service.commands.acting import keeper, new_password
from planner.service.commands.options import JsonOption
from planner.service.console import print_json, print_text, speak
from planner.service.desk import Accounts, NewAccount, Person
from planner.terms import BEIJING, N_

__all__ = ["account_app"]

account_app = typer.Typer(help="Who may act; the first account is an admin's.", no_args_is_help=True)
NameArgument = Annotated[str, typer.Argument(help="Name of the account.")]
ByOption = Annotated[str, typer.Option("--by", help="The admin who does this; of the first account whoever makes it.")]
IdentityArgument = Annotated[str, typer.Argument(help="The person as OIDC or the reverse proxy names it.")]


@account_app.command("add")
def add(
    name: NameArgument,
    role: Annotated[Role, typer.Option("--role", help="What the account may do.")],
    by: ByOption,
    county: Annotated[str, typer.Option("--county", help="Code of the one county it acts for.")] = "",
    identity: Annotated[str, typer.Option("--identity", help="How OIDC or a reverse proxy names the person.")] = "",
    no_password: Annotated[bool, typer.Option("--no-password", help="Only the identity opens the account.")] = False,
    as_json: JsonOption = False,
) -> None:
    """Add an account; its password is asked for, or the first line of standard input, and never an argument."""
    accounts, person, at = _begin(by)
    password = "" if no_password else new_password()
    new = NewAccount(name=name, role=role, password=password, county_code=county, identity=identity)
    accounts.add(new, person, at)
    _tell(name, as_json=as_json)


@account_app.command("disable")
def disable(name: NameArgument, by: ByOption, as_json: JsonOption = False) -> None:
    """Disable an account; what it did stays under its name."""
    accounts, person, at = _begin(by)
    accounts.disable(name, person, at)
    _tell(name, as_json=as_json)


@account_app.command("enable")
def enable(name: NameArgument, by: ByOption, as_json: JsonOption = False) -> None:
    """Let a disabled or locked account in again."""
    accounts, person, at = _begin(by)
    accounts.enable(name, person, at)
    _tell(name, as_json=as_json)


@account_app.command("password")
def password_(name: NameArgument, by: ByOption, as_json: JsonOption = False) -> None:
    """Give an account another password: your own, or as admin anybody's."""
    accounts, person, at = _begin(by)
    accounts.set_password(name, new_password(), person, at)
    _tell(name, as_json=as_json)


@account_app.command("link")
def link(name: NameArgument, identity: IdentityArgument, by: ByOption, as_json: JsonOption = False) -> None:
    """Let an outside identity in as an account."""
    accounts, person, at = _begin(by)
    accounts.link(name, identity, person, at)
    _tell(name, as_json=as_json)


@account_app.command("unlink")
def unlink(identity: IdentityArgument, by: ByOption, as_json: JsonOption = False) -> None:
    """Let an outside identity in no more."""
    accounts, person, at = _begin(by)
    accounts.unlink(identity, person, at)
    _tell(identity, as_json=as_json)


@account_app.command("list")
def show(as_json: JsonOption = False) -> None:
    """List the accounts."""
    accounts = Accounts(open_planner().store)
    known = accounts.identities()
    rows = [
        {
            "name": item.name,
            "role": item.role,
            "county_code": item.county_code,
            "disabled": item.is_disabled,
            "identities": [word.identity for word in known if word.account == item.name],
        }
        for item in accounts.all()
    ]
    if as_json:
        print_json({"accounts": rows})
        return
    if not rows:
        print_text(speak().say(N_("No accounts yet: whoever uses this machine acts by name.")))
    for row in rows:
        print_text("  ".join(str(value) for value in row.values()))


def _begin(by: str) -> tuple[Accounts, Person, datetime]:
    planner, now = open_planner(), datetime.now(BEIJING)
    return Accounts(planner.store), keeper(planner, by, now), now


def _tell(name: str, *, as_json: bool) -> None:
    if as_json:
        print_json({"ok": True, "name": name})
    else:
        print_text(name)
