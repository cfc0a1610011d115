"""The referee's own arithmetic of an episode day by day: what is real on each day, what is missed, what follows."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from math import fsum

import numpy as np

from planner.audit.recount import Recount, close, missed_cuts
from planner.plan import AuditCheck, Plan, PlanDay
from planner.problem import PlanProblem
from planner.problem.records import Flags, Floats, Indices, Schedule

__all__ = ["check_days", "on_other_days", "span_by_table", "worst_days"]

HOURS = 24
TINY = 1e-9


def worst_days(problem: PlanProblem, chosen: np.ndarray, counted: Recount) -> Recount:
    """The recount with the cuts missed on any day: of each the greatest share that is missed."""
    worst: dict[str, float] = {}
    for share in _shares(problem, chosen, counted.base):
        for name, gap in missed_cuts(problem, share):
            worst[name] = max(gap, worst.get(name, 0.0))
    return replace(counted, missing=tuple(worst.items()))


def check_days(problem: PlanProblem, plan: Plan, counted: Recount) -> Iterator[AuditCheck]:
    """Every day's account, the kilograms of the mean day and what goes on after the end."""
    yield _mean(problem, plan)
    shares = _shares(problem, plan.chosen, counted.base)
    wrong = [item.day for item, share in zip(plan.days, shares, strict=False) if not _same_day(problem, item, share)]
    count = len(plan.days) == len(shares) == problem.header.duration_days
    yield AuditCheck(code="audit.days.accounts", passed=count and not wrong, place=str(wrong[0]) if wrong else "")
    yield _tail(problem, plan)
    yield _asked(problem, plan)


def span_by_table(problem: PlanProblem, option: int) -> tuple[datetime, datetime | None]:
    """The moments from which the source of an option comes down and at which it is released."""
    header = problem.header
    if problem.days is None:
        return header.start, header.end
    course = _course(problem, option)
    end = header.end if course.end_hours is None else header.start + timedelta(hours=course.end_hours)
    return header.start + timedelta(hours=course.begin_hours), end


def on_other_days(problem: PlanProblem, chosen: Indices) -> Flags:
    """(k, q) whether a line that is halted beyond its obligation stands on other days than a step is of."""
    assert problem.days is not None  # noqa: S101 - the caller has days
    obliged = np.isin(chosen, problem.sources.first_option)
    own = [[problem.days.form[option] != form for form in problem.days.step_form] for option in chosen]
    wrong = np.array(own, dtype=bool).reshape(len(chosen), len(problem.days.step_form))
    wrong[obliged | ~problem.options.halts[chosen]] = False
    return wrong


def _course(problem: PlanProblem, option: int) -> Schedule:
    assert problem.days is not None  # noqa: S101 - the caller has days
    return problem.days.schedules[int(problem.days.schedule[option])]


def _shares(problem: PlanProblem, chosen: np.ndarray, base: Floats) -> list[Floats]:
    """(4,) share of the base that is real on each day, day by day."""
    assert problem.days is not None  # noqa: S101 - the caller has days
    full = np.take(problem.days.full_kg_per_day, chosen, axis=0)
    real = np.array([_course(problem, option).real for option in chosen]).reshape(len(chosen), -1)
    shares = []
    for part in real.T:
        taken = [fsum((full[:, index] * part).tolist()) for index in range(full.shape[1])]
        shares.append(np.array([cut / whole if whole > 0 else 0.0 for cut, whole in zip(taken, base, strict=True)]))
    return shares


def _same_day(problem: PlanProblem, stated: PlanDay, share: Floats) -> bool:
    """Whether a day says its hours, its shares and kilograms, which cuts are met and what is missed."""
    missing = dict(missed_cuts(problem, share))
    first = problem.header.start + timedelta(hours=HOURS * (stated.day - 1))
    given = {item.pollutant: item.missing_share for item in stated.shortfalls}
    same = set(given) == set(missing) and all(close(given[name], gap) for name, gap in missing.items())
    same = same and (stated.start, stated.end) == (first, first + timedelta(hours=HOURS))
    pairs = [*zip(stated.totals, share.tolist(), strict=True)]
    numbers = ((item.share, one) for item, one in pairs)
    kilograms = ((item.reduction_kg_per_day, one * item.base_kg_per_day) for item, one in pairs)
    traded = not {"so2", "nox", "so2_nox"} & set(missing)
    met = {"so2": traded, "nox": traded, "pm": "pm" not in missing, "vocs": "vocs" not in missing}
    agrees = all(item.met == met[str(item.pollutant)] for item, _ in pairs)
    return same and agrees and all(close(one, two) for one, two in (*numbers, *kilograms))


def _mean(problem: PlanProblem, plan: Plan) -> AuditCheck:
    """The kilograms of each chosen option are those of its mean day."""
    assert problem.days is not None  # noqa: S101 - the caller has days
    mean = np.array([fsum(item.real) / len(item.real) for item in problem.days.schedules])
    found = problem.days.full_kg_per_day[plan.chosen] * mean[problem.days.schedule[plan.chosen]][:, None]
    stated = problem.options.reduction_kg_per_day[plan.chosen]
    wrong = np.flatnonzero(np.any(np.abs(found - stated) > TINY * np.maximum(1.0, found), axis=1))
    place = problem.sources.source_id[wrong[0]] if len(wrong) else ""
    return AuditCheck(code="audit.days.mean_day", passed=len(wrong) == 0, place=place)


def _tail(problem: PlanProblem, plan: Plan) -> AuditCheck:
    """What goes on after the end: kilograms at the full reduction, and yuan."""
    if plan.tail is None or problem.days is None:
        return AuditCheck(code="audit.days.tail", passed=False)
    full = np.take(problem.days.full_kg_per_day, plan.chosen, axis=0)
    hours = np.array([_course(problem, option).tail_hours for option in plan.chosen])
    found = [fsum((full[:, index] * hours / HOURS).tolist()) for index in range(full.shape[1])]
    found.append(fsum(np.take(problem.days.tail_yuan, plan.chosen).tolist()))
    stated = (*plan.tail.reduction_kg, plan.tail.cost_yuan)
    passed = all(close(one, two) for one, two in zip(stated, found, strict=True))
    return AuditCheck(code="audit.days.tail", passed=passed)


def _asked(problem: PlanProblem, plan: Plan) -> AuditCheck:
    """Each curtailment permits by day what the schedule of its option does."""
    place = {name: index for index, name in enumerate(problem.sources.source_id)}
    wrong = [
        item.source_id
        for item in plan.curtailments
        if item.kept_by_day != _course(problem, plan.chosen[place[item.source_id]]).kept
    ]
    return AuditCheck(code="audit.days.asked", passed=not wrong, place=wrong[0] if wrong else "")
