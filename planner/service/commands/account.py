"""Commands of accounts: add, list, disable."""

import sys
from datetime import datetime
from typing import Annotated

import typer

from planner.episode import Role
from planner.service.bootstrap import open_planner
from planner.service.commands.options import JsonOption
from planner.service.console import print_json, print_text, speak
from planner.service.desk import Accounts, NewAccount
from planner.terms import BEIJING, N_

__all__ = ["account_app"]

account_app = typer.Typer(help="Who may act at the warning desk.", no_args_is_help=True)
NameArgument = Annotated[str, typer.Argument(help="Name of the account.")]
ByOption = Annotated[str, typer.Option("--by", help="Who does this.")]


@account_app.command("add")
def add(
    name: NameArgument,
    role: Annotated[Role, typer.Option("--role", help="What the account may do.")],
    by: ByOption,
    county: Annotated[str, typer.Option("--county", help="Code of the one county it acts for.")] = "",
    as_json: JsonOption = False,
) -> None:
    """Add an account; its password is the first line of standard input and never an argument."""
    password = sys.stdin.readline().rstrip("\r\n")
    new = NewAccount(name=name, role=role, password=password, county_code=county)
    Accounts(open_planner().store).add(new, by, datetime.now(BEIJING))
    _tell(name, as_json=as_json)


@account_app.command("disable")
def disable(name: NameArgument, by: ByOption, as_json: JsonOption = False) -> None:
    """Disable an account; what it did stays under its name."""
    Accounts(open_planner().store).disable(name, by, datetime.now(BEIJING))
    _tell(name, as_json=as_json)


@account_app.command("list")
def show(as_json: JsonOption = False) -> None:
    """List the accounts."""
    rows = [
        {"name": item.name, "role": item.role, "county_code": item.county_code, "disabled": item.is_disabled}
        for item in Accounts(open_planner().store).all()
    ]
    if as_json:
        print_json({"accounts": rows})
        return
    if not rows:
        print_text(speak().say(N_("No accounts yet: whoever uses this machine acts by name.")))
    for row in rows:
        print_text("  ".join(str(value) for value in row.values()))


def _tell(name: str, *, as_json: bool) -> None:
    if as_json:
        print_json({"ok": True, "name": name})
    else:
        print_text(name)
