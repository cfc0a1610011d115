"""The book's three levels together: bounds of the levels alone, plans level by level, the joint model where needed.

The sum of the levels' own bounds is a bound of the book, for nesting only takes plans away. Plans are found by deciding
one level after the other, each over the options that nest with the levels decided already, in several orders; then a
level at a time is asked again with the two others fixed. Where plan and bound do not meet within the gap, and the city
is small enough, the joint model of all three is proven by HiGHS.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np

from planner.plan import (
    EQUAL_WEIGHTS,
    BookLevel,
    BookResult,
    Plan,
    Result,
    SolveReport,
    Status,
    assemble_plan,
    count_touched,
    make_book_result,
    missing_points,
    relative_gap,
)
from planner.problem import PlanProblem, is_nested, nested_variant, of_one_list, side_rows
from planner.problem.records import Indices
from planner.solve.book_model import build_book_model
from planner.solve.proof import prove
from planner.solve.settings import SolveSettings
from planner.solve.shortfall import least_shortfall
from planner.solve.stages import solve_problem
from planner.solve.stopping import Stop
from planner.terms import LEVELS

__all__ = ["solve_book"]

ORDERS = ((2, 1, 0), (1, 2, 0), (0, 1, 2), (2, 0, 1))
"""Red first and the others nested below it; orange first; yellow first and the others above it; orange last."""
PART_ALONE = 0.25
"""The part of the book's gap that a level alone may leave open."""
MOST_DESCENTS = 3
MOST_JOINT_OPTIONS = 30_000
TINY_POINTS = 1e-9
TINY_YUAN = 0.005
POINT_DIGITS = 9

Progress = Callable[[str], None]
Choices = tuple[Indices, ...]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class _Book:
    """What stays the same while plans are looked for; `alone` the answers of the levels alone."""

    problems: tuple[PlanProblem, ...]
    weights: tuple[float, ...]
    settings: SolveSettings
    alone: tuple[Result, ...]
    tell: Progress
    stop: Stop

    @property
    def inner(self) -> SolveSettings:
        """How closely a single level is solved."""
        return replace(self.settings, gap=PART_ALONE * self.settings.gap)

    def worth(self, found: "_Found") -> tuple[float, float]:
        """What is compared: missing points (never less than the levels alone miss), then yuan."""
        return (found.points if found.points > self.points + TINY_POINTS else self.points, found.cost)

    @property
    def points(self) -> float:
        """What the levels alone miss, percentage points."""
        return sum(missing_points(result.plan) for result in self.alone if result.plan is not None)

    @property
    def bound(self) -> float:
        """The weighted sum of the levels' own proven bounds."""
        reports = [result.report for result in self.alone if result.report is not None]
        return sum(weight * report.bound_yuan for weight, report in zip(self.weights, reports, strict=True))


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class _Found:
    """A nested book: the options of each level, missing points, weighted cost, the bound known, how it was found."""

    chosen: Choices
    points: float
    cost: float
    bound: float
    how: str


def solve_book(
    problems: tuple[PlanProblem, ...],
    settings: SolveSettings,
    weights: tuple[float, ...] = EQUAL_WEIGHTS,
    progress: Progress | None = None,
    stop: Stop | None = None,
) -> BookResult:
    """The cheapest nested plans of yellow, orange and red that miss the least, with their bound.

    Args:
        problems: the three levels in order, over one list.
        weights: what a yuan of each level counts, > 0.
        progress: told the name of each stage as it begins.

    Raises:
        ValueError: where these are not the three levels of one list on the mean day, or a weight is not positive.
    """
    by_day = any(item.days is not None for item in problems)
    if by_day or not of_one_list(problems) or len(weights) != len(LEVELS) or min(weights) <= 0.0:
        raise ValueError([str(item.header.level) for item in problems], weights)
    tell, halt = progress or (lambda _: None), stop or Stop()
    tell("alone")
    inner = replace(settings, gap=PART_ALONE * settings.gap)
    alone = tuple(solve_problem(problem, inner, stop=halt) for problem in problems)
    if any(result.plan is None for result in alone):
        return _unknown(weights)
    book = _Book(problems=problems, weights=weights, settings=settings, alone=alone, tell=tell, stop=halt)
    found = _search(book)
    return _unknown(weights) if found is None else _result(book, found)


def _search(book: _Book) -> _Found | None:
    """The best nested book; None where the search was called off first."""
    alone = tuple(result.plan.chosen for result in book.alone if result.plan is not None)
    if is_nested(book.problems, alone):
        return _found(book, alone, "alone")
    book.tell("in_turn")
    best = None
    for order in ORDERS:
        if book.stop.asked() or (best is not None and _is_enough(book, best)):
            break
        best = _better(book, best, _in_turn(book, order, alone))
    if best is not None and not _is_enough(book, best):
        best = _descend(book, best)
    if (best is None or not _is_enough(book, best)) and not book.stop.asked():
        book.tell("together")
        best = _together(book, best)
    return best


def _in_turn(book: _Book, order: tuple[int, ...], alone: Choices) -> _Found | None:
    """One level after the other, each nested with those before; None where one is left without a plan."""
    decided = [(order[0], alone[order[0]])]
    for level in order[1:]:
        chosen = _nested_choice(book, level, tuple(decided))
        if chosen is None:
            return None
        decided.append((level, chosen))
    return _found(book, tuple(chosen for _, chosen in sorted(decided, key=lambda item: item[0])), "in_turn")


def _nested_choice(book: _Book, level: int, decided: tuple[tuple[int, Indices], ...]) -> Indices | None:
    """The best options of a level that nest with the levels decided already; None where none was found."""
    variant = nested_variant(book.problems, level, decided)
    if variant is None:
        return None
    result = solve_problem(variant[0], book.inner, stop=book.stop)
    return None if result.plan is None else variant[1][result.plan.chosen]


def _descend(book: _Book, best: _Found) -> _Found:
    """A level at a time asked again with the two others fixed, until none gets better."""
    for _ in range(MOST_DESCENTS):
        before = best
        for level in range(len(LEVELS)):
            others = tuple((place, chosen) for place, chosen in enumerate(best.chosen) if place != level)
            chosen = None if book.stop.asked() else _nested_choice(book, level, others)
            if chosen is not None:
                changed = (*best.chosen[:level], chosen, *best.chosen[level + 1 :])
                best = _better(book, best, _found(book, changed, "in_turn")) or best
        if best is before or _is_enough(book, best):
            break
    return best


def _together(book: _Book, best: _Found | None) -> _Found | None:
    """The joint model proven by HiGHS, where it is small enough and misses no more than the levels alone."""
    if not _is_small(book.problems):
        return best
    allowed = [least_shortfall(problem, book.settings) for problem in book.problems]
    shares = tuple(item.share for item in allowed if item is not None)
    if len(shares) < len(LEVELS):
        return best
    model = build_book_model(book.problems, shares, book.weights)
    proof = prove(model.joint, book.settings, model.missing)
    if proof.values is not None:
        chosen = model.choices(proof.values)
        if is_nested(book.problems, chosen):
            best = _better(book, best, _found(book, chosen, "together"))
    return None if best is None else replace(best, bound=max(best.bound, min(proof.bound, best.cost)))


def _is_small(problems: tuple[PlanProblem, ...]) -> bool:
    """Whether HiGHS can be asked for all three at once; rows beside the cuts are left to the levels themselves."""
    options = sum(problem.options.count for problem in problems)
    return options <= MOST_JOINT_OPTIONS and not any(side_rows(problem).count for problem in problems)


def _found(book: _Book, chosen: Choices, how: str) -> _Found:
    plans = [assemble_plan(problem, own) for problem, own in zip(book.problems, chosen, strict=True)]
    cost = sum(weight * plan.objective_yuan for weight, plan in zip(book.weights, plans, strict=True))
    points = sum(missing_points(plan) for plan in plans)
    return _Found(chosen=chosen, points=points, cost=cost, bound=min(book.bound, cost), how=how)


def _better(book: _Book, best: _Found | None, other: _Found | None) -> _Found | None:
    if best is None or other is None:
        return best or other
    missed, cost = book.worth(best)
    less = book.worth(other)
    return other if less[0] < missed or (less[0] == missed and less[1] < cost - TINY_YUAN) else best


def _is_enough(book: _Book, found: _Found) -> bool:
    as_little = found.points <= book.points + TINY_POINTS
    return as_little and found.cost - found.bound <= book.settings.gap * max(1.0, found.cost)


def _result(book: _Book, found: _Found) -> BookResult:
    plans = tuple(assemble_plan(problem, own) for problem, own in zip(book.problems, found.chosen, strict=True))
    levels = tuple(map(_level, book.problems, book.alone, plans))
    return make_book_result(levels, book.weights, found.bound, found.how)


def _level(problem: PlanProblem, alone: Result, plan: Plan) -> BookLevel:
    """The nested plan beside the level alone; one that misses or costs less is the better plan of the level alone."""
    assert alone.plan is not None and alone.report is not None  # noqa: S101, PT018 - the caller has both
    points, own = missing_points(alone.plan), missing_points(plan)
    worths = (round(points, POINT_DIGITS), alone.plan.objective_yuan), (round(own, POINT_DIGITS), plan.objective_yuan)
    best = min(worths)[1]
    return BookLevel(
        plan=plan,
        report=_report(problem, alone.report, plan),
        alone_yuan=best,
        alone_bound_yuan=min(alone.report.bound_yuan, best),
        alone_missing_points=min(points, own),
    )


def _report(problem: PlanProblem, alone: SolveReport, plan: Plan) -> SolveReport:
    """What is proven of the nested plan as a plan of its level: the bound of the level alone."""
    bound = min(alone.bound_yuan, plan.objective_yuan)
    values = {
        "shortfall": missing_points(plan),
        "cost": plan.objective_yuan,
        "touched": float(count_touched(problem, plan.chosen)),
    }
    stages = tuple(
        replace(item, value=values[item.name], bound=min(values[item.name], item.bound))
        for item in alone.stages
        if item.name in values
    )
    gap = relative_gap(plan.objective_yuan, bound)
    return replace(alone, bound_yuan=bound, gap=gap, stages=stages, termination="book")


def _unknown(weights: tuple[float, ...]) -> BookResult:
    return BookResult(
        status=Status.UNKNOWN,
        levels=(),
        weights=weights,
        objective_yuan=np.inf,
        bound_yuan=-np.inf,
        termination="limit",
    )
