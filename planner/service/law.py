"""The law as panel and command line ask for it: what is in force, what changed, what a city has confirmed."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from planner.errors import Finding, FindingsError, Place, finding
from planner.rules import (
    Cell,
    CellAnswer,
    Confirmation,
    IndustryCoverage,
    Rulebook,
    RulesInForce,
    WeighedConfirmation,
    cell_answer,
    check_confirmation,
    confirm,
    coverage_of,
    in_force,
    seal,
    weigh_confirmations,
)
from planner.store import Store, StoredConfirmation
from planner.terms import BEIJING

__all__ = ["Law", "RecordedWord"]


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordedWord:
    """A confirmation as the store holds it, with what has become of it."""

    weighed: WeighedConfirmation
    recorded_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Law:
    """Every question about rules over one rulebook and the confirmations of one store; cities go by their slug."""

    store: Store
    rulebook: Rulebook

    def rules(self, city: str, on: date) -> RulesInForce:
        """The rules in force in a city on a day, its confirmations applied."""
        return self.rules_with(city, on, self._words(city))

    def rules_with(self, city: str, on: date, words: Iterable[Confirmation]) -> RulesInForce:
        """The same with these confirmations and no others."""
        return confirm(in_force(self.rulebook, on, city), words)

    def record(self, said: Confirmation, now: datetime) -> Confirmation:
        """The confirmation or withdrawal, bound to the value in force on its day and kept for good.

        Raises:
            FindingsError: with everything that stands against it; then nothing is kept.
        """
        rules = self.rules(said.city, said.on)
        found = check_confirmation(said, self.rulebook, rules, now.astimezone(BEIJING).date())
        if found:
            raise FindingsError(found)
        sealed = seal(said, rules)
        self.store.add_confirmation(_to_store(sealed, now))
        return sealed

    def recorded(self, city: str, on: date) -> tuple[RecordedWord, ...]:
        """Every word of a city and what has become of it by the day, the first one first."""
        stored = self.store.confirmations(city)
        weighed = weigh_confirmations(in_force(self.rulebook, on, city), map(_from_store, stored))
        return tuple(
            RecordedWord(weighed=item, recorded_at=row.recorded_at) for item, row in zip(weighed, stored, strict=True)
        )

    def cell(self, city: str, on: date, cell: Cell) -> CellAnswer:
        """How a cell of the guide is answered.

        Raises:
            FindingsError: where the register knows no such industry, process or grade.
        """
        found = _unknown(self.rulebook, cell)
        if found:
            raise FindingsError(found)
        return cell_answer(self.rulebook, self.rules(city, on), cell)

    def coverage(self, city: str, on: date) -> tuple[IndustryCoverage, ...]:
        """How many cells of each key industry are answered in which way."""
        return coverage_of(self.rulebook, self.rules(city, on))

    def mark(self, city: str) -> int:
        """A number that grows with every word of a city: what was worked out before the last one is out of date."""
        return len(self.store.confirmations(city))

    def _words(self, city: str) -> tuple[Confirmation, ...]:
        return tuple(_from_store(row) for row in self.store.confirmations(city))


def _unknown(rulebook: Rulebook, cell: Cell) -> tuple[Finding, ...]:
    industry = rulebook.industry(cell.industry)
    if industry is None:
        return (_no_such("industry", cell.industry, (item.code for item in rulebook.industries)),)
    part = industry.sub_process(cell.sub_process)
    if part is None:
        return (_no_such("sub_process", cell.sub_process, (item.code for item in industry.sub_processes)),)
    return () if cell.grade in part.grades else (_no_such("grade", cell.grade, map(str, part.grades)),)


def _no_such(column: str, value: str, known: Iterable[str]) -> Finding:
    return finding("rules.cell.unknown", where=Place(column=column), value=value, known=", ".join(known))


def _to_store(said: Confirmation, now: datetime) -> StoredConfirmation:
    return StoredConfirmation(
        city=said.city,
        rule_id=said.rule_id,
        value_sha256=said.value_sha256,
        confirmed_by=said.by,
        role=said.role,
        confirmed_on=said.on,
        document=said.document,
        note=said.note,
        withdrawn=said.withdrawn,
        recorded_at=now,
    )


def _from_store(row: StoredConfirmation) -> Confirmation:
    return Confirmation(
        city=row.city,
        rule_id=row.rule_id,
        value_sha256=row.value_sha256,
        by=row.confirmed_by,
        role=row.role,
        on=row.confirmed_on,
        document=row.document,
        note=row.note,
        withdrawn=row.withdrawn,
    )
