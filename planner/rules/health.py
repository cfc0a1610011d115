"""The health of a rulebook on a day: what `planner rules check` tells and a test holds."""

import itertools
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import date, timedelta

from planner.errors import Finding, Severity, finding
from planner.rules.consistency import find_contradictions
from planner.rules.coverage import find_uncovered
from planner.rules.in_force import in_force, value_on
from planner.rules.places import all_rules, all_values, city_place, entry_place
from planner.rules.records import Rule
from planner.rules.rulebook import Rulebook
from planner.rules.warning_checks import all_sources, cited_by_warnings
from planner.terms import LEVELS, Evidence, Level

__all__ = ["check_rulebook"]

LONGEST_UNSEEN = timedelta(days=365)
NEEDED = (
    *(f"national.reduction.share.{level}" for level in LEVELS),
    *(f"national.reduction.exchange.sum.{level}" for level in LEVELS),
    "national.reduction.exchange.pollutant_floor",
    "national.reduction.exchange.warning_factor",
    "national.transport.bulk_vehicles_per_day",
    "warning.procedure.lift.hours",
    "warning.procedure.valid.day.hours",
    "warning.procedure.ensemble.share",
)
"""Rules that the model reads by id and cannot do without."""


def check_rulebook(rulebook: Rulebook, on: date, today: date | None = None) -> tuple[Finding, ...]:
    """Everything wrong or worth a look on the day: contradictions, stale values, weaker measures at higher levels.

    Errors are what no plan may rest on; a value that nobody looked at for a year is a warning.

    Args:
        on: the day whose rules are looked at.
        today: no value can have been compared with its source after it; None: that is not asked.
    """
    checks: tuple[Callable[[Rulebook, date], Iterable[Finding]], ...] = (
        _needed_but_off,
        _weaker_when_graver,
        _not_seen_for_a_year,
        _turned_on_in_vain,
        _never_cited,
    )
    contradictions = [*find_contradictions(rulebook), *find_uncovered(rulebook)]
    if contradictions:
        return tuple(contradictions)
    found = tuple(item for check in checks for item in check(rulebook, on))
    return found if today is None else (*found, *_seen_later(rulebook, today))


def _needed_but_off(rulebook: Rulebook, on: date) -> Iterator[Finding]:
    for overlay in rulebook.cities:
        rules = in_force(rulebook, on, overlay.slug)
        for rule_id in NEEDED:
            if rules.find(rule_id) is None:
                yield finding("rules.needed.off", where=city_place(overlay), value=rule_id, on=on)


def _weaker_when_graver(rulebook: Rulebook, on: date) -> Iterator[Finding]:
    """A measure or target at a level is never below that of a lighter level, for the nation and for each city."""
    national = tuple((rule, value.value) for rule in rulebook.rules if (value := value_on(rule, on)) is not None)
    views = [national, *(_city_view(rulebook, on, overlay.slug) for overlay in rulebook.cities)]
    found = (item for view in views for item in _weaker_in(rulebook, view))
    yield from dict.fromkeys(found)


View = tuple[tuple[Rule, float | int | str | bool | None], ...]


def _city_view(rulebook: Rulebook, on: date, slug: str) -> View:
    return tuple((item.rule, item.value) for item in in_force(rulebook, on, slug).rules)


def _weaker_in(rulebook: Rulebook, view: View) -> Iterator[Finding]:
    strength: dict[tuple[str, ...], dict[Level, float]] = {}
    answered = _answered_levels(view)
    for rule, value in view:
        if rule.scope.level is not None and isinstance(value, int | float) and not _is_a_city_s_number(rule):
            levels = answered.get(_scope_key(rule), frozenset()) if rule.scope.industry else frozenset(LEVELS)
            by_level = strength.setdefault(_family(rule), {level: 0.0 for level in LEVELS if level in levels})
            by_level[rule.scope.level] = max(by_level[rule.scope.level], float(value))
    files = {rule.id: file for file, rule in all_rules(rulebook)}
    for family, by_level in strength.items():
        for lighter, graver in itertools.pairwise(by_level):
            if by_level[graver] < by_level[lighter]:
                member = next(rule for rule, _ in view if rule.scope.level is not None and _family(rule) == family)
                where = entry_place(files[member.id], f"rules[{member.id}]")
                # A source of one level may be silent on a duty that another level's names: worth a look, no more.
                severity = Severity.WARNING if member.kind == "duty" else Severity.ERROR
                yield finding("rules.level.weaker", severity, where, value=member.id, lighter=lighter, graver=graver)


def _is_a_city_s_number(rule: Rule) -> bool:
    """A number that no plan is built from: whether more of it is stricter only its readers know."""
    return rule.kind == "parameter" and rule.id.startswith("cities.")


def _answered_levels(view: View) -> dict[tuple[str, ...], frozenset[Level]]:
    """Levels at which an industry's own rules say anything: a missing cell is no weaker measure."""
    levels: dict[tuple[str, ...], set[Level]] = {}
    for rule, _ in view:
        if rule.scope.level is not None:
            levels.setdefault(_scope_key(rule), set()).add(rule.scope.level)
    return {key: frozenset(item) for key, item in levels.items()}


def _scope_key(rule: Rule) -> tuple[str, ...]:
    scope = rule.scope
    return (scope.industry, scope.sub_process, str(scope.grade or ""))


def _family(rule: Rule) -> tuple[str, ...]:
    """What is compared across levels: floors that are shares of one scope together, other floors and duties by measure.

    The rest is compared by id.
    """
    scope = rule.scope
    conditions = "".join(f"{item.column}{item.at_least}{item.below}" for item in scope.conditions)
    key = (rule.kind, *_scope_key(rule), scope.pollutant, conditions)
    if rule.kind == "floor":
        return key if rule.values[0].unit == "share" else (*key, str(rule.measure))
    if rule.kind == "duty":
        return (*key, str(rule.measure))
    return (*key, ".".join(part for part in rule.id.split(".") if part != scope.level))


def _not_seen_for_a_year(rulebook: Rulebook, on: date) -> Iterator[Finding]:
    for where, _, dated in all_values(rulebook):
        if on - dated.still_valid_on > LONGEST_UNSEEN:
            place = replace(where, column=f"{where.column}.still_valid_on")
            yield finding("rules.value.stale", Severity.WARNING, place, value=dated.still_valid_on, on=on)
    for where, source in all_sources(rulebook):
        if on - source.still_valid_on > LONGEST_UNSEEN:
            yield finding("rules.value.stale", Severity.WARNING, where, value=source.still_valid_on, on=on)


def _seen_later(rulebook: Rulebook, today: date) -> Iterator[Finding]:
    for where, _, dated in all_values(rulebook):
        if dated.still_valid_on > today:
            place = replace(where, column=f"{where.column}.still_valid_on")
            yield finding("rules.value.seen_later", Severity.WARNING, place, value=dated.still_valid_on, on=today)


def _turned_on_in_vain(rulebook: Rulebook, on: date) -> Iterator[Finding]:
    recalled = {rule.id for _, rule, dated in all_values(rulebook) if dated.evidence is Evidence.RECALLED}
    for overlay in rulebook.cities:
        for index, rule_id in enumerate(overlay.turns_on):
            if rule_id not in recalled:
                where = city_place(overlay, f"turns_on[{index}]")
                yield finding("rules.city.turns_on_needless", Severity.WARNING, where, value=rule_id, on=on)


def _never_cited(rulebook: Rulebook, on: date) -> Iterator[Finding]:
    cited = {dated.instrument for _, _, dated in all_values(rulebook)}
    cited |= {item.instrument for _, _, dated in all_values(rulebook) for item in dated.rejected}
    cited |= {item.instrument for item in rulebook.industries} | {item.instrument for item in rulebook.history}
    cited |= {instrument for _, instrument in cited_by_warnings(rulebook)}
    cited |= {group.instrument for overlay in rulebook.cities for group in overlay.area_groups}
    cited |= {instrument for overlay in rulebook.cities for instrument in overlay.instruments}
    for item in rulebook.instruments:
        if item.id not in cited:
            where = entry_place("instruments.yaml", f"instruments[{item.id}]")
            yield finding("rules.instrument.uncited", Severity.NOTE, where, value=item.id, on=on)
