"""The last stages: of all plans of the same proven-optimal cost those that touch fewest, of these always the same."""

import numpy as np
from scipy import sparse

from planner.problem.records import Floats
from planner.solve.compact import CompactModel
from planner.solve.mathopt_edge import Program, solve_program
from planner.solve.proof import Judge, Proof
from planner.solve.settings import SolveSettings

__all__ = ["break_ties"]

OPTIMAL_GAP = 1e-6
FEN_PER_YUAN = 100.0
TIE_NODE_LIMIT = 200
MIX = 2_654_435_761
WEIGHT_RANGE = 1_000_003
TOUCH_WEIGHT = 1e8


def break_ties(model: CompactModel, proof: Proof, settings: SolveSettings, missing: Judge, touch: Floats) -> Floats:
    """The answer of least tie weight among those of the same cost in whole fen; the proof's own where the gap is open.

    Args:
        touch: (k_full,) what each column of the full model adds to the number of enterprises touched.

    Weights are distinct numbers drawn from column positions, so that equal weight sums are as good as impossible.
    Only columns whose reduced cost lies within the gap can differ between such answers.
    """
    assert proof.values is not None  # noqa: S101 - the caller has a plan
    if proof.cost - proof.bound > OPTIMAL_GAP * max(1.0, proof.cost):
        return proof.values
    answer = solve_program(
        _tie_program(model, proof, model.spread.T @ touch), gap=0.0, seed=settings.seed, node_limit=TIE_NODE_LIMIT
    )
    if not answer.feasible:
        return proof.values
    values = np.where(model.is_integer, np.round(answer.values), answer.values)
    fen = _fen(model)
    same = float(fen @ values) == float(fen @ proof.values)
    return values if same and not np.any(missing(values) > 0.0) else proof.values


def _tie_program(model: CompactModel, proof: Proof, touch: Floats) -> Program:
    assert proof.values is not None  # noqa: S101 - the caller has a plan
    reach = proof.cost - proof.relaxation.bound + 1.0 / FEN_PER_YUAN
    fixed = (np.abs(proof.relaxation.reduced_cost) > reach) & model.is_integer
    fen = _fen(model)
    total = float(fen @ proof.values)
    weights = np.where(model.is_integer, (np.arange(len(model.cost)) * MIX) % WEIGHT_RANGE + 1.0, 0.0)
    return Program(
        cost=weights + TOUCH_WEIGHT * touch,
        offset=0.0,
        low=np.where(fixed, proof.values, 0.0),
        high=np.where(fixed, proof.values, model.cap),
        is_integer=model.is_integer,
        matrix=sparse.csr_array(sparse.vstack([model.matrix, sparse.csr_array(fen[None, :])])),
        lower=np.append(model.lower, total),
        upper=np.append(model.upper, total),
    )


def _fen(model: CompactModel) -> Floats:
    return np.round(model.cost * FEN_PER_YUAN)
