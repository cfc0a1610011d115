"""Reading a file of grade moves: like a list in every way but its columns."""

from pathlib import Path

from planner.errors import Finding
from planner.inventory import ListRows
from planner.sources.fields import read_grade_dictionary
from planner.sources.lists import read_list

__all__ = ["read_grade_moves"]


def read_grade_moves(path: Path) -> tuple[ListRows | None, tuple[Finding, ...]]:
    """The rows of a file of moves as it spells them, and what is wrong with the file, its headers and its shape.

    Args:
        path: a CSV file (UTF-8 with or without mark, GB18030) or a plain xlsx workbook, columns of grade_fields.csv.
    """
    return read_list(path, read_grade_dictionary())
