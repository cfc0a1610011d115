"""What people said about the columns of a template."""

from dataclasses import dataclass

from planner.inventory.meaning.tables import SheetKind

__all__ = ["ColumnAnswer", "SheetAnswer"]


@dataclass(frozen=True, slots=True, kw_only=True)
class ColumnAnswer:
    """What one column is.

    Attributes:
        header: the header as the file spells it, stacked cells joined by /.
        field: name in the field dictionary; '' for a column that is kept and not used.
        unit: the unit of its numbers as spelled, '' where they stand in the dictionary's.
        letter: the column's letter when it was asked, by which equal headers are told apart.
    """

    header: str
    field: str
    unit: str = ""
    letter: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetAnswer:
    """What the columns of a template are; `kind` None where the sheet's own words decide what its rows are."""

    template: str
    columns: tuple[ColumnAnswer, ...]
    kind: SheetKind | None = None
