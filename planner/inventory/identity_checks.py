"""Who is who: keys that must be unique, and rows of one enterprise that must agree."""

from collections.abc import Iterable

import numpy as np
import numpy.typing as npt
import pandas as pd

from planner.errors import Finding, Severity
from planner.inventory.checked_list import CheckedList, flags
from planner.inventory.list_columns import Flags, Offence, cell_findings

__all__ = ["check_identity"]


def check_identity(rows: CheckedList) -> list[Finding]:
    """Findings about the keys of rows and enterprises."""
    return [
        *_unique_sources(rows),
        *_unique_lines(rows),
        *_permits_of_their_enterprise(rows),
        *_one_value_an_enterprise(rows, "enterprise_name", "list.enterprise.other_name"),
        *_one_value_an_enterprise(rows, "county_code", "list.enterprise.other_county"),
    ]


def _unique_sources(rows: CheckedList) -> Iterable[Finding]:
    keys = rows.text("source_id")
    return _repeated(rows, "source_id", keys, flags(keys != ""), "list.source.duplicate")


def _unique_lines(rows: CheckedList) -> Iterable[Finding]:
    firm, line = rows.text("enterprise_id"), rows.text("line_id")
    keys = firm + "\n" + line
    return _repeated(rows, "line_id", keys, flags((firm != "") & (line != "")), "list.line.duplicate")


def _repeated(rows: CheckedList, column: str, keys: pd.Series, counted: Flags, code: str) -> Iterable[Finding]:
    """A finding for each counted row whose key an earlier row holds, with that earlier row."""
    repeats = np.zeros(rows.rows, dtype=np.bool_)
    repeats[counted] = flags(keys[counted].duplicated())
    if not repeats.any():
        return ()
    earlier = _first_positions(keys, counted)
    read = rows.columns[column].read

    def judge(position: int, _: str) -> Offence:
        first = read.places.at(int(earlier[position]), column)
        enterprise = str(rows.columns["enterprise_id"].read.texts.iloc[position])
        values = (("first_row", str(first.row)), ("first_sheet", first.sheet), ("enterprise_id", enterprise))
        return Offence(code=code, values=values)

    return cell_findings(read, np.flatnonzero(repeats), judge)


def _first_positions(keys: pd.Series, counted: Flags) -> npt.NDArray[np.int64]:
    """For each row the position of the first counted row with the same key."""
    positions = pd.Series(np.where(counted, np.arange(len(keys)), len(keys)))
    first = positions.groupby(keys.to_numpy(), sort=False).transform("min")
    return np.array(first, dtype=np.int64)


def _permits_of_their_enterprise(rows: CheckedList) -> Iterable[Finding]:
    permit, firm = rows.text("permit_id"), rows.text("enterprise_id")
    wrong = flags((permit != "") & (firm != "") & (permit.str.slice(0, 18) != firm))
    return rows.findings("list.permit.other_enterprise", "permit_id", wrong, {"enterprise_id": "enterprise_id"})


def _one_value_an_enterprise(rows: CheckedList, column: str, code: str) -> Iterable[Finding]:
    """A warning for each row whose `column` differs from the first row of the same enterprise."""
    firm, texts = rows.text("enterprise_id"), rows.text(column)
    counted = flags((firm != "") & (texts != ""))
    first = _first_positions(firm, counted)
    first[~counted] = np.flatnonzero(~counted)
    differs = counted & flags(texts.to_numpy() != texts.take(first).to_numpy())
    read = rows.columns[column].read

    def judge(position: int, _: str) -> Offence:
        at = int(first[position])
        values = (("first", str(texts.iloc[at])), ("first_row", str(read.places.at(at, column).row)))
        return Offence(code=code, values=(*values, ("enterprise_id", str(firm.iloc[position]))))

    return cell_findings(read, np.flatnonzero(differs), judge, Severity.WARNING)
