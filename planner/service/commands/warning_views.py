"""Commands that look at warnings: list, show, history, orders, receipts, call-sheet, report."""

from dataclasses import asdict
from datetime import datetime
from pathlib import Path
from typing import Annotated, Any

import typer

from planner.episode import ActKind, act_label, area_sentence, clock_label, order_kind_label, step_sentence
from planner.errors import FindingsError, has_errors
from planner.execution import MeterReading, MeterState, meter_label
from planner.service.bootstrap import open_planner
from planner.service.commands.desk_options import (
    AtOption,
    ByOption,
    WarningArgument,
    caller_of,
    city_of,
    warning_json,
)
from planner.service.commands.options import JsonOption
from planner.service.console import finding_json, print_findings, print_json, print_text, speak, write_text
from planner.service.desk import Evaluation, last_receipts
from planner.service.desk_daily import evaluate_warning
from planner.service.desk_files import call_csv, contacts, hours_csv, messages_csv
from planner.service.desk_meters import check_readings, judge_readings
from planner.service.desk_papers import evaluation_tables, tables_workbook
from planner.sources import read_meters, read_receipts
from planner.terms import BEIJING, N_, POLLUTANTS, Phrasebook

__all__ = ["add_views"]

STOPPED = 1
CITY = Annotated[str, typer.Option("--city", help="City: slug or GB/T 2260 code.")]


def list_warnings(city: CITY, as_json: JsonOption = False) -> None:
    """List the warnings and exercises of a city."""
    warnings, phrasebook = open_planner().desk(city).warnings(), speak()
    if as_json:
        print_json({"warnings": [warning_json(item) for item in warnings]})
        return
    for item in warnings:
        print_text(step_sentence(phrasebook, item))
    if not warnings:
        print_text(phrasebook.say(N_("No warnings yet. `planner warning consult` opens one.")))


def show(warning: WarningArgument, at: AtOption = None, as_json: JsonOption = False) -> None:
    """Show where a warning stands, what may come next and what is due."""
    planner = open_planner()
    desk, phrasebook, now = planner.desk(city_of(warning)), speak(), at or datetime.now(BEIJING)
    view = desk.view(warning)
    clocks = desk.clocks(view.warning, now)
    told = warning_json(view.warning)
    if as_json:
        running = [asdict(item) | {"due": item.due.isoformat()} for item in clocks]
        print_json({**told, "clocks": running, "orders": len(view.orders)})
        return
    print_text(step_sentence(phrasebook, view.warning))
    terms = view.warning.terms or (view.warning.in_force.terms if view.warning.in_force else None)
    if terms is not None:
        names = {area.code: area.name_zh for area in planner.city(city_of(warning)).areas}
        print_text(area_sentence(phrasebook, terms, names))
    for clock in clocks:
        late = phrasebook.say(N_("overdue")) if clock.is_overdue and clock.clause else ""
        due = clock.due.astimezone(BEIJING).isoformat(sep=" ", timespec="minutes")
        print_text(f"  {clock_label(phrasebook, clock.name)} {due} {late}".rstrip())
    steps = "、".join(act_label(phrasebook, ActKind(kind)) for kind in told["next"])
    print_text(phrasebook.say(N_("Next possible steps: {steps}"), steps=steps))


def history(warning: WarningArgument, as_json: JsonOption = False) -> None:
    """Show every act upon a warning."""
    view, phrasebook = open_planner().desk(city_of(warning)).view(warning), speak()
    if as_json:
        print_json({"acts": [asdict(act) | {"at": act.at.isoformat()} for act in view.acts]} | {})
        return
    for act in view.acts:
        when = act.at.astimezone(BEIJING).isoformat(sep=" ", timespec="minutes")
        print_text(f"{act.number:3d}  {when}  {act_label(phrasebook, act.kind)}  {act.person}  {act.reason}")


def orders(warning: WarningArgument, as_json: JsonOption = False) -> None:
    """List the newest order of everybody."""
    desk, phrasebook = open_planner().desk(city_of(warning)), speak()
    newest, last = desk.view(warning).standing, last_receipts(desk.receipts(warning))
    rows = [
        {
            "number": item.number,
            "version": item.version,
            "kind": item.kind,
            "owner": item.owner,
            "county_code": item.county_code,
            "plan_sha256": item.plan_sha256,
            "trace_sha256": item.trace_sha256,
            "receipt": last[item.number].state if item.number in last else "",
        }
        for item in newest
    ]
    if as_json:
        print_json({"orders": rows})
        return
    for row in rows:
        kind = order_kind_label(phrasebook, str(row["kind"]))
        print_text(f"{row['number']}  {row['county_code']}  {row['owner']}  {kind}  {row['receipt']}".rstrip())


def receipts(
    warning: WarningArgument,
    file: Annotated[Path, typer.Argument(help="CSV: order_number or owner, state, at, reason.")],
    by: ByOption,
    at: AtOption = None,
    as_json: JsonOption = False,
) -> None:
    """Enter receipts from a file, all or none."""
    caller, phrasebook = caller_of(city_of(warning), by, at), speak()
    given, reading = read_receipts(file, caller.at)
    if has_errors(reading):
        raise FindingsError(reading)
    findings = caller.desk.enter_receipts(warning, given, caller.person(ActKind.PROPOSE), caller.at)
    ok = not has_errors(findings)
    if as_json:
        told = [finding_json(item, phrasebook) for item in findings]
        print_json({"ok": ok, "receipts": len(given) if ok else 0, "findings": told})
    else:
        print_findings(findings, phrasebook)
        print_text(phrasebook.say(N_("{count} receipts kept."), count=len(given) if ok else 0))
    raise typer.Exit(0 if ok else STOPPED)


def call_sheet(
    warning: WarningArgument,
    out: Annotated[Path | None, typer.Option("--out", help="CSV to write, one row a firm.")] = None,
    messages: Annotated[Path | None, typer.Option("--messages", help="CSV to write: telephone, text.")] = None,
    as_json: JsonOption = False,
) -> None:
    """List those who have not acknowledged, by county, with telephone; for the desk only, never public."""
    planner = open_planner()
    desk = planner.desk(city_of(warning))
    rows = desk.call_sheet(warning, contacts(planner, desk.city))
    if out is not None:
        write_text(out, call_csv(rows))
    if messages is not None:
        is_exercise = desk.view(warning).warning.is_exercise
        write_text(messages, messages_csv(rows, speak(), is_exercise=is_exercise))
    if as_json:
        print_json({"rows": [asdict(row) for row in rows]})
        return
    for row in rows:
        print_text(f"{row.county_code}  {row.name or row.owner}  {row.contact_name} {row.contact_phone}".rstrip())


def report(
    warning: WarningArgument,
    at: AtOption = None,
    hours: Annotated[Path | None, typer.Option("--hours", help="CSV to write for the season's ledger.")] = None,
    out: Annotated[Path | None, typer.Option("--out", help="xlsx to write.")] = None,
    as_json: JsonOption = False,
) -> None:
    """Evaluate a warning so far: ordered against achieved kilograms, cost, hours, forecast against measured air."""
    now, phrasebook, planner = at or datetime.now(BEIJING), speak(), open_planner()
    view = planner.desk(city_of(warning)).view(warning)
    found = evaluate_warning(planner, view.warning.city, warning, now)
    sheets = evaluation_tables(planner, view.warning.city, found, phrasebook)
    if out is not None:
        write_text(out, tables_workbook(sheets, phrasebook, is_exercise=view.warning.is_exercise))
    if hours is not None:
        write_text(hours, hours_csv(found))
    if as_json:
        print_json(_evaluation_json(found))
        return
    for version, held in found.hours:
        print_text(phrasebook.say(N_("Version {version} of the orders: {hours:.1f} h"), version=version, hours=held))
    for item in (found.total, *found.by_county):
        kilograms = "  ".join(f"{name} {value:,.0f}" for name, value in zip(POLLUTANTS, item.kilograms, strict=True))
        name = item.name or phrasebook.say(N_("Total"))
        print_text(
            phrasebook.say(
                N_("{name}: {kilograms} kg, {cost:,.0f} yuan"), name=name, kilograms=kilograms, cost=item.cost_yuan
            )
        )
    print_text(_shown(found, phrasebook))


def check(
    warning: WarningArgument,
    readings: Annotated[
        Path | None, typer.Option("--readings", help="Table: meter_id, day, kwh; none: the readings kept.")
    ] = None,
    as_json: JsonOption = False,
) -> None:
    """Check power-meter readings against the orders; told are those out of order."""
    planner, phrasebook = open_planner(), speak()
    view = planner.desk(city_of(warning)).view(warning)
    found = judge_readings(planner, view)[0] if readings is None else check_readings(planner, view, _read(readings))
    told = [item for item in found if item.state is not MeterState.KEPT]
    if as_json:
        rows = [asdict(item) | {"day": item.day.isoformat()} for item in told]
        print_json({"meters": len(found), "findings": rows})
        return
    for item in told:
        kwh = "" if item.kwh is None else f"{item.kwh:,.0f} / {item.allowed_kwh:,.0f} kWh"
        print_text(f"{item.day}  {item.enterprise_name}  {item.meter_id}  {meter_label(phrasebook, item.state)}  {kwh}")
    words = N_("{count} meters judged, {told} out of order.")
    print_text(phrasebook.say(words, count=len(found), told=len(told)))


def add_views(app: typer.Typer) -> None:
    """Adds the commands that look at warnings."""
    app.command("list")(list_warnings)
    app.command("call-sheet")(call_sheet)
    for command in (show, history, orders, receipts, report, check):
        app.command()(command)


def _read(path: Path) -> tuple[MeterReading, ...]:
    given, reading = read_meters(path)
    if has_errors(reading):
        raise FindingsError(reading)
    return given


def _shown(found: Evaluation, phrasebook: Phrasebook) -> str:
    """How much of what was ordered checks show."""
    parts = zip(POLLUTANTS, found.total.checked, found.total.achieved, strict=True)
    shown = "  ".join(f"{name} {achieved:,.0f} / {checked:,.0f}" for name, checked, achieved in parts)
    return phrasebook.say(N_("Achieved of what was checked, kg: {shown}"), shown=shown)


def _evaluation_json(found: Evaluation) -> dict[str, Any]:
    return {
        "hours": [{"version": version, "hours": hours} for version, hours in found.hours],
        "total": asdict(found.total),
        "by_county": [asdict(item) for item in found.by_county],
        "by_industry": [asdict(item) for item in found.by_industry],
        "line_hours": dict(found.line_hours),
        "air": [asdict(item) | {"day": item.day.isoformat()} for item in found.air],
    }
