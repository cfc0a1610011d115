"""Moments and periods as papers write them, in Beijing time whatever the machine's zone."""

from datetime import datetime

from planner.terms import BEIJING, N_, Phrasebook

__all__ = ["day_text", "moment_text", "period_text"]


def moment_text(phrasebook: Phrasebook, moment: datetime | None) -> str:
    """Day and hour, minutes where they are not zero; '' for none.

    >>> from datetime import UTC
    >>> moment_text(Phrasebook(), datetime(2026, 11, 30, 16, tzinfo=UTC))
    '2026-12-1 0:00'
    """
    if moment is None:
        return ""
    told = moment.astimezone(BEIJING)
    words = N_("{year}-{month}-{day} {hour}:{minute:02d}") if told.minute else N_("{year}-{month}-{day} {hour}:00")
    return phrasebook.say(words, year=told.year, month=told.month, day=told.day, hour=told.hour, minute=told.minute)


def day_text(phrasebook: Phrasebook, moment: datetime | None) -> str:
    """The day alone, '' for none."""
    if moment is None:
        return ""
    told = moment.astimezone(BEIJING)
    return phrasebook.say(N_("{year}-{month}-{day}"), year=told.year, month=told.month, day=told.day)


def period_text(phrasebook: Phrasebook, start: datetime, end: datetime | None) -> str:
    """From when to when; without an end the lifting is announced apart."""
    first = moment_text(phrasebook, start)
    if end is None:
        return phrasebook.say(N_("from {start}; the lifting will be announced separately"), start=first)
    return phrasebook.say(N_("from {start} to {end}, Beijing time"), start=first, end=moment_text(phrasebook, end))
