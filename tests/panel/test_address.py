"""A link holds codes and means the same in every language."""

from planner.panel import Address, read_address, write_address
from planner.terms import Level, Mode


def test_a_link_leads_where_it_was_copied() -> None:
    address = Address(city="changzhi", level=Level.RED, mode=Mode.FILED, enterprise="X1", language="en")
    assert read_address(dict(write_address(address)), ("changzhi",)) == address


def test_what_a_link_misspells_takes_its_default() -> None:
    address = read_address({"city": "atlantis", "level": "purple", "mode": "?", "lang": "xx"}, ("changzhi",))
    assert address == Address(city="changzhi")


def test_empty_codes_stay_out_of_the_address_bar() -> None:
    assert "enterprise" not in dict(write_address(Address(city="changzhi")))
