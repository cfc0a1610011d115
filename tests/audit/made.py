"""A small city that has everything the referee looks at, its honest plan, and its plan file."""

from dataclasses import dataclass
from datetime import datetime
from functools import cache

from planner.audit import audit_plan
from planner.inventory import Inventory
from planner.plan import Plan, PlanDocument, Provenance, SolveReport, find_baselines, plan_to_text, rests_on
from planner.problem import PlanProblem, build_problem, problem_to_text
from planner.problem.records import Indices
from planner.solve import SolveSettings, solve_problem
from planner.terms import BEIJING, Level, Mode
from tests.tiny import alert, inventory, rest, rules_in_force, source, with_share

MONEY = {"value_added_yuan_per_day": 1000.0, "restart_cost_yuan": 500.0}
CLINKER = {"key_industry": "cement", "sub_process": "clinker", **MONEY}
PLACE = {"enterprise_id": "", "grade": "none", "key_industry": "none"}
ENOUGH, TOO_MUCH = 0.3, 0.9


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Case:
    """A problem with its plan and what the search says of it."""

    problem: PlanProblem
    plan: Plan
    report: SolveReport

    def place(self, source_id: str) -> int:
        """The index of a source."""
        return self.problem.sources.source_id.index(source_id)

    def choose(self, **options: int) -> Indices:
        """The plan's choice with other options, as places in the menus of these sources."""
        chosen = self.plan.chosen.copy()
        for source_id, option in options.items():
            index = self.place(source_id)
            chosen[index] = self.problem.sources.first_option[index] + option
        return chosen


def rows() -> list[dict[str, object]]:
    """Clinker under a share rule, casting firms, duties, a filed measure, a site, a fleet, and bystanders."""
    kilograms = {"so2_kg_per_day": 10.0, "nox_kg_per_day": 20.0, "pm_kg_per_day": 30.0, "vocs_kg_per_day": 5.0}
    return [
        *[source(f"k{line}", enterprise_id="EK", **CLINKER, **kilograms) for line in range(3)],
        source("b1", grade="B", **MONEY, **kilograms),
        source("b2", grade="B", **MONEY, **kilograms),
        source("c1", **MONEY, **kilograms),
        *[source(f"u{line}", enterprise_id="EU", hold_hot_share=0.1, **MONEY, **kilograms) for line in range(3)],
        source("h1", county_code="140404", yellow_measure="halt", yellow_kept_share=0.0, **MONEY, **kilograms),
        source("duty", county_code="140405", grade="B", vehicles_per_day=20.0, **MONEY),
        source("exempt", exempt_through="red", **kilograms),
        source("alone", grade="A", **kilograms),
        source("yard", source_kind="site", sub_process="construction", pm_kg_per_day=20.0, **PLACE),
        source("trucks", source_kind="fleet", sub_process="road_fleet", nox_kg_per_day=30.0, **PLACE),
        rest(so2=20.0, nox=20.0, pm=20.0, vocs=40.0),
    ]


def city() -> Inventory:
    """The list of the city."""
    return inventory(*rows())


@cache
def case(share: float = ENOUGH) -> Case:
    """The city at yellow in `fill`, solved; `share` is the cut that is asked."""
    rules = with_share(rules_in_force(), Level.YELLOW, share)
    return solved(build_problem(city(), rules, alert(Level.YELLOW), Mode.FILL))


def solved(problem: PlanProblem) -> Case:
    """The case of a problem."""
    result = solve_problem(problem, SolveSettings(gap=0.0))
    assert result.plan is not None
    assert result.report is not None
    return Case(problem=problem, plan=result.plan, report=result.report)


def document(found: Case, problem_file: str | None = "") -> PlanDocument:
    """The document of a case."""
    header = found.problem.header
    return PlanDocument(
        problem=found.problem,
        problem_text=problem_to_text(found.problem),
        plan=found.plan,
        report=found.report,
        audit=audit_plan(found.problem, found.plan, found.report),
        rests_on=rests_on(found.problem, found.plan),
        provenance=Provenance(
            list_sha256=header.list_sha256,
            rules_sha256=header.rules_sha256,
            planner_version="0",
            ortools_version=found.report.solver_version,
            seed=found.report.seed,
        ),
        created_at=datetime(2026, 11, 23, 8, tzinfo=BEIJING),
        problem_file=problem_file,
        baselines=find_baselines(found.problem),
    )


@cache
def file_text(share: float = ENOUGH, problem_file: str | None = "") -> str:
    """The plan file of the city."""
    return plan_to_text(document(case(share), problem_file))
