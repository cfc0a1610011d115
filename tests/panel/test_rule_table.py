"""The rules in force as the page shows them."""

from datetime import date

import pandas as pd
import pytest

from planner.panel import Names, filter_rules, rule_facts, rule_frame, rule_menus
from planner.rules import RulesInForce
from planner.service import Planner
from planner.terms import Phrasebook


@pytest.fixture(scope="module")
def rules(planner: Planner) -> RulesInForce:
    return planner.rules("changzhi", date(2026, 11, 23))


@pytest.fixture(scope="module")
def frame(rules: RulesInForce, names: Names, chinese: Phrasebook) -> pd.DataFrame:
    return rule_frame(rules, names, chinese)


def test_every_rule_has_a_row_with_instrument_and_clause(frame: pd.DataFrame, rules: RulesInForce) -> None:
    assert len(frame) == len(rules.rules)
    assert frame[["title", "instrument", "clause", "status", "evidence", "value"]].map(bool).all(axis=None)


def test_values_are_told_with_their_unit(frame: pd.DataFrame) -> None:
    values = frame.set_index("id")["value"]
    assert values["national.reduction.share.orange"] == "20%"
    assert values["industries.cement_clinker.b.yellow.truck_ban_cn4"] == "国四及以下"


def test_filters_and_search_narrow_the_rules(frame: pd.DataFrame, chinese: Phrasebook) -> None:
    menus = {column: words for column, _, words in rule_menus(frame, chinese)}
    assert "橙色预警" in menus["level"]
    kept = filter_rules(frame, "水泥", [("level", ("橙色预警",))])
    assert not kept.empty
    assert set(kept["level"]) == {"橙色预警"}


def test_the_facts_add_up(rules: RulesInForce, chinese: Phrasebook) -> None:
    facts = dict(rule_facts(rules, chinese))
    assert int(facts["已确认"]) + int(facts["待确认"]) == len(rules.rules)
