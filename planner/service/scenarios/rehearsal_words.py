"""A rehearsed winter in sentences, tables and JSON."""

from collections.abc import Iterator
from itertools import pairwise
from typing import Any

from planner.compare import PlainTable, level_label
from planner.scenario import RehearsedDay
from planner.service.scenarios.rehearsing import Rehearsal
from planner.terms import LEVELS, N_, Level, Phrasebook

__all__ = ["rehearsal_json", "rehearsal_lines", "rehearsal_tables"]


def rehearsal_lines(rehearsals: tuple[Rehearsal, ...], phrasebook: Phrasebook) -> Iterator[str]:
    """What each law makes of the winter, a line each, and where two of them differ."""
    for item in rehearsals:
        yield _line(item, phrasebook)
    for former, later in pairwise(rehearsals):
        apart = sum(one.level is not other.level for one, other in zip(former.days, later.days, strict=True))
        yield phrasebook.say(
            N_("Between the law of {former} and that of {later} the level differs on {days} days; cost {cost} yuan."),
            former=former.law_on.isoformat(),
            later=later.law_on.isoformat(),
            days=apart,
            cost=f"{later.cost_yuan - former.cost_yuan:+,.0f}",
        )


def _line(item: Rehearsal, phrasebook: Phrasebook) -> str:
    counted = item.days_by_level
    named = (f"{level_label(phrasebook, level)} {counted[str(level)]}" for level in LEVELS)
    return phrasebook.say(
        N_(
            "Law of {day}: {days} days, of which {levels}; {warnings} stretches; missed or too low {missed},"
            " needless {needless}; {cost} yuan; most hours of one enterprise {hours}; unevenness {uneven}."
        ),
        day=item.law_on.isoformat(),
        days=len(item.days),
        levels=phrasebook.say(N_(", ")).join(named),
        warnings=len(item.plans),
        missed=sum(day.is_missed for day in item.days),
        needless=sum(day.is_needless for day in item.days),
        cost=f"{item.cost_yuan:,.0f}",
        hours=f"{float(item.firms['stopped_hours'].max()) if len(item.firms) else 0.0:,.0f}",
        uneven=f"{item.unevenness:.3f}",
    )


def rehearsal_tables(item: Rehearsal, phrasebook: Phrasebook) -> tuple[PlainTable, ...]:
    """Days, stretches and enterprises of one law."""
    day = item.law_on.isoformat()
    return (_days(item, day, phrasebook), _stretches(item, day, phrasebook), _firms(item, day, phrasebook))


def _days(item: Rehearsal, day: str, phrasebook: Phrasebook) -> PlainTable:
    say = phrasebook.say
    headers = (say(N_("Day")), say(N_("In force")), say(N_("Due")), say(N_("Judgement")))
    rows = tuple(
        (each.day.isoformat(), _level(each.level, phrasebook), _level(each.due, phrasebook), _judged(each, phrasebook))
        for each in item.days
    )
    return PlainTable(title=say(N_("Days {day}"), day=day), headers=headers, rows=rows)


def _level(level: Level | None, phrasebook: Phrasebook) -> str:
    return level_label(phrasebook, level) if level else ""


def _judged(day: RehearsedDay, phrasebook: Phrasebook) -> str:
    if not day.is_known:
        return phrasebook.say(N_("no data"))
    if day.is_missed:
        return phrasebook.say(N_("missed"))
    return phrasebook.say(N_("needless")) if day.is_needless else ""


def _stretches(item: Rehearsal, day: str, phrasebook: Phrasebook) -> PlainTable:
    say = phrasebook.say
    headers = (
        say(N_("Level")),
        say(N_("From")),
        say(N_("Until")),
        say(N_("Days")),
        say(N_("Cost, yuan")),
        say(N_("Proven bound, yuan")),
        say(N_("Enterprises told")),
        say(N_("All cuts met")),
    )
    rows = tuple(
        (
            level_label(phrasebook, each.stretch.level),
            each.stretch.first.isoformat(),
            each.stretch.last.isoformat(),
            each.stretch.days,
            each.cost_yuan,
            each.bound_yuan,
            each.enterprises,
            say(N_("yes")) if each.is_met else say(N_("no")),
        )
        for each in item.plans
    )
    return PlainTable(title=say(N_("Stretches {day}"), day=day), headers=headers, rows=rows)


def _firms(item: Rehearsal, day: str, phrasebook: Phrasebook) -> PlainTable:
    say = phrasebook.say
    headers = (
        say(N_("Credit code")),
        say(N_("Enterprise")),
        say(N_("County")),
        say(N_("Cost, yuan")),
        say(N_("Hours of standstill")),
    )
    rows = tuple(tuple(row) for row in item.firms.itertuples(index=False, name=None))
    return PlainTable(title=say(N_("Enterprises {day}"), day=day), headers=headers, rows=rows)


def rehearsal_json(item: Rehearsal) -> dict[str, Any]:
    """What `--json` holds of one law."""
    return {
        "law_on": item.law_on.isoformat(),
        "cost_yuan": item.cost_yuan,
        "days_by_level": item.days_by_level,
        "missed": [day.day.isoformat() for day in item.days if day.is_missed],
        "needless": [day.day.isoformat() for day in item.days if day.is_needless],
        "unevenness": item.unevenness,
        "days": [
            {"day": day.day.isoformat(), "level": day.level, "due": day.due, "is_known": day.is_known}
            for day in item.days
        ],
        "stretches": [
            {
                "level": str(each.stretch.level),
                "first": each.stretch.first.isoformat(),
                "last": each.stretch.last.isoformat(),
                "cost_yuan": each.cost_yuan,
                "bound_yuan": each.bound_yuan,
                "enterprises": each.enterprises,
                "met": each.is_met,
            }
            for each in item.plans
        ],
        "enterprises": item.firms.to_dict("records"),
    }
