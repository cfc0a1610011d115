"""A warm start: the prices and the plan of a neighbouring problem, from which a search sets out.

Neither is trusted. Any prices give a true bound, and a plan counts only where it is permitted and meets the cuts of the
problem at hand. So a start changes how long a search takes, and which of the plans within the gap it finds, never what
is proven. The same problem, settings and start give the same bytes.
"""

from dataclasses import dataclass, replace

import numpy as np

from planner.plan import Plan
from planner.problem import NO_INDEX, PlanProblem, broken_rules
from planner.problem.records import Floats, Indices
from planner.solve.block_city import PlanProof
from planner.solve.repricing import price_again, same_options
from planner.solve.settings import SolveSettings

__all__ = ["Start", "cold_start", "start_from", "start_of", "started"]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Start:
    """Where a search sets out.

    Attributes:
        prices: (d,) yuan per 0.01 % of each row that may bind, of a neighbouring problem; left aside where another
            number of rows may bind now.
        chosen: (n,) option of each source of the problem at hand, NO_INDEX where its menu holds no such measure.
    """

    prices: Floats
    chosen: Indices

    def holds(self, problem: PlanProblem) -> bool:
        """Whether the plan is permitted; whether it meets the cuts is for the search to judge."""
        whole = len(self.chosen) == problem.sources.count and not np.any(self.chosen == NO_INDEX)
        return whole and not broken_rules(problem, self.chosen)


def started(proof: PlanProof, start: Start, cost: float) -> PlanProof:
    """The proof with the plan of a start, which holds here at this cost in yuan."""
    return replace(proof, chosen=start.chosen, cost=cost, bound=min(proof.bound, cost), termination="optimal")


def start_of(problem: PlanProblem, plan: Plan, settings: SolveSettings) -> Start:
    """The start that a solved problem gives its neighbours: its plan, and the prices of its highest bound."""
    return Start(prices=price_again(problem, plan.chosen, settings).prices, chosen=plan.chosen)


def cold_start(problem: PlanProblem) -> Start:
    """A start that knows nothing."""
    return Start(prices=np.zeros(0), chosen=np.full(problem.sources.count, NO_INDEX, dtype=np.int64))


def start_from(old: PlanProblem, start: Start, new: PlanProblem) -> Start:
    """The same start for another problem: each source keeps the share of its activity that it kept."""
    return Start(prices=start.prices, chosen=same_options(old, start.chosen, new))
