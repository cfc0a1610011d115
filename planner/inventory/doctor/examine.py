"""All checks of the doctor at once."""

from planner.errors import Finding
from planner.inventory.checked_list import CheckedList
from planner.inventory.doctor.equipment_checks import check_equipment
from planner.inventory.doctor.filing_checks import check_filings
from planner.inventory.doctor.firm_totals import check_firm_totals
from planner.inventory.doctor.peer_checks import check_peers
from planner.inventory.doctor.place_checks import check_places
from planner.inventory.doctor.scheme_checks import check_schemes
from planner.inventory.doctor.twin_checks import check_twins
from planner.inventory.records import ListCodes, ListRows

__all__ = ["examine_list"]


def examine_list(checked: CheckedList, rows: ListRows, codes: ListCodes) -> list[Finding]:
    """Findings of every check across rows; warnings and notes only, none of them stops the work.

    Args:
        checked: the columns of the dictionary, refused cells empty.
        rows: the list as read, with the columns that the dictionary does not know.
        codes: the schemes of grades, process by process.
    """
    return [
        *check_twins(checked),
        *check_equipment(checked, rows),
        *check_firm_totals(checked, rows),
        *check_filings(checked),
        *check_peers(checked),
        *check_places(checked),
        *check_schemes(checked, codes),
    ]
