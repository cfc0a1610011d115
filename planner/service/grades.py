"""Use cases of grades that move: check, import, the moves in use."""

import tempfile
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from planner.errors import FindingsError, has_errors
from planner.inventory import (
    NO_MOVES,
    GradeMoves,
    GradeScheme,
    Inventory,
    build_grade_moves,
    grades_on,
    recorded_moves,
)
from planner.problem import check_moves_on, grading_terms
from planner.rules import CityOverlay, Rulebook, RulesInForce
from planner.service.lists import list_codes
from planner.service.records import GradeCheck, GradedList, PlanRequest
from planner.sources import read_grade_dictionary, read_grade_moves
from planner.store import ListVersion, NewList, Store
from planner.terms import BEIJING, Grade

__all__ = ["GradeBook"]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class GradeBook:
    """The grade moves of one city, checked against a list by the codes and schemes of the rules."""

    store: Store
    rulebook: Rulebook
    city: CityOverlay

    def check(self, path: Path, inventory: Inventory) -> GradeCheck:
        """All findings of a file of moves at once; nothing is stored."""
        rows, reading = read_grade_moves(path)
        if rows is None:
            return GradeCheck(file=path.name, rows=0, ok=False, findings=reading, moves=None)
        moves, checking = build_grade_moves(
            rows, read_grade_dictionary(), inventory, list_codes(self.rulebook, self.city.slug), _schemes(self.rulebook)
        )
        findings = (*reading, *checking)
        ok = moves is not None and not has_errors(findings)
        moves = moves if ok else None
        return GradeCheck(file=path.name, rows=len(rows.frame), ok=ok, findings=findings, moves=moves)

    def versions(self) -> tuple[ListVersion, ...]:
        """The imported versions of the city's moves, newest first."""
        return tuple(sorted(self.store.grade_versions(self.city.slug), key=lambda item: -item.version))

    def current(self, inventory: Inventory) -> GradeMoves:
        """The newest imported moves of the city, none where none were imported.

        Raises:
            FindingsError: where the stored ones do not fit the list or its schemes.
        """
        version = self.store.newest_grades(self.city.slug)
        if version is None:
            return NO_MOVES
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / Path(version.file).name
            path.write_bytes(self.store.grade_content(self.city.slug, version.version))
            return _sound(self.check(path, inventory))

    def import_file(self, path: Path, inventory: Inventory, by: str = "") -> ListVersion:
        """A new immutable version of the city's moves.

        Raises:
            FindingsError: with all findings, where a move has an error; nothing is stored then.
        """
        checked = self.check(path, inventory)
        new = NewList(
            city=self.city.slug,
            file=path.name,
            content=path.read_bytes(),
            sha256=_sound(checked).sha256,
            rows=checked.rows,
            imported_at=datetime.now(BEIJING),
            imported_by=by,
        )
        return self.store.add_grades(new)

    def grade(
        self,
        request: PlanRequest,
        filed: Inventory,
        listed: Inventory,
        rules: RulesInForce,
        regraded: Collection[str] = (),
    ) -> GradedList:
        """The list of a request with the grades of its day.

        Args:
            request: says the day, the moves and the what-ifs.
            filed: the list as filed, against which moves are checked.
            listed: the same with the what-ifs of the request.
            rules: the rules in force on the day.
            regraded: enterprises whose grade a scenario sets, in the place of their history.

        Raises:
            FindingsError: where the moves or a rule about them cannot be used.
        """
        moves = _without(self.of_request(request, filed), regraded)
        told = check_moves_on(listed, moves, rules, request.on)
        if has_errors(told):
            raise FindingsError(told)
        graded = grades_on(listed, moves, request.on, grading_terms(rules))
        return GradedList(listed=listed, inventory=graded, findings=told)

    def of_request(self, request: PlanRequest, inventory: Inventory) -> GradeMoves:
        """The moves that a request is answered under: those it brings along, those of its file, else the city's."""
        if isinstance(request.grades, Path):
            moves = _sound(self.check(request.grades, inventory))
        elif request.grades is not None:
            moves = recorded_moves(request.grades)
        else:
            moves = self.current(inventory)
        return _without(moves, [change.enterprise_id for change in request.changes if change.kind == "grade"])


def _schemes(rulebook: Rulebook) -> tuple[GradeScheme, ...]:
    """The grades of each process; a firm of a key industry may always be ungraded."""
    return tuple(
        GradeScheme(
            key_industry=industry.code,
            sub_process=process.code,
            grades=tuple(dict.fromkeys([*map(str, process.grades), str(Grade.UNGRADED)])),
        )
        for industry in rulebook.industries
        for process in industry.sub_processes
    )


def _sound(checked: GradeCheck) -> GradeMoves:
    if checked.moves is None:
        raise FindingsError(checked.findings)
    return checked.moves


def _without(moves: GradeMoves, firms: Collection[str]) -> GradeMoves:
    """The moves without those of firms whose grade a what-if sets: the what-if stands in the place of their history."""
    if not firms:
        return moves
    return GradeMoves(
        frame=moves.frame[~moves.frame["enterprise_id"].isin(list(firms))], file=moves.file, sha256=moves.sha256
    )
