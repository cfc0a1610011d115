"""Advice as a whole: thresholds, start and end, margins, members."""

from dataclasses import replace
from datetime import datetime, timedelta

import numpy as np
import pytest

from planner.alert import Action, AdviseOptions, Response, advise
from planner.errors import FindingsError
from planner.terms import BEIJING, Level
from tests.alert.air_of import START, daily, hourly


def ensemble(*series):
    forecasts = [daily(aqi=list(values)) for values in series]
    values = np.concatenate([item.values for item in forecasts])
    causes = np.concatenate([item.causes for item in forecasts])
    return replace(forecasts[0], values=values, causes=causes, members=tuple(f"m{at}" for at in range(len(series))))


@pytest.mark.parametrize(("second", "level"), [(200, Level.YELLOW), (201, Level.ORANGE)])
def test_two_days_must_each_lie_above_the_threshold(law, second, level):
    assert advise(daily(aqi=[80, 201, second, 80]), law).level is level


def test_the_two_means_follow_one_another_from_one_start_hour(law):
    advice = advise(hourly(aqi=[60.0] * 5 + [201.0] * 48 + [60.0] * 40), law)
    assert (advice.level, advice.start) == (Level.ORANGE, START + timedelta(hours=5))


def test_lead_hours_count_from_the_first_row(law):
    assert advise(daily(aqi=[80, 80, 250, 250, 80, 80]), law).lead_hours == 48


def test_the_end_is_the_end_of_the_last_mean_of_the_run(law):
    assert advise(daily(aqi=[250, 250, 80, 80, 80]), law).end == START + timedelta(days=2)


def test_every_start_hour_tells_what_it_reaches(law):
    hours = advise(daily(aqi=[80, 250, 250, 80]), law).start_hours
    assert [item.level for item in hours] == [None, Level.ORANGE, Level.YELLOW, None]


def test_the_margin_tells_quantity_and_hours_to_the_next_level(law):
    margin = advise(daily(aqi=[80, 230, 230, 80]), law).margins[1]
    assert (margin.criterion, margin.highest, margin.short_by, margin.hours_held) == ("2024.red", 230, 70, 0)


def test_a_condition_longer_than_the_forecast_has_no_margin(law):
    assert advise(daily(aqi=[80]), law).margins[1].highest is None


def test_red_has_no_next_level(law):
    assert advise(daily(aqi=[310, 310, 310]), law).margins == ()


def test_probabilities_add_up_to_one(law):
    shares = advise(ensemble([80, 80], [210, 80], [250, 250]), law).probabilities
    assert [item.share for item in shares] == pytest.approx([1 / 3, 1 / 3, 1 / 3, 0])


def test_a_level_that_half_of_the_members_reach_is_advised(law):
    assert advise(ensemble([80, 80], [250, 250]), law).level is Level.ORANGE


def test_a_single_forecast_has_no_probabilities(law):
    assert advise(daily(aqi=[80]), law).probabilities == ()


def test_a_forecast_without_one_whole_day_stops_the_work(law):
    with pytest.raises(FindingsError):
        advise(hourly(pm25=[np.nan] * 10 + [100.0] * 14), law)


def test_sulphur_dioxide_alone_calls_for_a_health_notice(law):
    advice = advise(daily(so2=[1000.0, 1000.0]), law)
    assert (advice.level, advice.response, advice.cause) == (Level.ORANGE, Response.HEALTH_NOTICE, "other")


def test_a_graver_warning_in_force_is_held_through_a_milder_episode(law):
    advice = advise(daily(aqi=[250, 250, 80, 80]), law, AdviseOptions(current=Level.RED))
    assert (advice.level, advice.action) == (Level.ORANGE, Action.DOWNGRADE)


def test_a_notice_of_the_region_without_a_start_begins_with_the_forecast(law):
    advice = advise(daily(aqi=[80, 80]), law, AdviseOptions(regional_level=Level.YELLOW))
    assert (advice.level, advice.start, advice.end, advice.is_regional) == (Level.YELLOW, START, None, True)


def test_a_notice_of_the_region_names_its_own_start(law):
    start = datetime(2026, 12, 1, 18, tzinfo=BEIJING)
    options = AdviseOptions(regional_level=Level.RED, regional_start=start, current=Level.ORANGE)
    advice = advise(daily(aqi=[80, 80]), law, options)
    assert (advice.start, advice.lead_hours, advice.action) == (start, 18, Action.UPGRADE)
