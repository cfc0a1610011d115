"""The records of law: an instrument, a dated value with its source, a rule with its scope."""

from dataclasses import dataclass
from datetime import date

from planner.terms import Answer, Evidence, Grade, Level, Measure, RuleStatus

__all__ = [
    "CLAUSE_NOT_STATED",
    "CONDITION_COLUMNS",
    "UNITS",
    "Condition",
    "DatedValue",
    "Instrument",
    "RejectedSource",
    "Rule",
    "Scope",
]

CLAUSE_NOT_STATED = "clause not stated in source"
"""What a value cites where its source names an instrument and no clause; nothing else may stand in for a clause."""

UNITS: dict[str, str] = {
    "count": "a number of things",
    "days": "days",
    "days_per_year": "days a year",
    "emission_standard": "stage of the vehicle emission standard (国几), the highest that is banned",
    "flag": "true or false",
    "heats_per_day": "heats of a furnace a day",
    "hours": "hours",
    "kg_per_year": "kilograms a year",
    "lines": "whole lines",
    "mg_per_m3": "milligrams a cubic metre in the waste gas",
    "share": "share of the whole, 0 to 1",
    "t_per_day": "tonnes a day",
    "text": "words",
    "ug_per_m3": "micrograms a cubic metre in the air",
    "vehicles_per_day": "heavy vehicles a day",
}
"""The units that a value of law may have, and what they mean."""

CONDITION_COLUMNS = ("co_disposal_hazardous_share", "co_disposal_t_per_day", "oven_height_m")
"""Numbers of the list's rows that a rule's scope may bound."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Instrument:
    """A document of law or practice that values cite; the registry holds each once.

    Attributes:
        id: key used by values, such as `mee-2020-340`.
        number: official number (文号) as printed, '' where it has none.
        title: title in Chinese.
        issued: day of issue, None where the source does not show it.
        witness: how the text was seen: `primary`, `press quoting the text`, `order under it` ...
    """

    id: str
    number: str
    title: str
    issued: date | None
    witness: str
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RejectedSource:
    """What another source says of the same cell, kept beside the value that was chosen over it."""

    value: float | int | str | bool | None
    unit: str
    instrument: str
    clause: str
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DatedValue:
    """A value true from a day on; `value` None ends the rule from that day.

    Attributes:
        unit: unit of `value`, a key of UNITS.
        clause: clause as the instrument counts it, or CLAUSE_NOT_STATED.
        still_valid_on: the last day on which a person found the value still valid.
        after_hours, after_value: after that many hours of a response `after_value` (same unit) stands instead.
        hours_on: hours of running after `value` hours of rest, for cycles.
        rejected: sources that say otherwise; `reason` why this value was chosen over them.
    """

    from_day: date
    value: float | int | str | bool | None
    unit: str
    instrument: str
    clause: str
    status: RuleStatus
    evidence: Evidence
    still_valid_on: date
    note: str = ""
    after_hours: float | None = None
    after_value: float | int | None = None
    hours_on: float | None = None
    rejected: tuple[RejectedSource, ...] = ()
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Condition:
    """A bound on a number of the list's row: at least `at_least`, and below `below`; None where there is none.

    A row without the number does not meet the condition.
    """

    column: str
    at_least: float | None = None
    below: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Scope:
    """What a rule speaks of; '' or None stands for any.

    Attributes:
        industry: key industry code, `sub_process`: process code, as the field dictionary holds them.
        industry_code: beginning of a GB/T 4754 code, two to four digits, for firms of no key industry.
        pollutant: pollutant code for shares that differ by pollutant.
        conditions: bounds on numbers of the row, all of which must hold.
    """

    industry: str = ""
    sub_process: str = ""
    grade: Grade | None = None
    level: Level | None = None
    pollutant: str = ""
    conditions: tuple[Condition, ...] = ()
    industry_code: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One rule: an id equal to its place in the tree of law, a scope, a measure or parameter, dated values.

    Attributes:
        kind: `parameter` (a number the model reads by id), `floor` (a measure that must be taken), `duty` (a measure
            without kilograms), `menu` (a measure that may be chosen), `standing` (who stands outside an order),
            `principle` (a check on filed measures).
        measure: the measure ordered or permitted; None for parameters.
        basis: how a share is counted: `count`, `capacity`, `count_and_capacity` (both hold), `load`, '' where it does
            not apply.
        answer: how the cell is answered.
    """

    id: str
    kind: str
    title: str
    title_zh: str
    scope: Scope
    measure: Measure | None
    basis: str
    answer: Answer
    values: tuple[DatedValue, ...]
