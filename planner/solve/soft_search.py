"""The cost stage where equal treatment and grade order have a price: yuan and what is paid for the order together."""

from dataclasses import replace

from planner.problem import PlanProblem, order_cost
from planner.problem.records import Indices
from planner.solve.cut_shares import Cuts
from planner.solve.rounds import BlockSearch, Judge, PlanProof
from planner.solve.settings import SolveSettings
from planner.solve.soft_blocks import in_parts, make_soft_blocks
from planner.solve.stopping import Stop

__all__ = ["search_soft"]

GAP_PART = 0.98
"""Of what the gap allows on the second look: the first plan may be a little dearer than the last."""


def search_soft(
    problem: PlanProblem, cuts: Cuts, settings: SolveSettings, meets: Judge, stop: Stop
) -> PlanProof | None:
    """The plan of least cost and paid order with its bound of both; None where the city does not fall apart.

    The gap asked for speaks of the cost alone: where the order takes a large part of the sum, a second search asks for
    as much less.
    """
    blocks = make_soft_blocks(problem, cuts)
    if blocks is None:
        return None

    def searched(limits: SolveSettings) -> PlanProof:
        search = BlockSearch(in_parts(problem), blocks, limits, meets, stop.asked)
        search = search.costing(lambda chosen: _total(problem, chosen))
        return search.untie(search.prove())

    found = searched(settings)
    if found.chosen is None or stop.asked():
        return None if not stop.asked() else found
    yuan = max(1.0, float(problem.options.cost_yuan[found.chosen].sum()))
    if found.cost - found.bound <= settings.gap * yuan:
        return found
    again = searched(replace(settings, gap=GAP_PART * settings.gap * yuan / found.cost))
    best = again if again.chosen is not None and again.cost <= found.cost else found
    return replace(best, bound=min(max(found.bound, again.bound), best.cost))


def _total(problem: PlanProblem, chosen: Indices) -> float:
    return float(problem.options.cost_yuan[chosen].sum()) + order_cost(problem, chosen)
