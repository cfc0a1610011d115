"""Family 4: the cuts that the level asks of the whole society."""

import numpy as np

from planner.problem.records import Floats, Targets
from planner.rules import RulesInForce
from planner.terms import POLLUTANTS, Level, Pollutant

__all__ = ["find_targets"]

TRADED = (Pollutant.SO2, Pollutant.NOX)


def find_targets(rules: RulesInForce, level: Level, base_kg_per_day: Floats) -> Targets:
    """PM and VOCs each at least t; SO2 and NOx together at least the exchange sum, each at least its floor.

    A pollutant with no base at all asks nothing; where one of SO2 and NOx has none, the other must reach t.

    Raises:
        KeyError: where a rule of the cuts is not in force.

    Reference: rules `national.reduction.*`.
    """
    share = rules.number(f"national.reduction.share.{level}")
    floor = rules.number("national.reduction.exchange.pollutant_floor")
    each = np.array([floor if item in TRADED else share for item in POLLUTANTS])
    present = base_kg_per_day > 0.0
    traded = [bool(present[POLLUTANTS.index(item)]) for item in TRADED]
    total = rules.number(f"national.reduction.exchange.sum.{level}")
    return Targets(
        share=np.where(present, each, 0.0),
        exchange_sum_share=total if all(traded) else share * sum(traded),
        level_share=share,
        warning_share=share * rules.number("national.reduction.exchange.warning_factor"),
    )
