"""PlanProblem: everything a plan is decided and judged on, as arrays.

Axes: n sources sorted by source_id; m options, those of source i at first_option[i]:first_option[i+1], the first the
least that the floors (and in `filed` and `fill` the filed measures) leave; p the four pollutants in POLLUTANTS order;
c cohorts (one grade of one county and sub-process); q steps of the ladder of required shares; u whole-line units (one
enterprise inside one cohort); r share rules. NO_INDEX stands for none.
"""

from dataclasses import dataclass
from datetime import date, datetime

import numpy as np
from numpy.typing import NDArray

from planner.inventory import AppliedMove
from planner.problem.citation import Citation
from planner.problem.day_table import DayTable, Schedule
from planner.problem.off_peak_use import OffPeakUse, RestingLine
from planner.problem.order_in_force import OrderInForce
from planner.problem.reference import Reference
from planner.problem.robust import Robust
from planner.problem.season_hours import SeasonHours
from planner.problem.side_tables import SideTables
from planner.problem.soft_order import SoftOrder
from planner.terms import Basis, GradeOrder, Level, Mode

__all__ = [
    "BASES",
    "FILED_TAG",
    "NO_INDEX",
    "SHARE_TOLERANCE",
    "Citation",
    "CohortTable",
    "DayTable",
    "Flags",
    "Floats",
    "Indices",
    "OffPeakUse",
    "OptionTable",
    "OrderInForce",
    "PlanProblem",
    "ProblemHeader",
    "Reference",
    "RestingLine",
    "Robust",
    "Schedule",
    "SeasonHours",
    "ShareRuleTable",
    "SoftOrder",
    "SourceTable",
    "Targets",
    "UnitTable",
]

NO_INDEX = -1
SHARE_TOLERANCE = 1e-12
"""A share this close below its target meets it: the sum of two exact shares may round off its last digit."""
FILED_TAG = "list"
"""In a citation set: the source's own row of the filed list, shown as `list:` and the source id."""

Floats = NDArray[np.float64]
Indices = NDArray[np.int64]
Flags = NDArray[np.bool_]


@dataclass(frozen=True, slots=True, kw_only=True)
class ProblemHeader:
    """What the problem answers; `end` None: until further notice; `off_peak` None: no off-peak plan was given.

    `notice_hours`: hours between the order and the start where the episode is looked at day by day, else None.
    `grade_order` OFF: every source chooses from its menu by itself; SOFT: what `soft` of the problem says it pays.
    """

    city_code: str
    city_slug: str
    level: Level
    mode: Mode
    on: date
    start: datetime
    end: datetime | None
    duration_days: int
    list_sha256: str
    rules_sha256: str
    off_peak: OffPeakUse | None = None
    notice_hours: float | None = None
    grade_order: GradeOrder = GradeOrder.HARD


@dataclass(frozen=True, slots=True, kw_only=True)
class Targets:
    """The cuts as shares of the base, 0..1.

    Attributes:
        share: (p,) least share of each pollutant; for SO2 and NOx the floor of the exchange.
        exchange_sum_share: least sum of the SO2 and NOx shares.
        level_share: the level's share (10, 20, 30 %) as the rules give it.
        warning_share: SO2 or NOx below this share is warned of.
    """

    share: Floats
    exchange_sum_share: float
    level_share: float
    warning_share: float


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class SourceTable:
    """The n sources that count in the base.

    Attributes:
        base_kg_per_day: (n, p) kilograms of a normal day.
        particles_kg_per_day: (n, 2) PM10 and PM2.5 of a normal day, reported beside PM and never added.
        standing_citation: (n,) id of the citation behind a standing other than orderable, '' where there is none.
        first_option: (n + 1,) start of each source's options.
        floor_kg_per_day, filed_kg_per_day: (n, p) reduction that the floors alone, and the floors with the filed
            measure (in `design` the floors again), come to.
        cohort, unit: (n,) the source's cohort and whole-line unit, NO_INDEX outside the grade order.
        step_option: (n, q) option a load-limiting source takes at each required share, NO_INDEX elsewhere.
        can_stop: (n,) whether the line may be halted at all; `monitored` whether a CEMS is installed.
        list_sheet, list_row: (n,) where the source stands in the list.
        answer: (n,) how the rules answer its cell at the level (an Answer), '' for fleets, sites and the rest; empty
            where the problem does not say.
    """

    source_id: tuple[str, ...]
    enterprise_id: tuple[str, ...]
    enterprise_name: tuple[str, ...]
    line_id: tuple[str, ...]
    line_name: tuple[str, ...]
    kind: tuple[str, ...]
    sector: tuple[str, ...]
    county_code: tuple[str, ...]
    industry_code: tuple[str, ...]
    key_industry: tuple[str, ...]
    sub_process: tuple[str, ...]
    grade: tuple[str, ...]
    standing: tuple[str, ...]
    standing_citation: tuple[str, ...]
    meter_id: tuple[str, ...]
    list_sheet: tuple[str, ...]
    base_kg_per_day: Floats
    particles_kg_per_day: Floats
    safe_stop_hours: Floats
    can_stop: Flags
    monitored: Flags
    list_row: Indices
    first_option: Indices
    floor_kg_per_day: Floats
    filed_kg_per_day: Floats
    cohort: Indices
    unit: Indices
    step_option: Indices
    answer: tuple[str, ...] = ()

    @property
    def count(self) -> int:
        """Number of sources n."""
        return len(self.source_id)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class OptionTable:
    """The m options.

    Attributes:
        source: (m,) the source of each option.
        kept_share: (m,) permitted share of normal activity, 0..1 (1: a duty only, or nothing).
        halts: (m,) whether the option halts a whole line.
        reduction_kg_per_day: (m, p).
        cost_yuan: (m,) value added lost over the episode and restart.
        measures, citations: (m,) index into `measure_sets` and `citation_sets`.
        basis: (m,) index into BASES: floor, filed or chosen.
    """

    source: Indices
    kept_share: Floats
    halts: Flags
    reduction_kg_per_day: Floats
    cost_yuan: Floats
    measures: Indices
    citations: Indices
    basis: Indices
    measure_sets: tuple[tuple[str, ...], ...]
    citation_sets: tuple[tuple[str, ...], ...]

    @property
    def count(self) -> int:
        """Number of options m."""
        return len(self.source)


BASES: tuple[Basis, ...] = (Basis.FLOOR, Basis.FILED, Basis.CHOSEN)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class CohortTable:
    """The c cohorts: enterprises of one grade in one county and sub-process, which get one required share.

    Attributes:
        group: (c,) cohorts of one county and sub-process share a group.
        rank: (c,) order of the grade inside its group, better first.
        steps: (q,) ladder of required shares, ascending from 0.
        allowed: (c, q) the steps that the grade's menu permits; step 0 always.
        label: (c,) `county/industry/sub-process/grade`.
    """

    group: Indices
    rank: Indices
    steps: Floats
    allowed: Flags
    label: tuple[str, ...]

    @property
    def count(self) -> int:
        """Number of cohorts c."""
        return len(self.label)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class UnitTable:
    """The u whole-line units: the lines of one enterprise in one cohort, of which whole lines are halted.

    Attributes:
        cohort: (u,).
        halts_min, halts_max: (u, q) number of lines halted at each required share, rounded up to whole lines.
        label: (u,) `enterprise_id/cohort label`.
    """

    cohort: Indices
    halts_min: Indices
    halts_max: Indices
    label: tuple[str, ...]

    @property
    def count(self) -> int:
        """Number of units u."""
        return len(self.label)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class ShareRuleTable:
    """The r enterprise share rules: of its members at least `required` weight is halted.

    Attributes:
        first_member: (r + 1,) start of each rule's members in `member` and `weight`.
        member: source index; `weight` 1 for shares by count, capacity otherwise.
        required: (r,) weight to be halted, for counts rounded up to whole lines.
        citation: (r,) rule id; `label` (r,) `enterprise_id/rule id`.
    """

    first_member: Indices
    member: Indices
    weight: Floats
    required: Floats
    citation: tuple[str, ...]
    label: tuple[str, ...]

    @property
    def count(self) -> int:
        """Number of share rules r."""
        return len(self.label)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class PlanProblem:
    """A plan's whole question: `citations` that it names, by id, `moves` behind its grades, by process and day.

    `references` are ways of answering that no search made, for comparison; empty where none was counted.
    `days`: the episode day by day, on each of which the cuts must hold; None: they hold on the mean day.
    `side`: what several sources owe together; None where no such family is on.
    `soft`: what breaking equal treatment and grade order costs; None where both hold, or neither does.
    """

    header: ProblemHeader
    targets: Targets
    sources: SourceTable
    options: OptionTable
    cohorts: CohortTable
    units: UnitTable
    share_rules: ShareRuleTable
    citations: tuple[Citation, ...]
    moves: tuple[AppliedMove, ...] = ()
    references: tuple[Reference, ...] = ()
    season: SeasonHours | None = None
    order_in_force: OrderInForce | None = None
    robust: Robust | None = None
    days: DayTable | None = None
    side: SideTables | None = None
    soft: SoftOrder | None = None
