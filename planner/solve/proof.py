"""Bound first, fix by reduced cost, prove the core: a plan and a bound for the whole city from a small search.

The bound is the Lagrangian of the linear relaxation at its duals, evaluated here in plain arithmetic (Neumaier and
Shcherbina 2004, doi 10.1007/s10107-003-0433-3), so that it does not rest on a solver's tolerances. A column at 0 or 1
whose reduced cost exceeds (plan - bound) can change in no better plan: it is fixed for good.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np

from planner.problem.records import Floats
from planner.solve.compact import CompactModel
from planner.solve.mathopt_edge import Answer, Program, solve_program
from planner.solve.settings import SolveSettings

__all__ = ["Proof", "Relaxation", "prove", "relax"]

LEAST_CORE = 30
CORE_PART = 400
NO_REGRET = 1e-9
GROWTH = 1.6
EMPTY_GROWTH = 3.0
SEARCH_PART = 0.95
MOST_ROUNDS = 40
LEAST_TIGHTENING = 1e-7

Judge = Callable[[Floats], Floats]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Relaxation:
    """Bound, reduced costs and duals of the linear relaxation; `infeasible` where it has no solution at all."""

    bound: float
    reduced_cost: Floats
    infeasible: bool


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Proof:
    """The best 0/1 answer (None: none found), its cost, and the proven bound."""

    values: Floats | None
    cost: float
    bound: float
    relaxation: Relaxation
    termination: str


def relax(model: CompactModel, settings: SolveSettings) -> Relaxation:
    """The linear relaxation of the model, with a bound that holds whatever the solver's tolerances were."""
    continuous = np.zeros(len(model.cost), dtype=bool)
    answer = solve_program(_program(model, model.lower, continuous), gap=0.0, seed=settings.seed, node_limit=0)
    if not len(answer.duals):
        return Relaxation(bound=-np.inf, reduced_cost=np.zeros(len(model.cost)), infeasible=answer.infeasible)
    duals = np.where((answer.duals > 0.0) & np.isinf(model.lower), 0.0, answer.duals)
    duals = np.where((duals < 0.0) & np.isinf(model.upper), 0.0, duals)
    reduced = model.cost - np.asarray(model.matrix.T @ duals)
    sides = np.where(
        duals > 0.0,
        np.where(np.isinf(model.lower), 0.0, model.lower),
        np.where(np.isinf(model.upper), 0.0, model.upper),
    )
    bound = float(model.offset + duals @ sides + np.minimum(0.0, reduced) @ model.cap)
    return Relaxation(bound=bound, reduced_cost=reduced, infeasible=False)


def prove(model: CompactModel, settings: SolveSettings, missing: Judge) -> Proof:
    """A plan within the gap, with its proof; or the best that the limits let find.

    Args:
        missing: from a 0/1 answer, by how much each row is missed in exact arithmetic, in the row's unit (0: met).
    """
    relaxation = relax(model, settings)
    proof = Proof(values=None, cost=np.inf, bound=relaxation.bound, relaxation=relaxation, termination="infeasible")
    if relaxation.infeasible:
        return proof
    reach = _first_reach(relaxation)
    lower = model.lower
    for _ in range(MOST_ROUNDS):
        fixed = (np.abs(relaxation.reduced_cost) > reach) & model.is_integer
        answer = _search_core(model, lower, relaxation, fixed, settings)
        proof = _improve(model, proof, answer, missing)
        outside = float(np.abs(relaxation.reduced_cost[fixed]).min()) if fixed.any() else np.inf
        untouched = lower is model.lower
        proof = _raise_bound(proof, min(_bound(answer), relaxation.bound + outside) if untouched else -np.inf, answer)
        lower, is_tighter = _tighten(lower, answer, missing)
        if _is_proven(proof, settings) or not (fixed.any() or is_tighter):
            break
        reach = reach if is_tighter else _wider(reach, proof, answer)
    return proof


def _wider(reach: float, proof: Proof, answer: Answer) -> float:
    """A core without a plan grows fast, one with a plan slowly, and none beyond what the proof needs."""
    if not answer.feasible:
        return EMPTY_GROWTH * reach
    return min(max(proof.cost - proof.relaxation.bound, reach), GROWTH * reach)


def _first_reach(relaxation: Relaxation) -> float:
    """The reduced cost up to which the first core goes: the columns of least regret, a small part of all."""
    regret = np.abs(relaxation.reduced_cost)
    size = max(LEAST_CORE, len(regret) // CORE_PART)
    real = np.sort(regret[regret > NO_REGRET])
    return max(float(real[min(size, len(real) - 1)]), 1.0) if len(real) else 1.0


def _search_core(
    model: CompactModel, lower: Floats, relaxation: Relaxation, fixed: np.ndarray, settings: SolveSettings
) -> Answer:
    at_top = fixed & (relaxation.reduced_cost < 0.0)
    program = _program(model, lower, model.is_integer)
    low, high = program.low.copy(), program.high.copy()
    low[at_top], high[fixed & ~at_top] = model.cap[at_top], 0.0
    enough = relaxation.bound / (1.0 - settings.gap) if settings.gap > 0.0 and relaxation.bound > 1.0 else None
    core = replace(program, low=low, high=high)
    return solve_program(
        core, gap=SEARCH_PART * settings.gap, seed=settings.seed, node_limit=settings.node_limit, enough=enough
    )


def _improve(model: CompactModel, proof: Proof, answer: Answer, missing: Judge) -> Proof:
    if not answer.feasible:
        return proof
    values = np.where(model.is_integer, np.round(answer.values), answer.values)
    cost = float(model.cost @ values + model.offset)
    if cost >= proof.cost or bool(np.any(missing(values) > 0.0)):
        return proof
    return replace(proof, values=values, cost=cost, termination=answer.termination)


def _bound(answer: Answer) -> float:
    return np.inf if answer.infeasible else answer.bound


def _raise_bound(proof: Proof, bound: float, answer: Answer) -> Proof:
    termination = answer.termination if proof.values is None else proof.termination
    return replace(proof, bound=min(max(proof.bound, bound), proof.cost), termination=termination)


def _tighten(lower: Floats, answer: Answer, missing: Judge) -> tuple[Floats, bool]:
    """Rows that an answer misses by less than the solver's tolerance are asked for a little more next time.

    Bounds of such a round speak of the tightened model and are not used.
    """
    short = missing(np.round(answer.values)) if answer.feasible else np.zeros(0)
    if not np.any(short > 0.0):
        return lower, False
    return np.where(short > 0.0, lower + np.maximum(2.0 * short, LEAST_TIGHTENING), lower), True


def _is_proven(proof: Proof, settings: SolveSettings) -> bool:
    return proof.values is not None and proof.cost - proof.bound <= settings.gap * max(1.0, proof.cost)


def _program(model: CompactModel, lower: Floats, is_integer: np.ndarray) -> Program:
    return Program(
        cost=model.cost,
        offset=model.offset,
        low=np.zeros(len(model.cost)),
        high=model.cap,
        is_integer=is_integer,
        matrix=model.matrix,
        lower=lower,
        upper=model.upper,
    )
