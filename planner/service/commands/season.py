"""Commands of the off-peak plan (错峰生产): check, show."""

from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import Annotated, Any

import typer

from planner.errors import FindingsError, has_errors
from planner.season import OffPeakPlan, Rest, RestedLine, rested_until, resting_on
from planner.service.bootstrap import open_planner
from planner.service.commands.options import CityOption, JsonOption, ListOption, OnOption
from planner.service.console import finding_json, print_findings, print_json, print_text, speak
from planner.service.lists import DEMO_CITY
from planner.service.off_peak import check_off_peak
from planner.terms import N_, Phrasebook

__all__ = ["season_app"]

season_app = typer.Typer(help="The off-peak plan of a winter and its ledger.", no_args_is_help=True)
LedgerArgument = Annotated[Path, typer.Argument(help="CSV: source_id, from, until, kept_share, document.")]


@season_app.command("check")
def check(
    file: LedgerArgument,
    city: CityOption = DEMO_CITY,
    list_file: ListOption = None,
    as_json: JsonOption = False,
) -> None:
    """Check an off-peak ledger against the city's list."""
    phrasebook = speak()
    plan, findings = check_off_peak(file, open_planner().list_in_use(city, list_file).inventory)
    ok, count = plan is not None and not has_errors(findings), len(plan.rests) if plan else 0
    if as_json:
        told = [finding_json(item, phrasebook) for item in findings]
        print_json({"ok": ok, "file": file.name, "rests": count, "findings": told})
    else:
        print_findings(findings, phrasebook)
        sentence = N_("{file}: {rests} rests, no error.") if ok else N_("{file}: the ledger cannot be used yet.")
        print_text(phrasebook.say(sentence, file=file.name, rests=count))
    raise typer.Exit(0 if ok else 1)


@season_app.command("show")
def show(
    file: LedgerArgument,
    on: OnOption = None,
    city: CityOption = DEMO_CITY,
    list_file: ListOption = None,
    as_json: JsonOption = False,
) -> None:
    """Show which lines rest on a day, and what each line has rested up to it."""
    planner = open_planner()
    inventory, day = planner.list_in_use(city, list_file).inventory, on or planner.today()
    plan, findings = check_off_peak(file, inventory)
    if plan is None:
        raise FindingsError(findings)
    rested = rested_until(plan, inventory, day)
    if as_json:
        print_json({"on": day.isoformat(), "file": file.name, "sha256": plan.sha256, **_tables(plan, rested, day)})
        return
    for line in (*_resting_lines(resting_on(plan, day), speak()), *_rested_lines(rested, speak())):
        print_text(line)


def _tables(plan: OffPeakPlan, rested: tuple[RestedLine, ...], on: date) -> dict[str, Any]:
    resting = [
        {**asdict(rest), "first_day": rest.first_day.isoformat(), "last_day": rest.last_day.isoformat()}
        for rest in resting_on(plan, on)
    ]
    return {"resting": resting, "ledger": [asdict(line) for line in rested]}


def _resting_lines(rests: tuple[Rest, ...], phrasebook: Phrasebook) -> tuple[str, ...]:
    words = N_("{source} rests from {first} to {last}, keeping {kept:.0%}: {document}")
    return (
        phrasebook.say(N_("{count} lines rest off-peak."), count=len(rests)),
        *(
            phrasebook.say(
                words,
                source=rest.source_id,
                first=rest.first_day,
                last=rest.last_day,
                kept=rest.kept_share,
                document=rest.document,
            )
            for rest in rests
        ),
    )


def _rested_lines(rested: tuple[RestedLine, ...], phrasebook: Phrasebook) -> tuple[str, ...]:
    words = N_("{name} {line}: {days} days, {hours:,.0f} hours of operation given up")
    return tuple(
        phrasebook.say(words, name=item.enterprise_name, line=item.line_id, days=item.days, hours=item.hours)
        for item in rested
    )
