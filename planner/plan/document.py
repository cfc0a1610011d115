"""The plan document: one JSON text that carries the plan, its problem, its audit and where it comes from."""

import hashlib
import json
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any

from planner.plan.alternatives import Alternative, alternatives_body
from planner.plan.baselines import Baseline, baseline_body
from planner.plan.changes_body import ChangePoint, changes_body, plain_body
from planner.plan.days import days_body, kept_by_day_body
from planner.plan.facts import RestsOn, status_of
from planner.plan.fairness import fairness_body
from planner.plan.grounds import MeasureGround, measure_grounds
from planner.plan.prices import Price, prices_body
from planner.plan.records import AuditReport, Curtailment, Plan, SolveReport
from planner.plan.robust import robust_body
from planner.plan.season import season_price
from planner.plan.why_not import WhyNot, why_not_body
from planner.problem import PlanProblem, ProblemJson, problem_sha256
from planner.problem.records import BASES
from planner.terms import POLLUTANTS

__all__ = [
    "SCHEMA_VERSION",
    "PlanDocument",
    "Provenance",
    "body_sha256",
    "plan_answers",
    "plan_body",
    "plan_fields",
    "problem_field",
]

SCHEMA_VERSION = "1"


@dataclass(frozen=True, slots=True, kw_only=True)
class Provenance:
    """What a plan was made from and with."""

    list_sha256: str
    rules_sha256: str
    planner_version: str
    ortools_version: str
    seed: int


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class PlanDocument:
    """A plan ready to be written.

    Attributes:
        problem_text: the problem as `problem_to_text` gives it.
        spelled: the problem's JSON where it is at hand; None: it is spelled when it is asked for.
        problem_file: name of the sidecar that holds the problem; '' inside the document, None for its hash alone.
        baselines: what the plan is compared with; none where they were not counted.
        prices, alternatives: None where they were not asked for.
        why_not: why cuts are missed; None where none is.
        plain: beside a plan that withstands failures the cheapest that need not.
        change_curve: plans that change fewer enterprises; None where an order in force was no matter of choice.
    """

    problem: PlanProblem
    problem_text: str
    plan: Plan
    report: SolveReport
    audit: AuditReport
    rests_on: tuple[RestsOn, ...]
    provenance: Provenance
    created_at: datetime
    problem_file: str | None = ""
    baselines: tuple[Baseline, ...] = ()
    prices: tuple[Price, ...] | None = None
    alternatives: tuple[Alternative, ...] | None = None
    why_not: WhyNot | None = None
    change_curve: tuple[ChangePoint, ...] | None = None
    plain: ChangePoint | None = None
    spelled: ProblemJson | None = None


def plan_body(document: PlanDocument) -> dict[str, Any]:
    """The fields of the document, plan_sha256 and created_at included."""
    body = plan_fields(document)
    if document.problem_file == "":
        body["problem"] = json.loads(document.problem_text)
    body["plan_sha256"] = body_sha256(body)
    body["created_at"] = document.created_at.isoformat()
    return body


def plan_fields(document: PlanDocument) -> dict[str, Any]:
    """The fields that are hashed, in their order; a problem that stands inside is left None."""
    return {**_head(document), **_off_peak(document), **_answer(document), **_made_from(document)}


def body_sha256(body: dict[str, Any]) -> str:
    """SHA-256 over the canonical JSON of a document's fields, plan_sha256 and created_at left out."""
    hashed = {key: value for key, value in body.items() if key not in ("plan_sha256", "created_at")}
    text = json.dumps(hashed, ensure_ascii=False, allow_nan=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


def _head(document: PlanDocument) -> dict[str, Any]:
    header, report, plan = document.problem.header, document.report, document.plan
    return {
        "schema_version": SCHEMA_VERSION,
        "status": str(status_of(plan, report.gap)),
        "mode": str(header.mode),
        "level": str(header.level),
        "city": header.city_slug,
        "city_code": header.city_code,
        "on": header.on.isoformat(),
        "start": header.start.isoformat(),
        "end": header.end.isoformat() if header.end else None,
        "duration_days": header.duration_days,
        "objective_yuan": plan.objective_yuan,
        "bound_yuan": report.bound_yuan,
        "gap": report.gap,
    }


def _off_peak(document: PlanDocument) -> dict[str, Any]:
    """Which lines rest off-peak, where an off-peak plan was given; else no field at all."""
    use = document.problem.header.off_peak
    if use is None:
        return {}
    resting = [item.source_id for item in use.resting]
    return {"off_peak": {"in_base": use.in_base, "resting": resting, "document": use.document}}


def _answer(document: PlanDocument) -> dict[str, Any]:
    plan, cohorts = document.plan, document.problem.cohorts
    names = [str(item) for item in POLLUTANTS]
    return {
        "totals": {str(item.pollutant): _without(asdict(item), "pollutant") for item in plan.totals},
        "exchange": asdict(plan.exchange),
        "by_basis": {
            str(basis): dict(zip(names, row, strict=True))
            for basis, row in zip(BASES, plan.by_basis.tolist(), strict=True)
        },
        "curtailments": [_curtailment(item) for item in plan.curtailments],
        "required_shares": [
            {"cohort": label, "share": share}
            for label, share in zip(cohorts.label, plan.required_share.tolist(), strict=True)
            if share > 0.0
        ],
        **fairness_body(plan.fairness),
        "shortfalls": [asdict(item) for item in plan.shortfalls],
        **days_body(document.problem, plan),
    }


def _made_from(document: PlanDocument) -> dict[str, Any]:
    audit, plan, report = document.audit, document.plan, document.report
    return {
        "audit": {"verdict": str(audit.verdict), "checks": [asdict(item) for item in audit.checks]},
        "problem": problem_field(document),
        "season_price_yuan": season_price(document.problem, plan.objective_yuan, report),
        "baselines": {str(item.name): item.objective_yuan for item in document.baselines},
        **_baseline_shares(document),
        **plan_answers(document),
        **_robust(document),
        "changes": changes_body(document.problem, plan, document.change_curve),
        "stages": [asdict(item) for item in report.stages],
        "termination": report.termination,
        "rests_on": _rests_on(document),
        "provenance": asdict(document.provenance),
    }


def _baseline_shares(document: PlanDocument) -> dict[str, Any]:
    """Whether each baseline meets the cuts and is a permitted plan; no field at all where none was counted."""
    told = {str(item.name): baseline_body(item) for item in document.baselines}
    return {"baseline_shares": told} if told else {}


def plan_answers(document: PlanDocument) -> dict[str, Any]:
    """The fields asked for beside the plan: prices, alternatives; `why_not` only where a cut is missed."""
    problem, plan, report = document.problem, document.plan, document.report
    prices, others, why_not = document.prices, document.alternatives, document.why_not
    told = {} if why_not is None else {"why_not": why_not_body(why_not, plan)}
    return {
        "prices": None if prices is None else prices_body(prices, problem, plan, report),
        "alternatives": None if others is None else alternatives_body(others, problem, plan, report),
        **told,
    }


def _robust(document: PlanDocument) -> dict[str, Any]:
    """What the cuts withstand, where that was asked for; else no field at all."""
    problem, plan = document.problem, document.plan
    if problem.robust is None:
        return {}
    plain = None if document.plain is None else plain_body(document.plain, problem, plan)
    return {"robust": {**robust_body(problem, plan.robust, plan.chosen), "plain": plain}}


def _rests_on(document: PlanDocument) -> dict[str, Any]:
    """How many measures rest on what, and which; beside them the values that are still to be confirmed."""
    grounds = measure_grounds(document.problem, document.plan)
    return {
        "measures": {str(item.ground): _measures(item) for item in grounds},
        "rules": [asdict(item) for item in document.rests_on],
    }


def _measures(item: MeasureGround) -> dict[str, Any]:
    return {
        "count": item.count,
        "enterprises": item.enterprises,
        "source_ids": list(item.source_ids),
        "rules": list(item.rules),
    }


def problem_field(document: PlanDocument) -> dict[str, Any] | None:
    """What stands for the problem: file and hash, its hash alone, or None where it stands inside."""
    if document.problem_file == "":
        return None
    digest = {"sha256": problem_sha256(document.problem_text)}
    return digest if document.problem_file is None else {"file": document.problem_file, **digest}


def _curtailment(item: Curtailment) -> dict[str, Any]:
    names = [str(pollutant) for pollutant in POLLUTANTS]
    return {
        "source_id": item.source_id,
        "enterprise_id": item.enterprise_id,
        "option": item.option,
        "measures": list(item.measures),
        "kept_share": item.kept_share,
        "start": item.start.isoformat(),
        "end": item.end.isoformat() if item.end else None,
        "reduction_kg_per_day": dict(zip(names, item.reduction_kg_per_day, strict=True)),
        "cost_yuan": item.cost_yuan,
        "basis": str(item.basis),
        "citations": list(item.citations),
        **kept_by_day_body(item),
    }


def _without(fields: dict[str, Any], name: str) -> dict[str, Any]:
    return {key: value for key, value in fields.items() if key != name}
