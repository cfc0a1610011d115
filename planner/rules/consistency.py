"""What no rulebook may contradict, on whatever day: one function a claim, each telling all offenders."""

from collections import Counter
from collections.abc import Callable, Iterator
from collections.abc import Set as AbstractSet
from dataclasses import replace

from planner.errors import Finding, Place, finding
from planner.rules.kinds import find_unfit_rules
from planner.rules.places import all_rules, all_values, city_place, entry_place, rule_place
from planner.rules.records import DatedValue, Rule
from planner.rules.registers import KeyIndustry
from planner.rules.rulebook import Rulebook
from planner.rules.warning_checks import cited_by_warnings, find_warning_contradictions

__all__ = ["find_contradictions"]

INSTRUMENTS = "instruments.yaml"
REGISTER = "industries/register.yaml"
HISTORY = "history.yaml"
CITY_CODE_DIGITS = 4
KEY_INDUSTRIES = 39
WORDS = {
    "warning.procedure.signer.": ("mayor", "deputy_mayor"),
    "warning.procedure.cause.": ("mandatory", "health_notice"),
}
"""Words that values of procedure may hold in place of free text, by the beginning of their ids."""


def find_contradictions(rulebook: Rulebook, broken: AbstractSet[str] = frozenset()) -> list[Finding]:
    """All contradictions; a claim about files that could not be read (`broken`) is not judged."""
    claims: tuple[tuple[Callable[[Rulebook], Iterator[Finding]], tuple[str, ...]], ...] = (
        (_unknown_instruments, (INSTRUMENTS,)),
        (_twice, ()),
        (_dates_out_of_order, ()),
        (_values_unlike_their_unit, ()),
        (find_unfit_rules, ()),
        (_unknown_scopes, (REGISTER,)),
        (_unknown_words, ()),
        (_holes_of_the_register, (REGISTER,)),
        (_unknown_turned_on, ("national/", "industries/", "warning/")),
        (_foreign_rules_of_cities, ("national/", "industries/", "warning/")),
        (_foreign_areas, ()),
        (_unknown_in_registers, (REGISTER,)),
        (find_warning_contradictions, ("warning/",)),
    )
    judged = (claim for claim, needs in claims if not any(file.startswith(needs) for file in broken if needs))
    return [item for claim in judged for item in claim(rulebook)]


def _unknown_instruments(rulebook: Rulebook) -> Iterator[Finding]:
    known = {item.id for item in rulebook.instruments}
    for where, instrument in _cited(rulebook):
        if instrument not in known:
            yield finding("rules.instrument.unknown", where=where, value=instrument)


def _cited(rulebook: Rulebook) -> Iterator[tuple[Place, str]]:
    for where, _, dated in all_values(rulebook):
        yield replace(where, column=f"{where.column}.instrument"), dated.instrument
        for index, item in enumerate(dated.rejected):
            yield replace(where, column=f"{where.column}.rejected[{index}].instrument"), item.instrument
    yield from cited_by_warnings(rulebook)
    for witness in rulebook.history:
        yield entry_place(HISTORY, f"witnesses[{witness.id}].instrument"), witness.instrument
    for industry in rulebook.industries:
        yield entry_place(REGISTER, f"industries[{industry.code}].instrument"), industry.instrument
    for overlay in rulebook.cities:
        for index, instrument in enumerate(overlay.instruments):
            yield city_place(overlay, f"instruments[{index}]"), instrument
        for group in overlay.area_groups:
            yield city_place(overlay, f"area_groups[{group.code}].instrument"), group.instrument


def _twice(rulebook: Rulebook) -> Iterator[Finding]:
    named: list[tuple[Place, str]] = []
    named += [(entry_place(INSTRUMENTS, f"instruments[{item.id}]"), item.id) for item in rulebook.instruments]
    for item in rulebook.industries:
        named.append((entry_place(REGISTER, f"industries[{item.code}]"), item.code))
        inner = f"industries[{item.code}].sub_processes"
        named += [(entry_place(REGISTER, f"{inner}[{part.code}]"), part.code) for part in item.sub_processes]
    named += [(rule_place(file, rule), rule.id) for file, rule in all_rules(rulebook)]
    for overlay in rulebook.cities:
        named += [(city_place(overlay, f"areas[{area.code}]"), area.code) for area in overlay.areas]
        named += [(city_place(overlay, f"area_groups[{group.code}]"), group.code) for group in overlay.area_groups]
        named += [(city_place(overlay, "turns_on"), rule_id) for rule_id in overlay.turns_on]
    named += [(entry_place(HISTORY, f"witnesses[{item.id}]"), item.id) for item in rulebook.history]
    named += [(Place(file="cities", column=overlay.code), overlay.code) for overlay in rulebook.cities]
    yield from (
        finding("rules.id.twice", where=where, value=name) for (where, name), n in Counter(named).items() if n > 1
    )


def _dates_out_of_order(rulebook: Rulebook) -> Iterator[Finding]:
    for file, rule in all_rules(rulebook):
        days = [dated.from_day for dated in rule.values]
        for index in range(1, len(days)):
            if days[index] <= days[index - 1]:
                where = rule_place(file, rule, f".values[{index}].from")
                yield finding("rules.value.date_order", where=where, value=days[index], before=days[index - 1])


def _values_unlike_their_unit(rulebook: Rulebook) -> Iterator[Finding]:
    for where, _, dated in all_values(rulebook):
        if dated.value is not None and not _fits_unit(dated):
            place = replace(where, column=f"{where.column}.value")
            yield finding("rules.value.unlike_unit", where=place, value=dated.value, unit=dated.unit)


def _fits_unit(dated: DatedValue) -> bool:
    value = dated.value
    if dated.unit == "flag":
        return isinstance(value, bool)
    if dated.unit == "text":
        return isinstance(value, str)
    if isinstance(value, bool) or not isinstance(value, int | float):
        return False
    if dated.unit in {"lines", "emission_standard"} and not isinstance(value, int):
        return False
    return value >= 0.0 and (dated.unit != "share" or value <= 1.0)


def _unknown_scopes(rulebook: Rulebook) -> Iterator[Finding]:
    for file, rule in all_rules(rulebook):
        industry, sub_process = rule.scope.industry, rule.scope.sub_process
        known = rulebook.industry(industry)
        if industry and known is None:
            yield finding("rules.scope.unknown", where=rule_place(file, rule, ".scope.industry"), value=industry)
        searched = (known,) if known else rulebook.industries
        if sub_process and not any(item.sub_process(sub_process) for item in searched):
            yield finding("rules.scope.unknown", where=rule_place(file, rule, ".scope.sub_process"), value=sub_process)
        elif known is not None and rule.scope.grade is not None:
            yield from _grade_outside(known, rule, rule_place(file, rule, ".scope.grade"))


def _grade_outside(industry: KeyIndustry, rule: Rule, where: Place) -> Iterator[Finding]:
    """A grade that no row of the industry, or of its process, may carry: the rule would never speak."""
    scope = rule.scope
    parts = (part for part in industry.sub_processes if scope.sub_process in ("", part.code))
    known = list(dict.fromkeys(str(grade) for part in parts for grade in part.grades))
    if known and str(scope.grade) not in known:
        yield finding("rules.scope.grade", where=where, value=scope.grade, expected=", ".join(known))


def _unknown_words(rulebook: Rulebook) -> Iterator[Finding]:
    """Words of procedure that the advice reads; who else signs is written as the office is called."""
    for where, rule, dated in all_values(rulebook):
        known = next((words for prefix, words in WORDS.items() if rule.id.startswith(prefix)), None)
        if known and isinstance(dated.value, str) and dated.value.isascii() and dated.value not in known:
            place = replace(where, column=f"{where.column}.value")
            yield finding("rules.value.unknown_word", where=place, value=dated.value, expected=", ".join(known))


def _holes_of_the_register(rulebook: Rulebook) -> Iterator[Finding]:
    """Every number from 0 to 39 once, every process with a scheme of grades, each grade once."""
    numbers = Counter(item.number for item in rulebook.industries)
    for number in range(KEY_INDUSTRIES + 1):
        if numbers[number] != 1:
            where = entry_place(REGISTER, "industries")
            yield finding("rules.register.number", where=where, value=number, count=numbers[number])
    for industry in rulebook.industries:
        for part in industry.sub_processes:
            if not part.grades or len(set(part.grades)) != len(part.grades):
                where = entry_place(REGISTER, f"industries[{industry.code}].sub_processes[{part.code}].grades")
                yield finding("rules.register.scheme", where=where, value=", ".join(part.grades))


def _unknown_turned_on(rulebook: Rulebook) -> Iterator[Finding]:
    for overlay in rulebook.cities:
        known = {rule.id for rule in (*rulebook.rules, *overlay.rules)}
        for index, rule_id in enumerate(overlay.turns_on):
            if rule_id not in known:
                where = city_place(overlay, f"turns_on[{index}]")
                yield finding("rules.city.turns_on_unknown", where=where, value=rule_id)


def _foreign_rules_of_cities(rulebook: Rulebook) -> Iterator[Finding]:
    """A city's rule carries the id of a national rule, whose place it takes, or an id of the city's own."""
    national = {rule.id for rule in rulebook.rules}
    for overlay in rulebook.cities:
        prefix = f"cities.{overlay.slug}."
        for rule in overlay.rules:
            if rule.id not in national and not rule.id.startswith(prefix):
                where = rule_place(city_place(overlay).file, rule, ".id")
                code = "rules.id.misplaced" if rule.id.startswith("cities.") else "rules.city.rule_unknown"
                yield finding(code, where=where, value=rule.id, expected=prefix)


def _foreign_areas(rulebook: Rulebook) -> Iterator[Finding]:
    for overlay in rulebook.cities:
        for area in overlay.areas:
            if area.code[:CITY_CODE_DIGITS] != overlay.code[:CITY_CODE_DIGITS]:
                where = city_place(overlay, f"areas[{area.code}].code")
                yield finding("rules.city.foreign_area", where=where, value=area.code, city=overlay.code)


def _unknown_in_registers(rulebook: Rulebook) -> Iterator[Finding]:
    """Industries, processes and areas that missing cells, witnesses and groups of areas name, and nobody knows."""
    for item in rulebook.missing:
        industry = rulebook.industry(item.industry)
        if industry is None or industry.sub_process(item.sub_process) is None:
            where = entry_place(f"industries/{item.industry}.yaml", "missing")
            yield finding("rules.scope.unknown", where=where, value=f"{item.industry}.{item.sub_process}")
    for witness in rulebook.history:
        if rulebook.industry(witness.industry) is None:
            where = entry_place(HISTORY, f"witnesses[{witness.id}].industry")
            yield finding("rules.scope.unknown", where=where, value=witness.industry)
    for overlay in rulebook.cities:
        known = {area.code for area in overlay.areas}
        for group in overlay.area_groups:
            for code in sorted(set(group.areas) - known):
                where = city_place(overlay, f"area_groups[{group.code}].areas")
                yield finding("rules.city.group_area_unknown", where=where, value=code)
