"""The same problem with other amounts: kilograms, value added and restart costs of some rows, all else as it was.

Menus, groups, floors and standings of a problem do not hang on the amounts of its list, but for the limit below which a
firm is small and for the tables of what sources owe together. Where one of these would change, the problem is to be
built anew, and that is said.
"""

from dataclasses import dataclass, replace

import numpy as np
import pandas as pd

from planner.inventory import Inventory
from planner.problem.build import counted_rows
from planner.problem.records import Flags, Floats, Indices, PlanProblem
from planner.problem.targets import find_targets
from planner.rules import RulesInForce
from planner.terms import DAYS_PER_YEAR, POLLUTANTS

__all__ = ["AMOUNT_COLUMNS", "AmountGround", "Amounts", "amount_ground", "amounts_of", "with_amounts"]

KILOGRAMS = tuple(f"{item}_kg_per_day" for item in POLLUTANTS)
PARTICLES = ("pm10_kg_per_day", "pm25_kg_per_day")
MONEY = ("value_added_yuan_per_day", "restart_cost_yuan")
AMOUNT_COLUMNS = (*KILOGRAMS, *PARTICLES, *MONEY)
"""The columns of a list that may change without another structure, in the order of an `Amounts` table."""
SMALL = "national.small.annual_kg"


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Amounts:
    """(rows, 8) the amounts of a list, a row a row of its frame, columns as in AMOUNT_COLUMNS."""

    table: Floats


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class AmountGround:
    """A problem whose amounts may be changed.

    Attributes:
        row: (n,) row of the list's frame of each source; `firm` (n,) its enterprise where that could be a small one,
            else 0.
        part: (m, p) share of its base that each option takes away; `floor`, `filed` (n, p) likewise.
        working_days: (n,) days a year; `small_kg` the yearly limit of a small firm, None where no rule names one.
    """

    problem: PlanProblem
    rules: RulesInForce
    before: Floats
    row: Indices
    firm: Indices
    part: Floats
    floor: Floats
    filed: Floats
    working_days: Floats
    small_kg: float | None


def amounts_of(inventory: Inventory) -> Amounts:
    """The amounts of a list."""
    return Amounts(table=inventory.frame[list(AMOUNT_COLUMNS)].to_numpy(dtype=float))


def amount_ground(problem: PlanProblem, inventory: Inventory, rules: RulesInForce) -> AmountGround | None:
    """What `with_amounts` needs of a problem and the list it was built from; None where it hangs on amounts elsewhere.

    That is: days, side tables, an order in force, a season, rates of failure, a price of the order, an off-peak plan.
    """
    others = (problem.days, problem.side, problem.order_in_force, problem.season, problem.robust, problem.soft)
    if problem.header.off_peak is not None or any(item is not None for item in others):
        return None
    frame = counted_rows(inventory)
    place = pd.Index(inventory.frame["source_id"]).get_indexer(pd.Index(frame["source_id"]))
    sources, options = problem.sources, problem.options
    base, limit = sources.base_kg_per_day, rules.find(SMALL)
    return AmountGround(
        problem=problem,
        rules=rules,
        before=amounts_of(inventory).table[place],
        row=np.asarray(place, dtype=np.int64),
        firm=np.where(_burns_coal(frame), 0, _codes(frame["enterprise_id"])),
        part=_ratio(options.reduction_kg_per_day, base[options.source]),
        floor=_ratio(sources.floor_kg_per_day, base),
        filed=_ratio(sources.filed_kg_per_day, base),
        working_days=frame["operating_days_per_year"].clip(upper=DAYS_PER_YEAR).to_numpy(dtype=float),
        small_kg=None if limit is None else float(limit.value),
    )


def with_amounts(ground: AmountGround, amounts: Amounts, list_sha256: str) -> PlanProblem | None:
    """The problem of a list that differs in its amounts alone; None where it is to be built anew.

    References, against which plans are compared, are left out.
    """
    now, count = amounts.table[ground.row], len(KILOGRAMS)
    if _turns_small(ground, now) or np.any((ground.before[:, :count] == 0.0) & (now[:, :count] != 0.0)):
        return None
    problem, base = ground.problem, np.ascontiguousarray(now[:, :count])
    options, source = problem.options, problem.options.source
    value, restart = now[source, -2], now[source, -1]
    cost = value * (1.0 - options.kept_share) * problem.header.duration_days + np.where(options.halts, restart, 0.0)
    sources = replace(
        problem.sources,
        base_kg_per_day=base,
        particles_kg_per_day=np.ascontiguousarray(now[:, count:-2]),
        floor_kg_per_day=base * ground.floor,
        filed_kg_per_day=base * ground.filed,
    )
    return replace(
        problem,
        header=replace(problem.header, list_sha256=list_sha256),
        targets=find_targets(ground.rules, problem.header.level, base.sum(axis=0)),
        sources=sources,
        options=replace(options, reduction_kg_per_day=base[source] * ground.part, cost_yuan=cost),
        references=(),
    )


def _codes(column: pd.Series) -> Indices:
    """(n,) 1, 2, … by enterprise, 0 for none."""
    code, names = pd.factorize(column)
    return np.where(np.asarray(names == "")[code], 0, code + 1).astype(np.int64)


def _burns_coal(frame: pd.DataFrame) -> Flags:
    """(n,) whether any line of the enterprise burns coal: then it is never small."""
    burns = frame["uses_coal"].astype(bool)
    return np.asarray(burns.groupby(frame["enterprise_id"]).transform("any"), dtype=bool)


def _ratio(part: Floats, whole: Floats) -> Floats:
    return np.divide(part, whole, out=np.zeros_like(part), where=whole > 0.0)


def _turns_small(ground: AmountGround, now: Floats) -> bool:
    """Whether some firm comes to stand on the other side of the limit of small firms."""
    if ground.small_kg is None:
        return False
    sides = []
    for table in (ground.before, now):
        yearly = table[:, : len(KILOGRAMS)].sum(axis=1) * ground.working_days
        sides.append(np.bincount(ground.firm, weights=yearly)[1:] <= ground.small_kg)
    return bool(np.any(sides[0] != sides[1]))
