"""How sure a plan is when the list may be wrong and not everybody complies: chances by draws, causes by variance.

What a source truly emits is its listed kilograms times a factor of mean 1 (lognormal; one factor for its activity, one
more for each pollutant); an enterprise complies with its rate, wholly or not at all; all of them independent. A cut of
share t is met where sum(reduction - t * base) over all sources is not negative.
"""

from dataclasses import dataclass

import numpy as np

from planner.plan import Plan
from planner.problem import PlanProblem
from planner.problem.records import Floats, Indices
from planner.terms import POLLUTANTS, Pollutant

__all__ = ["CUT_ROWS", "CutChance", "Doubt", "DoubtAnswer", "DoubtPart", "margins", "weigh_doubt"]

CUT_ROWS = (*map(str, (Pollutant.PM, Pollutant.VOCS)), "so2_nox")
"""The cuts that a level asks: PM, VOCs, and SO2 with NOx as one row."""
DRAWS_AT_ONCE = 64


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Doubt:
    """What is doubted.

    Attributes:
        activity_deviation, pollutant_deviation: standard deviation of the factors, as a share of what is listed.
        rate: (n,) chance that the source's enterprise complies, 0..1.
        draws: how many worlds are drawn; `seed` makes them the same again.
    """

    activity_deviation: float
    pollutant_deviation: float
    rate: Floats
    draws: int
    seed: int


@dataclass(frozen=True, slots=True, kw_only=True)
class CutChance:
    """One cut over all worlds.

    Attributes:
        row: a pollutant, or `so2_nox`.
        target_share: what is asked, of the sum 0..2.
        planned_share: what the plan comes to on paper.
        chance: share of the worlds in which the cut is met; `error` one standard error of it.
        low_share, middle_share, high_share: 5th, 50th and 95th percentile of what is truly reached.
    """

    row: str
    target_share: float
    planned_share: float
    chance: float
    error: float
    low_share: float
    middle_share: float
    high_share: float


@dataclass(frozen=True, slots=True, kw_only=True)
class DoubtPart:
    """Who decides a cut: an enterprise's part of the variance, by what is listed of it and by whether it complies.

    Attributes:
        sources: how many of its sources; `first` the one whose listed kilograms weigh most: to be checked first.
        listed_part, complies_part: shares of the whole variance of the cut, 0..1.
    """

    row: str
    enterprise_id: str
    enterprise_name: str
    first: str
    sources: int
    listed_part: float
    complies_part: float


@dataclass(frozen=True, slots=True, kw_only=True)
class DoubtAnswer:
    """The chance of each cut, of all together, and who decides them, the largest part first."""

    cuts: tuple[CutChance, ...]
    all_met: float
    all_error: float
    parts: tuple[DoubtPart, ...]
    reached: tuple[tuple[float, ...], ...]
    """Of each cut the share reached in each world, in the order of the draws."""


def weigh_doubt(problem: PlanProblem, plan: Plan, doubt: Doubt, most_parts: int = 20) -> DoubtAnswer:
    """The chances of a plan under a doubt; the same doubt gives the same answer.

    Args:
        most_parts: how many enterprises are named for each cut.
    """
    reached = _reached(problem, plan, doubt)
    targets = _targets(problem)
    met = reached >= targets[None, :]
    cuts = tuple(_chance(problem, plan, reached, at) for at in range(len(CUT_ROWS)))
    chance = float(met.all(axis=1).mean())
    parts = tuple(item for at in range(len(CUT_ROWS)) for item in _parts(problem, plan, doubt, at, most_parts))
    columns = tuple(tuple(column.tolist()) for column in reached.T)
    return DoubtAnswer(cuts=cuts, all_met=chance, all_error=_error(chance, doubt.draws), parts=parts, reached=columns)


def margins(answer: DoubtAnswer, confidence: float) -> tuple[tuple[str, float], ...]:
    """Of each cut how many points of share more must be ordered so that it is met with this chance, 0 where it is.

    The quantile that falls short now is moved up to the target: a first guess, to be tried by drawing again.
    """
    found = []
    for cut, reached in zip(answer.cuts, answer.reached, strict=True):
        low = float(np.quantile(np.array(reached), 1.0 - confidence))
        found.append((cut.row, max(0.0, cut.target_share - low)))
    return tuple(found)


def _rows(problem: PlanProblem, plan: Plan) -> tuple[Floats, Floats]:
    """(n, p) normal kilograms and reductions of each source, over the whole base of its pollutant."""
    base = problem.sources.base_kg_per_day
    whole = np.maximum(base.sum(axis=0), np.finfo(float).tiny)
    return base / whole, problem.options.reduction_kg_per_day[plan.chosen] / whole


def _targets(problem: PlanProblem) -> Floats:
    share = {str(item): float(problem.targets.share[at]) for at, item in enumerate(POLLUTANTS)}
    share["so2_nox"] = problem.targets.exchange_sum_share
    return np.array([share[row] for row in CUT_ROWS])


def _columns(row: str) -> list[int]:
    names = (str(Pollutant.SO2), str(Pollutant.NOX)) if row == "so2_nox" else (row,)
    return [POLLUTANTS.index(Pollutant(name)) for name in names]


def _reached(problem: PlanProblem, plan: Plan, doubt: Doubt) -> Floats:
    """(draws, cuts) the share of each cut in each world."""
    base, cut = _rows(problem, plan)
    firms, rate = _firms(problem), doubt.rate
    generator = np.random.default_rng(doubt.seed)
    found = []
    for begin in range(0, doubt.draws, DRAWS_AT_ONCE):
        size = min(DRAWS_AT_ONCE, doubt.draws - begin)
        activity = _factors(generator, (size, problem.sources.count), doubt.activity_deviation)
        complies = (generator.random((size, int(firms.max(initial=-1)) + 1))[:, firms] < rate).astype(float)
        share = np.empty((size, len(POLLUTANTS)))
        for at in range(len(POLLUTANTS)):
            factor = activity * _factors(generator, activity.shape, doubt.pollutant_deviation)
            whole = np.maximum(factor @ base[:, at], np.finfo(float).tiny)
            share[:, at] = (factor * complies) @ cut[:, at] / whole
        found.append(np.column_stack([share[:, _columns(row)].sum(axis=1) for row in CUT_ROWS]))
    return np.concatenate(found)


def _factors(generator: np.random.Generator, shape: tuple[int, ...], deviation: float) -> Floats:
    """Lognormal factors of mean 1 and this standard deviation."""
    spread = np.sqrt(np.log1p(deviation**2))
    return np.asarray(np.exp(spread * generator.standard_normal(shape) - 0.5 * spread**2))


def _firms(problem: PlanProblem) -> Indices:
    """(n,) number of each source's enterprise; a source of no enterprise stands for itself."""
    pairs = zip(problem.sources.enterprise_id, problem.sources.source_id, strict=True)
    names = [firm or source for firm, source in pairs]
    return np.asarray(np.unique(names, return_inverse=True)[1], dtype=np.int64)


def _chance(problem: PlanProblem, plan: Plan, reached: Floats, at: int) -> CutChance:
    target = float(_targets(problem)[at])
    chance = float((reached[:, at] >= target).mean())
    low, middle, high = (float(item) for item in np.quantile(reached[:, at], (0.05, 0.5, 0.95)))
    planned = float(_rows(problem, plan)[1][:, _columns(CUT_ROWS[at])].sum())
    return CutChance(
        row=CUT_ROWS[at],
        target_share=target,
        planned_share=planned,
        chance=chance,
        error=_error(chance, len(reached)),
        low_share=low,
        middle_share=middle,
        high_share=high,
    )


def _error(chance: float, draws: int) -> float:
    return float(np.sqrt(chance * (1.0 - chance) / draws))


def _parts(problem: PlanProblem, plan: Plan, doubt: Doubt, at: int, most: int) -> list[DoubtPart]:
    """First-order parts of the variance of sum(reduction - t * base): (kg (rate * cut - t))^2 v + cut^2 r (1 - r)."""
    base, cut = (part[:, _columns(CUT_ROWS[at])] for part in _rows(problem, plan))
    target = float(_targets(problem)[at]) / base.shape[1]
    kept = doubt.rate[:, None] * cut - target * base
    listed = doubt.activity_deviation**2 * kept.sum(axis=1) ** 2 + doubt.pollutant_deviation**2 * (kept**2).sum(axis=1)
    firms = _firms(problem)
    count = int(firms.max(initial=-1)) + 1
    ordered = np.bincount(firms, weights=cut.sum(axis=1), minlength=count)
    rate = np.bincount(firms, weights=doubt.rate, minlength=count) / np.maximum(np.bincount(firms, minlength=count), 1)
    complies = ordered**2 * rate * (1.0 - rate)
    by_firm = np.bincount(firms, weights=listed, minlength=count)
    whole = max(float((by_firm + complies).sum()), np.finfo(float).tiny)
    order = np.argsort(-(by_firm + complies), kind="stable")
    return [
        _part(
            problem,
            CUT_ROWS[at],
            np.flatnonzero(firms == firm),
            listed,
            (by_firm[firm] / whole, complies[firm] / whole),
        )
        for firm in order[:most]
    ]


def _part(problem: PlanProblem, row: str, sources: Indices, listed: Floats, parts: tuple[float, float]) -> DoubtPart:
    first = int(sources[np.argmax(listed[sources])])
    return DoubtPart(
        row=row,
        enterprise_id=problem.sources.enterprise_id[first],
        enterprise_name=problem.sources.enterprise_name[first],
        first=problem.sources.source_id[first],
        sources=len(sources),
        listed_part=float(parts[0]),
        complies_part=float(parts[1]),
    )
