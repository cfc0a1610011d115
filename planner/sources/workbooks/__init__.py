"""Lists as they really come: workbooks of many hands, any kind of file, read into the dictionary's table.

Takes files, MeaningContext and answers about columns, gives WorkbookList and findings.
Imports sources' readers of files, inventory, errors.
"""

from planner.sources.workbooks.answers import ColumnAnswer, SheetAnswer, template_of
from planner.sources.workbooks.mapping_file import (
    answer_findings,
    answer_from_json,
    answer_to_json,
    read_mapping,
    write_mapping,
)
from planner.sources.workbooks.reading import WorkbookList, read_workbook_list

__all__ = [
    "ColumnAnswer",
    "SheetAnswer",
    "WorkbookList",
    "answer_findings",
    "answer_from_json",
    "answer_to_json",
    "read_mapping",
    "read_workbook_list",
    "template_of",
    "write_mapping",
]
