"""A list damaged in more than two hundred ways: each damage a precise finding, nothing imported."""

from pathlib import Path

import pytest

from planner.inventory import FieldKind
from tests.sources.damages import CellDamage, cell_damages, contradictions, fields_of, kind_damages
from tests.sources.good_list import HEADERS, table, write_csv, write_workbook
from tests.sources.reading import codes_of, errors_of, import_list

DAMAGES = cell_damages()
IN_WORKBOOKS = [damage for damage in DAMAGES if damage.text.isprintable() and damage.text[:1] != "="][::17]
ROW = 2


def damaged(damage: CellDamage) -> list[list[str]]:
    cells = table()
    cells[ROW - 1][HEADERS.index(damage.column)] = damage.text
    return cells


def test_there_are_more_than_two_hundred_damages() -> None:
    assert len(DAMAGES) > 200


@pytest.mark.parametrize("damage", DAMAGES, ids=str)
def test_a_damaged_cell_is_named_with_its_row_column_and_value(damage: CellDamage, tmp_path: Path) -> None:
    inventory, findings = import_list(write_csv(tmp_path / "list.csv", damaged(damage)))
    named = [
        item
        for item in errors_of(findings)
        if (item.code, item.where.column, item.value) == (damage.code, damage.column, damage.text)
    ]
    assert inventory is None
    assert [item.where.row in (ROW, ROW + 1) for item in named] == [True], findings


@pytest.mark.parametrize(("kind", "text", "code"), kind_damages())
def test_every_column_of_a_kind_refuses_the_same_text(kind: FieldKind, text: str, code: str, tmp_path: Path) -> None:
    names = {field.name for field in fields_of(kind)}
    cells = table()
    cells[ROW - 1] = [text if name in names else cell for name, cell in zip(HEADERS, cells[ROW - 1], strict=True)]
    _, findings = import_list(write_csv(tmp_path / "list.csv", cells))
    assert {item.where.column for item in errors_of(findings) if item.code == code} == names


@pytest.mark.parametrize("damage", contradictions(), ids=str)
def test_a_contradiction_inside_a_row_is_named(damage: CellDamage, tmp_path: Path) -> None:
    inventory, findings = import_list(write_csv(tmp_path / "list.csv", damaged(damage)))
    assert inventory is None
    assert (damage.code, ROW) in {(item.code, item.where.row) for item in errors_of(findings)}


@pytest.mark.parametrize("damage", IN_WORKBOOKS, ids=str)
def test_a_workbook_names_its_sheet_too(damage: CellDamage, tmp_path: Path) -> None:
    inventory, findings = import_list(write_workbook(tmp_path / "list.xlsx", 工业源=damaged(damage)))
    assert inventory is None
    assert (damage.code, "工业源") in {(item.code, item.where.sheet) for item in errors_of(findings)}


def test_all_damages_of_a_list_are_told_at_once(tmp_path: Path) -> None:
    cells = table()
    for column, text in (("county_code", "14"), ("pm_kg_per_day", "nan"), ("grade", "E"), ("can_stop", "2")):
        cells[3][HEADERS.index(column)] = text
    _, findings = import_list(write_csv(tmp_path / "list.csv", cells))
    assert [item.where.column for item in findings] == ["county_code", "grade", "can_stop", "pm_kg_per_day"]


def test_a_refused_cell_is_told_once_only(tmp_path: Path) -> None:
    cells = table()
    cells[1][HEADERS.index("red_kept_share")] = "停产"
    _, findings = import_list(write_csv(tmp_path / "list.csv", cells))
    assert codes_of(findings) == {"list.number.not_a_number"}
