"""The field's tables add up, by sector and by county."""

import pandas as pd
import pytest

from planner.compare import REPORTED, WHOLE_SOCIETY, city_summary, county_summary
from tests.compare.toy_problem import toy_city, toy_plan


@pytest.fixture(name="city")
def _city() -> pd.DataFrame:
    return city_summary(*toy_plan()).set_index(["sector", "pollutant"])


@pytest.fixture(name="counties")
def _counties() -> pd.DataFrame:
    return county_summary(*toy_plan()).set_index("county_code")


def test_every_sector_has_every_reported_pollutant_in_the_fields_order() -> None:
    table = city_summary(*toy_plan())
    assert list(dict.fromkeys(table["sector"])) == ["dust", "industry", "mobile", "other", WHOLE_SOCIETY]
    assert list(table["pollutant"][:6]) == list(REPORTED)


def test_the_whole_society_is_the_plans_total() -> None:
    problem, plan = toy_plan()
    table = city_summary(problem, plan).set_index(["sector", "pollutant"]).loc[WHOLE_SOCIETY]
    for total in plan.totals:
        assert table["base_kg_per_day"][total.pollutant] == total.base_kg_per_day
        assert table["reduction_kg_per_day"][total.pollutant] == total.reduction_kg_per_day
        assert table["share"][total.pollutant] == total.share


def test_the_sectors_add_up_to_the_whole_society(city: pd.DataFrame) -> None:
    sums = city.drop(index=WHOLE_SOCIETY, level=0).groupby(level=1)["reduction_kg_per_day"].sum()
    for name in REPORTED:
        assert sums[name] == pytest.approx(city.loc[(WHOLE_SOCIETY, name), "reduction_kg_per_day"])


def test_a_sectors_share_is_of_its_own_base(city: pd.DataFrame) -> None:
    assert city.loc[("mobile", "nox"), "share"] == pytest.approx(0.08)


def test_fine_particles_fall_in_proportion_to_total_particles(city: pd.DataFrame) -> None:
    dust = city.loc["dust"]
    assert dust["reduction_kg_per_day"]["pm10"] == pytest.approx(200.0 * 0.8)
    assert dust["reduction_kg_per_day"]["pm25"] == pytest.approx(100.0 * 0.8)


def test_total_particles_hold_no_fine_particles_twice(city: pd.DataFrame) -> None:
    assert city.loc[("dust", "pm"), "reduction_kg_per_day"] == pytest.approx(400.0 * 0.8)


def test_a_sector_without_a_pollutant_has_share_zero(city: pd.DataFrame) -> None:
    assert city.loc[("dust", "so2"), "share"] == 0.0


def test_a_sector_without_sources_stands_with_zeros() -> None:
    industry = tuple(source for source in toy_city() if source.sector == "industry")
    table = city_summary(*toy_plan(industry)).set_index(["sector", "pollutant"])
    assert table.loc[("dust", "pm"), "base_kg_per_day"] == 0.0


def test_counties_count_firms_lines_and_halts(counties: pd.DataFrame) -> None:
    told = counties.loc["140403", ["enterprises_listed", "enterprises_ordered", "lines_ordered", "lines_halted"]]
    assert told.tolist() == [6, 3, 4, 1]


def test_fleets_and_sites_are_counted_apart(counties: pd.DataFrame) -> None:
    assert counties["fleets_and_sites_ordered"].tolist() == [2, 0]


def test_costs_of_counties_add_up_to_the_objective(counties: pd.DataFrame) -> None:
    _, plan = toy_plan()
    assert counties["cost_yuan"].sum() == plan.objective_yuan == 3000.0 + 900.0 + 5000.5 + 380.0 + 10.0 + 20.0


def test_reductions_of_counties_add_up_to_the_totals(counties: pd.DataFrame) -> None:
    _, plan = toy_plan()
    for total in plan.totals:
        assert counties[f"{total.pollutant}_reduction_kg_per_day"].sum() == pytest.approx(total.reduction_kg_per_day)


def test_a_countys_share_is_of_its_own_base(counties: pd.DataFrame) -> None:
    assert counties.loc["140404", "so2_share"] == pytest.approx(0.9)
