"""The side tables of a problem: built by every family that is on, then widened to what the obligations leave."""

from dataclasses import fields, replace

import numpy as np
import pandas as pd

from planner.problem.co_disposal import find_co_disposal
from planner.problem.county_band import find_county_bands
from planner.problem.heat_first import find_heat_first
from planner.problem.output_first import find_output_first
from planner.problem.records import PlanProblem
from planner.problem.share_halts import cheapest_halts
from planner.problem.shared_stack import find_shared_stacks
from planner.problem.side_rows import side_missing, side_rows
from planner.problem.side_tables import SideTables
from planner.problem.supply_floor import find_supply_floors
from planner.problem.upstream_feed import find_upstream_feed
from planner.rules import RulesInForce
from planner.terms import Level

__all__ = ["find_side_tables", "side_citations", "with_side_tables"]


def find_side_tables(frame: pd.DataFrame, rules: RulesInForce, level: Level) -> SideTables | None:
    """The tables of the families that are on, nothing waived; None where all are off or have nothing to say.

    Args:
        frame: the counted rows, in the order of the problem's sources.
        level: the warning level.
    """
    tables = SideTables(
        heat_first=find_heat_first(frame, rules),
        output_first=find_output_first(frame, rules),
        co_disposal=find_co_disposal(frame, rules),
        supply_floor=find_supply_floors(frame, rules, level),
        upstream_feed=find_upstream_feed(frame, rules),
        shared_stack=find_shared_stacks(frame, rules),
        county_band=find_county_bands(frame, rules),
    )
    return tables if any(getattr(tables, item.name) is not None for item in fields(tables)) else None


def with_side_tables(problem: PlanProblem, tables: SideTables | None) -> PlanProblem:
    """The problem with these tables, each row widened by what the obligations already miss of it.

    Obligations are the first options, and these with the cheapest halts that share rules ask for on top: both keep
    every widened row.
    """
    if tables is None:
        return problem
    asked = replace(problem, side=tables)
    rows = side_rows(asked)
    plans = (problem.sources.first_option[:-1], cheapest_halts(problem))
    missing = np.max([side_missing(rows, chosen, problem.options.count) for chosen in plans], axis=0)
    family = np.array(rows.family, dtype=object)
    widened = {
        item.name: replace(table, waived=missing[family == item.name])
        for item in fields(tables)
        if (table := getattr(tables, item.name)) is not None
    }
    return replace(problem, side=replace(tables, **widened))


def side_citations(tables: SideTables | None) -> frozenset[str]:
    """The ids of the rules behind the tables."""
    found: set[str] = set()
    for item in fields(tables) if tables is not None else ():
        table = getattr(tables, item.name)
        if table is not None:
            found |= {table.citation} if isinstance(table.citation, str) else set(table.citation)
    return frozenset(found)
