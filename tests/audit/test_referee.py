"""The referee of a plan: an honest one passes, and each lie is caught by the check that is there for it."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import numpy as np
import pytest

from planner.audit import audit_plan
from planner.plan import Curtailment, Plan, Shortfall, SolveReport, Verdict, assemble_plan, count_touched, relative_gap
from planner.problem import PlanProblem, build_problem
from planner.problem.records import Indices
from planner.terms import Basis, Level, Mode, Standing
from tests.audit.made import CLINKER, ENOUGH, TOO_MUCH, Case, case, solved
from tests.problem.reading import rules_without
from tests.tiny import alert, inventory, problem, source

HONEST = case()
SHORT = case(TOO_MUCH)


def failures(question: PlanProblem, plan: Plan, report: SolveReport) -> list[str]:
    """The codes of the failed checks; a plan with any is refused."""
    found = audit_plan(question, plan, report)
    failed = [check.code for check in found.checks if not check.passed]
    assert (found.verdict is Verdict.REFUSED) == bool(failed)
    return failed


def row(plan: Plan, source_id: str) -> int:
    return [item.source_id for item in plan.curtailments].index(source_id)


def with_row(plan: Plan, source_id: str, change: Callable[[Curtailment], Curtailment]) -> Plan:
    rows, index = list(plan.curtailments), row(plan, source_id)
    rows[index] = change(rows[index])
    assert rows[index] != plan.curtailments[index]
    return replace(plan, curtailments=tuple(rows))


def with_total(plan: Plan, pollutant: int, **changes: object) -> Plan:
    totals = list(plan.totals)
    totals[pollutant] = replace(totals[pollutant], **changes)
    return replace(plan, totals=tuple(totals))


def test_the_city_has_every_kind_of_measure() -> None:
    plan, question = HONEST.plan, HONEST.problem
    assert {item.basis for item in plan.curtailments} == set(Basis)
    assert min(question.share_rules.count, question.units.count, question.cohorts.count) > 0
    assert [item.source_id for item in plan.curtailments if item.kept_share == 1.0] == ["duty", "k0"]


@pytest.mark.parametrize(("share", "verdict"), [(ENOUGH, Verdict.PASSED), (TOO_MUCH, Verdict.PASSED_WITH_SHORTFALL)])
def test_an_honest_plan_passes(share: float, verdict: Verdict) -> None:
    found = case(share)
    assert audit_plan(found.problem, found.plan, found.report).verdict is verdict


# Hard rules: another choice, from which everything else follows honestly.


def rechosen(found: Case, chosen: Indices) -> list[str]:
    """What fails of a plan that is right in all but its choice."""
    plan = assemble_plan(found.problem, chosen)
    bound = min(found.report.bound_yuan, plan.objective_yuan)
    touched = float(count_touched(found.problem, chosen))
    stages = tuple(replace(item, value=touched) if item.name == "touched" else item for item in found.report.stages)
    report = replace(found.report, bound_yuan=bound, gap=relative_gap(plan.objective_yuan, bound), stages=stages)
    return failures(found.problem, plan, report)


@pytest.mark.parametrize("beside", [-1, 99])
def test_an_option_of_another_menu_is_caught(beside: int) -> None:
    plan = replace(HONEST.plan, chosen=HONEST.choose(b1=beside))
    assert failures(HONEST.problem, plan, HONEST.report) == ["audit.one_option"]


def test_a_choice_for_too_few_sources_is_caught() -> None:
    plan = replace(HONEST.plan, chosen=HONEST.plan.chosen[:-1])
    assert failures(HONEST.problem, plan, HONEST.report) == ["audit.one_option"]


OUTSIDE = [Standing.SELF_DETERMINED, Standing.WHITE_LISTED, Standing.EXEMPT, Standing.SMALL, Standing.REST]


@pytest.mark.parametrize("standing", OUTSIDE)
@pytest.mark.parametrize("source_id", ["k0", "duty", "yard"])
def test_ordering_who_stands_outside_is_caught(standing: Standing, source_id: str) -> None:
    standings = list(HONEST.problem.sources.standing)
    standings[HONEST.place(source_id)] = str(standing)
    sources = replace(HONEST.problem.sources, standing=tuple(standings))
    assert row(HONEST.plan, source_id) >= 0
    assert failures(replace(HONEST.problem, sources=sources), HONEST.plan, HONEST.report) == ["audit.never_ordered"]


def test_too_few_lines_halted_under_a_share_rule_are_caught() -> None:
    """Without a menu for grade C no cohort holds these lines: the share rule alone decides."""
    lines = [source(f"k{line}", enterprise_id="EK", pm_kg_per_day=10.0, **CLINKER) for line in range(3)]
    question = build_problem(inventory(*lines), rules_without("national.menu.c."), alert(Level.YELLOW), Mode.DESIGN)
    found = solved(question)
    assert rechosen(found, found.plan.chosen) == []
    assert rechosen(found, found.choose(k0=0, k1=0, k2=1)) == ["audit.share_rules"]


@pytest.mark.parametrize(
    "options",
    [{"b1": 1, "b2": 2}, {"b1": 4, "b2": 0}],
    ids=["one step apart", "one limits and one does not"],
)
def test_firms_of_equal_grade_with_unequal_shares_are_caught(options: dict[str, int]) -> None:
    deepest = dict.fromkeys(("c1",), 5) | dict.fromkeys(("u0", "u1", "u2"), 1)
    assert rechosen(HONEST, HONEST.choose(**deepest, **options)) == ["audit.equal_treatment"]


@pytest.mark.parametrize("halted", [{"u0": 1, "u1": 0, "u2": 0}, {"u0": 1, "u1": 1, "u2": 1}])
def test_more_or_fewer_whole_lines_than_the_share_rounds_up_to_are_caught(halted: dict[str, int]) -> None:
    """At half of the load c1 runs at half, and two of the three lines of EU stand."""
    others = {"b1": 0, "b2": 0, "c1": 4}
    assert rechosen(HONEST, HONEST.choose(**others, u0=1, u1=1, u2=0)) == []
    assert rechosen(HONEST, HONEST.choose(**others, **halted)) == ["audit.equal_treatment"]


def test_a_better_grade_that_is_asked_more_is_caught() -> None:
    lines = {"c1": 1, "u0": 1, "u1": 0, "u2": 0}
    assert rechosen(HONEST, HONEST.choose(**lines, b1=1, b2=1)) == []
    assert rechosen(HONEST, HONEST.choose(**lines, b1=2, b2=2)) == ["audit.grade_order"]


def test_a_step_that_the_grade_does_not_permit_is_caught() -> None:
    cohorts, cohort = HONEST.problem.cohorts, HONEST.problem.sources.cohort[HONEST.place("b1")]
    allowed = cohorts.allowed.copy()
    allowed[cohort, 1:] = False
    closed = replace(HONEST, problem=replace(HONEST.problem, cohorts=replace(cohorts, allowed=allowed)))
    chosen = HONEST.choose(b1=1, b2=1, c1=5, u0=1, u1=1, u2=1)
    assert rechosen(HONEST, chosen) == []
    assert rechosen(closed, chosen) == ["audit.equal_treatment"]


# Numbers: the same choice, and one number that does not follow from it.


@pytest.mark.parametrize("pollutant", range(4))
@pytest.mark.parametrize("field", ["base_kg_per_day", "reduction_kg_per_day", "share"])
def test_a_total_that_does_not_follow_is_caught(field: str, pollutant: int) -> None:
    step = 0.001 if field == "share" else 1.0
    wrong = getattr(HONEST.plan.totals[pollutant], field) + step
    assert failures(HONEST.problem, with_total(HONEST.plan, pollutant, **{field: wrong}), HONEST.report) == [
        "audit.totals"
    ]


@pytest.mark.parametrize("pollutant", range(4))
@pytest.mark.parametrize("share", [ENOUGH, TOO_MUCH])
def test_a_cut_called_met_or_missed_wrongly_is_caught(share: float, pollutant: int) -> None:
    found = case(share)
    plan = with_total(found.plan, pollutant, met=not found.plan.totals[pollutant].met)
    assert failures(found.problem, plan, found.report) == ["audit.met"]


def test_an_objective_that_is_not_the_sum_of_costs_is_caught() -> None:
    wrong = HONEST.plan.objective_yuan + 1.0
    report = replace(HONEST.report, gap=relative_gap(wrong, HONEST.report.bound_yuan))
    assert failures(HONEST.problem, replace(HONEST.plan, objective_yuan=wrong), report) == ["audit.objective"]


@pytest.mark.parametrize("field", ["required_sum_share", "sum_share"])
def test_a_wrong_exchange_is_caught(field: str) -> None:
    row = replace(HONEST.plan.exchange, **{field: getattr(HONEST.plan.exchange, field) + 0.001})
    assert failures(HONEST.problem, replace(HONEST.plan, exchange=row), HONEST.report) == ["audit.exchange"]


@pytest.mark.parametrize(
    "change",
    [
        lambda rows: rows[1:],
        lambda _: (),
        lambda rows: (*rows, Shortfall(pollutant="so2", missing_share=0.1, missing_kg_per_day=1.0)),
        lambda rows: (replace(rows[0], missing_share=rows[0].missing_share - 0.001), *rows[1:]),
    ],
    ids=["one hidden", "all hidden", "one invented", "one made smaller"],
)
def test_shortfalls_other_than_the_recomputed_ones_are_caught(change: Callable) -> None:
    plan = replace(SHORT.plan, shortfalls=change(SHORT.plan.shortfalls))
    assert failures(SHORT.problem, plan, SHORT.report) == ["audit.shortfalls"]


def test_an_invented_shortfall_of_a_plan_that_meets_all_is_caught() -> None:
    invented = Shortfall(pollutant="pm", missing_share=0.01, missing_kg_per_day=1.0)
    plan = replace(HONEST.plan, shortfalls=(invented,))
    assert failures(HONEST.problem, plan, HONEST.report) == ["audit.shortfalls"]


@pytest.mark.parametrize("basis", range(3))
def test_shares_by_basis_that_do_not_add_up_are_caught(basis: int) -> None:
    wrong = HONEST.plan.by_basis.copy()
    wrong[basis, 2] += 0.001
    assert failures(HONEST.problem, replace(HONEST.plan, by_basis=wrong), HONEST.report) == ["audit.by_basis"]


@pytest.mark.parametrize(
    "change",
    [
        lambda rows: rows[1:],
        lambda rows: (*rows, rows[-1]),
        lambda rows: rows[::-1],
        lambda rows: (replace(rows[0], source_id="stranger"), *rows[1:]),
        lambda _: (),
    ],
    ids=["dropped", "doubled", "turned round", "of a stranger", "all dropped"],
)
def test_a_list_of_measures_that_is_not_that_of_the_choice_is_caught(change: Callable) -> None:
    plan = replace(HONEST.plan, curtailments=change(HONEST.plan.curtailments))
    assert failures(HONEST.problem, plan, HONEST.report) == ["audit.curtailments"]


ROW_LIES: dict[str, Callable[[Curtailment], Curtailment]] = {
    "kept share by a thousandth": lambda item: replace(item, kept_share=item.kept_share + 0.001),
    "one kilogram": lambda item: replace(
        item, reduction_kg_per_day=(*item.reduction_kg_per_day[:2], item.reduction_kg_per_day[2] + 1.0, 0.0)
    ),
    "one yuan": lambda item: replace(item, cost_yuan=item.cost_yuan - 1.0),
    "another measure": lambda item: replace(item, measures=("road_cleaning",)),
    "a measure more": lambda item: replace(item, measures=(*item.measures, "odd_even")),
    "no measure": lambda item: replace(item, measures=()),
    "an hour earlier": lambda item: replace(item, start=item.start - timedelta(hours=1)),
    "an end": lambda item: replace(item, end=item.start + timedelta(days=3)),
}


@pytest.mark.parametrize("lie", ROW_LIES)
@pytest.mark.parametrize("source_id", ["k0", "h1", "duty", "yard", "trucks"])
def test_a_row_that_does_not_say_what_its_option_says_is_caught(source_id: str, lie: str) -> None:
    plan = with_row(HONEST.plan, source_id, ROW_LIES[lie])
    assert failures(HONEST.problem, plan, HONEST.report) == ["audit.curtailment_rows"]


@pytest.mark.parametrize(
    ("source_id", "basis"), [("h1", Basis.FLOOR), ("h1", Basis.CHOSEN), ("yard", Basis.FILED), ("duty", Basis.CHOSEN)]
)
def test_a_measure_on_another_basis_is_caught(source_id: str, basis: Basis) -> None:
    plan = with_row(HONEST.plan, source_id, lambda item: replace(item, basis=basis))
    assert failures(HONEST.problem, plan, HONEST.report) == ["audit.curtailment_rows"]


def test_a_measure_that_rests_on_nothing_is_caught() -> None:
    plan = with_row(HONEST.plan, "yard", lambda item: replace(item, citations=()))
    assert failures(HONEST.problem, plan, HONEST.report) == ["audit.citations"]


def test_the_failing_row_is_named() -> None:
    plan = with_row(HONEST.plan, "yard", lambda item: replace(item, cost_yuan=1.0))
    failed = [check for check in audit_plan(HONEST.problem, plan, HONEST.report).checks if not check.passed]
    assert [check.place for check in failed] == ["yard"]


@pytest.mark.parametrize("gap", [1e-3, -1e-3, 1.0])
def test_a_gap_that_does_not_follow_from_cost_and_bound_is_caught(gap: float) -> None:
    assert failures(HONEST.problem, HONEST.plan, replace(HONEST.report, gap=gap)) == ["audit.gap"]


def test_a_bound_above_the_cost_is_caught() -> None:
    cost = HONEST.plan.objective_yuan
    report = replace(HONEST.report, bound_yuan=cost + 1.0, gap=-1.0 / cost)
    assert failures(HONEST.problem, HONEST.plan, report) == ["audit.bound"]


@pytest.mark.parametrize("bound", [float("nan"), float("inf"), float("-inf")])
def test_a_bound_that_is_no_number_is_caught(bound: float) -> None:
    report = replace(HONEST.report, bound_yuan=bound, gap=0.0)
    assert "audit.gap" in failures(HONEST.problem, HONEST.plan, report)


def test_an_honest_gap_that_is_open_passes() -> None:
    report = replace(HONEST.report, bound_yuan=0.5 * HONEST.plan.objective_yuan, gap=0.5)
    assert failures(HONEST.problem, HONEST.plan, report) == []


def test_a_plan_of_nothing_passes_where_nothing_is_asked() -> None:
    found = solved(problem(source("s")))
    assert failures(found.problem, found.plan, found.report) == []
    assert np.array_equal(found.plan.chosen, [0])
