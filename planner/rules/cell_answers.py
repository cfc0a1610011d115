"""All that the rulebook says of one cell in a city on a day: its answer, its measures, and what stands beside them."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from planner.rules.coverage import Cell, answer_of, cells
from planner.rules.records import DatedValue, Instrument, RejectedSource, Rule, Scope
from planner.rules.rulebook import Rulebook, RuleInForce, RulesInForce
from planner.terms import Answer, Evidence

__all__ = ["CellAnswer", "Edition", "IndustryCoverage", "Opposed", "cell_answer", "coverage_of"]

ORDERING = ("floor", "duty")
BESIDE = ("duty", "principle", "menu")


@dataclass(frozen=True, slots=True, kw_only=True)
class Opposed:
    """A source that says otherwise, the rule chosen over it and the reason."""

    rule_id: str
    source: RejectedSource
    instrument: Instrument
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """A value of the cell that does not hold on the day: `when` is earlier, later, or off (recalled, not turned on).

    Attributes:
        until: first day on which it no longer holds, None where it is open.
    """

    rule: Rule
    dated: DatedValue
    instrument: Instrument
    until: date | None
    when: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CellAnswer:
    """One cell answered.

    Attributes:
        measures: rules of the industry's own that order something here; `standing` those that leave the grade alone.
        beside: duties of every industry, principles and permitted measures of the grade.
        missing_note: what the list of missing cells says of it, '' where it says nothing.
    """

    cell: Cell
    answer: Answer
    measures: tuple[RuleInForce, ...]
    standing: tuple[RuleInForce, ...]
    beside: tuple[RuleInForce, ...]
    opposed: tuple[Opposed, ...]
    editions: tuple[Edition, ...]
    missing_note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class IndustryCoverage:
    """How many cells of an industry are answered in which way; `counts` in the order of Answer."""

    number: int
    code: str
    name_zh: str
    name_en: str
    counts: tuple[tuple[Answer, int], ...]

    @property
    def total(self) -> int:
        """Number of cells."""
        return sum(count for _, count in self.counts)


def cell_answer(rulebook: Rulebook, rules: RulesInForce, cell: Cell) -> CellAnswer:
    """What holds in a cell, with rejected sources and the editions before and after."""
    measures = tuple(item for item in rules.rules if item.rule.kind in ORDERING and _own(item.rule.scope, cell))
    standing = tuple(item for item in rules.of_kind("standing") if item.rule.scope.grade is cell.grade)
    registry = {item.id: item for item in rulebook.instruments}
    return CellAnswer(
        cell=cell,
        answer=answer_of(rules, cell),
        measures=measures,
        standing=standing,
        beside=tuple(item for item in rules.rules if item.rule.kind in BESIDE and _general(item.rule.scope, cell)),
        opposed=tuple(found for item in (*measures, *standing) for found in _opposed(item, registry)),
        editions=tuple(_editions(rulebook, rules, cell, registry)),
        missing_note=_missing_note(rulebook, rules.on, cell),
    )


def coverage_of(rulebook: Rulebook, rules: RulesInForce) -> tuple[IndustryCoverage, ...]:
    """The key industries in the guide's order, each with its cells counted by their answer."""
    counts: dict[str, Counter[Answer]] = {}
    for cell in cells(rulebook):
        counts.setdefault(cell.industry, Counter())[answer_of(rules, cell)] += 1
    return tuple(
        IndustryCoverage(
            number=industry.number,
            code=industry.code,
            name_zh=industry.name_zh,
            name_en=industry.name_en,
            counts=tuple((answer, counts[industry.code][answer]) for answer in Answer),
        )
        for industry in sorted(rulebook.industries, key=lambda item: item.number)
        if industry.code in counts
    )


def _own(scope: Scope, cell: Cell) -> bool:
    return scope.industry == cell.industry and _fits(scope, cell)


def _general(scope: Scope, cell: Cell) -> bool:
    """A rule of no industry that reaches the cell all the same; fleets and sites are processes of no industry."""
    return scope.industry == "" and scope.sub_process == "" and _fits(scope, cell)


def _fits(scope: Scope, cell: Cell) -> bool:
    return (
        scope.sub_process in ("", cell.sub_process)
        and scope.grade in (None, cell.grade)
        and scope.level in (None, cell.level)
    )


def _opposed(item: RuleInForce, registry: dict[str, Instrument]) -> Iterator[Opposed]:
    for source in item.dated.rejected:
        instrument = registry[source.instrument]
        yield Opposed(rule_id=item.id, source=source, instrument=instrument, reason=item.dated.reason)


def _editions(
    rulebook: Rulebook, rules: RulesInForce, cell: Cell, registry: dict[str, Instrument]
) -> Iterator[Edition]:
    in_force = {(item.id, item.dated.from_day) for item in rules.rules}
    for rule in (*rules.city.rules, *rulebook.rules):
        if rule.kind not in ORDERING or not _own(rule.scope, cell):
            continue
        for index, dated in enumerate(rule.values):
            if dated.value is None or (rule.id, dated.from_day) in in_force:
                continue
            until = rule.values[index + 1].from_day if index + 1 < len(rule.values) else None
            when = _when(dated, until, rules.on)
            yield Edition(rule=rule, dated=dated, instrument=registry[dated.instrument], until=until, when=when)


def _when(dated: DatedValue, until: date | None, on: date) -> str:
    if dated.from_day > on:
        return "later"
    if until is not None and until <= on:
        return "earlier"
    return "off" if dated.evidence is Evidence.RECALLED else "earlier"


def _missing_note(rulebook: Rulebook, on: date, cell: Cell) -> str:
    notes = (
        item.note
        for item in rulebook.missing
        if (item.industry, item.sub_process) == (cell.industry, cell.sub_process)
        and cell.grade in item.grades
        and cell.level in item.levels
        and item.from_day <= on
        and (item.until is None or on < item.until)
    )
    return next(notes, "")
