"""The referee's own look at family 7, source by source, without a line of the room that made the book."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

import numpy as np

from planner.plan import Plan
from planner.problem import PlanProblem
from planner.problem.records import Floats
from planner.terms import DUTY_MEASURES, split_tag

__all__ = ["Breach", "Loosening", "breaches", "loosenings"]

ROUNDING = 1e-9
CONDUCT = frozenset(str(item) for item in DUTY_MEASURES)


@dataclass(frozen=True, slots=True, kw_only=True)
class Breach:
    """A source of which a stricter level asks less though it could ask as much."""

    laxer: str
    stricter: str
    source_id: str
    at_most: float
    found: float


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Loosening:
    """A source of which a stricter level asks less: its laxer and stricter kept share, the duties that end."""

    laxer: str
    stricter: str
    source_id: str
    laxer_kept_share: float
    stricter_kept_share: float
    duties: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class _Side:
    """One level: kept shares of the plan, of the obligations and of the deepest options; sets of duties."""

    level: str
    kept: Floats
    obliged: Floats
    deepest: Floats
    duties: tuple[frozenset[str], ...]
    source_id: tuple[str, ...]


def breaches(problems: tuple[PlanProblem, ...], plans: tuple[Plan, ...]) -> Iterator[Breach]:
    """Every source and pair of levels where what was chosen at the laxer level is given up at the stricter one.

    Reference: design, family 7; what floors and filed measures oblige to is not chosen.
    """
    for laxer, stricter in combinations(map(_side, problems, plans), 2):
        chosen = laxer.kept < laxer.obliged - ROUNDING
        limit = np.where(laxer.kept > stricter.deepest, laxer.kept, stricter.deepest)
        for index in np.flatnonzero(chosen & (stricter.kept > limit + ROUNDING)).tolist():
            yield Breach(
                laxer=laxer.level,
                stricter=stricter.level,
                source_id=laxer.source_id[index],
                at_most=float(limit[index]),
                found=float(stricter.kept[index]),
            )


def loosenings(problems: tuple[PlanProblem, ...], plans: tuple[Plan, ...]) -> Iterator[Loosening]:
    """Every source and pair of levels where the stricter plan asks less, for whatever reason."""
    for laxer, stricter in combinations(map(_side, problems, plans), 2):
        for index, name in enumerate(laxer.source_id):
            gone = laxer.duties[index] - stricter.duties[index]
            if gone or stricter.kept[index] - laxer.kept[index] > ROUNDING:
                yield Loosening(
                    laxer=laxer.level,
                    stricter=stricter.level,
                    source_id=name,
                    laxer_kept_share=float(laxer.kept[index]),
                    stricter_kept_share=float(stricter.kept[index]),
                    duties=tuple(sorted(gone)),
                )


def _side(problem: PlanProblem, plan: Plan) -> _Side:
    sources, options = problem.sources, problem.options
    deepest = np.ones(sources.count)
    np.minimum.at(deepest, options.source, options.kept_share)
    named = [frozenset(split_tag(tag)[0] for tag in tags) & CONDUCT for tags in options.measure_sets]
    return _Side(
        level=str(problem.header.level),
        kept=options.kept_share[plan.chosen],
        obliged=options.kept_share[sources.first_option[:-1]],
        deepest=deepest,
        duties=tuple(named[place] for place in options.measures[plan.chosen].tolist()),
        source_id=sources.source_id,
    )
