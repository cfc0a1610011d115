"""Commands of the days in force: visits, readings, air, the daily report."""

from dataclasses import asdict
from datetime import date, datetime
from pathlib import Path
from typing import Annotated

import typer

from planner.episode import ActKind
from planner.errors import Finding, FindingsError, finding, has_errors
from planner.execution import DailyReport, Sheet, SiteCheck, VisitOutcome, visit_label
from planner.service.commands.desk_options import AtOption, ByOption, Caller, WarningArgument, caller_of, city_of
from planner.service.commands.options import JsonOption, day_of, moment_of
from planner.service.console import finding_json, print_findings, print_json, print_text, speak, write_text
from planner.service.desk import Entered
from planner.service.desk_daily import FORECAST, MEASURED, enter_air_file, make_daily
from planner.service.desk_papers import daily_tables, tables_workbook
from planner.sources import read_emissions, read_meters, read_visits
from planner.terms import BEIJING, N_

__all__ = ["add_checks"]

STOPPED = 1
OnOption = Annotated[date, typer.Option("--on", parser=day_of, help="Day of the report, YYYY-MM-DD.")]
MaybeBy = Annotated[str, typer.Option("--by", help="Who has it made; with --kept nobody.")]
AirOption = Annotated[Path | None, typer.Option("--air", help="Measured air of the day, hourly or daily CSV.")]


def visit(
    warning: WarningArgument,
    enterprise: Annotated[str, typer.Option("--enterprise", help="Credit code, or the id of a source of no firm.")],
    found: Annotated[VisitOutcome, typer.Option("--found", help="What was found.")],
    inspector: Annotated[str, typer.Option("--inspector", help="Who was on site.")],
    by: ByOption,
    line: Annotated[str, typer.Option("--line", help="Source id of the line; none: the whole firm.")] = "",
    when: Annotated[
        datetime | None, typer.Option("--when", parser=moment_of, help="When it was; now where it is left out.")
    ] = None,
    note: Annotated[str, typer.Option("--note", help="What else was seen.")] = "",
    at: AtOption = None,
    as_json: JsonOption = False,
) -> None:
    """Enter one visit on site (现场核查)."""
    caller = caller_of(city_of(warning), by, at)
    check = SiteCheck(
        owner=enterprise, source_id=line, at=when or caller.at, inspector=inspector, outcome=found, note=note
    )
    told = _entered(caller, warning)
    _tell(caller.desk.enter_visits(told, (check,)), 1, as_json=as_json)


def visits(
    warning: WarningArgument,
    file: Annotated[Path | None, typer.Argument(help="Table of visits to enter; none: list those kept.")] = None,
    by: MaybeBy = "",
    at: AtOption = None,
    as_json: JsonOption = False,
) -> None:
    """Enter visits from a file, all or none, or list those that were kept."""
    caller, phrasebook = caller_of(city_of(warning), by, at), speak()
    if file is not None:
        given, reading = read_visits(file)
        _stop_at(reading)
        _tell(caller.desk.enter_visits(_entered(caller, warning), given), len(given), as_json=as_json)
    kept = caller.desk.visits(warning)
    if as_json:
        times = [{"at": item.at.isoformat(), "entered_at": item.entered_at.isoformat()} for item in kept]
        print_json({"visits": [asdict(item) | said for item, said in zip(kept, times, strict=True)]})
        return
    for item in kept:
        when = item.at.astimezone(BEIJING).isoformat(sep=" ", timespec="minutes")
        label = visit_label(phrasebook, VisitOutcome(item.outcome))
        print_text(f"{when}  {item.owner}  {item.source_id}  {label}  {item.inspector}  {item.note}".rstrip())


def readings(
    warning: WarningArgument,
    file: Annotated[Path, typer.Argument(help="Table: meter_id, day, kwh; with --cems source_id, day, pollutant, kg.")],
    by: ByOption,
    cems: Annotated[bool, typer.Option("--cems", help="Readings of CEMS, kilograms a day.")] = False,
    at: AtOption = None,
    as_json: JsonOption = False,
) -> None:
    """Keep readings of meters or CEMS with a warning, all or none."""
    caller = caller_of(city_of(warning), by, at)
    told = _entered(caller, warning)
    if cems:
        emissions, reading = read_emissions(file)
        _stop_at(reading)
        _tell(caller.desk.enter_readings(told, (), emissions), len(emissions), as_json=as_json)
    meters, reading = read_meters(file)
    _stop_at(reading)
    _tell(caller.desk.enter_readings(told, meters, ()), len(meters), as_json=as_json)


def air(
    warning: WarningArgument,
    file: Annotated[Path, typer.Argument(help="Hourly or daily CSV, as `advise` reads forecasts.")],
    by: ByOption,
    measured: Annotated[bool, typer.Option("--measured", help="It was measured; else it is a forecast.")] = False,
    at: AtOption = None,
    as_json: JsonOption = False,
) -> None:
    """Keep the index of each day of a forecast, or as measured, with a warning."""
    caller, phrasebook = caller_of(city_of(warning), by, at), speak()
    kind = MEASURED if measured else FORECAST
    rows, reading = enter_air_file(caller.planner, caller.desk.city, _entered(caller, warning), file, kind)
    if as_json:
        days = [{"day": row.day, "aqi": row.aqi, "standard": row.standard} for row in rows]
        print_json({"ok": True, "kind": kind, "days": days})
        return
    print_findings(reading, phrasebook)
    for row in rows:
        print_text(f"{row.day}  AQI {'-' if row.aqi is None else row.aqi}  {row.primary_pollutants}  {row.standard}")


def daily(
    warning: WarningArgument,
    on: OnOption,
    by: MaybeBy = "",
    air_file: AirOption = None,
    out: Annotated[Path | None, typer.Option("--out", help="xlsx to write.")] = None,
    kept: Annotated[bool, typer.Option("--kept", help="Show the report of that day as it was made last.")] = False,
    at: AtOption = None,
    as_json: JsonOption = False,
) -> None:
    """Make and keep the daily report (每日一报) of a day in force, or show a kept one as it was."""
    caller, phrasebook = caller_of(city_of(warning), by, at), speak()
    report = _kept(caller, warning, on) if kept else _made(caller, warning, on, air_file)
    sheets = daily_tables(caller.planner, report, phrasebook)
    if out is not None:
        write_text(out, tables_workbook(sheets, phrasebook, is_exercise=report.is_exercise))
    if as_json:
        print_json(daily_json(report))
        return
    for sheet in sheets:
        _print_sheet(sheet)


def add_checks(app: typer.Typer) -> None:
    """Adds the commands of the days in force."""
    for command in (visit, visits, readings, air, daily):
        app.command()(command)


def daily_json(report: DailyReport) -> dict[str, object]:
    """A daily report as the command line's JSON holds it."""
    from pydantic import TypeAdapter  # noqa: PLC0415 - a tenth of a second that other commands do not need

    found: dict[str, object] = TypeAdapter(DailyReport).dump_python(report, mode="json")
    return found


def _made(caller: Caller, warning: str, on: date, air_file: Path | None) -> DailyReport:
    if not caller.name:
        raise FindingsError((finding("warning.person.missing"),))
    told = _entered(caller, warning)
    if air_file is not None:
        enter_air_file(caller.planner, caller.desk.city, told, air_file, MEASURED)
    return make_daily(caller.planner, caller.desk.city, told, on)


def _kept(caller: Caller, warning: str, on: date) -> DailyReport:
    found = [report for report in caller.desk.dailies(warning) if report.day == on]
    if not found:
        raise FindingsError((finding("warning.daily.none_kept", value=on),))
    return found[-1]


def _entered(caller: Caller, warning: str) -> Entered:
    return Entered(warning_id=warning, person=caller.person(ActKind.PROPOSE), at=caller.at)


def _stop_at(reading: tuple[Finding, ...]) -> None:
    if has_errors(reading):
        raise FindingsError(reading)


def _tell(findings: tuple[Finding, ...], count: int, *, as_json: bool) -> None:
    ok, phrasebook = not has_errors(findings), speak()
    if as_json:
        told = [finding_json(item, phrasebook) for item in findings]
        print_json({"ok": ok, "kept": count if ok else 0, "findings": told})
    else:
        print_findings(findings, phrasebook)
        print_text(phrasebook.say(N_("{count} entered."), count=count if ok else 0))
    raise typer.Exit(0 if ok else STOPPED)


def _print_sheet(sheet: Sheet) -> None:
    if not sheet.rows:
        return
    print_text(f"\n{sheet.title}\n" + "  ".join(sheet.headers))
    for row in sheet.rows:
        print_text("  ".join(f"{cell:,.1f}" if isinstance(cell, float) else str(cell) for cell in row).rstrip())
