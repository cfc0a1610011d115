"""Rules made by hand: as little as a test needs."""

from datetime import date

from planner.rules import CityOverlay, DatedValue, Instrument, Rule, Rulebook, Scope
from planner.terms import Answer, Evidence, RuleStatus


def dated(from_day: str, value: float | str | bool | None, evidence: Evidence = Evidence.READ) -> DatedValue:
    return DatedValue(
        from_day=date.fromisoformat(from_day),
        value=value,
        unit="share",
        instrument="some-instrument",
        clause="1",
        status=RuleStatus.TO_CONFIRM,
        evidence=evidence,
        still_valid_on=date(2026, 11, 23),
    )


def rule(rule_id: str, *values: DatedValue) -> Rule:
    return Rule(
        id=rule_id,
        kind="parameter",
        title="A rule",
        title_zh="规则",
        scope=Scope(),
        measure=None,
        basis="",
        answer=Answer.SOURCED,
        values=values,
    )


def book(*rules: Rule, own: tuple[Rule, ...] = (), turns_on: tuple[str, ...] = ()) -> Rulebook:
    """A rulebook of one city, `somewhere` (999900)."""
    instrument = Instrument(id="some-instrument", number="1", title="文件", issued=None, witness="primary")
    city = CityOverlay(
        slug="somewhere", code="999900", name_zh="某市", name_en="Somewhere", areas=(), turns_on=turns_on, rules=own
    )
    return Rulebook(instruments=(instrument,), rules=rules, cities=(city,), sha256="0")
