"""Advice as the command line's JSON document."""

from datetime import date, datetime
from typing import Any

from planner.alert import Advice, BelowStage, DayOfAir, Margin, StageOfLevel, StartHour
from planner.compare import criterion_formula, criterion_sentence
from planner.rules import CriteriaSet, ProcedureValue, WarningInForce
from planner.service.advising import AdviceOutcome
from planner.terms import Level, Phrasebook, RuleStatus

__all__ = ["advice_json"]

NONE = "none"
REGIONAL = "regional notice"
USED = ("lead.hours", "lift.hours", "merge", "form.hours", "distribution.hours", "immediate.hours")


def advice_json(outcome: AdviceOutcome, phrasebook: Phrasebook) -> dict[str, Any]:
    """The document: the contract's fields first, then everything beside."""
    advice = outcome.advice
    source = advice.source
    return {
        "city": outcome.city,
        "on": outcome.on.isoformat(),
        "level": _level(advice.level),
        "start": _moment(advice.start),
        "end": _moment(advice.end),
        "lead_hours": _number(advice.lead_hours),
        "criterion": REGIONAL if advice.is_regional else _formula(advice),
        "criterion_id": advice.criterion.id if advice.criterion else None,
        "criterion_text": criterion_sentence(advice.criterion, phrasebook) if advice.criterion else None,
        "criterion_start": _moment(advice.criterion_start),
        "clause": _clause(advice),
        "instrument": _instrument(source, advice.law) if source else None,
        "regime": advice.law.regime.id,
        "aqi_standard": advice.law.standard.name,
        "primary_pollutant": ",".join(advice.primary) or None,
        "daily": [_day(item) for item in advice.days],
        **_probabilities(advice),
        **_episode(advice),
        **_procedure(advice),
        "next_level": [_margin(item) for item in advice.margins],
        "hours": [_hour(item) for item in advice.start_hours],
        "rests_on": _rests_on(advice),
    }


def _formula(advice: Advice) -> str | None:
    return criterion_formula(advice.criterion) if advice.criterion else None


def _episode(advice: Advice) -> dict[str, Any]:
    return {
        "forecast_level": _level(advice.forecast_level),
        "mandatory_level": _level(advice.mandatory_level),
        "basis": "regional_notice" if advice.is_regional else "forecast",
        "action": str(advice.action),
        "response": str(advice.response) if advice.response else None,
        "cause": advice.cause or None,
        "stages": [_stage(item) for item in advice.stages],
        "lift": _moment(advice.lift),
        "below": _below(advice.below, advice.law) if advice.below else None,
    }


def _procedure(advice: Advice) -> dict[str, Any]:
    law = advice.law
    signer = law.word(f"signer.{advice.level}") if advice.level else ""
    return {
        "procedure": {
            "signer": signer or None,
            "lead_hours_required": law.number("lead.hours"),
            "issue_by": _moment(advice.issue_by),
            "immediate_start": advice.is_immediate,
            "form_within_hours": law.number("form.hours"),
            "distribution_within_hours": law.number("distribution.hours"),
            "lift_after_hours": law.number("lift.hours"),
        }
    }


def _probabilities(advice: Advice) -> dict[str, Any]:
    if not advice.probabilities:
        return {}
    return {"probabilities": {_level(item.level): item.share for item in advice.probabilities}, "member": advice.member}


def _day(day: DayOfAir) -> dict[str, Any]:
    return {
        "start": _moment(day.start),
        "end": _moment(day.end),
        "aqi": day.aqi,
        "category": day.category.code if day.category else None,
        "rgb": list(day.category.rgb) if day.category else None,
        "primary_pollutant": ",".join(day.primary) or None,
        "cause": day.cause or None,
        "concentrations": dict(day.concentrations),
        "iaqi": dict(day.iaqi),
        "missing_hours": day.missing_hours,
        "used": day.is_used,
    }


def _hour(hour: StartHour) -> dict[str, Any]:
    return {
        "time": _moment(hour.time),
        "aqi": hour.aqi,
        "level": _level(hour.level),
        "criteria": list(hour.criteria),
    }


def _margin(margin: Margin) -> dict[str, Any]:
    condition = margin.condition
    return {
        "level": _level(margin.level),
        "criterion": margin.criterion,
        "quantity": condition.quantity,
        "threshold": condition.threshold,
        "hours": condition.hours,
        "highest": margin.highest,
        "short_by": margin.short_by,
        "hours_held": margin.hours_held,
        "met": margin.is_met,
    }


def _stage(stage: StageOfLevel) -> dict[str, Any]:
    return {"level": _level(stage.level), "start": _moment(stage.start), "end": _moment(stage.end)}


def _below(below: BelowStage, law: WarningInForce) -> dict[str, Any]:
    return {
        "stage": below.stage,
        "start": _moment(below.start),
        "end": _moment(below.end),
        "criterion": criterion_formula(below.criterion),
        "criterion_id": below.criterion.id,
        "clause": below.source.source.clause,
        "instrument": _instrument(below.source, law),
    }


def _clause(advice: Advice) -> str | None:
    if advice.is_regional:
        found = advice.law.value("regional")
        return found.dated.clause if found else None
    return advice.source.source.clause if advice.source else None


def _instrument(source: CriteriaSet, law: WarningInForce) -> dict[str, str]:
    found = law.instrument(source.source.instrument)
    return {"id": found.id, "number": found.number, "title": found.title, "status": str(source.source.status)}


def _rests_on(advice: Advice) -> list[dict[str, Any]]:
    """Every value to be confirmed that the advice rests on."""
    law = advice.law
    regime = [item for item in (advice.source or law.regime,) if item.source.status is RuleStatus.TO_CONFIRM]
    names = {*USED, f"signer.{advice.level}", f"cause.{advice.cause}", *(("regional",) if advice.is_regional else ())}
    values = [item for item in law.procedure if item.id in names and item.dated.status is RuleStatus.TO_CONFIRM]
    return [
        *(
            {"id": f"warning.criteria.{item.id}", "clause": item.source.clause, **_instrument(item, law)}
            for item in regime
        ),
        *(_value(item) for item in values),
    ]


def _value(item: ProcedureValue) -> dict[str, Any]:
    return {
        "id": f"warning.procedure.{item.id}",
        "value": item.value,
        "clause": item.dated.clause,
        "instrument": item.instrument.id,
        "number": item.instrument.number,
        "title": item.instrument.title,
        "status": str(item.dated.status),
    }


def _level(level: Level | None) -> str:
    return str(level) if level else NONE


def _moment(moment: datetime | date | None) -> str | None:
    return moment.isoformat() if moment else None


def _number(value: float | None) -> float | int | None:
    return int(value) if value is not None and value == int(value) else value
