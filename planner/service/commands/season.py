"""Commands of the off-peak plan (错峰生产): check and show its ledger, find a plan, put one before the referee."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from datetime import date
from math import isfinite
from pathlib import Path
from typing import Annotated, Any

import typer

from planner.errors import FindingsError, finding, has_errors
from planner.panel.names import Names, make_names
from planner.plan import RestDocument, Verdict, rests_body
from planner.season import OffPeakPlan, Rest, RestedLine, rested_until, resting_on
from planner.service.bootstrap import open_planner
from planner.service.commands.options import (
    CityOption,
    GapOption,
    JsonOption,
    ListOption,
    OnOption,
    OutOption,
    day_of,
)
from planner.service.console import (
    finding_json,
    print_findings,
    print_json,
    print_text,
    read_text,
    speak,
    stdout_kept_clean,
    write_text,
)
from planner.service.lists import DEMO_CITY
from planner.service.off_peak import check_off_peak
from planner.service.off_peak_plans import BEYOND, RestAsked, ask_rests, rests_text, verify_rests
from planner.service.off_peak_words import rest_ledger, rest_lines, rest_workbook
from planner.service.plan_words import verdict_lines
from planner.solve import DEFAULT_GAP
from planner.terms import N_, Phrasebook

__all__ = ["season_app"]

CUTS_NOT_MET = 3
PERCENT = 100.0
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


PlanArgument = Annotated[Path, typer.Argument(help="The .json of an off-peak plan.")]
FromOption = Annotated[date, typer.Option("--from", parser=day_of, help="First day of the winter.")]
UntilOption = Annotated[date, typer.Option("--until", parser=day_of, help="Last day; whole weeks in all.")]
CutsOption = Annotated[list[str], typer.Option("--cut", help="Pollutant and percent of the winter's total: pm=5.")]
LeastRunOption = Annotated[int | None, typer.Option("--least-run", min=1, help="Weeks in a row; default: the rules.")]
TogetherOption = Annotated[
    float | None,
    typer.Option("--together", min=0.0, max=1.0, help="Share of a group at rest in one week; default: the rules."),
]
PaperOption = Annotated[str, typer.Option("--document", help="For a .csv: the document that asks for the rests.")]


@season_app.command("plan")
def plan(
    first_day: FromOption,
    last_day: UntilOption,
    cut: CutsOption,
    least_run: LeastRunOption = None,
    together: TogetherOption = None,
    city: CityOption = DEMO_CITY,
    list_file: ListOption = None,
    gap: GapOption = DEFAULT_GAP,
    document: PaperOption = "",
    out: OutOption = None,
    as_json: JsonOption = False,
) -> None:
    """Find which lines rest which weeks so that the winter's totals fall at least cost; lines of a group take turns."""
    planner, phrasebook = open_planner(), speak()
    asked = RestAsked(
        city=planner.city(city).slug,
        first_day=first_day,
        last_day=last_day,
        cuts=_cuts(cut),
        least_run_weeks=least_run,
        together_share=together,
        gap=gap,
    )
    with stdout_kept_clean(), _missed_cuts_end_with_3(phrasebook, as_json=as_json):
        found = ask_rests(planner, asked, planner.list_in_use(city, list_file).inventory)
    if out is not None:
        names = make_names(planner.city(city), planner.rulebook.industries, phrasebook)
        paper = document or phrasebook.say(N_("draft of an off-peak plan from {day} on"), day=first_day.isoformat())
        write_text(out, _content(found, out, names, paper, phrasebook))
    if as_json:
        print_json(rests_body(found))
        return
    for line in rest_lines(found, phrasebook):
        print_text(line)


def _cuts(texts: list[str]) -> tuple[tuple[str, float], ...]:
    pairs = [(text, *text.partition("=")[::2]) for text in texts]
    wrong = tuple(finding("season.cut.unreadable", value=text) for text, _, percent in pairs if not _is_number(percent))
    if wrong:
        raise FindingsError(wrong)
    return tuple((name.strip(), float(percent) / PERCENT) for _, name, percent in pairs)


def _is_number(text: str) -> bool:
    try:
        return isfinite(float(text))
    except ValueError:
        return False


@contextmanager
def _missed_cuts_end_with_3(phrasebook: Phrasebook, *, as_json: bool) -> Iterator[None]:
    """Cuts that no rest reaches are an answer, not a mistake: exit 3, as of a plan."""
    try:
        yield
    except FindingsError as error:
        if any(item.code != BEYOND for item in error.findings):
            raise
        if as_json:
            told = [finding_json(item, phrasebook) for item in error.findings]
            print_json({"status": "infeasible", "findings": told})
        else:
            print_findings(error.findings, phrasebook)
        raise typer.Exit(CUTS_NOT_MET) from error


def _content(found: RestDocument, out: Path, names: Names, paper: str, phrasebook: Phrasebook) -> str | bytes:
    if out.suffix == ".xlsx":
        return rest_workbook(found, names, phrasebook)
    if out.suffix == ".csv":
        return rest_ledger(found, paper)
    if out.suffix == ".json":
        return rests_text(found)
    raise FindingsError((finding("season.out.form", value=out.name),))


@season_app.command("verify")
def verify(file: PlanArgument, list_file: ListOption = None, as_json: JsonOption = False) -> None:
    """Put an off-peak plan before the referee: from its content alone, with --list also its question."""
    inventory = None
    text = read_text(file)
    if list_file is not None:
        city, _ = verify_rests(text, None)
        inventory = open_planner().list_in_use(city.problem.terms.city, list_file).inventory
    _, report = verify_rests(text, inventory)
    if as_json:
        print_json({"verdict": str(report.verdict), "checks": [asdict(check) for check in report.checks]})
    else:
        for line in verdict_lines(report, speak()):
            print_text(line)
    raise typer.Exit(1 if report.verdict is Verdict.REFUSED else 0)
