"""The words for what became of a rule or of its confirmation, and for what a measure rests on."""

from collections.abc import Mapping

from planner.compare.wording import rule_status_label
from planner.plan import Ground, MeasureGround
from planner.problem import Citation
from planner.rules import CLAUSE_NOT_STATED, ChangeKind, Confirmation, ConfirmationState
from planner.terms import N_, Phrasebook

__all__ = [
    "change_label",
    "citation_status",
    "clause_text",
    "confirmation_sentence",
    "confirmation_state_label",
    "ground_label",
    "grounds_sentence",
    "no_floor_sentence",
]

OWN_ROW = "the source's own row"

_CHANGES: Mapping[str, str] = {
    ChangeKind.ADDED: N_("Added"),
    ChangeKind.ENDED: N_("Ended"),
    ChangeKind.VALUE_CHANGED: N_("Value changed"),
    ChangeKind.STATUS_CHANGED: N_("Status changed"),
    ChangeKind.SOURCE_CHANGED: N_("Source changed"),
}
_STATES: Mapping[str, str] = {
    ConfirmationState.HOLDS: N_("Holds"),
    ConfirmationState.WITHDRAWN: N_("Withdrawn"),
    ConfirmationState.WITHDRAWAL: N_("Withdrawal"),
    ConfirmationState.VALUE_CHANGED: N_("Lost: the value has changed"),
    ConfirmationState.NOT_IN_FORCE: N_("Rule not in force"),
    ConfirmationState.REPEATED: N_("Replaced by a later one"),
}
_GROUNDS: Mapping[str, str] = {
    Ground.CONFIRMED: N_("Confirmed rule"),
    Ground.TO_CONFIRM: N_("Rule to be confirmed"),
    Ground.RECALLED: N_("Recalled value turned on by the city"),
    Ground.FILED: N_("The firm's own filed measure"),
    Ground.CHOSEN_MENU: N_("Only the city's menu"),
    Ground.MISSING_WITHOUT_FLOOR: N_("No rule and no filed measure: no floor"),
}


def change_label(phrasebook: Phrasebook, kind: str) -> str:
    """What happened to a rule."""
    return phrasebook.say(_CHANGES[kind])


def confirmation_state_label(phrasebook: Phrasebook, state: str) -> str:
    """What has become of a confirmation."""
    return phrasebook.say(_STATES[state])


def ground_label(phrasebook: Phrasebook, ground: str) -> str:
    """What a measure rests on."""
    return phrasebook.say(_GROUNDS[ground])


def grounds_sentence(phrasebook: Phrasebook, grounds: tuple[MeasureGround, ...]) -> str:
    """How many measures rest on what, in one line; grounds on which none rests are left out."""
    measures = [item for item in grounds if item.ground is not Ground.MISSING_WITHOUT_FLOOR and item.count]
    words = N_("{ground}: {count}")
    told = [phrasebook.say(words, ground=ground_label(phrasebook, item.ground), count=item.count) for item in measures]
    if not told:
        return phrasebook.say(N_("No measure is ordered."))
    whole = sum(item.count for item in measures)
    parts = phrasebook.say(N_("; ")).join(told)
    return phrasebook.say(N_("What the {count} measures rest on: {parts}"), count=whole, parts=parts)


def no_floor_sentence(phrasebook: Phrasebook, grounds: tuple[MeasureGround, ...]) -> str:
    """How many firms have no floor at all, '' where every firm has one."""
    lacking = next(item for item in grounds if item.ground is Ground.MISSING_WITHOUT_FLOOR)
    if not lacking.count:
        return ""
    words = N_("{firms} firms ({lines} lines) have no floor: no rule answers for them and they have filed no measure.")
    return phrasebook.say(words, firms=lacking.enterprises, lines=lacking.count)


def citation_status(phrasebook: Phrasebook, citation: Citation) -> str:
    """Whether the cited value is confirmed; where a city confirmed it, by which paper."""
    status = rule_status_label(phrasebook, citation.status)
    if citation.confirmation is None:
        return status
    return phrasebook.say(N_("{status} ({document})"), status=status, document=citation.confirmation.document)


def confirmation_sentence(phrasebook: Phrasebook, said: Confirmation) -> str:
    """Who confirmed a value or took the word back, in which office, when, on which paper."""
    words = N_("Confirmed by {by} ({role}) on {on}: {document}")
    if said.withdrawn:
        words = N_("Confirmation withdrawn by {by} ({role}) on {on}: {document}")
    return phrasebook.say(words, by=said.by, role=said.role, on=said.on, document=said.document)


def clause_text(phrasebook: Phrasebook, clause: str) -> str:
    """A clause as the instrument counts it, or that the source states none."""
    if clause == CLAUSE_NOT_STATED:
        return phrasebook.say(N_("clause not stated in source"))
    if clause == OWN_ROW:
        return phrasebook.say(N_("the source's own row"))
    return phrasebook.say(N_("Clause {number}"), number=clause) if clause[:1].isdigit() else clause
