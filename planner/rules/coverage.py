"""Whether every cell (key industry x process x grade x level) is answered in exactly one way, on every day."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import pairwise, product

from planner.errors import Finding, finding
from planner.rules.places import entry_place
from planner.rules.records import Rule, Scope
from planner.rules.rulebook import Rulebook, RulesInForce
from planner.terms import LEVELS, Answer, Evidence, Grade, Level

__all__ = ["Cell", "answer_of", "cells", "find_uncovered"]

ORDERING = frozenset({"floor", "duty"})


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Cell:
    """One cell of the guide: what a firm of this process and grade must do at a level."""

    industry: str
    sub_process: str
    grade: Grade
    level: Level


@dataclass(frozen=True, slots=True, kw_only=True)
class _Statement:
    """An answer that holds from a day on and before another (None: open)."""

    answer: Answer
    from_day: date
    until: date | None

    def holds(self, on: date) -> bool:
        return self.from_day <= on and (self.until is None or on < self.until)


def cells(rulebook: Rulebook) -> tuple[Cell, ...]:
    """All cells of the register, in its order; firms of no key industry have none."""
    return tuple(
        Cell(industry=industry.code, sub_process=part.code, grade=grade, level=level)
        for industry in rulebook.industries
        if industry.number
        for part in industry.sub_processes
        for grade, level in product(part.grades, LEVELS)
    )


def answer_of(rules: RulesInForce, cell: Cell) -> Answer:
    """How the cell is answered in a city on its day; recalled values that the city turned on leave it missing.

    A rule of the industry's own answers before the standing of the grade.
    """
    own = [item.rule for item in rules.rules if item.rule.kind in ORDERING and _speaks_of(item.rule.scope, cell)]
    answers = {rule.answer for rule in own} - {Answer.MISSING}
    if answers:
        return Answer.SOURCED if Answer.SOURCED in answers else min(answers)
    graded = (item.rule for item in rules.of_kind("standing") if item.rule.scope.grade is cell.grade)
    return next((rule.answer for rule in graded), Answer.MISSING)


def find_uncovered(rulebook: Rulebook) -> Iterator[Finding]:
    """Cells without an answer, or with two, on any day since the first edition; one finding a cell and stretch.

    Rulebooks without a list of missing cells (small ones made by hand) make no claim of coverage.
    """
    if not rulebook.missing:
        return
    first = min(item.from_day for item in rulebook.missing)
    for cell in cells(rulebook):
        spoken = _statements(rulebook, cell)
        days = sorted({first, *(day for item in spoken for day in (item.from_day, item.until) if day and day > first)})
        yield from _judged(cell, spoken, days)


def _judged(cell: Cell, spoken: list[_Statement], days: list[date]) -> Iterator[Finding]:
    previous: frozenset[Answer] | None = None
    for day, _ in pairwise([*days, date.max]):
        answers = frozenset(item.answer for item in spoken if item.holds(day))
        if len(answers) != 1 and answers != previous:
            where = entry_place(f"industries/{cell.industry}.yaml", f"{cell.sub_process}.{cell.grade}.{cell.level}")
            code = "rules.cell.two_answers" if answers else "rules.cell.unanswered"
            yield finding(code, where=where, value=", ".join(sorted(answers)), day=day.isoformat())
        previous = answers


def _statements(rulebook: Rulebook, cell: Cell) -> list[_Statement]:
    """What the industry's rules and the list of missing cells say; where both are silent, the grade's standing."""
    own = [item for rule in _ordering_rules(rulebook, cell) for item in _of_rule(rule)]
    own += [
        _Statement(answer=Answer.MISSING, from_day=item.from_day, until=item.until)
        for item in rulebook.missing
        if (item.industry, item.sub_process) == (cell.industry, cell.sub_process)
        and cell.grade in item.grades
        and cell.level in item.levels
    ]
    standing = (rule for rule in rulebook.rules if rule.kind == "standing" and rule.scope.grade is cell.grade)
    return own + [item for rule in standing for item in _of_rule(rule) if rule.scope.grade is not None]


def _ordering_rules(rulebook: Rulebook, cell: Cell) -> Iterator[Rule]:
    return (rule for rule in rulebook.rules if rule.kind in ORDERING and _speaks_of(rule.scope, cell))


def _of_rule(rule: Rule) -> Iterator[_Statement]:
    """Its dated values, but for recalled ones (which answer nothing) and ended ones."""
    for index, dated in enumerate(rule.values):
        follows = rule.values[index + 1].from_day if index + 1 < len(rule.values) else None
        if dated.value is not None and dated.evidence is not Evidence.RECALLED:
            yield _Statement(answer=rule.answer, from_day=dated.from_day, until=follows)


def _speaks_of(scope: Scope, cell: Cell) -> bool:
    """Whether a rule of an industry's own reaches the cell."""
    return (
        scope.industry == cell.industry
        and scope.sub_process in ("", cell.sub_process)
        and scope.grade in (None, cell.grade)
        and scope.level in (None, cell.level)
    )
