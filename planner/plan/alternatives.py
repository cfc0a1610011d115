"""Other plans of nearly the same cost: which options they change, and everything that follows from that."""

import hashlib
import json
from dataclasses import dataclass
from math import fsum
from typing import Any

import numpy as np

from planner.plan.accounts import exact_sums
from planner.plan.days import account_of
from planner.plan.facts import relative_gap
from planner.plan.records import Plan, SolveReport
from planner.problem import PlanProblem, broken_rules
from planner.problem.records import Indices

__all__ = [
    "Alternative",
    "alternatives_body",
    "choice_of",
    "enterprises_between",
    "find_alternative",
    "read_alternatives",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Alternative:
    """Another plan, as what it changes: (source_id, place of its option in the source's menu), by source_id."""

    options: tuple[tuple[str, int], ...]


def find_alternative(problem: PlanProblem, plan: Plan, chosen: Indices) -> Alternative:
    """The record of these options beside a plan."""
    first, names = problem.sources.first_option, problem.sources.source_id
    at = np.flatnonzero(chosen != plan.chosen).tolist()
    return Alternative(options=tuple((names[index], int(chosen[index] - first[index])) for index in at))


def choice_of(problem: PlanProblem, plan: Plan, alternative: Alternative) -> Indices:
    """(n,) the options of an alternative.

    Raises:
        ValueError: where it names a source or option that the problem does not have.
    """
    place = {name: index for index, name in enumerate(problem.sources.source_id)}
    first, chosen = problem.sources.first_option, plan.chosen.copy()
    for name, option in alternative.options:
        index = place.get(name)
        if index is None or type(option) is not int or not 0 <= option < first[index + 1] - first[index]:
            raise ValueError(name)
        chosen[index] = first[index] + option
    return np.asarray(chosen)


def enterprises_between(problem: PlanProblem, one: Indices, other: Indices) -> int:
    """How many enterprises, fleets and sites are told something else."""
    sources, at = problem.sources, np.flatnonzero(one != other).tolist()
    return len({sources.enterprise_id[index] or sources.source_id[index] for index in at})


def alternatives_body(
    alternatives: tuple[Alternative, ...], problem: PlanProblem, plan: Plan, report: SolveReport
) -> list[dict[str, Any]]:
    """The field of the document: every number follows from the options."""
    return [_body(item, problem, plan, report) for item in alternatives]


def _body(item: Alternative, problem: PlanProblem, plan: Plan, report: SolveReport) -> dict[str, Any]:
    chosen, options = choice_of(problem, plan, item), problem.options
    objective = fsum(options.cost_yuan[chosen].tolist())
    base = exact_sums(problem.sources.base_kg_per_day)
    totals, shortfalls = account_of(problem, chosen, base)
    touched = _touched(problem, chosen)
    return {
        "objective_yuan": objective,
        "extra_yuan": objective - plan.objective_yuan,
        "gap": relative_gap(objective, report.bound_yuan),
        "permitted": not broken_rules(problem, chosen),
        "missing_points": 100.0 * fsum(short.missing_share for short in shortfalls),
        "shares": {str(total.pollutant): total.share for total in totals},
        "enterprises_touched": len({row["enterprise_id"] for row in touched} - {""}),
        "sources_touched": len(touched),
        "differs_in": enterprises_between(problem, plan.chosen, chosen),
        "curtailments_sha256": hashlib.sha256(_text(touched).encode()).hexdigest(),
        "options": dict(item.options),
    }


def _touched(problem: PlanProblem, chosen: Indices) -> list[dict[str, Any]]:
    """Every source with a measure: source, enterprise, measures and share kept."""
    options, sources = problem.options, problem.sources
    speaks = np.array([len(measures) > 0 for measures in options.measure_sets], dtype=bool)
    return [
        {
            "source_id": sources.source_id[index],
            "enterprise_id": sources.enterprise_id[index],
            "measures": list(options.measure_sets[options.measures[chosen[index]]]),
            "kept_share": float(options.kept_share[chosen[index]]),
        }
        for index in np.flatnonzero(speaks[options.measures[chosen]]).tolist()
    ]


def _text(rows: list[dict[str, Any]]) -> str:
    return json.dumps(rows, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def read_alternatives(body: list[dict[str, Any]]) -> tuple[Alternative, ...]:
    """The records of a document's field."""
    return tuple(Alternative(options=tuple(sorted(item["options"].items()))) for item in body)
