"""Answers of scenarios in words for a terminal."""

from collections.abc import Iterator

from planner.compare import percent_text, pollutant_label
from planner.errors.sentences import tell
from planner.scenario import ScenarioDifference, outcome_label
from planner.service.scenarios.answer import ScenarioAnswer
from planner.service.scenarios.reports import More, differences_of
from planner.terms import N_, POLLUTANTS, Phrasebook

__all__ = ["answer_lines", "more_lines"]

MOST_ROWS = 30
"""Of a table on a terminal; the file holds all."""


def answer_lines(answers: tuple[ScenarioAnswer, ...], phrasebook: Phrasebook) -> Iterator[str]:
    """A line a scenario, what it changes against the base beside it; the base first, then those that save most."""
    changes = {item.name: item for item in differences_of(answers)}
    for item in sorted(answers, key=lambda item: _rank(item, changes)):
        yield _line(item, changes.get(item.outcome.name), phrasebook)


def more_lines(more: More, phrasebook: Phrasebook) -> Iterator[str]:
    """The tables beside the answers, a line a row."""
    for table in more.tables:
        yield f"{table.title}: {table.note}"
        for row in table.rows[:MOST_ROWS]:
            pairs = zip(table.headers, row, strict=True)
            yield "  " + phrasebook.say(N_("; ")).join(f"{name} {_cell(value)}" for name, value in pairs)


def _cell(value: str | float) -> str:
    return value if isinstance(value, str) else f"{value:,.10g}"


def _rank(item: ScenarioAnswer, changes: dict[str, ScenarioDifference]) -> tuple[bool, float]:
    """The base first, then by cost change; those without a plan last."""
    change = changes.get(item.outcome.name)
    return item.outcome.name in changes, change.cost_change_yuan if change else float("inf") * (
        not item.outcome.has_plan
    )


def _line(item: ScenarioAnswer, change: ScenarioDifference | None, phrasebook: Phrasebook) -> str:
    outcome = item.outcome
    status = outcome_label(outcome, phrasebook)
    if not outcome.has_plan:
        sentence = N_("{title} ({name}): {status}; {reason}")
        told = " ".join(tell(each, phrasebook)[0] for each in item.findings) or ", ".join(outcome.reason)
        return phrasebook.say(sentence, title=outcome.title, name=outcome.name, status=status, reason=told)
    cuts = ", ".join(
        f"{pollutant_label(phrasebook, pollutant)} {percent_text(share)} %"
        for pollutant, share in zip(POLLUTANTS, outcome.share, strict=True)
    )
    told = phrasebook.say(
        N_("{title} ({name}): {status}, {cost} yuan, gap {gap} %; {firms} enterprises; {cuts}"),
        title=outcome.title,
        name=outcome.name,
        status=status,
        cost=f"{outcome.cost_yuan:,.0f}",
        gap=f"{100.0 * outcome.gap:.3g}",
        firms=outcome.enterprises,
        cuts=cuts,
    )
    return told if change is None else f"{told}; {_change(change, phrasebook)}"


def _change(change: ScenarioDifference, phrasebook: Phrasebook) -> str:
    return phrasebook.say(
        N_("{cost} yuan against the base, {less} firms bear less, {more} more, {orders} orders change"),
        cost=f"{change.cost_change_yuan:+,.0f}",
        less=change.gainers,
        more=change.losers,
        orders=change.changed_orders,
    )
