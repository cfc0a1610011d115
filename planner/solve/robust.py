"""Holding when some fail: rows of one parameter each, exact where it is fixed, a valid relaxation over an interval.

Failures: sum of the K largest of r = min over h of K h + sum of max(0, r_i - h), so that with h fixed the cut is
sum of min(r_i, h) >= t + K h; for h in [a, b] every robust plan keeps sum of min(r_i, b) >= t + K a.
Chance: sum of c_i r_i - z s >= t with s^2 = sum of c_i (1 - c_i) r_i^2; with s fixed both are linear rows, and for s
in [a, b] every robust plan keeps sum of c_i r_i >= t + z a and sum of c_i (1 - c_i) r_i^2 <= b^2.
Plans come from a fixed point (the parameter that the last plan itself has), proofs from branching on the intervals.
"""

from dataclasses import dataclass, replace
from math import fsum, sqrt
from statistics import NormalDist

import numpy as np

from planner.plan import cut_shares_of, find_robust
from planner.problem import PlanProblem, Robust, SideRows, join_rows
from planner.problem.records import Floats, Indices
from planner.solve.rounds import PlanProof
from planner.solve.shortfall import deepest_choice
from planner.solve.stage_search import StageQuestion, search_stage

__all__ = ["search_robust"]

MOST_POINTS = 8
MOST_NODES = 24
SLACK = 1e-10
"""Share of the base by which a cut that cannot hold is asked for less than the deepest measures leave of it."""
MARGIN = 1e-13
"""Share of the base that a fixed row asks beyond its need, so that rounding errors never make a plan miss it."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class _City:
    """`shares` (m, 5) of each option; `need` (5,) what must be left of each cut; `active` the cuts with a need."""

    question: StageQuestion
    robust: Robust
    shares: Floats
    need: Floats
    active: Indices

    def parameter(self, chosen: Indices) -> Floats:
        """(5,) the parameter that a plan itself has: its K-th largest share, or its standard deviation."""
        taken = self.shares[chosen]
        if self.robust.failures:
            size = min(self.robust.failures, len(taken))
            return np.asarray(np.sort(taken, axis=0)[len(taken) - size])
        rate = self.robust.rate
        return np.array([sqrt(fsum((rate * (1.0 - rate) * column * column).tolist())) for column in taken.T])

    def search(self, low: Floats, high: Floats) -> PlanProof:
        """The cheapest plan that keeps the rows of these intervals."""
        own = join_rows(*(self._rows(index, low[index], high[index]) for index in self.active.tolist()))
        question = self.question
        stage = replace(question, side=join_rows(question.side, own), own=own)
        return search_stage(stage)

    def can_hold(self, low: Floats, high: Floats) -> bool:
        """Whether every row of these intervals alone can be kept by some options."""
        if np.any(low > high):
            return False
        first = self.question.problem.sources.first_option[:-1]
        rate = self.robust.rate[self.question.problem.options.source] if self.robust.probability else None
        for index in self.active.tolist():
            value = np.minimum(self.shares[:, index], high[index]) if rate is None else rate * self.shares[:, index]
            ask = self.robust.failures if rate is None else NormalDist().inv_cdf(self.robust.probability)
            if fsum(np.maximum.reduceat(value, first).tolist()) < self.need[index] + ask * low[index] - SLACK:
                return False
        return True

    def snapped(self, index: int, middle: float) -> tuple[float, float]:
        """End of the lower and start of the upper half: a K-th largest share is the share of some option."""
        if not self.robust.failures:
            return middle, middle
        values = np.unique(self.shares[:, index])
        above = int(np.searchsorted(values, middle, side="left"))
        return float(values[max(above - 1, 0)]), float(values[min(above, len(values) - 1)])

    def holds(self, chosen: Indices) -> bool:
        """Whether a plan leaves of each cut what it must, in exact sums."""
        kept = [item.kept_share for item in find_robust(self.question.problem, chosen)]
        return all(kept[index] >= self.need[index] - 1e-11 for index in self.active.tolist())

    def _rows(self, index: int, low: float, high: float) -> SideRows:
        share, need = self.shares[:, index], self.need[index]
        if self.robust.failures:
            margin = MARGIN if low == high else 0.0
            return _row(index, np.minimum(share, high), need + self.robust.failures * low + margin)
        rate = self.robust.rate[self.question.problem.options.source]
        mean = _row(index, rate * share, need + NormalDist().inv_cdf(self.robust.probability) * low)
        scale = max(high, MARGIN) ** 2
        return join_rows(mean, _row(index, -rate * (1.0 - rate) * share * share / scale, -(high**2) / scale - MARGIN))


def search_robust(question: StageQuestion) -> PlanProof:
    """The cheapest plan whose cuts hold when some fail.

    A cut that even the deepest measures leave missed is asked only for what these leave.
    """
    robust = question.problem.robust
    assert robust is not None  # noqa: S101 - the caller has one
    city = _city(replace(question, tell=lambda _: None), robust)
    root = _solved(city, _Node(low=np.zeros(5), high=_widest(city)))
    bound = max(root.bound, 0.0) if np.isfinite(root.bound) else 0.0
    best = PlanProof(chosen=None, cost=np.inf, bound=bound, termination="limit")
    if root.chosen is not None:
        best = _climb(city, city.parameter(root.chosen), best)
    if best.chosen is None:
        best = _climb(city, city.parameter(_deepest(question.problem)), best)
    return best if best.chosen is None else _branch(city, root, best)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class _Node:
    """Intervals of the parameters (5,), the bound over them, and the plan of their relaxation (None: none found)."""

    low: Floats
    high: Floats
    bound: float = -np.inf
    chosen: Indices | None = None


def _climb(city: _City, parameter: Floats, best: PlanProof) -> PlanProof:
    """Plans at fixed parameters, each time those of the last plan, until none is cheaper."""
    for _ in range(MOST_POINTS):
        found = city.search(parameter, parameter)
        if found.chosen is None or not city.holds(found.chosen):
            break
        is_better = found.cost < best.cost
        if is_better:
            best = replace(found, bound=best.bound)
        following = city.parameter(found.chosen)
        if not is_better or np.array_equal(following, parameter):
            break
        parameter = following
    return best


def _branch(city: _City, root: _Node, best: PlanProof) -> PlanProof:
    """The bound over all parameters: of the node of least bound both halves are searched, until none can be better."""
    nodes, floor, gap = [root], np.inf, city.question.settings.gap
    for _ in range(MOST_NODES):
        nodes = sorted((node for node in nodes if node.bound < _enough(best, gap)), key=lambda node: node.bound)
        if not nodes or city.question.stop.asked():
            break
        node = nodes.pop(0)
        if node.chosen is None:
            floor = min(floor, node.bound)
            continue
        if city.holds(node.chosen):
            cost = float(city.question.problem.options.cost_yuan[node.chosen].sum())
            best = replace(best, chosen=node.chosen, cost=cost) if cost < best.cost else best
        else:
            best = _climb(city, np.clip(city.parameter(node.chosen), node.low, node.high), best)
        nodes += [_solved(city, half) for half in _halves(city, node)]
    proven = min(floor, _enough(best, gap), *(node.bound for node in nodes))
    return replace(best, bound=min(max(best.bound, proven), best.cost), termination="optimal")


def _enough(best: PlanProof, gap: float) -> float:
    """The bound from which on a part of the plans needs no further look."""
    return best.cost - gap * max(1.0, best.cost)


def _solved(city: _City, node: _Node) -> _Node:
    if not city.can_hold(node.low, node.high):
        return replace(node, bound=np.inf)
    found = city.search(node.low, node.high)
    bound = np.inf if found.chosen is None and found.termination == "infeasible" else found.bound
    return replace(node, bound=max(node.bound, bound), chosen=found.chosen)


def _halves(city: _City, node: _Node) -> tuple[_Node, _Node]:
    """The node split at the relaxed plan's own parameter, on the cut that this plan misses most."""
    assert node.chosen is not None  # noqa: S101 - the caller has one
    kept = np.array([item.kept_share for item in find_robust(city.question.problem, node.chosen)])
    width = node.high - node.low
    open_rows = [index for index in city.active.tolist() if width[index] > 0.0]
    index = max(open_rows, key=lambda row: (max(0.0, city.need[row] - kept[row]), width[row]), default=0)
    at = city.parameter(node.chosen)[index]
    inside = node.low[index] + 0.1 * width[index] < at < node.high[index] - 0.1 * width[index]
    middle = at if inside else 0.5 * (node.low[index] + node.high[index])
    low, high = node.low.copy(), node.high.copy()
    high[index], low[index] = city.snapped(index, middle)
    return replace(node, high=high), replace(node, low=low)


def _city(question: StageQuestion, robust: Robust) -> _City:
    problem = question.problem
    targets = np.append(problem.targets.share, problem.targets.exchange_sum_share)
    left = np.array([item.kept_share for item in find_robust(problem, _deepest(problem))])
    need = np.where(left >= targets, targets, left - SLACK)
    return _City(
        question=question,
        robust=robust,
        shares=cut_shares_of(problem),
        need=need,
        active=np.flatnonzero((targets > 0.0) & (need > 0.0)),
    )


def _widest(city: _City) -> Floats:
    """(5,) no less than the parameter of any plan."""
    problem, rate = city.question.problem, city.robust.rate
    if city.robust.failures:
        most = np.maximum.reduceat(city.shares, problem.sources.first_option[:-1], axis=0)
        return np.asarray(np.sort(most, axis=0)[-min(city.robust.failures, len(most))])
    variance = (rate * (1.0 - rate))[problem.options.source][:, None] * city.shares**2
    worst = np.maximum.reduceat(variance, problem.sources.first_option[:-1], axis=0).sum(axis=0)
    return np.asarray(np.sqrt(worst) * (1.0 + MARGIN))


def _deepest(problem: PlanProblem) -> Indices:
    """The deepest plan that the grade order permits, else the last option of each source."""
    found = deepest_choice(problem)
    return problem.sources.first_option[1:] - 1 if found is None else found


def _row(index: int, value: Floats, need: float) -> SideRows:
    option = np.flatnonzero(value)
    return SideRows(
        family=("robust",),
        label=(str(index),),
        need=np.array([need]),
        row=np.zeros(len(option), dtype=np.int64),
        option=option,
        value=value[option],
    )
