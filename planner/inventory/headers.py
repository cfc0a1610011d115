"""The header of a list: which column each header names, in English or in Chinese."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import get_close_matches

from planner.errors import Finding, Place, Severity, finding
from planner.inventory.fields_record import FieldDictionary

__all__ = ["HeaderMatch", "match_headers", "missing_headers", "name_columns"]


@dataclass(frozen=True, slots=True, kw_only=True)
class HeaderMatch:
    """What the headers of one table name.

    Attributes:
        names: for each header the column it names; '' where it names none, or one that stands before it.
        findings: what is wrong with the headers.
    """

    names: tuple[str, ...]
    findings: tuple[Finding, ...]

    @property
    def known(self) -> int:
        """How many columns of the dictionary were found."""
        return sum(bool(name) for name in self.names)


def name_columns(headers: Sequence[str], dictionary: FieldDictionary) -> tuple[str, ...]:
    """The column that each header names, '' where none; blanks around a header do not count."""
    names = {item.header_zh: item.name for item in dictionary} | {item.name: item.name for item in dictionary}
    return tuple(names.get(header.strip(), "") for header in headers)


def match_headers(headers: Sequence[str], dictionary: FieldDictionary, place: Place) -> HeaderMatch:
    """The columns that headers name, with findings for duplicate, empty, unknown and missing ones.

    Args:
        headers: the headers as spelled.
        dictionary: the columns that a list may have.
        place: file, sheet and row of the header.
    """
    named = name_columns(headers, dictionary)
    first = tuple(name if name and named.index(name) == at else "" for at, name in enumerate(named))
    findings = (
        *_duplicates(headers, named, first, place),
        *_unknowns(headers, named, dictionary, place),
        *missing_headers(first, dictionary, place),
    )
    return HeaderMatch(names=first, findings=findings)


def missing_headers(names: Iterable[str], dictionary: FieldDictionary, place: Place) -> tuple[Finding, ...]:
    """A finding for each column that no header names: an error where its cells are needed, else a note."""
    present = set(names)
    absent = [item for item in dictionary if item.name not in present]
    return tuple(
        finding("list.header.not_given", Severity.NOTE, _column(place, item.name), header_zh=item.header_zh)
        if not item.is_missed(present)
        else finding("list.header.missing", Severity.ERROR, _column(place, item.name), header_zh=item.header_zh)
        for item in absent
    )


def _column(place: Place, column: str) -> Place:
    return Place(file=place.file, sheet=place.sheet, row=place.row, column=column)


def _duplicates(headers: Sequence[str], named: Sequence[str], first: Sequence[str], place: Place) -> Iterable[Finding]:
    for at, header in enumerate(headers):
        if named[at] and not first[at]:
            earlier = named.index(named[at])
            yield finding(
                "list.header.duplicate",
                where=_column(place, header),
                value=header,
                first=headers[earlier],
                number=at + 1,
                first_number=earlier + 1,
            )


def _unknowns(
    headers: Sequence[str], named: Sequence[str], dictionary: FieldDictionary, place: Place
) -> Iterable[Finding]:
    absent = [item for item in dictionary if item.name not in named]
    spellings = {text: text for item in absent for text in (item.name, item.header_zh)}
    for at, header in enumerate(headers):
        if named[at]:
            continue
        if not header.strip():
            yield finding("list.header.empty", where=_column(place, ""), number=at + 1)
            continue
        where = _column(place, header)
        near = get_close_matches(header.strip().lower(), spellings, n=1, cutoff=0.8)
        if near:
            yield finding("list.header.misspelt", Severity.WARNING, where, value=header, nearest=near[0])
        else:
            yield finding("list.header.unknown", Severity.WARNING, where, value=header)
