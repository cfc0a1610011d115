"""A parsed rule file: its content as plain data and the line of each thing in it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from planner.errors import Finding, Place

__all__ = ["DocumentPath", "RuleDocument", "dotted_path", "with_rows"]

DocumentPath = tuple[str | int, ...]
"""The way to a thing inside a document: keys of mappings, positions in lists."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleDocument:
    """One parsed rule file.

    Attributes:
        file: name relative to the folder of rules, with `/`.
        content: mappings, lists, text, numbers, truth values and None.
        lines: line (from 1) of each path.
        is_whole: whether the text could be read without a finding; the content of others is not judged further.
    """

    file: str
    content: object
    lines: Mapping[DocumentPath, int]
    is_whole: bool = True

    def place(self, path: DocumentPath) -> Place:
        """Where `path` lies; list items with an id or code are named by it, a path of no line by its parent's line."""
        known = path
        while known and known not in self.lines:
            known = known[:-1]
        return Place(file=self.file, row=self.lines.get(known, 0), column=dotted_path(self._named(path)))

    def rows_by_name(self) -> dict[str, int]:
        """Line of each path as `place` spells it; of two things with one id the first."""
        rows: dict[str, int] = {}
        for path, line in self.lines.items():
            rows.setdefault(dotted_path(self._named(path)), line)
        return rows

    def _named(self, path: DocumentPath) -> DocumentPath:
        named: list[str | int] = []
        here = self.content
        for step in path:
            here = _child(here, step)
            named.append(f"[{_own_name(here)}]" if isinstance(step, int) and _own_name(here) else step)
        return tuple(named)


def with_rows(findings: Iterable[Finding], documents: tuple[RuleDocument, ...]) -> tuple[Finding, ...]:
    """The findings with the lines that their columns name; of a key that is not there that of what it belongs to."""
    rows = {document.file: document.rows_by_name() for document in documents}
    return tuple(
        item if item.where.row else replace(item, where=replace(item.where, row=_row(item.where, rows)))
        for item in findings
    )


def _row(where: Place, rows: Mapping[str, Mapping[str, int]]) -> int:
    known, column = rows.get(where.file, {}), where.column
    while column and column not in known:
        column = column.rpartition(".")[0] if "." in column.rpartition("]")[2] else column.rpartition("[")[0]
    return known.get(column, 0)


def dotted_path(path: DocumentPath) -> str:
    """The path as text.

    >>> dotted_path(("rules", 3, "values", 0, "unit"))
    'rules[3].values[0].unit'
    """
    steps = (f"[{step}]" if isinstance(step, int) else step if step.startswith("[") else f".{step}" for step in path)
    return "".join(steps).removeprefix(".")


def _child(value: object, step: str | int) -> object:
    if isinstance(value, dict):
        return value.get(step)
    is_item = isinstance(value, list) and isinstance(step, int) and step < len(value)
    return value[step] if is_item and isinstance(value, list) and isinstance(step, int) else None


def _own_name(value: object) -> str:
    if not isinstance(value, dict):
        return ""
    name = value.get("id", value.get("code", ""))
    return name if isinstance(name, str) else ""
