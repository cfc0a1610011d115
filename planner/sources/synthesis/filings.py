"""What every line has filed at each level, so that the city as filed falls short of its cuts like a real one."""

from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from planner.sources.synthesis.draws import Floats, Ints
from planner.sources.synthesis.firms import GRADES
from planner.sources.synthesis.industry import FULL_LOAD, Industry
from planner.sources.synthesis.parameters import CityParameters
from planner.sources.synthesis.reduction import grams_cut
from planner.sources.synthesis.society import Society, floor_shares, reached
from planner.terms import LEVELS, Grade, Level

__all__ = ["file_measures"]

_GROUP_OF_GRADE = {
    Grade.B: "B",
    Grade.B_MINUS: "B",
    Grade.C: "C",
    Grade.NON_LEADING: "C",
    Grade.D: "D",
    Grade.UNGRADED: "ungraded",
}
_GRADED = ("B", "C", "D")
_STRENGTHS = ("weak", "plain", "strong")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Lines:
    """What a filing looks at, one entry a line.

    `stoppable` counts the lines that can be halted, `rank` numbers them from the last one; the first column counts
    within the firm's process, the second within the firm.
    """

    group: Ints
    rank: Ints
    stoppable: Ints
    held: Ints
    minimum: Ints


def file_measures(industry: Industry, society: Society) -> Ints:
    """Percent of activity kept, one column a level; never more at a higher level.

    A firm files weakly, plainly (as the grade principle asks) or strongly (synthetic_filings.csv). In a random order
    firms go from weak to plain, then again from plain to strong, up to the point where the city's filed cuts come
    nearest to the middle of the stated band.
    """
    lines = _lines(industry)
    roster = industry.roster
    order = np.argsort(industry.draws.uniform("filing", len(roster.firms.kind))[roster.firm], kind="stable")
    kept = np.full(len(roster.firm), FULL_LOAD, dtype=np.int64)
    columns = []
    for rank, level in enumerate(LEVELS):
        filed = [_filed(industry, lines, level, strength) for strength in _STRENGTHS]
        tiers = [np.minimum(np.where(industry.outside(rank) == 1, FULL_LOAD, each), kept)[order] for each in filed]
        cuts = [grams_cut(industry.activity, tier, order) for tier in tiers]
        stage, prefix = _turning_point(industry, society, level, cuts, roster.firm[order])
        kept = kept.copy()
        kept[order] = np.concatenate([tiers[stage + 1][:prefix], tiers[stage][prefix:]])
        columns.append(kept)
    return np.stack(columns, axis=1)


def _lines(industry: Industry) -> _Lines:
    roster, activity = industry.roster, industry.activity
    held = (activity.can_stop == 0) | (activity.guaranteed == 1)
    free = (~held & (activity.running == 1)).astype(np.int64)
    counted = [_count_from_last(free, within) for within in (roster.group, roster.firm)]
    return _Lines(
        group=_groups(industry),
        rank=np.stack([rank for rank, _ in counted], axis=1),
        stoppable=np.stack([count for _, count in counted], axis=1),
        held=held.astype(np.int64),
        minimum=activity.minimum_percent,
    )


def _count_from_last(free: Ints, within: Ints) -> tuple[Ints, Ints]:
    """Number of each free line within its (sorted) group, the last being 1, and how many the group has."""
    count = np.bincount(within, weights=free).astype(np.int64)[within]
    before = np.cumsum(free) - free
    return count - (before - before[np.searchsorted(within, within)]), count


def _group_names(parameters: CityParameters) -> list[str]:
    return sorted(set(parameters.filings["group"]))


def _groups(industry: Industry) -> Ints:
    """The filing group of each line: its grade, clinker by its own table, a few firms short of the principle."""
    parameters, roster = industry.parameters, industry.roster
    names = np.array([_GROUP_OF_GRADE.get(grade, "none") for grade in GRADES])[roster.grade]
    clinker = parameters.factor_text("sub_process", roster.factor).to_numpy(dtype=str) == "clinker"
    graded = np.isin(names, _GRADED)
    drawn = industry.draws.spread("short filing", roster.firms.light)[roster.firm]
    short = (drawn < parameters.value("filing.short_share")) & (roster.firms.light[roster.firm] == 1)
    names = np.where(graded & clinker, np.char.add("clinker_", names), names)
    names = np.where(graded & short, np.char.add("short_", names), names)
    return np.searchsorted(np.array(_group_names(parameters)), names).astype(np.int64)


def _filed(industry: Industry, lines: _Lines, level: Level, strength: str) -> Ints:
    table, groups = industry.parameters.filings, _group_names(industry.parameters)
    rows = table[(table["level"] == level) & (table["strength"] == strength)].set_index("group").loc[groups]
    share, single, held, limit = (
        np.rint(rows[name].to_numpy(dtype=np.float64) * 100).astype(np.int64)[lines.group]
        for name in ("lines_stopped_share", "single_kept", "held_kept", "limit_kept")
    )
    by_firm = (rows["basis"].to_numpy(dtype=str) == "firm").astype(np.int64)[lines.group][:, np.newaxis]
    stoppable, rank = (np.take_along_axis(column, by_firm, axis=1)[:, 0] for column in (lines.stoppable, lines.rank))
    stopped = -(-share * stoppable // 100)
    free = np.where(stoppable == 1, single, np.where(rank <= stopped, 0, limit))
    bounded = np.maximum(free, lines.minimum)
    return np.where(lines.held == 1, np.maximum(held, lines.minimum), np.where(free == 0, 0, bounded))


def _turning_point(industry: Industry, society: Society, level: Level, cuts: list[Ints], firm: Ints) -> tuple[int, int]:
    """Which tier the city is leaving, and how many lines (whole firms in this order) have left it."""
    parameters = industry.parameters
    ends = np.concatenate(([0], np.flatnonzero(np.diff(firm, append=-1)) + 1))
    steps = [_reached_by_prefix(before, after, ends) for before, after in pairwise(cuts)]
    floors = (floor_shares(parameters, level)[society.kind] * society.grams).sum(axis=0)
    cut = np.concatenate(steps) / 100 + floors
    scores = reached(cut, society.base.astype(np.float64), parameters.value(f"cut.{level}"))
    stage, place = divmod(_nearest(parameters, scores), len(ends))
    return stage, int(ends[place])


def _reached_by_prefix(before: Ints, after: Ints, ends: Ints) -> Ints:
    """The city's cut when the lines up to each end have changed their filing."""
    gained = np.cumsum(np.concatenate([np.zeros((1, before.shape[1]), dtype=np.int64), after - before]), axis=0)
    total: Ints = before.sum(axis=0) + gained[ends]
    return total


def _nearest(parameters: CityParameters, scores: Floats) -> int:
    """Row with the most scores inside the band, among those the one whose middle score is nearest its middle."""
    low, high, middle = (parameters.value(f"calibration.filed_{name}") for name in ("low", "high", "middle"))
    inside = ((scores >= low) & (scores <= high)).sum(axis=1)
    distance = np.abs(np.sort(scores, axis=1)[:, 1] - middle)
    return int(np.lexsort((distance, -inside))[0])
