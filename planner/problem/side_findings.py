"""What is told of the side tables: needs that the obligations already miss, and so are waived in part."""

from collections.abc import Iterator
from dataclasses import fields

import numpy as np

from planner.errors import Finding, Severity, finding
from planner.problem.records import PlanProblem
from planner.problem.side_rows import side_rows
from planner.problem.side_tables import SideTables

__all__ = ["check_side_tables"]

PERCENT = 100.0
CODES: dict[str, str] = {
    "heat_first": "plan.waived.heat_first",
    "output_first": "plan.waived.output_first",
    "co_disposal": "plan.waived.co_disposal",
    "supply_floor": "plan.waived.supply_floor",
    "upstream_feed": "plan.waived.upstream_feed",
    "shared_stack": "plan.waived.shared_stack",
    "county_band": "plan.waived.county_band",
}


def check_side_tables(problem: PlanProblem) -> tuple[Finding, ...]:
    """A warning for every row of which the obligations of rules and filed list leave less than is asked."""
    return tuple(_waived(problem, problem.side)) if problem.side is not None else ()


def _waived(problem: PlanProblem, side: SideTables) -> Iterator[Finding]:
    rows = side_rows(problem)
    waived = [table.waived for item in fields(side) if (table := getattr(side, item.name)) is not None]
    for index, points in enumerate((np.concatenate(waived) * PERCENT).tolist()):
        if points > 0.0:
            yield finding(CODES[rows.family[index]], Severity.WARNING, value=rows.label[index], points=f"{points:.4g}")
