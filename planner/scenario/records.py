"""What-ifs as data: what is changed in the list, in the law and in the question."""

from dataclasses import dataclass, field
from datetime import date

from planner.terms import GradeOrder, Level, Mode

__all__ = ["BASE", "Asked", "NewRow", "RowChange", "Scenario", "ScenarioSet"]

BASE = "base"
"""Name of the question as it stands, beside which every scenario is shown."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RowChange:
    """A change of rows of the list.

    Attributes:
        where: columns with the cells that they may hold; rows that agree with all of them are meant.
        largest: of the enterprises meant only so many, those with the largest sum of the four pollutants; 0: all.
        put: columns with their new cells, spelled as a list spells them.
        scale: columns with the factor by which their numbers are multiplied.
        close: whether the rows stop for good: neither base nor reduction.
        refile: whether their filed measures are taken back, so that the rules alone bind.
    """

    where: tuple[tuple[str, tuple[str, ...]], ...] = ()
    largest: int = 0
    put: tuple[tuple[str, str], ...] = ()
    scale: tuple[tuple[str, float], ...] = ()
    close: bool = False
    refile: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class NewRow:
    """A new row of the list, like the source `like` but for the cells `put`, its `source_id` among them."""

    like: str
    put: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What is asked; None: as in the question that the scenario changes.

    Attributes:
        law_on: day whose law holds, where it is another than the plan's own.
        withstand: number of failures that the cuts are to withstand.
        probability: chance with which they are to hold under the rates of the file `compliance`.
        season: ledger of the hours that lines stood still this winter, a file.
        forecast: file whose advised level is asked for.
        most_told: at most so many enterprises, fleets and sites are told anything.
        files_sha256: hash over the contents of the files named, '' where none is: another content is another question.
    """

    level: Level | None = None
    mode: Mode | None = None
    on: date | None = None
    law_on: date | None = None
    duration_days: int | None = None
    grade_order: GradeOrder | None = None
    withstand: int | None = None
    probability: float | None = None
    compliance: str | None = None
    season: str | None = None
    forecast: str | None = None
    most_told: int | None = None
    files_sha256: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Scenario:
    """One what-if.

    Attributes:
        rows, added: changes of the list, in this order.
        rules: ids of rules with another value.
        targets: cuts (a pollutant, or `so2_nox` for the sum) with another least share of the base.
    """

    name: str
    title: str = ""
    note: str = ""
    asked: Asked = field(default_factory=Asked)
    rows: tuple[RowChange, ...] = ()
    added: tuple[NewRow, ...] = ()
    rules: tuple[tuple[str, float], ...] = ()
    targets: tuple[tuple[str, float], ...] = ()

    @property
    def changes_list(self) -> bool:
        """Whether any row of the list is changed or added."""
        return bool(self.rows or self.added)


@dataclass(frozen=True, slots=True, kw_only=True)
class ScenarioSet:
    """The scenarios of a file, in its order, and the question that they change."""

    city: str
    question: Asked
    scenarios: tuple[Scenario, ...]
