"""What came of a scenario: the account of its plan, and what each enterprise bears in it."""

from dataclasses import asdict, dataclass, fields
from math import fsum
from typing import Any

import pandas as pd

from planner.plan import Curtailment, Plan, SolveReport, Status, asked_share, price_rows, status_of
from planner.problem import PlanProblem
from planner.scenario.answer_digest import answer_digest
from planner.scenario.records import Scenario
from planner.terms import POLLUTANTS

__all__ = [
    "FIRM_COLUMNS",
    "PLANNED",
    "PRICED",
    "ScenarioOutcome",
    "firm_table",
    "outcome_of",
    "outcome_without_plan",
]

FIRM_COLUMNS = ("enterprise_id", "enterprise_name", "county_code", "cost_yuan", "stopped_hours",
                *(f"{item}_kg_per_day" for item in POLLUTANTS), "told")  # fmt: skip
HOURS_OF_DAY = 24.0
PLANNED, PRICED = "planned", "priced"


@dataclass(frozen=True, slots=True, kw_only=True)
class ScenarioOutcome:
    """The account of one plan.

    Attributes:
        status: how far the search came; `unknown` where there is no plan or the referee refuses it.
        cost_yuan, bound_yuan: over the episode; 0 where there is no plan.
        reduction_kg_per_day, share: by pollutant in POLLUTANTS order; shares of the base, 0..1.
        missing: cuts that are missed, a pollutant or `so2_nox` each, with the missing share of the base.
        enterprises, sources: how many are told anything.
        told: how many enterprises, fleets and sites are told anything; `most_told` the limit of it, -1 where none is
            set; `beyond` by how many it is broken, because no plan keeps it.
        asked: cuts that ask something, a pollutant or `so2_nox`, with the share of the base.
        stopped_hours: hours of full standstill over all lines (a line at 70 % for 10 h counts 3), over the episode.
        reason: codes of the findings that kept it from an answer.
        answer_sha256: hash of the problem and the options chosen, '' where there is no plan.
        kind: PLANNED, by a search and refereed; or PRICED: a plan at hand and a bound at known prices, unrefereed.
    """

    name: str
    title: str
    status: str
    level: str
    mode: str
    on: str
    cost_yuan: float = 0.0
    bound_yuan: float = 0.0
    gap: float = 0.0
    base_kg_per_day: tuple[float, ...] = ()
    reduction_kg_per_day: tuple[float, ...] = ()
    share: tuple[float, ...] = ()
    missing: tuple[tuple[str, float], ...] = ()
    enterprises: int = 0
    sources: int = 0
    stopped_hours: float = 0.0
    reason: tuple[str, ...] = ()
    answer_sha256: str = ""
    duration_days: int = 0
    told: int = 0
    most_told: int = -1
    beyond: int = 0
    asked: tuple[tuple[str, float], ...] = ()
    kind: str = PLANNED

    @property
    def has_plan(self) -> bool:
        """Whether there is a plan, be it one that misses a cut."""
        return bool(self.answer_sha256)

    @property
    def is_planned(self) -> bool:
        """Whether the plan was searched and refereed, so that its enterprises can be compared."""
        return self.has_plan and self.kind == PLANNED

    def as_json(self) -> dict[str, Any]:
        """The record as plain data, every field by its name; that it is planned goes without saying."""
        content = asdict(self)
        if self.kind == PLANNED:
            del content["kind"]
        return content

    @classmethod
    def from_json(cls, content: dict[str, Any]) -> "ScenarioOutcome":
        """The record that `as_json` gave, lists made tuples again."""
        values: dict[str, Any] = {
            item.name: _frozen(content[item.name]) for item in fields(cls) if item.name in content
        }
        return cls(**values)


def _frozen(value: object) -> object:
    return tuple(_frozen(item) for item in value) if isinstance(value, list) else value


def outcome_of(scenario: Scenario, problem: PlanProblem, plan: Plan, report: SolveReport) -> ScenarioOutcome:
    """The account of a plan; its `answer_sha256` is over everything the problem says and the options chosen."""
    header, totals = problem.header, plan.totals
    told = {item.enterprise_id for item in plan.curtailments} - {""}
    limit = problem.order_in_force.most_changes if problem.order_in_force else None
    return ScenarioOutcome(
        name=scenario.name,
        title=scenario.title,
        status=str(status_of(plan, report.gap)),
        level=str(header.level),
        mode=str(header.mode),
        on=header.on.isoformat(),
        cost_yuan=plan.objective_yuan,
        bound_yuan=report.bound_yuan,
        gap=report.gap,
        base_kg_per_day=tuple(item.base_kg_per_day for item in totals),
        reduction_kg_per_day=tuple(item.reduction_kg_per_day for item in totals),
        share=tuple(item.share for item in totals),
        missing=tuple((item.pollutant, item.missing_share) for item in plan.shortfalls),
        enterprises=len(told),
        sources=len(plan.curtailments),
        stopped_hours=fsum(_stopped_hours(item, header.duration_days) for item in plan.curtailments),
        answer_sha256=answer_digest(problem, plan.chosen),
        duration_days=header.duration_days,
        told=len({item.enterprise_id or item.source_id for item in plan.curtailments}),
        most_told=-1 if limit is None else limit,
        beyond=plan.changes.excess if plan.changes else 0,
        asked=tuple((row, asked_share(problem, row)) for row in price_rows(problem)),
    )


def _stopped_hours(item: Curtailment, days: int) -> float:
    """Hours of full standstill; a day's own shares where the plan goes by days."""
    if item.kept_by_day:
        return HOURS_OF_DAY * fsum(1.0 - kept for kept in item.kept_by_day)
    return HOURS_OF_DAY * days * (1.0 - item.kept_share)


def outcome_without_plan(scenario: Scenario, reason: tuple[str, ...]) -> ScenarioOutcome:
    """The account of a scenario that got no plan; what it asks is named as far as it says it."""
    asked = scenario.asked
    return ScenarioOutcome(
        name=scenario.name,
        title=scenario.title,
        status=str(Status.UNKNOWN),
        level=str(asked.level or ""),
        mode=str(asked.mode or ""),
        on=asked.on.isoformat() if asked.on else "",
        reason=reason,
    )


def firm_table(problem: PlanProblem, plan: Plan) -> pd.DataFrame:
    """One row an enterprise that is told anything, sorted by `enterprise_id`, with FIRM_COLUMNS.

    `told` spells what each of its lines is told, so that two plans that tell the same can be told from others.
    """
    place = {name: at for at, name in enumerate(problem.sources.source_id)}
    days = problem.header.duration_days
    rows = [
        (
            item.enterprise_id,
            problem.sources.enterprise_name[place[item.source_id]],
            problem.sources.county_code[place[item.source_id]],
            item.cost_yuan,
            _stopped_hours(item, days),
            *item.reduction_kg_per_day,
            f"{item.source_id}:{item.kept_share:g}:{'+'.join(sorted(item.measures))}",
        )
        for item in plan.curtailments
        if item.enterprise_id
    ]
    table = pd.DataFrame(rows, columns=list(FIRM_COLUMNS))
    how: dict[str, Any] = dict.fromkeys(FIRM_COLUMNS[3:-1], "sum") | {
        "enterprise_name": "first",
        "county_code": "first",
        "told": " ".join,
    }
    return table.groupby("enterprise_id", as_index=False, sort=True).agg(how)[list(FIRM_COLUMNS)]
