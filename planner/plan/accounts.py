"""The account of the cuts: each pollutant's base, reduction and share, and what is missed."""

import math

import numpy as np

from planner.plan.records import PollutantTotal, Shortfall
from planner.problem import PlanProblem
from planner.problem.records import SHARE_TOLERANCE, Floats
from planner.terms import POLLUTANTS, Pollutant

__all__ = ["account", "exact_sums"]

SO2, NOX = POLLUTANTS.index(Pollutant.SO2), POLLUTANTS.index(Pollutant.NOX)


def account(
    problem: PlanProblem, base: Floats, reduction: Floats
) -> tuple[tuple[PollutantTotal, ...], tuple[Shortfall, ...]]:
    """The account of each pollutant and the missed cuts, from (p,) kilograms a day of base and reduction."""
    totals = _totals(problem, base, reduction)
    return totals, _shortfalls(problem, totals)


def exact_sums(rows: Floats) -> Floats:
    """(p,) correctly rounded sums of the columns of an (n, p) array."""
    return np.array([math.fsum(column) for column in rows.T.tolist()])


def _totals(problem: PlanProblem, base: Floats, reduction: Floats) -> tuple[PollutantTotal, ...]:
    """The four accounts; SO2 and NOx are one row, met together or not at all."""
    shares = [cut / whole if whole > 0.0 else 0.0 for cut, whole in zip(reduction, base, strict=True)]
    targets = problem.targets
    reached = [bool(share >= asked - SHARE_TOLERANCE) for share, asked in zip(shares, targets.share, strict=True)]
    traded = bool(shares[SO2] + shares[NOX] >= targets.exchange_sum_share - SHARE_TOLERANCE)
    reached[SO2] = reached[NOX] = traded and reached[SO2] and reached[NOX]
    return tuple(
        PollutantTotal(
            pollutant=pollutant,
            base_kg_per_day=float(base[index]),
            reduction_kg_per_day=float(reduction[index]),
            share=float(shares[index]),
            target_share=targets.level_share,
            met=reached[index],
        )
        for index, pollutant in enumerate(POLLUTANTS)
    )


def _shortfalls(problem: PlanProblem, totals: tuple[PollutantTotal, ...]) -> tuple[Shortfall, ...]:
    targets = problem.targets
    rows = [
        (str(item.pollutant), float(targets.share[index]) - item.share, item.base_kg_per_day)
        for index, item in enumerate(totals)
    ]
    rows.append(
        (
            "so2_nox",
            targets.exchange_sum_share - totals[SO2].share - totals[NOX].share,
            totals[NOX].base_kg_per_day or totals[SO2].base_kg_per_day,
        )
    )
    return tuple(
        Shortfall(pollutant=name, missing_share=missing, missing_kg_per_day=missing * base)
        for name, missing, base in rows
        if missing > SHARE_TOLERANCE
    )
