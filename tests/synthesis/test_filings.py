"""Filed measures: code, share and sentence say one thing, and mostly follow the grade principle."""

import pandas as pd
import pytest

from tests.synthesis.cities import LEVELS, lines_of, numbers
from tests.synthesis.reductions import untouchable

every_level = pytest.mark.parametrize("level", LEVELS)


def held(city: pd.DataFrame) -> pd.Series:
    return (city["can_stop"] == "0") | (city["guarantee"] != "none")


@every_level
def test_halted_and_held_lines_keep_nothing(level):
    city = numbers()
    halted = city[f"{level}_measure"].isin(["halt", "hold_hot"])
    assert set(city.loc[halted, f"{level}_kept_share"]) == {0.0}


@every_level
def test_a_limit_keeps_a_part(level):
    kept = numbers().query(f"{level}_measure == 'limit'")[f"{level}_kept_share"]
    assert ((kept > 0) & (kept < 1)).all()


@every_level
def test_duties_and_own_decisions_keep_all(level):
    city = numbers()
    active = city[f"{level}_measure"].isin(["limit", "halt", "hold_hot"])
    assert set(city.loc[~active, f"{level}_kept_share"]) == {1.0}


@every_level
def test_held_lines_stay_at_or_above_their_minimum_load(level):
    city = numbers()[held(numbers())]
    assert (city[f"{level}_kept_share"] >= city["minimum_load_share"]).all()


@every_level
def test_hot_kilns_are_held_hot_and_others_are_not(level):
    city = numbers()
    hot = city["hold_hot_share"] > 0
    assert not (hot & (city[f"{level}_measure"] == "halt")).any()
    assert not (~hot & (city[f"{level}_measure"] == "hold_hot")).any()


def test_no_line_keeps_more_at_a_higher_level():
    city = numbers()
    assert (city["yellow_kept_share"] >= city["orange_kept_share"]).all()
    assert (city["orange_kept_share"] >= city["red_kept_share"]).all()


@every_level
def test_lines_outside_an_order_file_nothing_that_binds(level):
    city = lines_of(numbers())
    measures = city.loc[untouchable(city, level), f"{level}_measure"]
    assert set(measures) <= {"self", "no_measure"}


def test_equipment_at_rest_files_nothing():
    resting = numbers().query("status != 'running'")
    assert set(resting[[f"{level}_measure" for level in LEVELS]].to_numpy().ravel()) == {"no_measure"}


@every_level
def test_a_sentence_stands_where_something_is_filed(level):
    city = numbers()
    assert ((city[f"{level}_measure_text"] == "") == (city[f"{level}_measure"] == "no_measure")).all()


@every_level
def test_the_share_in_a_sentence_is_the_share_filed(level):
    limits = lines_of(numbers()).query(f"{level}_measure == 'limit'")
    percent = limits[f"{level}_measure_text"].str.extract(r"限产(\d+)%")[0].astype(int)
    assert (percent == ((1 - limits[f"{level}_kept_share"]) * 100).round()).all()


@every_level
def test_the_loads_in_a_sentence_stand_to_each_other_as_the_share_says(level):
    limits = lines_of(numbers()).query(f"{level}_measure == 'limit'")
    loads = limits[f"{level}_measure_text"].str.extract(r"由([\d.]+)\D+?降至([\d.]+)").astype(float).dropna()
    kept = limits.loc[loads.index, f"{level}_kept_share"]
    assert len(loads) > 50
    assert (loads[1] - loads[0] * kept).abs().max() < 0.006


@every_level
def test_halts_name_the_line(level):
    halts = lines_of(numbers()).query(f"{level}_measure in ['halt', 'hold_hot']")
    named = [text.startswith(line) for line, text in zip(halts["line_id"], halts[f"{level}_measure_text"], strict=True)]
    assert all(named)


@pytest.mark.parametrize("level", ["orange", "red"])
def test_a_few_firms_but_few_file_less_than_their_grade_asks(level):
    city = lines_of(numbers())
    free = city[(city["status"] == "running") & ~held(city) & ~untouchable(city, level)]
    firms = free.groupby(["enterprise_id", "grade"])[f"{level}_kept_share"].agg(["min", "max"]).reset_index()
    grade = firms["grade"]
    short = (
        (grade.isin(["B", "B-"]) & (firms["min"] == 1))
        | ((grade == "C") & (firms["min"] > 0))
        | ((grade == "D") & (firms["max"] > 0))
    )
    assert 0 < short.sum() <= 0.03 * grade.isin(["B", "B-", "C", "D"]).sum()


def test_fleets_and_sites_carry_duties_without_a_share():
    society = numbers().query("source_kind in ['fleet', 'site']")
    assert set(society["red_measure"]) == {
        "odd_even",
        "machinery_ban_cn2",
        "earthwork_stop",
        "road_cleaning",
        "yard_stop",
    }
    assert set(society["red_kept_share"]) == {1.0}
