"""From a forecast and the law in force to advice."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

import numpy as np

from planner.alert.advice import Action, Advice, AdviseOptions, StageOfLevel
from planner.alert.air import Air, measure_air
from planner.alert.causes import DAY_CAUSES, Response, causes_of_days, mandatory_days
from planner.alert.chosen import Chosen, choose_criterion
from planner.alert.criteria import MetCriterion, judge
from planner.alert.days import below_stage, days_of_air, primary_of, start_hours
from planner.alert.episodes import (
    EpisodeRules,
    Ranks,
    Segment,
    levels_in_force,
    reached_ranks,
    segments_of,
)
from planner.alert.forecast import Forecast
from planner.alert.members import level_shares, standing_member
from planner.alert.nearness import Margin, margins_to
from planner.alert.remarks import remarks_on
from planner.alert.responses import action_on, response_of
from planner.errors import FindingsError, finding
from planner.rules import CriteriaSet, WarningInForce
from planner.terms import LEVELS, Level

__all__ = ["advise"]


def advise(forecast: Forecast, law: WarningInForce, options: AdviseOptions | None = None) -> Advice:
    """The level that the forecast asks for, with its span, criterion and everything beside.

    The level is the highest that any start step reaches: from that step on so many consecutive 24-hour means lie over
    the threshold. It starts with the first 24-hour mean of the run that reaches it, and ends with the run's last one,
    where more than `lift.hours` follow without it. Of an ensemble the standing member speaks.

    Args:
        forecast: with at least one whole day.
        law: the law of the day whose rules hold.
        options: a warning in force, a notice of the region.

    Raises:
        FindingsError: where not one 24-hour mean can be computed.
    """
    options = options or AdviseOptions()
    air = measure_air(forecast, law)
    if not np.isfinite(air.aqi).any():
        raise FindingsError((finding("forecast.no_whole_day"),))
    sets = _sets(law)
    met = judge(air, sets)
    ranks = [reached_ranks(met, at, forecast.steps, forecast.step_hours) for at in range(len(forecast.members))]
    highest = np.array([item.max() for item in ranks], dtype=np.int64)
    member = standing_member(highest, air, law.number("ensemble.share"))
    judged = _Judged(forecast=forecast, law=law, air=air, met=met, reached=ranks[member], member=member)
    shares = level_shares(highest) if forecast.members != ("",) else ()
    advice = replace(_with_air(_of_member(judged, options), judged), probabilities=shares)
    advice = _with_regional(advice, forecast, options)
    return replace(advice, findings=remarks_on(advice, forecast, options))


def _sets(law: WarningInForce) -> tuple[CriteriaSet, ...]:
    replaced = any(item.replaces for item in law.variants)
    return law.variants if replaced else (law.regime, *law.variants)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class _Judged:
    """What is known of the member that stands for the forecast; `reached` is the level of each hour by the criteria."""

    forecast: Forecast
    law: WarningInForce
    air: Air
    met: tuple[MetCriterion, ...]
    reached: Ranks
    member: int

    @property
    def level(self) -> Level | None:
        """The highest level that any start step reaches."""
        return LEVELS[int(self.reached.max()) - 1] if self.reached.max() else None


def _with_air(advice: Advice, judged: _Judged) -> Advice:
    """The advice with what a reader sees of the air behind it."""
    forecast, air, member = judged.forecast, judged.air, judged.member
    chosen = choose_criterion(judged.met, judged.level, member, forecast)
    causes = causes_of_days(forecast, air, judged.law)[member]
    return replace(
        advice,
        is_immediate=_is_immediate(judged),
        cause=_cause(chosen, air, causes, member),
        primary=primary_of(air, member, chosen),
        days=days_of_air(forecast, air, (member, causes), chosen, judged.law),
        start_hours=start_hours(forecast, air, judged.met, member),
        margins=_margins(judged),
    )


def _episode_rules(law: WarningInForce) -> EpisodeRules:
    return EpisodeRules(
        lift_hours=law.number("lift.hours"),
        merges=bool(law.number("merge")),
        holds_higher=bool(law.number("oscillation")),
    )


def _of_member(judged: _Judged, options: AdviseOptions) -> Advice:
    """The level with its span, its criterion and its stages."""
    forecast, law, level = judged.forecast, judged.law, judged.level
    rules = _episode_rules(law)
    force = levels_in_force(judged.reached, rules, options.current)
    segments = segments_of(force)
    span = _span_of(level, segments)
    start = _hour(forecast, span.first) if span else None
    chosen = choose_criterion(judged.met, level, judged.member, forecast)
    mandatory = _mandatory_level(judged)
    below = None if level else below_stage(forecast, judged.met, judged.member)
    return Advice(
        law=law,
        member=forecast.members[judged.member],
        level=level,
        forecast_level=level,
        mandatory_level=mandatory,
        action=action_on(options.current, force, below),
        response=response_of(level, mandatory),
        start=start,
        end=_end(forecast, span),
        lead_hours=span.first if span else None,
        lift=_lift(forecast, segments, span, options.current),
        issue_by=start - timedelta(hours=law.number("lead.hours")) if start else None,
        criterion=chosen.met.criterion if chosen else None,
        source=chosen.met.source if chosen else None,
        criterion_start=forecast.moment(chosen.first) if chosen else None,
        stages=tuple(_stage(forecast, item) for item in segments),
        below=below,
    )


def _mandatory_level(judged: _Judged) -> Level | None:
    """The level that only days of a cause that allows mandatory measures reach."""
    forecast, law = judged.forecast, judged.law
    days = mandatory_days(causes_of_days(forecast, judged.air, law), law)
    met = judge(judged.air, _sets(law), days)
    reached = reached_ranks(met, judged.member, forecast.steps, forecast.step_hours)
    return LEVELS[int(reached.max()) - 1] if reached.max() else None


def _span_of(level: Level | None, segments: tuple[Segment, ...]) -> Segment | None:
    """The first stretch of the level, or of a graver one that is still held; None where there is no level."""
    return next((item for item in segments if level is not None and item.rank >= level.rank), None)


def _end(forecast: Forecast, span: Segment | None) -> datetime | None:
    return None if span is None or span.is_open else _hour(forecast, span.after)


def _lift(
    forecast: Forecast, segments: tuple[Segment, ...], span: Segment | None, current: Level | None
) -> datetime | None:
    """The end of the last stretch that follows the span, or the level now in force, without a pause."""
    held = next((item for item in segments if current is not None and item.first == 0), None)
    last = span or held
    if last is None:
        return forecast.start if current is not None else None
    for item in segments:
        last = item if item.first == last.after else last
    return None if last.is_open else _hour(forecast, last.after)


def _stage(forecast: Forecast, segment: Segment) -> StageOfLevel:
    return StageOfLevel(
        level=LEVELS[segment.rank - 1], start=_hour(forecast, segment.first), end=_end(forecast, segment)
    )


def _hour(forecast: Forecast, hour: int) -> datetime:
    return forecast.start + timedelta(hours=hour)


def _cause(chosen: Chosen | None, air: Air, causes: np.ndarray, member: int) -> str:
    """The cause of the gravest day of the run, of the gravest day at all where there is no run."""
    starts = chosen.starts if chosen else np.arange(air.starts)
    known = np.where(np.isfinite(air.aqi[member][starts]), air.aqi[member][starts], -1.0)
    at = int(starts[int(known.argmax())])
    return DAY_CAUSES[int(causes[at])] if air.primary[:, member, at].any() else ""


def _is_immediate(judged: _Judged) -> bool | None:
    """Whether every one of the first hours is heavy; None where the forecast has no hours."""
    if not judged.forecast.is_hourly:
        return None
    heavy = next(item.least for item in judged.law.categories if item.code == "heavy")
    hours = judged.air.aqi_hour[judged.member, : int(judged.law.number("immediate.hours"))]
    return bool((hours >= heavy).all())


def _margins(judged: _Judged) -> tuple[Margin, ...]:
    above = LEVELS[judged.level.rank if judged.level else 0 :]
    return margins_to(above[0], judged.air, _sets(judged.law), judged.member) if above else ()


def _with_regional(advice: Advice, forecast: Forecast, options: AdviseOptions) -> Advice:
    """A notice of the region is followed at its level and start, unless the city's own forecast asks for more."""
    notice = options.regional_level
    own = advice.forecast_level.rank if advice.forecast_level else 0
    if notice is None or notice.rank < own or not advice.law.number("regional"):
        return advice
    start = options.regional_start or forecast.start
    current = options.current
    action = Action.ISSUE if current is None else Action.KEEP
    if current is not None and notice is not current:
        action = Action.UPGRADE if notice.rank > current.rank else Action.DOWNGRADE
    return replace(
        advice,
        level=notice,
        is_regional=True,
        start=start,
        end=None,
        lift=None,
        lead_hours=(start - forecast.start) / timedelta(hours=1),
        issue_by=None,
        action=action,
        mandatory_level=notice if advice.response is not Response.HEALTH_NOTICE else advice.mandatory_level,
        response=advice.response or Response.MANDATORY,
        criterion=None,
        source=None,
    )
