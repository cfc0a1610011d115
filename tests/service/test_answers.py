"""The answers that go with a plan: prices, alternatives, why not, on tiny cities and against every plan there is."""

from dataclasses import replace

import pytest

from planner.plan import (
    Clause,
    PlanDocument,
    assemble_plan,
    choice_of,
    enterprises_between,
    plan_answers,
)
from planner.problem import PlanProblem, broken_rules, build_problem, problem_to_text, with_cut
from planner.service.alternative_search import find_alternatives
from planner.service.answer_words import answer_lines
from planner.service.price_search import find_prices
from planner.service.question import Question
from planner.service.records import Extras, GradedList, PlanRequest
from planner.service.relaxed import present_clauses, relaxed_problem
from planner.service.why_not_search import find_why_not
from planner.solve import SolveSettings, solve_problem
from planner.terms import Level, Mode, Phrasebook
from tests.audit.made import case, solved
from tests.audit.made import document as made_document
from tests.solve.brute_force import best_by_looking
from tests.tiny import ON, alert, inventory, problem, random_rows, rest, rules_in_force, source, with_share

EXACT = SolveSettings(gap=0.0)
MONEY = {"value_added_yuan_per_day": 1000.0}


def posed(*rows: dict[str, object], share: float, mode: Mode = Mode.DESIGN) -> Question:
    rules, listed = with_share(rules_in_force(), Level.ORANGE, share), inventory(*rows)
    found = build_problem(listed, rules, alert(), mode)
    return Question(
        request=PlanRequest(city="changzhi", level=Level.ORANGE, mode=mode, on=ON),
        grades=GradedList(listed=listed, inventory=listed),
        inventory=listed,
        rules=rules,
        problem=found,
        problem_text=problem_to_text(found),
        settings=EXACT,
        is_demo=False,
        is_kept=False,
    )


def answered(question: Question) -> PlanDocument:
    return made_document(solved(question.problem))


def clash(question: Question) -> list[str]:
    why_not = find_why_not(question, answered(question))
    assert why_not.clash is not None
    return [str(item.clause) for item in why_not.clash]


# Prices


@pytest.mark.parametrize("seed", [1, 4, 9])
def test_a_price_is_the_slope_between_two_best_plans(seed: int) -> None:
    found = problem(*random_rows(seed, firms=3), share=0.1)
    document = made_document(solved(found))
    prices = find_prices(document, EXACT)
    assert prices is not None
    told = plan_answers(replace(document, prices=prices))["prices"]["pm"]
    (missing, cost), before = best_by_looking(with_cut(found, "pm", 0.1 * 1.01)), best_by_looking(found)[1]
    assert missing == 0.0
    assert told["up"]["yuan_per_kg"] == pytest.approx((cost - before) / (told["step_kg_per_day"] * 3), abs=1e-6)


def test_a_price_lies_in_its_proven_range() -> None:
    document = made_document(case())
    prices = find_prices(document, SolveSettings(gap=0.01))
    assert prices is not None
    steps = [item[way] for item in plan_answers(replace(document, prices=prices))["prices"].values() for way in item]
    told = [step for step in steps if isinstance(step, dict)]
    assert told
    assert all(step["least_yuan_per_kg"] <= step["yuan_per_kg"] <= step["most_yuan_per_kg"] for step in told)


def test_a_missed_cut_has_no_price() -> None:
    question = posed(source("a", grade="A", pm_kg_per_day=90.0), share=0.2)
    assert find_prices(answered(question), EXACT) is None


# Alternatives


def many_equals() -> PlanProblem:
    counties = ("140403", "140404", "140405", "140406")
    rows = [
        source(f"s{number}", grade="B", county_code=code, pm_kg_per_day=20.0, value_added_yuan_per_day=1000.0 + number)
        for number, code in enumerate(counties)
    ]
    return problem(*rows, rest(pm=20.0), share=0.1)


def test_alternatives_are_permitted_meet_the_cuts_and_differ() -> None:
    found = many_equals()
    document = made_document(solved(found))
    others = find_alternatives(document, Extras(alternatives=3, within=0.05, differ=1), EXACT)
    chosen = [document.plan.chosen, *(choice_of(found, document.plan, item) for item in others)]
    assert len(others) >= 1
    assert all(not broken_rules(found, one) and not assemble_plan(found, one).shortfalls for one in chosen)
    assert all(enterprises_between(found, one, two) for one in chosen for two in chosen if one is not two)


def test_a_dearer_plan_than_wanted_is_no_alternative() -> None:
    document = made_document(solved(many_equals()))
    assert find_alternatives(document, Extras(alternatives=3, within=0.0, differ=1), EXACT) == ()


def test_every_number_of_an_alternative_follows_from_its_options() -> None:
    found = many_equals()
    document = made_document(solved(found))
    others = find_alternatives(document, Extras(alternatives=1, within=0.05, differ=1), EXACT)
    (told,) = plan_answers(replace(document, alternatives=others))["alternatives"]
    plan = assemble_plan(found, choice_of(found, document.plan, others[0]))
    assert (told["objective_yuan"], told["permitted"], told["missing_points"]) == (plan.objective_yuan, True, 0.0)
    assert told["enterprises_touched"] == len({item.enterprise_id for item in plan.curtailments})


# Why not


def test_a_plant_that_acts_on_its_own_is_the_clash_where_it_holds_the_kilograms() -> None:
    question = posed(source("s", grade="B", pm_kg_per_day=10.0), source("t", grade="A", pm_kg_per_day=90.0), share=0.2)
    assert clash(question) == ["self_determined"]


def test_two_standings_clash_together_and_neither_alone() -> None:
    rows = [source("t", grade="A", pm_kg_per_day=45.0), source("w", grade="B", white_listed=True, pm_kg_per_day=45.0)]
    question = posed(*rows, source("s", grade="B", pm_kg_per_day=10.0), share=0.2)
    assert clash(question) == ["self_determined", "white_listed"]
    together = solve_problem(question.problem, EXACT)
    assert together.plan is not None
    assert together.plan.shortfalls
    for clause in (Clause.SELF_DETERMINED, Clause.WHITE_LISTED):
        without = solve_problem(relaxed_problem(question, frozenset({clause})), EXACT)
        assert without.plan is not None
        assert not without.plan.shortfalls


def test_how_far_a_grade_may_be_limited_can_be_the_clash() -> None:
    assert clash(posed(source("s", grade="B", pm_kg_per_day=100.0), share=0.6)) == ["menu"]


def test_the_filed_list_is_the_clash_of_the_mode_that_executes_it() -> None:
    question = posed(source("s", grade="C", pm_kg_per_day=100.0), share=0.2, mode=Mode.FILED)
    assert clash(question) == ["filed_list"]


def test_a_base_that_nobody_controls_is_no_clash() -> None:
    question = posed(source("s", grade="B", pm_kg_per_day=1.0), rest(pm=99.0), share=0.2)
    assert clash(question) == []


def test_relaxations_come_by_price_and_name_the_volunteers() -> None:
    rows = [
        source("t", grade="A", pm_kg_per_day=45.0, value_added_yuan_per_day=9000.0),
        source("w", grade="B", white_listed=True, pm_kg_per_day=45.0, **MONEY),
        source("s", grade="B", pm_kg_per_day=10.0),
    ]
    question = posed(*rows, share=0.2)
    found = find_why_not(question, answered(question)).relaxations
    assert found is not None
    assert [str(item.clause) for item in found[:2]] == ["white_listed", "self_determined"]
    assert [firm.enterprise_id for firm in found[0].volunteers] == ["Ew"]
    assert found[0].objective_yuan < found[1].objective_yuan


def test_nothing_is_relaxed_by_asking() -> None:
    question = posed(source("s", grade="B", pm_kg_per_day=10.0), source("t", grade="A", pm_kg_per_day=90.0), share=0.2)
    before = question.problem_text
    find_why_not(question, answered(question))
    assert problem_to_text(question.problem) == before == problem_to_text(relaxed_problem(question, frozenset()))


def test_only_clauses_that_hold_something_are_present() -> None:
    present = present_clauses(posed(source("s", grade="B", pm_kg_per_day=10.0), share=0.2).problem)
    assert present == (Clause.MENU, Clause.GRADE_ORDER)


# In words


def test_the_whole_of_why_not_is_told_in_words() -> None:
    question = posed(source("s", grade="B", pm_kg_per_day=10.0), source("t", grade="A", pm_kg_per_day=90.0), share=0.2)
    document = replace(answered(question), why_not=find_why_not(question, answered(question)))
    told = "\n".join(answer_lines(document, Phrasebook()))
    assert "These clauses clash" in told
    assert "1. Relax grades that reduce on their own: meets the cuts" in told


def test_prices_and_alternatives_are_told_in_words() -> None:
    document = made_document(solved(many_equals()))
    others = find_alternatives(document, Extras(alternatives=1, within=0.05, differ=1), EXACT)
    document = replace(document, prices=find_prices(document, EXACT), alternatives=others)
    told = "\n".join(answer_lines(document, Phrasebook()))
    assert "Total PM: a greater cut" in told
    assert "1 other plans of nearly the same cost" in told
