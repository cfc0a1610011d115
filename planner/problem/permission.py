"""Whether chosen options are a permitted plan: the hard rules that they break, and the required shares behind them."""

from enum import StrEnum

import numpy as np

from planner.problem.records import NO_INDEX, DayTable, Flags, Indices, PlanProblem
from planner.problem.side_rows import side_missing, side_rows

__all__ = ["HardRule", "agreeing_steps", "broken_rules", "required_steps"]

TINY = 1e-9


class HardRule(StrEnum):
    """The families that a permitted plan keeps.

    `obligations`: floor and filed measure of every source; `side_rows`: what several sources owe together.
    """

    OBLIGATIONS = "obligations"
    MENU = "menu"
    SHARE_RULES = "share_rules"
    GRADE_ORDER = "grade_order"
    SIDE_ROWS = "side_rows"


def broken_rules(problem: PlanProblem, chosen: Indices) -> tuple[HardRule, ...]:
    """The hard rules that these options break, in the order of HardRule; equal treatment belongs to the grade order.

    Args:
        chosen: (n,) option of each source, NO_INDEX for a measure that its menu does not hold.
    """
    broken = []
    if np.any(chosen == NO_INDEX):
        broken.append(HardRule.MENU)
    if not _share_rules_hold(problem, chosen):
        broken.append(HardRule.SHARE_RULES)
    if np.any(required_steps(problem, chosen) == NO_INDEX):
        broken.append(HardRule.GRADE_ORDER)
    if np.any(side_missing(side_rows(problem), chosen[chosen != NO_INDEX], problem.options.count) > 0.0):
        broken.append(HardRule.SIDE_ROWS)
    return tuple(broken)


def required_steps(problem: PlanProblem, chosen: Indices) -> Indices:
    """(c,) the lowest step of each cohort that the chosen options agree with and no better grade's step exceeds.

    NO_INDEX where there is none: then the plan breaks the grade order.
    """
    agrees = agreeing_steps(problem, chosen)
    cohorts, result = problem.cohorts, np.full(problem.cohorts.count, NO_INDEX, dtype=np.int64)
    least, group = 0, NO_INDEX
    for index in np.lexsort((cohorts.rank, cohorts.group)):
        least = 0 if cohorts.group[index] != group else least
        group = cohorts.group[index]
        steps = np.flatnonzero(agrees[index, least:])
        result[index] = steps[0] + least if len(steps) else NO_INDEX
        least = max(least, int(result[index]))
    return result


def _share_rules_hold(problem: PlanProblem, chosen: Indices) -> bool:
    rules = problem.share_rules
    weight = np.where(_halted(problem, chosen)[rules.member], rules.weight, 0.0)
    running = np.concatenate([[0.0], np.cumsum(weight)])
    reached = running[rules.first_member[1:]] - running[rules.first_member[:-1]]
    return not np.any(reached < rules.required - TINY)


def agreeing_steps(problem: PlanProblem, chosen: Indices) -> Flags:
    """(c, q) allowed steps that agree with what the chosen options (n,) do to every source of a cohort."""
    cohorts, sources, units = problem.cohorts, problem.sources, problem.units
    agrees = cohorts.allowed.copy()
    limits = (sources.cohort != NO_INDEX) & (sources.unit == NO_INDEX)
    same = (sources.step_option[limits] == chosen[limits, None]) & (chosen[limits, None] != NO_INDEX)
    np.logical_and.at(agrees, sources.cohort[limits], same)
    inside = sources.unit != NO_INDEX
    halted = _halted(problem, chosen)[inside].astype(np.int64)
    count = np.zeros(units.count, dtype=np.int64)
    np.add.at(count, sources.unit[inside], halted)
    fits = (units.halts_min <= count[:, None]) & (count[:, None] <= units.halts_max)
    np.logical_and.at(agrees, units.cohort, fits)
    if problem.days is not None:
        np.logical_and.at(agrees, sources.cohort[inside], _on_their_days(problem, problem.days, chosen[inside]))
    return agrees


def _on_their_days(problem: PlanProblem, days: DayTable, chosen: Indices) -> Flags:
    """(k, q) whether halts beyond the obligations stand on the days that each step is of."""
    beyond = problem.options.halts[chosen] & (chosen != NO_INDEX)
    beyond &= chosen != problem.sources.first_option[problem.options.source[chosen]]
    return np.asarray(~beyond[:, None] | (days.form[chosen][:, None] == days.step_form[None, :]))


def _halted(problem: PlanProblem, chosen: Indices) -> Flags:
    return np.asarray(problem.options.halts[chosen] & (chosen != NO_INDEX))
