"""What a rule leaves of a line's normal activity: shares, hours, heats, lowest days and cycles as one number."""

from collections.abc import Callable

import numpy as np
import pandas as pd

from planner.problem.records import Floats
from planner.rules import DatedValue, RuleInForce
from planner.terms import Measure, measure_tag

__all__ = ["kept_by_rule", "load_tags"]

CAPACITIES = ("capacity_t_per_day", "permit_capacity_t_per_day", "actual_output_t_per_day")
BY_SHARE_ALONE = frozenset({Measure.LIMIT, Measure.HALT, Measure.HALT_LINES})


def kept_by_rule(frame: pd.DataFrame, rule: RuleInForce) -> Floats:
    """(n,) share of normal activity that the rule leaves, 0..1.

    NaN where the row lacks the number that the measure speaks of: the duty stands, but no kilogram is counted.
    Cuts of load (basis `load`) are counted from the least of approved capacity, permit capacity and last year's actual
    output, all as daily means; normal activity is the actual output.

    Reference: guide of 2020, cement, grade B (base of the cut); orders under the guide of 2019 (coking time, cycles).
    """
    special = _SPECIAL.get(rule.rule.measure) if rule.rule.measure else None
    if special is not None:
        return np.asarray(np.clip(special(frame, rule.dated, float(rule.value)), 0.0, 1.0))
    kept = np.full(len(frame), 1.0 - float(rule.value))
    return kept * _least_capacity_share(frame) if rule.rule.basis == "load" else kept


def load_tags(rule: RuleInForce) -> tuple[str, ...]:
    """The words that an order needs beside the share: hours, heats, the cycle, and what is relaxed after some hours."""
    tags: list[str] = []
    if rule.rule.measure not in BY_SHARE_ALONE and rule.rule.measure is not None:
        tags.append(_tag(rule.rule.measure, rule))
    if rule.dated.after_hours is not None and rule.dated.after_value is not None:
        tags.append(measure_tag(Measure.RELAXED_AFTER, rule.dated.after_hours, rule.dated.after_value))
    return tuple(tags)


def _tag(measure: Measure, rule: RuleInForce) -> str:
    if measure in (Measure.HOLD_HOT, Measure.LOWEST_DAY):
        return str(measure)
    numbers = (float(rule.value),) if rule.dated.hours_on is None else (float(rule.value), rule.dated.hours_on)
    return measure_tag(measure, *numbers)


def _least_capacity_share(frame: pd.DataFrame) -> Floats:
    """Least of the three capacities as a share of the actual output; 1 where no actual output is on record."""
    capacities = frame[list(CAPACITIES)]
    least = capacities.where(capacities > 0.0).min(axis=1).to_numpy(dtype=float)
    actual = frame["actual_output_t_per_day"].to_numpy(dtype=float)
    known = actual > 0.0
    return np.asarray(np.where(known, least / np.where(known, actual, 1.0), 1.0))


def _coking_time(frame: pd.DataFrame, _: DatedValue, hours: float) -> Floats:
    return np.asarray(_numbers(frame, "coking_hours") / hours)


def _heats(frame: pd.DataFrame, _: DatedValue, heats: float) -> Floats:
    return np.asarray(heats / _numbers(frame, "heats_per_day"))


def _lowest_day(frame: pd.DataFrame, _: DatedValue, _value: float) -> Floats:
    return np.asarray(_numbers(frame, "lowest_output_t_per_day") / _numbers(frame, "actual_output_t_per_day"))


def _cycle(frame: pd.DataFrame, dated: DatedValue, hours_off: float) -> Floats:
    hours_on = dated.hours_on or 0.0
    return np.full(len(frame), hours_on / (hours_on + hours_off))


def _numbers(frame: pd.DataFrame, column: str) -> Floats:
    """A number of each row, NaN where it is not on record or zero."""
    values = frame[column].to_numpy(dtype=float)
    return np.where(values > 0.0, values, np.nan)


_SPECIAL: dict[Measure, Callable[[pd.DataFrame, DatedValue, float], Floats]] = {
    Measure.COKING_TIME: _coking_time,
    Measure.HEATS_PER_DAY: _heats,
    Measure.LOWEST_DAY: _lowest_day,
    Measure.CYCLE: _cycle,
}
