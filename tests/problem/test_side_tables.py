"""What several sources owe together: off as shipped, widened to what the obligations leave, told where it is."""

from dataclasses import replace

import numpy as np
import pytest

from planner.errors import FindingsError
from planner.errors.sentences import tell
from planner.problem import check_side_tables, problem_from_text, problem_to_text, with_band
from planner.terms import Mode, Phrasebook
from tests.golden.cities import CITIES
from tests.golden.cities import county_band as band_city
from tests.tiny import problem, random_rows, source
from tests.together import ON, firm, together, with_shared_cells

FILED_HALT = {"orange_measure": "halt", "orange_kept_share": 0.0, "yellow_measure": "halt", "yellow_kept_share": 0.0}


def test_every_family_is_off_as_shipped() -> None:
    assert problem(*with_shared_cells(random_rows(3), 3)).side is None


def test_a_need_that_filed_measures_miss_is_widened_and_told() -> None:
    lines = [
        firm("a", heat_supply_gj_per_day=100.0, heat_load_share=0.8) | FILED_HALT,
        firm("b", heat_supply_gj_per_day=100.0, heat_load_share=0.8),
    ]
    question = together(*lines, on=ON["heat_first"], mode=Mode.FILL)
    assert question.side is not None
    assert question.side.heat_first is not None
    assert question.side.heat_first.waived.tolist() == pytest.approx([0.3])
    found = check_side_tables(question)
    assert [item.code for item in found] == ["plan.waived.heat_first"]
    assert "30 percentage points" in tell(found[0], Phrasebook())[0]


def test_upstream_lines_that_do_not_run_feed_nobody() -> None:
    idle = firm("a", status="idle")
    question = together(idle, firm("b", upstream_source_ids="a", fed_share=1.0), on=ON["upstream_feed"])
    assert question.side is None


def test_the_rule_of_a_family_is_among_the_citations() -> None:
    assert "national.together.heat_first" in {item.id for item in CITIES["heat_first"]().citations}


@pytest.mark.parametrize("name", ["weight", "member", "asked"])
def test_tables_that_do_not_fit_are_refused(name: str) -> None:
    question = CITIES["heat_first"]()
    table = question.side.heat_first
    wrong = replace(table, **{name: getattr(table, name)[:-1]})
    text = problem_to_text(replace(question, side=replace(question.side, heat_first=wrong)))
    with pytest.raises(FindingsError):
        problem_from_text(text)


def test_another_band_changes_one_side_only() -> None:
    before = band_city()
    after = with_band(before, 1, 0.2)
    assert np.flatnonzero(before.side.county_band.band != after.side.county_band.band).tolist() == [1]


def test_fleets_and_sites_count_in_no_band() -> None:
    fleet = source("f", source_kind="fleet", enterprise_id="", value_added_yuan_per_day=5e5)
    question = together(firm("a"), firm("b", county_code="140404"), fleet, on=ON["county_band"])
    assert question.side.county_band.value[question.sources.source_id.index("f")] == 0.0
