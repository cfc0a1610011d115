"""The records of an answer: Plan, Curtailment, SolveReport, Result, AuditReport; and what follows from chosen options.

Takes a PlanProblem and the chosen options, gives Plan and the plan document. Imports problem, terms, errors.
"""

from planner.plan.alternatives import (
    Alternative,
    choice_of,
    enterprises_between,
    find_alternative,
    read_alternatives,
)
from planner.plan.assemble import assemble_plan, required_steps
from planner.plan.baselines import Baseline, BaselineName, find_baselines
from planner.plan.document import PlanDocument, Provenance, plan_answers, plan_body, plan_to_text
from planner.plan.facts import RestsOn, missing_points, relative_gap, rests_on, status_of
from planner.plan.grounds import Ground, MeasureGround, curtailment_grounds, measure_grounds, without_floor
from planner.plan.prices import PRICE_STEP, Price, PriceStep, asked_share, price_rows, read_prices
from planner.plan.records import (
    AuditCheck,
    AuditReport,
    Curtailment,
    Exchange,
    Plan,
    PollutantTotal,
    Result,
    Shortfall,
    SolveReport,
    StageReport,
    Status,
    Verdict,
)
from planner.plan.share_halts import cheapest_halts
from planner.plan.why_not import Clash, Clause, HeldBack, Relaxation, Volunteer, WhyNot, find_held_back, read_why_not

__all__ = [
    "PRICE_STEP",
    "Alternative",
    "AuditCheck",
    "AuditReport",
    "Baseline",
    "BaselineName",
    "Clash",
    "Clause",
    "Curtailment",
    "Exchange",
    "Ground",
    "HeldBack",
    "MeasureGround",
    "Plan",
    "PlanDocument",
    "PollutantTotal",
    "Price",
    "PriceStep",
    "Provenance",
    "Relaxation",
    "RestsOn",
    "Result",
    "Shortfall",
    "SolveReport",
    "StageReport",
    "Status",
    "Verdict",
    "Volunteer",
    "WhyNot",
    "asked_share",
    "assemble_plan",
    "cheapest_halts",
    "choice_of",
    "curtailment_grounds",
    "enterprises_between",
    "find_alternative",
    "find_baselines",
    "find_held_back",
    "measure_grounds",
    "missing_points",
    "plan_answers",
    "plan_body",
    "plan_to_text",
    "price_rows",
    "read_alternatives",
    "read_prices",
    "read_why_not",
    "relative_gap",
    "required_steps",
    "rests_on",
    "status_of",
    "without_floor",
]
