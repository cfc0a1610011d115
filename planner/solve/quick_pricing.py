"""The plan of a base answer priced on other amounts and cuts, with a proven gap, in a few milliseconds and no search.

The groups of the base are written out once. At the base's prices, which give a bound on any data, the groups are added
up anew; the plan is the base's own where it still meets the cuts, else the cheapest answer of every group, some of them
at prices a little higher: that takes a little more away, and is permitted because each group answers for itself.
"""

from dataclasses import dataclass
from math import fsum

import numpy as np

from planner.plan import relative_gap
from planner.problem import NO_INDEX, PlanProblem, side_missing, side_rows
from planner.problem.records import SHARE_TOLERANCE, Floats, Indices
from planner.solve.blocks import BlockForm, Blocks, block_form, falls_apart, fill_blocks
from planner.solve.chosen import chosen_options
from planner.solve.cut_shares import Cuts, binding_cuts
from planner.solve.families.day_cuts import cut_targets
from planner.solve.multipliers import Priced, best_prices, decide, price
from planner.solve.rows import CUT_ROWS
from planner.solve.shortfall import exact_shortfall
from planner.solve.start import Start

__all__ = ["PricingGround", "QuickPrice", "price_quickly", "pricing_ground"]

RAISES = (0.02, 0.1, 0.5)
"""By which parts the prices are raised, one after the other, until what every group answers meets the cuts."""
TINY = 1e-9
WIDE = 0.01
"""A gap from which on better prices are looked for."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class PricingGround:
    """A base problem with its groups written out, and the start that its answer gives.

    Attributes:
        family: (n,) number of what each source is decided together with.
        holds: whether the plan of the start is permitted here.
    """

    problem: PlanProblem
    form: BlockForm
    start: Start
    family: Indices
    holds: bool


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class QuickPrice:
    """A plan and a bound without a search.

    Attributes:
        chosen: (n,) the base's plan, or the mended one where the base's misses a cut.
        is_base: whether it is the base's.
        missing_share: (5,) share of the base by which each cut is still missed, on the worst day where there are days;
            then the gap says nothing.
        bound_yuan: what every plan that meets the cuts costs at least.
    """

    chosen: Indices
    is_base: bool
    cost_yuan: float
    bound_yuan: float
    gap: float
    missing_share: Floats


def pricing_ground(problem: PlanProblem, start: Start) -> PricingGround | None:
    """What `price_quickly` needs of a base; None where its cost stage does not fall apart into groups."""
    others = (problem.order_in_force, problem.robust, problem.soft)
    form = block_form(problem) if falls_apart(problem) and not any(others) else None
    if form is None:
        return None
    family = _families(problem, form)
    return PricingGround(problem=problem, form=form, start=start, family=family, holds=start.holds(problem))


def price_quickly(ground: PricingGround, problem: PlanProblem, seed: int) -> QuickPrice | None:
    """The price of the base's plan in a problem that differs from the base in amounts and cuts alone.

    None where the rows that may bind are too many to be priced.

    Raises:
        ValueError: where the problem has other menus or groups than the base.
    """
    if problem.options.halts is not ground.problem.options.halts or problem.cohorts is not ground.problem.cohorts:
        raise ValueError(problem.header.city_slug)
    side = side_rows(problem)
    cuts = binding_cuts(problem, np.zeros(len(cut_targets(problem))), side)
    if cuts is None:
        return None
    blocks, near = fill_blocks(ground.form, problem, cuts), ground.start.prices
    priced = price(blocks, near) if len(near) == len(blocks.need) else best_prices(blocks, seed=seed)
    found = _at_prices(ground, problem, cuts, blocks, priced)
    if found.gap > WIDE and not found.missing_share.any():
        found = _at_prices(ground, problem, cuts, blocks, best_prices(blocks, seed=seed, near=near))
    return None if side_missing(side, found.chosen, problem.options.count).any() else found


def _at_prices(ground: PricingGround, problem: PlanProblem, cuts: Cuts, blocks: Blocks, priced: Priced) -> QuickPrice:
    chosen = ground.start.chosen if ground.holds else problem.sources.first_option[:-1]
    missing = _missing(problem, chosen)
    if missing.any() or not ground.holds:
        chosen, missing = _mended(ground, problem, cuts, blocks, priced)
    cost = fsum(problem.options.cost_yuan[chosen].tolist())
    bound = priced.bound if missing.any() else min(priced.bound, cost)
    return QuickPrice(
        chosen=chosen,
        is_base=chosen is ground.start.chosen,
        cost_yuan=cost,
        bound_yuan=bound,
        gap=relative_gap(cost, bound),
        missing_share=missing.reshape(-1, len(CUT_ROWS)).max(axis=0),
    )


def _missing(problem: PlanProblem, chosen: Indices) -> Floats:
    short = exact_shortfall(problem, chosen)
    return np.where(short > SHARE_TOLERANCE, short, 0.0)


def _mended(
    ground: PricingGround, problem: PlanProblem, cuts: Cuts, blocks: Blocks, priced: Priced
) -> tuple[Indices, Floats]:
    """A plan that meets the cuts, made of the base's and of the groups' cheapest answers, and what it misses yet."""
    decisions = [decide(blocks, priced)]
    for part in RAISES:
        if np.all(decisions[-1].surplus >= 0.0):
            break
        decisions.append(decide(blocks, price(blocks, priced.prices * (1.0 + part))))
    base = (ground.start.chosen,) if ground.holds else ()
    plans = [chosen_options(problem, blocks, item) for item in decisions]
    lows = (*base, *plans[:-1], plans[-1])
    mixed = [_between(ground.family, problem, cuts, priced.prices, (low, plans[-1])) for low in lows]
    plan = min(mixed, key=lambda chosen: float(problem.options.cost_yuan[chosen].sum()))
    return plan, _missing(problem, plan)


def _between(
    family: Indices, problem: PlanProblem, cuts: Cuts, prices: Floats, plans: tuple[Indices, Indices]
) -> Indices:
    """The first plan with as many groups of the second as the cuts need, those that take most for a yuan first."""
    low, high = plans
    surplus = cuts.option_share[low].sum(axis=0) - cuts.target
    count = int(family.max(initial=0)) + 1
    share = cuts.option_share[high] - cuts.option_share[low]
    more = np.column_stack([np.bincount(family, weights=column, minlength=count) for column in share.T])
    cost = problem.options.cost_yuan[high] - problem.options.cost_yuan[low]
    dearer = np.bincount(family, weights=cost, minlength=count)
    useful = np.minimum(more, np.maximum(-surplus, 0.0)) @ prices
    order = np.lexsort((np.arange(count), dearer / np.maximum(useful, TINY)))
    order = order[useful[order] > 0.0]
    reached = np.flatnonzero(np.all(surplus + np.cumsum(more[order], axis=0) >= 0.0, axis=1))
    if not len(reached):
        return high
    taken = np.zeros(count, dtype=bool)
    taken[order[: reached[0] + 1]] = True
    return np.where(taken[family], high, low)


def _families(problem: PlanProblem, form: BlockForm) -> Indices:
    """(n,) what is decided together with each source: its group, or its bundle outside the grade order."""
    sources, groups = problem.sources, int(problem.cohorts.group.max(initial=-1)) + 1
    family = np.zeros(sources.count, dtype=np.int64)
    for column in form.patterns.option.T:
        real = column != NO_INDEX
        family[problem.options.source[column[real]]] = groups + 1 + form.patterns.bundle[real]
    inside = sources.cohort != NO_INDEX
    family[inside] = 1 + problem.cohorts.group[sources.cohort[inside]]
    return family
