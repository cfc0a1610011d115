"""The command line: exit 0 on success, 1 on findings that stop the work, 2 on a usage error, 3 on cuts not met."""

import gc
import sys
import traceback
from pathlib import Path

import typer

from planner.errors import Finding, FindingsError, finding
from planner.service.commands.late import late_group
from planner.service.commands.register import COMMANDS
from planner.service.console import finding_json, log, print_findings, print_json, speak

__all__ = ["app", "main"]

STOPPED = 1
COLLECT_AFTER = 500_000
"""New objects before Python looks for cycles: a list of 100,000 lines is millions of objects, none of them in one."""
app = typer.Typer(
    name="planner",
    cls=late_group(COMMANDS),
    help="Heavy-pollution emergency response planner (重污染天气应急减排规划).",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    add_completion=False,
)


@app.callback()
def _planner() -> None:
    """All commands stand in `COMMANDS`."""


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
