"""The grade order off or at a price: what fairness costs, said on the plan, and verified like any other plan."""

import json
from collections.abc import Iterator
from datetime import date

import pytest

from planner.audit import verify_text
from planner.compare import fairness_sentences
from planner.errors import FindingsError
from planner.plan import Verdict
from planner.service import Planner, PlanRequest, open_planner
from planner.service.records import Extras
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


def soft(price: float = 20.0, **fields: object) -> PlanRequest:
    return request(grade_order=GradeOrder.SOFT, grade_order_price_yuan=price, **fields)


def test_at_a_price_a_plan_says_what_it_pays_and_is_verified_like_any_other(planner: Planner) -> None:
    outcome = planner.plan(soft())
    assert outcome.document is not None
    body = json.loads(outcome.text)
    assert body["grade_order"]["price_yuan_per_point_enterprise_day"] == 20.0
    paid = body["grade_order"]["paid_yuan"]
    stage = next(item for item in body["stages"] if item["name"] == "fairness")
    assert stage["value"] == pytest.approx(body["objective_yuan"] + paid)
    assert body["bound_yuan"] == pytest.approx(stage["bound"] - paid)
    assert "plan.grade_order.soft" in {item.code for item in outcome.findings}
    demo = planner.assets / "data" / "enterprises.csv"
    assert planner.verify(outcome.text, list_file=demo).report.verdict is Verdict.PASSED


@pytest.mark.parametrize("field", ["paid_yuan", "cohorts_unequal"])
def test_a_plan_file_that_pays_otherwise_is_refused(planner: Planner, field: str) -> None:
    body = json.loads(planner.plan(soft()).text)
    body["grade_order"][field] += 1
    assert verify_text(json.dumps(body)).report.verdict is Verdict.REFUSED


def test_a_plan_file_changed_by_one_kilogram_is_refused_at_a_price_too(planner: Planner) -> None:
    body = json.loads(planner.plan(soft()).text)
    body["curtailments"][0]["reduction_kg_per_day"]["pm"] += 1.0
    assert verify_text(json.dumps(body)).report.verdict is Verdict.REFUSED


@pytest.mark.parametrize(
    ("asked", "code"),
    [
        ({"grade_order": GradeOrder.SOFT}, "price_missing"),
        ({"grade_order_price_yuan": 5.0}, "price_alone"),
        ({"grade_order": GradeOrder.SOFT, "grade_order_price_yuan": 0.0}, "price_bad"),
        ({"grade_order": GradeOrder.SOFT, "grade_order_price_yuan": 5.0, "extras": Extras(prices=True)}, "not_with"),
    ],
)
def test_a_price_that_says_nothing_is_refused(planner: Planner, asked: dict[str, object], code: str) -> None:
    with pytest.raises(FindingsError, match=code):
        planner.plan(request(**asked))


def test_the_words_name_what_is_paid_and_where(planner: Planner) -> None:
    document = planner.plan(soft()).document
    assert document is not None
    lines = list(fairness_sentences(document.plan.fairness, planner.phrasebook("en")))
    assert f"{document.plan.fairness.paid_yuan:,.0f} yuan" in lines[0]  # type: ignore[union-attr]
    assert len(lines) > 2


def test_other_plans_are_found_beside_a_priced_order(planner: Planner) -> None:
    document = planner.plan(soft(extras=Extras(alternatives=1, within=0.05))).document
    assert document is not None
    assert document.alternatives
