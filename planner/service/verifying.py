"""A plan's question posed again over a list, and the referee's checks against that list."""

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from planner.audit import VerifiedFile, audit_against_list, audit_grades, audit_side_tables
from planner.plan import AuditCheck, AuditReport, PlanDocument, Verdict
from planner.problem import problem_to_text
from planner.service.off_peak import off_peak_under
from planner.service.question import Question
from planner.service.records import PlanRequest

if TYPE_CHECKING:
    from planner.service.planner import Planner

__all__ = ["against_list", "question_of", "with_list"]


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


def with_list(planner: "Planner", verified: VerifiedFile, list_file: Path, *, estimate: bool = False) -> AuditReport:
    """The verdict on a plan file with the checks against a list added; one of them that fails refuses the plan."""
    extra = against_list(planner, verified.document, list_file, estimate=estimate)
    verdict = verified.report.verdict if all(check.passed for check in extra) else Verdict.REFUSED
    return AuditReport(verdict=verdict, checks=(*verified.report.checks, *extra))


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
