"""What a row does not say itself and what follows all the same: from its sheet, its heading, its key industry."""

import re

import numpy as np
import pandas as pd

from planner.errors import Severity
from planner.inventory.code_registers import NO_INDUSTRY
from planner.inventory.meaning.changes import ChangeReason
from planner.inventory.meaning.names import find_name
from planner.inventory.meaning.sheet_fields import Rows, SheetFields
from planner.inventory.meaning.spelling import folded
from planner.inventory.meaning.tables import SheetKind
from planner.terms import Grade, Sector, SourceKind

__all__ = ["derive_fields"]

_SECTORS = {
    SheetKind.LINE: Sector.INDUSTRY,
    SheetKind.FLEET: Sector.MOBILE,
    SheetKind.SITE: Sector.DUST,
    SheetKind.REST: Sector.OTHER,
}
_KINDS = {
    SheetKind.LINE: SourceKind.LINE,
    SheetKind.FLEET: SourceKind.FLEET,
    SheetKind.SITE: SourceKind.SITE,
    SheetKind.REST: SourceKind.REST,
}
_PROCESS_WORDS = {
    SheetKind.FLEET: (("非道路", "nonroad_fleet"), ("机械", "nonroad_fleet"), ("", "road_fleet")),
    SheetKind.SITE: (("道路", "road_dust"), ("堆场", "storage_yard"), ("料场", "storage_yard"), ("", "construction")),
    SheetKind.REST: (("居民", "residential"), ("农业", "agriculture"), ("", "other")),
}

_OWN_NUMBER = re.compile(r"^([0-9A-Za-z]{1,3}[#＃])")
"""The number that the name of a line begins with: 1#窑."""

_AROUND_HEADING = re.compile(r"^\(?[一二三四五六七八九十0-9]{1,3}\)?[、.,:]?|[\(:,].*$|共?[0-9]+家.*$")
"""What stands around the county of a heading: its number before, its count of firms behind."""


def derive_fields(read: SheetFields) -> None:
    """Fill what follows; each cell is kept as a change with its reason."""
    kind = read.table.kind
    read.fill("sector", read.empty("sector"), str(_SECTORS[kind]), ChangeReason.SHEET, read.table.sheet)
    _kinds(read)
    _counties(read)
    if kind is not SheetKind.LINE:
        read.fill("key_industry", read.empty("key_industry"), NO_INDUSTRY, ChangeReason.SHEET, read.table.sheet)
        _processes_of_sheet(read)
    _only_processes(read)
    _grades_of_none(read)
    _line_numbers(read)
    _keys(read)


def _kinds(read: SheetFields) -> None:
    """A line whose name is a boiler is one; every other row is what its sheet holds."""
    empty = read.empty("source_kind")
    names = pd.Series(read.cells("line_name"), dtype="str") + pd.Series(read.cells("sub_process"), dtype="str")
    boiler = names.str.contains("锅炉|boiler").to_numpy(dtype=np.bool_)[empty] & (read.table.kind is SheetKind.LINE)
    read.fill("source_kind", empty[boiler], str(SourceKind.BOILER), ChangeReason.SHEET, "锅炉")
    read.fill("source_kind", empty[~boiler], str(_KINDS[read.table.kind]), ChangeReason.SHEET, read.table.sheet)


def _counties(read: SheetFields) -> None:
    """The county of a heading between the rows, or of the sheet's name, for rows that name none."""
    empty = read.empty("county_code")
    if not len(empty):
        return
    headings = read.table.county[empty]
    codes = {text: _county_in(read, str(text)) for text in set(headings.tolist())}
    found = np.array([codes[text] for text in headings.tolist()], dtype=object)
    where = found != ""
    read.fill("county_code", empty[where], found[where], ChangeReason.COUNTY_SECTION, headings[where])


def _county_in(read: SheetFields, text: str) -> str:
    """The one county that a heading names, '' where it names none or several."""
    word = folded(text)
    for name in (word, _AROUND_HEADING.sub("", word)):
        whole = find_name(name, read.context.counties, read.context.former)
        if whole is not None:
            return whole.code
    spellings = {**{name: code for name, code in read.context.counties.items() if len(name) > 1}}
    spellings |= {name: today for name, (today, _) in read.context.former.items() if len(name) > 2}  # noqa: PLR2004
    found = {code for name, code in spellings.items() if name in word}
    return found.pop() if len(found) == 1 else ""


def _processes_of_sheet(read: SheetFields) -> None:
    """What a fleet or site is, by its name and its sheet."""
    empty = read.empty("sub_process")
    names = pd.Series(read.cells("enterprise_name"), dtype="str").to_numpy(dtype=object)[empty]
    words = _PROCESS_WORDS[read.table.kind]
    found = [
        next(code for word, code in words if word in name or (word and word in read.table.sheet)) for name in names
    ]
    read.fill("sub_process", empty, np.array(found, dtype=object), ChangeReason.SHEET, read.table.sheet)


def _only_processes(read: SheetFields) -> None:
    """Where a key industry has one process only, its lines are of that one."""
    empty = read.empty("sub_process")
    only = {
        kind: next(iter(set(names.values())))
        for kind, names in read.context.processes.items()
        if len(set(names.values())) == 1
    }
    found = np.array([only.get(kind, "") for kind in read.cells("key_industry")[empty]], dtype=object)
    where = found != ""
    read.fill("sub_process", empty[where], found[where], ChangeReason.ONLY_PROCESS)


def _grades_of_none(read: SheetFields) -> None:
    """A row of no key industry has no grade to state."""
    empty = read.empty("grade")
    outside = read.cells("key_industry")[empty] == NO_INDUSTRY
    read.fill("grade", empty[outside], str(Grade.NONE), ChangeReason.GRADE)


def _firms(read: SheetFields) -> pd.Series:
    code = pd.Series(read.cells("enterprise_id"), dtype="str")
    return code.where(code != "", pd.Series(read.cells("enterprise_name"), dtype="str"))


def _line_numbers(read: SheetFields) -> None:
    """Lines without a number of their own get one in the order of the sheet, as orders must call them something."""
    empty = read.empty("line_id")
    if read.table.kind is not SheetKind.LINE or not len(empty):
        return
    named = pd.Series(read.cells("line_name"), dtype="str").str.extract(_OWN_NUMBER, expand=False).fillna("")
    own = named.str.replace("＃", "#").where(~_firms(read).str.cat(named, sep="\n").duplicated(keep=False), "")
    with_own = empty[(own.to_numpy(dtype=object)[empty] != "")]
    read.fill("line_id", with_own, own.to_numpy(dtype=object)[with_own], ChangeReason.SPLIT)
    empty = read.empty("line_id")
    order = _firms(read).groupby(_firms(read), sort=False).cumcount() + 1
    numbers = (order.astype("str") + "#").to_numpy(dtype=object)
    read.fill("line_id", empty, numbers[empty], ChangeReason.NUMBERED)
    read.tell("list.line.numbered", "line_id", empty, Severity.NOTE)


def _keys(read: SheetFields) -> None:
    """A key for every row without one: the firm's code and the place of the line in the firm, else sheet and row."""
    empty = read.empty("source_id")
    if not len(empty):
        return
    code = pd.Series(read.cells("enterprise_id"), dtype="str")
    order = (code.groupby(code, sort=False).cumcount() + 1).astype("str").str.zfill(2)
    row = pd.Series(read.table.row).astype("str")
    named = np.array((code + "-" + order), dtype=object)
    unnamed = np.array(read.table.kind[0].upper() + row, dtype=object)
    keys = np.where((code != "").to_numpy(), named, unnamed)
    read.fill("source_id", empty, keys[empty], ChangeReason.NUMBERED)
    _tell_keys(read, empty)


def _tell_keys(read: SheetFields, where: Rows) -> None:
    read.tell("list.source.numbered", "source_id", where, Severity.NOTE)
