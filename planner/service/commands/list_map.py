"""Options and one command of lists of any shape: what their columns are, asked once and remembered."""

import csv
import io
from pathlib import Path
from typing import Annotated

import typer

from planner.errors import FindingsError
from planner.inventory.meaning import Sureness
from planner.service.bootstrap import open_planner
from planner.service.change_words import change_rows
from planner.service.commands.options import CityOption, JsonOption
from planner.service.console import log, print_json, print_text, speak, write_text
from planner.service.list_reading import ReadingOptions
from planner.service.records import ListCheck
from planner.sources.workbooks import write_mapping
from planner.terms import N_, Phrasebook, inert_cell

__all__ = ["ChangesOption", "EstimateOption", "MappingOption", "map_columns", "reading_options", "write_changes"]

MappingOption = Annotated[
    Path | None, typer.Option("--mapping", help="File of answers about columns, as `planner list map` writes it.")
]
EstimateOption = Annotated[
    bool, typer.Option("--estimate", help="Fill what is missing from peers and conventions, marked as estimated.")
]
ChangesOption = Annotated[
    Path | None, typer.Option("--changes", help="CSV to write: every cell that reads otherwise than it is written.")
]


def reading_options(mapping: Path | None, *, estimate: bool, phrasebook: Phrasebook) -> ReadingOptions:
    """The options of a reading that tells its progress on standard error."""

    def tell(sheet: str, rows: int) -> None:
        log(phrasebook.say(N_("{sheet}: {rows} rows read ..."), sheet=sheet, rows=rows))

    return ReadingOptions(mapping=mapping, estimate=estimate, progress=tell)


def write_changes(path: Path, checked: ListCheck, phrasebook: Phrasebook) -> None:
    """Every changed cell as CSV: sheet, row, column, field, old, new, why; a header alone where none was changed."""
    names = (
        N_("Sheet"),
        N_("Row"),
        N_("Column"),
        N_("Field"),
        N_("As written"),
        N_("As read"),
        N_("Why it was changed"),
    )
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow([phrasebook.say(name) for name in names])
    meaning = checked.reading.meaning if checked.reading else None
    rows = change_rows(meaning.changes, phrasebook) if meaning else ()
    writer.writerows([inert_cell(str(cell)) for cell in row] for row in rows)
    write_text(path, "\ufeff" + text.getvalue())


def map_columns(
    file: Annotated[Path, typer.Argument(help="CSV, xlsx, xls, xlsb, ods or WPS file.")],
    city: CityOption,
    out: Annotated[Path, typer.Option("--out", help="YAML file to write.")],
    as_json: JsonOption = False,
) -> None:
    """Write what each column of a list was taken for, with samples: edit what is asked, give it with --mapping."""
    phrasebook, planner = speak(), open_planner()
    checked = planner.check_list(file, city, reading_options(None, estimate=False, phrasebook=phrasebook))
    if checked.reading is None or not checked.reading.tables:
        if not checked.findings or checked.reading is None:
            print_text(phrasebook.say(N_("{file} is a plain table; there is nothing to ask."), file=file.name))
            return
        raise FindingsError(checked.findings)
    tables = checked.reading.tables
    write_text(out, write_mapping(tables, file.name, city))
    asked = sum(column.guess.sureness is Sureness.UNSURE for table in tables for column in table.columns)
    if as_json:
        print_json({"ok": True, "file": out.name, "sheets": len(tables), "asked": asked})
    else:
        sentence = N_("{file}: {sheets} sheets, {asked} columns to be asked.")
        print_text(phrasebook.say(sentence, file=out.name, sheets=len(tables), asked=asked))
