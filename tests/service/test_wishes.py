"""What the panel wishes becomes a request; a plan called off is no plan."""

import json
from datetime import date, datetime
from itertools import pairwise

import pytest

from planner.alert import Action
from planner.errors import FindingsError
from planner.service import Planner, open_planner
from planner.service.forecasts import demo_sight, sight_under
from planner.service.places import outlines, places
from planner.service.wishes import PlanWish, order_in_use, request_of, stored_plan
from planner.solve import Stop
from planner.terms import BEIJING, Level, Mode

ON = date(2026, 11, 23)
WISH = PlanWish(city="changzhi", level=Level.ORANGE, mode=Mode.FILL, on=ON)


@pytest.fixture(scope="module")
def planner(tmp_path_factory: pytest.TempPathFactory) -> Planner:
    return open_planner(f"sqlite:///{tmp_path_factory.mktemp('wishes') / 'planner.db'}")


def test_a_search_called_off_gives_no_plan_and_stores_none(planner: Planner) -> None:
    stop = Stop()
    stop.ask()
    outcome = planner.plan(request_of(planner, WISH), None, stop)
    assert outcome.document is None
    assert planner.store.plans("changzhi") == ()


def test_a_stored_plan_is_found_by_its_number(planner: Planner) -> None:
    made = planner.plan(request_of(planner, WISH))
    assert made.plan_id is not None
    assert stored_plan(planner, made.plan_id).text == made.text


def test_a_number_without_a_plan_is_told(planner: Planner) -> None:
    with pytest.raises(FindingsError):
        stored_plan(planner, 999_999)


def test_nothing_is_in_force_before_a_warning_is_issued(planner: Planner) -> None:
    assert order_in_use(planner, "changzhi", datetime(2026, 11, 23, 20, tzinfo=BEIJING)) is None


@pytest.mark.parametrize("city", ["changzhi", "kaifeng", "shangqiu", "taiyuan", "xiangyang", "zhengzhou"])
def test_each_county_of_a_city_has_an_outline(planner: Planner, city: str) -> None:
    counties = {area.code for area in planner.city(city).areas if area.kind == "county"}
    text = outlines(planner, city)
    assert all(f'"id":"{code}"' in text for code in counties)


def test_firms_of_the_list_have_places_and_ramps(planner: Planner) -> None:
    frame = places(planner, "changzhi")
    assert frame["longitude"].between(112, 114).sum() > 3_000
    assert (frame["ramp_up_hours"] > 0).sum() > 500


def test_the_demonstration_forecast_advises_orange(planner: Planner) -> None:
    sight = demo_sight(planner, "changzhi")
    assert (sight.advice.level, sight.is_demo) == (Level.ORANGE, True)


def test_a_forecast_is_judged_again_when_another_level_is_in_force(planner: Planner) -> None:
    sight = demo_sight(planner, "changzhi")
    assert sight_under(planner, sight, "changzhi", None) is sight
    held = sight_under(planner, sight, "changzhi", Level.YELLOW)
    assert (sight.advice.action, held.advice.action) == (Action.ISSUE, Action.UPGRADE)
    assert held.is_demo


def test_the_shipped_outlines_turn_clockwise(planner: Planner) -> None:
    for path in sorted((planner.assets / "data" / "boundaries").glob("*.geojson")):
        for item in json.loads(path.read_text("utf-8"))["features"]:
            geometry = item["geometry"]
            parts = geometry["coordinates"] if geometry["type"] == "MultiPolygon" else [geometry["coordinates"]]
            for outer in (part[0] for part in parts):
                pairs = pairwise(outer)
                assert sum((x2 - x1) * (y2 + y1) for (x1, y1), (x2, y2) in pairs) > 0, item["id"]
