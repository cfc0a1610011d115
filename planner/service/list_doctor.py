"""Use cases of the list doctor: a list beside registers, beside its earlier version, before winter, and given back."""

import tempfile
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from planner.compare import ListHealth
from planner.errors import FindingsError, finding
from planner.inventory import Inventory
from planner.inventory.list_differences import ListDifference, compare_lists
from planner.inventory.matching import Decision, PlaceName, RegisterKind
from planner.inventory.matching.compare import compare_register
from planner.inventory.matching.list_register import list_register
from planner.inventory.matching.register_records import Comparison, Register
from planner.inventory.meaning.names import former_counties
from planner.service.desk import Deed
from planner.service.list_health import HealthRequest, find_health
from planner.service.list_marked import MarkedList, mark_list
from planner.service.planner import Planner
from planner.sources.registers import read_register
from planner.store import StoredMatch
from planner.terms import BEIJING, Phrasebook

__all__ = ["ListDoctor"]

Progress = Callable[[str], None]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class ListDoctor:
    """The doctor of one city's lists; `city` is a slug or GB/T 2260 code."""

    planner: Planner
    city: str

    def compare(self, list_file: Path | None, other: Path, kind: RegisterKind, on: date | None = None) -> Comparison:
        """A list beside a register of another office, or beside another list.

        Args:
            list_file: the list; None: the one in use.
            other: the register, CSV or workbook.
            kind: what it is.
            on: the day on which permits must be valid; None: today.

        Raises:
            FindingsError: where either cannot be read.
        """
        inventory = self.planner.list_in_use(self.city, list_file).inventory
        register = self._register(other, kind)
        day = on or self.planner.today()
        return compare_register(inventory, register, day, self.places(), self.decisions(kind))

    def places(self) -> tuple[PlaceName, ...]:
        """Spellings of the city and its counties, today's and of old."""
        city = self.planner.city(self.city)
        former = former_counties(city.code, (area.code for area in city.areas))
        today = (PlaceName(name=area.name_zh, code=area.code) for area in city.areas)
        old = (PlaceName(name=name, code=code) for name, (code, _) in former.items() if not name.isdigit())
        return (PlaceName(name=city.name_zh, code=""), *today, *old)

    def decisions(self, kind: RegisterKind) -> tuple[Decision, ...]:
        """What people said about pairs with this kind of register."""
        words = self.planner.store.matches(self.planner.city(self.city).slug, str(kind))
        return tuple(Decision(left=item.listed, right=item.registered, same=item.same) for item in words)

    def decide(self, kind: RegisterKind, decisions: Iterable[Decision], by: str = "") -> int:
        """Keeps people's words on pairs for good; words that stand already are not repeated. How many were new.

        Raises:
            FindingsError: where role or county of the person do not allow it; that stands in the trace.
        """
        standing = {(item.left, item.right): item.same for item in self.decisions(kind)}
        new = [item for item in decisions if standing.get((item.left, item.right)) is not item.same]
        if not new:
            return 0
        slug, now = self.planner.city(self.city).slug, datetime.now(BEIJING)
        self.planner.permit(Deed.DECIDE_PAIRS, slug, str(kind), pairs=str(len(new))).add_matches(
            tuple(
                StoredMatch(
                    city=slug,
                    kind=str(kind),
                    listed=item.left,
                    registered=item.right,
                    same=item.same,
                    decided_by=by,
                    recorded_at=now,
                )
                for item in new
            )
        )
        return len(new)

    def mark(self, list_file: Path, phrasebook: Phrasebook, since: Path | None = None) -> MarkedList:
        """The list as a workbook with its findings marked, answered ones left alone.

        Args:
            list_file: the list; where it was given back marked before, its own answers count.
            phrasebook: the reader's language.
            since: the workbook that was given back before; None: the list itself.

        Raises:
            FindingsError: where it cannot be read at all, or is too large to be marked cell by cell.
        """
        return mark_list(list_file, self.planner.check_list(list_file, self.city), phrasebook, since)

    def difference(self, before: str, after: str) -> ListDifference:
        """What differs between two versions of the list.

        Args:
            before: a file, or the number of an imported version.
            after: the same.

        Raises:
            FindingsError: where one is neither, or has an error.
        """
        return compare_lists(self.inventory_of(before), self.inventory_of(after))

    def inventory_of(self, name: str) -> Inventory:
        """The list of a file or of a version number.

        Raises:
            FindingsError: where it is neither, or has an error.
        """
        path = Path(name)
        if path.is_file():
            return self.planner.list_in_use(self.city, path).inventory
        versions = {str(item.version): item for item in self.planner.list_versions(self.city)}
        if name not in versions:
            raise FindingsError((finding("list.version.unknown", value=name),))
        version = versions[name]
        with tempfile.TemporaryDirectory() as folder:
            copy = Path(folder) / Path(version.file).name
            copy.write_bytes(self.planner.store.list_content(version.city, version.version))
            return self.planner.list_in_use(self.city, copy).inventory

    def health(self, request: HealthRequest, progress: Progress | None = None) -> ListHealth:
        """Whether the cuts of all levels can be met with a list, by what, by whom, and what to check first.

        Raises:
            FindingsError: where the list or the rules do not let the question be asked.
        """
        seen = None
        if request.register is not None:
            seen = self.compare(request.list_file, request.register, request.kind, request.on)
        return find_health(self.planner, self.city, request, seen, progress)

    def _register(self, path: Path, kind: RegisterKind) -> Register:
        if kind is RegisterKind.LIST:
            return list_register(self.planner.list_in_use(self.city, path).inventory)
        register, findings = read_register(path, kind)
        if register is None:
            raise FindingsError(findings)
        return register
