"""Small files of grade moves and the list that they speak of."""

import numpy as np
import pandas as pd

from planner.errors import Finding
from planner.inventory import GradeMoves, GradeScheme, Inventory, ListCodes, ListRows, build_grade_moves
from planner.sources import read_grade_dictionary
from tests.tiny import inventory, source

__all__ = ["FIRM", "LISTED", "OTHER", "codes_of", "moved", "read", "row", "rows_of"]

FIRM, OTHER = "91110000600037341L", "91999999000000182L"
LADDER = ("A", "B", "B-", "C", "D", "ungraded")
SCHEMES = (
    GradeScheme(key_industry="casting", sub_process="melting", grades=LADDER),
    GradeScheme(key_industry="cement", sub_process="clinker", grades=LADDER),
    GradeScheme(key_industry="cement", sub_process="grinding", grades=("leading", "non_leading", "ungraded")),
)


def listed(grade: str = "C") -> Inventory:
    """A casting firm of two lines with a boiler outside the grades, and a cement firm of two schemes."""
    cement = {"enterprise_id": OTHER, "key_industry": "cement"}
    return inventory(
        source("c1", enterprise_id=FIRM, grade=grade),
        source("c2", enterprise_id=FIRM, grade=grade),
        source("c3", enterprise_id=FIRM, source_kind="boiler", key_industry="none", sub_process="main", grade="none"),
        source("k1", sub_process="clinker", grade="B", **cement),
        source("k2", sub_process="grinding", grade="leading", **cement),
    )


LISTED = listed()


def row(**cells: str) -> dict[str, str]:
    """A demotion of the casting firm with a document, but for the given cells; `day` is its first day."""
    cells["from"] = cells.pop("day", "2026-11-01")
    blank = {"key_industry": "", "sub_process": "", "grade_before": "", "note": ""}
    stated = {
        "enterprise_id": FIRM,
        "grade": "D",
        "kind": "demotion",
        "reason": "超标排放",
        "document": "文〔2026〕1号",
    }
    return blank | stated | cells


def rows_of(*rows: dict[str, str]) -> ListRows:
    """These rows as a reader hands them over."""
    frame = pd.DataFrame(list(rows), dtype="str")
    count = len(frame)
    sheet = np.full(count, "", dtype=object)
    return ListRows(file="moves.csv", sha256="5" * 64, frame=frame, sheet=sheet, row=np.arange(2, count + 2))


def read(*rows: dict[str, str], filed: Inventory = LISTED) -> tuple[GradeMoves | None, tuple[Finding, ...]]:
    """The moves of these rows and what is wrong with them."""
    return build_grade_moves(rows_of(*rows), read_grade_dictionary(), filed, ListCodes(), SCHEMES)


def codes_of(*rows: dict[str, str], filed: Inventory = LISTED) -> list[tuple[str, int]]:
    """Code and row of every finding."""
    return [(item.code.removeprefix("grades."), item.where.row) for item in read(*rows, filed=filed)[1]]


def moved(*rows: dict[str, str], filed: Inventory = LISTED) -> GradeMoves:
    """The moves of rows without an error."""
    moves, findings = read(*rows, filed=filed)
    assert moves is not None, findings
    return moves
