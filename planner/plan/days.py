"""A plan day by day: the account of each day, when each measure begins, what goes on after the end."""

from collections import Counter
from dataclasses import asdict, replace
from datetime import datetime, timedelta
from math import fsum
from typing import Any

import numpy as np

from planner.plan.accounts import account, exact_sums
from planner.plan.records import Curtailment, Plan, PlanDay, PollutantTotal, Shortfall, Tail
from planner.problem import PlanProblem
from planner.problem.courses import HOURS_PER_DAY
from planner.problem.day_table import DayTable
from planner.problem.records import Floats, Indices
from planner.terms import POLLUTANTS

__all__ = [
    "account_days",
    "account_of",
    "begin_of",
    "days_body",
    "end_of",
    "kept_by_day",
    "kept_by_day_body",
    "seen_by_day",
    "sums_by_day",
    "tail_of",
]


def sums_by_day(days: DayTable, chosen: Indices) -> tuple[Floats, ...]:
    """(p,) kilograms real on each day, correctly rounded; days alike are added up once."""
    seen: dict[tuple[float, ...], Floats] = {}
    found = []
    for day in range(days.count):
        key = tuple(item.real[day] for item in days.schedules)
        if key not in seen:
            seen[key] = exact_sums(days.reduction_on(day, chosen))
        found.append(seen[key])
    return tuple(found)


def account_days(problem: PlanProblem, chosen: Indices, base: Floats) -> tuple[PlanDay, ...]:
    """The account of each day; empty where the episode is not looked at day by day."""
    if problem.days is None:
        return ()
    start, length = problem.header.start, timedelta(hours=HOURS_PER_DAY)
    accounts = (account(problem, base, taken) for taken in sums_by_day(problem.days, chosen))
    return tuple(
        PlanDay(day=day, start=start + (day - 1) * length, end=start + day * length, totals=totals, shortfalls=missed)
        for day, (totals, missed) in enumerate(accounts, start=1)
    )


def account_of(
    problem: PlanProblem, chosen: Indices, base: Floats
) -> tuple[tuple[PollutantTotal, ...], tuple[Shortfall, ...]]:
    """The account of each pollutant and the missed cuts of chosen options, seen over all days where there are days."""
    totals, missed = account(problem, base, exact_sums(problem.options.reduction_kg_per_day[chosen]))
    return seen_by_day(totals, account_days(problem, chosen, base)) if problem.days else (totals, missed)


def seen_by_day(
    totals: tuple[PollutantTotal, ...], days: tuple[PlanDay, ...]
) -> tuple[tuple[PollutantTotal, ...], tuple[Shortfall, ...]]:
    """The accounts of the mean day, met where every day is, and of each cut missed the worst day."""
    met = [all(day.totals[index].met for day in days) for index in range(len(totals))]
    worst: dict[str, Shortfall] = {}
    for item in (item for day in days for item in day.shortfalls):
        if item.pollutant not in worst or item.missing_share > worst[item.pollutant].missing_share:
            worst[item.pollutant] = item
    order = [*(str(item) for item in POLLUTANTS), "so2_nox"]
    missed = tuple(worst[name] for name in order if name in worst)
    return tuple(replace(item, met=is_met) for item, is_met in zip(totals, met, strict=True)), missed


def begin_of(problem: PlanProblem, option: int) -> datetime:
    """When the source of an option begins: at the start, or earlier as its process needs and the notice lets."""
    days, start = problem.days, problem.header.start
    if days is None:
        return start
    return start + timedelta(hours=days.schedules[int(days.schedule[option])].begin_hours)


def end_of(problem: PlanProblem, option: int) -> datetime | None:
    """When the source of an option is released: at the end of the episode, or earlier where it stands on some days."""
    days, header = problem.days, problem.header
    hours = None if days is None else days.schedules[int(days.schedule[option])].end_hours
    return header.end if hours is None else header.start + timedelta(hours=hours)


def kept_by_day(problem: PlanProblem, option: int) -> tuple[float, ...]:
    """The share of activity that an option permits on each day; empty where it is the same on all."""
    days = problem.days
    return () if days is None else days.schedules[int(days.schedule[option])].kept


def tail_of(problem: PlanProblem, chosen: Indices) -> Tail | None:
    """What goes on after the end; None where the episode is not looked at day by day."""
    days = problem.days
    if days is None:
        return None
    hours = np.array([item.tail_hours for item in days.schedules], dtype=float)[days.schedule[chosen]]
    kilograms = exact_sums(days.full_kg_per_day[chosen] * (hours / HOURS_PER_DAY)[:, None])
    return Tail(reduction_kg=tuple(kilograms.tolist()), cost_yuan=fsum(days.tail_yuan[chosen].tolist()))


def days_body(problem: PlanProblem, plan: Plan) -> dict[str, Any]:
    """The fields of the document; none where the episode is not looked at day by day."""
    if plan.tail is None:
        return {}
    kilograms = dict(zip((str(item) for item in POLLUTANTS), plan.tail.reduction_kg, strict=True))
    early = Counter(item.start for item in plan.curtailments)
    return {
        "days": [_day(item) for item in plan.days],
        "notice_hours": problem.header.notice_hours,
        "begins": [{"start": start.isoformat(), "curtailments": early[start]} for start in sorted(early)],
        "tail": {"reduction_kg": kilograms, "cost_yuan": plan.tail.cost_yuan},
    }


def kept_by_day_body(item: Curtailment) -> dict[str, Any]:
    """The kept share by day of a curtailment, where it changes."""
    return {"kept_by_day": list(item.kept_by_day)} if item.kept_by_day else {}


def _day(item: PlanDay) -> dict[str, Any]:
    totals = {str(total.pollutant): asdict(total) for total in item.totals}
    return {
        "day": item.day,
        "start": item.start.isoformat(),
        "end": item.end.isoformat(),
        "totals": {
            name: {key: value for key, value in fields.items() if key != "pollutant"} for name, fields in totals.items()
        },
        "shortfalls": [asdict(short) for short in item.shortfalls],
    }
