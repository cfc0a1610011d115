"""The search against every plan there is, and relations between answers, on more cities than a change waits for."""

from collections.abc import Callable

import pytest
from hypothesis import given, settings

from tests.solve import test_book, test_brute_force, test_days, test_groups, test_least_change

CITIES, EXAMPLES = 1_000, 500
AGAINST_ALL_PLANS = (
    test_brute_force.test_the_plan_is_the_best_of_all_plans,
    test_days.test_the_plan_is_the_best_of_all_plans_hour_by_hour,
)
RELATIONS = (
    test_brute_force.test_the_referee_passes_every_plan,
    test_brute_force.test_a_higher_target_never_costs_less,
    test_brute_force.test_with_a_gap_the_easier_plan_is_within_it,
    test_brute_force.test_a_measure_less_on_the_menu_never_makes_it_cheaper,
    test_brute_force.test_the_order_of_rows_changes_nothing,
    test_brute_force.test_all_kilograms_times_a_number_leave_the_plan,
    test_brute_force.test_the_same_question_gives_the_same_bytes,
    test_days.test_more_notice_never_misses_more,
    test_groups.test_at_any_prices_the_bound_lies_below_the_best_plan,
    test_groups.test_the_best_prices_bound_no_worse_than_the_linear_relaxation,
    test_least_change.test_rows_and_groups_agree_on_a_limit,
    test_book.test_the_three_plans_are_nested_source_by_source,
    test_book.test_the_price_of_the_nesting_is_never_negative_and_its_sides_in_order,
)


def run_at_length(relation: Callable[..., None], examples: int) -> None:
    """The same test over the same cities, but so many of them."""
    handle = relation.hypothesis
    settings(max_examples=examples)(given(**handle._given_kwargs)(handle.inner_test))()


@pytest.mark.slow
@pytest.mark.parametrize("relation", AGAINST_ALL_PLANS, ids=lambda item: item.__name__)
def test_a_thousand_tiny_cities_against_every_plan_there_is(relation: Callable[..., None]) -> None:
    run_at_length(relation, CITIES)


@pytest.mark.slow
@pytest.mark.parametrize("relation", RELATIONS, ids=lambda item: item.__name__)
def test_each_relation_between_answers_holds_five_hundred_times(relation: Callable[..., None]) -> None:
    run_at_length(relation, EXAMPLES)
