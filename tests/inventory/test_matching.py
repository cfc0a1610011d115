"""The same firm in two sources: by code, by a person's word, by likeness; and how well, on cities with a truth."""

import pandas as pd
import pytest

from planner.inventory.firm_names import plain_name, without_legal_form
from planner.inventory.matching import PARTY_COLUMNS, Decision, Matching, PlaceName, match_parties
from planner.inventory.matching.match import identities
from tests.inventory.two_sources import PLACES, two_sources

COUNTIES = (PlaceName(name="长治市", code=""), PlaceName(name="潞州区", code="140403"))


def parties(*rows: dict[str, object]) -> pd.DataFrame:
    empty: dict[str, object] = dict.fromkeys(PARTY_COLUMNS, "") | {"longitude": float("nan"), "latitude": float("nan")}
    return pd.DataFrame([empty | {"key": f"K{at}"} | row for at, row in enumerate(rows)], columns=list(PARTY_COLUMNS))


def sure(found: Matching) -> list[tuple[str, str]]:
    return list(zip(found.sure["left"], found.sure["right"], strict=True))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("长治市宏达铸造有限公司", "长治市宏达铸造有限责任公司"),
        ("长治市潞州区宏达铸造有限公司", "宏达铸造（潞州）有限公司"),
        ("长治市宏达机械铸造有限公司", "宏达铸造"),
        ("长治市宏达铸造有限公司", "长治市弘达铸造有限公司"),
        ("长治市 宏达 铸造有限公司", "长治市宏达铸造有限公司"),
    ],
)
def test_a_name_written_otherwise_is_the_same_firm(one: str, other: str) -> None:
    left = parties({"name": one, "county": "140403"}, {"name": "长治市鑫源化工有限公司", "county": "140403"})
    assert ("K0", "K0") in sure(match_parties(left, parties({"name": other, "county": "140403"}), COUNTIES))


def test_numbered_firms_are_never_one() -> None:
    found = match_parties(parties({"name": "长治市第一砖厂001号"}), parties({"name": "长治市第一砖厂002号"}), COUNTIES)
    assert found.pairs.empty


def test_one_code_joins_whatever_the_names_say() -> None:
    one, other = parties({"name": "甲", "code": "C1"}), parties({"name": "乙厂", "code": "C1"})
    assert match_parties(one, other).sure["ground"].tolist() == ["code"]


def test_two_equally_likely_partners_are_put_before_a_person() -> None:
    left = parties({"name": "宏达铸造有限公司"})
    found = match_parties(left, parties({"name": "宏达铸造厂"}, {"name": "宏达铸造公司"}), COUNTIES)
    assert (len(found.sure), len(found.unsure)) == (0, 2)


def test_a_word_of_yes_joins_and_a_word_of_no_parts_for_good() -> None:
    one, other = parties({"name": "宏达铸造有限公司"}), parties({"name": "金星木业"})
    said = (identities(one)[0], identities(other)[0])
    yes = match_parties(one, other, (), (Decision(left=said[0], right=said[1], same=True),))
    assert yes.sure["ground"].tolist() == ["decision"]
    alike = parties({"name": "宏达铸造厂"})
    no = match_parties(one, alike, (), (Decision(left=said[0], right=identities(alike)[0], same=False),))
    assert (no.pairs.empty, no.left_only, no.right_only) == (True, ("K0",), ("K0",))


def test_a_name_keeps_something_without_its_legal_form() -> None:
    assert without_legal_form(plain_name("集团有限公司")) == "集团有限公司"


@pytest.mark.parametrize(("codes", "places", "recall"), [(0.3, 0.7, 0.97), (0.0, 0.7, 0.95), (0.0, 0.0, 0.85)])
def test_pairs_are_right_on_a_city_that_nothing_was_tuned_on(codes: float, places: float, recall: float) -> None:
    city = two_sources(seed=977, firms=1500, codes=codes, places=places)
    found = sure(match_parties(city.left, city.right, PLACES))
    right = sum(city.truth.get(left) == other for left, other in found)
    assert right / len(found) >= 0.99
    assert right / len(city.truth) >= recall
