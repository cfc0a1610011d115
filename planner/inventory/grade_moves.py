"""From the rows of a file of moves to the moves of a city, or to all that is wrong with them."""

import numpy as np
import pandas as pd

from planner.errors import Finding, has_errors
from planner.inventory.checked_list import CheckedList
from planner.inventory.fields_record import FieldDictionary
from planner.inventory.grade_checks import check_moves
from planner.inventory.grade_records import GradeMoves, GradeScheme
from planner.inventory.grade_steps import MOVE_ORDER
from planner.inventory.list_cells import check_columns, in_file_order, lacks_needed, missing_columns, read_columns
from planner.inventory.records import Inventory, ListCodes, ListRows

__all__ = ["build_grade_moves"]


def build_grade_moves(
    rows: ListRows,
    dictionary: FieldDictionary,
    inventory: Inventory,
    codes: ListCodes,
    schemes: tuple[GradeScheme, ...],
) -> tuple[GradeMoves | None, tuple[Finding, ...]]:
    """The moves of a file, and every finding about its cells and rows in the order of the file.

    A firm or process that the list does not have is a warning: it may have left the list, and its moves change nothing.

    Args:
        rows: the file as read; one that is not `whole` is checked all the same.
        dictionary: the columns of grade_fields.csv.
        inventory: the list with its own grades.
        codes: the key industries; counties are not looked at.
        schemes: the grades of each process.

    Returns:
        The moves, None where any finding is an error or `rows` is not whole; the findings.
    """
    columns = read_columns(rows, dictionary)
    missing = missing_columns(rows, columns, dictionary)
    read, findings = check_columns(rows, columns, dictionary, codes)
    moves = _moves(read)
    findings += check_moves(read, moves, inventory.frame, schemes)
    told = (*missing, *in_file_order(findings, rows))
    if has_errors(told) or not rows.whole or lacks_needed(columns, dictionary):
        return None, told
    frame = moves[MOVE_ORDER].drop_duplicates().sort_values(MOVE_ORDER, kind="stable", ignore_index=True)
    return GradeMoves(frame=frame, file=rows.file, sha256=rows.sha256), told


def _moves(read: CheckedList) -> pd.DataFrame:
    """One row a move in the order of the file; what was refused reads as '' or NaT."""
    texts = {name: read.text(name) for name in MOVE_ORDER if name != "from_day"}
    days = pd.to_datetime(read.text("from").replace("", None), format="%Y-%m-%d").astype("datetime64[s]")
    return pd.DataFrame(texts).assign(from_day=days, move=np.arange(read.rows))
