"""The winter's hours laid upon a problem."""

from dataclasses import replace

from planner.errors import Finding, FindingsError
from planner.problem import PlanProblem, SeasonHours
from planner.season import season_hours
from planner.service.records import PlanRequest
from planner.sources import read_season_hours

__all__ = ["with_season"]


def with_season(problem: PlanProblem, request: PlanRequest) -> tuple[PlanProblem, tuple[Finding, ...]]:
    """The problem with the hours that the request's ledger tells of, and what is to be said of the ledger.

    Raises:
        FindingsError: where the ledger cannot be used.
    """
    given = request.season
    if given is None:
        return problem, ()
    if isinstance(given, SeasonHours):
        return replace(problem, season=given), ()
    ledger, reading = read_season_hours(given)
    if ledger is None:
        raise FindingsError(reading)
    hours, found = season_hours(ledger, problem, request.season_tolerance)
    if hours is None:
        raise FindingsError((*reading, *found))
    return replace(problem, season=hours), (*reading, *found)
