"""Sub-indices at, below and above the breakpoints of both standards."""

import numpy as np
import pytest

from planner.alert import category_of, sub_index

TABLES = {
    "2020-01-01": {"pm25_24h": [35, 75, 115, 150, 250, 350, 500], "pm10_24h": [50, 150, 250, 350, 420, 500, 600]},
    "2026-12-01": {"pm25_24h": [35, 60, 115, 150, 250, 350, 500], "pm10_24h": [50, 120, 250, 350, 420, 500, 600]},
}
STEPS = [50, 100, 150, 200, 300, 400, 500]


def index(law, item, *values):
    standard = law.standard
    return sub_index(np.array(values, dtype=np.float64), standard.item(item), standard).tolist()


@pytest.mark.parametrize("day", TABLES)
@pytest.mark.parametrize("item", ["pm25_24h", "pm10_24h"])
def test_each_breakpoint_has_its_index(law_on, day, item):
    assert index(law_on(day), item, *TABLES[day][item]) == STEPS


@pytest.mark.parametrize(("value", "expected"), [(150, 200), (150.4, 200), (150.5, 200), (150.51, 201), (151.5, 202)])
def test_a_concentration_is_rounded_half_to_even_and_the_index_up(law, value, expected):
    assert index(law, "pm25_24h", value) == [expected]


@pytest.mark.parametrize(("value", "expected"), [(0.04, 0), (0.06, 3), (2.05, 50), (2.15, 55), (60, 500)])
def test_co_keeps_one_place(law, value, expected):
    assert index(law, "co_24h", value) == [expected]


def test_noise_of_a_mean_is_not_rounded_up(law):
    assert index(law, "pm25_24h", 150.50000000000003) == [200]


def test_the_index_ends_at_500(law):
    assert index(law, "pm25_24h", 500, 501, 9999) == [500, 500, 500]


def test_a_missing_value_has_no_index(law):
    assert np.isnan(index(law, "pm25_24h", np.nan)[0])


def test_so2_of_an_hour_above_800_has_no_index_by_the_standard_of_2012(law_on):
    assert np.isnan(index(law_on("2020-01-01"), "so2_1h", 801)[0])


def test_so2_of_an_hour_above_800_is_200_by_the_standard_of_2026(law):
    assert index(law, "so2_1h", 800, 801, 3000) == [200, 200, 200]


def test_ozone_of_eight_hours_above_800_is_300_by_the_standard_of_2026(law):
    assert index(law, "o3_8h", 800, 801) == [300, 300]


@pytest.mark.parametrize(
    ("aqi", "code"),
    [(0, "excellent"), (50, "excellent"), (51, "good"), (200, "moderate"), (201, "heavy"), (301, "severe")],
)
def test_a_category_begins_one_above_the_last(law, aqi, code):
    assert category_of(aqi, law.categories).code == code
