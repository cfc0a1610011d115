"""Why a firm has to do what the plan says."""

from functools import cache

import numpy as np
import pytest

from planner.errors import FindingsError
from planner.explain import Explanation, PeerView, SourceView, explain_enterprise
from planner.plan import Plan, assemble_plan
from planner.problem import PlanProblem
from planner.terms import Level, Mode
from tests.tiny import problem, rest, source

MONEY = {"value_added_yuan_per_day": 1000.0, "restart_cost_yuan": 500.0}
PLACE = {"enterprise_id": "", "grade": "none", "key_industry": "none"}


@cache
def city() -> tuple[PlanProblem, Plan]:
    """A firm of two lines of which one is halted, its peer at half load, a filed firm, a guaranteed one, a fleet."""
    filed = {"orange_measure": "limit", "orange_kept_share": 0.7}
    question = problem(
        source("a1", enterprise_id="A", enterprise_name="甲", line_id="1#", pm_kg_per_day=10.0, **MONEY),
        source("a2", enterprise_id="A", enterprise_name="甲", line_id="2#", pm_kg_per_day=30.0, **MONEY),
        source("b1", enterprise_id="B", enterprise_name="乙", pm_kg_per_day=10.0, **MONEY),
        source("f1", enterprise_id="F", grade="B", county_code="140404", pm_kg_per_day=10.0, **filed, **MONEY),
        source("g1", enterprise_id="G", guarantee="heat", minimum_load_share=1.0, pm_kg_per_day=10.0),
        source("x1", enterprise_id="X", grade="A", pm_kg_per_day=10.0),
        source("trucks", source_kind="fleet", sub_process="road_fleet", nox_kg_per_day=30.0, **PLACE),
        rest(pm=30.0),
        mode=Mode.FILL,
    )
    chosen = question.sources.first_option[:-1].copy()
    chosen[question.sources.source_id.index("a1")] += 1
    chosen[question.sources.source_id.index("b1")] += 4
    return question, assemble_plan(question, chosen)


def explained(name: str) -> Explanation:
    return explain_enterprise(*city(), name)


def line(name: str) -> SourceView:
    (found,) = (view for view in explained(name).sources if view.source_id == name)
    return found


def test_a_firm_is_explained_line_by_line() -> None:
    found = explained("A")
    assert (found.enterprise_id, found.enterprise_name, found.county_code) == ("A", "甲", "140403")
    assert [(view.source_id, view.line_id) for view in found.sources] == [("a1", "1#"), ("a2", "2#")]


@pytest.mark.parametrize("name", ["A", "a1", "a2"])
def test_a_line_leads_to_its_whole_firm(name: str) -> None:
    assert explained(name) == explained("A")


def test_its_cost_and_kilograms_are_those_of_all_its_lines() -> None:
    found = explained("A")
    assert (found.cost_yuan, found.reduction_kg_per_day) == (3500.0, (0.0, 0.0, 10.0, 0.0))


def test_every_option_it_had_is_shown_and_the_taken_one_marked() -> None:
    options = line("b1").options
    assert [option.kept_share for option in options] == [1.0, 0.9, 0.8, 0.7, 0.5, 0.0]
    assert [option.is_taken for option in options] == [False, False, False, False, True, False]


def test_an_option_shows_measures_kilograms_cost_and_basis() -> None:
    deepest = line("b1").options[-1]
    assert (deepest.measures, deepest.cost_yuan, deepest.basis) == (("halt", "treatment_last"), 3500.0, "chosen")
    assert deepest.reduction_kg_per_day == (0.0, 0.0, 10.0, 0.0)


def test_a_line_that_does_nothing_has_no_curtailment_and_no_clause() -> None:
    assert (line("a2").curtailment, line("a2").citations) == (None, ())


def test_the_clauses_of_a_measure_come_with_their_instruments() -> None:
    found = line("b1").citations
    assert [item.id for item in found] == ["national.reduction.share.orange", "national.menu.c.limit.50"]
    assert all(item.instrument and item.title and item.title_zh for item in found)


def test_a_filed_measure_is_explained_by_the_list() -> None:
    found = line("f1")
    assert [item.id for item in found.citations] == ["list"]
    assert found.curtailment is not None
    assert found.curtailment.citations == ("list:f1",)


def test_a_standing_is_explained_by_its_rule() -> None:
    found = line("x1")
    assert found.standing == "self_determined"
    assert found.standing_citation is not None
    assert found.standing_citation.id == "national.standing.grade_a"


def test_an_orderable_line_has_no_standing_to_explain() -> None:
    assert (line("b1").standing, line("b1").standing_citation) == ("orderable", None)


def test_the_required_share_of_equal_grade_is_shown() -> None:
    assert (line("b1").required_share, line("b1").cohort) == (0.5, "140403/casting/melting/C")


def test_who_stands_outside_the_order_has_no_required_share_and_no_peers() -> None:
    found = explained("x1")
    assert (found.sources[0].required_share, found.sources[0].cohort, found.peers) == (None, "", ())


def test_peers_are_the_firms_of_equal_grade_itself_included() -> None:
    cohort = "140403/casting/melting/C"
    firms = {item.enterprise_id: item for item in explained("A").peers}
    assert firms["A"] == PeerView(
        enterprise_id="A", enterprise_name="甲", cohort=cohort, lines=2, halted=1, kept_share=0.5
    )
    assert firms["B"] == PeerView(
        enterprise_id="B", enterprise_name="乙", cohort=cohort, lines=1, halted=0, kept_share=0.5
    )


def test_other_counties_grades_and_processes_are_no_peers() -> None:
    assert {"F", "X"} & {item.enterprise_id for item in explained("A").peers} == set()


def test_a_fleet_is_explained_by_its_source_id() -> None:
    found = explained("trucks")
    assert (found.enterprise_id, [view.source_id for view in found.sources]) == ("", ["trucks"])
    assert [item.id for item in found.sources[0].citations] == ["national.mobile.road.truck_ban_cn4.orange.nox"]
    assert found.reduction_kg_per_day == pytest.approx((0.0, 3.0, 0.0, 0.0))


def test_the_rest_of_the_society_is_no_part_of_a_fleet() -> None:
    assert [view.source_id for view in explained("zz-rest").sources] == ["zz-rest"]


@pytest.mark.parametrize("name", ["", "nobody", "a", "甲"])
def test_an_unknown_name_is_a_finding(name: str) -> None:
    with pytest.raises(FindingsError) as caught:
        explained(name)
    assert [(item.code, item.value) for item in caught.value.findings] == [("plan.enterprise_unknown", name)]


def test_a_halt_that_a_share_rule_asks_for_cites_it() -> None:
    clinker = {"key_industry": "cement", "sub_process": "clinker", "enterprise_id": "K"}
    question = problem(source("k1", **clinker), source("k2", **clinker), level=Level.YELLOW)
    plan = assemble_plan(question, question.sources.first_option[:-1] + np.array([1, 0]))
    found = explain_enterprise(question, plan, "K").sources[0].citations
    assert found[0].id == "industries.cement_clinker.c.yellow.halt_lines"
