"""The referee's judgement of a book: three sound plans of one list, nested, and the arithmetic of what it says."""

from collections.abc import Iterator
from math import fsum

from planner.audit.nesting import breaches, loosenings
from planner.audit.recount import close
from planner.plan import AuditCheck, AuditReport, BookLevel, BookResult, PlanDocument, Verdict
from planner.problem import NestingException
from planner.terms import LEVELS

__all__ = ["audit_book"]


def audit_book(
    plans: tuple[PlanDocument, ...], result: BookResult, exceptions: tuple[NestingException, ...]
) -> AuditReport:
    """The verdict on a book: refused where a plan is refused or any check fails.

    Of the bounds only the arithmetic can be checked without a solver.
    """
    checks = list(_levels(plans))
    if all(check.passed for check in checks):
        checks += [*_nesting(plans, exceptions), *_sums(plans, result)]
    if not all(check.passed for check in checks):
        return AuditReport(verdict=Verdict.REFUSED, checks=tuple(checks))
    missed = any(item.plan.shortfalls for item in plans)
    return AuditReport(verdict=Verdict.PASSED_WITH_SHORTFALL if missed else Verdict.PASSED, checks=tuple(checks))


def _levels(plans: tuple[PlanDocument, ...]) -> Iterator[AuditCheck]:
    heads = [item.problem.header for item in plans]
    levels = [str(head.level) for head in heads]
    yield _check("audit.book.levels", ",".join(map(str, LEVELS)), ",".join(levels))
    kinds = {
        (head.city_code, head.mode, head.on, head.duration_days, head.list_sha256, head.rules_sha256) for head in heads
    }
    yield _check("audit.book.one_list", "1", str(len(kinds)))
    yield _check("audit.book.one_list", "1", str(len({item.problem.sources.source_id for item in plans})))
    refused = [str(item.problem.header.level) for item in plans if item.audit.verdict is Verdict.REFUSED]
    yield AuditCheck(code="audit.book.plans", passed=not refused, place=refused[0] if refused else "")


def _nesting(plans: tuple[PlanDocument, ...], exceptions: tuple[NestingException, ...]) -> Iterator[AuditCheck]:
    problems, chosen = tuple(item.problem for item in plans), tuple(item.plan for item in plans)
    first = next(breaches(problems, chosen), None)
    if first is None:
        yield AuditCheck(code="audit.book.nested", passed=True)
    else:
        yield AuditCheck(
            code="audit.book.nested",
            passed=False,
            place=f"{first.laxer}/{first.stricter}/{first.source_id}",
            expected=f"<= {first.at_most!r}",
            found=repr(first.found),
        )
    own = [
        (item.laxer, item.stricter, item.source_id, item.laxer_kept_share, item.stricter_kept_share, item.duties)
        for item in loosenings(problems, chosen)
    ]
    told = [
        (
            str(item.laxer),
            str(item.stricter),
            item.source_id,
            item.laxer_kept_share,
            item.stricter_kept_share,
            item.duties,
        )
        for item in exceptions
    ]
    yield AuditCheck(
        code="audit.book.exceptions", passed=sorted(own) == sorted(told), expected=str(len(own)), found=str(len(told))
    )


def _sums(plans: tuple[PlanDocument, ...], result: BookResult) -> Iterator[AuditCheck]:
    weights, levels = result.weights, result.levels
    cost = fsum(weight * item.plan.objective_yuan for weight, item in zip(weights, plans, strict=True))
    positive = all(weight > 0.0 for weight in weights)
    yield AuditCheck(
        code="audit.book.objective",
        passed=positive and close(result.objective_yuan, cost),
        expected=repr(cost),
        found=repr(result.objective_yuan),
    )
    alone = fsum(weight * level.alone_yuan for weight, level in zip(weights, levels, strict=True))
    bounds = fsum(weight * level.alone_bound_yuan for weight, level in zip(weights, levels, strict=True))
    fits = all(level.alone_bound_yuan <= level.alone_yuan for level in levels)
    yield AuditCheck(
        code="audit.book.bound",
        passed=fits and result.bound_yuan <= cost,
        expected=repr(cost),
        found=repr(result.bound_yuan),
    )
    price = result.price
    yield _numbers("audit.book.price", (price.least_yuan, price.most_yuan), (cost - alone, cost - bounds))
    wrong = [str(name) for name, item, level in zip(LEVELS, plans, levels, strict=True) if not _alone_fits(item, level)]
    yield AuditCheck(code="audit.book.alone", passed=not wrong, place=wrong[0] if wrong else "")


def _alone_fits(document: PlanDocument, level: BookLevel) -> bool:
    """What is said of a level alone: its bound lies below its plan, and the nested plan is a plan of it as well."""
    cost = fsum(item.cost_yuan for item in document.plan.curtailments)
    points = 100.0 * fsum(item.missing_share for item in document.plan.shortfalls)
    dearer = level.alone_yuan > cost and not close(level.alone_yuan, cost)
    misses_less = points <= level.alone_missing_points and not close(points, level.alone_missing_points)
    as_little = points <= level.alone_missing_points or close(points, level.alone_missing_points)
    return document.report.bound_yuan <= level.alone_yuan and not misses_less and not (as_little and dearer)


def _numbers(code: str, stated: tuple[float, ...], found: tuple[float, ...]) -> AuditCheck:
    own = tuple(max(0.0, value) for value in found)
    passed = all(close(one, two) for one, two in zip(stated, own, strict=True))
    return AuditCheck(code=code, passed=passed, expected=repr(own), found=repr(stated))


def _check(code: str, expected: str, found: str) -> AuditCheck:
    return AuditCheck(code=code, passed=expected == found, expected=expected, found=found)
