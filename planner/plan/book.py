"""The book (预案库): one plan a level, nested, with what is proven of the three together and what the nesting costs."""

from dataclasses import dataclass
from math import fsum

from planner.plan.facts import OPTIMAL_GAP, relative_gap
from planner.plan.records import Plan, SolveReport, Status

__all__ = ["EQUAL_WEIGHTS", "BookLevel", "BookPrice", "BookResult", "book_price", "make_book_result"]

EQUAL_WEIGHTS = (1.0, 1.0, 1.0)
"""What a yuan of yellow, orange and red counts where nobody says how often each level is expected."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class BookLevel:
    """One level of a book.

    Attributes:
        plan, report: the nested plan, and what is proven of it as a plan of its own level alone.
        alone_yuan, alone_bound_yuan: cost of the best plan known of the level alone, and the proven bound of any.
        alone_missing_points: missing share of all cuts of the level alone, percentage points.
    """

    plan: Plan
    report: SolveReport
    alone_yuan: float
    alone_bound_yuan: float
    alone_missing_points: float


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class BookResult:
    """Yellow, orange and red solved together; no levels where the counted limits ran out before each had a plan.

    Attributes:
        weights: what a yuan of each level counts.
        objective_yuan, bound_yuan: weighted sums over the levels; no book that misses as little costs less.
        termination: `alone` where the plans of the levels alone are nested already, `in_turn` where levels were
            decided one after the other, `together` where the joint model gave the plan.
    """

    status: Status
    levels: tuple[BookLevel, ...]
    weights: tuple[float, ...]
    objective_yuan: float
    bound_yuan: float
    termination: str

    @property
    def gap(self) -> float:
        """(objective - bound) / max(1, objective)."""
        return relative_gap(self.objective_yuan, self.bound_yuan)

    @property
    def price(self) -> "BookPrice":
        """What the nesting costs."""
        alone, bounds = (
            fsum(weight * getattr(level, name) for weight, level in zip(self.weights, self.levels, strict=True))
            for name in ("alone_yuan", "alone_bound_yuan")
        )
        return book_price(self.objective_yuan, alone, bounds)


@dataclass(frozen=True, slots=True, kw_only=True)
class BookPrice:
    """What this book costs more than the cheapest plans of the levels alone: at least and at most, yuan and share.

    Attributes:
        share: `most_yuan` by the bound of the levels alone.
    """

    least_yuan: float
    most_yuan: float
    share: float


def book_price(objective_yuan: float, alone_yuan: float, alone_bound_yuan: float) -> BookPrice:
    """The price of the nesting: against the plans of the levels alone at least, against their bounds at most.

    Args:
        objective_yuan: weighted cost of the book.
        alone_yuan, alone_bound_yuan: weighted sums of the levels alone: of their plans, of their proven bounds.
    """
    most = max(0.0, objective_yuan - alone_bound_yuan)
    least = max(0.0, objective_yuan - alone_yuan)
    return BookPrice(least_yuan=least, most_yuan=most, share=most / max(1.0, alone_bound_yuan))


def make_book_result(
    levels: tuple[BookLevel, ...], weights: tuple[float, ...], bound_yuan: float, termination: str
) -> BookResult:
    """The result of three nested plans; a bound above their cost says no more than that cost."""
    cost = fsum(weight * level.plan.objective_yuan for weight, level in zip(weights, levels, strict=True))
    bound = min(bound_yuan, cost)
    proven = Status.OPTIMAL if relative_gap(cost, bound) <= OPTIMAL_GAP else Status.FEASIBLE
    return BookResult(
        status=Status.INFEASIBLE if any(level.plan.shortfalls for level in levels) else proven,
        levels=levels,
        weights=weights,
        objective_yuan=cost,
        bound_yuan=bound,
        termination=termination,
    )
