"""The last word by HiGHS on what is left within a reach, grown up to what the proof needs."""

from collections.abc import Callable
from dataclasses import replace

import numpy as np

from planner.problem.records import Floats
from planner.solve.block_city import City, PlanProof, decision_of, improve, is_proven, raise_bound, within
from planner.solve.branching import Branching, branch
from planner.solve.chosen import chosen_options
from planner.solve.core import core_decision, core_program, make_core
from planner.solve.mathopt_edge import Program
from planner.solve.multipliers import Decision
from planner.solve.reduced import Reduced
from planner.solve.reduced_program import close_program, owners_of, reduced_program, shares_of, taken_of
from planner.solve.regrets import find_regrets

__all__ = ["branched", "close", "is_tangled"]

MOST_ROUNDS, CLOSE_GROWTH = 24, 3.0
FIRST_REACH = 4.0
"""Of a branching, in gaps: less would not prove a plan that lies some gaps above the bound."""

FEW_ROWS = 5
"""With more rows that something within reach could miss, partial plans are many and nearly all end short of one."""

LIFT = 2e-6
"""In 0.01 % of the base: asked beyond the need where an answer missed it by less than the solver's tolerance."""


def is_tangled(city: City, reach: float) -> bool:
    """Whether so many rows may be missed within reach that branching does better than partial plans."""
    if city.is_wide or reach <= 0.0 or len(city.priced.prices) <= FEW_ROWS:
        return False
    return len(within(city, reach).of(city.priced.prices)) > FEW_ROWS


def branched(city: City, proof: PlanProof, reach: float) -> PlanProof:
    """Branching on what is left within a reach, grown until the proof is there or its counted nodes run out."""
    settings = city.settings
    reach = max(reach, FIRST_REACH * settings.gap * max(1.0, city.priced.bound))
    for _ in range(MOST_ROUNDS):
        if city.stopped() or is_proven(proof, settings):
            break
        reach = min(reach, proof.cost - city.priced.bound)
        reduced = within(city, reach)
        if not reduced.items:
            break
        proof, is_whole = _branch_once(city, proof, reduced, city.priced.bound + reach)
        if not is_whole or reach >= proof.cost - city.priced.bound:
            break
        reach = CLOSE_GROWTH * reach
    return proof


def _branch_once(city: City, proof: PlanProof, reduced: Reduced, outside: float) -> tuple[PlanProof, bool]:
    """The proof after one branching, and whether nothing but `outside`, the cost beyond its reach, held it back."""

    def taken(values: Floats) -> Decision:
        return decision_of(city, reduced, taken_of(reduced, values))

    program = replace(reduced_program(reduced, reduced.of(city.default.surplus)), offset=city.base)
    found = branch(
        Branching(program=program, share=shares_of(reduced), owner=owners_of(reduced)),
        city.settings,
        min(outside, proof.cost),
        lambda values: city.judge(chosen_options(city.problem, city.blocks, taken(values))),
        city.stopped,
    )
    if found.values is not None:
        proof, _ = improve(city, proof, taken(found.values))
    proof = raise_bound(proof, found.bound)
    return proof, found.bound >= min(outside, proof.cost) or is_proven(proof, city.settings)


def close(city: City, proof: PlanProof, reach: float) -> PlanProof:
    """The last word by HiGHS on what is left within a reach, grown up to what the proof needs."""
    lift, settings = 0.0, city.settings
    if proof.chosen is not None and not city.problem.days:
        reach = proof.cost - city.priced.bound
    for _ in range(MOST_ROUNDS):
        if city.stopped() or is_proven(proof, settings):
            break
        reach = min(reach, proof.cost - city.priced.bound)
        program, read = _question(city, reach, lift)
        answer = close_program(program, settings)
        missed = False
        if answer.feasible:
            proof, missed = improve(city, proof, read(answer.values))
        inside = np.inf if answer.infeasible else answer.bound
        proof = raise_bound(proof, min(inside, city.priced.bound + reach) if lift == 0.0 else -np.inf)
        if missed and lift > 0.0:
            break
        lift = LIFT if missed else 0.0
        if not missed and reach >= proof.cost - city.priced.bound:
            break
        reach = reach if missed else CLOSE_GROWTH * reach
    return proof


def _question(city: City, reach: float, lift: float) -> tuple[Program, Callable[[Floats], Decision]]:
    """What is left within reach as a program, and how its answers are read: reduced, by day as the core.

    Args:
        lift: asked beyond what the rows need, in 0.01 %.
    """
    reduced = None if city.problem.days else within(city, reach)
    if reduced is not None and reduced.items:
        program = reduced_program(reduced, reduced.of(city.default.surplus) - lift)
        left = reduced
        return replace(program, offset=city.base), lambda values: decision_of(city, left, taken_of(left, values))
    core = make_core(city.blocks, find_regrets(city.blocks, city.priced, reach), reach)
    return core_program(city.blocks, core, lift), lambda values: core_decision(city.blocks, core, city.default, values)
