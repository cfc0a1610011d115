"""What the rules speak of: key industries with their processes and grades, areas of a city."""

from dataclasses import dataclass

from planner.rules.records import CLAUSE_NOT_STATED
from planner.terms import Evidence, Grade, RuleStatus

__all__ = [
    "AreaName",
    "KeyIndustry",
    "SubProcess",
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
