"""Each source is told something or stands untouched, never both."""

import pandas as pd
import pytest

from planner.compare import curtailment_table, untouched_table
from tests.compare.toy_problem import toy_city, toy_plan


@pytest.fixture(name="ordered")
def _ordered() -> pd.DataFrame:
    return curtailment_table(*toy_plan()).set_index("source_id")


def test_every_source_stands_in_exactly_one_table(ordered: pd.DataFrame) -> None:
    problem, plan = toy_plan()
    free = untouched_table(problem, plan)["source_id"]
    assert sorted([*ordered.index, *free]) == list(problem.sources.source_id)


def test_the_untouched_are_named_with_the_rule_behind_them() -> None:
    table = untouched_table(*toy_plan()).set_index("source_id")
    assert table.loc["e-1", ["standing", "standing_citation"]].tolist() == ["self_determined", "city.a"]
    assert table.loc["j-rest", "standing_citation"] == ""


def test_what_could_be_ordered_and_is_not_stands_untouched() -> None:
    assert "g-1" in set(untouched_table(*toy_plan())["source_id"])


def test_untouched_sources_show_their_base() -> None:
    table = untouched_table(*toy_plan()).set_index("source_id")
    assert table.loc["j-rest", "vocs_base_kg_per_day"] == 500.0
    assert table.loc["j-rest", "pm10_base_kg_per_day"] == 100.0


def test_a_row_holds_what_the_curtailment_holds() -> None:
    problem, plan = toy_plan()
    table = curtailment_table(problem, plan)
    assert table["measures"].tolist() == [item.measures for item in plan.curtailments]
    assert table["kept_share"].tolist() == [item.kept_share for item in plan.curtailments]
    assert table["citations"].tolist() == [item.citations for item in plan.curtailments]


def test_a_limited_line_shows_its_kilograms(ordered: pd.DataFrame) -> None:
    assert ordered.loc["a-2", "nox_reduction_kg_per_day"] == pytest.approx(60.0)
    assert ordered.loc["a-2", "pm25_reduction_kg_per_day"] == pytest.approx(50.0 * 0.25 * 0.3)


def test_what_is_held_hot_halts_and_goes_on_emitting(ordered: pd.DataFrame) -> None:
    assert bool(ordered.loc["b-1", "halts"])
    assert ordered.loc["b-1", "so2_reduction_kg_per_day"] == pytest.approx(90.0)


def test_a_duty_takes_no_kilograms(ordered: pd.DataFrame) -> None:
    assert ordered.loc["d-1", "nox_reduction_kg_per_day"] == 0.0


def test_an_order_until_further_notice_has_no_end(ordered: pd.DataFrame) -> None:
    assert ordered["end"].isna().all()


def test_a_plan_without_measures_has_a_table_of_no_rows() -> None:
    idle = tuple(source for source in toy_city() if source.source_id in ("e-1", "f-1", "j-rest"))
    table = curtailment_table(*toy_plan(idle))
    assert table.empty
    assert "vocs_reduction_kg_per_day" in table
