"""What the law of warnings may not contradict: tables, conditions, first days, and what cities select."""

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from planner.errors import Finding, Place, finding
from planner.rules.places import city_place, entry_place
from planner.rules.rulebook import Rulebook
from planner.rules.warning_records import DAY_HOURS, AqiItem, AqiStandard, CriteriaSet, LawSource, WarningCondition

__all__ = ["all_sources", "cited_by_warnings", "find_warning_contradictions"]

AQI = "warning/aqi.yaml"
CRITERIA = "warning/criteria.yaml"
VARIANTS = "warning/variants.yaml"
HOURLY = frozenset({"aqi_1h", "so2_1h"})


def all_sources(rulebook: Rulebook) -> Iterator[tuple[Place, LawSource]]:
    """Every standard, regime and variant with its place and its source."""
    law = rulebook.warning
    for item in law.standards:
        yield entry_place(AQI, f"standards[{item.id}]"), item.source
    for file, name, sets in ((CRITERIA, "regimes", law.regimes), (VARIANTS, "variants", law.variants)):
        for found in sets:
            yield entry_place(file, f"{name}[{found.id}]"), found.source


def cited_by_warnings(rulebook: Rulebook) -> Iterator[tuple[Place, str]]:
    """Every instrument that the law of warnings cites, with the place that cites it."""
    for where, source in all_sources(rulebook):
        yield entry_place(where.file, f"{where.column}.instrument"), source.instrument
    for item in rulebook.warning.categories:
        yield entry_place(AQI, f"categories[{item.code}].instrument"), item.instrument


def find_warning_contradictions(rulebook: Rulebook) -> Iterator[Finding]:
    """Everything wrong with the law of warnings itself and with what cities select of it."""
    law = rulebook.warning
    yield from _same_first_day(tuple(item.source for item in law.standards), AQI, "standards")
    yield from _same_first_day(tuple(item.source for item in law.regimes), CRITERIA, "regimes")
    yield from _named_twice(rulebook)
    for standard in law.standards:
        yield from _unsound_table(standard)
    for file, name, sets in ((CRITERIA, "regimes", law.regimes), (VARIANTS, "variants", law.variants)):
        for item in sets:
            yield from _unsound_conditions(item, entry_place(file, f"{name}[{item.id}]"))
    yield from _categories_out_of_order(rulebook)
    yield from _unknown_variants(rulebook)


def _same_first_day(sources: tuple[LawSource, ...], file: str, name: str) -> Iterator[Finding]:
    for earlier, later in pairwise(sources):
        if earlier.from_day == later.from_day:
            yield finding("rules.warning.same_day", where=entry_place(file, name), value=later.from_day)


def _named_twice(rulebook: Rulebook) -> Iterator[Finding]:
    law = rulebook.warning
    named = [(AQI, item.id) for item in law.standards]
    named += [(CRITERIA, name) for item in law.regimes for name in (item.id, *(each.id for each in item.criteria))]
    named += [(VARIANTS, name) for item in law.variants for name in (item.id, *(each.id for each in item.criteria))]
    for (file, name), count in Counter(named).items():
        if count > 1:
            yield finding("rules.id.twice", where=entry_place(file, name), value=name)


def _unsound_table(standard: AqiStandard) -> Iterator[Finding]:
    where = f"standards[{standard.id}]"
    if any(later <= earlier for earlier, later in pairwise(standard.steps)):
        yield finding("rules.warning.not_rising", where=entry_place(AQI, f"{where}.steps"), value=where)
    known = {item.code for item in standard.items}
    wanted = {*standard.daily_items, *standard.hourly_items, *(item.above_item for item in standard.items)} - {""}
    for code in sorted(wanted - known):
        yield finding("rules.warning.item_unknown", where=entry_place(AQI, where), value=code)
    for item in standard.items:
        yield from _unsound_item(item, standard, entry_place(AQI, f"{where}.items[{item.code}]"))


def _unsound_item(item: AqiItem, standard: AqiStandard, where: Place) -> Iterator[Finding]:
    if any(later <= earlier for earlier, later in pairwise(item.breakpoints)):
        yield finding("rules.warning.not_rising", where=where, value=item.code)
    points, steps = len(item.breakpoints), len(standard.steps)
    is_short = points < steps
    speaks_above = item.above_iaqi is not None or bool(item.above_item)
    if points > steps or is_short != speaks_above:
        yield finding("rules.warning.breakpoints", where=where, value=points, steps=steps)


def _unsound_conditions(item: CriteriaSet, where: Place) -> Iterator[Finding]:
    for criterion in item.criteria:
        place = entry_place(where.file, f"{where.column}.criteria[{criterion.id}]")
        if not criterion.id.startswith(f"{item.id}."):
            yield finding("rules.id.misplaced", where=place, value=criterion.id, expected=f"{item.id}.")
        for condition in criterion.conditions:
            if not _is_sound(condition):
                yield finding("rules.warning.condition", where=place, value=condition.quantity, hours=condition.hours)


def _is_sound(condition: WarningCondition) -> bool:
    one_threshold = (condition.over is None) != (condition.at_least is None)
    hours_fit = condition.hours < DAY_HOURS if condition.quantity in HOURLY else condition.hours % DAY_HOURS == 0
    return one_threshold and hours_fit


def _categories_out_of_order(rulebook: Rulebook) -> Iterator[Finding]:
    least = [item.least for item in rulebook.warning.categories]
    if any(later <= earlier for earlier, later in pairwise(least)):
        yield finding("rules.warning.not_rising", where=entry_place(AQI, "categories"), value="least")


def _unknown_variants(rulebook: Rulebook) -> Iterator[Finding]:
    known = {item.id for item in rulebook.warning.variants}
    for overlay in rulebook.cities:
        for index, name in enumerate(overlay.warning_variants):
            if name not in known:
                where = city_place(overlay, f"warning.variants[{index}]")
                yield finding("rules.warning.variant_unknown", where=where, value=name, known=", ".join(sorted(known)))
