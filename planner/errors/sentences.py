"""A finding told in a user's language: its sentence and its repair."""

from planner.errors.finding import Finding
from planner.errors.sentences_alert import SENTENCES as ALERT
from planner.errors.sentences_audit import SENTENCES as AUDIT
from planner.errors.sentences_backup import SENTENCES as BACKUP
from planner.errors.sentences_book import SENTENCES as BOOK
from planner.errors.sentences_checks import SENTENCES as CHECKS
from planner.errors.sentences_confirm import SENTENCES as CONFIRM
from planner.errors.sentences_days import SENTENCES as DAYS
from planner.errors.sentences_desk import SENTENCES as DESK
from planner.errors.sentences_doctor import SENTENCES as DOCTOR
from planner.errors.sentences_episode import SENTENCES as EPISODE
from planner.errors.sentences_forecast import SENTENCES as FORECAST
from planner.errors.sentences_grades import SENTENCES as GRADES
from planner.errors.sentences_internal import SENTENCES as INTERNAL
from planner.errors.sentences_list import SENTENCES as LIST
from planner.errors.sentences_list_cells import SENTENCES as LIST_CELLS
from planner.errors.sentences_measures import SENTENCES as MEASURES
from planner.errors.sentences_order import SENTENCES as ORDER_IN_FORCE
from planner.errors.sentences_orders import SENTENCES as ORDERS
from planner.errors.sentences_papers import SENTENCES as PAPERS
from planner.errors.sentences_people import SENTENCES as PEOPLE
from planner.errors.sentences_plan import SENTENCES as PLAN
from planner.errors.sentences_reading import SENTENCES as READING
from planner.errors.sentences_registers import DIFFERENCES
from planner.errors.sentences_registers import SENTENCES as REGISTERS
from planner.errors.sentences_rules import SENTENCES as RULES
from planner.errors.sentences_rules_shape import FORMS
from planner.errors.sentences_rules_shape import SENTENCES as RULES_SHAPE
from planner.errors.sentences_scenario import SENTENCES as SCENARIO
from planner.errors.sentences_season import SENTENCES as SEASON
from planner.errors.sentences_store import SENTENCES as STORE
from planner.errors.sentences_synthesis import SENTENCES as SYNTHESIS
from planner.errors.sentences_together import SENTENCES as TOGETHER
from planner.terms import N_, Phrasebook

__all__ = ["tell"]

ALL = (
    ALERT
    | AUDIT
    | BACKUP
    | BOOK
    | CHECKS
    | CONFIRM
    | DAYS
    | DESK
    | DOCTOR
    | EPISODE
    | FORECAST
    | GRADES
    | INTERNAL
    | LIST
    | LIST_CELLS
    | MEASURES
    | ORDER_IN_FORCE
    | ORDERS
    | PEOPLE
    | PAPERS
    | PLAN
    | READING
    | REGISTERS
    | RULES
    | RULES_SHAPE
    | SCENARIO
    | SEASON
    | STORE
    | SYNTHESIS
    | TOGETHER
)


CODES = {
    "yellow": N_("yellow"),
    "orange": N_("orange"),
    "red": N_("red"),
    "so2": N_("SO2"),
    "nox": N_("NOx"),
    "pm25": N_("fine particles (PM2.5)"),
    "o3": N_("ozone"),
    "dust": N_("dust"),
    "fire": N_("wildfire"),
    "transport": N_("transport across the border"),
    "other": N_("SO2, NO2 or CO"),
    "count": N_("number of lines"),
    "capacity": N_("capacity"),
    **FORMS,
    **DIFFERENCES,
}
"""Words of the codes that findings carry under the names of CODED."""

CODED = frozenset({"level", "lighter", "graver", "pollutant", "cause", "expected", "basis", "register", "difference"})


def tell(item: Finding, phrasebook: Phrasebook) -> tuple[str, str]:
    """The sentence and the repair of a finding; its code where no sentence is known."""
    where = item.where
    place = {"file": where.file, "sheet": where.sheet, "row": where.row, "column": where.column, "value": ""}
    values = {**place, **{name: _worded(name, text, phrasebook) for name, text in item.values}}
    sentence, repair = ALL.get(item.code, (item.code, ""))
    return phrasebook.say(sentence, **values), phrasebook.say(repair, **values) if repair else ""


def _worded(name: str, text: str, phrasebook: Phrasebook) -> str:
    """A level, pollutant, cause or form by its words; any other value as it was read."""
    return phrasebook.say(CODES[text]) if name in CODED and text in CODES else text
