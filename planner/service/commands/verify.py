"""The command verify: the referee over a plan file, or over everything that the store holds."""

from dataclasses import asdict
from pathlib import Path
from typing import Annotated, Any

import typer

from planner.errors.sentences import tell
from planner.plan import Verdict
from planner.service.bootstrap import open_planner
from planner.service.commands.list_map import EstimateOption
from planner.service.commands.options import JsonOption, ListOption
from planner.service.commands.plan import plan_sidecar
from planner.service.console import finding_json, print_json, print_text, read_text, speak
from planner.service.plan_words import verdict_lines
from planner.service.planner import Planner
from planner.service.stored_plans import StoredVerdict, verify_stored
from planner.terms import N_, Phrasebook

__all__ = ["verify"]

STOPPED = 1
KINDS = {"plan": N_("Plan {number}"), "book": N_("Book {number}")}
FileArgument = Annotated[Path | None, typer.Argument(help="Plan file that `planner plan --out` wrote.")]
StoredOption = Annotated[
    bool, typer.Option("--stored", help="Every plan and book that the store holds, of every city.")
]


def verify(
    file: FileArgument = None,
    list_file: ListOption = None,
    estimate: EstimateOption = False,
    stored: StoredOption = False,
    as_json: JsonOption = False,
) -> None:
    """Put a plan file before the referee: from its content alone, with --list also its problem."""
    if stored == (file is not None):
        raise typer.BadParameter("PLAN.json | --stored", param_hint="FILE")
    if file is None:
        _verify_stored(open_planner(), as_json=as_json)
    else:
        _verify_file(open_planner(), file, (list_file, estimate), as_json=as_json)


def _verify_file(planner: Planner, file: Path, against: tuple[Path | None, bool], *, as_json: bool) -> None:
    outcome = planner.verify(read_text(file), plan_sidecar(file), against[0], estimate=against[1])
    if as_json:
        checks = [asdict(check) for check in outcome.report.checks]
        print_json({"verdict": str(outcome.report.verdict), "checks": checks})
    else:
        for line in verdict_lines(outcome.report, speak()):
            print_text(line)
    raise typer.Exit(STOPPED if outcome.report.verdict is Verdict.REFUSED else 0)


def _verify_stored(planner: Planner, *, as_json: bool) -> None:
    """Tells the verdict on each; exits 1 where one of them is refused."""
    found, phrasebook = [], speak()
    for item in verify_stored(planner.store):
        found.append(item)
        if not as_json:
            for line in _lines(item, phrasebook):
                print_text(line)
    refused = sum(item.is_refused for item in found)
    if as_json:
        print_json({"ok": not refused, "refused": refused, "verdicts": [_json(item, phrasebook) for item in found]})
    else:
        words = N_("{count} plans and books verified, {refused} refused.")
        print_text(phrasebook.say(words, count=len(found), refused=refused))
    raise typer.Exit(STOPPED if refused else 0)


def _lines(item: StoredVerdict, phrasebook: Phrasebook) -> list[str]:
    head, *why = verdict_lines(item.report, phrasebook)
    told = [" ".join(tell(each, phrasebook)) for each in item.findings]
    return [f"{phrasebook.say(KINDS[item.kind], number=item.number)}: {head}", *why, *told]


def _json(item: StoredVerdict, phrasebook: Phrasebook) -> dict[str, Any]:
    return {
        "kind": item.kind,
        "number": item.number,
        "verdict": str(item.report.verdict),
        "failed": [asdict(check) for check in item.report.checks if not check.passed],
        "findings": [finding_json(each, phrasebook) for each in item.findings],
    }
