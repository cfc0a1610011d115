"""One stage of the objective: the plan of least value under everything that must hold, by groups or by rows."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

import numpy as np

from planner.plan import change_cost, touch_weights
from planner.problem import PlanProblem, SideRows, order_cost, side_missing
from planner.problem.records import SHARE_TOLERANCE, Floats, Indices
from planner.solve.blocks import falls_apart, make_blocks
from planner.solve.compact import CompactModel, compact
from planner.solve.cut_shares import Cuts, binding_cuts
from planner.solve.least_change import merged, search_changes
from planner.solve.model import LinearModel, build_model, read_choice
from planner.solve.proof import prove
from planner.solve.rounds import BlockSearch, PlanProof
from planner.solve.rows import SHARE_SCALE, Columns
from planner.solve.settings import SolveSettings
from planner.solve.shortfall import exact_shortfall
from planner.solve.soft_search import search_soft
from planner.solve.start import Start
from planner.solve.stopping import Stop
from planner.solve.tie_break import break_ties

__all__ = ["Progress", "StageQuestion", "search_stage"]

Progress = Callable[[str], None]

MOST_BY_ROWS = 5_000
"""Options of a city whose rows are searched as well where changes leave a gap."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class StageQuestion:
    """What a stage looks for: the least sum of `problem.options.cost_yuan`, whatever stands there.

    Attributes:
        allowed: (5,) share of the base by which each cut may be missed.
        side: the problem's own side rows, then those of the stage.
        own: the side rows of the stage alone, such as what earlier stages hold fast.
        start: of a neighbouring problem, for the search over groups; None: it sets out from nothing.
    """

    problem: PlanProblem
    settings: SolveSettings
    allowed: Floats
    side: SideRows
    tell: Progress
    stop: Stop
    own: SideRows | None = None
    start: Start | None = None

    def meets(self, chosen: Indices) -> bool:
        """Whether cuts and side rows hold in exact sums."""
        problem = self.problem
        if np.any(exact_shortfall(problem, chosen) - self.allowed > SHARE_TOLERANCE):
            return False
        return not side_missing(self.side, chosen, problem.options.count).any()


def search_stage(question: StageQuestion) -> PlanProof:
    """The plan of least value with its bound; `chosen` None where none was found."""
    found = _by_groups(question)
    if found is None:
        return _by_rows(question)
    return merged(found, _by_rows(question)) if _is_open(question, found) else found


def _is_open(question: StageQuestion, found: PlanProof) -> bool:
    """Whether the changes of a small city, which the groups only weigh, leave a gap that its rows may close."""
    order, problem = question.problem.order_in_force, question.problem
    if order is None or not order.binds or problem.options.count > MOST_BY_ROWS or question.stop.asked():
        return False
    if found.chosen is None:
        return found.termination != "infeasible"
    return found.cost - found.bound > question.settings.gap * max(1.0, found.cost - change_cost(problem, found.chosen))


def _by_groups(question: StageQuestion) -> PlanProof | None:
    """The quick way; None where the problem does not fall apart into groups, or no plan was found so."""
    problem = question.problem
    cuts = binding_cuts(problem, question.allowed, question.side) if falls_apart(problem) else None
    if problem.soft is not None:
        return _softly(question, cuts)
    blocks = make_blocks(problem, cuts) if cuts else None
    if blocks is None:
        return None
    if problem.order_in_force is not None and problem.order_in_force.binds:
        return search_changes(problem, blocks, question.settings, question.meets, question.stop.asked)
    search = BlockSearch(problem, blocks, question.settings, question.meets, question.stop.asked, question.start)
    proof = search.prove()
    question.tell("tie_break")
    proof = search.untie(proof)
    return None if proof.chosen is None and not question.stop.asked() else proof


def _softly(question: StageQuestion, cuts: Cuts | None) -> PlanProof | None:
    """The quick way where the grade order has a price; None beside an order in force that binds."""
    order = question.problem.order_in_force
    if cuts is None or (order is not None and order.binds):
        return None
    return search_soft(question.problem, cuts, question.settings, question.meets, question.stop)


def _by_rows(question: StageQuestion) -> PlanProof:
    """The long way, for any model of rows: its linear relaxation and a growing core, both by HiGHS."""
    problem, settings = question.problem, question.settings
    model = build_model(problem, question.allowed, question.own)
    small = compact(problem, model)
    judge = partial(_missing, question, model, small)
    proof = prove(small, settings, judge)
    question.tell("tie_break")
    if proof.values is None:
        return PlanProof(chosen=None, cost=np.inf, bound=proof.bound, termination=proof.termination)
    values = break_ties(small, proof, settings, judge, _touch(problem, model.columns))
    chosen = read_choice(problem, model.columns, np.asarray(small.spread @ values))
    cost = proof.cost
    if problem.soft is not None:  # the program's own account holds its tolerance
        cost = (
            float(problem.options.cost_yuan[chosen].sum()) + change_cost(problem, chosen) + order_cost(problem, chosen)
        )
    return PlanProof(chosen=chosen, cost=cost, bound=min(proof.bound, cost), termination=proof.termination)


def _touch(problem: PlanProblem, columns: Columns) -> Floats:
    """(k,) what each column adds to the number of enterprises touched."""
    weights, touch = touch_weights(problem), np.zeros(columns.count)
    used = np.flatnonzero(columns.option >= 0)
    touch[columns.option[used]] = weights[used]
    return touch


def _missing(question: StageQuestion, model: LinearModel, small: CompactModel, values: Floats) -> Floats:
    """By how much a 0/1 answer misses each row, side rows and cuts being the last of them."""
    problem = question.problem
    chosen = read_choice(problem, model.columns, np.asarray(small.spread @ values))
    short = exact_shortfall(problem, chosen) - question.allowed
    cuts = np.where(short > SHARE_TOLERANCE, short, 0.0)
    last = np.concatenate([side_missing(question.side, chosen, problem.options.count), cuts])
    rows = np.zeros(len(small.lower))
    rows[-len(last) :] = last * SHARE_SCALE
    return rows
