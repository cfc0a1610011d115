"""The cheapest halts that the enterprise share rules ask for: the least that a problem obliges to, in whole lines."""

import numpy as np

from planner.problem.records import Indices, PlanProblem

__all__ = ["cheapest_halts"]

TINY = 1e-9


def cheapest_halts(problem: PlanProblem) -> Indices:
    """(n,) first option of each source, and for each share rule halts of its cheapest lines until it is met.

    Lines that stand already count first, then lines by yuan a unit of weight. A rule that whole lines cannot meet stays
    broken.
    """
    sources, options, rules = problem.sources, problem.options, problem.share_rules
    chosen, deepest = sources.first_option[:-1].copy(), sources.first_option[1:] - 1
    rule = np.repeat(np.arange(rules.count), np.diff(rules.first_member))
    member, weight = rules.member, np.where(options.halts[deepest[rules.member]], rules.weight, 0.0)
    stands = options.halts[chosen[member]]
    yuan = options.cost_yuan[deepest[member]] - options.cost_yuan[chosen[member]]
    price = np.where(stands, -1.0, yuan / np.where(weight > 0.0, weight, TINY))
    order = np.lexsort((price, rule))
    running = np.cumsum(weight[order])
    before = np.concatenate([[0.0], running])[rules.first_member[:-1]][rule[order]] if rules.count else running
    asked = (running - weight[order] - before < rules.required[rule[order]] - TINY) & (weight[order] > 0.0)
    halted = member[order[asked]]
    chosen[halted] = deepest[halted]
    return chosen
