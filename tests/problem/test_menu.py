"""What may be chosen beyond the obligations, by grade, and where the ceiling lies."""

import pytest

from planner.problem import NO_INDEX, build_problem
from planner.terms import Level, Mode
from tests.problem.reading import kept, obliged, offers, place, rules_without
from tests.tiny import alert, inventory, problem, source

LIMITS = (1.0, 0.9, 0.8, 0.7, 0.5)


@pytest.mark.parametrize(
    ("grade", "menu"),
    [
        ("A", (1.0,)),
        ("leading", (1.0,)),
        ("B", LIMITS),
        ("B-", LIMITS),
        ("C", (*LIMITS, 0.0)),
        ("non_leading", (*LIMITS, 0.0)),
        ("D", (*LIMITS, 0.3, 0.0)),
        ("ungraded", (*LIMITS, 0.3, 0.0)),
        ("none", (*LIMITS, 0.3, 0.0)),
    ],
)
def test_a_grade_has_its_menu(grade: str, menu: tuple[float, ...]) -> None:
    assert kept(problem(source("s", grade=grade)), "s") == menu


@pytest.mark.parametrize("kind", ["fleet", "site", "rest"])
def test_fleets_sites_and_the_rest_have_no_choice(kind: str) -> None:
    row = source("s", source_kind=kind, enterprise_id="", grade="none", sub_process="construction")
    assert len(offers(problem(row), "s")) == 1


def test_a_boiler_chooses_as_a_line_does() -> None:
    assert kept(problem(source("s", source_kind="boiler")), "s") == (*LIMITS, 0.0)


def test_without_menu_rules_only_the_obligation_is_left() -> None:
    question = build_problem(inventory(source("s")), rules_without("national.menu."), alert(), Mode.DESIGN)
    assert kept(question, "s") == (1.0,)


def test_in_filed_nothing_may_be_chosen() -> None:
    assert kept(problem(source("s", grade="D"), mode=Mode.FILED), "s") == (1.0,)


def test_a_floor_is_the_least_of_the_menu() -> None:
    line = source("s", grade="B", key_industry="cement", sub_process="clinker")
    assert kept(problem(line), "s") == (0.8, 0.7, 0.5)


def test_steps_below_the_least_load_end_at_it() -> None:
    assert kept(problem(source("s", can_stop=False, minimum_load_share=0.75)), "s") == (1.0, 0.9, 0.8, 0.75)


def test_a_line_that_must_run_in_full_has_no_choice() -> None:
    assert kept(problem(source("s", can_stop=False, minimum_load_share=1.0)), "s") == (1.0,)


@pytest.mark.parametrize("least", [0.0, 0.1])
def test_nothing_that_cannot_stop_is_halted_or_limited_to_nothing(least: float) -> None:
    question = problem(source("s", grade="D", can_stop=False, minimum_load_share=least), level=Level.RED)
    assert not any(offer.halts or offer.kept == 0.0 or "halt" in offer.measures for offer in offers(question, "s"))


def test_shares_are_rounded_so_that_equal_steps_are_one_option() -> None:
    line = source("s", orange_measure="limit", orange_kept_share=1.0 - 0.2)
    assert kept(problem(line, mode=Mode.FILL), "s") == (0.8, 0.7, 0.5, 0.0)


def test_every_permitted_step_names_the_option_it_means() -> None:
    question = problem(source("s", can_stop=False, minimum_load_share=0.75))
    assert question.cohorts.steps.tolist() == [0.0, 0.1, 0.2, 0.3, 0.5, 0.7, 1.0]
    assert question.sources.step_option[0].tolist() == [0, 1, 2, 3, 3, NO_INDEX, 3]


def test_a_step_above_the_obligation_means_the_obligation() -> None:
    line = source("s", grade="B", orange_measure="limit", orange_kept_share=0.75)
    assert problem(line, mode=Mode.FILL).sources.step_option[0, :5].tolist() == [0, 0, 0, 1, 2]


def test_a_chosen_option_cites_the_cut_and_the_menu_rule() -> None:
    deepest = offers(problem(source("s")), "s")[-1]
    halt_duty = "national.lines.treatment_last.orange"
    assert deepest.citations == ("national.reduction.share.orange", "national.menu.c.halt", halt_duty)
    assert (deepest.basis, deepest.measures, deepest.halts) == ("chosen", ("halt", "treatment_last"), True)


def test_a_chosen_option_keeps_the_duties_of_the_floor_and_their_citation() -> None:
    limited = offers(problem(source("s", grade="B", vehicles_per_day=50.0)), "s")[1]
    assert limited.measures == ("truck_ban_cn4", "limit")
    assert "national.transport.duty.truck_ban_cn4.orange" in limited.citations


def test_an_untouched_first_option_says_nothing() -> None:
    first = obliged(problem(source("s", pm_kg_per_day=5.0)), "s")
    assert (first.measures, first.citations, first.cost) == ((), (), 0.0)


def test_options_of_a_source_run_from_most_to_least_activity() -> None:
    question = problem(source("a", grade="D"), source("b", grade="B"))
    assert [kept(question, name) for name in ("a", "b")] == [
        tuple(sorted(kept(question, name), reverse=True)) for name in ("a", "b")
    ]
    assert question.sources.first_option.tolist() == [0, 7, 12]
    assert place(question, "b") == 1
