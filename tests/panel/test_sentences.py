"""What a plan says in sentences."""

from dataclasses import replace

from planner.errors import Place, Severity, finding
from planner.panel import (
    finding_frame,
    finding_order,
    findings_summary,
    remedy_sentences,
    rests_on_frame,
    rests_on_sentence,
    shortfall_sentences,
    what_if_frame,
    what_if_sentence,
)
from planner.panel.what_if import changed_frame
from planner.plan import PlanDocument
from planner.terms import Phrasebook


def test_a_plan_that_meets_all_cuts_has_no_shortfall(document: PlanDocument, chinese: Phrasebook) -> None:
    assert shortfall_sentences(document, chinese) == ()


def test_a_shortfall_names_pollutant_share_and_kilograms(filed: PlanDocument, chinese: Phrasebook) -> None:
    told = shortfall_sentences(filed, chinese)
    assert any("颗粒物" in sentence and "千克/日" in sentence for sentence in told)


def test_filed_measures_that_miss_are_told_to_be_filled_up(filed: PlanDocument, chinese: Phrasebook) -> None:
    assert "补足" in remedy_sentences(filed, chinese)[0]


def test_what_a_plan_rests_on_is_counted(document: PlanDocument, chinese: Phrasebook) -> None:
    assert str(len(document.rests_on)) in rests_on_sentence(document, chinese)
    frame = rests_on_frame(document, chinese)
    assert len(frame) == len(document.rests_on)
    assert set(frame["status"]) == {"待确认"}


def test_a_confirmed_plan_says_so(document: PlanDocument, english: Phrasebook) -> None:
    assert rests_on_sentence(replace(document, rests_on=()), english) == "Every value behind this plan is confirmed."


def test_a_finding_is_told_with_its_cell_and_repair(chinese: Phrasebook) -> None:
    where = Place(file="a.csv", row=7, column="grade")
    items = (finding("list.row.empty", Severity.NOTE, where), finding("list.file.empty", where=Place(file="a.csv")))
    frame = finding_frame(chinese, items)
    assert frame["severity"].tolist() == ["错误", "提示"]
    assert frame["row"].iloc[1] == 7
    assert frame["repair"].str.len().min() > 0


def test_columns_that_say_nothing_are_left_out(chinese: Phrasebook) -> None:
    frame = finding_frame(chinese, (finding("list.row.empty", where=Place(file="a.csv", row=7)),))
    assert finding_order(frame) == ("severity", "row", "what", "repair")


def test_findings_are_counted_by_severity(english: Phrasebook) -> None:
    items = (finding("list.row.empty"), finding("list.row.empty", Severity.WARNING))
    assert findings_summary(english, items) == "1 errors, 1 warnings, 0 notes"


def test_a_what_if_stands_beside_the_plan(document: PlanDocument, filed: PlanDocument, chinese: Phrasebook) -> None:
    frame = what_if_frame(document, filed, chinese)
    assert frame["what"].iloc[0] == "费用"
    assert len(frame) == 7
    assert "增加" in what_if_sentence(document, filed, chinese)
    assert not changed_frame(document, filed, chinese).empty


def test_a_plan_beside_itself_changes_nothing(document: PlanDocument, chinese: Phrasebook) -> None:
    assert what_if_sentence(document, document, chinese) == "费用不变。"
    assert changed_frame(document, document, chinese).empty
