"""Commands of the rules: list, show, check."""

from datetime import date, datetime
from pathlib import Path
from typing import Annotated, Any

import typer

from planner.errors import FindingsError, finding, has_errors
from planner.rules import RuleInForce, check_rulebook
from planner.service.assets import assets_folder
from planner.service.bootstrap import open_planner
from planner.service.command_options import CityOption, JsonOption, OnOption
from planner.service.console import finding_json, print_findings, print_json, print_text, speak
from planner.service.planner import Planner
from planner.sources import read_rulebook
from planner.terms import BEIJING, N_

__all__ = ["rules_app"]

rules_app = typer.Typer(help="What is in force, with instrument and clause.", no_args_is_help=True)


@rules_app.command("list")
def list_(
    city: CityOption = "changzhi",
    on: OnOption = None,
    kind: Annotated[str, typer.Option("--kind", help="Only rules of this kind.")] = "",
    as_json: JsonOption = False,
) -> None:
    """List the rules in force in a city on a day."""
    planner = open_planner()
    day = on or planner.today()
    rules = [item for item in planner.rules(city, day).rules if kind in ("", item.rule.kind)]
    if as_json:
        print_json(
            {"city": planner.city(city).slug, "on": day.isoformat(), "rules": [_rule_json(item) for item in rules]}
        )
        return
    for item in rules:
        print_text(f"{item.id}\t{item.value}\t{item.dated.unit}\t{item.dated.status}\t{item.rule.title_zh}")


@rules_app.command("show")
def show(
    rule_id: Annotated[str, typer.Argument(help="Id of the rule.")],
    city: CityOption = "changzhi",
    on: OnOption = None,
    as_json: JsonOption = False,
) -> None:
    """Show a rule in force with its source."""
    planner = open_planner()
    item = _find(planner, rule_id, city, on or planner.today())
    document = _rule_json(item)
    if as_json:
        print_json(document)
        return
    for name, value in document.items():
        print_text(f"{name}: {value}")


@rules_app.command("check")
def check(
    folder: Annotated[
        Path | None, typer.Option("--folder", help="Folder of rule files; default: the shipped ones.")
    ] = None,
    on: OnOption = None,
    as_json: JsonOption = False,
) -> None:
    """Walk all rule files and list every offender."""
    rulebook, findings = read_rulebook(folder or assets_folder() / "rules")
    if rulebook is not None:
        findings = (*findings, *check_rulebook(rulebook, on or _today()))
    ok, phrasebook = rulebook is not None and not has_errors(findings), speak()
    if as_json:
        print_json({"ok": ok, "findings": [finding_json(item, phrasebook) for item in findings]})
    else:
        print_findings(findings, phrasebook)
        print_text(
            phrasebook.say(
                N_("{count} rules.") if ok else N_("The rules cannot be used."),
                count=len(rulebook.rules) if rulebook else 0,
            )
        )
    raise typer.Exit(0 if ok else 1)


def _find(planner: Planner, rule_id: str, city: str, on: date) -> RuleInForce:
    found = planner.rules(city, on).find(rule_id)
    if found is None:
        raise FindingsError((finding("plan.rule_not_in_force", value=rule_id, on=on.isoformat()),))
    return found


def _rule_json(item: RuleInForce) -> dict[str, Any]:
    return {
        "id": item.id,
        "kind": item.rule.kind,
        "title_zh": item.rule.title_zh,
        "title": item.rule.title,
        "measure": str(item.rule.measure) if item.rule.measure else None,
        "value": item.value,
        "unit": item.dated.unit,
        "from": item.dated.from_day.isoformat(),
        "instrument": item.instrument.title,
        "number": item.instrument.number,
        "clause": item.dated.clause,
        "status": str(item.dated.status),
        "evidence": str(item.dated.evidence),
        "answer": str(item.rule.answer),
        "still_valid_on": item.dated.still_valid_on.isoformat(),
        "city": item.city or None,
        "note": item.dated.note,
    }


def _today() -> date:
    return datetime.now(BEIJING).date()
