"""What a warning ordered, counted from its frozen plans: kilograms by pollutant, county and industry, and cost."""

import json
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from math import fsum
from typing import Any

from planner.episode import Act, ActKind, AirWarning, InForce, Step, apply_act, open_warning
from planner.store import Desk
from planner.terms import POLLUTANTS

__all__ = ["Evaluation", "OrderedAmount", "evaluate"]


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderedAmount:
    """What was ordered from a county or an industry over the whole warning.

    Attributes:
        kilograms: of each pollutant in POLLUTANTS order; `cost_yuan` as the plans count it, by the day.
    """

    name: str
    kilograms: tuple[float, ...]
    cost_yuan: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Evaluation:
    """The ordered side of an evaluation.

    Attributes:
        hours: hours in force of each version of the orders, by version.
        by_county, by_industry: by code; `total` over all.
        line_hours: hours of standstill of each source, part load counted in part: what goes into the season's ledger.
    """

    hours: tuple[tuple[int, float], ...]
    total: OrderedAmount
    by_county: tuple[OrderedAmount, ...]
    by_industry: tuple[OrderedAmount, ...]
    line_hours: tuple[tuple[str, float], ...]


def evaluate(desk: Desk, warning: AirWarning, acts: Iterable[Act], now: datetime) -> Evaluation:
    """The evaluation of a warning, up to its lifting or, while it is in force, up to now.

    A plan counts for the hours in which its version was in force after its start; its cost a day is the plan's cost
    over the days that it was made for.
    """
    spans = _spans(warning, list(acts), now)
    rows = [row for held, hours in spans for row in _rows(desk, held, hours)]
    return Evaluation(
        hours=tuple((held.version, hours) for held, hours in spans),
        total=_amount("", rows),
        by_county=_grouped(rows, "county"),
        by_industry=_grouped(rows, "industry"),
        line_hours=_line_hours(rows),
    )


def _spans(warning: AirWarning, acts: list[Act], now: datetime) -> list[tuple[InForce, float]]:
    """What was in force, one version after the other, each with the hours that it held after its start."""
    state = open_warning(warning.warning_id, warning.city, acts[0], is_exercise=warning.is_exercise)
    found: list[tuple[InForce, float]] = []
    begun: tuple[InForce, datetime] | None = None
    for act in acts[1:]:
        state = apply_act(state, act)
        changes = act.kind in (ActKind.ISSUE, ActKind.ADJUST, ActKind.LIFT, ActKind.MERGE)
        if changes and begun is not None:
            found.append((begun[0], _hours(*begun, act.at)))
        if changes:
            closed = state.step in (Step.LIFTED, Step.MERGED)
            begun = None if closed or state.in_force is None else (state.in_force, act.at)
    return found if begun is None else [*found, (begun[0], _hours(*begun, now))]


def _hours(held: InForce, since: datetime, until: datetime) -> float:
    end = until if held.terms.end is None else min(until, held.terms.end)
    return max(0.0, (end - max(since, held.terms.start)) / timedelta(hours=1))


def _rows(desk: Desk, held: InForce, hours: float) -> list[dict[str, Any]]:
    found = []
    for item in held.plans:
        plan = desk.plan(item.plan_id)
        body = json.loads(plan.text) if plan is not None else {"curtailments": []}
        for row in body["curtailments"]:
            place = _place(body, row["source_id"])
            if held.terms.level_in(place["county"]) is item.level:
                found.append(place | _counted(row, hours / 24.0, float(body["duration_days"]), hours))
    return found


def _place(body: dict[str, Any], source_id: str) -> dict[str, str]:
    sources = body["problem"]["sources"]
    index = sources.setdefault("index", {name: place for place, name in enumerate(sources["source_id"])})[source_id]
    named = sources["key_industry"][index]
    return {
        "source": source_id,
        "county": sources["county_code"][index],
        "industry": named if named != "none" else sources["industry_code"][index],
    }


def _counted(row: dict[str, Any], days: float, planned_days: float, hours: float) -> dict[str, Any]:
    return {
        "kilograms": [row["reduction_kg_per_day"][str(item)] * days for item in POLLUTANTS],
        "cost": row["cost_yuan"] / planned_days * days,
        "hours": (1.0 - row["kept_share"]) * hours,
    }


def _grouped(rows: list[dict[str, Any]], name: str) -> tuple[OrderedAmount, ...]:
    groups: defaultdict[str, list[dict[str, Any]]] = defaultdict(list)
    for row in rows:
        groups[row[name]].append(row)
    return tuple(_amount(key, groups[key]) for key in sorted(groups))


def _amount(name: str, rows: list[dict[str, Any]]) -> OrderedAmount:
    columns = [fsum(row["kilograms"][place] for row in rows) for place in range(len(POLLUTANTS))]
    return OrderedAmount(name=name, kilograms=tuple(columns), cost_yuan=fsum(row["cost"] for row in rows))


def _line_hours(rows: list[dict[str, Any]]) -> tuple[tuple[str, float], ...]:
    hours: defaultdict[str, list[float]] = defaultdict(list)
    for row in rows:
        hours[row["source"]].append(row["hours"])
    return tuple((name, fsum(hours[name])) for name in sorted(hours) if fsum(hours[name]) > 0.0)
