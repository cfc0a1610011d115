"""Estimates: of peers of like capacity, of stated factors, by convention; each marked with what it rests on."""

import numpy as np
import pandas as pd

from planner.inventory import ListRows
from planner.inventory.meaning import ESTIMATED, ListMeaning, ProcessFactors, estimate_missing
from planner.sources import read_field_dictionary

FACTORS = (
    ProcessFactors(
        key_industry="coking",
        sub_process="coke_oven",
        per_tonne={"so2_kg_per_day": 0.1},
        of_pm={"pm10_kg_per_day": 0.5},
        fixed={"operating_hours": 24},
        source="a table",
    ),
)


def meaning(**columns: list[str]) -> ListMeaning:
    """A list of coke ovens with these columns."""
    count = len(next(iter(columns.values())))
    kind = {"key_industry": ["coking"] * count, "sub_process": ["coke_oven"] * count}
    frame = pd.DataFrame({**kind, **columns}, dtype="str")
    sheet, row = np.full(count, "工业源", dtype=object), np.arange(2, 2 + count)
    rows = ListRows(file="x.xlsx", sha256="", frame=frame, sheet=sheet, row=row)
    return ListMeaning(rows=rows, content=b"", headers=(), changes=(), findings=())


def estimated(**columns: list[str]) -> pd.DataFrame:
    return estimate_missing(meaning(**columns), read_field_dictionary(), FACTORS).rows.frame


def test_peers_of_like_capacity_stand_for_a_missing_amount_by_the_tonne() -> None:
    frame = estimated(
        capacity_t_per_day=["100", "110", "120", "100", "9000"], so2_kg_per_day=["10", "11", "12", "", "1"]
    )
    assert frame["so2_kg_per_day"][3] == "10"
    assert "so2_kg_per_day=peers" in frame[ESTIMATED][3]


def test_without_three_peers_the_stated_factor_stands() -> None:
    frame = estimated(capacity_t_per_day=["100", "100"], so2_kg_per_day=["7", ""])
    assert frame["so2_kg_per_day"][1] == "10"
    assert "so2_kg_per_day=activity" in frame[ESTIMATED][1]


def test_a_part_of_dust_is_a_part_of_the_rows_own_dust() -> None:
    assert estimated(pm_kg_per_day=["8"])["pm10_kg_per_day"][0] == "4"


def test_a_cell_that_is_there_is_never_touched_nor_marked() -> None:
    frame = estimated(so2_kg_per_day=["3"], operating_hours=["8"], status=["idle"])
    assert (frame["so2_kg_per_day"][0], frame["operating_hours"][0], frame["status"][0]) == ("3", "8", "idle")
    assert "status" not in frame[ESTIMATED][0]


def test_what_has_neither_peers_nor_activity_stays_empty() -> None:
    frame = estimated(so2_kg_per_day=[""], enterprise_name=["甲厂"])
    assert frame["so2_kg_per_day"][0] == ""
    assert "so2_kg_per_day" not in frame[ESTIMATED][0]


def test_every_estimate_is_a_change_with_its_source() -> None:
    found = estimate_missing(meaning(capacity_t_per_day=["100"]), read_field_dictionary(), FACTORS)
    told = {(item.field, str(item.reason)): item.detail.tolist() for item in found.changes}
    assert told["so2_kg_per_day", "activity"] == ["a table"]
    assert ("status", "convention") in told
