"""Whether process and grade of a row belong to its key industry, and its sector to its kind."""

from collections.abc import Iterable

from planner.errors import Finding, Severity
from planner.inventory.checked_list import CheckedList, flags
from planner.inventory.list_columns import Flags
from planner.inventory.records import IndustryCodes, ListCodes
from planner.terms import Grade, Sector, SourceKind

__all__ = ["check_industry"]


def check_industry(rows: CheckedList, codes: ListCodes) -> list[Finding]:
    """Findings about industry, process, grade and sector; where `codes` is empty only about the sector."""
    pairs = ((code, process) for item in codes.industries for code, process in _processes(item))
    schemes = ((code, grade) for item in codes.industries for code, grade in _grades(item))
    with_processes = tuple(item.code for item in codes.industries if item.sub_processes)
    with_grades = tuple(item.code for item in codes.industries if item.grades)
    lone = _outside(rows, "sub_process", with_processes, pairs)
    ungraded = _outside(rows, "grade", with_grades, schemes)
    return [
        *rows.findings("list.industry.other_process", "sub_process", lone, {"industry": "key_industry"}),
        *rows.findings("list.industry.other_grade", "grade", ungraded, {"industry": "key_industry"}),
        *_sectors(rows),
    ]


def _processes(industry: IndustryCodes) -> Iterable[tuple[str, str]]:
    return ((industry.code, process) for process in industry.sub_processes)


def _grades(industry: IndustryCodes) -> Iterable[tuple[str, str]]:
    permitted = (*industry.grades, str(Grade.UNGRADED))
    return ((industry.code, grade) for grade in permitted if industry.grades)


def _outside(
    rows: CheckedList, column: str, industries: tuple[str, ...], permitted: Iterable[tuple[str, str]]
) -> Flags:
    """Rows of `industries` whose cell of `column` is in no permitted pair."""
    texts = rows.text(column)
    pairs = rows.text("key_industry") + "\n" + texts
    known = [f"{industry}\n{code}" for industry, code in permitted]
    return rows.says("key_industry", *industries) & flags(texts != "") & ~flags(pairs.isin(known))


def _sectors(rows: CheckedList) -> Iterable[Finding]:
    fleets = rows.says("source_kind", SourceKind.FLEET)
    mobile, written = rows.says("sector", Sector.MOBILE), flags(rows.text("sector") != "")
    wrong = (fleets & ~mobile & written) | (rows.of_enterprise & mobile)
    return rows.findings("list.sector.other_kind", "sector", wrong, {"kind": "source_kind"}, Severity.WARNING)
