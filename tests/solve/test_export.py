"""The exported model, read and solved by others, gives the same objective."""

import re

import pytest
from ortools.linear_solver.python import model_builder

from planner.plan import SolveReport
from planner.problem import PlanProblem
from planner.solve import SolveSettings, build_model, model_to_mps, solve_problem
from tests.solve.demo import middle_problem
from tests.tiny import problem, random_rows, source

EXACT = SolveSettings(gap=0.0)


def read(text: str) -> model_builder.Model:
    model = model_builder.Model()
    assert model.import_from_mps_string(text), "OR-Tools refuses the text as MPS"
    return model


def solved_outside(text: str, solver: str) -> float:
    outside = model_builder.Solver(solver)
    assert outside.solve(read(text)) == model_builder.SolveStatus.OPTIMAL
    return float(outside.objective_value)


def solved_here(question: PlanProblem, gap: float = 0.0) -> tuple[float, SolveReport]:
    result = solve_problem(question, SolveSettings(gap=gap))
    assert result.plan is not None
    assert result.report is not None
    return result.plan.objective_yuan, result.report


@pytest.mark.parametrize("solver", ["scip", "sat"])
@pytest.mark.parametrize("seed", [1, 2, 3])
def test_a_tiny_city_costs_the_same_outside(seed: int, solver: str) -> None:
    question = problem(*random_rows(seed), share=0.3)
    assert solved_outside(model_to_mps(question, EXACT), solver) == pytest.approx(solved_here(question)[0], abs=0.01)


def test_a_city_that_misses_its_cuts_costs_the_same_outside() -> None:
    question = problem(*random_rows(4), share=0.95)
    assert solve_problem(question, EXACT).plan.shortfalls  # type: ignore[union-attr]
    assert solved_outside(model_to_mps(question, EXACT), "scip") == pytest.approx(solved_here(question)[0], abs=0.01)


def test_a_middle_city_costs_the_same_outside_within_the_gap() -> None:
    question = middle_problem()
    ours, report = solved_here(question, gap=1e-4)
    outside = solved_outside(model_to_mps(question, SolveSettings()), "scip")
    assert report.bound_yuan - 0.01 <= outside <= ours + 0.01
    assert ours - outside <= 1e-4 * ours


def test_the_file_holds_every_column_and_row_of_the_model_by_name() -> None:
    question = problem(*random_rows(2), share=0.3)
    built, found = build_model(question), read(model_to_mps(question, EXACT))
    assert [item.name for item in found.get_variables()] == list(built.columns.names)
    assert {item.name for item in found.get_linear_constraints()} == set(built.row_names)


def test_options_and_steps_are_whole_numbers_and_shortfalls_are_not() -> None:
    found = read(model_to_mps(problem(*random_rows(2), share=0.3), EXACT))
    assert all(item.is_integral != item.name.startswith("short[") for item in found.get_variables())


def test_coefficients_are_written_exactly() -> None:
    line = source("s", value_added_yuan_per_day=1234.56789, pm_kg_per_day=1.0 / 3.0)
    question = problem(line, share=0.1)
    assert f" take[s|1] cost_yuan {float(question.options.cost_yuan[1])!r}\n" in model_to_mps(question, EXACT)


def test_no_name_holds_a_blank() -> None:
    question = problem(source("s 1", sub_process="fine casting", enterprise_id="E 1"), share=0.1)
    lines = model_to_mps(question, EXACT).splitlines()
    assert not [line for line in lines if len(line.split()) > (4 if line.startswith(" UP") else 3)]


def test_the_same_problem_gives_the_same_file() -> None:
    one, two = (model_to_mps(problem(*random_rows(7), share=0.3), EXACT) for _ in range(2))
    assert one == two
    assert re.search(r"^ENDATA$", one, re.MULTILINE)
