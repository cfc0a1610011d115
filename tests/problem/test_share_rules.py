"""Enterprise share rules: "halt at least half of the lines", whole lines only."""

import pytest

from planner.problem import PlanProblem, build_problem
from planner.terms import Level, Mode
from tests.problem.reading import kept, place, register, rules_with
from tests.tiny import alert, inventory, problem, source

RULE = "industries.cement_clinker.c.yellow.halt_lines"


def clinker(source_id: str, **cells: object) -> dict[str, object]:
    return source(source_id, enterprise_id="E", key_industry="cement", sub_process="clinker") | cells


def firm(count: int, mode: Mode = Mode.DESIGN, **cells: object) -> PlanProblem:
    return problem(*[clinker(f"s{line}", **cells) for line in range(count)], level=Level.YELLOW, mode=mode)


@pytest.mark.parametrize(("lines", "required"), [(2, 1.0), (3, 2.0), (4, 2.0), (5, 3.0)])
def test_half_of_the_lines_is_rounded_up_to_whole_lines(lines: int, required: float) -> None:
    rules = firm(lines).share_rules
    assert (rules.required.tolist(), rules.weight.tolist()) == ([required], [1.0] * lines)


def test_one_line_alone_lowers_its_load_instead() -> None:
    question = firm(1)
    assert (question.share_rules.count, kept(question, "s0")[0]) == (0, 0.5)


def test_a_share_rule_names_its_firm_and_its_rule() -> None:
    question = firm(3)
    assert (question.share_rules.citation, question.share_rules.label) == ((RULE,), (f"E/{RULE}",))
    assert RULE in register(question)


@pytest.mark.parametrize("cells", [{"can_stop": False, "minimum_load_share": 0.6}, {"guarantee": "co_disposal"}])
def test_a_line_that_cannot_stop_is_no_member(cells: dict[str, object]) -> None:
    question = problem(*[clinker(name) for name in "ab"], clinker("c", **cells), level=Level.YELLOW)
    assert question.share_rules.member.tolist() == [place(question, "a"), place(question, "b")]
    assert question.share_rules.required.tolist() == [1.0]


@pytest.mark.parametrize("cells", [{"grade": "B"}, {"grade": "A"}, {"sub_process": "grinding"}, {"white_listed": True}])
def test_other_grades_processes_and_standings_have_no_share_rule(cells: dict[str, object]) -> None:
    assert firm(3, **cells).share_rules.count == 0


@pytest.mark.parametrize("level", [Level.ORANGE, Level.RED])
def test_above_yellow_the_whole_firm_halts_and_no_share_is_left(level: Level) -> None:
    question = problem(clinker("a"), clinker("b"), level=level)
    assert (question.share_rules.count, kept(question, "a")) == (0, (0.0,))


@pytest.mark.parametrize("mode", list(Mode))
def test_the_lines_of_a_share_rule_can_be_halted_in_every_mode(mode: Mode) -> None:
    assert kept(firm(2, mode), "s0") == (1.0, 0.0)


def test_two_firms_have_a_rule_each() -> None:
    lines = [clinker(f"{firm}{line}", enterprise_id=firm) for firm in "ab" for line in range(2)]
    rules = problem(*lines, level=Level.YELLOW).share_rules
    assert (rules.first_member.tolist(), rules.member.tolist()) == ([0, 2, 4], [0, 1, 2, 3])


def by_capacity(*capacities: float) -> PlanProblem:
    lines = [clinker(f"s{index}", capacity_t_per_day=value) for index, value in enumerate(capacities)]
    return build_problem(inventory(*lines), rules_with(RULE, basis="capacity"), alert(Level.YELLOW), Mode.DESIGN)


def test_a_share_by_capacity_asks_for_tonnes() -> None:
    rules = by_capacity(100.0, 200.0, 500.0).share_rules
    assert (rules.weight.tolist(), rules.required.tolist()) == ([100.0, 200.0, 500.0], [400.0])


def test_a_share_by_capacity_leaves_open_how_many_lines_meet_it() -> None:
    units = by_capacity(100.0, 200.0, 500.0).units
    assert (units.halts_min[0, 0], units.halts_max[0, 0]) == (1, 3)


def test_a_line_without_a_capacity_weighs_nothing() -> None:
    rules = by_capacity(float("nan"), 200.0, 500.0).share_rules
    assert (rules.weight.tolist(), rules.required.tolist()) == ([0.0, 200.0, 500.0], [350.0])
