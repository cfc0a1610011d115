"""What estimates rest on: stated factors of a process, and the conventions for what a list leaves unsaid."""

import csv
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files

__all__ = ["Convention", "ProcessFactors", "conventions"]


@dataclass(frozen=True, slots=True, kw_only=True)
class ProcessFactors:
    """Stated factors of one process of one key industry.

    Attributes:
        key_industry, sub_process: the rows that they hold for.
        per_tonne: fields whose daily amount is so much for each tonne of activity a day.
        of_pm: fields that are a part of the row's total particulate matter.
        fixed: fields that are the same for every line of the process.
        source: where the factors are stated.
    """

    key_industry: str
    sub_process: str
    per_tonne: Mapping[str, float] = field(default_factory=dict)
    of_pm: Mapping[str, float] = field(default_factory=dict)
    fixed: Mapping[str, float] = field(default_factory=dict)
    source: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Convention:
    """What an unsaid cell of a field is taken for, and why."""

    field: str
    value: str
    reason: str


@cache
def conventions() -> tuple[Convention, ...]:
    """The conventions of conventions.csv."""
    text = files("planner.inventory.meaning").joinpath("conventions.csv").read_text("utf-8")
    return tuple(Convention(**row) for row in csv.DictReader(text.splitlines(), strict=True))
