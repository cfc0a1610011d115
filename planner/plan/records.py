"""Plan and the reports beside it, as plain frozen records."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from planner.plan.change_order import ChangeOrder
from planner.plan.fairness import Fairness
from planner.plan.robust import RobustRow
from planner.problem.records import Floats, Indices
from planner.terms import Basis, Pollutant

__all__ = [
    "AuditCheck",
    "AuditReport",
    "Curtailment",
    "Exchange",
    "Plan",
    "PlanDay",
    "PollutantTotal",
    "Result",
    "Shortfall",
    "SolveReport",
    "StageReport",
    "Status",
    "Tail",
    "Verdict",
]


class Status(StrEnum):
    """How far a search came: `optimal` means gap <= 1e-6, `infeasible` that the cuts cannot all be met."""

    OPTIMAL = "optimal"
    FEASIBLE = "feasible"
    INFEASIBLE = "infeasible"
    UNKNOWN = "unknown"


class Verdict(StrEnum):
    """What the referee says; only a refused plan is hidden."""

    PASSED = "passed"
    PASSED_WITH_SHORTFALL = "passed_with_shortfall"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True, kw_only=True)
class PollutantTotal:
    """One pollutant's account: shares are of the base, 0..1."""

    pollutant: Pollutant
    base_kg_per_day: float
    reduction_kg_per_day: float
    share: float
    target_share: float
    met: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Exchange:
    """The SO2-NOx row: `used` where one of the two lies below the level's share and the sum carries it."""

    required_sum_share: float
    sum_share: float
    used: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Curtailment:
    """What one source must do.

    Attributes:
        option: place of the option in the source's menu, from 0.
        kept_share: permitted share of normal activity (1: a duty only).
        reduction_kg_per_day: in POLLUTANTS order.
        start: where the episode is looked at day by day, the moment from which a slow process comes down.
        citations: rule ids and `list:` with the source id; never empty.
        kept_by_day: permitted share on each day where it changes; empty where it is `kept_share` on all of them.
    """

    source_id: str
    enterprise_id: str
    option: int
    measures: tuple[str, ...]
    kept_share: float
    start: datetime
    end: datetime | None
    reduction_kg_per_day: tuple[float, ...]
    cost_yuan: float
    basis: Basis
    citations: tuple[str, ...]
    kept_by_day: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Shortfall:
    """A cut that is missed.

    Attributes:
        pollutant: a Pollutant, or `so2_nox` for the sum, whose kilograms are the NOx that alone would close it.
    """

    pollutant: str
    missing_share: float
    missing_kg_per_day: float


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanDay:
    """One day of an episode: its number from 1, its hours, what is real on it and what is missed.

    Attributes:
        totals: reductions real on the day; `met` of this day alone.
    """

    day: int
    start: datetime
    end: datetime
    totals: tuple[PollutantTotal, ...]
    shortfalls: tuple[Shortfall, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Tail:
    """What goes on after the end until normal activity: it is paid for and counts toward no cut.

    Attributes:
        reduction_kg: in POLLUTANTS order, at most: as if nothing were emitted of it until then.
        cost_yuan: value added lost after the end, part of the plan's cost.
    """

    reduction_kg: tuple[float, ...]
    cost_yuan: float


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Plan:
    """A plan: the option of every source, and everything that follows.

    Where the episode is looked at day by day, `totals` are those of the mean day, `met` where each day is, and
    `shortfalls` hold the worst day of each cut.

    Attributes:
        chosen: (n,) option index of each source.
        by_basis: (3, p) shares of the base that floors, filed measures and choices take, increments in BASES order.
        required_share: (c,) share required of each cohort.
        changes: whom the plan tells something else than the order in force; None where there is none.
        fairness: what breaking the grade order is paid; None where it has no price.
        robust: each cut under the failures that it is to withstand; empty where none are named.
        days, tail: where the episode is looked at day by day: the account of each day, and what follows the end.
    """

    chosen: Indices
    objective_yuan: float
    totals: tuple[PollutantTotal, ...]
    exchange: Exchange
    by_basis: Floats
    curtailments: tuple[Curtailment, ...]
    shortfalls: tuple[Shortfall, ...]
    required_share: Floats
    days: tuple[PlanDay, ...] = ()
    tail: Tail | None = None
    changes: ChangeOrder | None = None
    robust: tuple[RobustRow, ...] = ()
    fairness: Fairness | None = None

    @property
    def misses_more(self) -> bool:
        """Whether a limit of changes or a cut under failures is missed."""
        exceeds = self.changes is not None and self.changes.excess > 0
        return exceeds or any(item.missing_share for item in self.robust)


@dataclass(frozen=True, slots=True, kw_only=True)
class StageReport:
    """One stage of the objective: its name, the value reached and the proven bound."""

    name: str
    value: float
    bound: float


@dataclass(frozen=True, slots=True, kw_only=True)
class SolveReport:
    """What the search can prove of the cost stage; gap = (objective - bound) / max(1, objective)."""

    bound_yuan: float
    gap: float
    stages: tuple[StageReport, ...]
    termination: str
    solver_version: str
    seed: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """Status, plan or none, report or none."""

    status: Status
    plan: Plan | None
    report: SolveReport | None


@dataclass(frozen=True, slots=True, kw_only=True)
class AuditCheck:
    """One check of the referee: `place` names the source, row or field where it failed first, '' where it passed."""

    code: str
    passed: bool
    place: str = ""
    expected: str = ""
    found: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class AuditReport:
    """The referee's verdict and all of its checks."""

    verdict: Verdict
    checks: tuple[AuditCheck, ...]
