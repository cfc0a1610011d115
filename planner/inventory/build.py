"""From the rows of a list to an inventory, or to all that is wrong with them."""

import pandas as pd

from planner.errors import Finding, has_errors
from planner.inventory.checked_list import CheckedList
from planner.inventory.doctor import examine_list
from planner.inventory.duty_checks import check_duties
from planner.inventory.fields_record import Field, FieldDictionary, FieldKind
from planner.inventory.identity_checks import check_identity
from planner.inventory.industry_checks import check_industry
from planner.inventory.list_cells import check_columns, in_file_order, lacks_needed, missing_columns, read_columns
from planner.inventory.measure_checks import check_measures
from planner.inventory.quantity_checks import check_quantities
from planner.inventory.records import Inventory, ListCodes, ListRows
from planner.inventory.together_checks import check_together

__all__ = ["build_inventory"]


def build_inventory(
    rows: ListRows, dictionary: FieldDictionary, codes: ListCodes
) -> tuple[Inventory | None, tuple[Finding, ...]]:
    """The inventory of a list, and every finding about its cells and rows in the order of the file.

    Args:
        rows: the list as read; one that is not `whole` is checked all the same.
        dictionary: the columns that a list has.
        codes: the city's counties and the key industries with their processes and grades.

    Returns:
        The inventory, None where any finding is an error or `rows` is not whole; the findings.
    """
    columns = read_columns(rows, dictionary)
    missing = missing_columns(rows, columns, dictionary)
    checked, findings = check_columns(rows, columns, dictionary, codes)
    findings += [*check_identity(checked), *check_industry(checked, codes)]
    findings += [*check_quantities(checked), *check_measures(checked), *check_duties(checked)]
    findings += check_together(checked)
    findings += examine_list(checked, rows, codes)
    told = (*missing, *in_file_order(findings, rows))
    if has_errors(told) or not rows.whole or lacks_needed(columns, dictionary):
        return None, told
    return Inventory(frame=_frame(checked, rows, dictionary), list_sha256=rows.sha256, file=rows.file), told


def _frame(checked: CheckedList, rows: ListRows, dictionary: FieldDictionary) -> pd.DataFrame:
    data: dict[str, object] = {item.name: _final(checked, item) for item in dictionary}
    frame = pd.DataFrame(data | {"list_sheet": pd.array(rows.sheet, dtype="str"), "list_row": rows.row})
    if frame["source_id"].is_monotonic_increasing:
        return frame
    return frame.sort_values("source_id", kind="stable", ignore_index=True)


def _final(checked: CheckedList, item: Field) -> object:
    if item.dtype is FieldKind.NUMBER:
        return checked.number(item.name)
    return checked.flag(item.name) if item.dtype is FieldKind.FLAG else checked.text(item.name)
