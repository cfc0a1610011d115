"""Orders: of one stored plan, each once."""

from dataclasses import replace

import pytest

from planner.errors import FindingsError
from planner.store import Store
from tests.store.made import new_orders, new_plan


def codes(error: pytest.ExceptionInfo[FindingsError]) -> list[str]:
    return [finding.code for finding in error.value.findings]


@pytest.fixture
def plan_id(store: Store) -> int:
    return store.add_plan(new_plan())


def test_orders_come_back_in_the_order_in_which_they_were_added(store: Store, plan_id: int) -> None:
    added = new_orders(plan_id, count=12)
    store.add_orders(plan_id, added)
    assert store.orders(plan_id) == added


def test_the_same_orders_again_change_nothing(store: Store, plan_id: int) -> None:
    store.add_orders(plan_id, new_orders(plan_id))
    store.add_orders(plan_id, new_orders(plan_id, count=3))
    assert [order.number for order in store.orders(plan_id)] == ["1", "2", "3"]


def test_two_plans_number_their_orders_apart(store: Store, plan_id: int) -> None:
    other = store.add_plan(new_plan("other"))
    store.add_orders(plan_id, new_orders(plan_id))
    store.add_orders(other, new_orders(other))
    assert [order.plan_id for order in store.orders(other)] == [other, other]


def test_orders_of_an_absent_plan_are_refused(store: Store) -> None:
    with pytest.raises(FindingsError) as refused:
        store.add_orders(7, new_orders(7))
    assert codes(refused) == ["store.plan.absent"]


def test_a_number_with_another_text_is_refused_and_none_is_kept(store: Store, plan_id: int) -> None:
    first, second = new_orders(plan_id)
    store.add_orders(plan_id, (first,))
    with pytest.raises(FindingsError) as refused:
        store.add_orders(plan_id, (second, replace(first, text="other")))
    assert codes(refused) == ["store.order.taken"]
    assert store.orders(plan_id) == (first,)


def test_all_offending_orders_are_told_at_once(store: Store, plan_id: int) -> None:
    first, second = new_orders(plan_id)
    with pytest.raises(FindingsError) as refused:
        store.add_orders(plan_id, (first, replace(first, text="other"), replace(second, plan_id=plan_id + 1)))
    assert codes(refused) == ["store.order.taken", "store.order.other_plan"]


def test_no_orders_are_no_mistake(store: Store, plan_id: int) -> None:
    store.add_orders(plan_id, ())
    assert store.orders(plan_id) == ()
