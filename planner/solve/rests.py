"""The search for an off-peak plan: how many weeks each group of lines rests, at least cost, with a proven bound.

Since every line of a group rests equally long and in one stretch, the cost knows nothing of which weeks those are: one
0/1 choice a group and number of weeks.
"""

from dataclasses import dataclass

import numpy as np
from scipy import sparse

from planner.plan import RestChoice
from planner.problem import RestProblem, allowed_weeks
from planner.problem.records import Floats, Indices
from planner.problem.rests import WEEK_DAYS
from planner.solve.mathopt_edge import Program, solve_program
from planner.solve.settings import SolveSettings, ortools_version

__all__ = ["rest_program", "solve_rests"]

TRIALS = 5
SAFER = 2e-6
"""Of what is asked so much more is asked again where the solver's own tolerance left a cut short."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class _Columns:
    """(c,) group and weeks of each 0/1 choice, its cost and (c, p) the kilograms that it takes from the winter."""

    group: Indices
    weeks: Indices
    cost: Floats
    fall: Floats


def solve_rests(problem: RestProblem, settings: SolveSettings) -> RestChoice | None:
    """The cheapest weeks of rest that meet every cut; None where there are none or the counted limits ran out."""
    columns, bound = _columns(problem), -np.inf
    for trial in range(TRIALS):
        program = _program(problem, columns, 1.0 + trial * SAFER)
        answer = solve_program(program, gap=settings.gap, seed=settings.seed, node_limit=settings.node_limit)
        bound = max(bound, answer.bound) if trial == 0 else bound
        if not answer.feasible:
            return None
        chosen = answer.values > 0.5  # noqa: PLR2004 - a 0/1 choice
        if np.all(columns.fall[chosen].sum(axis=0) >= problem.asked_kg):
            return _choice(problem, columns, chosen, bound, settings)
    return None


def _choice(
    problem: RestProblem, columns: _Columns, chosen: np.ndarray, bound: float, settings: SolveSettings
) -> RestChoice:
    weeks = np.zeros(len(problem.groups), dtype=np.int64)
    weeks[columns.group[chosen]] = columns.weeks[chosen]
    cost = float(columns.cost[chosen].sum())
    return RestChoice(
        weeks=tuple(weeks.tolist()),
        bound_yuan=min(max(0.0, bound), cost),
        solver_version=ortools_version(),
        seed=settings.seed,
    )


def rest_program(problem: RestProblem) -> Program:
    """The integer program: see `_program`."""
    return _program(problem, _columns(problem), 1.0)


def _columns(problem: RestProblem) -> _Columns:
    pairs = [(at, weeks) for at in range(len(problem.groups)) for weeks in allowed_weeks(problem, at)]
    group, weeks = np.array(pairs, dtype=np.int64).reshape(-1, 2).T
    lines, count = problem.lines, len(problem.groups)
    fall = np.column_stack([np.bincount(lines.group, part, count) for part in lines.fall_kg_per_day.T])
    lost, restart = (np.bincount(lines.group, part, count) for part in (lines.cost_yuan_per_day, lines.restart_yuan))
    days = (WEEK_DAYS * weeks).astype(np.float64)
    return _Columns(
        group=group,
        weeks=weeks,
        cost=lost[group] * days + restart[group] * (weeks > 0),
        fall=fall[group] * days[:, None],
    )


def _program(problem: RestProblem, columns: _Columns, safer: float) -> Program:
    """One number of weeks a group; every cut met; a worse grade rests no less than a better one.

    sum_w take[g, w] = 1;  sum fall[g, w] take[g, w] >= asked;  sum w take[worse, w] >= sum w take[better, w].
    """
    count, size = len(problem.groups), len(columns.cost)
    one = sparse.csr_array((np.ones(size), (columns.group, np.arange(size))), shape=(count, size))
    asked = np.flatnonzero(problem.asked_kg > 0.0)
    cuts = sparse.csr_array((columns.fall[:, asked] / problem.asked_kg[asked]).T)
    order = _order(problem, columns)
    return Program(
        cost=columns.cost,
        offset=0.0,
        low=np.zeros(size),
        high=np.ones(size),
        is_integer=np.ones(size, dtype=bool),
        matrix=sparse.csr_array(sparse.vstack([one, cuts, order])),
        lower=np.concatenate([np.ones(count), np.full(len(asked), safer), np.zeros(order.shape[0])]),
        upper=np.concatenate([np.ones(count), np.full(len(asked) + order.shape[0], np.inf)]),
    )


def _order(problem: RestProblem, columns: _Columns) -> sparse.csr_array:
    rows = np.zeros((len(problem.above), len(problem.groups)))
    for at, (worse, better) in enumerate(problem.above):
        rows[at, worse], rows[at, better] = 1.0, -1.0
    return sparse.csr_array(rows[:, columns.group] * columns.weeks)
