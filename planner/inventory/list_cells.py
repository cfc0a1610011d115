"""The cells of a table under a field dictionary: its columns found, every cell checked, findings in file order."""

from collections.abc import Iterable, Mapping

import numpy as np

from planner.errors import Finding, Place
from planner.inventory.checked_list import CheckedList, flags
from planner.inventory.column_checks import CheckedColumn, check_column
from planner.inventory.fields_record import Field, FieldDictionary, FieldKind, Need
from planner.inventory.headers import missing_headers, name_columns
from planner.inventory.list_columns import Flags, ListPlaces, ReadColumn, empty_texts
from planner.inventory.records import ListCodes, ListRows
from planner.terms import SourceKind

__all__ = ["check_columns", "in_file_order", "lacks_needed", "missing_columns", "read_columns"]


def read_columns(rows: ListRows, dictionary: FieldDictionary) -> dict[str, ReadColumn]:
    """The columns of the dictionary that the list has, by name; of a name given twice the first."""
    places = ListPlaces(file=rows.file, sheet=rows.sheet, row=rows.row)
    headers = [str(header) for header in rows.frame.columns]
    found: dict[str, ReadColumn] = {}
    for at, name in enumerate(name_columns(headers, dictionary)):
        if name and name not in found:
            texts = rows.frame.iloc[:, at].astype("str").reset_index(drop=True)
            found[name] = ReadColumn(field=dictionary.field(name), header=headers[at], texts=texts, places=places)
    return found


def missing_columns(
    rows: ListRows, columns: Mapping[str, ReadColumn], dictionary: FieldDictionary
) -> tuple[Finding, ...]:
    """The reader tells which headers a file lacks; rows that come from elsewhere are told here."""
    if not rows.whole or not lacks_needed(columns, dictionary):
        return ()
    return missing_headers(columns, dictionary, Place(file=rows.file, row=1))


def lacks_needed(columns: Mapping[str, ReadColumn], dictionary: FieldDictionary) -> bool:
    """Whether a column is absent whose cells may not all be empty."""
    return any(item.is_missed(columns) for item in dictionary)


def check_columns(
    rows: ListRows, columns: Mapping[str, ReadColumn], dictionary: FieldDictionary, codes: ListCodes
) -> tuple[CheckedList, list[Finding]]:
    """Every column of the dictionary with its readable cells, and a finding for every other cell."""
    count = len(rows.frame)
    kinds = columns["source_kind"].texts if "source_kind" in columns else empty_texts(count)
    of_enterprise = flags(kinds.str.strip().isin((SourceKind.LINE, SourceKind.BOILER)))
    checked: dict[str, CheckedColumn] = {}
    findings: list[Finding] = []
    for item in dictionary:
        if item.name in columns:
            needed = _needed(item, of_enterprise, columns)
            checked[item.name], told = check_column(columns[item.name], needed, codes)
            findings += told
        else:
            checked[item.name] = _absent_column(item, rows)
    return CheckedList(columns=checked, rows=count), findings


def _needed(item: Field, of_enterprise: Flags, columns: Mapping[str, ReadColumn]) -> Flags:
    if item.required is Need.ENTERPRISE:
        return of_enterprise
    if item.stand_in in columns:
        return flags(columns[item.stand_in].texts.str.strip() == "")
    if item.required is Need.TEXT:
        return np.ones(len(of_enterprise), dtype=np.bool_)
    return np.full(len(of_enterprise), item.required is Need.YES, dtype=np.bool_)


def _absent_column(item: Field, rows: ListRows) -> CheckedColumn:
    count = len(rows.frame)
    places = ListPlaces(file=rows.file, sheet=rows.sheet, row=rows.row)
    texts = empty_texts(count)
    numbers = np.full(count, np.nan) if item.dtype is FieldKind.NUMBER else None
    read = ReadColumn(field=item, header=item.name, texts=texts, places=places)
    return CheckedColumn(read=read, texts=texts, numbers=numbers)


def in_file_order(findings: Iterable[Finding], rows: ListRows) -> list[Finding]:
    """Findings by sheet, row and column as they stand in the file."""
    sheets = {str(sheet): at for at, sheet in enumerate(dict.fromkeys(rows.sheet.tolist()))}
    headers = {str(header): at for at, header in enumerate(rows.frame.columns)}

    def place(item: Finding) -> tuple[int, int, int]:
        return sheets.get(item.where.sheet, -1), item.where.row, headers.get(item.where.column, len(headers))

    return sorted(findings, key=place)
