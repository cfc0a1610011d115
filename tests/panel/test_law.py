"""What the rules page and the plan's face are made of: cards, tables, the picture of the guide."""

from datetime import date

import pytest

from planner.panel import (
    Cell,
    Names,
    answer_html,
    change_frame,
    coverage_facts,
    coverage_frame,
    face_html,
    grade_choices,
    ground_frame,
    matrix_figure,
    no_floor_frame,
    process_choices,
    warning_change_texts,
    year_before,
)
from planner.plan import PlanDocument
from planner.rules import RulesInForce
from planner.service import Planner
from planner.terms import Grade, Level, Phrasebook

ON = date(2026, 11, 23)


@pytest.fixture(scope="module")
def rules(planner: Planner) -> RulesInForce:
    return planner.rules("changzhi", ON)


def card(planner: Planner, names: Names, phrasebook: Phrasebook, grade: Grade) -> str:
    cell = Cell(industry="cement", sub_process="clinker", grade=grade, level=Level.ORANGE)
    return answer_html(planner.law.cell("changzhi", ON, cell), names, phrasebook)


def test_a_card_tells_value_instrument_and_status(planner: Planner, names: Names, english: Phrasebook) -> None:
    told = card(planner, names, english, Grade.B)
    assert ">20%<" in told
    assert "环办大气函〔2020〕340号" in told
    assert "To be confirmed" in told


def test_no_mirror_address_stands_on_a_card(planner: Planner, names: Names, english: Phrasebook) -> None:
    assert "guc884" not in card(planner, names, english, Grade.B)


def test_pickers_offer_what_the_register_knows(planner: Planner) -> None:
    industries = planner.rulebook.industries
    assert "clinker" in process_choices(industries, "cement")
    assert "leading" not in grade_choices(industries, "cement", "clinker")


def test_every_cell_of_the_picture_is_coloured_and_worded(
    planner: Planner, rules: RulesInForce, names: Names, english: Phrasebook
) -> None:
    (heat,) = matrix_figure(planner.rulebook, rules, names, english).data
    assert (len(heat.z), len(heat.z[0])) == (39, 24)
    filled = [
        (kind is not None, bool(word))
        for row, words in zip(heat.z, heat.text, strict=True)
        for kind, word in zip(row, words, strict=True)
    ]
    assert {pair for pair in filled if pair[0] != pair[1]} == set()


def test_the_table_says_what_the_picture_says(planner: Planner, english: Phrasebook) -> None:
    rows = planner.law.coverage("changzhi", ON)
    frame, facts = coverage_frame(rows, english), dict(coverage_facts(rows, english))
    assert f"{frame['Cells'].sum():,}" == facts["Cells"]
    assert f"{frame['Missing'].sum():,}" == facts["Missing"]


def test_a_change_shows_value_and_status_of_both_days(planner: Planner, english: Phrasebook) -> None:
    changes = planner.law_changes("changzhi", date(2024, 3, 27), date(2024, 3, 28), None)
    frame = change_frame(changes, english).set_index("id")
    assert frame.loc["national.standing.grade_a", "status"] == "To be confirmed → Confirmed"
    assert int(frame.loc["national.standing.grade_a", "touched"]) > 0


def test_a_change_of_the_index_is_told_in_words(planner: Planner, english: Phrasebook) -> None:
    (text,) = warning_change_texts(planner.warning_changes("changzhi", date(2026, 2, 28), date(2026, 3, 1)), english)
    assert "24-hour mean of PM2.5: the concentration of IAQI 100 goes from 75 to 60" in text


@pytest.mark.parametrize(("day", "before"), [("2026-11-23", "2025-11-23"), ("2024-02-29", "2023-02-28")])
def test_a_year_before_is_a_day_of_the_calendar(day: str, before: str) -> None:
    assert year_before(date.fromisoformat(day)).isoformat() == before


def test_the_face_says_what_measures_rest_on_and_who_has_no_floor(document: PlanDocument, english: Phrasebook) -> None:
    told = face_html(document, english)
    assert f"What the {len(document.plan.curtailments)} measures rest on" in told
    assert "have no floor" in told


def test_the_grounds_of_the_table_add_up(document: PlanDocument, english: Phrasebook) -> None:
    assert ground_frame(document, english)["curtailments"].sum() == len(document.plan.curtailments)


def test_lines_without_a_floor_are_named(document: PlanDocument, names: Names, english: Phrasebook) -> None:
    frame = no_floor_frame(document, names, english)
    assert frame["enterprise"].map(bool).all()
    assert not frame["ground"].eq("The firm's own filed measure").any()
