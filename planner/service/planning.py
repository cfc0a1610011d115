"""The use case of a plan: list, rules and warning in; a refereed, stored document out."""

import time
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from planner import __version__
from planner.audit import audit_against_list, audit_grades, audit_plan, audit_side_tables, verify_text
from planner.errors import Finding, Severity, finding
from planner.plan import (
    AuditReport,
    PlanDocument,
    Provenance,
    Result,
    Status,
    Verdict,
    WhyNot,
    WrittenPlan,
    find_baselines,
    find_held_back,
    rests_on,
    status_of,
    write_plan,
)
from planner.problem import (
    check_filed_measures,
    check_filed_order,
    check_one_grade,
    check_side_tables,
    check_weaker_than_rule,
)
from planner.service.estimate_remarks import estimate_remarks
from planner.service.extra_answers import with_extras
from planner.service.grade_order import order_remarks
from planner.service.off_peak import off_peak_remarks
from planner.service.question import Question
from planner.service.records import PlanOutcome
from planner.solve import Stop, solve_problem
from planner.store import Store, StoredPlan
from planner.terms import BEIJING, Pollutant

__all__ = ["ask", "failed_checks", "make_document", "plan_remarks", "refereed"]

Progress = Callable[[str], None]
TRADED = (Pollutant.SO2, Pollutant.NOX)


def ask(question: Question, store: Store, progress: Progress | None = None, stop: Stop | None = None) -> PlanOutcome:
    """The answer: the stored plan where the same question was answered before, else a new one, refereed twice."""
    key = question.key if question.is_kept else ""
    stored = store.find_plan(key) if key else None
    if stored is not None:
        return _from_store(question, stored)
    began = time.perf_counter()
    result = solve_problem(question.problem, question.settings, progress, stop)
    seconds = time.perf_counter() - began
    if result.plan is None or result.report is None:
        return _no_plan(question, (finding("plan.unknown"),), seconds)
    if progress is not None:
        progress("audit")
    document = make_document(question, result)
    if document.audit.verdict is Verdict.REFUSED:
        failed = failed_checks(document.audit)
        return replace(_no_plan(question, (finding("plan.refused"), *failed), seconds), audit=document.audit)
    document = with_extras(question, document)
    written = write_plan(document)
    outcome = _outcome(question, document, written, seconds)
    return replace(outcome, plan_id=_store(question, store, outcome, key)) if key else outcome


def make_document(question: Question, result: Result) -> PlanDocument:
    """The document of a result that holds a plan, refereed twice."""
    assert result.plan is not None and result.report is not None  # noqa: S101, PT018 - the caller has both
    problem, plan = question.problem, result.plan
    return PlanDocument(
        problem=problem,
        problem_text=question.problem_text,
        spelled=question.spelled,
        plan=plan,
        report=result.report,
        audit=refereed(question, result),
        rests_on=rests_on(problem, plan),
        provenance=Provenance(
            list_sha256=problem.header.list_sha256,
            rules_sha256=problem.header.rules_sha256,
            planner_version=__version__,
            ortools_version=result.report.solver_version,
            seed=question.settings.seed,
        ),
        created_at=datetime.now(BEIJING),
        baselines=find_baselines(problem),
        why_not=WhyNot(held_back=find_held_back(problem)) if plan.shortfalls else None,
    )


def refereed(question: Question, result: Result) -> AuditReport:
    """The referee's report; where the second check against the list fails, its failures turn it into a refusal."""
    assert result.plan is not None and result.report is not None  # noqa: S101, PT018 - the caller has both
    report = audit_plan(question.problem, result.plan, result.report)
    second = audit_against_list(question.inventory, question.rules, question.problem.header, result.plan)
    third = audit_grades(question.grades.listed, question.rules, question.problem)
    fourth = audit_side_tables(question.inventory, question.rules, question.problem)
    failed = tuple(check for check in (*second, *third, *fourth) if not check.passed)
    return AuditReport(verdict=Verdict.REFUSED, checks=(*report.checks, *failed)) if failed else report


def failed_checks(report: AuditReport) -> tuple[Finding, ...]:
    """What the referee holds against a plan."""
    return tuple(
        finding(check.code, place=check.place, expected=check.expected, found=check.found)
        for check in report.checks
        if not check.passed
    )


def _outcome(question: Question, document: PlanDocument, written: WrittenPlan, seconds: float) -> PlanOutcome:
    return PlanOutcome(
        status=status_of(document.plan, document.report.gap),
        document=document,
        text=written.text,
        written=written,
        findings=plan_remarks(question, document),
        audit=document.audit,
        seconds=seconds,
        plan_id=None,
        is_demo=question.is_demo,
    )


def _no_plan(question: Question, findings: tuple[Finding, ...], seconds: float) -> PlanOutcome:
    return PlanOutcome(
        status=Status.UNKNOWN,
        document=None,
        text="",
        findings=findings,
        audit=None,
        seconds=seconds,
        plan_id=None,
        is_demo=question.is_demo,
    )


def _from_store(question: Question, stored: StoredPlan) -> PlanOutcome:
    verified = verify_text(stored.text)
    if verified.report.verdict is Verdict.REFUSED:
        failed = (finding("plan.refused"), *failed_checks(verified.report))
        return replace(_no_plan(question, failed, 0.0), audit=verified.report)
    outcome = _outcome(question, verified.document, verified.written, 0.0)
    return replace(outcome, text=stored.text, plan_id=stored.plan_id)


def _store(question: Question, store: Store, outcome: PlanOutcome, key: str) -> int:
    assert outcome.document is not None and outcome.written is not None  # noqa: S101, PT018 - only answers are stored
    header = question.problem.header
    return store.add_plan(
        StoredPlan(
            plan_id=None,
            request_key=key,
            city=header.city_slug,
            level=header.level,
            mode=header.mode,
            status=str(outcome.status),
            plan_sha256=outcome.written.sha256,
            list_sha256=header.list_sha256,
            rules_sha256=header.rules_sha256,
            text=outcome.text,
            created_at=outcome.document.created_at,
        )
    )


def plan_remarks(question: Question, document: PlanDocument) -> tuple[Finding, ...]:
    """What an officer should know: a cut carried by the exchange, filed measures below principle or grade order."""
    least = question.problem.targets.warning_share
    low = tuple(
        finding(
            "plan.exchange_low",
            Severity.WARNING,
            pollutant=str(item.pollutant),
            share=f"{item.share:.2%}".rstrip("%"),
            least=f"{least:.2%}".rstrip("%"),
        )
        for item in document.plan.totals
        if item.pollutant in TRADED and item.base_kg_per_day > 0.0 and item.share < least
    )
    inventory, rules, level = question.inventory, question.rules, question.request.level
    of_list = (
        *check_filed_measures(inventory, rules, level),
        *check_filed_order(inventory, rules, level),
        *check_weaker_than_rule(inventory, rules, level),
        *check_one_grade(inventory, rules),
        *check_side_tables(question.problem),
        *estimate_remarks(inventory),
    )
    return (
        *order_remarks(question.problem),
        *low,
        *of_list,
        *off_peak_remarks(question.problem.header),
        *question.grades.findings,
        *question.remarks,
    )
