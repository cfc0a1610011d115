"""The change order as a field of the plan document, and other plans that change fewer enterprises."""

from dataclasses import dataclass
from math import fsum
from typing import Any

from planner.plan.alternatives import Alternative, choice_of
from planner.plan.assemble import assemble_plan
from planner.plan.change_order import ChangedFirm, ChangeKind, ChangeOrder, Told
from planner.plan.facts import relative_gap
from planner.plan.records import Plan
from planner.problem import PlanProblem

__all__ = ["ChangePoint", "changes_body", "plain_body", "read_change_curve", "read_plain"]


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangePoint:
    """The cheapest plan found that changes no more than so many enterprises.

    Attributes:
        other: the plan, as what it does otherwise than the document's own.
        bound_yuan: no plan that changes as few costs less.
    """

    other: Alternative
    bound_yuan: float


def changes_body(problem: PlanProblem, plan: Plan, curve: tuple[ChangePoint, ...] | None) -> dict[str, Any] | None:
    """The field `changes`; None where no order is in force."""
    order, changes = problem.order_in_force, plan.changes
    if order is None or changes is None:
        return None
    head = {
        "from": {
            "plan_sha256": order.plan_sha256,
            "level": str(order.level),
            "on": order.on.isoformat(),
            "start": order.start.isoformat(),
            "end": order.end.isoformat() if order.end else None,
        },
        "max_changes": order.most_changes,
        "change_price_yuan": order.change_price_yuan,
        "kept": changes.excess == 0,
    }
    firms = [_firm(item) for item in changes.firms]
    return {**head, **_counts(changes), "enterprises": firms, **_curve(curve, problem, plan)}


def _counts(changes: ChangeOrder) -> dict[str, Any]:
    kinds = [item.kind for item in changes.firms]
    return {
        "changed": len(changes.firms),
        "unavoidable": changes.unavoidable,
        "unchanged": changes.unchanged,
        "by_kind": {str(kind): kinds.count(kind) for kind in ChangeKind},
    }


def _firm(item: ChangedFirm) -> dict[str, Any]:
    return {
        "enterprise_id": item.owner,
        "enterprise_name": item.name,
        "change": str(item.kind),
        "unavoidable": item.unavoidable,
        "sources": [
            {
                "source_id": source.source_id,
                "from": _told(source.before),
                "to": _told(source.after),
                "listed_before": source.listed_before,
                "listed_now": source.listed_now,
            }
            for source in item.sources
        ],
    }


def _told(told: Told) -> dict[str, Any]:
    return {"measures": list(told.measures), "kept_share": told.kept_share}


def _curve(curve: tuple[ChangePoint, ...] | None, problem: PlanProblem, plan: Plan) -> dict[str, Any]:
    return {} if curve is None else {"curve": [_point(item, problem, plan) for item in curve]}


def _point(item: ChangePoint, problem: PlanProblem, plan: Plan) -> dict[str, Any]:
    other = assemble_plan(problem, choice_of(problem, plan, item.other))
    assert other.changes is not None  # noqa: S101 - the problem has an order in force
    return {
        "changed": len(other.changes.firms),
        "unavoidable": other.changes.unavoidable,
        "objective_yuan": other.objective_yuan,
        "extra_yuan": other.objective_yuan - plan.objective_yuan,
        "bound_yuan": item.bound_yuan,
        "gap": relative_gap(other.objective_yuan, item.bound_yuan),
        "cuts_met": not other.shortfalls,
        "options": dict(item.other.options),
    }


def plain_body(item: ChangePoint, problem: PlanProblem, plan: Plan) -> dict[str, Any]:
    """The plain plan beside one that withstands failures, and what the latter costs more."""
    cost = fsum(problem.options.cost_yuan[choice_of(problem, plan, item.other)].tolist())
    return {
        "objective_yuan": cost,
        "extra_yuan": plan.objective_yuan - cost,
        "bound_yuan": item.bound_yuan,
        "options": dict(item.other.options),
    }


def read_plain(body: dict[str, Any] | None) -> ChangePoint | None:
    """The plain plan of a document's field `robust`."""
    if body is None or body["plain"] is None:
        return None
    item = body["plain"]
    other = Alternative(options=tuple(sorted(item["options"].items())))
    return ChangePoint(other=other, bound_yuan=float(item["bound_yuan"]))


def read_change_curve(body: dict[str, Any] | None) -> tuple[ChangePoint, ...] | None:
    """The points of a document's field."""
    if body is None or "curve" not in body:
        return None
    return tuple(
        ChangePoint(
            other=Alternative(options=tuple(sorted(item["options"].items()))), bound_yuan=float(item["bound_yuan"])
        )
        for item in body["curve"]
    )
