"""What sparing a firm costs, against every plan of a tiny city."""

from functools import cache

import pytest

from planner.explain import Possible, Spared, compare_spared, replacement_sentences, sources_of_firm
from planner.explain.replacement import Replacement
from planner.plan import Result, Status
from planner.problem import PlanProblem, hold_sources
from planner.solve import SolveSettings, solve_problem
from planner.terms import Phrasebook
from tests.solve.brute_force import best_by_looking
from tests.tiny import problem, random_rows, rest, source

EXACT = SolveSettings(gap=0.0)
MONEY = {"value_added_yuan_per_day": 1000.0}


@cache
def answer(found: PlanProblem) -> Result:
    return solve_problem(found, EXACT)


def spare(found: PlanProblem, source_id: str, *, in_order: bool) -> Spared:
    held = sources_of_firm(found, found.sources.source_id.index(source_id))
    changed = hold_sources(found, held, in_order=in_order)
    before = answer(found)
    assert before.plan is not None
    assert before.report is not None
    return compare_spared(found, before.plan, before.report, changed, solve_problem(changed, EXACT))


@pytest.mark.parametrize("in_order", [True, False])
@pytest.mark.parametrize("seed", range(12))
def test_the_extra_cost_is_what_a_search_through_every_plan_says(seed: int, *, in_order: bool) -> None:
    found = problem(*random_rows(seed, firms=3), share=0.15)
    held = sources_of_firm(found, found.sources.source_id.index("s10"))
    missing, cost = best_by_looking(found)
    other_missing, other_cost = best_by_looking(hold_sources(found, held, in_order=in_order))
    told = spare(found, "s10", in_order=in_order)
    assert (told.is_possible is Possible.YES) == (other_missing <= missing)
    if told.extra_yuan is not None:
        assert told.extra_yuan == pytest.approx(other_cost - cost, abs=1e-3)


def two_of_a_grade() -> PlanProblem:
    rows = [source(name, grade="B", pm_kg_per_day=50.0, **MONEY) for name in ("a", "b")]
    return problem(*rows, rest(pm=20.0), share=0.2)


def test_a_firm_whose_equals_are_needed_cannot_be_spared_in_the_order() -> None:
    told = spare(two_of_a_grade(), "a", in_order=True)
    assert (told.is_possible, told.extra_yuan) == (Possible.NO, None)
    assert [item.pollutant for item in told.shortfalls] == ["pm"]


def test_alone_it_is_spared_and_its_equal_does_more() -> None:
    told = spare(two_of_a_grade(), "a", in_order=False)
    assert (told.is_possible, told.others, told.relieved) == (Possible.YES, 1, 1)


def test_the_proven_range_holds_the_extra_cost() -> None:
    told = spare(two_of_a_grade(), "a", in_order=False)
    assert told.extra_yuan is not None
    assert told.least_extra_yuan is not None
    assert told.most_extra_yuan is not None
    assert told.least_extra_yuan <= told.extra_yuan <= told.most_extra_yuan


def test_a_search_that_gives_up_is_told_as_such() -> None:
    found, before = two_of_a_grade(), answer(two_of_a_grade())
    assert before.plan is not None
    assert before.report is not None
    lost = Result(status=Status.UNKNOWN, plan=None, report=None)
    assert compare_spared(found, before.plan, before.report, found, lost).is_possible is Possible.UNKNOWN


def test_the_sentences_tell_both_ways_of_sparing() -> None:
    found = two_of_a_grade()
    both = Replacement(with_equals=spare(found, "a", in_order=True), alone=spare(found, "a", in_order=False))
    together, alone = replacement_sentences(both, Phrasebook())
    assert "impossible" in together
    assert "yuan more" in alone
