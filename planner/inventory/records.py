"""The records of a list: its rows as read, the codes it may use, and the checked inventory."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pandas as pd

from planner.inventory.grade_records import AppliedMove, GradeScheme

__all__ = ["IndustryCodes", "Inventory", "ListCodes", "ListRows"]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class ListRows:
    """The rows of a list as its file spells them, nothing repaired, nothing left out.

    Attributes:
        file: file name without its folder.
        sha256: hexadecimal digest over the bytes of the file.
        frame: a column of text a header, headers as spelled; cells are '' where empty, never missing.
        sheet: sheet of each row, '' for CSV.
        row: number of each row in its sheet, counted from 1, the header included.
        whole: False where the reader found an error in the file: cells are still checked, but no inventory is built.
    """

    file: str
    sha256: str
    frame: pd.DataFrame
    sheet: npt.NDArray[np.object_]
    row: npt.NDArray[np.int64]
    whole: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class IndustryCodes:
    """What a row of one key industry may say; an empty tuple switches that check off.

    Attributes:
        code: code of the key industry.
        sub_processes: processes that the industry's rules know.
        grades: grades of the industry's scheme; `ungraded` is always permitted beside them.
    """

    code: str
    sub_processes: tuple[str, ...] = ()
    grades: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ListCodes:
    """Codes that only the city and the rules know; an empty tuple switches that check off.

    Attributes:
        county_codes: GB/T 2260 codes of the city's counties and development zones.
        industries: key industries; `none` is always permitted beside them.
        schemes: grades of each process; `ungraded` is always permitted beside them.
    """

    county_codes: tuple[str, ...] = ()
    industries: tuple[IndustryCodes, ...] = ()
    schemes: tuple[GradeScheme, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Inventory:
    """A checked list: every cell read, no error anywhere.

    Attributes:
        frame: one row a source, sorted by `source_id`, one column a field of the dictionary: text is `str` ('' where
            empty), numbers are float64 in the dictionary's unit (NaN where an optional one is empty), flags are bool;
            beside them `list_sheet` (str) and `list_row` (int64), where the row stands in the file.
        list_sha256: hexadecimal digest over the bytes of the file.
        file: file name without its folder.
        moves: the moves that put the grades of a day into `frame`; none where its grades are the file's own.
    """

    frame: pd.DataFrame
    list_sha256: str
    file: str
    moves: tuple[AppliedMove, ...] = ()
