"""Which weeks each line rests: lines of a group take turns, and no week of the winter is left without rests."""

import numpy as np

from planner.plan import RestChoice, RestPlan
from planner.problem import RestProblem
from planner.problem.records import Floats

__all__ = ["rotate_rests"]

NO_WEEK = -1


def rotate_rests(problem: RestProblem, choice: RestChoice) -> RestPlan:
    """The weeks of every line, the groups that take most away first.

    A group of k lines that rest n weeks each fills as few rows of the calendar as hold them, W // n stretches a row, so
    that the fewest rest at once; inside a row each stretch begins where the city's fall has been smallest so far.
    The cost is the same whatever the weeks are.
    """
    weight, weeks = _weights(problem), problem.terms.weeks
    heavy = np.bincount(problem.lines.group, weight, len(problem.groups)) * np.array(choice.weeks)
    load, first = np.zeros(weeks), np.full(problem.lines.count, NO_WEEK, dtype=np.int64)
    for group in np.argsort(-heavy, kind="stable").tolist():
        if run := choice.weeks[group]:
            members = np.flatnonzero(problem.lines.group == group)
            members = members[np.argsort(-weight[members], kind="stable")]
            for row in _rows(members.tolist(), weeks // run):
                _place(row, run, weight, load, first)
    return RestPlan(choice=choice, first_week=tuple(first.tolist()))


def _weights(problem: RestProblem) -> Floats:
    """(k,) what the rest of a line takes away: its part of what is asked, summed over the pollutants asked."""
    asked = problem.asked_kg
    part = np.where(asked > 0.0, problem.lines.fall_kg_per_day / np.where(asked > 0.0, asked, 1.0), 0.0)
    return np.asarray(part.sum(axis=1))


def _rows(members: list[int], most: int) -> list[list[int]]:
    """The lines dealt out over as few rows as hold `most` each."""
    count = -(-len(members) // most)
    return [members[at::count] for at in range(count)]


def _place(row: list[int], run: int, weight: Floats, load: Floats, first: np.ndarray) -> None:
    """Begins of a row's stretches, one after another, each where the weeks that it covers are emptiest."""
    earliest = 0
    for at, line in enumerate(row):
        latest = len(load) - run * (len(row) - at)
        begins = range(earliest, latest + 1)
        begin = min(begins, key=lambda week: (float(load[week : week + run].max()), week))
        load[begin : begin + run] += weight[line]
        first[line], earliest = begin, begin + run
