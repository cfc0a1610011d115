"""The health of a list: who is sound, who is confirmed, who carries a cut, what to check first."""

from dataclasses import replace
from datetime import date

import pandas as pd
import pytest

from planner.compare import Confirmed, Reach, confirmed_share, doubtful_rows, level_health, page_table, site_visits
from planner.compare.health_records import ListHealth
from planner.errors import Place, Severity, finding
from planner.inventory import Inventory
from planner.inventory.matching import RegisterKind
from planner.inventory.matching.compare import compare_register
from planner.inventory.matching.list_register import list_register
from planner.plan import PlanDocument
from planner.service import PlanRequest, open_planner
from planner.service.planner import Planner
from planner.terms import Level, Mode, Phrasebook
from tests.inventory.rows import built
from tests.sources.good_list import credit_code

ON = date(2026, 11, 23)


def good() -> Inventory:
    inventory = built()[0]
    assert inventory is not None
    return inventory


def doubts_at(*rows: int, severity: Severity = Severity.WARNING) -> pd.DataFrame:
    told = [finding("list.x.y", severity, Place(file="list.csv", row=row, column="a")) for row in rows]
    return doubtful_rows(good(), told, ())


def test_a_warning_takes_its_row_and_firm_out_of_the_sound_ones() -> None:
    whole, one = confirmed_share(good(), doubts_at()), confirmed_share(good(), doubts_at(2))
    assert (whole.sound_firms - one.sound_firms, whole.sound_firm_share) == (1, 1.0)
    assert one.sound_kilograms_per_day[0] == whole.sound_kilograms_per_day[0] - 210.0


def test_notes_and_findings_of_other_files_cast_no_doubt() -> None:
    assert doubts_at(2, severity=Severity.NOTE).empty
    told = finding("list.x.y", Severity.WARNING, Place(file="other.csv", row=2))
    assert doubtful_rows(good(), (told,), ()).empty


def test_an_estimated_cell_is_a_doubt() -> None:
    assert doubtful_rows(good(), (), (("", 2),))["code"].tolist() == ["estimated"]


def test_nothing_is_confirmed_without_another_source() -> None:
    assert confirmed_share(good(), doubts_at()).confirmed_firms == 0


def test_a_firm_found_without_contradiction_is_confirmed() -> None:
    register = replace(list_register(good()), kind=RegisterKind.LIST)
    seen = compare_register(good(), register, ON)
    assert confirmed_share(good(), doubts_at(), seen).firm_share == 1.0
    own = register.frame["code"] == credit_code(1)
    other = register.frame.assign(grade=register.frame["grade"].where(~own, "D"))
    seen = compare_register(good(), replace(register, frame=other), ON)
    mark = confirmed_share(good(), doubts_at(), seen)
    assert mark.firms - mark.confirmed_firms == 1


def test_a_register_that_lacks_and_adds_firms_is_told_on_both_sides() -> None:
    register = list_register(good())
    frame = register.frame[register.frame["code"] != credit_code(1)]
    added = frame.iloc[:1].assign(key="new", code=credit_code(99), name="鑫隆化工有限公司", longitude=120.0)
    seen = compare_register(good(), replace(register, frame=pd.concat([frame, added])), ON)
    codes = [item.code for item in seen.findings]
    assert (codes.count("register.not_listed"), codes.count("register.not_registered")) == (1, 1)


@pytest.fixture(scope="module")
def planner(tmp_path_factory: pytest.TempPathFactory) -> Planner:
    return open_planner(f"sqlite:///{tmp_path_factory.mktemp('health') / 'planner.db'}")


@pytest.fixture(scope="module")
def document(planner: Planner) -> PlanDocument:
    request = PlanRequest(city="changzhi", level=Level.YELLOW, mode=Mode.FILL, on=ON, gap=1e-3)
    found = planner.plan(request).document
    assert found is not None
    return found


def test_a_level_tells_by_what_its_cuts_are_met_and_ten_firms_a_cut(document: PlanDocument) -> None:
    health = level_health(document, is_fill=True)
    assert health.reach is Reach.CHOSEN
    assert [len([item for item in health.carriers if item.cut == cut.cut]) for cut in health.cuts] == [10, 10, 10]
    assert all(cut.share >= cut.target_share - 1e-6 for cut in health.cuts)


def test_carriers_are_ranked_and_their_shares_are_of_what_the_cut_asks(document: PlanDocument) -> None:
    health = level_health(document, is_fill=True)
    first, second = [item for item in health.carriers if item.cut == "pm"][:2]
    total = document.plan.totals[[str(item.pollutant) for item in document.plan.totals].index("pm")]
    asked = total.target_share * total.base_kg_per_day
    assert first.share_of_cut >= second.share_of_cut
    assert first.share_of_cut == pytest.approx(first.kilograms_per_day[2] / asked)


def test_doubtful_firms_are_visited_before_larger_sound_ones(planner: Planner, document: PlanDocument) -> None:
    inventory = planner.current_list("changzhi").inventory
    smallest = min(document.plan.curtailments, key=lambda item: sum(item.reduction_kg_per_day) or 1e9)
    doubts = pd.DataFrame({"source_id": [smallest.source_id], "code": ["list.measure.other_line"]})
    visits = site_visits(inventory, (document,), doubts)
    assert visits[0].enterprise_id == smallest.enterprise_id
    assert [bool(item.doubts) for item in visits].count(True) == 1


def test_the_page_says_that_nothing_is_confirmed_yet(document: PlanDocument) -> None:
    mark = Confirmed(
        firms=2,
        sound_firms=1,
        confirmed_firms=0,
        kilograms_per_day=(1.0, 1.0, 1.0, 1.0),
        sound_kilograms_per_day=(0.5, 1.0, 1.0, 1.0),
        confirmed_kilograms_per_day=(0.0, 0.0, 0.0, 0.0),
    )
    health = ListHealth(
        city="changzhi",
        file="a.csv",
        on=ON,
        confirmed=mark,
        levels=(level_health(document, is_fill=True),),
        visits=(),
        estimated=0,
        unread=1,
        texts=2,
    )
    page = dict(page_table(health, Phrasebook()).rows)
    assert "nothing of it is confirmed" in str(page["Confirmed"])
    assert str(page["Without doubt on paper"]).startswith("1 of 2 firms (50 %)")
