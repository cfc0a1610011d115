"""The stage of the season: lines that stood still less before are stopped first, at a little more cost."""

from dataclasses import replace

import numpy as np

from planner.plan import count_touched, newly_touched, season_weights
from planner.problem import SideRows, join_rows
from planner.problem.records import Floats
from planner.solve.rounds import PlanProof
from planner.solve.stage_search import StageQuestion, search_stage

__all__ = ["even_hours"]

SEASON_GAP = 1e-3


def even_hours(question: StageQuestion, cheapest: PlanProof) -> PlanProof:
    """The plan of least unevenness that costs and touches little more than the cheapest; its bound in hours squared.

    The tolerance of the problem's season says what the stage may add: to the cost, and, of sources whose enterprise the
    cheapest plan spares, to the number of enterprises touched. The cheapest plan itself is an answer, so the stage
    never fails; `termination` stays that of the cost stage.
    """
    problem = question.problem
    assert cheapest.chosen is not None and problem.season is not None  # noqa: S101, PT018 - the caller has both
    weights, tolerance = season_weights(problem), problem.season.tolerance
    own = join_rows(
        _cap("cost", problem.options.cost_yuan, cheapest.cost * (1.0 + tolerance)),
        _cap("touched", newly_touched(problem, cheapest.chosen), tolerance * count_touched(problem, cheapest.chosen)),
    )
    stage = replace(
        question,
        problem=replace(problem, options=replace(problem.options, cost_yuan=weights)),
        settings=replace(question.settings, gap=SEASON_GAP),
        side=join_rows(question.side, own),
        own=own,
    )
    found, now = search_stage(stage), float(weights[cheapest.chosen].sum())
    bound = max(0.0, min(found.bound, now)) if np.isfinite(found.bound) else 0.0
    if found.chosen is None or found.cost >= now or not stage.meets(found.chosen):
        return replace(cheapest, cost=now, bound=bound)
    return replace(cheapest, chosen=found.chosen, cost=found.cost, bound=bound)


def _cap(label: str, value: Floats, most: float) -> SideRows:
    """sum of value[o] * take[o] <= most, as a side row: a share of what is allowed."""
    scale = max(most, 1.0)
    option = np.flatnonzero(value)
    return SideRows(
        family=("stage",),
        label=(label,),
        need=np.array([-most / scale]),
        row=np.zeros(len(option), dtype=np.int64),
        option=option,
        value=-value[option] / scale,
    )
