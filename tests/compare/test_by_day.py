"""What a measure permits on which days, in words."""

from planner.compare import by_day_sentence
from planner.terms import Phrasebook


def test_days_alike_are_told_together() -> None:
    told = by_day_sentence(Phrasebook(), (0.0, 0.0, 0.5))
    assert told == "days 1-2: 0 % of activity; day 3: 50 % of activity"


def test_a_share_that_does_not_change_is_not_told() -> None:
    assert by_day_sentence(Phrasebook(), ()) == ""
