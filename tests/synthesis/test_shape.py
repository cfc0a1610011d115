"""Rows, columns and sectors of the synthetic city."""

import pandas as pd
import pytest

from planner.errors import FindingsError
from planner.errors.sentences_synthesis import SENTENCES
from planner.inventory import ListCodes, build_inventory
from planner.sources import read_field_dictionary, read_list
from planner.sources.synthesis import HIGHEST_LINES, LOWEST_LINES, synthesize_city, write_list
from tests.synthesis.cities import firms_with, lines_of, numbers, texts


def test_columns_are_those_of_the_field_dictionary_in_its_order():
    assert list(texts().columns) == [field.name for field in read_field_dictionary().fields]


@pytest.mark.parametrize("lines", [100, 101, 257, 1000, 3600])
def test_lines_and_boilers_are_exactly_as_many_as_asked_for(lines):
    assert len(lines_of(texts(lines, 7))) == lines


def test_every_cell_is_text():
    assert all(isinstance(cell, str) for cell in texts(100, 7).to_numpy().ravel())


def test_the_list_reader_has_nothing_to_say_about_the_demo_city(tmp_path):
    write_list(texts(), tmp_path / "city.csv")
    rows, findings = read_list(tmp_path / "city.csv")
    inventory, more = build_inventory(rows, read_field_dictionary(), ListCodes())
    assert (findings, more) == ((), ())
    assert len(inventory.frame) == len(texts())


@pytest.mark.parametrize(
    ("industry", "process", "firms"),
    [
        ("none", "power_unit", 15),
        ("integrated_steel", "blast_furnace", 5),
        ("coking", "coke_oven", 13),
        ("cement", "clinker", 4),
        ("glass", "flat_glass", 1),
        ("glass", "daily_glass", 1),
        ("brick_kiln", "sintered", 77),
        ("lime_kiln", "lime", 42),
        ("ceramics", "firing", 3),
    ],
)
def test_demo_city_has_the_sector_counts_of_changzhi(industry, process, firms):
    assert firms_with(texts(), key_industry=industry, sub_process=process) == firms


def test_all_power_units_of_the_demo_city_burn_coal():
    assert set(texts().query("sub_process == 'power_unit'")["uses_coal"]) == {"1"}


def test_demo_city_has_more_than_1500_enterprises():
    assert lines_of(texts())["enterprise_id"].nunique() > 1500


def test_every_county_has_its_fleets_sites_and_rest():
    society = texts()[~texts()["source_kind"].isin(["line", "boiler"])]
    assert set(society.groupby("county_code").size()) == {9}
    assert society["county_code"].nunique() == 14


def test_many_firms_are_small():
    firms = numbers().query("enterprise_id != ''").groupby("enterprise_id")
    total = firms[[f"{name}_kg_per_day" for name in ("so2", "nox", "pm", "vocs")]].sum().sum(axis=1)
    assert (total * 330 <= 100).sum() > 200


def test_about_three_lines_in_a_hundred_stand_idle_or_dismantled():
    resting = lines_of(texts())["status"].isin(["idle", "dismantled"])
    assert resting.mean() == pytest.approx(0.03, abs=0.01)


@pytest.mark.parametrize("guarantee", ["heat", "power", "output", "co_disposal"])
def test_every_guarantee_occurs(guarantee):
    assert firms_with(texts(), guarantee=guarantee) > 0


def test_one_clinker_firm_disposes_of_waste():
    assert firms_with(texts(), guarantee="co_disposal", sub_process="clinker") == 1


def test_only_key_industries_are_graded():
    graded = pd.crosstab(texts()["key_industry"] == "none", texts()["grade"] == "none")
    assert graded.loc[True, False] == graded.loc[False, True] == 0


def test_a_size_and_a_seed_out_of_range_are_told_together():
    with pytest.raises(FindingsError) as caught:
        synthesize_city(HIGHEST_LINES + 1, -1)
    assert {item.code for item in caught.value.findings} == set(SENTENCES)


def test_too_few_lines_are_refused():
    with pytest.raises(FindingsError, match=r"synthesis\.lines\.out_of_range"):
        synthesize_city(LOWEST_LINES - 1, 0)


def test_a_hundred_thousand_lines_are_made():
    assert len(lines_of(synthesize_city(100_000, 1))) == 100_000
