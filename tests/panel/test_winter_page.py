"""The page of a winter: an off-peak plan drawn up, a cut beyond reach told, a short rehearsal."""

import pytest

from planner.panel.scenarios import CHANGE_KINDS, ScenarioForm, appended_scenario, first_text
from planner.service import open_planner
from planner.service.scenarios.asking import scenarios_of_text
from tests.panel.test_pages import open_page, words_of
from tests.panel.test_scenarios_page import answered, button, store

__all__ = ["store"]
VALUES = {
    "grade": "B",
    "exempt": "orange",
    "guarantee": "heat",
    "law_on": "2026-03-01",
    "level": "red",
    "mode": "design",
}


def test_an_off_peak_plan_is_drawn_up_with_its_files() -> None:
    app = answered(button(open_page("winter", lang="en"), "Draw up the off-peak plan"))
    assert not app.exception
    assert "lines of" in words_of(app)
    assert any(item.label.startswith("Rests") for item in app.expander)


def test_a_cut_beyond_reach_is_told() -> None:
    app = open_page("winter", lang="en")
    next(item for item in app.number_input if item.label == "Total PM %").set_value(99.0)
    app = answered(button(app, "Draw up the off-peak plan"))
    assert not app.exception
    assert "cannot be reached" in words_of(app)


@pytest.mark.parametrize("kind", sorted(CHANGE_KINDS))
def test_every_kind_of_change_of_the_form_reads_back(kind: str) -> None:
    form = ScenarioForm(
        name="s1", title="=a 'b", kind=kind, value=VALUES.get(kind, "3"), level="orange",
        firms=("91999999000000019D",), sources=("E000002-02",), rule="national.reduction.share.orange",
    )  # fmt: skip
    text = appended_scenario(first_text("changzhi", "orange", "fill", "2026-12-01"), form)
    _, (scenario,) = scenarios_of_text(open_planner(), text)
    assert scenario.name == "s1"
    changed = (scenario.rows, scenario.added, scenario.rules, scenario.asked.level, scenario.asked.mode)
    asked = scenario.asked
    assert (
        any(changed)
        or any((asked.law_on, asked.most_told, asked.withstand, asked.duration_days))
        or any((asked.forecast, asked.compliance, asked.season))
    )
