"""The referee of off-peak plans: every rule and number again, line by line, and the whole question from the list."""

from collections import defaultdict
from collections.abc import Iterator
from math import ceil, fsum, isclose, isnan
from typing import Any

from planner.inventory import Inventory
from planner.plan import AuditCheck, AuditReport, RestPlan, Verdict
from planner.problem import RestProblem
from planner.terms import GRADE_RANK, POLLUTANTS, Grade

__all__ = ["audit_rests", "audit_rests_against_list"]

WEEK_DAYS = 7
NO_WEEK = -1
CLOSE = 1e-9
RESTING_KINDS = ("line", "boiler")


def audit_rests(problem: RestProblem, plan: RestPlan) -> AuditReport:
    """The verdict on an off-peak plan; of the bound only that it lies at or below the cost can be checked."""
    shape = _shape(problem, plan)
    checks = [shape, *(_checks(problem, plan) if shape.passed else ())]
    passed = all(item.passed for item in checks)
    return AuditReport(verdict=Verdict.PASSED if passed else Verdict.REFUSED, checks=tuple(checks))


def _shape(problem: RestProblem, plan: RestPlan) -> AuditCheck:
    """One number of weeks a group, one first week a line, each line in a group of the problem."""
    groups, lines = len(problem.groups), problem.lines.count
    fits = len(plan.choice.weeks) == groups and len(plan.first_week) == lines
    fits = fits and all(0 <= group < groups for group in problem.lines.group.tolist())
    return AuditCheck(code="audit.rests.shape", passed=fits, expected=f"{groups}, {lines}")


def _checks(problem: RestProblem, plan: RestPlan) -> Iterator[AuditCheck]:
    yield _first("audit.rests.run", _bad_runs(problem, plan))
    yield _first("audit.rests.alike", _unlike(problem, plan))
    yield _first("audit.rests.together", _crowded(problem, plan))
    yield _first("audit.rests.grade_order", _out_of_order(problem, plan))
    yield _first("audit.rests.cut", _missed(problem, plan))
    cost = fsum(
        problem.lines.cost_yuan_per_day[at] * WEEK_DAYS * weeks + problem.lines.restart_yuan[at]
        for at, _, weeks in _rests(problem, plan)
    )
    bound = plan.choice.bound_yuan
    yield AuditCheck(code="audit.bound", passed=0.0 <= bound <= cost, expected=f"{cost}", found=f"{bound}")


def _rests(problem: RestProblem, plan: RestPlan) -> Iterator[tuple[int, int, int]]:
    """(line, first week, weeks) of every line that rests."""
    for at, (group, first) in enumerate(zip(problem.lines.group.tolist(), plan.first_week, strict=True)):
        if first != NO_WEEK:
            yield at, first, plan.choice.weeks[group]


def _first(code: str, wrong: Iterator[tuple[str, str, str]]) -> AuditCheck:
    place, expected, found = next(wrong, ("", "", ""))
    return AuditCheck(code=code, passed=not place, place=place, expected=expected, found=found)


def _bad_runs(problem: RestProblem, plan: RestPlan) -> Iterator[tuple[str, str, str]]:
    """Rests that are too short, or reach out of the winter."""
    terms = problem.terms
    for at, first, weeks in _rests(problem, plan):
        if first < 0 or weeks < terms.least_run_weeks or first + weeks > terms.weeks:
            yield problem.lines.source_id[at], f"{terms.least_run_weeks}..{terms.weeks}", f"{first} + {weeks}"


def _unlike(problem: RestProblem, plan: RestPlan) -> Iterator[tuple[str, str, str]]:
    """Lines that rest though their group does not, or the other way round."""
    for at, (group, first) in enumerate(zip(problem.lines.group.tolist(), plan.first_week, strict=True)):
        weeks = plan.choice.weeks[group]
        if (first == NO_WEEK) != (weeks == 0):
            yield problem.lines.source_id[at], str(weeks), str(first)


def _crowded(problem: RestProblem, plan: RestPlan) -> Iterator[tuple[str, str, str]]:
    """Weeks in which more lines of a group rest than may; sizes are counted from the lines themselves."""
    sizes, resting = defaultdict[int, int](int), defaultdict[tuple[int, int], int](int)
    for group in problem.lines.group.tolist():
        sizes[group] += 1
    for at, first, weeks in _rests(problem, plan):
        for week in range(first, first + weeks):
            resting[int(problem.lines.group[at]), week] += 1
    for (group, week), count in sorted(resting.items()):
        most = max(1, ceil(problem.terms.together_share * sizes[group] - CLOSE))
        if count > most:
            yield f"{problem.groups[group].sub_process}, {week}", str(most), str(count)


def _out_of_order(problem: RestProblem, plan: RestPlan) -> Iterator[tuple[str, str, str]]:
    """Groups that rest longer than a worse grade of their county and process."""
    for one, mild in enumerate(problem.groups):
        for other, strict in enumerate(problem.groups):
            alike = (mild.county_code, mild.key_industry, mild.sub_process)
            if alike != (strict.county_code, strict.key_industry, strict.sub_process):
                continue
            if _is_better(mild.grade, strict.grade) and plan.choice.weeks[one] > plan.choice.weeks[other]:
                place = ", ".join((*alike, mild.grade))
                yield place, str(plan.choice.weeks[other]), str(plan.choice.weeks[one])


def _is_better(one: str, other: str) -> bool:
    ranks = GRADE_RANK.get(Grade(one)), GRADE_RANK.get(Grade(other))
    return ranks[0] is not None and ranks[1] is not None and ranks[0] < ranks[1]


def _missed(problem: RestProblem, plan: RestPlan) -> Iterator[tuple[str, str, str]]:
    """Pollutants of which less falls away than is asked."""
    days = WEEK_DAYS * problem.terms.weeks
    for at, pollutant in enumerate(POLLUTANTS):
        asked = problem.terms.share[at] * float(problem.base_kg_per_day[at]) * days
        falls = problem.lines.fall_kg_per_day[:, at]
        fallen = fsum(falls[line] * WEEK_DAYS * weeks for line, _, weeks in _rests(problem, plan))
        if fallen < asked * (1.0 - CLOSE):
            yield str(pollutant), f"{asked}", f"{fallen}"


def audit_rests_against_list(problem: RestProblem, inventory: Inventory) -> tuple[AuditCheck, ...]:
    """The question of a plan against its list: base, lines, what they keep, kilograms and yuan, row by row."""
    rows = [row for row in inventory.frame.to_dict("records") if row["status"] == "running"]
    base = [fsum(float(row[f"{item}_kg_per_day"]) for row in rows) for item in POLLUTANTS]
    same = all(isclose(*pair, rel_tol=CLOSE, abs_tol=CLOSE) for pair in zip(base, problem.base_kg_per_day, strict=True))
    own = {str(row["source_id"]): row for row in rows if row["source_kind"] in RESTING_KINDS}
    known = {*problem.lines.source_id, *(item.source_id for item in problem.kept)}
    return (
        AuditCheck(
            code="audit.list.same_list_and_rules", passed=inventory.list_sha256 == problem.terms.list_sha256
        ),
        AuditCheck(code="audit.list.base", passed=same),
        _first("audit.list.sources_known", ((name, "", "") for name in sorted(known ^ set(own)))),
        _first("audit.rests.kept", _wrongly_kept(problem, own)),
        _first("audit.rests.line", _unlike_list(problem, own)),
    )  # fmt: skip


def _wrongly_kept(problem: RestProblem, own: dict[str, dict[Any, Any]]) -> Iterator[tuple[str, str, str]]:
    """Lines that go on though they could rest."""
    for item in problem.kept:
        row = own.get(item.source_id)
        if row is not None and _least_load(row, spares_best=problem.terms.spares_best) < 1.0:
            yield item.source_id, item.reason, ""


def _unlike_list(problem: RestProblem, own: dict[str, dict[Any, Any]]) -> Iterator[tuple[str, str, str]]:
    """Lines whose group, load at rest, kilograms or yuan are not those of their row."""
    lines = problem.lines
    for at, name in enumerate(lines.source_id):
        row, group = own.get(name), problem.groups[int(lines.group[at])]
        if row is None:
            continue
        kept = _least_load(row, spares_best=problem.terms.spares_best)
        part = 1.0 - _cell(row, "hold_hot_share", 0.0) if kept == 0.0 else 1.0 - kept
        expected = [kept, (1.0 - kept) * _cell(row, "value_added_yuan_per_day", 0.0)]
        expected += [_cell(row, "restart_cost_yuan", 0.0) if kept == 0.0 else 0.0]
        expected += [part * _cell(row, f"{item}_kg_per_day", 0.0) for item in POLLUTANTS]
        found = [float(column[at]) for column in (lines.kept_share, lines.cost_yuan_per_day, lines.restart_yuan)]
        found += lines.fall_kg_per_day[at].tolist()
        alike = all(isclose(*pair, rel_tol=CLOSE, abs_tol=CLOSE) for pair in zip(expected, found, strict=True))
        cells = tuple(str(row[column]) for column in ("county_code", "key_industry", "sub_process", "grade"))
        if not alike or cells != (group.county_code, group.key_industry, group.sub_process, group.grade):
            yield name, str(expected), str(found)


def _least_load(row: dict[Any, Any], *, spares_best: bool) -> float:
    """The share of its activity that a line keeps all winter by its row: heat, waste, output and power first."""
    guarantee = str(row["guarantee"])
    if spares_best and row["grade"] in ("A", "leading"):
        return 1.0
    if guarantee in ("co_disposal", "power") or _cell(row, "co_disposal_t_per_day", 0.0) > 0.0:
        return 1.0
    least = _cell(row, "minimum_load_share", 0.0) if guarantee != "none" or not bool(row["can_stop"]) else 0.0
    if guarantee == "heat" or _cell(row, "heat_supply_gj_per_day", 0.0) > 0.0:
        least = max(least, _cell(row, "heat_load_share", 1.0))
    promised = _cell(row, "guaranteed_output_t_per_day", 0.0)
    if promised > 0.0:
        output = _cell(row, "actual_output_t_per_day", 0.0)
        least = max(least, promised / output if output > 0.0 else 1.0)
    elif guarantee == "output":
        least = 1.0
    return min(1.0, least)


def _cell(row: dict[Any, Any], column: str, missing: float) -> float:
    value = float(row[column])
    return missing if isnan(value) else value
