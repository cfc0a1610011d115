"""Commands of the list: check, import, synthesize."""

import math
from pathlib import Path
from typing import Annotated, Any

import typer

from planner.errors import FindingsError, finding
from planner.measures import FiledTexts
from planner.rules import AreaName
from planner.service.bootstrap import open_planner
from planner.service.change_words import reading_json
from planner.service.commands.acting import acting
from planner.service.commands.list_map import (
    ChangesOption,
    EstimateOption,
    MappingOption,
    map_columns,
    reading_options,
    write_changes,
)
from planner.service.commands.options import CityOption, JsonOption
from planner.service.console import finding_json, log, print_findings, print_json, print_text, speak, write_text
from planner.service.lists import DEMO_CITY
from planner.service.records import ListCheck
from planner.sources.synthesis import synthesize_city, write_list
from planner.terms import N_, Phrasebook

__all__ = ["list_app", "synthesize"]

list_app = typer.Typer(help="Check and import enterprise lists.", no_args_is_help=True)
FileArgument = Annotated[Path, typer.Argument(help="CSV, xlsx, xls, xlsb, ods or WPS file.")]
list_app.command("map")(map_columns)


@list_app.command("check")
def check(
    file: FileArgument,
    city: CityOption,
    report: Annotated[Path | None, typer.Option("--report", help="Workbook of findings and changes to write.")] = None,
    mapping: MappingOption = None,
    estimate: EstimateOption = False,
    changes: ChangesOption = None,
    as_json: JsonOption = False,
) -> None:
    """Check a list: every finding with sheet, row, column, value and repair."""
    planner, phrasebook = open_planner(), speak()
    log(phrasebook.say(N_("Reading and checking {file} ..."), file=file.name))
    checked = planner.check_list(file, city, reading_options(mapping, estimate=estimate, phrasebook=phrasebook))
    if report is not None:
        _write_report(report, checked)
    if changes is not None:
        write_changes(changes, checked, phrasebook)
    _tell(checked, as_json=as_json)
    if not checked.ok:
        raise typer.Exit(1)


@list_app.command("import")
def import_(
    file: FileArgument,
    city: CityOption,
    report: Annotated[Path | None, typer.Option("--report", help="Workbook of findings and changes to write.")] = None,
    mapping: MappingOption = None,
    estimate: EstimateOption = False,
    as_json: JsonOption = False,
) -> None:
    """Import a list as a new immutable version; a list with an error is not imported at all."""
    log(speak().say(N_("Reading and checking {file} ..."), file=file.name))
    options = reading_options(mapping, estimate=estimate, phrasebook=speak())
    planner = acting(open_planner())
    if report is not None:
        _write_report(report, planner.check_list(file, city, options))
    version = planner.import_list(file, city, options)
    if as_json:
        print_json(
            {
                "ok": True,
                "city": version.city,
                "version": version.version,
                "sha256": version.sha256,
                "rows": version.rows,
                "file": version.file,
            }
        )
    else:
        phrasebook = speak()
        print_text(
            phrasebook.say(
                N_("{file}: {rows} rows imported as version {version}."),
                file=version.file,
                rows=version.rows,
                version=version.version,
            )
        )


def synthesize(
    lines: Annotated[int, typer.Option("--lines", help="Number of lines and boilers.")],
    seed: Annotated[int, typer.Option("--seed", min=0, help="Seed: the same seed gives the same bytes.")],
    out: Annotated[Path, typer.Option("--out", help="CSV file to write.")],
    city: Annotated[str, typer.Option("--city", help="City in whose counties the firms lie.")] = DEMO_CITY,
    as_json: JsonOption = False,
) -> None:
    """Make a synthetic city of any size with stated factors."""
    phrasebook = speak()
    log(phrasebook.say(N_("Making {lines} lines ..."), lines=lines))
    frame = synthesize_city(lines, seed, _areas(city))
    try:
        write_list(frame, out)
    except OSError as error:
        raise FindingsError((finding("request.file_unwritable", value=error, file=out.name),)) from error
    if as_json:
        print_json({"ok": True, "file": out.name, "rows": len(frame), "lines": lines, "seed": seed})
    else:
        print_text(phrasebook.say(N_("{file}: {rows} rows, synthetic."), file=out.name, rows=len(frame)))


def _areas(city: str) -> tuple[AreaName, ...]:
    """The areas of a city; none for the demo city, whose counties the stated tables hold with their coordinates."""
    overlay = None if city == DEMO_CITY else open_planner().city(city)
    return () if overlay is None or overlay.slug == DEMO_CITY else overlay.areas


def _write_report(path: Path, checked: ListCheck) -> None:
    from planner.service.reports import findings_workbook  # noqa: PLC0415 - xlsxwriter, for reports alone

    write_text(path, findings_workbook(checked.findings, speak(), checked.reading))


def _tell(checked: ListCheck, *, as_json: bool) -> None:
    phrasebook = speak()
    if as_json:
        found = [finding_json(item, phrasebook) for item in checked.findings]
        head = {"file": checked.file, "rows": checked.rows, "ok": checked.ok}
        read = reading_json(checked.reading, phrasebook) if checked.reading else {}
        print_json({**head, "measures": _measures_json(checked), "findings": found, **read})
        return
    print_findings(checked.findings, phrasebook)
    if checked.measures is not None and checked.measures.texts:
        print_text(_texts_sentence(phrasebook, checked.measures))
    sentence = (
        N_("{file}: {rows} rows, no error.") if checked.ok else N_("{file}: {rows} rows; the list cannot be used yet.")
    )
    print_text(phrasebook.say(sentence, file=checked.file, rows=checked.rows))


def _texts_sentence(phrasebook: Phrasebook, counts: FiledTexts) -> str:
    """How many texts of filed measures were read; the share is rounded down, so that 100 % means all of them."""
    return phrasebook.say(
        N_("Filed measures in words: {read} of {texts} texts read ({share} %), {distinct} different ones."),
        read=counts.read,
        texts=counts.texts,
        share=f"{math.floor(counts.share * 1000) / 10:g}",
        distinct=counts.distinct,
    )


def _measures_json(checked: ListCheck) -> dict[str, Any] | None:
    """How many texts of filed measures were read; null where an error stops the list before."""
    counts = checked.measures
    if counts is None:
        return None
    return {"texts": counts.texts, "distinct": counts.distinct, "read": counts.read, "share": counts.share}
