"""The field dictionary holds together: names, units, bounds, registers."""

import pytest

from planner.inventory import Field, FieldKind, ListCodes, Need
from planner.inventory.code_registers import registered_codes
from planner.sources import read_field_dictionary

DICTIONARY = read_field_dictionary()
UNIT_SUFFIXES = {
    "_kg_per_day": "kg/d",
    "_yuan_per_day": "yuan/d",
    "_t_per_day": "t/d",
    "_kwh_per_day": "kWh/d",
    "_share": "share",
    "_hours": "h",
}


def test_every_column_stands_once() -> None:
    headers = [*DICTIONARY.names, *(field.header_zh for field in DICTIONARY)]
    assert len(headers) == len(set(headers))


@pytest.mark.parametrize("field", DICTIONARY.fields, ids=lambda field: field.name)
def test_a_column_is_described_with_its_origin(field: Field) -> None:
    assert field.description
    assert field.origin
    assert field.header_zh


def test_the_suffix_of_a_name_is_its_unit() -> None:
    numbers = [field for field in DICTIONARY if field.dtype is FieldKind.NUMBER]
    wrong = [
        field.name
        for field in numbers
        for suffix, unit in UNIT_SUFFIXES.items()
        if field.name.endswith(suffix) and field.unit != unit
    ]
    assert not wrong


def test_every_number_is_bounded_from_zero_or_by_geography() -> None:
    numbers = [field for field in DICTIONARY if field.dtype is FieldKind.NUMBER]
    assert all(field.minimum is not None and field.maximum is not None for field in numbers)
    assert {field.name for field in numbers if field.minimum != 0} == {"longitude", "latitude"}


def test_every_register_that_a_column_names_exists() -> None:
    codes = ListCodes(county_codes=("140403",))
    registers = [field.codes for field in DICTIONARY if field.codes not in ("", "key_industry")]
    assert all(registered_codes(register, codes) for register in registers)


def test_only_keys_of_enterprises_may_be_empty_elsewhere() -> None:
    names = {field.name for field in DICTIONARY if field.required is Need.ENTERPRISE}
    assert names == {"enterprise_id", "line_id", "industry_code"}


def test_an_unknown_column_has_no_field() -> None:
    with pytest.raises(KeyError):
        DICTIONARY.field("no_such_column")
