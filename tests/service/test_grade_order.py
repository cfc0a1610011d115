"""The grade order off: what fairness costs, said on the plan, and verified like any other plan."""

from collections.abc import Iterator
from datetime import date

import pytest

from planner.audit import verify_text
from planner.errors import FindingsError
from planner.plan import Verdict
from planner.service import Planner, PlanRequest, open_planner
from planner.terms import GradeOrder, Level, Mode

ON = date(2026, 11, 23)


@pytest.fixture(scope="module")
def planner(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Planner]:
    opened = open_planner(f"sqlite:///{tmp_path_factory.mktemp('order') / 'planner.db'}")
    yield opened
    opened.store.close()


def request(**fields: object) -> PlanRequest:
    return PlanRequest(city="changzhi", level=Level.YELLOW, mode=Mode.FILL, on=ON, **fields)


def test_without_the_grade_order_a_plan_costs_no_more_and_says_so(planner: Planner) -> None:
    fair, free = planner.plan(request()), planner.plan(request(grade_order=GradeOrder.OFF))
    assert fair.document is not None
    assert free.document is not None
    assert free.document.plan.objective_yuan <= fair.document.plan.objective_yuan * (1.0 + 1e-4)
    assert free.document.problem.cohorts.count == 0
    assert "plan.grade_order.off" in {item.code for item in free.findings}
    assert "plan.grade_order.off" not in {item.code for item in fair.findings}
    demo = planner.assets / "data" / "enterprises.csv"
    assert planner.verify(free.text, list_file=demo).report.verdict is Verdict.PASSED
    assert verify_text(free.text).report.verdict is Verdict.PASSED


def test_days_of_an_episode_keep_it(planner: Planner) -> None:
    with pytest.raises(FindingsError, match="by_day"):
        planner.plan(request(grade_order=GradeOrder.OFF, by_day=True, duration_days=2))
