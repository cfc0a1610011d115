"""What a question that is many scenarios tells beside them: prices along its points, whom it pays."""

from dataclasses import asdict

from planner.compare import level_label
from planner.scenario import (
    BASE,
    Saving,
    add_savings,
    curve_price_table,
    curve_slopes,
    front_price_table,
    front_slopes,
    saving_of,
    saving_table,
)
from planner.service.scenarios.answer import ScenarioAnswer
from planner.service.scenarios.many import Kind, ManyAsked
from planner.service.scenarios.reports import More
from planner.terms import Level, Phrasebook

__all__ = ["LevelAnswers", "more_of", "savings_of"]

LevelAnswers = tuple[tuple[Level, int | None, tuple[ScenarioAnswer, ...]], ...]
"""Answers level by level, with the days of the level in a winter; None: one episode."""


def more_of(asked: ManyAsked, answers: LevelAnswers, phrasebook: Phrasebook) -> More:
    """The tables and data beside the answers, as the question needs them."""
    points = tuple(item.outcome for _, _, part in answers for item in part if item.outcome.name != BASE)
    if asked.kind is Kind.CURVE:
        slopes = curve_slopes(points, asked.cut)
        table = curve_price_table(asked.cut, slopes, phrasebook)
        return More(tables=(table,), content={"prices": [asdict(item) for item in slopes]})
    if asked.kind is Kind.FRONT:
        slopes = front_slopes(points)
        return More(
            tables=(front_price_table(slopes, phrasebook),), content={"prices": [asdict(item) for item in slopes]}
        )
    savings = savings_of(answers)
    winter = tuple((level_label(phrasebook, level), days) for level, days, _ in answers if days is not None)
    table = saving_table(savings, winter, phrasebook)
    return More(tables=(table,), content={"savings": [asdict(item) for item in savings]})


def savings_of(answers: LevelAnswers) -> tuple[Saving, ...]:
    """Whom each scenario pays, over all levels; those without a plan are left out."""
    return add_savings(tuple(_of_level(part, days) for _, days, part in answers))


def _of_level(answers: tuple[ScenarioAnswer, ...], days: int | None) -> tuple[Saving, ...]:
    base = next((item for item in answers if item.outcome.name == BASE and item.outcome.has_plan), None)
    if base is None:
        return ()
    return tuple(
        saving_of(base.outcome, base.firms, item.outcome, item.firms, days)
        for item in answers
        if item.outcome.has_plan and item.outcome.name != BASE
    )
