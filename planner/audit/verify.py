"""A plan file before the referee: from its content alone, every field recomputed and compared, leaf by leaf."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

import numpy as np

from planner.audit.referee import audit_plan
from planner.audit.stages import claimed_stages
from planner.errors import FindingsError, Place, finding
from planner.plan import (
    AuditCheck,
    AuditReport,
    Plan,
    PlanDocument,
    Provenance,
    SolveReport,
    Verdict,
    WrittenPlan,
    assemble_plan,
    find_baselines,
    plan_body,
    read_alternatives,
    read_change_curve,
    read_plain,
    read_prices,
    read_why_not,
    rests_on,
    write_plan,
)
from planner.problem import (
    PlanProblem,
    demand_characters,
    problem_from_body,
    problem_from_text,
    problem_json,
    problem_sha256,
)
from planner.problem.records import Indices

__all__ = ["VerifiedFile", "differences", "load_body", "read_plan_file", "verify_text"]

DERIVED_CODE = "audit.file_follows"


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class VerifiedFile:
    """A plan file's document, rebuilt from its problem and chosen options, its text, and the verdict on the file."""

    document: PlanDocument
    written: WrittenPlan
    report: AuditReport


def verify_text(text: str, sidecar: str | None = None) -> VerifiedFile:
    """The verdict on a plan file.

    Args:
        text: the plan file.
        sidecar: text of the problem file where the plan names one.

    Raises:
        FindingsError: where the file cannot be read as a plan at all.
    """
    body = load_body(text)
    try:
        document = read_plan_file(body, sidecar)
        written = write_plan(document)
        wrong = [] if written.text == text.removesuffix("\n") else list(differences(plan_body(document), body, ""))
    except (KeyError, TypeError, ValueError, AttributeError, OverflowError, IndexError, RecursionError) as error:
        raise FindingsError((finding("plan.file_unreadable", value=error),)) from error
    own = document.audit
    if not wrong:
        return VerifiedFile(document=document, written=written, report=own)
    check = AuditCheck(code=DERIVED_CODE, passed=False, place=wrong[0][0], expected=wrong[0][1], found=wrong[0][2])
    refused = AuditReport(verdict=Verdict.REFUSED, checks=(*own.checks, check))
    return VerifiedFile(document=document, written=written, report=refused)


def read_plan_file(body: dict[str, Any], sidecar: str | None) -> PlanDocument:
    """The document that the file's problem and chosen options lead to, with the file's own bound and provenance."""
    problem = _problem(body["problem"], sidecar)
    spelled = problem_json(problem)
    plan = assemble_plan(problem, _chosen(problem, body["curtailments"]))
    report = _claimed_report(problem, body, plan)
    return PlanDocument(
        problem=problem,
        problem_text=spelled.text,
        spelled=spelled,
        plan=plan,
        report=report,
        audit=audit_plan(problem, plan, report),
        rests_on=rests_on(problem, plan),
        provenance=replace(
            Provenance(**body["provenance"]),
            list_sha256=problem.header.list_sha256,
            rules_sha256=problem.header.rules_sha256,
        ),
        created_at=datetime.fromisoformat(body["created_at"]),
        problem_file=body["problem"].get("file") if "sha256" in body["problem"] else "",
        baselines=find_baselines(problem) if body["baselines"] else (),
        prices=None if body["prices"] is None else read_prices(body["prices"]),
        alternatives=None if body["alternatives"] is None else read_alternatives(body["alternatives"]),
        why_not=read_why_not(body["why_not"], problem) if "why_not" in body else None,
        change_curve=read_change_curve(body["changes"]),
        plain=read_plain(body.get("robust")),
    )


def load_body(text: str) -> dict[str, Any]:
    """The JSON object of a file, each key once.

    Raises:
        FindingsError: where it is none.
    """
    try:
        body = json.loads(text, object_pairs_hook=_once)
        demand_characters(text, body)
    except (ValueError, RecursionError) as error:
        raise FindingsError((finding("plan.file_unreadable", value=error),)) from error
    if not isinstance(body, dict):
        raise FindingsError((finding("plan.file_unreadable", value=type(body).__name__),))
    return body


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """An object whose keys stand once each: of two values neither is the stated one."""
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError(next(key for key in found if sum(key == other for other, _ in pairs) > 1))
    return found


def _problem(field: dict[str, Any], sidecar: str | None) -> PlanProblem:
    if "sha256" not in field:
        return problem_from_body(field)
    if sidecar is None:
        raise FindingsError((finding("plan.sidecar_missing", value=field.get("file", field["sha256"])),))
    if problem_sha256(sidecar) != field["sha256"]:
        raise FindingsError((finding("plan.sidecar_differs", value=field.get("file", "")),))
    return problem_from_text(sidecar)


def _chosen(problem: PlanProblem, rows: list[dict[str, Any]]) -> Indices:
    """The option of every source: as its row says, else the first of its menu."""
    place = {name: index for index, name in enumerate(problem.sources.source_id)}
    first = problem.sources.first_option
    chosen = first[:-1].copy()
    for row in rows:
        index, option = place.get(row["source_id"]), row["option"]
        if index is None or type(option) is not int or not 0 <= option < first[index + 1] - first[index]:
            where = Place(column=f"curtailments.{row['source_id']}.option")
            raise FindingsError((finding("plan.option_unknown", where=where, value=option),))
        chosen[index] = first[index] + option
    return np.asarray(chosen)


def _claimed_report(problem: PlanProblem, body: dict[str, Any], plan: Plan) -> SolveReport:
    """The report with what only a solver can know taken from the file, the rest from the plan."""
    return SolveReport(
        bound_yuan=float(body["bound_yuan"]),
        gap=float(body["gap"]),
        stages=claimed_stages(problem, plan, body),
        termination=str(body["termination"]),
        solver_version=str(body["provenance"]["ortools_version"]),
        seed=int(body["provenance"]["seed"]),
    )


def differences(expected: Any, found: Any, path: str) -> Iterator[tuple[str, str, str]]:  # noqa: ANN401 - JSON
    """(path, expected, found) of every leaf in which two JSON values differ."""
    if isinstance(expected, dict) and isinstance(found, dict):
        for key in sorted(set(expected) | set(found)):
            if key not in expected or key not in found:
                yield f"{path}.{key}", str(key in expected), str(key in found)
            else:
                yield from differences(expected[key], found[key], f"{path}.{key}")
    elif isinstance(expected, list | tuple) and isinstance(found, list | tuple) and len(expected) == len(found):
        for index, (one, two) in enumerate(zip(expected, found, strict=True)):
            yield from differences(one, two, f"{path}[{index}]")
    elif not _equal(expected, found):
        yield path, repr(expected)[:80], repr(found)[:80]


def _equal(expected: object, found: object) -> bool:
    """To the last bit: every number follows by exact sums and single operations, alike on every machine."""
    if isinstance(expected, bool) or isinstance(found, bool) or not isinstance(expected, float | int):
        return type(expected) is type(found) and expected == found
    return isinstance(found, float | int) and expected == found
