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
from planner.plan.band_prices import band_row
from planner.plan.baselines import Baseline, BaselineName, find_baselines
from planner.plan.book import EQUAL_WEIGHTS, BookLevel, BookPrice, BookResult, book_price, make_book_result
from planner.plan.book_document import BookDocument, book_fields, book_text, own_text
from planner.plan.book_summary import BookSummary, CutSummary, LevelSummary, read_book_summary, read_exception
from planner.plan.change_order import ChangedFirm, ChangedSource, ChangeKind, ChangeOrder, Told, find_changes
from planner.plan.changes import ChangeTable, change_cost, change_table
from planner.plan.changes_body import ChangePoint, changes_body, plain_body, read_change_curve, read_plain
from planner.plan.document import PlanDocument, Provenance, plan_answers, plan_body
from planner.plan.facts import RestsOn, missing_points, relative_gap, rests_on, status_of
from planner.plan.fairness import FairCohort, Fairness, UnlikeFirm, fairness_body, find_fairness
from planner.plan.from_order import newcomers, order_of
from planner.plan.grounds import Ground, MeasureGround, curtailment_grounds, measure_grounds, without_floor
from planner.plan.prices import asked_share, price_rows, read_prices
from planner.plan.prices_record import PRICE_STEP, Price, PriceStep
from planner.plan.records import (
    AuditCheck,
    AuditReport,
    Curtailment,
    Exchange,
    Plan,
    PlanDay,
    PollutantTotal,
    Result,
    Shortfall,
    SolveReport,
    StageReport,
    Status,
    Tail,
    Verdict,
)
from planner.plan.rest_document import RestDocument, RestStretch, read_rests, rest_stretches, rests_body
from planner.plan.rests import RestAccount, RestChoice, RestPlan, rest_account, weekly_fall
from planner.plan.robust import ROBUST_ROWS, RobustRow, cut_shares_of, find_robust, robust_body, simulated_share
from planner.plan.season import season_price, season_weights, unevenness
from planner.plan.touched import count_touched, least_touched, newly_touched, touch_weights
from planner.plan.why_not import Clash, Clause, HeldBack, Relaxation, Volunteer, WhyNot, find_held_back, read_why_not
from planner.plan.written import WrittenPlan, plan_sha256, plan_to_text, write_plan, written_apart

__all__ = [
    "EQUAL_WEIGHTS",
    "PRICE_STEP",
    "ROBUST_ROWS",
    "Alternative",
    "AuditCheck",
    "AuditReport",
    "Baseline",
    "BaselineName",
    "BookDocument",
    "BookLevel",
    "BookPrice",
    "BookResult",
    "BookSummary",
    "ChangeKind",
    "ChangeOrder",
    "ChangePoint",
    "ChangeTable",
    "ChangedFirm",
    "ChangedSource",
    "Clash",
    "Clause",
    "Curtailment",
    "CutSummary",
    "Exchange",
    "FairCohort",
    "Fairness",
    "Ground",
    "HeldBack",
    "LevelSummary",
    "MeasureGround",
    "Plan",
    "PlanDay",
    "PlanDocument",
    "PollutantTotal",
    "Price",
    "PriceStep",
    "Provenance",
    "Relaxation",
    "RestAccount",
    "RestChoice",
    "RestDocument",
    "RestPlan",
    "RestStretch",
    "RestsOn",
    "Result",
    "RobustRow",
    "Shortfall",
    "SolveReport",
    "StageReport",
    "Status",
    "Tail",
    "Told",
    "UnlikeFirm",
    "Verdict",
    "Volunteer",
    "WhyNot",
    "WrittenPlan",
    "asked_share",
    "assemble_plan",
    "band_row",
    "book_fields",
    "book_price",
    "book_text",
    "change_cost",
    "change_table",
    "changes_body",
    "choice_of",
    "count_touched",
    "curtailment_grounds",
    "cut_shares_of",
    "enterprises_between",
    "fairness_body",
    "find_alternative",
    "find_baselines",
    "find_changes",
    "find_fairness",
    "find_held_back",
    "find_robust",
    "least_touched",
    "make_book_result",
    "measure_grounds",
    "missing_points",
    "newcomers",
    "newly_touched",
    "order_of",
    "own_text",
    "plain_body",
    "plan_answers",
    "plan_body",
    "plan_sha256",
    "plan_to_text",
    "price_rows",
    "read_alternatives",
    "read_book_summary",
    "read_change_curve",
    "read_exception",
    "read_plain",
    "read_prices",
    "read_rests",
    "read_why_not",
    "relative_gap",
    "required_steps",
    "rest_account",
    "rest_stretches",
    "rests_body",
    "rests_on",
    "robust_body",
    "season_price",
    "season_weights",
    "simulated_share",
    "status_of",
    "touch_weights",
    "unevenness",
    "weekly_fall",
    "without_floor",
    "write_plan",
    "written_apart",
]
