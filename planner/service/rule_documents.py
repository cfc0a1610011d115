"""Rules, cells, changes and confirmations as the command line's JSON holds them."""

from datetime import date
from typing import Any

from planner.compare import LawChange
from planner.rules import CellAnswer, Confirmation, Edition, IndustryCoverage, Opposed, RuleInForce
from planner.service.law import RecordedWord
from planner.terms import RuleStatus

__all__ = ["cell_json", "change_json", "coverage_json", "rule_json", "word_json"]


def rule_json(item: RuleInForce) -> dict[str, Any]:
    """A rule in force with its source, its status and the city's confirmation."""
    rule, dated = item.rule, item.dated
    return {
        "id": item.id,
        "kind": rule.kind,
        "title_zh": rule.title_zh,
        "title": rule.title,
        "scope": _scope(item),
        "measure": str(rule.measure) if rule.measure else None,
        "basis": rule.basis or None,
        "value": item.value,
        "unit": dated.unit,
        "hours_on": dated.hours_on,
        "after_hours": dated.after_hours,
        "after_value": dated.after_value,
        "from": dated.from_day.isoformat(),
        "instrument": item.instrument.title,
        "number": item.instrument.number,
        "clause": dated.clause,
        "status": str(dated.status),
        "evidence": str(dated.evidence),
        "answer": str(rule.answer),
        "still_valid_on": dated.still_valid_on.isoformat(),
        "city": item.city or None,
        "confirmation": confirmation_json(item.confirmation) if item.confirmation else None,
        "note": dated.note,
    }


def confirmation_json(said: Confirmation) -> dict[str, Any]:
    """Who confirmed what, when, on which paper."""
    return {
        "rule_id": said.rule_id,
        "by": said.by,
        "role": said.role,
        "on": said.on.isoformat(),
        "document": said.document,
        "note": said.note,
        "withdrawn": said.withdrawn,
        "value_sha256": said.value_sha256,
    }


def word_json(word: RecordedWord) -> dict[str, Any]:
    """A recorded word and what has become of it."""
    return {
        **confirmation_json(word.weighed.confirmation),
        "state": str(word.weighed.state),
        "recorded_at": word.recorded_at.isoformat(),
    }


def cell_json(answer: CellAnswer) -> dict[str, Any]:
    """One cell: how it is answered, what orders there, what stands beside it."""
    cell, ordering = answer.cell, (*answer.measures, *answer.standing)
    return {
        "industry": cell.industry,
        "sub_process": cell.sub_process,
        "grade": str(cell.grade),
        "level": str(cell.level),
        "answer": str(answer.answer),
        "status": _status(ordering),
        "measures": [rule_json(item) for item in answer.measures],
        "standing": [rule_json(item) for item in answer.standing],
        "sources": _sources(ordering),
        "rejected": [_opposed_json(item) for item in answer.opposed],
        "editions": [_edition_json(item) for item in answer.editions],
        "beside": [rule_json(item) for item in answer.beside],
        "missing_note": answer.missing_note,
    }


def change_json(item: LawChange) -> dict[str, Any]:
    """A change with both sides and whom it touches; `touched` null where no list was at hand."""
    change = item.change
    ids = None if item.touched is None else [addressee.id for addressee in item.touched]
    touched = None if ids is None else {"count": len(ids), "ids": ids}
    return {
        "id": change.either.id,
        "kind": str(change.kind),
        "title_zh": change.either.rule.title_zh,
        "title": change.either.rule.title,
        "scope": _scope(change.either),
        "measure": str(change.either.rule.measure) if change.either.rule.measure else None,
        "before": _side(change.before),
        "after": _side(change.after),
        "whole_city": item.whole_city,
        "touched": touched,
    }


def coverage_json(item: IndustryCoverage) -> dict[str, Any]:
    """An industry with its number of cells by answer."""
    counts = {str(answer): count for answer, count in item.counts}
    return {"number": item.number, "code": item.code, "name_zh": item.name_zh, "cells": item.total, **counts}


def _status(rules: tuple[RuleInForce, ...]) -> str | None:
    """To be confirmed where any of them is; None where nothing answers the cell."""
    if not rules:
        return None
    is_open = any(item.dated.status is RuleStatus.TO_CONFIRM for item in rules)
    return str(RuleStatus.TO_CONFIRM if is_open else RuleStatus.CONFIRMED)


def _sources(rules: tuple[RuleInForce, ...]) -> list[dict[str, str]]:
    named = dict.fromkeys((item.instrument.title, item.instrument.number, item.dated.clause) for item in rules)
    return [{"instrument": title, "number": number, "clause": clause} for title, number, clause in named]


def _opposed_json(item: Opposed) -> dict[str, Any]:
    return {
        "rule_id": item.rule_id,
        "value": item.source.value,
        "unit": item.source.unit,
        "instrument": item.instrument.title,
        "number": item.instrument.number,
        "clause": item.source.clause,
        "reason": item.reason,
        "note": item.source.note,
    }


def _edition_json(item: Edition) -> dict[str, Any]:
    return {
        "id": item.rule.id,
        "when": item.when,
        "title_zh": item.rule.title_zh,
        "title": item.rule.title,
        "measure": str(item.rule.measure) if item.rule.measure else None,
        "value": item.dated.value,
        "unit": item.dated.unit,
        "from": item.dated.from_day.isoformat(),
        "until": _day(item.until),
        "instrument": item.instrument.title,
        "number": item.instrument.number,
        "clause": item.dated.clause,
        "status": str(item.dated.status),
        "evidence": str(item.dated.evidence),
    }


def _side(item: RuleInForce | None) -> dict[str, Any] | None:
    if item is None:
        return None
    whole = rule_json(item)
    names = ("value", "unit", "from", "instrument", "number", "clause", "status", "evidence", "city", "confirmation")
    return {name: whole[name] for name in (*names, "hours_on", "after_hours", "after_value")}


def _scope(item: RuleInForce) -> dict[str, Any]:
    scope = item.rule.scope
    return {
        "industry": scope.industry or None,
        "industry_code": scope.industry_code or None,
        "sub_process": scope.sub_process or None,
        "grade": str(scope.grade) if scope.grade else None,
        "level": str(scope.level) if scope.level else None,
        "pollutant": scope.pollutant or None,
        "conditions": [
            {"column": item.column, "at_least": item.at_least, "below": item.below} for item in scope.conditions
        ],
    }


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None
