"""The shapes of the files in warning/, which refuse unknown keys and never convert a value."""

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from planner.rules.shapes import (
    Clause,
    Day,
    EvidenceWord,
    InstrumentId,
    NameShape,
    Number,
    StatusWord,
    Text,
    Word,
)
from planner.rules.strict_shape import StrictShape
from planner.rules.warning_records import WarningStage

__all__ = [
    "AqiItemShape",
    "AqiShape",
    "CategoryShape",
    "CriteriaSetShape",
    "CriteriaShape",
    "CriterionShape",
    "StandardShape",
    "VariantShape",
    "VariantsShape",
    "WarningConditionShape",
]

SetId = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(_[a-z0-9]+)*$")]
CriterionId = Annotated[str, StringConstraints(pattern=r"^[a-z0-9_]+(\.[a-z0-9_]+)+$")]
StageWord = Annotated[WarningStage, Field(strict=False)]
Colour = Annotated[int, Field(ge=0, le=255)]
Index = Annotated[int, Field(ge=0, le=500)]


class _SourcedShape(StrictShape):
    """Where a piece of law comes from and from when it holds."""

    from_day: Day = Field(alias="from")
    instrument: InstrumentId
    clause: Clause
    status: StatusWord
    evidence: EvidenceWord
    still_valid_on: Day
    note: str = ""


class AqiItemShape(StrictShape):
    """A column of a standard's table."""

    code: Word
    pollutant: Literal["pm25", "pm10", "so2", "no2", "o3", "co"]
    decimals: int = Field(ge=0, le=3)
    breakpoints: list[Number] = Field(min_length=2)
    above_iaqi: Index | None = None
    above_item: Word = ""


class StandardShape(_SourcedShape):
    """A standard of the air quality index."""

    id: SetId
    name: Text
    daily_items: list[Word] = Field(min_length=1)
    hourly_items: list[Word] = Field(min_length=1)
    steps: list[Index] = Field(min_length=2)
    items: list[AqiItemShape] = Field(min_length=1)


class CategoryShape(StrictShape):
    """A category of the index."""

    code: Word
    name: NameShape
    least: Index
    rgb: list[Colour] = Field(min_length=3, max_length=3)
    instrument: InstrumentId
    clause: Clause


class AqiShape(StrictShape):
    """The file warning/aqi.yaml."""

    standards: list[StandardShape] = Field(min_length=1)
    categories: list[CategoryShape] = Field(min_length=1)


class WarningConditionShape(StrictShape):
    """A quantity against a threshold for so many hours; one of `over` and `at_least`."""

    quantity: Literal["aqi", "pm25_24h", "iaqi_o3", "aqi_1h", "so2_1h"]
    over: Number | None = None
    at_least: Number | None = None
    hours: int = Field(ge=1, le=240)


class CriterionShape(StrictShape):
    """One way to reach a stage."""

    id: CriterionId
    stage: StageWord
    all_of: list[WarningConditionShape] = Field(min_length=1)


class CriteriaSetShape(_SourcedShape):
    """The criteria of one regime."""

    id: SetId
    title: NameShape
    criteria: list[CriterionShape] = Field(min_length=1)


class VariantShape(CriteriaSetShape):
    """What a city adds to the regime or puts in its place."""

    takes: Literal["adds", "replaces"]
    response: Literal["", "mandatory", "health_notice"]


class CriteriaShape(StrictShape):
    """The file warning/criteria.yaml."""

    regimes: list[CriteriaSetShape] = Field(min_length=1)


class VariantsShape(StrictShape):
    """The file warning/variants.yaml."""

    variants: list[VariantShape]
