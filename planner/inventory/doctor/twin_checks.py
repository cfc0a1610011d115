"""The same firm, line, source or meter under two spellings."""

import re
from collections.abc import Iterable
from unicodedata import normalize

import numpy as np
import pandas as pd

from planner.errors import Finding, Severity
from planner.inventory.checked_list import CheckedList, flags
from planner.inventory.firm_names import firm_cores
from planner.inventory.list_columns import Flags, Offence, cell_findings

__all__ = ["check_twins"]

_LINE_WORDS = re.compile(r"[#号線线\s]|生产线|NO\.?", re.IGNORECASE)


def check_twins(rows: CheckedList) -> list[Finding]:
    """Warnings for what most likely stands twice in the list."""
    firm = rows.text("enterprise_id")
    return [
        *_firms(rows, firm),
        *_lines(rows, firm),
        *_sources(rows),
        *_meters(rows, firm),
    ]


def _firms(rows: CheckedList, firm: pd.Series) -> Iterable[Finding]:
    """One name, but for spelling and legal form, under two credit codes."""
    names = rows.text("enterprise_name")
    counted = flags((firm != "") & (names != "")) & ~flags((firm + names).duplicated())
    return _twins(rows, "enterprise_name", (firm_cores(names), firm), counted, "list.enterprise.twin")


def _lines(rows: CheckedList, firm: pd.Series) -> Iterable[Finding]:
    """One line of a firm under two spellings of its number."""
    line = rows.text("line_id")
    plain = line.map({text: _line_number(text) for text in line.unique()}).astype("str")
    key = firm + "\n" + rows.text("source_kind") + "\n" + rows.text("line_name") + "\n" + plain
    counted = flags((firm != "") & (line != "") & (plain != ""))
    return _twins(rows, "line_id", (key, line), counted, "list.line.twin")


def _line_number(text: str) -> str:
    return _LINE_WORDS.sub("", normalize("NFKC", text)).casefold().lstrip("0")


def _sources(rows: CheckedList) -> Iterable[Finding]:
    """Keys that differ in capitals only: other programs take them for one."""
    key = rows.text("source_id")
    return _twins(rows, "source_id", (key.str.lower(), key), flags(key != ""), "list.source.twin")


def _meters(rows: CheckedList, firm: pd.Series) -> Iterable[Finding]:
    """One electricity meter named by two firms."""
    meter = rows.text("meter_id")
    counted = flags((meter != "") & (firm != ""))
    return _twins(rows, "meter_id", (meter, firm), counted, "list.meter.shared")


def _twins(
    rows: CheckedList, column: str, pair: tuple[pd.Series, pd.Series], counted: Flags, code: str
) -> Iterable[Finding]:
    """A warning for each counted row whose key stands earlier with another value; `pair` is (key, value)."""
    key, value = (pd.factorize(item[counted])[0] for item in pair)
    at = np.flatnonzero(counted)
    first = np.zeros(int(key.max(initial=-1)) + 1, dtype=np.intp)
    first[key[::-1]] = np.arange(len(key))[::-1]
    origin = first[key]
    differs = value != value[origin]
    earlier = dict(zip(at[differs].tolist(), at[origin[differs]].tolist(), strict=True))
    read, names, ids = (rows.columns[name].read for name in (column, "enterprise_name", "enterprise_id"))

    def judge(position: int, _: str) -> Offence:
        other = earlier[position]
        said = (("first", read.texts), ("first_name", names.texts), ("first_id", ids.texts))
        values = [(name, str(texts.iloc[other])) for name, texts in said]
        values += [("first_row", str(read.places.at(other, column).row)), ("own_id", str(ids.texts.iloc[position]))]
        return Offence(code=code, values=tuple(values))

    return cell_findings(read, at[differs], judge, Severity.WARNING)
