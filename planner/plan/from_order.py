"""A former plan as the order in force of a new problem."""

import numpy as np

from planner.plan.document import PlanDocument
from planner.plan.written import plan_sha256
from planner.problem import OrderInForce, PlanProblem

__all__ = ["newcomers", "order_of"]


def order_of(
    former: PlanDocument, *, most_changes: int | None = None, change_price_yuan: float | None = None
) -> OrderInForce:
    """What the firms of a former plan are told; its newcomers are told once a problem is at hand (`newcomers`)."""
    header, rows = former.problem.header, former.plan.curtailments
    names = dict(zip(former.problem.sources.source_id, former.problem.sources.enterprise_name, strict=True))
    return OrderInForce(
        plan_sha256=plan_sha256(former),
        level=header.level,
        on=header.on,
        start=header.start,
        end=header.end,
        source_id=tuple(item.source_id for item in rows),
        enterprise_id=tuple(item.enterprise_id for item in rows),
        enterprise_name=tuple(names[item.source_id] for item in rows),
        measures=tuple(tuple(str(tag) for tag in item.measures) for item in rows),
        kept_share=np.array([item.kept_share for item in rows], dtype=float),
        most_changes=most_changes,
        change_price_yuan=change_price_yuan,
    )


def newcomers(former: PlanProblem, problem: PlanProblem) -> tuple[str, ...]:
    """The sources of a problem that the former one did not hold, by source_id."""
    return tuple(sorted(set(problem.sources.source_id) - set(former.sources.source_id)))
