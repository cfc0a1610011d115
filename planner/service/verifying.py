"""A plan's question posed again over a list, and the referee's checks against that list."""

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from planner.audit import audit_against_list, audit_grades, audit_side_tables
from planner.plan import AuditCheck, PlanDocument
from planner.problem import problem_to_text
from planner.service.off_peak import off_peak_under
from planner.service.question import Question
from planner.service.records import PlanRequest

if TYPE_CHECKING:
    from planner.service.planner import Planner

__all__ = ["against_list", "question_of"]


def question_of(
    planner: "Planner", document: PlanDocument, list_file: Path | None = None, *, estimate: bool = False
) -> Question:
    """The question of a plan posed again, over the list of a file (its gaps filled) or the city's list in use."""
    header = document.problem.header
    request = PlanRequest(
        city=header.city_slug,
        level=header.level,
        mode=header.mode,
        on=header.on,
        start=header.start,
        end=header.end,
        duration_days=header.duration_days,
        list_file=list_file,
        estimate=estimate,
        off_peak=off_peak_under(header, planner.rules(header.city_slug, header.on)),
        grades=document.problem.moves,
        season=document.problem.season,
        from_order=document.problem.order_in_force,
        robust=document.problem.robust,
        grade_order=header.grade_order,
        grade_order_price_yuan=document.problem.soft.price_yuan if document.problem.soft else None,
        by_day=header.notice_hours is not None,
        notice_hours=header.notice_hours,
    )
    words = (item.confirmation for item in document.problem.citations if item.confirmation)
    return planner.question(request, planner.law.rules_with(header.city_slug, header.on, words))


def against_list(
    planner: "Planner", document: PlanDocument, list_file: Path, *, estimate: bool = False
) -> tuple[AuditCheck, ...]:
    """The checks of a plan against the list of a file: the same problem, and everything added up anew."""
    header, question = document.problem.header, question_of(planner, document, list_file, estimate=estimate)
    same = question.problem_text == problem_to_text(document.problem) or _is_older(question, document)
    second = audit_against_list(question.inventory, question.rules, header, document.plan)
    third = audit_grades(question.grades.listed, question.rules, document.problem)
    fourth = audit_side_tables(question.inventory, question.rules, document.problem)
    return (AuditCheck(code="audit.list.same_problem", passed=same), *second, *third, *fourth)


def _is_older(question: Question, document: PlanDocument) -> bool:
    """Whether the problems differ only in what a plan written before baselines came to be does not hold."""
    bare = replace(question.problem, references=document.problem.references)
    return document.problem.references == () and problem_to_text(bare) == problem_to_text(document.problem)
