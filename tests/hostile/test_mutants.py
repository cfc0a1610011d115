"""Thousands of damaged files, the same at each run: no traceback, nothing half taken, each refusal in words."""

from pathlib import Path

import pytest

from tests.hostile.mutants import DOORS, Door, complaint, mutant, share_of, walk

IN_EACH_CHANGE, AT_LENGTH, SEED = 2_000, 50_000, 20261124


@pytest.mark.parametrize("door", DOORS, ids=lambda door: door.name)
def test_no_damaged_file_breaks_a_door(door: Door) -> None:
    assert list(walk(door, share_of(door, IN_EACH_CHANGE), SEED)) == []


@pytest.mark.slow
@pytest.mark.parametrize("door", DOORS, ids=lambda door: door.name)
def test_no_damaged_file_breaks_a_door_at_length(door: Door) -> None:
    assert list(walk(door, share_of(door, AT_LENGTH), SEED + 1)) == []


def test_the_shares_add_up_to_the_files_that_are_told() -> None:
    assert abs(sum(share_of(door, IN_EACH_CHANGE) for door in DOORS) - IN_EACH_CHANGE) <= len(DOORS)


@pytest.mark.parametrize(
    "door", [door for door in DOORS if door.name not in ("workbook", "rules")], ids=lambda d: d.name
)
def test_the_file_before_the_damage_is_taken(door: Door, tmp_path: Path) -> None:
    (tmp_path / door.file).write_bytes(door.seed())
    taken, findings = door.judge(tmp_path / door.file)
    assert taken, findings


def test_a_damaged_file_is_the_same_at_every_call() -> None:
    assert all(mutant(1, door, 3) == mutant(1, door, 3) for door in DOORS if door.name != "workbook")


def test_a_door_that_breaks_is_noticed(tmp_path: Path) -> None:
    broken = Door(name="x", file="x", share=1, seed=bytes, mutate=lambda raw, _: raw, judge=lambda _: 1 / 0)
    silent = Door(name="x", file="x", share=1, seed=bytes, mutate=lambda raw, _: raw, judge=lambda _: (False, ()))
    assert "ZeroDivisionError" in complaint(broken, b"", tmp_path)
    assert complaint(silent, b"", tmp_path) == "refused without a finding"
