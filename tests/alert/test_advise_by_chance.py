"""What must hold for any forecast: more pollution never lowers the level, a shift in time only shifts the answer."""

from datetime import timedelta

import numpy as np
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from planner.alert import advise
from planner.alert.air import measure_air
from planner.terms import Level
from tests.alert.air_of import START, daily, hourly

SETTINGS = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
CONCENTRATIONS = st.lists(st.floats(0, 700), min_size=1, max_size=10)
POLLUTANTS = st.sampled_from(["pm25", "pm10", "so2", "no2", "o3_8h"])
DAYS = st.sampled_from(["2018-01-10", "2020-12-01", "2026-12-01"])


def rank(level: Level | None) -> int:
    return level.rank if level else 0


@SETTINGS
@given(day=DAYS, pollutant=POLLUTANTS, values=CONCENTRATIONS, more=st.floats(0, 300), data=st.data())
def test_more_pollution_never_lowers_the_level(law_on, day, pollutant, values, more, data):
    at = data.draw(st.integers(0, len(values) - 1))
    raised = [value + (more if place == at else 0) for place, value in enumerate(values)]
    before, after = (advise(daily(**{pollutant: series}), law_on(day)) for series in (values, raised))
    assert rank(after.level) >= rank(before.level)


@SETTINGS
@given(values=st.lists(st.floats(0, 1300), min_size=24, max_size=48), more=st.floats(0, 500), day=DAYS)
def test_more_ozone_in_an_hour_never_lowers_the_index(law_on, values, more, day):
    raised = [values[0] + more, *values[1:]]
    before, after = (measure_air(hourly(o3=series), law_on(day)).aqi for series in (values, raised))
    assert (after >= before).all()


@SETTINGS
@given(
    blocks=st.lists(st.tuples(st.integers(1, 40), st.integers(0, 400)), min_size=3, max_size=8),
    hours=st.integers(1, 500),
)
def test_a_shift_in_time_only_shifts_the_answer(law, blocks, hours):
    values = [float(value) for count, value in blocks for _ in range(count)][:240]
    values += [0.0] * max(0, 24 - len(values))
    shift = timedelta(hours=hours)
    here, there = (advise(hourly(aqi=values, start=START + by), law) for by in (timedelta(), shift))
    assert there.level is here.level
    assert there.start == (here.start + shift if here.start else None)
    assert there.end == (here.end + shift if here.end else None)


@SETTINGS
@given(values=st.lists(st.integers(0, 500), min_size=1, max_size=10))
def test_a_day_by_the_hour_reaches_at_least_the_level_of_the_same_day(law, values):
    by_hour = [float(value) for value in values for _ in range(24)]
    assert rank(advise(hourly(aqi=by_hour), law).level) >= rank(advise(daily(aqi=values), law).level)


@SETTINGS
@given(values=st.lists(st.integers(0, 500), min_size=1, max_size=10))
def test_the_level_is_the_highest_that_a_start_reaches(law, values):
    advice = advise(daily(aqi=values), law)
    assert rank(advice.level) == max(rank(item.level) for item in advice.start_hours)
    assert np.isclose(len(advice.start_hours), len(values))


def plain_level(values: list[float]) -> int:
    """The criteria of 2024 read word by word: from each start hour so many 24-hour means, each over the threshold."""
    found = 0
    for start in range(len(values) - 23):
        ends = range(start + 24, len(values) + 1, 24)
        means = [sum(values[end - 24 : end]) / 24 for end in ends]
        run = next((at for at, mean in enumerate(means) if mean <= 200), len(means))
        mild = next((at for at, mean in enumerate(means) if mean <= 150), len(means))
        if run >= 3 and max(means[:run]) > 300:
            found = max(found, 3)
        elif run >= 2 or mild >= 3:
            found = max(found, 2)
        elif run >= 1 or mild >= 2:
            found = max(found, 1)
    return found


@SETTINGS
@given(blocks=st.lists(st.tuples(st.integers(6, 40), st.integers(100, 400)), min_size=2, max_size=8))
def test_the_level_is_that_of_a_plain_reading_of_the_criteria(law, blocks):
    values = [float(value) for count, value in blocks for _ in range(count)][:240]
    values += [0.0] * max(0, 24 - len(values))
    assert rank(advise(hourly(aqi=values), law).level) == plain_level(values)
