"""The list doctor's words: kinds of change, reach of a cut, what a pair rests on, what differs."""

from planner.compare.health_records import Reach
from planner.errors.sentences_registers import DIFFERENCES
from planner.inventory.list_differences import ListChange
from planner.inventory.matching import Ground
from planner.terms import N_, Phrasebook

__all__ = ["change_word", "column_word", "cut_word", "difference_word", "doubt_word", "ground_word", "reach_sentence"]

_CHANGES = {
    ListChange.ENTERED: N_("Came in"),
    ListChange.LEFT: N_("Went out"),
    ListChange.PROMOTED: N_("Promoted"),
    ListChange.DEMOTED: N_("Demoted"),
    ListChange.REGRADED: N_("Graded otherwise"),
    ListChange.ROW_ADDED: N_("Line added"),
    ListChange.ROW_REMOVED: N_("Line removed"),
    ListChange.STATUS: N_("Operating status"),
    ListChange.KILOGRAMS: N_("Emissions"),
    ListChange.MEASURES: N_("Measures"),
    ListChange.RENAMED: N_("Renamed"),
}
_REACHES = {
    Reach.FLOOR: N_("Met by mandatory measures alone"),
    Reach.FILED: N_("Met as filed"),
    Reach.CHOSEN: N_("Met, with further measures chosen"),
    Reach.DESIGN: N_("Missed with the filed list; would be met if other measures were filed"),
    Reach.NEVER: N_("Cannot be met at all"),
}
_CUTS = {"pm": N_("Particulate matter"), "vocs": N_("VOCs"), "so2_nox": N_("SO2 and NOx together")}
_GROUNDS = {
    Ground.CODE: N_("credit code"),
    Ground.NAME: N_("name, address and position"),
    Ground.PLACE: N_("place"),
    Ground.DECISION: N_("a person's word"),
}
_COLUMNS = {
    "grade": N_("grade"),
    "status": N_("status"),
    "enterprise_name": N_("name"),
    "yellow_measure": N_("yellow: measure"),
    "orange_measure": N_("orange: measure"),
    "red_measure": N_("red: measure"),
    "yellow_kept_share": N_("yellow: kept share"),
    "orange_kept_share": N_("orange: kept share"),
    "red_kept_share": N_("red: kept share"),
    "yellow_measure_text": N_("yellow: text"),
    "orange_measure_text": N_("orange: text"),
    "red_measure_text": N_("red: text"),
}
_DOUBTS = {
    "estimated": N_("estimated figures"),
    "list.enterprise": N_("identity of the firm"),
    "list.line": N_("lines"),
    "list.source": N_("numbers of sources"),
    "list.meter": N_("meter"),
    "list.status": N_("equipment that may not run"),
    "list.capacity": N_("capacity above the permit"),
    "list.output": N_("output"),
    "list.firm": N_("total of the firm"),
    "list.measure": N_("filed measures"),
    "measures.list": N_("texts of measures"),
    "list.quantity": N_("emissions"),
    "list.load": N_("minimum load"),
    "list.place": N_("coordinates"),
    "list.industry": N_("industry or grade"),
    "list.permit": N_("permit"),
    "list.sector": N_("sector"),
    "list.cell": N_("cells"),
}


def change_word(phrasebook: Phrasebook, change: str) -> str:
    """A kind of change."""
    return phrasebook.say(_CHANGES[ListChange(change)])


def reach_sentence(phrasebook: Phrasebook, reach: Reach) -> str:
    """Whether a level's cuts are met, and by what."""
    return phrasebook.say(_REACHES[reach])


def cut_word(phrasebook: Phrasebook, cut: str) -> str:
    """A cut: pm, vocs or so2_nox."""
    return phrasebook.say(_CUTS[cut])


def ground_word(phrasebook: Phrasebook, ground: str) -> str:
    """What a pair rests on."""
    return phrasebook.say(_GROUNDS[Ground(ground)])


def difference_word(phrasebook: Phrasebook, what: str) -> str:
    """What differs between a list and a register, or the register itself."""
    return phrasebook.say(DIFFERENCES[what])


def column_word(phrasebook: Phrasebook, column: str) -> str:
    """A column whose change is told; another one by its own name."""
    return phrasebook.say(_COLUMNS[column]) if column in _COLUMNS else column


def doubt_word(phrasebook: Phrasebook, code: str) -> str:
    """What a finding casts doubt on, by the first two words of its code."""
    group = ".".join(code.split(".")[:2])
    return phrasebook.say(_DOUBTS[group]) if group in _DOUBTS else code
