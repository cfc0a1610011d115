"""Only patterns that can fit are tried at a place: none that fits may be left out."""

import json
import re
from pathlib import Path

import pytest

from planner.measures.first_signs import first_signs
from planner.measures.normal import normal_text
from planner.measures.patterns import PATTERNS

CORPUS = Path(__file__).parent / "corpus.jsonl"


@pytest.mark.parametrize(
    ("pattern", "signs"),
    [("停(?:产|机)", "停"), ("(?<!不)限?产", "限产"), (r"[0-2]\d%|一半", "012一"), ("(?=停)停|(?:关|闭)", "停关闭")],
)
def test_a_pattern_begins_with_its_first_signs(pattern: str, signs: str) -> None:
    assert first_signs(pattern) == frozenset(signs)


@pytest.mark.parametrize("pattern", ["[^停]产", ".产", "停?", r"\w"])
def test_a_pattern_that_may_begin_with_anything_says_so(pattern: str) -> None:
    assert first_signs(pattern) is None


def test_no_pattern_fits_where_its_first_signs_say_that_it_cannot() -> None:
    texts = "\n".join(normal_text(json.loads(line)["phrase"]).text for line in CORPUS.read_text("utf-8").splitlines())
    for _, pattern in PATTERNS:
        signs = first_signs(pattern)
        begun = {found.group()[:1] for found in re.finditer(pattern, texts)} - {""}
        assert signs is None or begun <= signs, pattern
