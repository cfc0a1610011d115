"""Five hundred bad cells of one list, all told with place and reason; twenty sound lists, none told anything."""

import csv
import io
import re
import zipfile
from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest
from openpyxl import Workbook, load_workbook

from planner.errors import Finding, has_errors
from planner.errors.sentences import tell
from planner.inventory import FieldKind
from planner.service.list_reading import AS_IT_IS
from planner.sources import read_field_dictionary
from planner.terms import Phrasebook
from tests.hostile.mutants import list_seed, reader
from tests.sources.damages import BY_KIND

CELLS = list(csv.reader(io.StringIO(list_seed().decode())))
HEADERS = CELLS[0]
FIELDS = {item.name: item for item in read_field_dictionary()}
CHINESE = [FIELDS[name].header_zh for name in HEADERS]
KINDS = (FieldKind.NUMBER, FieldKind.FLAG, FieldKind.ENUM)
BAD_CELLS = 500


def checked(path: Path) -> tuple[bool, tuple[Finding, ...]]:
    told = reader().check(path, AS_IT_IS)
    return told.ok, told.findings


def spoilt(seed: int) -> tuple[list[list[str]], dict[tuple[int, str], str]]:
    """The list with bad cells strewn by chance, and what stands where (row, column)."""
    chance = Random(seed)  # noqa: S311 - strewn, not secret
    places = [
        (row, name)
        for row in range(2, len(CELLS) + 1)
        for name in HEADERS
        if FIELDS[name].dtype in KINDS and name not in ("estimated_fields", "source_kind")
    ]
    rows = [list(row) for row in CELLS]
    bad = {}
    for row, name in chance.sample(places, BAD_CELLS):
        texts = [text for text in BY_KIND[FIELDS[name].dtype] if text.isprintable()]
        bad[row, name] = rows[row - 1][HEADERS.index(name)] = chance.choice(texts)
    return rows, bad


@pytest.mark.parametrize("seed", [1, 2, 3])
@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_five_hundred_bad_cells_are_all_told_with_place_and_reason(seed: int, kind: str, tmp_path: Path) -> None:
    rows, bad = spoilt(seed)
    path = tmp_path / f"list.{kind}"
    (write_csv if kind == "csv" else write_xlsx)(path, rows)
    ok, findings = checked(path)
    told = {(item.where.row, item.where.column) for item in findings if has_errors([item])}
    assert not ok
    assert sorted(set(bad) - told) == []
    assert {item.where.sheet for item in findings} == {"" if kind == "csv" else "清单"}
    assert all(all(tell(item, Phrasebook())) for item in findings)


def write_csv(path: Path, rows: list[list[str]], encoding: str = "utf-8", **form: str) -> None:
    text = io.StringIO()
    csv.writer(text, **{"lineterminator": "\n", **form}).writerows(rows)  # type: ignore[arg-type]
    path.write_bytes(text.getvalue().encode(encoding))


def write_xlsx(path: Path, rows: list[list[object]] | list[list[str]]) -> None:
    book = Workbook()
    book.active.title = "清单"
    for row in rows:
        book.active.append(list(row))
    book.save(path)


def typed(rows: list[list[str]]) -> list[list[object]]:
    """Numbers as numbers, empty cells as none, as an office types them."""
    return [list(rows[0]), *([_typed(text, name) for text, name in zip(row, HEADERS, strict=True)] for row in rows[1:])]


def _typed(text: str, name: str) -> object:
    return float(text) if text and FIELDS[name].dtype is FieldKind.NUMBER else text or None


def lying_dimension(path: Path) -> None:
    """A sheet that says it is one cell large."""
    write_xlsx(path, CELLS)
    with zipfile.ZipFile(path) as source:
        parts = {name: source.read(name) for name in source.namelist()}
    sheet = "xl/worksheets/sheet1.xml"
    parts[sheet] = re.sub(rb'<dimension ref="[^"]*"', b'<dimension ref="A1"', parts[sheet])
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as target:
        for name, part in parts.items():
            target.writestr(name, part)


def with_sheets(path: Path, *, hidden: bool) -> None:
    write_xlsx(path, CELLS)
    book = load_workbook(path)
    book.create_sheet("填表说明").append(["填表说明：各企业如实填写。"])
    if hidden:
        book["填表说明"].sheet_state = "hidden"
    book.save(path)


def far_cells(path: Path) -> None:
    """Formats far below and to the right of the list, as a dragged border leaves them."""
    write_xlsx(path, CELLS)
    book = load_workbook(path)
    book["清单"].cell(4000, 200).number_format = "0.00"
    book.save(path)


BLANK = [""] * len(HEADERS)
SHUFFLED = sorted(range(len(HEADERS)), key=lambda at: HEADERS[at])
CLEAN: dict[str, Callable[[Path], None]] = {
    "utf8.csv": lambda path: write_csv(path, CELLS),
    "bom.csv": lambda path: write_csv(path, CELLS, "utf-8-sig"),
    "gb18030.csv": lambda path: write_csv(path, CELLS, "gb18030"),
    "gbk.csv": lambda path: write_csv(path, CELLS, "gbk"),
    "crlf.csv": lambda path: write_csv(path, CELLS, lineterminator="\r\n"),
    "cr.csv": lambda path: write_csv(path, CELLS, lineterminator="\r"),
    "quoted.csv": lambda path: write_csv(path, CELLS, quoting=csv.QUOTE_ALL),  # type: ignore[arg-type]
    "chinese.csv": lambda path: write_csv(path, [CHINESE, *CELLS[1:]]),
    "chinese_gb18030.csv": lambda path: write_csv(path, [CHINESE, *CELLS[1:]], "gb18030"),
    "shuffled.csv": lambda path: write_csv(path, [[row[at] for at in SHUFFLED] for row in CELLS]),
    "ends_blank.csv": lambda path: path.write_bytes(list_seed() + b"\n\r\n\n"),
    "no_last_end.csv": lambda path: path.write_bytes(list_seed().rstrip(b"\n")),
    "texts.xlsx": lambda path: write_xlsx(path, CELLS),
    "typed.xlsx": lambda path: write_xlsx(path, typed(CELLS)),
    "chinese.xlsx": lambda path: write_xlsx(path, [CHINESE, *CELLS[1:]]),
    "blank_rows.xlsx": lambda path: write_xlsx(path, [*CELLS, BLANK, BLANK]),
    "lying.xlsx": lying_dimension,
    "far.xlsx": far_cells,
    "notes.xlsx": lambda path: with_sheets(path, hidden=False),
    "hidden.xlsx": lambda path: with_sheets(path, hidden=True),
}


def test_there_are_twenty_habits() -> None:
    assert len(CLEAN) == 20


@pytest.mark.parametrize("name", CLEAN)
def test_a_sound_list_of_any_habit_is_read_without_a_false_report(name: str, tmp_path: Path) -> None:
    CLEAN[name](tmp_path / name)
    ok, findings = checked(tmp_path / name)
    reports = [item for item in findings if item.severity.value != "note"]
    assert (ok, reports) == (True, [])
    assert reader().check(tmp_path / name, AS_IT_IS).rows == len(CELLS) - 1
