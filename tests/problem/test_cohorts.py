"""Equal grade and grade order: who is compared with whom, and whole lines at every required share."""

import numpy as np
import pytest

from planner.problem import NO_INDEX, PlanProblem
from planner.terms import Mode
from tests.problem.reading import kept
from tests.tiny import problem, source


def firm(count: int, **cells: object) -> list[dict[str, object]]:
    return [source(f"s{line:02}", enterprise_id="E", **cells) for line in range(count)]


def halted_lines(question: PlanProblem) -> dict[float, int]:
    """Required share to the lines that the only unit halts."""
    assert question.units.halts_min.tolist() == question.units.halts_max.tolist()
    return dict(zip(question.cohorts.steps.tolist(), question.units.halts_min[0].tolist(), strict=True))


@pytest.mark.parametrize(
    ("lines", "expected"),
    [(2, [0, 1, 1, 1, 1, 2, 2]), (3, [0, 1, 1, 1, 2, 3, 3]), (10, [0, 1, 2, 3, 5, 7, 10])],
)
def test_a_required_share_is_rounded_up_to_whole_lines(lines: int, expected: list[int]) -> None:
    assert list(halted_lines(problem(*firm(lines))).values()) == expected


def test_lines_of_a_firm_with_several_run_or_stand() -> None:
    question = problem(*firm(2))
    assert [kept(question, name) for name in ("s00", "s01")] == [(1.0, 0.0), (1.0, 0.0)]


def test_a_firm_of_a_grade_that_is_never_halted_lowers_every_line() -> None:
    question = problem(*firm(2, grade="B"))
    assert question.units.count == 0
    assert kept(question, "s00") == (1.0, 0.9, 0.8, 0.7, 0.5)


@pytest.mark.parametrize("cells", [{"can_stop": False}, {"guarantee": "heat"}])
def test_lines_that_cannot_stop_lower_their_load(cells: dict[str, object]) -> None:
    question = problem(*firm(2, minimum_load_share=0.5, **cells))
    assert (question.units.count, kept(question, "s00")) == (0, (1.0, 0.9, 0.8, 0.7, 0.5))


def test_one_line_that_can_stop_beside_one_that_cannot_is_no_unit() -> None:
    lines = [*firm(1), source("t", enterprise_id="E", can_stop=False, minimum_load_share=0.5)]
    assert problem(*lines).units.count == 0


def test_an_idle_line_is_no_line_of_its_firm() -> None:
    assert problem(*firm(1), source("t", enterprise_id="E", status="idle")).units.count == 0


def test_a_filed_halt_counts_toward_the_required_share() -> None:
    lines = firm(4)
    lines[0] |= {"orange_measure": "halt", "orange_kept_share": 0.0}
    assert list(halted_lines(problem(*lines, mode=Mode.FILL)).values()) == [1, 1, 1, 2, 2, 3, 4]


def test_filed_limits_count_toward_the_required_share() -> None:
    lines = firm(2, orange_measure="limit", orange_kept_share=0.5)
    assert list(halted_lines(problem(*lines, mode=Mode.FILL)).values()) == [0, 0, 0, 0, 0, 2, 2]


def test_lines_of_one_firm_in_two_counties_are_two_units() -> None:
    far = [source(f"t{line}", enterprise_id="E", county_code="140404") for line in range(2)]
    question = problem(*firm(2), *far)
    wanted = ("E/140403/casting/melting/C", "E/140404/casting/melting/C")
    assert (question.units.label, question.units.cohort.tolist()) == (wanted, [0, 1])


def test_equal_grade_means_one_county_one_process_one_grade() -> None:
    apart = [{}, {"county_code": "140404"}, {"sub_process": "moulding"}, {"grade": "D"}]
    labels = problem(*[source(f"s{index}") | cells for index, cells in enumerate(apart)]).cohorts.label
    assert labels == (
        "140403/casting/melting/C",
        "140403/casting/melting/D",
        "140403/casting/moulding/C",
        "140404/casting/melting/C",
    )


def test_firms_of_no_key_industry_are_told_apart_by_their_class() -> None:
    rows = [source(f"s{code}", key_industry="none", industry_code=code) for code in ("3311", "1451")]
    assert problem(*rows).cohorts.label == ("140403/1451/melting/C", "140403/3311/melting/C")


def order_of(*grades: str) -> list[tuple[int, int]]:
    """(group, rank) of one firm a grade."""
    question = problem(*[source(f"s{index}", grade=grade) for index, grade in enumerate(grades)])
    cohort = question.sources.cohort
    return list(zip(question.cohorts.group[cohort].tolist(), question.cohorts.rank[cohort].tolist(), strict=True))


def test_grades_of_one_scheme_are_ranked_in_one_group() -> None:
    found = order_of("B", "B-", "C", "D")
    assert len({group for group, _ in found}) == 1
    assert [rank for _, rank in found] == [1, 2, 3, 4]


@pytest.mark.parametrize("outside", ["non_leading", "ungraded", "none"])
def test_grades_that_cannot_be_compared_stand_in_groups_of_their_own(outside: str) -> None:
    (one, _), (two, _) = order_of("C", outside)
    assert one != two


@pytest.mark.parametrize(
    "cells",
    [{"grade": "A"}, {"exempt_through": "red"}, {"white_listed": True}, {"source_kind": "rest", "enterprise_id": ""}],
)
def test_who_is_never_ordered_stands_in_no_cohort(cells: dict[str, object]) -> None:
    assert problem(source("s") | cells).sources.cohort.tolist() == [NO_INDEX]


def test_share_rule_members_without_a_halting_menu_stand_outside_the_order() -> None:
    lines = firm(2, key_industry="cement", sub_process="clinker", orange_measure="halt", orange_kept_share=0.0)
    question = problem(*[line | {"grade": "B"} for line in lines])
    assert np.all(question.sources.cohort != NO_INDEX), "grade B has no share rule"


def test_the_steps_of_a_cohort_are_those_of_its_grade() -> None:
    allowed = problem(source("s", grade="B")).cohorts.allowed
    assert allowed.tolist() == [[True, True, True, True, True, False, False]]
