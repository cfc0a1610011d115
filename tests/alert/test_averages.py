"""Averages of a day from every hour on: means, eight-hour means of ozone, and what missing hours do."""

import numpy as np

from planner.alert.averages import day_values, validity_of
from tests.alert.air_of import daily, hourly


def test_a_mean_is_taken_from_every_hour_on(law):
    forecast = hourly(pm25=[0.0] * 24 + [24.0] * 24)
    assert day_values(forecast, "pm25_24h", validity_of(law))[0].tolist() == [float(at) for at in range(25)]


def test_twenty_hours_make_a_mean_and_nineteen_do_not(law):
    enough, short = [np.nan] * 4 + [100.0] * 20, [np.nan] * 5 + [100.0] * 19
    means = [day_values(hourly(pm25=hours), "pm25_24h", validity_of(law))[0, 0] for hours in (enough, short)]
    assert means[0] == 100.0
    assert np.isnan(means[1])


def test_ozone_counts_by_its_largest_eight_hours(law):
    forecast = hourly(o3=[0.0] * 10 + [200.0] * 8 + [0.0] * 6)
    assert day_values(forecast, "o3_8h", validity_of(law))[0, 0] == 200.0


def test_eight_hours_that_begin_the_day_before_do_not_count(law):
    forecast = hourly(o3=[200.0] * 7 + [0.0] * 17 + [0.0] * 7)
    assert day_values(forecast, "o3_8h", validity_of(law))[0, 7] == 0.0


def test_the_largest_hour_is_never_below_the_largest_eight_hours(law):
    forecast = daily(o3_8h=[300.0])
    assert day_values(forecast, "o3_1h", validity_of(law))[0, 0] == 300.0


def test_given_running_means_are_taken_as_they_are(law):
    forecast = hourly(o3=[0.0] * 24, o3_8h=[0.0] * 20 + [250.0] * 4)
    assert day_values(forecast, "o3_8h", validity_of(law))[0, 0] == 250.0
