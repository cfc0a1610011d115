"""Measures in the words of an order."""

import pytest

from planner.compare import measure_sentence
from planner.terms import Measure, Phrasebook

ENGLISH = Phrasebook()
CHINESE = Phrasebook(
    language="zh-CN",
    sentences={
        "halt": "停产",
        "halt and hold hot": "停产保温",
        "limit by {cut} %, load at most {kept} %": "限产{cut}%，负荷不超过{kept}%",
        "{words} (line {line})": "{words}（{line}线）",
        "{words} ({line})": "{words}（{line}）",
        "; ": "；",
        "no haulage by road": "停止公路运输",
    },
)


@pytest.mark.parametrize(
    ("measures", "kept", "line", "words"),
    [
        (("halt",), 0.0, "1#", "停产（1#线）"),
        (("hold_hot",), 0.0, "2#", "停产保温（2#线）"),
        (("limit",), 0.7, "", "限产30%，负荷不超过70%"),
        (("limit",), 0.875, "甲窑", "限产12.5%，负荷不超过87.5%（甲窑）"),
        (("road_haulage_stop", "halt"), 0.0, "3", "停产（3线）；停止公路运输"),
    ],
)
def test_a_measure_is_worded_as_the_field_words_it(
    measures: tuple[str, ...], kept: float, line: str, words: str
) -> None:
    assert measure_sentence(CHINESE, measures, kept, line) == words


def test_a_share_with_a_rounding_error_is_said_plainly() -> None:
    assert "30 %" in measure_sentence(ENGLISH, ("limit",), 1 - 0.3)


@pytest.mark.parametrize("measure", ["halt", "hold_hot", "halt_lines"])
def test_a_halt_is_never_worded_as_a_limit(measure: str) -> None:
    said = measure_sentence(ENGLISH, (measure,), 0.0)
    assert "halt" in said
    assert "limit" not in said


def test_what_cannot_stop_is_never_told_to_stop() -> None:
    said = measure_sentence(ENGLISH, ("limit",), 0.0, "1#")
    assert "without stopping" in said
    assert "100" not in said


@pytest.mark.parametrize("measure", list(Measure))
def test_every_measure_has_words(measure: Measure) -> None:
    assert "_" not in measure_sentence(ENGLISH, (measure,), 0.5)


def test_an_unknown_measure_is_shown_as_it_is() -> None:
    assert measure_sentence(ENGLISH, ("rotate", "halt"), 0.0) == "halt; rotate"
