"""Commands of grades that move: check, import, show."""

from pathlib import Path
from typing import Annotated, Any

import typer

from planner.compare import grade_label, move_kind_label
from planner.inventory import GradeMoves
from planner.service.bootstrap import open_planner
from planner.service.commands.acting import acting
from planner.service.commands.options import CityOption, JsonOption, ListOption
from planner.service.console import finding_json, log, print_findings, print_json, print_text, speak, write_text
from planner.store import ListVersion
from planner.terms import N_, Phrasebook

__all__ = ["grades_app"]

grades_app = typer.Typer(help="Performance grades that move, with dates and reasons.", no_args_is_help=True)
FileArgument = Annotated[Path, typer.Argument(help="CSV or xlsx file of grade moves.")]


@grades_app.command("check")
def check(
    file: FileArgument,
    city: CityOption,
    list_file: ListOption = None,
    report: Annotated[Path | None, typer.Option("--report", help="Workbook of findings to write.")] = None,
    as_json: JsonOption = False,
) -> None:
    """Check grade moves against the city's list: every finding with row, column, value and repair."""
    planner, phrasebook = open_planner(), speak()
    log(phrasebook.say(N_("Reading and checking {file} ..."), file=file.name))
    checked = planner.grades(city).check(file, planner.list_in_use(city, list_file).inventory)
    if report is not None:
        from planner.service.reports import findings_workbook  # noqa: PLC0415 - xlsxwriter, for reports alone

        write_text(report, findings_workbook(checked.findings, phrasebook))
    if as_json:
        found = [finding_json(item, phrasebook) for item in checked.findings]
        print_json({"file": checked.file, "rows": checked.rows, "ok": checked.ok, "findings": found})
    else:
        print_findings(checked.findings, phrasebook)
        said = N_("{file}: {rows} moves, no error.") if checked.ok else N_("{file}: the moves cannot be used yet.")
        print_text(phrasebook.say(said, file=checked.file, rows=checked.rows))
    raise typer.Exit(0 if checked.ok else 1)


@grades_app.command("import")
def import_(file: FileArgument, city: CityOption, as_json: JsonOption = False) -> None:
    """Import grade moves as a new immutable version; moves with an error are not imported at all."""
    phrasebook = speak()
    log(phrasebook.say(N_("Reading and checking {file} ..."), file=file.name))
    planner = open_planner()
    version = acting(planner).import_grades(file, city)
    if as_json:
        print_json({"ok": True, **_version_json(version)})
        return
    said = N_("{file}: {rows} grade moves imported as version {version}.")
    print_text(phrasebook.say(said, file=version.file, rows=version.rows, version=version.version))


@grades_app.command("show")
def show(
    city: CityOption,
    enterprise: Annotated[str, typer.Option("--enterprise", help="Only the moves of this credit code.")] = "",
    as_json: JsonOption = False,
) -> None:
    """Show the grade moves that plans of a city are made under."""
    planner, phrasebook = open_planner(), speak()
    book = planner.grades(city)
    versions = book.versions()
    rows = [
        row
        for row in _rows(book.current(planner.current_list(city).inventory))
        if enterprise in ("", row["enterprise_id"])
    ]
    if as_json:
        newest = _version_json(versions[0]) if versions else None
        print_json({"city": planner.city(city).slug, "version": newest, "moves": rows})
        return
    for row in rows:
        print_text(_line(row, phrasebook))
    print_text(phrasebook.say(N_("{count} grade moves."), count=len(rows)))


def _version_json(version: ListVersion) -> dict[str, Any]:
    return {
        "city": version.city,
        "version": version.version,
        "sha256": version.sha256,
        "rows": version.rows,
        "file": version.file,
    }


def _rows(moves: GradeMoves) -> list[dict[str, str]]:
    """The moves as text, by firm and day."""
    frame = moves.frame.assign(from_day=moves.frame["from_day"].dt.strftime("%Y-%m-%d"))
    named = frame.rename(columns={"from_day": "from"})
    return [{str(name): str(value) for name, value in row.items()} for row in named.to_dict("records")]


def _line(row: dict[str, str], phrasebook: Phrasebook) -> str:
    before = grade_label(phrasebook, row["grade_before"]) if row["grade_before"] else ""
    grades = f"{before}→{grade_label(phrasebook, row['grade'])}"
    scope = "/".join(part for part in (row["key_industry"], row["sub_process"]) if part)
    kind = move_kind_label(phrasebook, row["kind"])
    return "\t".join((row["from"], row["enterprise_id"], scope, grades, kind, row["reason"], row["document"]))
