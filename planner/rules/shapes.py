"""The one shape of rule files, as models that refuse unknown keys and never convert a value."""

from datetime import date
from typing import Annotated, Literal

from pydantic import AfterValidator, Field, PlainValidator, StringConstraints
from pydantic_core import PydanticCustomError

from planner.rules.records import CONDITION_COLUMNS, UNITS
from planner.rules.strict_shape import StrictShape as _Shape
from planner.terms import Answer, Evidence, Grade, Level, Measure, Pollutant, RuleStatus

__all__ = [
    "AreaGroupShape",
    "AreaShape",
    "CityShape",
    "CityWarningShape",
    "HistoryShape",
    "IndustryShape",
    "InstrumentShape",
    "InstrumentsShape",
    "MissingShape",
    "RegisterShape",
    "RejectedShape",
    "RuleShape",
    "RulesShape",
    "SubProcessShape",
    "ValueShape",
    "WitnessShape",
]


def _read_day(value: object) -> date:
    try:
        day = date.fromisoformat(value) if isinstance(value, str) else None
    except ValueError:
        day = None
    if day is None or day.isoformat() != value:
        raise PydanticCustomError("day", "a day is written YYYY-MM-DD")
    return day


def _read_scalar(value: object) -> str | int | float | bool | None:
    if value is not None and not isinstance(value, (str, int, float)):
        raise PydanticCustomError("scalar", "one value")
    if value == "" and isinstance(value, str):
        raise PydanticCustomError("string_too_short", "a value")
    return value


def _known_unit(value: str) -> str:
    if value not in UNITS:
        raise PydanticCustomError("enum", "a known unit", {"expected": ", ".join(UNITS)})
    return value


def _known_column(value: str) -> str:
    if value not in CONDITION_COLUMNS:
        raise PydanticCustomError("enum", "a known column", {"expected": ", ".join(CONDITION_COLUMNS)})
    return value


Day = Annotated[date, PlainValidator(_read_day)]
Scalar = Annotated[str | int | float | bool | None, PlainValidator(_read_scalar)]
Unit = Annotated[str, AfterValidator(_known_unit)]
Number = Annotated[float, Field(strict=False, ge=0)]
Column = Annotated[str, AfterValidator(_known_column)]
Text = Annotated[str, StringConstraints(min_length=1, pattern=r"^\S")]
Clause = Annotated[str, StringConstraints(min_length=1, pattern=r"^[^\s‘’“”]")]
Word = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]*$")]
RuleId = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]*(\.[a-z0-9_]+){2,}$")]
InstrumentId = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
ClassCode = Annotated[str, StringConstraints(pattern=r"^([0-9]{2,4})?$")]
AreaCode = Annotated[str, StringConstraints(pattern=r"^[0-9]{6}$")]

# The words of an enumeration are text in the file; everything else stays strict.
GradeWord = Annotated[Grade, Field(strict=False)]
LevelWord = Annotated[Level, Field(strict=False)]
MeasureWord = Annotated[Measure, Field(strict=False)]
PollutantWord = Annotated[Pollutant, Field(strict=False)]
AnswerWord = Annotated[Answer, Field(strict=False)]
StatusWord = Annotated[RuleStatus, Field(strict=False)]
EvidenceWord = Annotated[Evidence, Field(strict=False)]


class NameShape(_Shape):
    """A name in both languages."""

    en: Text
    zh: Text


class InstrumentShape(_Shape):
    """An entry of the registry of instruments; `issued` is left out where the source does not show it."""

    id: InstrumentId
    number: str
    title: Text
    issued: Day | None = None
    witness: Text
    note: str = ""


class InstrumentsShape(_Shape):
    """The file instruments.yaml."""

    instruments: list[InstrumentShape]


class RejectedShape(_Shape):
    """What another source says of the same cell."""

    value: Scalar
    unit: Unit
    instrument: InstrumentId
    clause: Clause
    note: str = ""


class ValueShape(_Shape):
    """A value true from a day on; `value: null` ends the rule."""

    from_day: Day = Field(alias="from")
    value: Scalar
    unit: Unit
    instrument: InstrumentId
    clause: Clause
    status: StatusWord
    evidence: EvidenceWord
    still_valid_on: Day
    note: str = ""
    after_hours: Number | None = None
    after_value: Number | None = None
    hours_on: Number | None = None
    rejected: list[RejectedShape] = Field(default_factory=list)
    reason: str = ""


class ConditionShape(_Shape):
    """A bound on a number of the row."""

    column: Column
    at_least: Number | None = None
    below: Number | None = None


class ScopeShape(_Shape):
    """What the rule speaks of; what is left out stands for any."""

    industry: Word = ""
    sub_process: Word = ""
    grade: GradeWord | None = None
    level: LevelWord | None = None
    pollutant: PollutantWord | None = None
    conditions: list[ConditionShape] = Field(default_factory=list)
    industry_code: ClassCode = ""


class RuleShape(_Shape):
    """One rule."""

    id: RuleId
    kind: Literal["parameter", "floor", "duty", "menu", "standing", "principle", "supply"]
    title: NameShape
    scope: ScopeShape
    measure: MeasureWord | None = None
    basis: Literal["", "count", "capacity", "count_and_capacity", "load"] = ""
    answer: AnswerWord
    values: list[ValueShape] = Field(min_length=1)


class MissingShape(_Shape):
    """Cells of one process that no source answers, from a day on and before another."""

    industry: Word
    sub_process: Word
    grades: list[GradeWord] = Field(min_length=1)
    levels: list[LevelWord] = Field(min_length=1)
    from_day: Day = Field(alias="from")
    until: Day | None = None
    note: str = ""


class RulesShape(_Shape):
    """A file of national rules."""

    rules: list[RuleShape]
    missing: list[MissingShape] = Field(default_factory=list)


class WitnessShape(_Shape):
    """What a source says that is no rule."""

    id: Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+([._-][a-z0-9]+)*$")]
    industry: Word
    sub_process: str = ""
    grade: str = ""
    level: str = ""
    measure: str
    value: Scalar = None
    unit: str = ""
    instrument: InstrumentId
    clause: Clause
    why: Literal[
        "before_grades",
        "concentration_only",
        "level_not_split",
        "local_scheme",
        "monthly",
        "named_firms",
        "proposal",
        "seasonal",
        "special_wind",
        "superseded",
        "year_not_shown",
    ]
    note: str = ""


class HistoryShape(_Shape):
    """The file history.yaml: kept, never ordered."""

    witnesses: list[WitnessShape]


class SubProcessShape(_Shape):
    """A process of a key industry and the grades it knows."""

    code: Word
    name: NameShape
    grades: list[GradeWord] = Field(min_length=1)
    status: StatusWord
    evidence: EvidenceWord
    note: str = ""


class IndustryShape(_Shape):
    """A key industry; number 0 stands for firms of none."""

    number: int = Field(ge=0, le=39)
    code: Word
    name: NameShape
    instrument: InstrumentId
    clause: Clause
    status: StatusWord
    evidence: EvidenceWord
    note: str = ""
    sub_processes: list[SubProcessShape] = Field(min_length=1)


class RegisterShape(_Shape):
    """The file industries/register.yaml."""

    industries: list[IndustryShape]


class AreaShape(_Shape):
    """A county or development zone."""

    code: AreaCode
    name: NameShape
    kind: Literal["county", "development_zone"]
    status: StatusWord
    note: str = ""


class AreaGroupShape(_Shape):
    """Areas of the city that are controlled together."""

    code: Word
    name: NameShape
    areas: list[AreaCode] = Field(min_length=1)
    instrument: InstrumentId
    clause: Clause
    status: StatusWord
    evidence: EvidenceWord
    note: str = ""


class CityWarningShape(_Shape):
    """What a city selects of warning/variants.yaml."""

    variants: list[Word] = Field(min_length=1)


class CityShape(_Shape):
    """A file of cities/: what the city changes of the national rules, and nothing else."""

    slug: Word
    code: AreaCode
    name: NameShape
    areas: list[AreaShape] = Field(min_length=1)
    area_groups: list[AreaGroupShape] = Field(default_factory=list)
    instruments: list[InstrumentId]
    turns_on: list[RuleId]
    warning: CityWarningShape | None = None
    rules: list[RuleShape]
