"""The records of law: an instrument, a dated value with its source, a rule with its scope."""

from dataclasses import dataclass
from datetime import date

from planner.terms import Answer, Evidence, Grade, Level, Measure, RuleStatus

__all__ = [
    "CLAUSE_NOT_STATED",
    "UNITS",
    "DatedValue",
    "Instrument",
    "Rule",
    "Scope",
]

CLAUSE_NOT_STATED = "clause not stated in source"
"""What a value cites where its source names an instrument and no clause; nothing else may stand in for a clause."""

UNITS: dict[str, str] = {
    "days_per_year": "days a year",
    "emission_standard": "stage of the vehicle emission standard (国几), the highest that is banned",
    "flag": "true or false",
    "hours": "hours",
    "kg_per_year": "kilograms a year",
    "lines": "whole lines",
    "share": "share of the whole, 0 to 1",
    "text": "words",
    "vehicles_per_day": "heavy vehicles a day",
}
"""The units that a value of law may have, and what they mean."""


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
class DatedValue:
    """A value true from a day on; `value` None ends the rule from that day.

    Attributes:
        unit: unit of `value`, a key of UNITS.
        clause: clause as the instrument counts it, or CLAUSE_NOT_STATED.
        still_valid_on: the last day on which a person found the value still valid.
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Scope:
    """What a rule speaks of; '' or None stands for any.

    Attributes:
        industry: key industry code, `sub_process`: process code, as the field dictionary holds them.
        pollutant: pollutant code for shares that differ by pollutant.
    """

    industry: str = ""
    sub_process: str = ""
    grade: Grade | None = None
    level: Level | None = None
    pollutant: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One rule: an id equal to its place in the tree of law, a scope, a measure or parameter, dated values.

    Attributes:
        kind: `parameter` (a number the model reads by id), `floor` (a measure that must be taken), `duty` (a measure
            without kilograms), `menu` (a measure that may be chosen), `standing` (who stands outside an order),
            `principle` (a check on filed measures).
        measure: the measure ordered or permitted; None for parameters.
        basis: how a share is counted: `count`, `capacity`, `load`, '' where it does not apply.
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
