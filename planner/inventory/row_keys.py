"""What names a row in every version of a list, wherever it stands in its file."""

from functools import reduce

import pandas as pd

from planner.inventory.fields_record import FieldDictionary
from planner.inventory.headers import name_columns
from planner.inventory.records import ListRows

__all__ = ["row_keys"]

_CHOICES = (("source_id",), ("enterprise_id", "source_kind", "line_id"), ("enterprise_name", "line_id"))


def row_keys(rows: ListRows, dictionary: FieldDictionary) -> dict[tuple[str, int], str]:
    """For each (sheet, row) the key of its source, else its firm and line, else its whole text."""
    headers = [str(header) for header in rows.frame.columns]
    at = {name: place for place, name in enumerate(name_columns(headers, dictionary)) if name}
    key = pd.Series("", index=rows.frame.index, dtype="str")
    for names in _CHOICES:
        if all(name in at for name in names):
            cells = [rows.frame.iloc[:, at[name]].astype("str") for name in names]
            joined = reduce(lambda one, other: one + "|" + other, cells)
            key = key.where(key != "", joined.where(cells[0] != "", ""))
    whole = pd.Series(["|".join(map(str, row)) for row in rows.frame[key == ""].to_numpy()], index=key[key == ""].index)
    key = key.where(key != "", whole.reindex(key.index).fillna(""))
    return dict(zip(zip(rows.sheet.tolist(), rows.row.tolist(), strict=True), key.tolist(), strict=True))
