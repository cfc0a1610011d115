"""Gap, status, and what a plan rests on that is still to be confirmed."""

from dataclasses import replace

import pytest

from planner.plan import Plan, RestsOn, Shortfall, Status, assemble_plan, relative_gap, rests_on, status_of
from planner.problem import PlanProblem
from planner.terms import Evidence, Mode
from tests.tiny import problem, rest, source


@pytest.mark.parametrize(
    ("objective", "bound", "gap"),
    [(100.0, 100.0, 0.0), (100.0, 90.0, 0.1), (0.5, 0.0, 0.5), (0.0, 0.0, 0.0), (100.0, 101.0, 0.0)],
)
def test_the_gap_is_relative_to_the_objective_and_never_negative(objective: float, bound: float, gap: float) -> None:
    assert relative_gap(objective, bound) == pytest.approx(gap)


@pytest.mark.parametrize(
    ("gap", "status"),
    [(0.0, Status.OPTIMAL), (1e-6, Status.OPTIMAL), (1.1e-6, Status.FEASIBLE), (0.5, Status.FEASIBLE)],
)
def test_optimal_means_a_gap_of_a_millionth_at_most(gap: float, status: Status) -> None:
    assert status_of(halted()[1], gap) is status


def test_a_missed_cut_is_infeasible_whatever_the_gap() -> None:
    missed = Shortfall(pollutant="pm", missing_share=0.1, missing_kg_per_day=1.0)
    assert status_of(replace(halted()[1], shortfalls=(missed,)), 0.0) is Status.INFEASIBLE


def halted(**cells: object) -> tuple[PlanProblem, Plan]:
    """A line that is halted where it may be, else left as it is."""
    question = problem(source("s", pm_kg_per_day=90.0) | cells, rest(pm=10.0))
    return question, assemble_plan(question, question.sources.first_option[1:] - 1)


def counts(found: tuple[RestsOn, ...]) -> dict[str, int]:
    return {item.citation: item.curtailments for item in found}


def test_a_chosen_measure_rests_on_its_menu_rule() -> None:
    assert counts(rests_on(*halted()))["national.menu.c.halt"] == 1


def test_menu_rules_that_were_not_taken_are_not_named() -> None:
    assert "national.menu.c.limit.10" not in counts(rests_on(*halted()))


def test_parameters_and_standings_are_named_whatever_is_taken() -> None:
    found = counts(rests_on(*halted(guarantee="heat", minimum_load_share=1.0)))
    assert found["national.lines.whole_line_rounding"] == 0
    assert found["national.standing.guarantee.heat"] == 0


def test_confirmed_rules_are_not_named() -> None:
    question, plan = halted(grade="A")
    confirmed = {item.id for item in question.citations if item.status == "confirmed"}
    assert {"national.standing.grade_a", "national.reduction.share.orange"} <= confirmed
    assert confirmed & set(counts(rests_on(question, plan))) == set()


def test_the_filed_list_is_no_rule_to_be_confirmed() -> None:
    question = problem(source("s", orange_measure="halt", orange_kept_share=0.0), mode=Mode.FILED)
    plan = assemble_plan(question, question.sources.first_option[:-1])
    assert not [name for name in counts(rests_on(question, plan)) if name.startswith("list")]


def test_rows_come_by_id_with_status_and_evidence() -> None:
    found = rests_on(*halted())
    assert [item.citation for item in found] == sorted(item.citation for item in found)
    assert {item.status for item in found} == {"to-confirm"}
    assert {item.evidence for item in found} <= {str(item) for item in Evidence}
