"""From the rows of a list to an inventory, or to all that is wrong with them."""

from collections.abc import Iterable, Mapping

import numpy as np
import pandas as pd

from planner.errors import Finding, Place, has_errors
from planner.inventory.checked_list import CheckedList, flags
from planner.inventory.column_checks import CheckedColumn, check_column
from planner.inventory.fields_record import Field, FieldDictionary, FieldKind, Need
from planner.inventory.headers import missing_headers, name_columns
from planner.inventory.identity_checks import check_identity
from planner.inventory.industry_checks import check_industry
from planner.inventory.list_columns import Flags, ListPlaces, ReadColumn, empty_texts
from planner.inventory.measure_checks import check_measures
from planner.inventory.quantity_checks import check_quantities
from planner.inventory.records import Inventory, ListCodes, ListRows
from planner.terms import SourceKind

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
    columns = _read_columns(rows, dictionary)
    missing = _missing(rows, columns, dictionary)
    checked, findings = _check_columns(rows, columns, dictionary, codes)
    findings += [*check_identity(checked), *check_industry(checked, codes)]
    findings += [*check_quantities(checked), *check_measures(checked)]
    told = (*missing, *_in_file_order(findings, rows))
    if has_errors(told) or not rows.whole or _lacks_needed(columns, dictionary):
        return None, told
    return Inventory(frame=_frame(checked, rows, dictionary), list_sha256=rows.sha256, file=rows.file), told


def _read_columns(rows: ListRows, dictionary: FieldDictionary) -> dict[str, ReadColumn]:
    """The columns of the dictionary that the list has, by name; of a name given twice the first."""
    places = ListPlaces(file=rows.file, sheet=rows.sheet, row=rows.row)
    headers = [str(header) for header in rows.frame.columns]
    found: dict[str, ReadColumn] = {}
    for at, name in enumerate(name_columns(headers, dictionary)):
        if name and name not in found:
            texts = rows.frame.iloc[:, at].astype("str").reset_index(drop=True)
            found[name] = ReadColumn(field=dictionary.field(name), header=headers[at], texts=texts, places=places)
    return found


def _missing(rows: ListRows, columns: Mapping[str, ReadColumn], dictionary: FieldDictionary) -> tuple[Finding, ...]:
    """The reader tells which headers a file lacks; rows that come from elsewhere are told here."""
    if not rows.whole or not _lacks_needed(columns, dictionary):
        return ()
    return missing_headers(columns, dictionary, Place(file=rows.file, row=1))


def _lacks_needed(columns: Mapping[str, ReadColumn], dictionary: FieldDictionary) -> bool:
    return any(item.required is not Need.NO and item.name not in columns for item in dictionary)


def _check_columns(
    rows: ListRows, columns: Mapping[str, ReadColumn], dictionary: FieldDictionary, codes: ListCodes
) -> tuple[CheckedList, list[Finding]]:
    count = len(rows.frame)
    kinds = columns["source_kind"].texts if "source_kind" in columns else empty_texts(count)
    of_enterprise = flags(kinds.str.strip().isin((SourceKind.LINE, SourceKind.BOILER)))
    checked: dict[str, CheckedColumn] = {}
    findings: list[Finding] = []
    for item in dictionary:
        if item.name in columns:
            checked[item.name], told = check_column(columns[item.name], _needed(item, of_enterprise), codes)
            findings += told
        else:
            checked[item.name] = _absent_column(item, rows)
    return CheckedList(columns=checked, rows=count), findings


def _needed(item: Field, of_enterprise: Flags) -> Flags:
    if item.required is Need.ENTERPRISE:
        return of_enterprise
    return np.full(len(of_enterprise), item.required is Need.YES, dtype=np.bool_)


def _absent_column(item: Field, rows: ListRows) -> CheckedColumn:
    count = len(rows.frame)
    places = ListPlaces(file=rows.file, sheet=rows.sheet, row=rows.row)
    texts = empty_texts(count)
    numbers = np.full(count, np.nan) if item.dtype is FieldKind.NUMBER else None
    read = ReadColumn(field=item, header=item.name, texts=texts, places=places)
    return CheckedColumn(read=read, texts=texts, numbers=numbers)


def _in_file_order(findings: Iterable[Finding], rows: ListRows) -> list[Finding]:
    """Findings by sheet, row and column as they stand in the file."""
    sheets = {str(sheet): at for at, sheet in enumerate(dict.fromkeys(rows.sheet.tolist()))}
    headers = {str(header): at for at, header in enumerate(rows.frame.columns)}

    def place(item: Finding) -> tuple[int, int, int]:
        return sheets.get(item.where.sheet, -1), item.where.row, headers.get(item.where.column, len(headers))

    return sorted(findings, key=place)


def _frame(checked: CheckedList, rows: ListRows, dictionary: FieldDictionary) -> pd.DataFrame:
    data: dict[str, object] = {item.name: _final(checked, item) for item in dictionary}
    frame = pd.DataFrame(data | {"list_sheet": pd.array(rows.sheet, dtype="str"), "list_row": rows.row})
    return frame.sort_values("source_id", kind="stable", ignore_index=True)


def _final(checked: CheckedList, item: Field) -> object:
    if item.dtype is FieldKind.NUMBER:
        return checked.number(item.name)
    return checked.flag(item.name) if item.dtype is FieldKind.FLAG else checked.text(item.name)
