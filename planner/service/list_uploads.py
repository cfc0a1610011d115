"""Use cases of an uploaded list: checked with answers about its columns, shown, given back, imported."""

import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from planner.inventory import name_columns
from planner.inventory.list_grids import ListGrid, grids_of_rows, grids_of_tables
from planner.inventory.meaning import SheetAnswer
from planner.service.list_doctor import ListDoctor
from planner.service.list_marked import MOST_MARKED_ROWS
from planner.service.list_reading import ReadingOptions
from planner.service.planner import Planner
from planner.service.records import ListCheck
from planner.service.reports import findings_workbook
from planner.sources import read_list
from planner.store import ListVersion
from planner.terms import Phrasebook

__all__ = ["CheckedUpload", "ListUpload"]

Progress = Callable[[str, int], None]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class CheckedUpload:
    """What a check of an uploaded list found; `grids` are its sheets, none where the file cannot be read."""

    checked: ListCheck
    grids: tuple[ListGrid, ...]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class ListUpload:
    """A list that somebody gave to the panel.

    Attributes:
        city: slug or GB/T 2260 code of the city whose list it is.
        name: name of the file; only its last part is used.
        said: answers about its columns, `by` whom.
        estimate: whether gaps are filled, marked as estimated.
    """

    planner: Planner
    city: str
    name: str
    content: bytes
    said: tuple[SheetAnswer, ...] = ()
    by: str = ""
    estimate: bool = False

    def check(self, progress: Progress | None = None) -> CheckedUpload:
        """All findings of the list, and its sheets.

        Raises:
            FindingsError: where an answer about a column cannot be.
        """
        with self._laid_down() as path:
            checked = self.planner.check_list(path, self.city, self._options(progress))
            return CheckedUpload(checked=checked, grids=self._grids(path, checked))

    def add(self) -> ListVersion:
        """The list as a new version of the city's; its answers are remembered.

        Raises:
            FindingsError: with all findings, where the list has an error.
        """
        with self._laid_down() as path:
            return self.planner.import_list(path, self.city, self._options(None))

    def report(self, checked: ListCheck, phrasebook: Phrasebook) -> bytes:
        """The findings as a workbook, with the cells that read otherwise than they are written."""
        return findings_workbook(checked.findings, phrasebook, checked.reading)

    def marked(self, phrasebook: Phrasebook) -> bytes:
        """The same workbook, its cells marked.

        Raises:
            FindingsError: where it cannot be read at all, or is too large for that.
        """
        with self._laid_down() as path:
            return ListDoctor(planner=self.planner, city=self.city).mark(path, phrasebook).content

    def can_be_marked(self, checked: ListCheck) -> bool:
        """Whether the list can be given back with its cells marked."""
        return 0 < checked.rows <= MOST_MARKED_ROWS

    def _options(self, progress: Progress | None) -> ReadingOptions:
        return ReadingOptions(said=self.said, by=self.by, estimate=self.estimate, progress=progress)

    def _grids(self, path: Path, checked: ListCheck) -> tuple[ListGrid, ...]:
        if checked.reading is not None:
            return grids_of_tables(checked.reading.tables)
        rows, _ = read_list(path)
        if rows is None:
            return ()
        headers = [str(name) for name in rows.frame.columns]
        return grids_of_rows(rows, tuple(name or "" for name in name_columns(headers, self.planner.dictionary)))

    @contextmanager
    def _laid_down(self) -> Iterator[Path]:
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / Path(self.name.replace("\\", "/")).name
            path.write_bytes(self.content)
            yield path
