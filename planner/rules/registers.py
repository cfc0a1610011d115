"""What the rules speak of: key industries with their processes and grades, areas of a city."""

from dataclasses import dataclass
from datetime import date

from planner.rules.records import CLAUSE_NOT_STATED
from planner.terms import Evidence, Grade, Level, RuleStatus

__all__ = [
    "AreaGroup",
    "AreaName",
    "KeyIndustry",
    "MissingCells",
    "SubProcess",
    "Witness",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class AreaName:
    """A county or development zone of a city: its code, its names, `kind` county or development_zone.

    Attributes:
        status: whether the code is confirmed; zones have none in GB/T 2260.
    """

    code: str
    name_zh: str
    name_en: str
    kind: str
    status: RuleStatus = RuleStatus.CONFIRMED
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class AreaGroup:
    """Areas that are controlled together, such as a main city with its ring; `areas` are codes of the overlay."""

    code: str
    name_zh: str
    name_en: str
    areas: tuple[str, ...]
    instrument: str
    clause: str
    status: RuleStatus
    evidence: Evidence
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class MissingCells:
    """Cells (industry x process x grade x level) that no source answers.

    Attributes:
        from_day: first day of the gap; `until` the first day after it, None where it is open.
    """

    industry: str
    sub_process: str
    grades: tuple[Grade, ...]
    levels: tuple[Level, ...]
    from_day: date
    until: date | None = None
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Witness:
    """What a source says that is no rule here: kept as history, never ordered.

    Attributes:
        sub_process, grade, level: as the source words them.
        measure: code of a Measure; `value` in `unit`, both empty where the source gives none.
        why: why it is no rule, a word of WITNESS_REASONS.
    """

    id: str
    industry: str
    sub_process: str
    grade: str
    level: str
    measure: str
    value: float | int | str | bool | None
    unit: str
    instrument: str
    clause: str
    why: str
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SubProcess:
    """A process inside a key industry, graded and ordered by itself.

    Attributes:
        grades: grades that a row of this process may carry, best first; never empty.
        status, evidence: how sure the scheme of grades is.
    """

    code: str
    name_zh: str
    name_en: str
    grades: tuple[Grade, ...]
    status: RuleStatus = RuleStatus.TO_CONFIRM
    evidence: Evidence = Evidence.RECALLED
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyIndustry:
    """A key industry of the technical guide (重点行业), with its processes.

    Attributes:
        number: 1 to 39 in the guide's order; 0 for firms of no key industry.
        instrument: the guide that lists it; `status`, `evidence` say how sure its place in the list is.
    """

    number: int
    code: str
    name_zh: str
    name_en: str
    sub_processes: tuple[SubProcess, ...]
    instrument: str = ""
    clause: str = CLAUSE_NOT_STATED
    status: RuleStatus = RuleStatus.TO_CONFIRM
    evidence: Evidence = Evidence.RECALLED
    note: str = ""

    def sub_process(self, code: str) -> SubProcess | None:
        """The process of this code, None where the industry has none."""
        return next((item for item in self.sub_processes if item.code == code), None)
