"""The question of an off-peak plan (错峰生产): which lines may rest, what a week of rest takes away and costs."""

from dataclasses import dataclass
from datetime import date
from math import ceil

import numpy as np

from planner.problem.records import Floats, Indices

__all__ = ["KeptLine", "RestGroup", "RestLines", "RestProblem", "RestTerms", "allowed_weeks", "most_weeks"]

WEEK_DAYS = 7
ROUNDING = 1e-9


@dataclass(frozen=True, slots=True, kw_only=True)
class RestTerms:
    """What is asked, and of which winter.

    Attributes:
        city: slug; `first_day` the winter's first of `weeks` whole weeks.
        least_run_weeks: weeks in a row that a line rests at least.
        together_share: of the lines of a group at most this share rests in the same week, rounded up to whole lines.
        spares_best: whether grade A and leading firms go on.
        share: (p,) share of the winter's total that is to fall away, by pollutant in POLLUTANTS order; 0: not asked.
    """

    city: str
    first_day: date
    weeks: int
    least_run_weeks: int
    together_share: float
    spares_best: bool
    share: tuple[float, ...]
    list_sha256: str
    rules_sha256: str

    @property
    def days(self) -> int:
        """Days of the winter."""
        return self.weeks * WEEK_DAYS


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class RestLines:
    """The k lines that may rest, by source_id.

    Attributes:
        group: (k,) place of the group.
        kept_share: (k,) share of normal activity that goes on at rest: 0 where the line stands.
        fall_kg_per_day: (k, p) what its rest takes away.
        cost_yuan_per_day: (k,) value added lost on a day of rest; `restart_yuan` (k,) once a rest.
    """

    source_id: tuple[str, ...]
    enterprise_id: tuple[str, ...]
    enterprise_name: tuple[str, ...]
    line_id: tuple[str, ...]
    group: Indices
    kept_share: Floats
    fall_kg_per_day: Floats
    cost_yuan_per_day: Floats
    restart_yuan: Floats

    @property
    def count(self) -> int:
        """Number of lines k."""
        return len(self.source_id)


@dataclass(frozen=True, slots=True, kw_only=True)
class RestGroup:
    """Lines that are treated alike: of one county, industry, process and grade."""

    county_code: str
    key_industry: str
    sub_process: str
    grade: str
    lines: int


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptLine:
    """A line that goes on all winter, and why: heat, co_disposal, output, power, load or grade."""

    source_id: str
    enterprise_name: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class RestProblem:
    """Everything that an off-peak plan is found, checked and shown from.

    Attributes:
        base_kg_per_day: (p,) a normal day of the whole society.
        above: pairs of groups (worse, better) of one county and process: the worse grade rests no fewer weeks.
    """

    terms: RestTerms
    base_kg_per_day: Floats
    lines: RestLines
    groups: tuple[RestGroup, ...]
    above: tuple[tuple[int, int], ...]
    kept: tuple[KeptLine, ...]

    @property
    def asked_kg(self) -> Floats:
        """(p,) kilograms of the winter that are to fall away."""
        return np.array(self.terms.share) * self.base_kg_per_day * self.terms.days


def most_at_once(terms: RestTerms, lines: int) -> int:
    """How many of so many lines of a group may rest in the same week."""
    return max(1, ceil(terms.together_share * lines - ROUNDING))


def allowed_weeks(problem: RestProblem, group: int) -> tuple[int, ...]:
    """The numbers of weeks that every line of a group may rest, each in one stretch, 0 first.

    With m lines at rest at once the stretches fill m rows of the calendar; a row of W weeks holds W // n of n weeks.
    """
    terms, lines = problem.terms, problem.groups[group].lines
    rows = most_at_once(terms, lines)
    runs = range(terms.least_run_weeks, terms.weeks + 1)
    return (0, *(weeks for weeks in runs if lines <= rows * (terms.weeks // weeks)))


def most_weeks(problem: RestProblem) -> tuple[int, ...]:
    """The most weeks of each group: no better grade rests longer than a worse one of its county and process."""
    most = [allowed_weeks(problem, at)[-1] for at in range(len(problem.groups))]
    for _ in problem.groups:
        before = list(most)
        for worse, better in problem.above:
            most[better] = max(
                item for item in allowed_weeks(problem, better) if item <= min(most[worse], most[better])
            )
        if most == before:
            break
    return tuple(most)
