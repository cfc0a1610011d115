"""Whether a problem falls apart into groups once its cuts have a price."""

from dataclasses import fields

from planner.problem import PlanProblem

__all__ = ["falls_apart"]

COVERED = frozenset(
    {
        "header",
        "targets",
        "sources",
        "options",
        "cohorts",
        "units",
        "share_rules",
        "citations",
        "moves",
        "references",
        "season",
        "days",
        "order_in_force",
        "robust",
        "side",
        "soft",
    }
)
"""The tables of a problem that the groups here answer to."""


def falls_apart(problem: PlanProblem, covered: frozenset[str] = COVERED) -> bool:
    """Whether the problem holds no table but those that the groups answer to: another may tie them together."""
    others = (item.name for item in fields(problem) if item.name not in covered)
    return all(getattr(problem, name) is None or getattr(problem, name) == () for name in others)
