"""The evaluation of a warning from its frozen plans, with what checks show of them and the air as it turned out."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from functools import cache
from typing import Any

from planner.episode import Act, ActKind, AirWarning, InForce, Step, apply_act, open_warning, reigns_in
from planner.execution import AirDay, EmissionFinding, Evaluation, LineHeld, MeterFinding, SiteCheck, evaluate_lines
from planner.service.desk.act_text import act_of
from planner.service.desk.neighbours import neighbours
from planner.store import Desk, StoredAir
from planner.terms import POLLUTANTS

__all__ = ["NO_READINGS", "Readings", "Span", "evaluate", "spans_of", "times_of"]

CHANGING = (ActKind.ISSUE, ActKind.ADJUST, ActKind.LIFT, ActKind.MERGE)
Readings = tuple[tuple[MeterFinding, ...], tuple[EmissionFinding, ...], tuple[SiteCheck, ...]]
NO_READINGS: Readings = ((), (), ())


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """One version of what was in force, from when until when; `end` not before `start`."""

    held: InForce
    start: datetime
    end: datetime

    @property
    def hours(self) -> float:
        """How long it held."""
        return (self.end - self.start) / timedelta(hours=1)


def evaluate(
    desk: Desk, warning: AirWarning, acts: Iterable[Act], now: datetime, readings: Readings = NO_READINGS
) -> Evaluation:
    """The evaluation of a warning, up to its lifting or, while it is in force, up to now.

    A plan counts for the hours in which its version was in force after its start, in a county only while no weightier
    warning was; its cost a day is the plan's cost over the days that it was made for.
    """
    spans = spans_of(warning, list(acts), now)
    beside = _spans_beside(desk, warning, now)
    return evaluate_lines(
        tuple((span.held.version, span.hours) for span in spans),
        [line for span in spans for line in _lines(desk, (warning.warning_id, span), beside)],
        readings,
        _air(desk.checks.air(warning.warning_id)),
    )


def spans_of(warning: AirWarning, acts: list[Act], now: datetime) -> list[Span]:
    """What was in force, version after version; what an adjustment replaces holds until the new measures begin."""
    state = open_warning(warning.warning_id, warning.city, acts[0], is_exercise=warning.is_exercise)
    found: list[Span] = []
    begun: tuple[InForce, datetime] | None = None
    for act in acts[1:]:
        state = apply_act(state, act)
        if act.kind not in CHANGING:
            continue
        after = None if state.step in (Step.LIFTED, Step.MERGED) else state.in_force
        if begun is not None:
            found.append(_span(*begun, act.at if after is None else max(act.at, after.terms.start)))
        begun = None if after is None else (after, act.at)
    return found if begun is None else [*found, _span(*begun, now)]


def times_of(
    own: tuple[str, Span], county: str, beside: Iterable[tuple[str, Span]]
) -> tuple[tuple[datetime, datetime], ...]:
    """The times of a span in which its warning was the one carried out in a county.

    Args:
        own: number of the warning and the span; `beside` the same of other warnings.
    """
    named = f"{own[0]}/0"
    among = [(named, own[1])] + [(f"{number}/{place}", each) for place, (number, each) in enumerate(beside, start=1)]
    held = [(name, replace(each.held.terms, start=each.start, end=each.end)) for name, each in among if each.hours]
    reigns = [reign for reign in reigns_in(county, held) if reign.warning_id == named]
    return tuple((reign.start or own[1].start, reign.end or own[1].end) for reign in reigns)


def _spans_beside(desk: Desk, warning: AirWarning, now: datetime) -> tuple[tuple[str, Span], ...]:
    return tuple(
        (other.warning_id, span)
        for other in neighbours(desk, warning)
        for span in spans_of(other, [act_of(item) for item in desk.acts(other.warning_id)], now)
    )


def _span(held: InForce, since: datetime, until: datetime) -> Span:
    start = max(since, held.terms.start)
    end = until if held.terms.end is None else min(until, held.terms.end)
    return Span(held=held, start=start, end=max(start, end))


def _lines(desk: Desk, own: tuple[str, Span], beside: tuple[tuple[str, Span], ...]) -> Iterator[LineHeld]:
    span, times = own[1], cache(lambda county: times_of(own, county, beside))
    for item in span.held.plans if span.hours else ():
        plan = desk.plan(item.plan_id)
        body = json.loads(plan.text) if plan is not None else {"curtailments": []}
        for row in body["curtailments"]:
            county, industry = _place(body, row["source_id"])
            if span.held.terms.level_in(county) is not item.level:
                continue
            for start, end in times(county):
                yield LineHeld(
                    source_id=row["source_id"],
                    owner=row["enterprise_id"] or row["source_id"],
                    county=county,
                    industry=industry,
                    start=start,
                    end=end,
                    kept_share=float(row["kept_share"]),
                    kg_per_day=tuple(float(row["reduction_kg_per_day"][str(name)]) for name in POLLUTANTS),
                    cost_yuan_per_day=row["cost_yuan"] / float(body["duration_days"]),
                )


def _place(body: dict[str, Any], source_id: str) -> tuple[str, str]:
    sources = body["problem"]["sources"]
    index = sources.setdefault("index", {name: place for place, name in enumerate(sources["source_id"])})[source_id]
    named = sources["key_industry"][index]
    return sources["county_code"][index], named if named != "none" else sources["industry_code"][index]


def _air(rows: tuple[StoredAir, ...]) -> tuple[AirDay, ...]:
    known = {(row.day, row.kind): row.aqi for row in rows}
    return tuple(
        AirDay(
            day=date.fromisoformat(day),
            forecast=known.get((day, "forecast")),
            measured=known.get((day, "measured")),
        )
        for day in sorted({row.day for row in rows})
    )
