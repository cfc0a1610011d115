"""Draft orders of a stored plan: one an addressee, kept once."""

from collections.abc import Iterator
from datetime import date

import pytest

from planner.service import Planner, PlanOutcome, PlanRequest, open_planner
from planner.terms import Level, Mode


@pytest.fixture(scope="module")
def answered(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Planner, PlanOutcome]]:
    folder = tmp_path_factory.mktemp("drafts")
    planner = open_planner(f"sqlite:///{folder / 'planner.db'}")
    request = PlanRequest(city="changzhi", level=Level.YELLOW, mode=Mode.FILED, on=date(2026, 11, 23))
    yield planner, planner.plan(request)
    planner.store.close()


def test_each_addressee_has_one_draft(answered: tuple[Planner, PlanOutcome]) -> None:
    planner, outcome = answered
    assert outcome.document is not None
    assert outcome.plan_id is not None
    planner.workbook(outcome.text, "zh-CN")
    kept = planner.store.orders(outcome.plan_id)
    rows = outcome.document.plan.curtailments
    assert len(kept) == len({row.enterprise_id or row.source_id for row in rows})
    assert len({order.number for order in kept}) == len(kept)


def test_exporting_again_adds_nothing(answered: tuple[Planner, PlanOutcome]) -> None:
    planner, outcome = answered
    assert outcome.plan_id is not None
    books = {planner.workbook(outcome.text, "zh-CN") for _ in range(2)}
    before = planner.store.orders(outcome.plan_id)
    planner.workbook(outcome.text, "en")
    assert len(books) == 1
    assert planner.store.orders(outcome.plan_id) == before
