"""Names and numbers that are plainly invented and formally right."""

import numpy as np
import pytest
from stdnum.cn import uscc

from planner.sources.synthesis.codes import credit_codes
from tests.synthesis.cities import lines_of, texts


def test_every_credit_code_has_its_right_check_digit():
    assert all(map(uscc.is_valid, lines_of(texts())["enterprise_id"].unique()))


def test_check_digits_agree_with_stdnum_over_the_whole_range_of_serials():
    codes = credit_codes(np.array([0, 1, 9, 10, 123, 99_999, 12_345_678, 99_999_999]))
    assert [code[-1] for code in codes] == [uscc.calc_check_digit(code[:-1]) for code in codes]


def test_every_credit_code_lies_in_the_unassigned_area():
    assert set(lines_of(texts())["enterprise_id"].str[2:8]) == {"999999"}


def test_the_organisation_code_carries_its_own_check_digit():
    body = credit_codes(np.arange(1, 400)).str[8:17]
    weights = (3, 7, 9, 10, 5, 8, 4, 2)
    sums = [sum(int(digit) * weight for digit, weight in zip(code[:8], weights, strict=True)) for code in body]
    assert [code[8] for code in body] == ["0123456789X"[(11 - total % 11) % 11] for total in sums]


@pytest.mark.parametrize("column", ["source_id", "meter_id"])
def test_identities_are_never_given_twice(column):
    assert lines_of(texts())[column].is_unique


def test_source_ids_differ_across_all_rows():
    assert texts()["source_id"].is_unique


def test_a_permit_is_the_credit_code_with_three_digits_and_a_letter():
    held = lines_of(texts()).query("permit_id != ''")
    assert (held["permit_id"] == held["enterprise_id"] + "001P").all()


def test_every_name_says_that_it_is_invented():
    assert texts()["enterprise_name"].str.startswith("虚构·").all()
    assert lines_of(texts())["contact_name"].str.startswith("虚构").all()


def test_telephones_begin_as_no_network_s_do():
    assert lines_of(texts())["contact_phone"].str.startswith("000-").all()


def test_one_name_one_code_one_county():
    firms = lines_of(texts()).groupby("enterprise_name")
    assert firms[["enterprise_id", "county_code", "industry_code"]].nunique().to_numpy().max() == 1
