"""What each measure rests on, and who has no floor at all."""

from dataclasses import replace

import pytest

from planner.plan import Ground, MeasureGround, Plan, assemble_plan, curtailment_grounds, measure_grounds, without_floor
from planner.problem import PlanProblem
from planner.terms import Mode
from tests.audit.made import case
from tests.tiny import problem, rest, source

CLINKER = {"key_industry": "cement", "sub_process": "clinker"}
PLACE = {"enterprise_id": "", "grade": "none", "key_industry": "none"}


def least(*rows: dict[str, object], mode: Mode = Mode.FILL) -> tuple[PlanProblem, Plan]:
    """Everyone does the least that is asked of him."""
    question = problem(*rows, mode=mode)
    return question, assemble_plan(question, question.sources.first_option[:-1])


def grounds(question: PlanProblem, plan: Plan) -> dict[str, Ground]:
    told = zip(plan.curtailments, curtailment_grounds(question, plan), strict=True)
    return {item.source_id: ground for item, ground in told}


def of(ground: Ground, question: PlanProblem, plan: Plan) -> MeasureGround:
    return next(item for item in measure_grounds(question, plan) if item.ground is ground)


def confirmed(question: PlanProblem, *ids: str) -> PlanProblem:
    """The problem with these citations confirmed."""
    register = tuple(replace(item, status="confirmed") if item.id in ids else item for item in question.citations)
    return replace(question, citations=register)


def test_a_floor_rests_on_a_rule_to_be_confirmed_until_all_of_its_rules_are() -> None:
    question, plan = least(source("k", grade="D", **CLINKER))
    cited = plan.curtailments[0].citations
    assert grounds(question, plan) == {"k": Ground.TO_CONFIRM}
    assert grounds(confirmed(question, cited[0]), plan) == {"k": Ground.TO_CONFIRM}
    assert grounds(confirmed(question, *cited), plan) == {"k": Ground.CONFIRMED}


def test_a_recalled_value_is_named_before_one_to_be_confirmed() -> None:
    question, plan = least(source("yard", source_kind="site", sub_process="construction", **PLACE))
    assert grounds(question, plan) == {"yard": Ground.RECALLED}


def test_a_recalled_value_that_the_city_confirmed_is_confirmed() -> None:
    question, plan = least(source("yard", source_kind="site", sub_process="construction", **PLACE))
    assert grounds(confirmed(question, *plan.curtailments[0].citations), plan) == {"yard": Ground.CONFIRMED}


def test_a_filed_measure_rests_on_the_firm_s_own_filing() -> None:
    question, plan = least(source("s", orange_measure="halt", orange_kept_share=0.0))
    assert grounds(question, plan) == {"s": Ground.FILED}
    assert of(Ground.FILED, question, plan).rules == ()


def test_a_chosen_measure_rests_on_the_city_s_menu() -> None:
    question = problem(source("s", pm_kg_per_day=90.0), rest(pm=10.0))
    plan = assemble_plan(question, question.sources.first_option[1:] - 1)
    assert grounds(question, plan) == {"s": Ground.CHOSEN_MENU}
    assert "national.menu.c.halt" in of(Ground.CHOSEN_MENU, question, plan).rules


def test_a_halt_for_a_share_of_lines_rests_on_that_rule_alone() -> None:
    found = case()
    shares = set(found.problem.share_rules.citation)
    forced = [item for item in found.plan.curtailments if item.basis == "floor" and item.option]
    assert forced
    named = of(Ground.TO_CONFIRM, found.problem, found.plan)
    assert shares <= set(named.rules)
    assert forced[0].source_id in named.source_ids


def test_the_grounds_of_measures_add_up_to_the_curtailments() -> None:
    found = case()
    told = measure_grounds(found.problem, found.plan)[:-1]
    assert sum(item.count for item in told) == len(found.plan.curtailments)
    names = [name for item in told for name in item.source_ids]
    assert sorted(names) == sorted(item.source_id for item in found.plan.curtailments)


def test_lines_of_one_firm_are_one_enterprise() -> None:
    rows = [source(f"s{line}", enterprise_id="E", orange_measure="limit", orange_kept_share=0.5) for line in range(3)]
    found = of(Ground.FILED, *least(*rows))
    assert (found.count, found.enterprises) == (3, 1)


def test_a_firm_that_no_rule_answers_and_that_filed_nothing_has_no_floor() -> None:
    question, _ = least(source("s"), source("k", grade="D", **CLINKER))
    assert without_floor(question) == ("s",)


@pytest.mark.parametrize(
    "cells",
    [
        {"orange_measure": "limit", "orange_kept_share": 0.5},
        {"orange_measure": "truck_ban_cn4"},
        {"exempt_through": "red"},
        {"grade": "A"},
        CLINKER,
    ],
    ids=["filed limit", "filed duty", "exempt", "acts on its own", "sourced"],
)
def test_whoever_has_a_floor_or_is_left_alone_is_not_counted(cells: dict[str, object]) -> None:
    assert without_floor(least(source("s", **cells))[0]) == ()


def test_one_filed_line_is_the_floor_of_its_firm() -> None:
    filed = source("a", enterprise_id="E", orange_measure="halt", orange_kept_share=0.0)
    assert without_floor(least(filed, source("b", enterprise_id="E"))[0]) == ()


def test_in_design_filed_measures_are_no_floor() -> None:
    filed = source("s", orange_measure="halt", orange_kept_share=0.0)
    assert without_floor(least(filed, mode=Mode.DESIGN)[0]) == ("s",)


def test_a_problem_that_says_nothing_of_answers_names_nobody() -> None:
    question, _ = least(source("s"))
    assert without_floor(replace(question, sources=replace(question.sources, answer=()))) == ()
