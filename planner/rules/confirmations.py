"""What a city's confirmations do to the rules in force, and what may be confirmed at all."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from planner.errors import Finding, Place, finding
from planner.rules.confirmed import Confirmation, value_sha256
from planner.rules.in_force import value_on
from planner.rules.rulebook import Rulebook, RuleInForce, RulesInForce
from planner.terms import RuleStatus

__all__ = [
    "ConfirmationState",
    "WeighedConfirmation",
    "check_confirmation",
    "confirm",
    "seal",
    "weigh_confirmations",
]


class ConfirmationState(StrEnum):
    """What has become of a confirmation."""

    HOLDS = "holds"
    WITHDRAWN = "withdrawn"
    WITHDRAWAL = "withdrawal"
    VALUE_CHANGED = "value_changed"
    NOT_IN_FORCE = "not_in_force"
    REPEATED = "repeated"


@dataclass(frozen=True, slots=True, kw_only=True)
class WeighedConfirmation:
    """A recorded word and what has become of it on a day."""

    confirmation: Confirmation
    state: ConfirmationState


def confirm(rules: RulesInForce, confirmations: Iterable[Confirmation]) -> RulesInForce:
    """The rules with the values that their city has confirmed by that day carrying status confirmed.

    A word counts from its day on, for exactly the value it was given for; of several the last one recorded counts.

    Args:
        rules: rules in force without any confirmation.
        confirmations: the words of all cities in the order in which they were recorded.
    """
    last = _last_words(rules, confirmations)
    return replace(rules, rules=tuple(_confirmed(item, last.get(_key(item))) for item in rules.rules))


def seal(said: Confirmation, rules: RulesInForce) -> Confirmation:
    """The word bound to the value in force.

    Raises:
        KeyError: where no such rule is in force.
    """
    found = rules.find(said.rule_id)
    if found is None:
        raise KeyError(said.rule_id)
    return replace(said, value_sha256=value_sha256(found.rule, found.dated))


def check_confirmation(said: Confirmation, rulebook: Rulebook, rules: RulesInForce, today: date) -> tuple[Finding, ...]:
    """Everything that stands against a word before it is recorded.

    Args:
        rules: the rules in force in its city on its day, earlier confirmations applied.
        today: the day on which it is recorded; a word is never given in advance.
    """
    return (*_blanks(said), *_in_advance(said, today), *_unfit_rule(said, rulebook, rules))


def weigh_confirmations(rules: RulesInForce, confirmations: Iterable[Confirmation]) -> tuple[WeighedConfirmation, ...]:
    """What has become of each word of the city by the day of the rules, in the order in which they were recorded."""
    own = [item for item in confirmations if item.city == rules.city.slug]
    last = _last_words(rules, own)
    digests = {item.id: _key(item)[1] for item in rules.rules}
    return tuple(WeighedConfirmation(confirmation=item, state=_state(item, digests, last)) for item in own)


Key = tuple[str, str]


def _key(item: RuleInForce) -> Key:
    return item.id, value_sha256(item.rule, item.dated)


def _last_words(rules: RulesInForce, confirmations: Iterable[Confirmation]) -> dict[Key, Confirmation]:
    mine = (item for item in confirmations if item.city == rules.city.slug and item.on <= rules.on)
    return {(item.rule_id, item.value_sha256): item for item in mine}


def _confirmed(item: RuleInForce, word: Confirmation | None) -> RuleInForce:
    if word is None or word.withdrawn or item.dated.status is RuleStatus.CONFIRMED:
        return item
    return replace(item, dated=replace(item.dated, status=RuleStatus.CONFIRMED), confirmation=word)


def _state(item: Confirmation, digests: dict[str, str], last: dict[Key, Confirmation]) -> ConfirmationState:
    if item.withdrawn:
        return ConfirmationState.WITHDRAWAL
    if item.rule_id not in digests:
        return ConfirmationState.NOT_IN_FORCE
    if digests[item.rule_id] != item.value_sha256:
        return ConfirmationState.VALUE_CHANGED
    word = last.get((item.rule_id, item.value_sha256))
    if word is item:
        return ConfirmationState.HOLDS
    return ConfirmationState.WITHDRAWN if word is not None and word.withdrawn else ConfirmationState.REPEATED


def _blanks(said: Confirmation) -> Iterator[Finding]:
    if not said.by.strip():
        yield finding("rules.confirm.no_person", where=Place(column="by"), value=said.rule_id)
    if not said.role.strip():
        yield finding("rules.confirm.no_office", where=Place(column="role"), value=said.rule_id)
    if not said.document.strip():
        yield finding("rules.confirm.no_document", where=Place(column="document"), value=said.rule_id)


def _in_advance(said: Confirmation, today: date) -> Iterator[Finding]:
    if said.on > today:
        yield finding("rules.confirm.in_advance", where=Place(column="on"), value=said.on, today=today)


def _unfit_rule(said: Confirmation, rulebook: Rulebook, rules: RulesInForce) -> Iterator[Finding]:
    where, found = Place(column="rule_id"), rules.find(said.rule_id)
    if found is None:
        yield finding(_why_absent(said, rulebook, rules), where=where, value=said.rule_id, city=said.city, on=said.on)
    elif said.withdrawn and found.confirmation is None:
        yield finding("rules.confirm.nothing_to_withdraw", where=where, value=said.rule_id, city=said.city)
    elif not said.withdrawn and found.confirmation is not None:
        word = found.confirmation
        yield finding("rules.confirm.twice", where=where, value=said.rule_id, by=word.by, on=word.on)
    elif not said.withdrawn and found.dated.status is RuleStatus.CONFIRMED:
        yield finding("rules.confirm.confirmed_already", where=where, value=said.rule_id)


def _why_absent(said: Confirmation, rulebook: Rulebook, rules: RulesInForce) -> str:
    known = [rule for rule in (*rules.city.rules, *rulebook.rules) if rule.id == said.rule_id]
    if not known:
        return "rules.confirm.unknown_rule"
    dated = value_on(known[0], said.on)
    is_off = dated is not None and dated.value is not None
    return "rules.confirm.not_turned_on" if is_off else "rules.confirm.not_in_force"
