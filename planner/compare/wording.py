"""The words for codes: what a level, mode, grade, standing or basis is called on an order and on the page."""

from collections.abc import Mapping

from planner.compare.reported import WHOLE_SOCIETY
from planner.plan import Status, Verdict
from planner.plan.facts import OPTIMAL_GAP
from planner.terms import (
    N_,
    Basis,
    Evidence,
    Grade,
    Level,
    Mode,
    Phrasebook,
    Pollutant,
    RuleStatus,
    Sector,
    SourceKind,
    Standing,
)

__all__ = [
    "basis_label",
    "evidence_label",
    "grade_label",
    "kind_label",
    "level_label",
    "mode_label",
    "percent_text",
    "pollutant_label",
    "proof_label",
    "rule_status_label",
    "sector_label",
    "standing_label",
    "standing_sentence",
    "status_label",
    "verdict_label",
]

FILED_STATUS = "filed"
"""What a row of the filed list has in the place of a rule's status and evidence."""

_LEVELS: dict[str, str] = {
    Level.YELLOW: N_("Yellow warning"),
    Level.ORANGE: N_("Orange warning"),
    Level.RED: N_("Red warning"),
}
_MODES: dict[str, str] = {
    Mode.FILED: N_("Filed measures as written"),
    Mode.FILL: N_("Filed measures, filled up at least cost"),
    Mode.DESIGN: N_("Design of what to file"),
}
_BASES: dict[str, str] = {
    Basis.FLOOR: N_("Required by rule"),
    Basis.FILED: N_("Filed measure"),
    Basis.CHOSEN: N_("Added by optimisation"),
}
_SECTORS: dict[str, str] = {
    Sector.DUST: N_("Dust"),
    Sector.INDUSTRY: N_("Industry"),
    Sector.MOBILE: N_("Vehicles and machinery"),
    Sector.OTHER: N_("Other sources"),
    WHOLE_SOCIETY: N_("Whole society"),
}
_KINDS: dict[str, str] = {
    SourceKind.LINE: N_("Production line"),
    SourceKind.BOILER: N_("Boiler"),
    SourceKind.FLEET: N_("Fleet"),
    SourceKind.SITE: N_("Dust site"),
    SourceKind.REST: N_("Rest of society"),
}
_POLLUTANTS: dict[str, str] = {
    "pm10": N_("PM10"),
    "pm25": N_("PM2.5"),
    Pollutant.PM: N_("Total PM"),
    Pollutant.SO2: N_("SO2"),
    Pollutant.NOX: N_("NOx"),
    Pollutant.VOCS: N_("VOCs"),
    "so2_nox": N_("SO2 + NOx"),
}
_GRADES: dict[str, str] = {
    Grade.A: N_("Grade A"),
    Grade.LEADING: N_("Leading"),
    Grade.B: N_("Grade B"),
    Grade.B_MINUS: N_("Grade B-"),
    Grade.C: N_("Grade C"),
    Grade.D: N_("Grade D"),
    Grade.NON_LEADING: N_("Not leading"),
    Grade.UNGRADED: N_("Not yet graded"),
    Grade.NONE: N_("Outside the grades"),
}
_STANDINGS: dict[str, str] = {
    Standing.ORDERABLE: N_("May be ordered"),
    Standing.SELF_DETERMINED: N_("Reduces on its own"),
    Standing.GUARANTEED: N_("Guaranteed supply"),
    Standing.WHITE_LISTED: N_("White list"),
    Standing.EXEMPT: N_("Exempt by name"),
    Standing.SMALL: N_("Small firm"),
    Standing.FLEET_OR_SITE: N_("Fleet or dust site"),
    Standing.REST: N_("Not controlled one by one"),
    Standing.UNDETERMINED: N_("Not determined by the rules"),
}
_STANDING_SENTENCES: dict[str, str] = {
    Standing.ORDERABLE: N_("May be ordered; this plan asks nothing of it at this level."),
    Standing.SELF_DETERMINED: N_("Reduces on its own; no compulsory measure is ordered."),
    Standing.GUARANTEED: N_("Guaranteed supply at no less than the approved minimum load; nothing is ordered."),
    Standing.WHITE_LISTED: N_("On the white list: reduces on its own; no compulsory measure is ordered."),
    Standing.EXEMPT: N_("Exempt by name at this level: no measure is ordered."),
    Standing.SMALL: N_("Small firm: stays on the list; no halt and no limit is ordered."),
    Standing.FLEET_OR_SITE: N_("No measure for this kind of fleet or site is in force at this level."),
    Standing.REST: N_("Counts in the base of the whole society and is not controlled one by one."),
    Standing.UNDETERMINED: N_("The rules in force do not determine its measure; a competent person must."),
}
_STATUSES: dict[str, str] = {
    Status.OPTIMAL: N_("All cuts met, proven least cost"),
    Status.FEASIBLE: N_("All cuts met"),
    Status.INFEASIBLE: N_("The cuts cannot all be met; this is the nearest plan"),
    Status.UNKNOWN: N_("No plan was found"),
}
_VERDICTS: dict[str, str] = {
    Verdict.PASSED: N_("Passed the independent check"),
    Verdict.PASSED_WITH_SHORTFALL: N_("Passed the independent check, with the shortfalls stated"),
    Verdict.REFUSED: N_("Refused by the independent check"),
}
_RULE_STATUSES: dict[str, str] = {
    RuleStatus.CONFIRMED: N_("Confirmed"),
    RuleStatus.TO_CONFIRM: N_("To be confirmed"),
    FILED_STATUS: N_("From the filed list"),
}
_EVIDENCE: dict[str, str] = {
    Evidence.READ: N_("Read in the text itself"),
    Evidence.SECOND_HAND: N_("Second hand"),
    Evidence.RECALLED: N_("Recalled, no source found"),
    Evidence.CITY_CHOICE: N_("Set by the city or the planner"),
    FILED_STATUS: N_("From the filed list"),
}


def level_label(phrasebook: Phrasebook, level: str) -> str:
    """The warning level, such as `Orange warning`."""
    return _said(phrasebook, _LEVELS, level)


def mode_label(phrasebook: Phrasebook, mode: str) -> str:
    """The mode that every page and order names."""
    return _said(phrasebook, _MODES, mode)


def basis_label(phrasebook: Phrasebook, basis: str) -> str:
    """The last reason that applied to a measure."""
    return _said(phrasebook, _BASES, basis)


def sector_label(phrasebook: Phrasebook, sector: str) -> str:
    """A row of the field's summary table; WHOLE_SOCIETY too."""
    return _said(phrasebook, _SECTORS, sector)


def kind_label(phrasebook: Phrasebook, kind: str) -> str:
    """What a row of the list stands for."""
    return _said(phrasebook, _KINDS, kind)


def pollutant_label(phrasebook: Phrasebook, pollutant: str) -> str:
    """A pollutant of REPORTED, or `so2_nox` for the sum of the exchange."""
    return _said(phrasebook, _POLLUTANTS, pollutant)


def grade_label(phrasebook: Phrasebook, grade: str) -> str:
    """A performance grade."""
    return _said(phrasebook, _GRADES, grade)


def standing_label(phrasebook: Phrasebook, standing: str) -> str:
    """How a source stands to an order, in a few words."""
    return _said(phrasebook, _STANDINGS, standing)


def standing_sentence(phrasebook: Phrasebook, standing: str) -> str:
    """Why nothing is ordered of a source that has no measure."""
    return _said(phrasebook, _STANDING_SENTENCES, standing)


def status_label(phrasebook: Phrasebook, status: str) -> str:
    """How far the search came, as to the cuts."""
    return _said(phrasebook, _STATUSES, status)


def verdict_label(phrasebook: Phrasebook, verdict: str) -> str:
    """What the referee says."""
    return _said(phrasebook, _VERDICTS, verdict)


def rule_status_label(phrasebook: Phrasebook, status: str) -> str:
    """Whether a value of law is confirmed; `filed` for a row of the list."""
    return _said(phrasebook, _RULE_STATUSES, status)


def evidence_label(phrasebook: Phrasebook, evidence: str) -> str:
    """How a value of law was learned; `filed` for a row of the list."""
    return _said(phrasebook, _EVIDENCE, evidence)


def proof_label(phrasebook: Phrasebook, gap: float) -> str:
    """What is proven of the cost: `Proven optimal`, or the gap in percent, rounded up, never down.

    Args:
        gap: (objective - bound) / max(1, objective), 0 or more.
    """
    if gap <= OPTIMAL_GAP:
        return phrasebook.say(N_("Proven optimal"))
    return phrasebook.say(N_("Gap at most {percent} %"), percent=percent_text(_rounded_up(gap)))


def percent_text(share: float) -> str:
    """A share as percent without trailing zeros and without the sign.

    >>> percent_text(0.3), percent_text(1 - 0.7), percent_text(0.125)
    ('30', '30', '12.5')
    """
    return f"{round(share * 100.0, 4):.4f}".rstrip("0").rstrip(".")


def _rounded_up(gap: float) -> float:
    """To the next hundredth of a percent."""
    steps = 10_000
    return -(-gap * steps // 1) / steps


def _said(phrasebook: Phrasebook, words: Mapping[str, str], code: str) -> str:
    """The words of a code; a code that has none is shown as it is, never hidden."""
    found = words.get(code)
    return phrasebook.say(found) if found is not None else code
