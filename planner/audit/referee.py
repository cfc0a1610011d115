"""The referee's judgement of a plan: every hard rule and number, the declared shortfalls, the gap's arithmetic."""

from collections.abc import Iterator

import numpy as np

from planner.audit.confirmations import check_confirmations
from planner.audit.days import check_days, span_by_table, worst_days
from planner.audit.fairness import check_fairness
from planner.audit.hard_rules import check_hard_rules
from planner.audit.least_change import check_changes
from planner.audit.recount import Recount, close, recount
from planner.audit.robust import check_robust
from planner.audit.stages import check_stages
from planner.plan import AuditCheck, AuditReport, Plan, SolveReport, Verdict
from planner.problem import PlanProblem
from planner.problem.records import BASES
from planner.terms import POLLUTANTS

__all__ = ["audit_plan"]


def audit_plan(problem: PlanProblem, plan: Plan, report: SolveReport) -> AuditReport:
    """The verdict on a plan: refused where any check fails, else passed, with a shortfall where a cut is missed.

    Of the bound only the arithmetic of the gap can be checked without a solver.
    """
    checks = list(check_hard_rules(problem, plan.chosen))
    if checks[0].passed:
        counted = recount(problem, plan.chosen)
        counted = worst_days(problem, plan.chosen, counted) if problem.days else counted
        checks += [*_account(problem, plan, counted), *_rows(problem, plan), *_gap(plan, report)]
        checks += [*check_changes(problem, plan), *check_robust(problem, plan)]
        checks += [*check_fairness(problem, plan, report)]
        checks += [*check_stages(problem, plan, report), check_confirmations(problem)]
        checks += [*check_days(problem, plan, counted)] if problem.days else []
    if not all(check.passed for check in checks):
        return AuditReport(verdict=Verdict.REFUSED, checks=tuple(checks))
    missed = plan.shortfalls or plan.misses_more
    verdict = Verdict.PASSED_WITH_SHORTFALL if missed else Verdict.PASSED
    return AuditReport(verdict=verdict, checks=tuple(checks))


def _account(problem: PlanProblem, plan: Plan, counted: Recount) -> Iterator[AuditCheck]:
    stated = [value for item in plan.totals for value in (item.base_kg_per_day, item.reduction_kg_per_day, item.share)]
    found = [value for row in zip(counted.base, counted.taken, counted.share, strict=True) for value in row]
    yield _same("audit.totals", stated, found)
    yield _same("audit.objective", [plan.objective_yuan], [counted.cost_yuan])
    so2, nox = counted.share[:2]
    row = [plan.exchange.required_sum_share, plan.exchange.sum_share]
    yield _same("audit.exchange", row, [problem.targets.exchange_sum_share, so2 + nox])
    missing = dict(counted.missing)
    declared = {item.pollutant: item.missing_share for item in plan.shortfalls}
    agree = set(missing) == set(declared) and all(close(declared[name], missing[name]) for name in missing)
    yield AuditCheck(code="audit.shortfalls", passed=agree, expected=_names(missing), found=_names(declared))
    met = [float(item.met) for item in plan.totals]
    yield _same("audit.met", met, [float(_is_met(str(item), missing)) for item in POLLUTANTS])
    yield _same("audit.by_basis", plan.by_basis.sum(axis=0).tolist(), counted.share.tolist())


def _is_met(pollutant: str, missing: dict[str, float]) -> bool:
    """SO2 and NOx are met together, by their sum and the floor of each."""
    together = ("so2", "nox", "so2_nox")
    return not any(name in missing for name in (together if pollutant in together else (pollutant,)))


def _rows(problem: PlanProblem, plan: Plan) -> Iterator[AuditCheck]:
    """The curtailments say what the chosen options say: no source is left out, none is added."""
    options = problem.options
    speaks = np.array([bool(found) for found in options.measure_sets], dtype=bool)[options.measures[plan.chosen]]
    cuts = options.reduction_kg_per_day[plan.chosen].any(axis=1)
    expected = [problem.sources.source_id[index] for index in np.flatnonzero(speaks | cuts)]
    stated = [item.source_id for item in plan.curtailments]
    yield AuditCheck(
        code="audit.curtailments", passed=expected == stated, expected=str(len(expected)), found=str(len(stated))
    )
    wrong = [item.source_id for item in plan.curtailments if not item.citations]
    yield AuditCheck(code="audit.citations", passed=not wrong, place=wrong[0] if wrong else "")
    if expected == stated:
        yield _row_numbers(problem, plan, np.flatnonzero(speaks | cuts))


def _row_numbers(problem: PlanProblem, plan: Plan, sources: np.ndarray) -> AuditCheck:
    options, taken = problem.options, plan.chosen[sources]
    stated = np.array([(item.kept_share, item.cost_yuan, *item.reduction_kg_per_day) for item in plan.curtailments])
    found = np.column_stack([options.kept_share[taken], options.cost_yuan[taken], options.reduction_kg_per_day[taken]])
    same = np.all(stated.reshape(found.shape) == found, axis=1)
    ruled = frozenset(problem.share_rules.member.tolist())
    words = [
        item.measures == options.measure_sets[options.measures[option]]
        and (item.start, item.end) == span_by_table(problem, int(option))
        and _basis_fits(problem, item.basis, int(option), ruled)
        for item, option in zip(plan.curtailments, taken, strict=True)
    ]
    wrong = np.flatnonzero(~(same & np.array(words, dtype=bool)))
    place = plan.curtailments[wrong[0]].source_id if len(wrong) else ""
    return AuditCheck(code="audit.curtailment_rows", passed=len(wrong) == 0, place=place)


def _basis_fits(problem: PlanProblem, basis: str, option: int, ruled: frozenset[int]) -> bool:
    """The option's own basis, or `floor` for a halt that an enterprise share rule asks for."""
    own = BASES[problem.options.basis[option]]
    halted_by_rule = bool(problem.options.halts[option]) and int(problem.options.source[option]) in ruled
    return basis == own or (halted_by_rule and basis == BASES[0])


def _gap(plan: Plan, report: SolveReport) -> Iterator[AuditCheck]:
    objective = plan.objective_yuan
    gap = (objective - report.bound_yuan) / max(1.0, objective)
    yield _same("audit.gap", [report.gap], [gap])
    yield AuditCheck(
        code="audit.bound",
        passed=report.bound_yuan <= objective,
        expected=repr(objective),
        found=repr(report.bound_yuan),
    )


def _same(code: str, stated: list[float], found: list[float]) -> AuditCheck:
    pairs = [(one, two) for one, two in zip(stated, found, strict=True) if not close(float(one), float(two))]
    expected, given = (repr(float(pairs[0][1])), repr(float(pairs[0][0]))) if pairs else ("", "")
    return AuditCheck(code=code, passed=not pairs, expected=expected, found=given)


def _names(shares: dict[str, float]) -> str:
    return ",".join(f"{name}={share!r}" for name, share in sorted(shares.items()))
