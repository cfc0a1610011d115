"""The records of an answer: Plan, Curtailment, SolveReport, Result, AuditReport; and what follows from chosen options.

Takes a PlanProblem and the chosen options, gives Plan and the plan document. Imports problem, terms, errors.
"""

from planner.plan.assemble import assemble_plan, required_steps
from planner.plan.document import PlanDocument, Provenance, plan_body, plan_to_text
from planner.plan.facts import RestsOn, missing_points, relative_gap, rests_on, status_of
from planner.plan.grounds import Ground, MeasureGround, curtailment_grounds, measure_grounds, without_floor
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

__all__ = [
    "AuditCheck",
    "AuditReport",
    "Curtailment",
    "Exchange",
    "Ground",
    "MeasureGround",
    "Plan",
    "PlanDocument",
    "PollutantTotal",
    "Provenance",
    "RestsOn",
    "Result",
    "Shortfall",
    "SolveReport",
    "StageReport",
    "Status",
    "Verdict",
    "assemble_plan",
    "curtailment_grounds",
    "measure_grounds",
    "missing_points",
    "plan_body",
    "plan_to_text",
    "relative_gap",
    "required_steps",
    "rests_on",
    "status_of",
    "without_floor",
]
