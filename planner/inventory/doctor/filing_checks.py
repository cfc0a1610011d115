"""Whether filed measures speak of lines that the firm has, and keep the duties of the level below."""

import re
from collections.abc import Iterable
from itertools import pairwise

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

from planner.errors import Finding, Severity
from planner.inventory.checked_list import CheckedList, flags
from planner.inventory.list_columns import Flags, Offence, cell_findings
from planner.terms import LEVELS, Level, Measure, split_tag

__all__ = ["check_filings"]

_NUMBERED = r"(?P<number>[0-9]{1,3})\s*(?:#|＃|号)"
_MENTIONS = re.compile(r"(?<![0-9A-Za-z])([0-9]{1,3})\s*(?:#|＃|号)(?!令|文|楼|路|门|院|公告|通知)")
_PLAIN_LINE = r"[0-9]{1,3}\s*(?:#|＃|号)(?:线|炉|机)?"

_COVERED_BY: dict[str, frozenset[str]] = {
    Measure.TRUCK_BAN_CN3: frozenset({Measure.TRUCK_BAN_CN4, Measure.TRUCK_BAN_CN5_GAS, Measure.ROAD_HAULAGE_STOP}),
    Measure.TRUCK_BAN_CN4: frozenset({Measure.TRUCK_BAN_CN5_GAS, Measure.ROAD_HAULAGE_STOP}),
    Measure.TRUCK_BAN_CN5_GAS: frozenset({Measure.ROAD_HAULAGE_STOP}),
    Measure.TRUCK_ENTRIES_CUT: frozenset({Measure.ROAD_HAULAGE_STOP}),
    Measure.MACHINERY_BAN_CN2: frozenset({Measure.MACHINERY_BAN_CN3}),
}
"""Duties that say all that another one says, and more."""

_KEPT_BY_CODE = frozenset(_COVERED_BY) | {Measure.ROAD_HAULAGE_STOP, Measure.MACHINERY_BAN_CN3}


def check_filings(rows: CheckedList) -> list[Finding]:
    """Findings about the filed measures of all levels."""
    told = [item for level in LEVELS for item in _other_lines(rows, level)]
    for milder, stricter in pairwise(LEVELS):
        told += _dropped_duties(rows, milder, stricter)
    return told


def _other_lines(rows: CheckedList, level: Level) -> Iterable[Finding]:
    """Texts that name a line by number which none of the firm's rows has."""
    column, firm, line = f"{level}_measure_text", rows.text("enterprise_id"), rows.text("line_id")
    doubtful = np.flatnonzero(_names_another(rows.text(column), line) & flags(firm != ""))
    if not len(doubtful):
        return ()
    concerned = flags(firm.isin(firm.iloc[doubtful].unique()))
    plain = line[concerned].str.fullmatch(_PLAIN_LINE).astype("bool")
    numbered = plain.groupby(firm[concerned].to_numpy()).all()
    owned = set(zip(firm[concerned], line[concerned].str.extract(r"([0-9]+)")[0].fillna(""), strict=True))
    texts = rows.text(column)
    lacking: dict[int, str] = {}
    for at in doubtful.tolist():
        owner = firm.iloc[at]
        named = dict.fromkeys(_MENTIONS.findall(texts.iloc[at]))
        absent = [number for number in named if (owner, number) not in owned]
        if numbered[owner] and absent:
            lacking[at] = "、".join(f"{number}#" for number in absent)

    def judge(position: int, _: str) -> Offence:
        values = (("named", lacking[position]), ("enterprise_id", str(firm.iloc[position])))
        return Offence(code="list.measure.other_line", values=values)

    return cell_findings(rows.columns[column].read, np.array(list(lacking), dtype=np.intp), judge, Severity.WARNING)


def _names_another(texts: pd.Series, line: pd.Series) -> Flags:
    """Rows whose text names a number that is not their own line's, or more than one: few, looked at one by one."""
    of_text, distinct = pd.factorize(texts)
    of_line, lines = pd.factorize(line)
    words = pa.array(distinct, type=pa.large_string())
    counts = pc.count_substring_regex(words, pattern=r"[0-9]\s*(?:#|＃|号)").to_numpy(zero_copy_only=False)[of_text]
    first = pc.struct_field(pc.extract_regex(words, pattern=_NUMBERED), "number").to_pandas().fillna("")
    own = pd.Series(lines).str.extract(r"^([0-9]+)")[0].fillna("")
    differs = first.to_numpy(dtype=object)[of_text] != own.to_numpy(dtype=object)[of_line]
    return flags((counts > 1) | ((counts == 1) & differs))


def _dropped_duties(rows: CheckedList, milder: Level, stricter: Level) -> Iterable[Finding]:
    """Bans of the level below that the stricter level neither repeats nor covers."""
    below, above = (_conduct(rows, level) for level in (milder, stricter))
    pairs = below + "\n" + above
    lost = {pair: _lost(pair) for pair in pairs[flags(below != "")].unique()}
    where = flags(pairs.isin([pair for pair, duties in lost.items() if duties]))

    def judge(position: int, _: str) -> Offence:
        values = (("lost", lost[pairs.iloc[position]]), ("lighter", str(milder)), ("graver", str(stricter)))
        return Offence(code="list.measure.duty_dropped", values=values)

    read = rows.columns[f"{stricter}_measure"].read
    return cell_findings(read, np.flatnonzero(where), judge, Severity.WARNING)


def _conduct(rows: CheckedList, level: Level) -> pd.Series:
    """Measure and duties of a level as one text; empty for fleets and sites, and where nothing is filed in codes."""
    measure, duties = rows.text(f"{level}_measure"), rows.text(f"{level}_duties")
    return (measure + ";" + duties).where(flags(measure != "") & rows.of_enterprise, "")


def _lost(pair: str) -> str:
    below, above = ({split_tag(item)[0] for item in side.split(";") if item} for side in pair.split("\n"))
    if not above or Measure.HALT in above:
        return ""
    kept = [duty for duty in sorted(below & _KEPT_BY_CODE) if not ({duty} | _COVERED_BY.get(duty, frozenset())) & above]
    return ", ".join(kept)
