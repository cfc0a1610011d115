"""All rules together: a city's overlay, the rulebook, and what is in force of it."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from planner.rules.confirmed import Confirmation
from planner.rules.records import DatedValue, Instrument, Rule
from planner.rules.registers import AreaGroup, AreaName, KeyIndustry, MissingCells, Witness
from planner.rules.warning_records import WarningLaw

__all__ = [
    "CityOverlay",
    "RuleInForce",
    "Rulebook",
    "RulesInForce",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class CityOverlay:
    """What a city changes of the national rules, and nothing else.

    Attributes:
        turns_on: ids of rules with recalled values that the city takes into use, to be confirmed by it.
        rules: the city's own rules; one with the id of a national rule takes its place from its first day on.
        instruments: ids of the city's own instruments.
        warning_variants: ids of the criteria of warning/variants.yaml that the city selects.
    """

    slug: str
    code: str
    name_zh: str
    name_en: str
    areas: tuple[AreaName, ...]
    turns_on: tuple[str, ...]
    rules: tuple[Rule, ...]
    instruments: tuple[str, ...] = ()
    area_groups: tuple[AreaGroup, ...] = ()
    warning_variants: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Rulebook:
    """All rules ever, of the nation and of every city. `sha256` is over the rule files' content.

    Attributes:
        missing: cells that no source answers; `history`: what sources say that is no rule.
        warning: index standards and criteria of warnings.
    """

    instruments: tuple[Instrument, ...]
    rules: tuple[Rule, ...]
    cities: tuple[CityOverlay, ...]
    sha256: str
    industries: tuple[KeyIndustry, ...] = ()
    missing: tuple[MissingCells, ...] = ()
    history: tuple[Witness, ...] = ()
    warning: WarningLaw = field(default_factory=WarningLaw)

    def city(self, name: str) -> CityOverlay:
        """The overlay of the city of slug or code `name`.

        Raises:
            KeyError: where the rulebook has no such city.
        """
        for overlay in self.cities:
            if name in {overlay.slug, overlay.code}:
                return overlay
        raise KeyError(name)

    def industry(self, code: str) -> KeyIndustry | None:
        """The key industry of this code, None where there is none."""
        return next((item for item in self.industries if item.code == code), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleInForce:
    """A rule with the one value in force on the day.

    Attributes:
        city: slug of the city whose own rule it is, '' for a rule of the nation.
        confirmation: the city's word behind a status that the rule files give as to be confirmed.
    """

    rule: Rule
    value: float | int | str | bool
    dated: DatedValue
    instrument: Instrument
    city: str
    confirmation: Confirmation | None = None

    @property
    def id(self) -> str:
        """The rule's id."""
        return self.rule.id


@dataclass(frozen=True, slots=True, kw_only=True)
class RulesInForce:
    """The rules in force for a city on a day, sorted by id."""

    on: date
    city: CityOverlay
    rules: tuple[RuleInForce, ...]
    sha256: str

    def of_kind(self, kind: str) -> Iterator[RuleInForce]:
        """The rules of one kind, in order of id."""
        return (item for item in self.rules if item.rule.kind == kind)

    def find(self, rule_id: str) -> RuleInForce | None:
        """The rule of this id, None where none is in force."""
        return next((item for item in self.rules if item.rule.id == rule_id), None)

    def number(self, rule_id: str) -> float:
        """The numeric value of a rule.

        Raises:
            KeyError: where no such rule is in force or its value is no number.
        """
        found = self.find(rule_id)
        if found is None or isinstance(found.value, (str, bool)):
            raise KeyError(rule_id)
        return float(found.value)

    def number_or(self, rule_id: str, default: float) -> float:
        """The numeric value of a rule, or the default where no such rule is in force."""
        return self.number(rule_id) if self.find(rule_id) else default

    def is_on(self, rule_id: str) -> bool:
        """Whether a rule that is true or false is in force and true."""
        found = self.find(rule_id)
        return found is not None and found.value is True
