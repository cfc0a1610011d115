"""The field dictionary: what every column of a list means, in which unit, within which bounds."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from enum import StrEnum

__all__ = ["Field", "FieldDictionary", "FieldKind", "Need"]


class FieldKind(StrEnum):
    """How the cells of a column are written; the `dtype` of the field dictionary."""

    CODE = "code"
    TEXT = "text"
    ENUM = "enum"
    CREDIT_CODE = "credit_code"
    PERMIT_CODE = "permit_code"
    CODE4 = "code4"
    CODE6 = "code6"
    DATE = "date"
    FLAG = "flag"
    NUMBER = "number"


class Need(StrEnum):
    """Whether a cell may be empty.

    `enterprise`: it may be in the rows of fleets, sites and the rest; `text`: it may be where the text of the same
    level says it, and the column may be absent where the column of texts is there.
    """

    YES = "yes"
    NO = "no"
    ENTERPRISE = "enterprise"
    TEXT = "text"


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """One column of a list.

    Attributes:
        name: English header and name of the column everywhere inside the planner.
        dtype: how its cells are written.
        unit: unit of a number, '' where it has none.
        required: whether a cell may be empty.
        codes: the register of codes that its cells come from (see `code_registers`), '' where there is none.
        minimum: smallest permitted number, in `unit`; None where there is none.
        maximum: largest permitted number, in `unit`; None where there is none.
        header_zh: Chinese header, read as well as `name`.
        description: what the column means, in one sentence.
        origin: the standard or practice that it is taken from.
    """

    name: str
    dtype: FieldKind
    unit: str
    required: Need
    codes: str
    minimum: float | None
    maximum: float | None
    header_zh: str
    description: str
    origin: str

    @property
    def stand_in(self) -> str:
        """The column whose text may say what this one would, '' where there is none."""
        return f"{self.name.split('_')[0]}_measure_text" if self.required is Need.TEXT else ""

    def is_missed(self, present: Collection[str]) -> bool:
        """Whether a list with only the columns `present` lacks this one."""
        if self.required is Need.NO or self.name in present:
            return False
        return not self.stand_in or self.stand_in not in present


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldDictionary:
    """All columns that a list may have, in their order."""

    fields: tuple[Field, ...]

    def __iter__(self) -> Iterator[Field]:
        return iter(self.fields)

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the columns, in their order."""
        return tuple(item.name for item in self.fields)

    def field(self, name: str) -> Field:
        """The column called `name`.

        Raises:
            KeyError: where the dictionary has no such column.
        """
        for item in self.fields:
            if item.name == name:
                return item
        raise KeyError(name)
