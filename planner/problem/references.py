"""What the filed list as written and the grade rule alone come to: ways of answering a level without any search."""

import math

import numpy as np
import pandas as pd

from planner.alert import Alert
from planner.problem.cohorts import Menus, find_menus, grade_index
from planner.problem.floors import filed_kept_shares, rounded
from planner.problem.ground import Ground
from planner.problem.options import costs_yuan, reductions, shown_shares
from planner.problem.permission import HardRule, broken_rules
from planner.problem.records import NO_INDEX, Flags, Floats, Indices, PlanProblem
from planner.problem.reference import Reference, ReferenceName
from planner.problem.scopes import matching_rules, scope_mask
from planner.rules import RuleInForce, RulesInForce
from planner.terms import Measure, SourceKind, Standing

__all__ = ["find_references"]


def find_references(ground: Ground, problem: PlanProblem, rules: RulesInForce, alert: Alert) -> tuple[Reference, ...]:
    """Both references, on the very rows of the problem; costs over the alert's days.

    `filed`: floors and the measures that firms declared, as written. `grade_rule`: the floors of the rules and, on top
    of them, the grade principle alone, without any filed measure: B limits its load by the mildest share that its menu
    names, C halts the fewest whole lines that the principle asks for (the cheapest ones), D halts every line; what
    cannot stop limits its load instead.

    Reference: rules of kind `principle` (national.grade_principle.*) and of kind `menu`.
    """
    filed = filed_kept_shares(ground.frame, ground.floors, ground.standings, alert.level)
    graded = _by_grade_rule(ground, rules, alert)
    return (
        _reference(ReferenceName.FILED, filed, ground, problem, alert.duration_days),
        _reference(ReferenceName.GRADE_RULE, graded, ground, problem, alert.duration_days),
    )


def _reference(name: ReferenceName, kept: Floats, ground: Ground, problem: PlanProblem, days: int) -> Reference:
    frame, floors, everyone = ground.frame, ground.floors, np.arange(len(ground.frame))
    taken = reductions(frame, floors, everyone, kept)
    shown = shown_shares(floors, everyone, kept)
    owner = frame["enterprise_id"].where(frame["enterprise_id"] != "", frame["source_id"])
    return Reference(
        name=str(name),
        cost_yuan=math.fsum(costs_yuan(frame, floors, everyone, kept, days).tolist()),
        reduction_kg_per_day=tuple(math.fsum(column) for column in taken.T.tolist()),
        enterprises=int(owner[shown < 1.0].nunique()),
        breaks=_breaks(problem, shown),
    )


def _breaks(problem: PlanProblem, shown: Floats) -> tuple[str, ...]:
    """The hard rules that keeping these shares breaks; less than what a source is obliged to breaks its obligations."""
    options, first = problem.options, problem.sources.first_option[:-1]
    chosen = _options_of(problem, shown)
    less = shown > options.kept_share[first]
    broken = broken_rules(problem, chosen)
    outside = np.any((chosen == NO_INDEX) & ~less)
    named = (*([HardRule.OBLIGATIONS] if np.any(less) else []), *broken)
    return tuple(str(item) for item in named if item is not HardRule.MENU or outside)


def _options_of(problem: PlanProblem, shown: Floats) -> Indices:
    """(n,) the option of each source that keeps this share, NO_INDEX where its menu has none."""
    options = problem.options
    chosen = np.full(problem.sources.count, NO_INDEX, dtype=np.int64)
    same = np.flatnonzero(options.kept_share == shown[options.source])[::-1]
    chosen[options.source[same]] = same
    return chosen


def _by_grade_rule(ground: Ground, rules: RulesInForce, alert: Alert) -> Floats:
    """(n,) share kept under floors and the grade principle."""
    frame, standings = ground.frame, ground.standings
    kept, mildest = ground.floors.kept_share.copy(), _mildest_limits(frame, find_menus(rules))
    firms = np.isin(frame["source_kind"], [SourceKind.LINE, SourceKind.BOILER])
    firms = np.asarray(firms & (standings.standing == str(Standing.ORDERABLE)))
    for rule in matching_rules(rules, "principle", alert.level):
        mask = firms & scope_mask(frame, rule)
        halts = _halted_by(ground, mask, rule, alert)
        limited = mask if rule.rule.measure is Measure.LIMIT else mask & ~_has_stoppable(frame, mask)
        if rule.rule.measure is Measure.HALT:
            limited = mask & ~halts
        kept = np.where(halts, 0.0, np.where(limited, np.minimum(kept, mildest), kept))
    return rounded(np.maximum(kept, standings.least_kept_share))


def _mildest_limits(frame: pd.DataFrame, menus: Menus) -> Floats:
    """(n,) share kept under the mildest limit of the grade's menu, 1 where it names none."""
    least = np.where(menus.allowed[:, 1:], menus.steps[1:], np.inf).min(axis=1, initial=np.inf)
    kept = 1.0 - np.where(np.isfinite(least), least, 0.0)
    return np.asarray(kept[grade_index(frame)])


def _halted_by(ground: Ground, mask: Flags, rule: RuleInForce, alert: Alert) -> Flags:
    """(n,) lines that a principle halts: all that can stop, or the cheapest of each firm up to its number of lines."""
    stoppable = mask & ground.frame["can_stop"].to_numpy(dtype=bool)
    if rule.rule.measure is Measure.HALT:
        return np.asarray(stoppable)
    if rule.rule.measure is not Measure.HALT_LINES:
        return np.zeros(len(ground.frame), dtype=bool)
    return _cheapest(ground, stoppable, float(rule.value), alert)


def _cheapest(ground: Ground, stoppable: Flags, lines: float, alert: Alert) -> Flags:
    """The cheapest lines of each firm to halt; lines that the floors halt come first and count."""
    frame, everyone = ground.frame, np.arange(len(ground.frame))
    cost = costs_yuan(frame, ground.floors, everyone, np.zeros(len(frame)), alert.duration_days)
    cost = np.where(ground.floors.kept_share <= 0.0, -1.0, cost)
    at = np.flatnonzero(stoppable)
    ordered = at[np.argsort(cost[at], kind="stable")]
    place = pd.Series(ordered).groupby(frame["enterprise_id"].to_numpy()[ordered], sort=False).cumcount()
    halted = np.zeros(len(frame), dtype=bool)
    halted[ordered[place.to_numpy() < lines]] = True
    return halted


def _has_stoppable(frame: pd.DataFrame, mask: Flags) -> Flags:
    """(n,) whether the firm has a masked line that can stop."""
    stops = pd.Series(mask & frame["can_stop"].to_numpy(dtype=bool), index=frame.index)
    return np.asarray(stops.groupby(frame["enterprise_id"]).transform("any").to_numpy(dtype=bool))
