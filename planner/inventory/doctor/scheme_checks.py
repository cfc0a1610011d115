"""Whether the grade of a row is one that its very process may carry."""

from collections.abc import Iterable

from planner.errors import Finding, Severity
from planner.inventory.checked_list import CheckedList, flags
from planner.inventory.records import ListCodes
from planner.terms import Grade

__all__ = ["check_schemes"]


def check_schemes(rows: CheckedList, codes: ListCodes) -> Iterable[Finding]:
    """Warnings for grades that the industry knows and the process does not; nothing where no schemes are given."""
    written = rows.text("key_industry") + "\n" + rows.text("sub_process")
    known = {f"{item.key_industry}\n{item.sub_process}": item.grades for item in codes.schemes if item.grades}
    of_industry = {
        f"{item.code}\n{grade}" for item in codes.industries for grade in (*item.grades, str(Grade.UNGRADED))
    }
    permitted = {f"{process}\n{grade}" for process, grades in known.items() for grade in (*grades, str(Grade.UNGRADED))}
    grade = rows.text("grade")
    asked = flags(written.isin(list(known)) & (grade != ""))
    fits = flags((written + "\n" + grade).isin(list(permitted)))
    told_already = ~flags((rows.text("key_industry") + "\n" + grade).isin(list(of_industry)))
    wrong = asked & ~fits & ~told_already
    also = {"industry": "key_industry", "process": "sub_process"}
    return rows.findings("list.industry.grade_of_other_process", "grade", wrong, also, Severity.WARNING)
