"""The field dictionaries, read from planner/inventory/fields.csv and grade_fields.csv."""

import csv
from functools import cache
from importlib.resources import files

from planner.inventory import Field, FieldDictionary, FieldKind, Need

__all__ = ["read_field_dictionary", "read_grade_dictionary"]


@cache
def read_field_dictionary() -> FieldDictionary:
    """All columns that a list may have, in the order of fields.csv.

    Raises:
        ValueError: where the shipped file names a kind or need that does not exist.
    """
    return _dictionary("fields.csv")


@cache
def read_grade_dictionary() -> FieldDictionary:
    """All columns that a file of grade moves may have, in the order of grade_fields.csv.

    Raises:
        ValueError: where the shipped file names a kind or need that does not exist.
    """
    return _dictionary("grade_fields.csv")


def _dictionary(file: str) -> FieldDictionary:
    text = files("planner.inventory").joinpath(file).read_text("utf-8")
    return FieldDictionary(fields=tuple(_field(row) for row in csv.DictReader(text.splitlines(), strict=True)))


def _field(row: dict[str, str]) -> Field:
    return Field(
        name=row["name"],
        dtype=FieldKind(row["dtype"]),
        unit=row["unit"],
        required=Need(row["required"]),
        codes=row["codes"],
        minimum=_bound(row["minimum"]),
        maximum=_bound(row["maximum"]),
        header_zh=row["header_zh"],
        description=row["description"],
        origin=row["origin"],
    )


def _bound(text: str) -> float | None:
    return float(text) if text else None
