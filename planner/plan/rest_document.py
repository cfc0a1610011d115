"""An off-peak plan as a file: the question, the weeks, the account, and a hash over all of it."""

import hashlib
import json
from dataclasses import asdict, dataclass
from datetime import date, timedelta
from typing import Any

import numpy as np

from planner.plan.rests import NO_WEEK, RestChoice, RestPlan, rest_account
from planner.problem import KeptLine, RestGroup, RestLines, RestProblem, RestTerms
from planner.problem.records import Floats
from planner.problem.rests import WEEK_DAYS
from planner.terms import POLLUTANTS

__all__ = ["RestDocument", "RestStretch", "read_rests", "rest_stretches", "rests_body"]

SCHEMA_VERSION = 1
KIND = "off_peak_plan"


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class RestDocument:
    """A plan with its question and the version of the planner that made it."""

    problem: RestProblem
    plan: RestPlan
    planner_version: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RestStretch:
    """A rest of one line, both days included."""

    line: int
    source_id: str
    first_day: date
    last_day: date
    kept_share: float


def rest_stretches(problem: RestProblem, plan: RestPlan) -> tuple[RestStretch, ...]:
    """The rests by source_id."""
    found = []
    for at, first in enumerate(plan.first_week):
        if first == NO_WEEK:
            continue
        begin = problem.terms.first_day + timedelta(days=WEEK_DAYS * first)
        days = WEEK_DAYS * plan.choice.weeks[int(problem.lines.group[at])]
        found.append(
            RestStretch(
                line=at,
                source_id=problem.lines.source_id[at],
                first_day=begin,
                last_day=begin + timedelta(days=days - 1),
                kept_share=float(problem.lines.kept_share[at]),
            )
        )
    return tuple(found)


def rests_body(document: RestDocument) -> dict[str, Any]:
    """The file's content; everything but question, weeks, bound and version follows from these."""
    problem, plan = document.problem, document.plan
    body: dict[str, Any] = {
        "schema_version": SCHEMA_VERSION,
        "kind": KIND,
        "planner_version": document.planner_version,
        "solver_version": plan.choice.solver_version,
        "seed": plan.choice.seed,
        "bound_yuan": plan.choice.bound_yuan,
        "weeks": list(plan.choice.weeks),
        "first_week": list(plan.first_week),
        "account": _plain(asdict(rest_account(problem, plan))),
        "rests": [_stretch(item) for item in rest_stretches(problem, plan)],
        "problem": _problem(problem),
    }
    text = json.dumps(body, ensure_ascii=False, allow_nan=False, sort_keys=True, separators=(",", ":"))
    return {**body, "plan_sha256": hashlib.sha256(text.encode()).hexdigest()}


def _stretch(item: RestStretch) -> dict[str, Any]:
    days = {"from": item.first_day.isoformat(), "until": item.last_day.isoformat()}
    return {"source_id": item.source_id, **days, "kept_share": item.kept_share}


def _problem(problem: RestProblem) -> dict[str, Any]:
    lines = problem.lines
    names = ("source_id", "enterprise_id", "enterprise_name", "line_id")
    numbers = ("group", "kept_share", "fall_kg_per_day", "cost_yuan_per_day", "restart_yuan")
    return {
        "terms": _plain(asdict(problem.terms)) | {"first_day": problem.terms.first_day.isoformat()},
        "base_kg_per_day": problem.base_kg_per_day.tolist(),
        "lines": {name: list(getattr(lines, name)) for name in names}
        | {name: getattr(lines, name).tolist() for name in numbers},
        "groups": [asdict(item) for item in problem.groups],
        "above": [list(pair) for pair in problem.above],
        "kept": [asdict(item) for item in problem.kept],
    }


def _plain(values: dict[str, Any]) -> dict[str, Any]:
    return {name: list(value) if isinstance(value, tuple) else value for name, value in values.items()}


def read_rests(body: dict[str, Any]) -> RestDocument:
    """The document of a file's content.

    Raises:
        KeyError, TypeError, ValueError: where it is none.
    """
    if (body["kind"], body["schema_version"]) != (KIND, SCHEMA_VERSION):
        raise ValueError(body["kind"])
    choice = RestChoice(
        weeks=tuple(int(item) for item in body["weeks"]),
        bound_yuan=float(body["bound_yuan"]),
        solver_version=str(body["solver_version"]),
        seed=int(body["seed"]),
    )
    plan = RestPlan(choice=choice, first_week=tuple(int(item) for item in body["first_week"]))
    return RestDocument(problem=_read_problem(body["problem"]), plan=plan, planner_version=str(body["planner_version"]))


def _read_problem(body: dict[str, Any]) -> RestProblem:
    terms = body["terms"]
    read = {"first_day": date.fromisoformat(terms["first_day"]), "share": tuple(map(float, terms["share"]))}
    return RestProblem(
        terms=RestTerms(**(terms | read)),
        base_kg_per_day=np.array(body["base_kg_per_day"], dtype=np.float64),
        lines=_read_lines(body["lines"]),
        groups=tuple(RestGroup(**item) for item in body["groups"]),
        above=tuple((int(worse), int(better)) for worse, better in body["above"]),
        kept=tuple(KeptLine(**item) for item in body["kept"]),
    )


def _read_lines(body: dict[str, Any]) -> RestLines:
    count = len(body["source_id"])
    fall = _numbers(body["fall_kg_per_day"], count) if count else np.zeros((0, len(POLLUTANTS)))
    return RestLines(
        source_id=tuple(map(str, body["source_id"])),
        enterprise_id=tuple(map(str, body["enterprise_id"])),
        enterprise_name=tuple(map(str, body["enterprise_name"])),
        line_id=tuple(map(str, body["line_id"])),
        group=_numbers(body["group"], count).astype(np.int64),
        kept_share=_numbers(body["kept_share"], count),
        fall_kg_per_day=fall,
        cost_yuan_per_day=_numbers(body["cost_yuan_per_day"], count),
        restart_yuan=_numbers(body["restart_yuan"], count),
    )


def _numbers(values: list[Any], count: int) -> Floats:
    column = np.array(values, dtype=np.float64)
    if len(column) != count or not np.all(np.isfinite(column)):
        raise ValueError(len(column))
    return column
