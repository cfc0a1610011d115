"""The built model, a golden a constraint family.

The files beside this one hold the rows of a tiny city. After a change that is meant, write them anew and read the
difference: `uv run python -m tests.golden.write`.
"""

import inspect
import re

import pytest

from planner.solve.model import FAMILIES
from planner.solve.rows import make_columns
from tests.golden.cities import CITIES
from tests.golden.rows_text import paragraphs_of, rows_text
from tests.golden.write import FOLDER

INEQUALITY = re.compile(r".+ (<=|>=|=) .+")
IS_FUNCTION = {family.__name__: family for family in FAMILIES}


@pytest.mark.parametrize("family", sorted(CITIES))
def test_the_rows_of_a_family_are_those_of_its_golden(family: str) -> None:
    golden = (FOLDER / f"{family}.txt").read_text("utf-8")
    assert paragraphs_of(rows_text(CITIES[family](), family)) == paragraphs_of(golden)


@pytest.mark.parametrize("family", sorted(CITIES))
def test_a_golden_shows_something(family: str) -> None:
    text = (FOLDER / f"{family}.txt").read_text("utf-8")
    assert len(re.findall(r"^    [+-]", text, re.MULTILINE)) >= 2, "a row of two terms at least"


def test_every_family_of_the_model_has_its_golden() -> None:
    question = CITIES["one_option"]()
    families = {family(question, make_columns(question)).family for family in FAMILIES}
    assert families == set(CITIES) == {path.stem for path in FOLDER.glob("*.txt")}


def test_the_cuts_are_the_last_rows_of_the_model() -> None:
    assert FAMILIES[-1].__name__ == "cut_rows"


@pytest.mark.parametrize("name", sorted(IS_FUNCTION))
def test_a_family_states_its_inequality_its_symbols_and_its_reference(name: str) -> None:
    text = inspect.getdoc(IS_FUNCTION[name]) or ""
    assert INEQUALITY.match(text.splitlines()[0])
    assert "Symbols:" in text
    assert "Reference:" in text
