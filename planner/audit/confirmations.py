"""Whether every confirmation that a plan records can stand behind the status that its citation claims."""

from planner.plan import AuditCheck
from planner.problem import Citation, PlanProblem
from planner.problem.records import ProblemHeader
from planner.terms import RuleStatus

__all__ = ["check_confirmations"]


def check_confirmations(problem: PlanProblem) -> AuditCheck:
    """A recorded confirmation speaks of its own rule, in the plan's city, by the plan's day, and was not taken back.

    Whether the value is the one that was confirmed only the rules can tell: that is part of the check with the list.
    """
    wrong = [item.id for item in problem.citations if not _is_sound(item, problem.header)]
    return AuditCheck(
        code="audit.confirmations",
        passed=not wrong,
        place=wrong[0] if wrong else "",
        found=str(len(wrong)) if wrong else "",
    )


def _is_sound(item: Citation, header: ProblemHeader) -> bool:
    said = item.confirmation
    if said is None:
        return True
    complete = all((said.by, said.role, said.document, said.value_sha256))
    named = (said.rule_id, said.city, item.status) == (item.id, header.city_slug, RuleStatus.CONFIRMED)
    return complete and named and said.on <= header.on and not said.withdrawn
