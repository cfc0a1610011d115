"""CBC through PuLP on the very same model: the one rival that MathOpt does not bring."""

import re
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from scipy.sparse import csr_matrix

from planner.solve.mathopt_edge import Program

if TYPE_CHECKING:
    import pulp

__all__ = ["CbcAnswer", "solve_with_cbc"]

CbcAnswer = tuple[float | None, float | None, float]
"""Objective (None: no plan found) and bound (None: not told) in yuan, seconds."""

LOWER_BOUND = re.compile(r"^(?:Lower bound|Best possible):\s+(\S+)", re.MULTILINE)
OBJECTIVE = re.compile(r"^Objective value:\s+(\S+)", re.MULTILINE)


def solve_with_cbc(program: Program, gap: float, cap_seconds: float) -> CbcAnswer:
    """What CBC's log tells of this program; one thread, default settings but for gap and cap.

    The seconds are those of CBC's process with PuLP's writing of the model before it and reading of the plan after it:
    PuLP has no other way. CBC leaves the constant out of its relative gap, and so has a little less room than others.

    Raises:
        ModuleNotFoundError: PuLP (extra `bench`) is not installed.
    """
    import pulp  # noqa: PLC0415 - an extra: only the benchmark needs it

    given = _as_pulp(program)
    with tempfile.TemporaryDirectory() as folder:
        log = Path(folder) / "cbc.log"
        began = time.perf_counter()
        given.solve(pulp.PULP_CBC_CMD(gapRel=gap, timeLimit=cap_seconds, threads=1, logPath=str(log), msg=False))
        seconds = time.perf_counter() - began
        return *_told(log.read_text(encoding="utf-8"), program.offset, gap), seconds


def _told(log: str, offset: float, gap: float) -> tuple[float | None, float | None]:
    """Objective and bound; where CBC ended within its gap it tells no bound, and the gap is all that is proven."""
    objective, bound = OBJECTIVE.search(log), LOWER_BOUND.search(log)
    if objective is None:
        return None, float(bound[1]) + offset if bound else None
    found = float(objective[1])
    return found + offset, (float(bound[1]) if bound else found - gap * abs(found)) + offset


def _as_pulp(program: Program) -> "pulp.LpProblem":
    import pulp  # noqa: PLC0415 - see above

    given = pulp.LpProblem("planner", pulp.LpMinimize)
    columns = [
        pulp.LpVariable(f"x{number}", float(low), float(high), pulp.LpInteger if whole else pulp.LpContinuous)
        for number, (low, high, whole) in enumerate(zip(program.low, program.high, program.is_integer, strict=True))
    ]
    given += pulp.LpAffineExpression(zip(columns, program.cost.tolist(), strict=True))
    matrix = csr_matrix(program.matrix)
    for row, (lower, upper) in enumerate(zip(program.lower, program.upper, strict=True)):
        span = slice(matrix.indptr[row], matrix.indptr[row + 1])
        used = [columns[index] for index in matrix.indices[span]]
        left = pulp.LpAffineExpression(zip(used, matrix.data[span].tolist(), strict=True))
        for sense, side in _sides(float(lower), float(upper)):
            given += pulp.LpConstraint(left, sense, f"r{row}_{sense}", side)
    return given


def _sides(lower: float, upper: float) -> tuple[tuple[int, float], ...]:
    """The senses of PuLP (0 equal, 1 at least, -1 at most) with their sides; none of a row without limits."""
    if lower == upper:
        return ((0, lower),)
    return tuple((sense, side) for sense, side in ((1, lower), (-1, upper)) if np.isfinite(side))
