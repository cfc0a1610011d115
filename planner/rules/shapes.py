"""The one shape of rule files, as models that refuse unknown keys and never convert a value."""

from datetime import date
from typing import Annotated, ClassVar, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, PlainValidator, StringConstraints
from pydantic_core import PydanticCustomError

from planner.rules.records import UNITS
from planner.terms import Answer, Evidence, Grade, Level, Measure, Pollutant, RuleStatus

__all__ = [
    "AreaShape",
    "CityShape",
    "IndustryShape",
    "InstrumentShape",
    "InstrumentsShape",
    "RegisterShape",
    "RuleShape",
    "RulesShape",
    "SubProcessShape",
    "ValueShape",
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


Day = Annotated[date, PlainValidator(_read_day)]
Scalar = Annotated[str | int | float | bool | None, PlainValidator(_read_scalar)]
Unit = Annotated[str, AfterValidator(_known_unit)]
Text = Annotated[str, StringConstraints(min_length=1, pattern=r"^\S")]
Word = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]*$")]
RuleId = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]*(\.[a-z0-9_]+){2,}$")]
InstrumentId = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
AreaCode = Annotated[str, StringConstraints(pattern=r"^[0-9]{6}$")]

# The words of an enumeration are text in the file; everything else stays strict.
GradeWord = Annotated[Grade, Field(strict=False)]
LevelWord = Annotated[Level, Field(strict=False)]
MeasureWord = Annotated[Measure, Field(strict=False)]
PollutantWord = Annotated[Pollutant, Field(strict=False)]
AnswerWord = Annotated[Answer, Field(strict=False)]
StatusWord = Annotated[RuleStatus, Field(strict=False)]
EvidenceWord = Annotated[Evidence, Field(strict=False)]


class _Shape(BaseModel):
    model_config: ClassVar[ConfigDict] = ConfigDict(extra="forbid", strict=True, frozen=True)


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


class ValueShape(_Shape):
    """A value true from a day on; `value: null` ends the rule."""

    from_day: Day = Field(alias="from")
    value: Scalar
    unit: Unit
    instrument: InstrumentId
    clause: Text
    status: StatusWord
    evidence: EvidenceWord
    still_valid_on: Day
    note: str = ""


class ScopeShape(_Shape):
    """What the rule speaks of; what is left out stands for any."""

    industry: Word = ""
    sub_process: Word = ""
    grade: GradeWord | None = None
    level: LevelWord | None = None
    pollutant: PollutantWord | None = None


class RuleShape(_Shape):
    """One rule."""

    id: RuleId
    kind: Literal["parameter", "floor", "duty", "menu", "standing", "principle"]
    title: NameShape
    scope: ScopeShape
    measure: MeasureWord | None = None
    basis: Literal["", "count", "capacity", "load"] = ""
    answer: AnswerWord
    values: list[ValueShape] = Field(min_length=1)


class RulesShape(_Shape):
    """A file of national rules."""

    rules: list[RuleShape] = Field(min_length=1)


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
    clause: Text
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


class CityShape(_Shape):
    """A file of cities/: what the city changes of the national rules, and nothing else."""

    slug: Word
    code: AreaCode
    name: NameShape
    areas: list[AreaShape] = Field(min_length=1)
    instruments: list[InstrumentId]
    turns_on: list[RuleId]
    rules: list[RuleShape]
