"""Levels in force from the hours that a criterion covers: closed gaps, merged episodes, open ends."""

import numpy as np
import pytest

from planner.alert.episodes import EpisodeRules, levels_in_force, segments_of
from planner.terms import Level

RULES = EpisodeRules(lift_hours=36, merges=True)


def hours(*parts):
    return np.concatenate([np.full(count, rank, dtype=np.int64) for count, rank in parts])


def told(reached, rules=RULES, current=None):
    found = segments_of(levels_in_force(reached, rules, current))
    return [(item.rank, item.first, item.after, item.is_open) for item in found]


@pytest.mark.parametrize(("gap", "segments"), [(36, 1), (37, 2)])
def test_a_gap_of_thirty_six_hours_is_closed_and_a_longer_one_is_not(gap, segments):
    assert len(told(hours((24, 1), (gap, 0), (24, 1), (48, 0)))) == segments


@pytest.mark.parametrize(("rest", "is_open"), [(36, True), (37, False)])
def test_the_end_is_open_until_more_than_thirty_six_hours_follow(rest, is_open):
    assert told(hours((24, 1), (rest, 0)))[0][3] is is_open


def test_a_merged_episode_starts_from_its_higher_level():
    assert told(hours((24, 1), (24, 0), (48, 2), (48, 0))) == [(2, 0, 96, False)]


def test_episodes_are_not_merged_where_the_rule_is_off():
    off = EpisodeRules(lift_hours=36, merges=False)
    assert told(hours((24, 1), (24, 0), (48, 2), (48, 0)), off) == [(1, 0, 48, False), (2, 48, 96, False)]


def test_a_rise_within_one_episode_is_an_upgrade():
    assert told(hours((24, 1), (48, 2), (48, 0))) == [(1, 0, 24, False), (2, 24, 72, False)]


def test_a_dip_within_the_lifting_time_keeps_the_higher_level():
    assert told(hours((24, 3), (24, 1), (24, 3), (48, 0))) == [(3, 0, 72, False)]


def test_a_dip_lowers_the_level_where_the_rule_is_off():
    off = EpisodeRules(lift_hours=36, merges=True, holds_higher=False)
    assert [item[0] for item in told(hours((24, 3), (24, 1), (24, 3), (48, 0)), off)] == [3, 1, 3]


def test_a_level_in_force_is_held_while_its_lifting_is_not_seen():
    assert told(hours((20, 0)), current=Level.RED) == [(3, 0, 20, True)]


def test_a_level_in_force_ends_at_once_where_the_air_stays_clean():
    assert told(hours((48, 0)), current=Level.RED) == []
