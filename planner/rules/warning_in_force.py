"""Which law of warnings holds for a city on a day: the standard, the regime, the variants, the numbers of procedure."""

from dataclasses import dataclass
from datetime import date

from planner.rules.in_force import value_on
from planner.rules.records import DatedValue, Instrument, Rule
from planner.rules.rulebook import CityOverlay, Rulebook, RulesInForce
from planner.rules.warning_records import AqiCategory, AqiStandard, CriteriaSet

__all__ = ["ProcedureValue", "WarningInForce", "warning_in_force"]

PROCEDURE = "warning.procedure."


@dataclass(frozen=True, slots=True, kw_only=True)
class ProcedureValue:
    """A number or word of procedure: `id` without its prefix, its value and source; `title_zh` for papers."""

    id: str
    value: float | int | str | bool
    title: str
    title_zh: str
    dated: DatedValue
    instrument: Instrument


@dataclass(frozen=True, slots=True, kw_only=True)
class WarningInForce:
    """The law of warnings that a forecast is judged by.

    Attributes:
        on: the day whose law holds.
        city: the city whose variants and own procedure count.
        standard: how the index is computed; `next_standard` follows it, None where none is known.
        regime: the national criteria; `variants`: what the city selected and is in force.
        instruments: those that standard, regime and variants cite.
        before_first: whether the day lies before the first known standard or regime, which then stands in.
        procedure: by id, the city's own in the place of the national one.
    """

    on: date
    city: CityOverlay
    standard: AqiStandard
    next_standard: AqiStandard | None
    categories: tuple[AqiCategory, ...]
    regime: CriteriaSet
    variants: tuple[CriteriaSet, ...]
    instruments: tuple[Instrument, ...]
    before_first: bool
    procedure: tuple[ProcedureValue, ...]

    def value(self, name: str) -> ProcedureValue | None:
        """The value of procedure of this name, such as `lift.hours`; None where none is in force."""
        return next((item for item in self.procedure if item.id == name), None)

    def number(self, name: str) -> float:
        """A number of procedure; 0 where none is in force: nothing is then asked."""
        found = self.value(name)
        return float(found.value) if found is not None and not isinstance(found.value, str) else 0.0

    def word(self, name: str) -> str:
        """A word of procedure, '' where none is in force."""
        found = self.value(name)
        return found.value if found is not None and isinstance(found.value, str) else ""

    def instrument(self, instrument_id: str) -> Instrument:
        """The registry's entry of a cited instrument.

        Raises:
            KeyError: where the law in force does not cite it.
        """
        for item in self.instruments:
            if item.id == instrument_id:
                return item
        raise KeyError(instrument_id)


def warning_in_force(rulebook: Rulebook, rules: RulesInForce) -> WarningInForce | None:
    """The law of warnings for the city and the day of the rules in force; None where the rulebook has none.

    On a day before the first known standard or regime the first one stands in, and `before_first` says so; a number
    of procedure that began later stands in likewise.
    """
    on, overlay, law = rules.on, rules.city, rulebook.warning
    if not law.standards or not law.regimes:
        return None
    standards = [item for item in law.standards if item.source.from_day <= on] or [law.standards[0]]
    regimes = [item for item in law.regimes if item.source.from_day <= on] or [law.regimes[0]]
    variants = tuple(
        item for item in law.variants if item.id in overlay.warning_variants and item.source.from_day <= on
    )
    sources = (standards[-1].source, regimes[-1].source, *(item.source for item in variants))
    cited = {source.instrument for source in sources}
    return WarningInForce(
        on=on,
        city=overlay,
        standard=standards[-1],
        next_standard=next((item for item in law.standards if item.source.from_day > on), None),
        categories=law.categories,
        regime=regimes[-1],
        variants=variants,
        instruments=tuple(item for item in rulebook.instruments if item.id in cited),
        before_first=standards[-1].source.from_day > on or regimes[-1].source.from_day > on,
        procedure=_procedure(rulebook, rules),
    )


def _procedure(rulebook: Rulebook, rules: RulesInForce) -> tuple[ProcedureValue, ...]:
    found = [_value(item.rule, item.dated, item.instrument) for item in rules.rules if item.id.startswith(PROCEDURE)]
    registry = {item.id: item for item in rulebook.instruments}
    later = (
        _value(rule, rule.values[0], registry[rule.values[0].instrument])
        for rule in rulebook.rules
        if rule.id.startswith(PROCEDURE) and _stands_in(rule, rules.on)
    )
    known = {item.id for item in found}
    return (*found, *(item for item in later if item.id not in known))


def _stands_in(rule: Rule, on: date) -> bool:
    """Whether a number that began later is used before its first day: what follows from a cause is not."""
    return value_on(rule, on) is None and not rule.id.startswith(f"{PROCEDURE}cause.")


def _value(rule: Rule, dated: DatedValue, instrument: Instrument) -> ProcedureValue:
    return ProcedureValue(
        id=rule.id.removeprefix(PROCEDURE),
        value=dated.value if dated.value is not None else False,
        title=rule.title,
        title_zh=rule.title_zh,
        dated=dated,
        instrument=instrument,
    )
