"""Family 7, the book: what a laxer level chooses of a source, a stricter level asks of it as well.

    kept[b, i, x(b, i)] <= max(kept[a, i, x(a, i)], deepest[b, i])   wherever x(a, i) lies beyond what level a obliges

Symbols: a, b: a laxer and a stricter level, each of the three pairs of yellow, orange and red; x(a, i): the option of
source i at level a; kept: permitted share of normal activity, 0..1; deepest[b, i]: the least that the menu of level b
leaves of source i. What floors and filed measures oblige to is given and not chosen: where it falls from a laxer to a
stricter level, or where the stricter menu does not go as deep, the laxer level's share cannot be asked. So nesting
makes no book impossible by itself; these places are its exceptions. Duties follow from obligations and halts alone.

Reference: design, family 7; upgrading a warning adds measures and takes none back (clause not stated in source).
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import combinations

import numpy as np

from planner.problem.records import Flags, Floats, Indices, PlanProblem
from planner.problem.variants import keep_options
from planner.terms import DUTY_MEASURES, LEVELS, Level, split_tag

__all__ = [
    "ExceptionKind",
    "NestingException",
    "asked_by_laxer",
    "deepest_shares",
    "find_exceptions",
    "is_nested",
    "level_pairs",
    "nested_variant",
    "of_one_list",
    "spared_by_stricter",
]

TINY = 1e-9
DUTIES = frozenset(str(item) for item in DUTY_MEASURES)


class ExceptionKind(StrEnum):
    """Why a stricter level asks less of a source: what is `obliged` falls, the `menu` is less deep, a `duty` ends."""

    OBLIGED = "obliged"
    MENU = "menu"
    DUTY = "duty"


@dataclass(frozen=True, slots=True, kw_only=True)
class NestingException:
    """A source of which a stricter level asks less, which no choice of this book could help.

    Attributes:
        laxer_kept_share, stricter_kept_share: permitted shares of normal activity, 0..1.
        duties: codes of the duties that the stricter level does not name.
    """

    laxer: Level
    stricter: Level
    source_id: str
    kind: ExceptionKind
    laxer_kept_share: float
    stricter_kept_share: float
    duties: tuple[str, ...] = ()


def level_pairs() -> tuple[tuple[int, int], ...]:
    """Places in LEVELS of every laxer level with every stricter one."""
    return tuple(combinations(range(len(LEVELS)), 2))


def of_one_list(problems: tuple[PlanProblem, ...]) -> bool:
    """Whether these are the levels in order, asked of the same sources, list, rules, mode, day and length."""
    heads = [item.header for item in problems]
    same = {
        (item.city_slug, item.mode, item.on, item.duration_days, item.list_sha256, item.rules_sha256) for item in heads
    }
    sources = {item.sources.source_id for item in problems}
    return tuple(item.level for item in heads) == tuple(LEVELS) and len(same) == len(sources) == 1


def asked_by_laxer(laxer: PlanProblem, chosen: Indices, stricter: PlanProblem) -> Flags:
    """(m,) options of the stricter level that keep no more than the laxer level's choice of their source leaves."""
    kept = laxer.options.kept_share[chosen]
    most = np.where(chosen == _first(laxer), np.inf, np.maximum(kept, deepest_shares(stricter)))
    return np.asarray(stricter.options.kept_share <= most[stricter.options.source] + TINY)


def spared_by_stricter(stricter: PlanProblem, chosen: Indices, laxer: PlanProblem) -> Flags:
    """(m,) options of the laxer level to which the stricter level's choice of their source holds."""
    source = laxer.options.source
    kept, deepest = stricter.options.kept_share[chosen], deepest_shares(stricter)
    result = kept[source] <= np.maximum(laxer.options.kept_share, deepest[source]) + TINY
    result[_first(laxer)] = True
    return np.asarray(result)


def is_nested(problems: tuple[PlanProblem, ...], chosen: tuple[Indices, ...]) -> bool:
    """Whether the options of the three levels keep the inequality for every pair of levels and every source."""
    return all(
        bool(asked_by_laxer(problems[one], chosen[one], problems[two])[chosen[two]].all()) for one, two in level_pairs()
    )


def nested_variant(
    problems: tuple[PlanProblem, ...], level: int, decided: tuple[tuple[int, Indices], ...]
) -> tuple[PlanProblem, Indices] | None:
    """A level's problem with only the options that nest with the levels decided already.

    Args:
        level: place of the level in LEVELS.
        decided: (place of a level, its (n,) options).

    Returns:
        the problem and the place of each of its options in the full menu; None where a source has no option left.
    """
    problem = problems[level]
    kept = np.ones(problem.options.count, dtype=bool)
    for other, chosen in decided:
        kept &= (asked_by_laxer if other < level else spared_by_stricter)(problems[other], chosen, problem)
    if kept.all():
        return problem, np.arange(len(kept))
    if np.any(np.bincount(problem.options.source[kept], minlength=problem.sources.count) == 0):
        return None
    return keep_options(problem, kept), np.flatnonzero(kept)


def find_exceptions(problems: tuple[PlanProblem, ...], chosen: tuple[Indices, ...]) -> tuple[NestingException, ...]:
    """Every place where a stricter level asks less of a source than a laxer one, by pair of levels and source."""
    return tuple(
        item
        for one, two in level_pairs()
        for item in _exceptions((problems[one], problems[two]), (chosen[one], chosen[two]))
    )


def _exceptions(pair: tuple[PlanProblem, PlanProblem], chosen: tuple[Indices, Indices]) -> Iterator[NestingException]:
    (laxer, stricter), (one, two) = pair, chosen
    kept = laxer.options.kept_share[one], stricter.options.kept_share[two]
    rises = kept[1] > kept[0] + TINY
    ended = _ended_duties(laxer, one, stricter, two)
    obliged = one == _first(laxer)
    for index in sorted({*np.flatnonzero(rises).tolist(), *ended}):
        less = ExceptionKind.OBLIGED if obliged[index] else ExceptionKind.MENU
        yield NestingException(
            laxer=laxer.header.level,
            stricter=stricter.header.level,
            source_id=laxer.sources.source_id[index],
            kind=less if rises[index] else ExceptionKind.DUTY,
            laxer_kept_share=float(kept[0][index]),
            stricter_kept_share=float(kept[1][index]),
            duties=ended.get(index, ()),
        )


def _ended_duties(laxer: PlanProblem, one: Indices, stricter: PlanProblem, two: Indices) -> dict[int, tuple[str, ...]]:
    """Source index to the duties that it has at the laxer level and not at the stricter; each pair of sets once."""
    sets = laxer.options.measures[one], stricter.options.measures[two]
    had, has = ([_duties(tags) for tags in item.options.measure_sets] for item in (laxer, stricter))
    found: dict[int, tuple[str, ...]] = {}
    for left, right in np.unique(np.column_stack(sets), axis=0).tolist():
        gone = tuple(sorted(had[left] - has[right]))
        if gone:
            found |= dict.fromkeys(np.flatnonzero((sets[0] == left) & (sets[1] == right)).tolist(), gone)
    return found


def _duties(tags: tuple[str, ...]) -> frozenset[str]:
    return frozenset(split_tag(tag)[0] for tag in tags) & DUTIES


def _first(problem: PlanProblem) -> Indices:
    """(n,) what each source is obliged to."""
    return problem.sources.first_option[:-1]


def deepest_shares(problem: PlanProblem) -> Floats:
    """(n,) the least share that each menu leaves."""
    if not problem.sources.count:
        return np.zeros(0)
    return np.asarray(np.minimum.reduceat(problem.options.kept_share, _first(problem)))
