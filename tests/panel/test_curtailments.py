"""The table of curtailments and its filters."""

import pandas as pd
import pytest

from planner.panel import (
    CurtailmentFilter,
    Names,
    curtailment_frame,
    enterprise_at,
    filter_curtailments,
    filter_menus,
    shown_columns,
)
from planner.plan import PlanDocument
from planner.terms import Phrasebook


@pytest.fixture(scope="module")
def frame(document: PlanDocument, names: Names, chinese: Phrasebook) -> pd.DataFrame:
    return curtailment_frame(document, names, chinese)


def test_every_curtailment_has_a_row(frame: pd.DataFrame, document: PlanDocument) -> None:
    assert len(frame) == len(document.plan.curtailments)


def test_the_largest_reduction_comes_first(frame: pd.DataFrame) -> None:
    cuts = frame[["so2", "nox", "pm", "vocs"]].sum(axis=1)
    assert cuts.iloc[0] > cuts.iloc[-1]


def test_costs_are_told_in_ten_thousand_yuan(frame: pd.DataFrame, document: PlanDocument) -> None:
    assert frame["cost"].sum() * 10_000 == pytest.approx(document.plan.objective_yuan)


def test_no_code_is_shown(frame: pd.DataFrame) -> None:
    shown = shown_columns(frame).astype("str").to_numpy().ravel().tolist()
    assert not {"halt", "limit", "cement", "none", "floor", "chosen"} & set(shown)


def test_a_filter_keeps_what_it_names(frame: pd.DataFrame) -> None:
    kept = filter_curtailments(frame, CurtailmentFilter(counties=("140428",), measures=("halt",)))
    assert not kept.empty
    assert set(kept["county_code"]) == {"140428"}
    assert all("halt" in codes for codes in kept["measure_codes"])


def test_a_search_wants_all_of_its_words(frame: pd.DataFrame) -> None:
    kept = filter_curtailments(frame, CurtailmentFilter(search="水泥 襄垣"))
    assert not kept.empty
    assert kept["enterprise"].str.contains("襄垣").all()


def test_a_search_is_plain_text(frame: pd.DataFrame) -> None:
    assert filter_curtailments(frame, CurtailmentFilter(search="(.*")).empty


def test_menus_offer_words_for_codes(frame: pd.DataFrame, chinese: Phrasebook) -> None:
    menus = dict(filter_menus(frame, chinese))
    assert ("halt", "停产") in menus["减排措施"]
    assert len(menus) == 5


def test_a_row_leads_to_its_enterprise_or_fleet(frame: pd.DataFrame) -> None:
    fleets = frame[frame["enterprise_id"] == ""].reset_index(drop=True)
    assert enterprise_at(frame, 0) == frame["enterprise_id"].iloc[0]
    assert enterprise_at(fleets, 0) == fleets["source_id"].iloc[0]
