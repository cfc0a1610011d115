"""The referee on family 10: who is told something else than before, compared anew, source by source."""

from collections.abc import Iterator

from planner.plan import AuditCheck, Plan
from planner.problem import PlanProblem

__all__ = ["check_changes"]

PLACES = 6
"""Decimal places to which a permitted share is told."""

Said = tuple[frozenset[str], float]
SILENT: Said = (frozenset(), 1.0)


def check_changes(problem: PlanProblem, plan: Plan) -> Iterator[AuditCheck]:
    """The change order names exactly those who are told something else; a limit that is not kept is declared."""
    order = problem.order_in_force
    if order is None or plan.changes is None:
        if (order is None) != (plan.changes is None):
            yield AuditCheck(code="audit.changes", passed=False, place="order_in_force")
        return
    before, now, owner = _before(problem), _now(problem, plan), _owners(problem)
    moved = {name for name in set(before) | set(now) if before.get(name, SILENT) != now.get(name, SILENT)}
    found = {owner[name] for name in moved}
    stated = {item.owner for item in plan.changes.firms}
    named = {source.source_id for item in plan.changes.firms for source in item.sources}
    wrong = sorted((found ^ stated) | (moved ^ named))
    yield AuditCheck(
        code="audit.changes",
        passed=not wrong,
        place=wrong[0] if wrong else "",
        expected=str(len(found)),
        found=str(len(stated)),
    )
    most = len(found) if order.most_changes is None else order.most_changes
    excess = max(0, len(found) - most)
    yield AuditCheck(
        code="audit.most_changes",
        passed=excess == plan.changes.excess,
        expected=str(excess),
        found=str(plan.changes.excess),
    )


def _before(problem: PlanProblem) -> dict[str, Said]:
    order = problem.order_in_force
    assert order is not None  # noqa: S101 - the caller has one
    rows = zip(order.source_id, order.measures, order.kept_share.tolist(), strict=True)
    return {name: (frozenset(measures), round(kept, PLACES)) for name, measures, kept in rows}


def _now(problem: PlanProblem, plan: Plan) -> dict[str, Said]:
    options = problem.options
    sets = [frozenset(str(item) for item in found) for found in options.measure_sets]
    said = zip(options.measures[plan.chosen].tolist(), options.kept_share[plan.chosen].tolist(), strict=True)
    rows = zip(problem.sources.source_id, said, strict=True)
    return {name: (sets[number], round(kept, PLACES)) for name, (number, kept) in rows}


def _owners(problem: PlanProblem) -> dict[str, str]:
    """Whose a source is: by this list, else by the order."""
    order, sources = problem.order_in_force, problem.sources
    assert order is not None  # noqa: S101 - the caller has one
    pairs = zip((*order.source_id, *sources.source_id), (*order.enterprise_id, *sources.enterprise_id), strict=True)
    return {name: firm or name for name, firm in pairs}
