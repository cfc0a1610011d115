"""What a plan makes of lines that rest off-peak."""

from dataclasses import replace

import pytest

from planner.problem import OffPeakUse, RestingLine, build_problem, problem_from_text, problem_to_text
from planner.season import rest_lines
from planner.terms import Mode
from tests.season.made import MARCH, two_lines
from tests.tiny import alert, rules_in_force


def use(kept_share=0.0, *, in_base):
    resting = (RestingLine(source_id="s1", kept_share=kept_share, last_day=MARCH),)
    return OffPeakUse(in_base=in_base, document="某市错峰生产通知", resting=resting)


def problem_of(off_peak, **cells):
    listed = rest_lines(two_lines(**cells), off_peak)
    return build_problem(listed, rules_in_force(), alert(), Mode.FILL)


def test_a_line_that_stands_is_in_neither_base_nor_cut():
    problem = problem_of(use(in_base=False))
    assert problem.sources.source_id == ("s2",)


def test_a_line_that_stands_in_the_base_is_halted_at_no_cost():
    problem = problem_of(use(in_base=True), value_added_yuan_per_day=1000.0, restart_cost_yuan=500.0)
    first = problem.sources.first_option[0]
    assert problem.sources.source_id == ("s1", "s2")
    assert problem.options.reduction_kg_per_day[first].tolist() == [0.0, 0.0, 10.0, 0.0]
    assert (problem.options.kept_share[first], problem.options.cost_yuan[first]) == (0.0, 0.0)


def test_a_kiln_that_cannot_stop_at_once_has_stopped_by_plan():
    problem = problem_of(use(in_base=True), can_stop=False, minimum_load_share=0.5, guarantee="heat")
    assert problem.options.kept_share[problem.sources.first_option[0]] == 0.0


@pytest.mark.parametrize("in_base", [True, False])
def test_a_line_that_rests_in_part_files_at_least_its_rest(in_base):
    problem = problem_of(use(0.4, in_base=in_base))
    assert problem.sources.source_id == ("s1", "s2")
    assert problem.options.kept_share[problem.sources.first_option[0]] == pytest.approx(0.4)


def test_a_stricter_filed_measure_stays():
    listed = rest_lines(two_lines(orange_measure="limit", orange_kept_share=0.2), use(0.4, in_base=False))
    assert listed.frame.loc[0, ["orange_kept_share", "red_kept_share"]].tolist() == [0.2, 0.4]


def test_a_haulage_ban_is_not_lost_under_a_rest():
    listed = rest_lines(two_lines(orange_measure="truck_ban_cn4"), use(0.4, in_base=False))
    assert listed.frame.loc[0, "orange_measure"] == "truck_ban_cn4"
    assert listed.frame.loc[0, "red_measure"] == "limit"


def test_the_problem_keeps_who_rests_and_a_problem_without_rests_says_nothing_of_them():
    problem = problem_of(use(in_base=False))
    named = replace(problem, header=replace(problem.header, off_peak=use(in_base=False)))
    assert problem_from_text(problem_to_text(named)).header.off_peak == use(in_base=False)
    assert "off_peak" not in problem_to_text(problem)
