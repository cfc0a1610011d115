"""How a clause is told."""

from planner.rules import CLAUSE_NOT_STATED
from planner.terms import Phrasebook

__all__ = ["clause_text"]

OWN_ROW = "the source's own row"


def clause_text(clause: str, phrasebook: Phrasebook) -> str:
    """A clause as the instrument counts it, or that the source states none."""
    if clause == CLAUSE_NOT_STATED:
        return phrasebook.say("clause not stated in source")
    if clause == OWN_ROW:
        return phrasebook.say("the source's own row")
    return phrasebook.say("Clause {number}", number=clause) if clause[:1].isdigit() else clause
