"""What evening the season's hours did, in a sentence."""

from collections.abc import Iterator

from planner.plan import Plan, SolveReport, season_price
from planner.problem import PlanProblem
from planner.terms import N_, Phrasebook

__all__ = ["season_sentences"]


def season_sentences(problem: PlanProblem, plan: Plan, report: SolveReport, phrasebook: Phrasebook) -> Iterator[str]:
    """The price of evening, and how far it came; nothing where the plan holds no season hours."""
    price = season_price(problem, plan.objective_yuan, report)
    if price is None or problem.season is None:
        return
    reached = next(item for item in report.stages if item.name == "season")
    yield phrasebook.say(
        N_("Hours of the season evened: {price:,.0f} yuan beyond the cheapest plan (allowed: {tolerance:.1%})."),
        price=price,
        tolerance=problem.season.tolerance,
    )
    yield phrasebook.say(
        N_("Unevenness {value:,.0f} h², proven not below {bound:,.0f} h² at this cost."),
        value=reached.value,
        bound=reached.bound,
    )
