"""Books: kept with their plans, never changed; of a city the one approved last is in use."""

import subprocess
import sys
from dataclasses import replace

import pytest

from planner.errors import FindingsError
from planner.store import Store
from planner.terms import LEVELS, Level
from tests.store.made import CITY, MIGRATIONS, NOON, new_approval, new_book

READER = """
import sys
from pathlib import Path
from planner.store import open_store
from planner.terms import Level
print(open_store(sys.argv[1], Path(sys.argv[2])).approved_plan(sys.argv[3], Level.RED).text)
banned = ("ortools", "planner.solve", "planner.sources", "planner.inventory", "planner.problem", "planner.plan")
assert not [name for name in sys.modules if name in banned], "the store alone reads the plan"
"""


def test_a_book_comes_back_as_it_was_given_with_its_plans(store: Store) -> None:
    number = store.add_book(new_book())
    found = store.book(number)
    assert found is not None
    assert found.text == new_book().text
    assert [(plan.level, plan.text) for plan in found.plans] == [(level, f'"{level}"') for level in LEVELS]


def test_the_first_book_of_a_request_stays(store: Store) -> None:
    first = store.add_book(new_book())
    assert store.add_book(replace(new_book(), text='{"other": 1}')) == first
    assert store.find_book("book") == store.book(first)
    assert store.book_text(first) == new_book().text


def test_a_city_sees_its_own_books_alone(store: Store) -> None:
    store.add_book(new_book())
    assert [entry.city for entry in store.books(CITY)] == [CITY]
    assert store.books("140500") == ()


def test_no_book_is_in_use_before_one_is_approved(store: Store) -> None:
    store.add_book(new_book())
    assert store.approved_plan(CITY, Level.RED) is None


def test_approving_another_book_retires_the_former_and_keeps_its_word(store: Store) -> None:
    one, two = store.add_book(new_book()), store.add_book(new_book("other"))
    for number in (one, two):
        store.approve_book(new_approval(number))
    assert [word.book_id for word in store.book_approvals(CITY)] == [one, two]
    plan = store.approved_plan(CITY, Level.ORANGE)
    assert plan is not None
    assert plan.request_key == "other orange"


def test_a_book_of_another_city_cannot_be_approved(store: Store) -> None:
    number = store.add_book(new_book())
    with pytest.raises(FindingsError, match=r"store\.book\.absent"):
        store.approve_book(replace(new_approval(number), city="140500"))


@pytest.mark.parametrize("field", ["approved_by", "reason"])
def test_an_approval_without_a_name_or_a_reason_is_refused_by_the_database(store: Store, field: str) -> None:
    number = store.add_book(new_book())
    with pytest.raises(FindingsError, match=r"store\.write\.refused"):
        store.approve_book(replace(new_approval(number), **{field: ""}))


def test_a_book_without_its_rules_is_refused_and_leaves_nothing_behind(store: Store) -> None:
    plans = tuple(replace(plan, rules_sha256="f" * 64) for plan in new_book().plans)
    with pytest.raises(FindingsError, match=r"store\.rules\.absent"):
        store.add_book(replace(new_book(), plans=plans))
    assert (store.books(CITY), store.plans(CITY)) == ((), ())


def test_the_plan_in_use_is_read_without_solver_and_without_any_list(store: Store, address: str) -> None:
    store.approve_book(new_approval(store.add_book(new_book())))
    command = [sys.executable, "-c", READER, address, str(MIGRATIONS), CITY]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout.strip()) == (0, '"red"'), done.stderr


def test_times_of_approvals_come_back_as_they_were(store: Store) -> None:
    store.approve_book(new_approval(store.add_book(new_book())))
    assert store.book_approvals(CITY)[0].approved_at == NOON
