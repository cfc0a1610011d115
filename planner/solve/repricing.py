"""An old plan on changed data: what it costs now, whether it still holds, and how far it can be from the best.

The bound is the multiplier bound at the prices at hand: any prices give one, and those of the old plan a near one, so
that nothing is searched (see multipliers.py).
"""

from dataclasses import dataclass
from math import fsum

import numpy as np

from planner.plan import relative_gap
from planner.problem import NO_INDEX, HardRule, PlanProblem, broken_rules, side_rows
from planner.problem.records import SHARE_TOLERANCE, Floats, Indices
from planner.solve.blocks import falls_apart, make_blocks
from planner.solve.cut_shares import binding_cuts
from planner.solve.families.day_cuts import cut_targets
from planner.solve.multipliers import best_prices, price
from planner.solve.settings import SolveSettings
from planner.solve.shortfall import exact_shortfall

__all__ = ["Repriced", "price_again", "same_options"]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Repriced:
    """What is known of a plan without a new search.

    Attributes:
        cost_yuan: what the plan costs; `bound_yuan` what every plan that meets the cuts costs at least, -inf where the
            problem does not fall apart into groups.
        gap: (cost - bound) / max(1, cost); of a plan that does not hold it says nothing.
        missing_share: (5,) share of the base by which each cut is missed, 0 where it is met; (5 D,) by day.
        broken: the hard rules that the plan breaks; MENU alone where a source has no such measure any more.
        prices: (d,) yuan per 0.01 % of each row that may bind, to be given the next time.
    """

    cost_yuan: float
    bound_yuan: float
    gap: float
    missing_share: Floats
    broken: tuple[HardRule, ...]
    prices: Floats

    @property
    def holds(self) -> bool:
        """Whether the plan is permitted and meets the cuts as it stands."""
        return not self.broken and not self.missing_share.any()


def price_again(
    problem: PlanProblem, chosen: Indices, settings: SolveSettings, prices: Floats | None = None
) -> Repriced:
    """What a plan of older data comes to in this problem.

    Args:
        chosen: (n,) option of each source in this problem (see `same_options`), NO_INDEX where it has none.
        prices: those of an earlier answer; sought anew where none are given or other rows may bind now.
    """
    bound, prices = _bound(problem, settings, prices)
    if np.any(chosen == NO_INDEX):
        none = np.zeros(len(cut_targets(problem)))
        broken: tuple[HardRule, ...] = (HardRule.MENU,)
        return Repriced(
            cost_yuan=np.inf, bound_yuan=bound, gap=np.inf, missing_share=none, broken=broken, prices=prices
        )
    cost = fsum(problem.options.cost_yuan[chosen].tolist())
    short = exact_shortfall(problem, chosen)
    return Repriced(
        cost_yuan=cost,
        bound_yuan=bound,
        gap=relative_gap(cost, bound),
        missing_share=np.where(short > SHARE_TOLERANCE, short, 0.0),
        broken=broken_rules(problem, chosen),
        prices=prices,
    )


def same_options(old: PlanProblem, chosen: Indices, new: PlanProblem) -> Indices:
    """(n,) for each source of the new problem the option that keeps the share which the old plan kept.

    A source that is new takes the least of its menu; one whose menu no longer holds that share gets NO_INDEX.
    """
    kept = dict(zip(old.sources.source_id, old.options.kept_share[chosen].tolist(), strict=True))
    first = new.sources.first_option
    asked = np.array([kept.get(name, np.nan) for name in new.sources.source_id])
    asked = np.where(np.isnan(asked), new.options.kept_share[first[:-1]], asked)
    fits = np.abs(new.options.kept_share - asked[new.options.source]) <= SHARE_TOLERANCE
    place = np.where(fits, np.arange(new.options.count), new.options.count)
    found = np.minimum.reduceat(place, first[:-1]) if len(asked) else np.zeros(0, dtype=np.int64)
    return np.asarray(np.where(found == new.options.count, NO_INDEX, found), dtype=np.int64)


def _bound(problem: PlanProblem, settings: SolveSettings, prices: Floats | None) -> tuple[float, Floats]:
    as_asked = np.zeros(len(cut_targets(problem)))
    cuts = binding_cuts(problem, as_asked, side_rows(problem)) if falls_apart(problem) else None
    blocks = make_blocks(problem, cuts) if cuts else None
    if blocks is None:
        return -np.inf, np.zeros(0)
    fits = prices is not None and len(prices) == len(blocks.need)
    priced = price(blocks, prices) if fits and prices is not None else best_prices(blocks, seed=settings.seed)
    return priced.bound, priced.prices
