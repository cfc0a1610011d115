"""The list doctor's answers as workbooks and tables in the reader's language."""

from planner.compare import ListHealth, PlainTable, comparison_tables, difference_tables, health_tables
from planner.inventory.list_differences import ListDifference
from planner.inventory.matching.register_records import Comparison
from planner.orders.tables import tables_workbook
from planner.service.list_doctor import ListDoctor
from planner.terms import Phrasebook

__all__ = ["doctor_tables", "doctor_workbook"]

Answer = ListHealth | ListDifference | Comparison


def doctor_workbook(answer: Answer, doctor: ListDoctor, phrasebook: Phrasebook) -> bytes:
    """The tables of an answer, a sheet each; the same answer gives the same bytes."""
    return tables_workbook(doctor_tables(answer, doctor, phrasebook))


def doctor_tables(answer: Answer, doctor: ListDoctor, phrasebook: Phrasebook) -> tuple[PlainTable, ...]:
    """The tables of an answer, its summary first, counties by name."""
    chinese = phrasebook.language.startswith("zh")
    areas = doctor.planner.city(doctor.city).areas
    counties = {area.code: area.name_zh if chinese else area.name_en for area in areas}
    if isinstance(answer, ListHealth):
        return health_tables(answer, counties, phrasebook)
    if isinstance(answer, ListDifference):
        return difference_tables(answer, counties, phrasebook)
    return comparison_tables(answer, counties, phrasebook)
