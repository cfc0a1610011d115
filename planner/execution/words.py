"""The words of the check of execution."""

from planner.execution.records import MeterState
from planner.terms import N_, Phrasebook

__all__ = ["meter_label"]

STATES = {
    MeterState.KEPT: N_("in order"),
    MeterState.TOO_MUCH: N_("more than the order leaves"),
    MeterState.ROSE: N_("above normal, without an order"),
    MeterState.NO_READING: N_("no reading"),
    MeterState.NO_NORMAL: N_("normal use not known"),
}


def meter_label(phrasebook: Phrasebook, state: MeterState) -> str:
    """What a meter says, as a word."""
    return phrasebook.say(STATES[state])
