"""A winter rehearsed: levels by the air, a plan a stretch, the hours of each line carried from one to the next."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from hashlib import sha256
from math import fsum
from pathlib import Path

import numpy as np
import pandas as pd

from planner.errors import FindingsError, finding
from planner.plan import Plan
from planner.problem import PlanProblem, SeasonHours
from planner.problem.records import Floats
from planner.rules import warning_in_force
from planner.scenario import BASE, Asked, RehearsedDay, Scenario, Stretch, firm_table, rehearse_air, stretches_of
from planner.service.scenarios.answer import pose_scenario
from planner.service.scenarios.ground import Ground
from planner.solve import SolveSettings, solve_problem
from planner.sources import read_forecast
from planner.terms import LEVELS

__all__ = ["Rehearsal", "RehearsalAsked", "StretchPlan", "rehearse"]

MOST_DAYS = 1_000
MOST_STRETCH_DAYS = 10
HOURS_OF_DAY = 24.0


@dataclass(frozen=True, slots=True, kw_only=True)
class RehearsalAsked:
    """What is replayed.

    Attributes:
        air, measured: files of a winter's air; the second judges the first, None: the first itself.
        span: first and last day.
        horizon_days: how many days each morning's forecast looks ahead.
        law_on: day whose law holds throughout.
        season_tolerance: share of the cost that evening the winter's hours may add to each plan; 0: not evened.
    """

    air: Path
    measured: Path | None
    span: tuple[date, date]
    horizon_days: int
    law_on: date
    season_tolerance: float


@dataclass(frozen=True, slots=True, kw_only=True)
class StretchPlan:
    """A stretch with its plan's account: cost and bound over its days; `is_met` whether all cuts are."""

    stretch: Stretch
    cost_yuan: float
    bound_yuan: float
    enterprises: int
    is_met: bool


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Rehearsal:
    """What came of the winter under one day's law.

    Attributes:
        firms: hours of standstill an enterprise over the winter: enterprise_id, enterprise_name, county_code,
            cost_yuan, stopped_hours; the most hours first.
        unevenness: mean over county, sub-process and grade groups of how far apart their hours lie, as the Gini
            coefficient, 0 (all alike) to 1.
    """

    law_on: date
    days: tuple[RehearsedDay, ...]
    plans: tuple[StretchPlan, ...]
    firms: pd.DataFrame
    unevenness: float

    @property
    def cost_yuan(self) -> float:
        """What all plans together cost."""
        return fsum(item.cost_yuan for item in self.plans)

    @property
    def days_by_level(self) -> dict[str, int]:
        """How many days each level was in force."""
        return {str(level): sum(item.level is level for item in self.days) for level in LEVELS}


Progress = Callable[[int, int], None]


def rehearse(ground: Ground, asked: RehearsalAsked, progress: Progress | None = None) -> Rehearsal:
    """The winter of a series under the law of a day.

    Args:
        progress: told how many stretches of how many are planned; what it raises ends the work.

    Raises:
        FindingsError: where a file cannot be read, the law has no criteria or a stretch has no plan.
    """
    planner, city = ground.planner, ground.request.city
    law = warning_in_force(planner.rulebook, planner.rules(city, asked.law_on))
    if law is None:
        raise FindingsError((finding("advice.no_law"),))
    air, found = read_forecast(asked.air, MOST_DAYS)
    measured, told = (air, ()) if asked.measured is None else read_forecast(asked.measured, MOST_DAYS)
    if air is None or measured is None:
        raise FindingsError((*found, *told))
    days = rehearse_air(air, measured, law, asked.horizon_days, asked.span)
    return _planned(ground, asked, days, progress)


def _planned(
    ground: Ground, asked: RehearsalAsked, days: tuple[RehearsedDay, ...], progress: Progress | None
) -> Rehearsal:
    stretches = tuple(part for item in stretches_of(days) for part in _parts(item))
    plans: list[StretchPlan] = []
    tables: list[pd.DataFrame] = []
    hours: dict[str, float] = {}
    problem: PlanProblem | None = None
    for number, stretch in enumerate(stretches):
        if progress:
            progress(number, len(stretches))
        problem = _problem(ground, asked, stretch, hours)
        plan, account = _answer(problem, ground.request.gap, stretch)
        plans.append(account)
        tables.append(firm_table(problem, plan))
        _add_hours(hours, plan, stretch)
    unevenness = 0.0 if problem is None else _unevenness(problem, hours)
    return Rehearsal(law_on=asked.law_on, days=days, plans=tuple(plans), firms=_firms(tables), unevenness=unevenness)


def _parts(stretch: Stretch) -> tuple[Stretch, ...]:
    """A long stretch in parts of as many days as a plan looks at."""
    firsts = pd.date_range(stretch.first, stretch.last, freq=f"{MOST_STRETCH_DAYS}D")
    lasts = [*(item.date() - pd.Timedelta(days=1) for item in firsts[1:]), stretch.last]
    return tuple(
        Stretch(level=stretch.level, first=first.date(), last=pd.Timestamp(last).date())
        for first, last in zip(firsts, lasts, strict=True)
    )


def _problem(ground: Ground, asked: RehearsalAsked, stretch: Stretch, hours: dict[str, float]) -> PlanProblem:
    """The question of a stretch, with the hours of the winter so far where they are to be evened."""
    what = Asked(level=stretch.level, on=asked.law_on, duration_days=stretch.days)
    problem = pose_scenario(ground, Scenario(name=BASE, asked=what)).problem
    if not asked.season_tolerance or not hours:
        return problem
    stopped = np.array([hours.get(name, 0.0) for name in problem.sources.source_id])
    season = SeasonHours(
        stopped_hours=stopped, tolerance=asked.season_tolerance, ledger_sha256=sha256(stopped.tobytes()).hexdigest()
    )
    return replace(problem, season=season)


def _answer(problem: PlanProblem, gap: float, stretch: Stretch) -> tuple[Plan, StretchPlan]:
    result = solve_problem(problem, SolveSettings(gap=gap))
    if result.plan is None or result.report is None:
        raise FindingsError((finding("plan.unknown"),))
    plan = result.plan
    account = StretchPlan(
        stretch=stretch,
        cost_yuan=plan.objective_yuan,
        bound_yuan=result.report.bound_yuan,
        enterprises=len({item.enterprise_id for item in plan.curtailments} - {""}),
        is_met=not plan.shortfalls,
    )
    return plan, account


def _add_hours(hours: dict[str, float], plan: Plan, stretch: Stretch) -> None:
    for item in plan.curtailments:
        hours[item.source_id] = hours.get(item.source_id, 0.0) + HOURS_OF_DAY * stretch.days * (1.0 - item.kept_share)


def _firms(tables: list[pd.DataFrame]) -> pd.DataFrame:
    columns = ["enterprise_id", "enterprise_name", "county_code", "cost_yuan", "stopped_hours"]
    if not tables:
        return pd.DataFrame(columns=columns)
    both = pd.concat(tables)[columns].groupby("enterprise_id", as_index=False, sort=True)
    how = {"enterprise_name": "first", "county_code": "first", "cost_yuan": "sum", "stopped_hours": "sum"}
    summed = both.agg(how)
    return summed.sort_values(["stopped_hours", "enterprise_id"], ascending=[False, True], ignore_index=True)


def _unevenness(problem: PlanProblem, hours: dict[str, float]) -> float:
    """Mean Gini coefficient of the hours inside each group of two lines and more that stood at all."""
    sources = problem.sources
    stopped = np.array([hours.get(name, 0.0) for name in sources.source_id])
    keys = ["|".join(part) for part in zip(sources.county_code, sources.sub_process, sources.grade, strict=True)]
    lines = np.array([kind in {"line", "boiler"} for kind in sources.kind])
    table = pd.DataFrame({"key": keys, "hours": stopped})[lines]
    coefficients = [_gini(group["hours"].to_numpy()) for _, group in table.groupby("key") if len(group) > 1]
    known = [item for item in coefficients if np.isfinite(item)]
    return float(np.mean(known)) if known else 0.0


def _gini(values: Floats) -> float:
    """Gini coefficient of values >= 0; nan where all are 0."""
    ordered, count = np.sort(values), len(values)
    total = ordered.sum()
    if total <= 0.0:
        return float("nan")
    ranks = np.arange(1, count + 1)
    return float((2.0 * (ranks * ordered).sum() / (count * total)) - (count + 1.0) / count)
