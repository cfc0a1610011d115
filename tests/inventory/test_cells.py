"""Credit codes, the repair of misspelt codes, and patterns that hold in both regular expression engines."""

import re

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from stdnum.cn import uscc

from planner.inventory import ListCodes
from planner.inventory.cell_offences import number_offence
from planner.inventory.cell_patterns import CLEAN_TEXT, CODE, CREDIT_CODE, NUMBER
from planner.inventory.code_registers import nearest_code, registered_codes
from planner.inventory.credit_codes import has_right_check_digit
from planner.sources import read_field_dictionary

SIGNS = "0123456789ABCDEFGHJKLMNPQRTUWXY"
SHAPED = st.builds(
    lambda area, rest: area + rest,
    st.text("0123456789", min_size=8, max_size=8),
    st.text(SIGNS, min_size=10, max_size=10),
)


@given(st.lists(SHAPED, max_size=20))
def test_the_check_digit_of_a_column_is_that_of_the_standard(codes: list[str]) -> None:
    right = [code[:-1] + uscc.calc_check_digit(code[:-1]) for code in codes]
    column = pd.Series([*codes, *right], dtype="str")
    assert has_right_check_digit(column).tolist() == [uscc.is_valid(code) for code in column]


def test_a_real_code_of_the_standard_is_right() -> None:
    assert has_right_check_digit(pd.Series(["91110000600037341L"], dtype="str")).all()


@pytest.mark.parametrize("pattern", [NUMBER, CODE, CREDIT_CODE, CLEAN_TEXT])
@given(text=st.text(st.characters(codec="utf-8"), max_size=20))
def test_a_pattern_means_the_same_to_arrow_and_to_python(pattern: str, text: str) -> None:
    column = pd.Series([text], dtype="str")
    assert bool(column.str.fullmatch(f"(?:{pattern})").iloc[0]) == bool(re.fullmatch(pattern, text))


@pytest.mark.parametrize(
    ("written", "meant"),
    [("停产", "halt"), ("Limit", "limit"), ("hold-hot", "hold_hot"), ("ｈａｌｔ", "halt"), ("水泥", ""), ("", "")],
)
def test_a_misspelt_code_is_repaired_where_one_is_near(written: str, meant: str) -> None:
    assert nearest_code(written, registered_codes("FiledMeasure", ListCodes())) == meant


@pytest.mark.parametrize(
    ("text", "code", "meant"),
    [
        ("50%", "list.number.percent", "0.5"),
        ("１２．５", "list.number.full_width", "12.5"),
        ("１，２３４", "list.number.grouped", "1234"),
        ("0,8", "list.number.decimal_comma", "0.8"),
        ("0.8（试）", "list.number.with_unit", "0.8"),
    ],
)
def test_a_number_spelled_otherwise_is_repaired(text: str, code: str, meant: str) -> None:
    offence = number_offence(read_field_dictionary().field("red_kept_share"), text)
    assert (offence.code, dict(offence.values)["meant"]) == (code, meant)
