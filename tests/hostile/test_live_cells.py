"""No text becomes a formula in a workbook that is given back, nor in a CSV."""

import io

import pytest
from openpyxl import Workbook, load_workbook

from planner.errors import Place, finding
from planner.orders.marked import MarkedFinding, SheetCells, mark_workbook, plain_workbook
from planner.terms import Phrasebook, as_written, inert_cell

HEADS = ("=", "+", "-", "@", "\t=", "\r=", "\n=", "＝", "＋", "－", "＠", " =", "\u200b=", "\u3000＝", "\ufeff=")
BODIES = ("1+1", "cmd|'/c calc'!A0", 'HYPERLINK("http://x","y")', "SUM(A1)", '"";DDE("a","b")', "WEBSERVICE(A1)", "A1")
PAYLOADS = tuple(head + body for head in HEADS for body in BODIES)


def formulas(content: bytes) -> list[str]:
    book = load_workbook(io.BytesIO(content))
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    return [str(cell.value) for cell in cells if cell.data_type == "f"]


def test_there_are_a_hundred_payloads() -> None:
    assert len(PAYLOADS) > 100


@pytest.mark.parametrize("payload", PAYLOADS)
def test_a_payload_is_no_formula_in_a_csv_and_can_be_taken_back(payload: str) -> None:
    assert inert_cell(payload) == f"'{payload}"
    assert as_written(inert_cell(payload)) == payload


def test_no_payload_of_a_csv_list_is_live_in_its_workbook() -> None:
    assert formulas(plain_workbook([SheetCells(title="a", rows=((item,),)) for item in PAYLOADS[:1]])) == []
    rows = tuple((item,) for item in PAYLOADS)
    assert formulas(plain_workbook([SheetCells(title="a", rows=rows)])) == []


def test_no_payload_is_live_in_the_sheet_of_findings() -> None:
    plain = plain_workbook([SheetCells(title="a", rows=(("x",),))])
    told = [
        finding("list.cell.formula", where=Place(file="f", sheet="a", row=1), value=item, sign="=") for item in PAYLOADS
    ]
    marked = tuple(MarkedFinding(finding=item, key="", answer=item.value) for item in told)
    assert formulas(mark_workbook(plain, marked, Phrasebook())) == []


def test_a_formula_that_reaches_outside_is_text_when_given_back_and_a_sum_stays() -> None:
    book, written = Workbook(), io.BytesIO()
    for text in ("=cmd|'/c calc'!A0", '=HYPERLINK("http://x")', "='[1]a'!A1", '=WEBSERVICE("x")', "=SUM(A1:A2)"):
        book.active.append([text])
    book.save(written)
    assert formulas(mark_workbook(written.getvalue(), (), Phrasebook())) == ["=SUM(A1:A2)"]
