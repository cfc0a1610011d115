"""An off-peak plan is the cheapest of all that keep its rules, and the referee finds every rule that is broken."""

import json
from dataclasses import replace

import numpy as np
import pytest

from planner.audit import audit_rests, audit_rests_against_list
from planner.errors import FindingsError
from planner.plan import RestDocument, RestPlan, rest_account, rest_stretches, rests_body, weekly_fall
from planner.problem import RestProblem, allowed_weeks, build_rests, most_weeks
from planner.season import rotate_rests
from planner.service.off_peak_plans import rests_text, verify_rests
from planner.solve import SolveSettings, rest_program, solve_rests
from tests.project import ROOT
from tests.season.rest_cities import cheapest, city, feasible_runs, line, terms
from tests.tiny import inventory, rest

EXACT = SolveSettings(gap=0.0)


def planned(problem: RestProblem) -> RestPlan:
    choice = solve_rests(problem, EXACT)
    assert choice is not None
    return rotate_rests(problem, choice)


def kept(**cells: object) -> list[tuple[str, float]]:
    """Who goes on, and at which load a line of these cells rests."""
    problem = build_rests(inventory(line("a", 1.0, 1.0, **cells), rest(pm=1.0)), terms(pm=0.01))
    return [(item.reason, 1.0) for item in problem.kept] or [("rests", problem.lines.kept_share.tolist()[0])]


@pytest.mark.parametrize("weeks", [4, 5, 7])
@pytest.mark.parametrize("together", [0.34, 0.5, 1.0])
@pytest.mark.parametrize("share", [0.01, 0.03, 0.05, 0.08])
def test_no_plan_is_cheaper_than_the_one_found(weeks: int, together: float, share: float) -> None:
    problem = city(terms(weeks, 2, together, pm=share))
    choice, best = solve_rests(problem, EXACT), cheapest(problem)
    if choice is None:
        assert best == np.inf
        return
    account = rest_account(problem, rotate_rests(problem, choice))
    assert account.cost_yuan == pytest.approx(best)
    assert choice.bound_yuan == pytest.approx(best)


@pytest.mark.parametrize("lines", [1, 2, 3, 4])
@pytest.mark.parametrize("together", [0.3, 0.5, 1.0])
def test_the_weeks_allowed_are_those_of_which_a_calendar_exists(lines: int, together: float) -> None:
    rows = [line(f"s{at}", 1.0, 1.0) for at in range(lines)]
    problem = build_rests(inventory(*rows, rest(pm=1.0)), terms(5, 1, together, pm=0.01))
    most = max(1, int(np.ceil(together * lines - 1e-9)))
    assert allowed_weeks(problem, 0) == (0, *(run for run in range(1, 6) if feasible_runs(lines, 5, run, most)))


def test_the_most_that_is_possible_is_what_all_plans_reach_at_most() -> None:
    problem = city(terms(pm=0.05))
    weeks = np.array(most_weeks(problem))[problem.lines.group]
    most = float((problem.lines.fall_kg_per_day[:, 2] * weeks).sum()) / (5 * 1000.0)
    assert cheapest(city(terms(pm=most - 1e-9))) < np.inf
    assert cheapest(city(terms(pm=most + 1e-6))) == np.inf


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        ({"heat_supply_gj_per_day": 9.0, "heat_load_share": float("nan")}, [("heat", 1.0)]),
        ({"heat_supply_gj_per_day": 9.0, "heat_load_share": 0.6}, [("rests", 0.6)]),
        ({"co_disposal_t_per_day": 3.0}, [("co_disposal", 1.0)]),
        ({"guarantee": "power"}, [("power", 1.0)]),
        ({"guaranteed_output_t_per_day": 3.0, "actual_output_t_per_day": 4.0}, [("rests", 0.75)]),
        ({"grade": "A"}, [("grade", 1.0)]),
        ({"can_stop": False, "minimum_load_share": 0.7}, [("rests", 0.7)]),
        ({}, [("rests", 0.0)]),
    ],
)  # fmt: skip
def test_heat_waste_output_power_and_technique_bound_a_rest(cells: dict[str, object], expected: object) -> None:
    assert kept(**cells) == expected


def test_lines_of_a_group_take_turns() -> None:
    rows = [line(f"s{at}", 10.0, 5.0) for at in range(4)]
    problem = build_rests(inventory(*rows, rest(pm=60.0)), terms(8, 2, 0.5, pm=0.2))
    plan = planned(problem)
    assert plan.choice.weeks == (4,)
    assert sorted(plan.first_week) == [0, 0, 4, 4]
    assert np.ptp(weekly_fall(problem, plan)[:, 2]) == 0.0


def test_days_of_a_rest_are_whole_weeks_of_the_winter() -> None:
    problem = city(terms(pm=0.05))
    for item in rest_stretches(problem, planned(problem)):
        assert (item.first_day - problem.terms.first_day).days % 7 == 0
        assert (item.last_day - item.first_day).days % 7 == 6


def _moved(plan: RestPlan, at: int, week: int) -> RestPlan:
    first = list(plan.first_week)
    first[at] = week
    return replace(plan, first_week=tuple(first))


@pytest.mark.parametrize(
    ("at", "week", "code"),
    [(0, 9, "audit.rests.run"), (1, -1, "audit.rests.alike"), (2, 0, "audit.rests.together")],
)
def test_the_referee_names_the_rule_that_is_broken(at: int, week: int, code: str) -> None:
    problem = city(terms(4, 2, 0.5, pm=0.09))
    plan = _moved(_moved(planned(problem), 1, 0), 2, 2)
    assert audit_rests(problem, plan).verdict == "passed"
    failed = [item.code for item in audit_rests(problem, _moved(plan, at, week)).checks if not item.passed]
    assert code in failed


def test_the_referee_finds_a_cut_missed_a_grade_order_and_a_bound_too_high() -> None:
    problem = city(terms(pm=0.05))
    choice = planned(problem).choice
    weeks = tuple(2 if group.grade == "B" else 0 for group in problem.groups)
    first = tuple(0 if problem.groups[group].grade == "B" else -1 for group in problem.lines.group)
    bad = RestPlan(choice=replace(choice, weeks=weeks, bound_yuan=1e9), first_week=first)
    failed = {item.code for item in audit_rests(problem, bad).checks if not item.passed}
    assert failed == {"audit.rests.cut", "audit.rests.grade_order", "audit.bound"}


def test_a_question_that_is_not_the_list_s_is_found() -> None:
    asked = terms(pm=0.02)
    listed = inventory(line("a", 40.0, 900.0), line("b", 10.0, 5.0, co_disposal_t_per_day=1.0), rest(pm=800.0))
    problem = build_rests(listed, asked)
    assert all(item.passed for item in audit_rests_against_list(problem, listed))
    other = inventory(line("a", 40.0, 100.0), line("b", 10.0, 5.0), rest(pm=800.0))
    failed = [item.code for item in audit_rests_against_list(problem, other) if not item.passed]
    assert failed == ["audit.rests.kept", "audit.rests.line"]


def test_a_file_reads_back_and_a_number_changed_in_it_is_refused() -> None:
    problem = city(terms(pm=0.05))
    text = rests_text(RestDocument(problem=problem, plan=planned(problem), planner_version="1"))
    document, report = verify_rests(text, None)
    assert (report.verdict, rests_text(document)) == ("passed", text)
    body = json.loads(text)
    body["account"]["cost_yuan"] -= 1.0
    _, report = verify_rests(json.dumps(body), None)
    assert [item.place for item in report.checks if not item.passed] == [".account.cost_yuan"]


@pytest.mark.parametrize("spoilt", ["{}", "[1]", '{"kind": "off_peak_plan", "schema_version": 1}', "no json"])
def test_a_file_that_is_no_plan_is_told(spoilt: str) -> None:
    with pytest.raises(FindingsError) as stopped:
        verify_rests(spoilt, None)
    assert stopped.value.findings[0].code in {"season.plan.unreadable", "plan.file_unreadable"}


def test_the_program_is_the_golden_one() -> None:
    program = rest_program(city(terms(pm=0.05)))
    rows = program.matrix.toarray()
    told = [f"min {' '.join(f'{item:g}' for item in program.cost)}"]
    for row, low, high in zip(rows, program.lower, program.upper, strict=True):
        told.append(f"{low:g} <= {' '.join(f'{item:.4g}' for item in row)} <= {high:g}")
    assert "\n".join(told) + "\n" == (ROOT / "tests/season/rests_golden.txt").read_text()


def test_the_same_question_gives_the_same_file() -> None:
    bodies = [
        rests_body(RestDocument(problem=problem, plan=planned(problem), planner_version="1"))["plan_sha256"]
        for problem in (city(terms(pm=0.05)), city(terms(pm=0.05)))
    ]
    assert bodies[0] == bodies[1]
