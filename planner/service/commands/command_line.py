"""The command line: exit 0 on success, 1 on findings that stop the work, 2 on a usage error, 3 on cuts not met."""

import gc
import sys
import traceback
from pathlib import Path

import typer

from planner.errors import Finding, FindingsError, finding
from planner.service.commands.account import account_app
from planner.service.commands.advise import advise
from planner.service.commands.bench import bench
from planner.service.commands.book import book_app
from planner.service.commands.doubt import doubt
from planner.service.commands.grades import grades_app
from planner.service.commands.list import list_app, synthesize
from planner.service.commands.list_doctor import add_doctor_commands
from planner.service.commands.measures import measures_app
from planner.service.commands.papers import add_papers
from planner.service.commands.plan import explain, export_model, orders, plan, verify
from planner.service.commands.rehearse import rehearse_winter
from planner.service.commands.rules import rules_app
from planner.service.commands.rules_areas import show_areas
from planner.service.commands.rules_confirm import confirm, confirmations
from planner.service.commands.rules_copy import copy_rules
from planner.service.commands.rules_diff import diff
from planner.service.commands.season import season_app
from planner.service.commands.store import database_app, serve
from planner.service.commands.warning import warning_app
from planner.service.commands.warning_checks import add_checks
from planner.service.commands.warning_views import add_views
from planner.service.commands.whatif import ask, whatif
from planner.service.console import finding_json, log, print_findings, print_json, speak

__all__ = ["app", "main"]

STOPPED = 1
COLLECT_AFTER = 500_000
"""New objects before Python looks for cycles: a list of 100,000 lines is millions of objects, none of them in one."""
app = typer.Typer(
    name="planner",
    help="Heavy-pollution emergency response planner (重污染天气应急减排规划).",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    add_completion=False,
)
app.add_typer(list_app, name="list")
app.add_typer(measures_app, name="measures")
app.add_typer(grades_app, name="grades")
app.add_typer(book_app, name="book")
app.add_typer(rules_app, name="rules")
app.add_typer(season_app, name="season")
app.add_typer(warning_app, name="warning")
app.add_typer(account_app, name="account")
app.add_typer(database_app, name="db")
add_views(warning_app)
add_checks(warning_app)
add_papers(warning_app)
add_doctor_commands(list_app)
app.command("rehearse")(rehearse_winter)
rules_app.command("areas")(show_areas)
rules_app.command("copy")(copy_rules)
for rule_command in (diff, confirm, confirmations):
    rules_app.command()(rule_command)
for command in (advise, plan, verify, explain, export_model, orders, whatif, ask, doubt, synthesize, bench, serve):
    app.command()(command)


def main() -> None:
    """Runs the command line; whatever goes wrong is told as findings, never as a traceback."""
    gc.set_threshold(COLLECT_AFTER)
    try:
        app()
    except FindingsError as error:
        _stop(error.findings)
    except KeyboardInterrupt:
        log("")
        sys.exit(130)
    except Exception as error:  # noqa: BLE001 - the last door: a user never meets a traceback
        _stop((finding("internal.unexpected", value=f"{type(error).__name__}: {error}", where_in_code=_origin(error)),))


def _stop(findings: tuple[Finding, ...]) -> None:
    phrasebook = speak()
    if "--json" in sys.argv:
        print_json({"ok": False, "findings": [finding_json(item, phrasebook) for item in findings]})
    else:
        print_findings(findings, phrasebook)
    sys.exit(STOPPED)


def _origin(error: Exception) -> str:
    frames = traceback.extract_tb(error.__traceback__)
    return f"{Path(frames[-1].filename).name}:{frames[-1].lineno}" if frames else ""
