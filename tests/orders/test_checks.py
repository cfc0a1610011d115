"""No order is written for a plan that says what its options do not allow."""

from dataclasses import replace

import numpy as np
import pytest

from planner.errors import FindingsError
from planner.orders import check_orders
from planner.plan import Plan
from tests.compare.toy_problem import toy_city, toy_plan
from tests.orders.toy_orders import written


def codes(plan: Plan) -> list[tuple[str, str]]:
    return [(item.code, item.value) for item in check_orders(toy_plan()[0], plan)]


def test_a_sound_plan_has_no_findings() -> None:
    assert check_orders(*toy_plan()) == ()


def saying(name: str, *measures: str) -> Plan:
    """The toy plan with other words for one source."""
    _, plan = toy_plan()
    items = [replace(item, measures=measures) if item.source_id == name else item for item in plan.curtailments]
    return replace(plan, curtailments=tuple(items))


@pytest.mark.parametrize("measure", ["halt", "hold_hot", "halt_lines"])
@pytest.mark.parametrize("name", ["c-1", "a-2", "d-1"])
def test_nothing_is_told_to_stop_whose_option_does_not_halt_it(name: str, measure: str) -> None:
    assert codes(saying(name, measure)) == [("orders.measure.halts_what_cannot_stop", name)]


def test_no_workbook_is_written_of_such_a_plan() -> None:
    with pytest.raises(FindingsError):
        written((toy_plan()[0], saying("c-1", "halt")))


def test_in_a_written_plan_every_halt_stands_still() -> None:
    problem, plan = toy_plan()
    told = {item.source_id for item in plan.curtailments if {"halt", "hold_hot"} & set(item.measures)}
    still = np.array(problem.sources.source_id)[problem.options.halts[plan.chosen]]
    assert told == set(still) == {"a-1", "b-1"}


def test_a_plan_of_another_length_is_refused() -> None:
    _, shorter = toy_plan(toy_city()[1:])
    assert codes(shorter) == [("orders.plan.other_problem", "10")]


def test_a_plan_that_takes_another_sources_option_is_refused() -> None:
    _, plan = toy_plan()
    assert [code for code, _ in codes(replace(plan, chosen=plan.chosen + 1))] == ["orders.plan.other_problem"]


def test_a_plan_that_names_an_unknown_source_is_refused() -> None:
    _, plan = toy_plan()
    strange = replace(plan.curtailments[0], source_id="nobody")
    assert codes(replace(plan, curtailments=(strange,))) == [("orders.plan.other_problem", "nobody")]
