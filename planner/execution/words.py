"""The words of the check of execution."""

from planner.execution.daily_records import BreachBy
from planner.execution.records import MeterState, VisitOutcome
from planner.terms import N_, Phrasebook

__all__ = ["breach_label", "change_label", "deadline_label", "meter_label", "visit_label"]

STATES = {
    MeterState.KEPT: N_("in order"),
    MeterState.TOO_MUCH: N_("more than the order leaves"),
    MeterState.ROSE: N_("above normal, without an order"),
    MeterState.NO_READING: N_("no reading"),
    MeterState.NO_NORMAL: N_("normal use not known"),
}
OUTCOMES = {
    VisitOutcome.AS_ORDERED: N_("carried out as ordered"),
    VisitOutcome.PARTLY: N_("carried out in part"),
    VisitOutcome.NOT_STOPPED: N_("not stopped"),
    VisitOutcome.NO_ENTRY: N_("could not enter"),
}
BREACHES = {
    BreachBy.METER: N_("electricity meter"),
    BreachBy.CEMS: N_("continuous emission monitor (CEMS)"),
    BreachBy.VISIT: N_("visit on site"),
}

CHANGES = {
    "issue": N_("Issue"),
    "adjust": N_("Adjust"),
    "lift": N_("Lift"),
    "merge": N_("Merge"),
    "notice": N_("Record regional notice"),
}
DEADLINES = {
    "form": N_("Approval form due"),
    "lead": N_("Latest issue for a day's notice"),
    "distribution": N_("Issue due after signature"),
    "paper": N_("Signature on paper due"),
    "start": N_("Measures begin"),
    "end": N_("Measures end"),
}


def meter_label(phrasebook: Phrasebook, state: MeterState) -> str:
    """What a meter says, as a word."""
    return phrasebook.say(STATES[state])


def visit_label(phrasebook: Phrasebook, outcome: VisitOutcome) -> str:
    """What a visit found, as a word."""
    return phrasebook.say(OUTCOMES[outcome])


def breach_label(phrasebook: Phrasebook, by: BreachBy) -> str:
    """What a breach was found by."""
    return phrasebook.say(BREACHES[by])


def change_label(phrasebook: Phrasebook, kind: str) -> str:
    """An act that changed what is in force."""
    return phrasebook.say(CHANGES[kind])


def deadline_label(phrasebook: Phrasebook, name: str) -> str:
    """What is due next."""
    return phrasebook.say(DEADLINES[name])
