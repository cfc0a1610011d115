"""The shape of a file of what-ifs: what is asked at first, and scenario by scenario what is changed."""

from typing import Annotated, Literal

from pydantic import Field

from planner.rules.shapes import Day
from planner.rules.strict_shape import StrictShape
from planner.terms import GradeOrder, Level, Mode

__all__ = ["AskedShape", "ChangeShape", "NewRowShape", "ScenarioShape", "ScenariosShape"]

Cell = str | int | float | bool
LONGEST_NAME = 80


LevelWord = Annotated[Level, Field(strict=False)]
ModeWord = Annotated[Mode, Field(strict=False)]
OrderWord = Annotated[GradeOrder, Field(strict=False)]
Name = Annotated[str, Field(pattern=r"^[a-z0-9]+([._-][a-z0-9]+)*$", max_length=LONGEST_NAME)]
Title = Annotated[str, Field(pattern=r"^([^\s=+\-@＝＋－＠].*)?$")]
"""A title goes into spreadsheets: it never begins with the sign of a formula."""
Share = Annotated[float, Field(ge=0.0, le=1.0)]


class ChangeShape(StrictShape):
    """Rows of the list, chosen by `where` (of those the `largest` enterprises by emissions), and their change."""

    where: dict[str, Cell | list[Cell]] = Field(default_factory=dict)
    largest: Annotated[int, Field(ge=1)] | None = None
    set: dict[str, Cell] = Field(default_factory=dict)
    scale: dict[str, float | int] = Field(default_factory=dict)
    close: bool = False
    refile: bool = False


class NewRowShape(StrictShape):
    """A new row, like one of the list but for what is `set`."""

    like: str
    set: dict[str, Cell]


class AskedShape(StrictShape):
    """What is asked; what is left out is as in the question that the scenarios change."""

    level: LevelWord | None = None
    mode: ModeWord | None = None
    on: Day | None = None
    law_on: Day | None = None
    duration_days: Annotated[int, Field(ge=1, le=30)] | None = None
    grade_order: OrderWord | None = None
    withstand: Annotated[int, Field(ge=1)] | None = None
    probability: Share | None = None
    compliance: str | None = None
    season: str | None = None
    forecast: str | None = None
    most_told: Annotated[int, Field(ge=0)] | None = None


class ScenarioShape(AskedShape):
    """One what-if."""

    name: Name
    title: Title = ""
    note: str = ""
    enterprises: list[ChangeShape] = Field(default_factory=list)
    add: list[NewRowShape] = Field(default_factory=list)
    rules: dict[str, float | int] = Field(default_factory=dict)
    targets: dict[Literal["so2", "nox", "pm", "vocs", "so2_nox"], float | int] = Field(default_factory=dict)


class ScenariosShape(StrictShape):
    """A file of scenarios."""

    schema_version: Literal[1]
    city: str
    question: AskedShape = Field(default_factory=AskedShape)
    scenarios: Annotated[list[ScenarioShape], Field(min_length=1)]
