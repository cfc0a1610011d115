"""The columns of one sheet turned into fields of the dictionary, every change kept."""

from collections.abc import Callable
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt
import pandas as pd

from planner.errors import Finding, Place, Severity, finding
from planner.inventory.fields_record import Field, FieldDictionary, FieldKind
from planner.inventory.meaning.changes import ChangeReason, ColumnChange
from planner.inventory.meaning.context import MeaningContext
from planner.inventory.meaning.tables import SheetTable, Texts
from planner.inventory.meaning.words import Word

__all__ = ["SheetFields"]

Rows = npt.NDArray[np.intp]


@dataclass(slots=True, kw_only=True)
class SheetFields:
    """The fields of one sheet while they are read.

    Attributes:
        fields: cells by the name of their field.
        headers: the header that each field was read from, as the file spells it; '' where it comes from elsewhere.
    """

    table: SheetTable
    dictionary: FieldDictionary
    context: MeaningContext
    fields: dict[str, Texts] = field(default_factory=dict)
    headers: dict[str, str] = field(default_factory=dict)
    changes: list[ColumnChange] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)

    @property
    def count(self) -> int:
        """How many rows the sheet has."""
        return len(self.table.row)

    def cells(self, name: str) -> Texts:
        """The cells of a field, empty where the sheet has none."""
        return self.fields[name] if name in self.fields else np.full(self.count, "", dtype=object)

    def item(self, name: str) -> Field:
        """What the dictionary says of a field."""
        return self.dictionary.field(name)

    def put(self, name: str, texts: Texts, header: str = "") -> None:
        """Set the cells of a field."""
        self.fields[name] = texts
        self.headers.setdefault(name, header)

    def fill(self, name: str, where: Rows, value: str | Texts, reason: ChangeReason, detail: str | Texts = "") -> None:
        """Give empty cells of a field a value that follows from something else, and keep that."""
        if not len(where):
            return
        old = self.cells(name)
        new = old.copy()
        new[where] = value
        self.put(name, new)
        self.note(name, where, old[where], reason, detail)

    def note(self, name: str, where: Rows, old: Texts, reason: ChangeReason, detail: str | Texts = "") -> None:
        """Keep that the cells of a field at `where` read otherwise than written."""
        told = detail if isinstance(detail, np.ndarray) else np.full(len(where), detail, dtype=object)
        self.changes.append(
            ColumnChange(
                sheet=self.table.sheet,
                column=self.headers.get(name, ""),
                field=name,
                reason=reason,
                row=self.table.row[where],
                old=old,
                new=self.fields[name][where],
                detail=told,
            )
        )

    def empty(self, name: str) -> Rows:
        """Rows in which a field is empty."""
        return np.flatnonzero(self.cells(name) == "")

    def tell(self, code: str, name: str, where: Rows, severity: Severity, **values: object) -> None:
        """One finding for all cells of a field at `where`, at the first of them."""
        if len(where):
            column = self.headers.get(name, "") or name
            place = Place(
                file=self.table.file, sheet=self.table.sheet, row=int(self.table.row[where[0]]), column=column
            )
            self.findings.append(finding(code, severity, place, count=len(where), field=name, **values))

    def read_words(self, name: str, texts: Texts, header: str, read: Callable[[str], Word]) -> list[tuple[Word, Rows]]:
        """Read a column of words, each distinct text once; gives the words that carry a doubt, with their rows."""
        codes, distinct = pd.factorize(texts)
        words = [read(text) if text.strip() else Word(text="") for text in distinct.tolist()]
        new = np.array([word.text for word in words], dtype=object)[codes] if words else texts
        self.put(name, new, header)
        order = np.argsort(codes, kind="stable")
        bounds = np.searchsorted(codes[order], np.arange(len(words) + 1))
        doubts = []
        reasons: dict[tuple[ChangeReason, str], list[Rows]] = {}
        for at, word in enumerate(words):
            where = order[bounds[at] : bounds[at + 1]]
            if word.reason is not None:
                reasons.setdefault((word.reason, word.detail), []).append(where)
            if word.doubt:
                doubts.append((word, where))
        for (reason, detail), parts in reasons.items():
            where = np.sort(np.concatenate(parts))
            self.note(name, where, texts[where], reason, detail)
        return doubts

    def is_number(self, name: str) -> bool:
        """Whether a field holds numbers."""
        return self.item(name).dtype is FieldKind.NUMBER
