"""A finding: what is wrong, where, with which values."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

__all__ = ["Finding", "Place", "Severity", "finding", "has_errors"]


class Severity(StrEnum):
    """`error` stops the work; `warning` and `note` are shown and go on."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a finding lies: a cell of a file, or a dotted path inside a document.

    Attributes:
        file: file name without its folder, '' where there is none.
        sheet: sheet name, '' for CSV.
        row: row counted from 1, the header included; 0 for the whole file.
        column: column name as the file spells it, or the dotted path in a rule file.
    """

    file: str = ""
    sheet: str = ""
    row: int = 0
    column: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One defect. `code` keys its sentence and its repair in the catalogue of sentences.

    Attributes:
        values: the named values of the sentence, as text pairs in a fixed order; `value` is the cell as read.
    """

    code: str
    severity: Severity
    where: Place
    values: tuple[tuple[str, str], ...] = ()

    @property
    def value(self) -> str:
        """The offending value as it was read, '' where there is none."""
        return dict(self.values).get("value", "")


def finding(code: str, severity: Severity = Severity.ERROR, where: Place | None = None, **values: object) -> Finding:
    """A finding with its values as text, sorted by name."""
    pairs = tuple(sorted((name, str(value)) for name, value in values.items()))
    return Finding(code=code, severity=severity, where=where or Place(), values=pairs)


def has_errors(findings: Iterable[Finding]) -> bool:
    """Whether any of the findings stops the work."""
    return any(item.severity is Severity.ERROR for item in findings)
