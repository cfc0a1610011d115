"""Plans and the rules they rest on: found by their request, kept as they were first stored."""

from dataclasses import fields, replace

import pytest

from planner.errors import FindingsError
from planner.store import PlanEntry, Store
from planner.terms import Level
from tests.store.made import CITY, NOON, RULES_SHA256, new_plan


def test_a_plan_comes_back_as_it_was_stored(store: Store) -> None:
    plan_id = store.add_plan(new_plan())
    assert store.plan(plan_id) == replace(new_plan(), plan_id=plan_id)


def test_a_plan_is_found_by_the_request_that_it_answers(store: Store) -> None:
    plan_id = store.add_plan(new_plan("orange"))
    store.add_plan(new_plan("red"))
    assert store.find_plan("orange").plan_id == plan_id


def test_levels_and_times_come_back_as_what_they_are(store: Store) -> None:
    stored = store.plan(store.add_plan(new_plan()))
    assert stored.level is Level.ORANGE
    assert stored.created_at.utcoffset().total_seconds() == 0


def test_nothing_is_found_where_nothing_was_stored(store: Store) -> None:
    assert store.find_plan("request") is None
    assert store.plan(1) is None
    assert store.plans(CITY) == ()


def test_the_first_plan_of_a_request_stays(store: Store) -> None:
    first = store.add_plan(new_plan(text="first"))
    assert store.add_plan(new_plan(text="second")) == first
    assert store.plan(first).text == "first"


def test_a_citys_plans_are_told_in_their_order_without_their_texts(store: Store) -> None:
    numbers = [store.add_plan(new_plan(key)) for key in ("c", "a", "b")]
    store.add_plan(replace(new_plan("d"), city="410500"))
    entries = store.plans(CITY)
    assert [entry.plan_id for entry in entries] == numbers
    assert {type(entry) for entry in entries} == {PlanEntry}


def test_an_entry_says_the_same_as_its_plan(store: Store) -> None:
    plan = store.plan(store.add_plan(new_plan()))
    (entry,) = store.plans(CITY)
    assert all(getattr(entry, field.name) == getattr(plan, field.name) for field in fields(PlanEntry))


def test_a_plan_of_unknown_rules_is_refused(store: Store) -> None:
    with pytest.raises(FindingsError, match=r"store\.rules\.absent"):
        store.add_plan(replace(new_plan(), rules_sha256="d" * 64))


def test_rules_are_kept_once_under_their_hash(store: Store) -> None:
    store.add_rules(RULES_SHA256, "later", NOON)
    assert store.rules_text(RULES_SHA256) == "{}"
    assert store.rules_text("d" * 64) is None


def test_a_hash_of_the_wrong_length_is_refused_by_the_database(store: Store) -> None:
    with pytest.raises(FindingsError, match=r"store\.write\.refused"):
        store.add_rules("abc", "{}", NOON)
