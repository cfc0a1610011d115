"""Many threads at once: nobody meets a lock, nobody's work is lost, nothing is done twice."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import TypeVar

import pytest
from sqlalchemy.exc import IntegrityError

from planner.store import Store
from planner.store.store import ATTEMPTS
from tests.store.made import CITY, NOON, new_list, new_orders, new_plan

THREADS = 20
T = TypeVar("T")


def at_once(work: Callable[[int], T]) -> list[T]:
    """What each of the threads answers; all begin at the same moment."""
    gate = Barrier(THREADS)

    def begin(number: int) -> T:
        gate.wait()
        return work(number)

    with ThreadPoolExecutor(THREADS) as pool:
        return list(pool.map(begin, range(THREADS)))


def test_twenty_threads_add_plans_without_a_lock(store: Store) -> None:
    numbers = at_once(lambda thread: [store.add_plan(new_plan(f"{thread}-{turn}")) for turn in range(5)])
    assert len({number for answered in numbers for number in answered}) == THREADS * 5


def test_one_request_of_twenty_threads_is_one_plan(store: Store) -> None:
    numbers = at_once(lambda thread: store.add_plan(new_plan("same", text=str(thread))))
    assert len(set(numbers)) == 1
    assert len(store.plans(CITY)) == 1


def test_twenty_lists_at_once_are_numbered_without_a_gap(store: Store) -> None:
    versions = at_once(lambda thread: store.add_list(new_list(b"%d" % thread)).version)
    assert sorted(versions) == list(range(1, THREADS + 1))


def test_one_list_of_twenty_threads_is_one_version(store: Store) -> None:
    assert set(at_once(lambda _: store.add_list(new_list()).version)) == {1}


def test_rules_and_orders_of_twenty_threads_are_kept_once(store: Store) -> None:
    plan_id = store.add_plan(new_plan())
    at_once(lambda _: store.add_rules("e" * 64, "{}", NOON))
    at_once(lambda _: store.add_orders(plan_id, new_orders(plan_id)))
    assert store.orders(plan_id) == new_orders(plan_id)


@pytest.mark.parametrize("collisions", [1, ATTEMPTS])
def test_a_writer_whose_key_was_taken_looks_again(store: Store, collisions: int) -> None:
    left = [None] * collisions

    def collide_first(connection: object) -> int:
        if left:
            left.pop()
            raise IntegrityError("INSERT", None, Exception("taken"))
        return 7

    assert store._write(collide_first) == 7
