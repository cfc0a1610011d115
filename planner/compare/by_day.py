"""What a measure permits on which days, where that changes."""

from collections.abc import Iterable
from itertools import groupby

from planner.compare.wording import percent_text
from planner.terms import N_, Phrasebook

__all__ = ["by_day_sentence"]


def by_day_sentence(phrasebook: Phrasebook, kept_by_day: Iterable[float]) -> str:
    """The permitted share of activity, days alike together; empty where it does not change.

    Args:
        kept_by_day: share of normal activity on each day, 0..1; empty where it is the same on all.

    >>> by_day_sentence(Phrasebook(), (0.0, 1.0, 1.0))
    'day 1: 0 % of activity; days 2-3: 100 % of activity'
    """
    runs = [(share, [day for day, _ in run]) for share, run in groupby(enumerate(kept_by_day, start=1), lambda x: x[1])]
    return phrasebook.say(N_("; ")).join(_run(phrasebook, share, days) for share, days in runs)


def _run(phrasebook: Phrasebook, share: float, days: list[int]) -> str:
    kept = percent_text(share)
    if len(days) == 1:
        return phrasebook.say(N_("day {day}: {kept} % of activity"), day=days[0], kept=kept)
    words = N_("days {first}-{last}: {kept} % of activity")
    return phrasebook.say(words, first=days[0], last=days[-1], kept=kept)
