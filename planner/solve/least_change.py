"""Family 10 in the search over groups: at most so many changed enterprises, or each at a price.

An enterprise of several parts is weighed (`change_parts`). The weights are tuned where the multiplier bound is dearest;
then each round searches at its weights: its bound holds whatever they are, and its plan is counted exactly.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np

from planner.plan import change_table
from planner.problem import OrderInForce, PlanProblem
from planner.problem.records import Floats, Indices
from planner.solve.blocks import Blocks
from planner.solve.change_parts import (
    ChangeParts,
    first_weights,
    make_parts,
    shifted_weights,
    with_limit,
    with_price,
)
from planner.solve.chosen import chosen_options
from planner.solve.multipliers import best_prices, decide
from planner.solve.rounds import BlockSearch, PlanProof
from planner.solve.settings import SolveSettings

__all__ = ["merged", "search_changes"]

TUNINGS = 12
MOST_ROUNDS = 2
MOST_TRIES = 4
LABEL_LIMIT, NODE_LIMIT = 60_000, 100
"""Of one round: it need not prove what the next one, at other weights, proves more easily."""

REPAIR_GAP = 3e-4
"""Of a search under a lowered limit: it is for its plan, the bound is that of the limit itself."""

Judge = Callable[[Indices], bool]


def search_changes(
    problem: PlanProblem, blocks: Blocks, settings: SolveSettings, meets: Judge, stopped: Callable[[], bool]
) -> PlanProof:
    """The cheapest plan under a limit of changes, or at a price of each: cost and bound then hold the price too.

    Args:
        blocks: the groups of the problem without regard to the order in force.
        meets: whether chosen options meet everything else that must hold.
    """
    order = problem.order_in_force
    assert order is not None  # noqa: S101 - the caller has one
    parts = make_parts(problem, blocks, change_table(problem))
    city = _City(problem=problem, blocks=blocks, order=order, parts=parts, meets=meets, stopped=stopped)
    proof = PlanProof(chosen=None, cost=np.inf, bound=-np.inf, termination="limit")
    weights = city.tuned(settings)
    if weights is None:
        return replace(proof, termination="infeasible")
    for turn in range(MOST_ROUNDS):
        found = city.search(weights, city.settings_of(settings, proof), order.most_changes)
        if found.chosen is None:
            break
        proof = merged(proof, *city.within(weights, settings, found))
        if stopped() or city.is_proven(proof, settings):
            break
        weights = shifted_weights(parts, weights, found.chosen, 1.0 / (turn + 2.0))
    return proof


def merged(*proofs: PlanProof) -> PlanProof:
    """The best plan of several with the best bound."""
    best = min(proofs, key=lambda proof: proof.cost)
    return replace(best, bound=min(max(proof.bound for proof in proofs), best.cost))


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class _City:
    """What stays the same over all rounds."""

    problem: PlanProblem
    blocks: Blocks
    order: OrderInForce
    parts: ChangeParts
    meets: Judge
    stopped: Callable[[], bool]

    @property
    def price(self) -> float:
        """Yuan that a changed enterprise counts."""
        return self.order.change_price_yuan or 0.0

    def tuned(self, settings: SolveSettings) -> Floats | None:
        """The weights of the highest multiplier bound met on the way; None where it rules every plan out."""
        weights = best_weights = first_weights(self.parts)
        least, best = int(self.parts.table.unavoidable.sum()), -np.inf
        if self.order.most_changes is not None and self.order.most_changes < least:
            return None
        is_exact = bool(np.all((weights == 0.0) | (weights == 1.0)))
        for turn in range(1 if is_exact else TUNINGS):
            blocks = self._shaped(weights, self.order.most_changes)
            priced = best_prices(blocks, seed=settings.seed)
            if priced.bound > self._dearest():
                return None
            if priced.bound > best:
                best, best_weights = priced.bound, weights
            chosen = chosen_options(self.problem, blocks, decide(blocks, priced))
            weights = shifted_weights(self.parts, weights, chosen, 1.0 / (turn + 2.0))
        return best_weights

    def search(self, weights: Floats, settings: SolveSettings, most: int | None) -> PlanProof:
        """The plan of least weighed cost at these weights; it may change more than the limit."""
        blocks = self._shaped(weights, most)
        limits = replace(
            settings,
            label_limit=min(settings.label_limit, LABEL_LIMIT),
            node_limit=min(settings.node_limit, NODE_LIMIT),
        )
        search = BlockSearch(self.problem, blocks, limits, self.meets, self.stopped)
        search = search.costing(lambda chosen: self._weighed(weights, chosen))
        return search.untie(search.prove())

    def within(self, weights: Floats, settings: SolveSettings, found: PlanProof) -> tuple[PlanProof, ...]:
        """What a round proves, its plan at its exact cost; a plan beyond the limit is sought anew under a lower one."""
        most = self.order.most_changes
        bound, lower = replace(found, chosen=None, cost=np.inf), most
        for _ in range(MOST_TRIES):
            if found.chosen is None:
                break
            count = self.parts.table.count(found.chosen)
            if most is None or lower is None or count <= most:
                return bound, replace(found, cost=self.cost(found.chosen), bound=-np.inf)
            lower -= count - most
            found = self.search(weights, replace(settings, gap=max(settings.gap, REPAIR_GAP)), lower)
        return (bound,)

    def cost(self, chosen: Indices) -> float:
        """The cost of chosen options, changes at their price included."""
        return self._yuan(chosen) + self.price * self.parts.table.count(chosen)

    def settings_of(self, settings: SolveSettings, so_far: PlanProof) -> SolveSettings:
        """The gap asked for speaks of the cost alone: less is left where the price of changes counts as well."""
        if so_far.chosen is None or so_far.cost <= 1.0:
            return settings
        return replace(settings, gap=settings.gap * min(1.0, max(1.0, self._yuan(so_far.chosen)) / so_far.cost))

    def is_proven(self, proof: PlanProof, settings: SolveSettings) -> bool:
        """Whether plan and bound are as close as asked."""
        if proof.chosen is None:
            return False
        return proof.cost - proof.bound <= settings.gap * max(1.0, self._yuan(proof.chosen))

    def _shaped(self, weights: Floats, most: int | None) -> Blocks:
        if most is not None:
            return with_limit(self.problem, self.blocks, self.parts, weights, most)
        return with_price(self.problem, self.blocks, self.parts, weights, self.price)

    def _dearest(self) -> float:
        """More than any plan can cost."""
        first, cost = self.problem.sources.first_option[:-1], self.problem.options.cost_yuan
        yuan = float(np.maximum.reduceat(cost, first).sum()) if len(first) else 0.0
        return 1.0 + 1.001 * (yuan + self.price * len(self.parts.table.names))

    def _weighed(self, weights: Floats, chosen: Indices) -> float:
        return self._yuan(chosen) + self.price * self.parts.weigh(weights, chosen)

    def _yuan(self, chosen: Indices) -> float:
        return float(self.problem.options.cost_yuan[chosen].sum())
