"""The charts are plain bars with the numbers of the plan."""

import pytest

from planner.panel import CARD_ORDER, Names, basis_alt, basis_figure, county_figure
from planner.plan import PlanDocument
from planner.terms import Phrasebook, Pollutant


def test_the_parts_add_up_to_the_shares(document: PlanDocument, chinese: Phrasebook) -> None:
    bars = [trace for trace in basis_figure(document, chinese).data if trace.type == "bar"]
    shares = {item.pollutant: 100.0 * item.share for item in document.plan.totals}
    for place, pollutant in enumerate(CARD_ORDER):
        assert sum(trace.x[place] for trace in bars) == pytest.approx(shares[pollutant])


@pytest.mark.parametrize("dark", [False, True])
def test_no_chart_asks_for_a_map(document: PlanDocument, names: Names, chinese: Phrasebook, dark: bool) -> None:
    figures = (
        basis_figure(document, chinese, dark=dark),
        county_figure(document, Pollutant.SO2, names, chinese, dark=dark),
    )
    assert {trace.type for figure in figures for trace in figure.data} <= {"bar", "scatter"}


def test_counties_are_named_and_ranked(document: PlanDocument, names: Names, chinese: Phrasebook) -> None:
    bars = county_figure(document, Pollutant.PM, names, chinese).data[0]
    assert "长子县" in bars.y
    assert list(bars.x) == sorted(bars.x)


def test_the_chart_is_told_in_words_too(document: PlanDocument, chinese: Phrasebook) -> None:
    assert "优化增补" in basis_alt(document, chinese)
