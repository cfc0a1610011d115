"""The multiplier bound: a price on each cut, every group decided alone and exactly at these prices.

For any prices the sum of the groups' least priced costs, plus price times what is needed, is a lower bound of every
plan (Lagrangian duality; Geoffrion 1974, doi 10.1007/BFb0120690). It is evaluated here in plain arithmetic and rests
on no solver. The best prices are sought with cutting planes inside a shrinking box (Kelley 1960, doi 10.1137/0108053).
"""

from dataclasses import dataclass

import numpy as np
from scipy import sparse

from planner.problem.records import Floats, Indices
from planner.solve.blocks import Blocks
from planner.solve.mathopt_edge import Program, solve_program

__all__ = ["Decision", "Priced", "best_prices", "decide", "price"]

MOST_ROUNDS = 200
CLOSE = 1e-9
SHRINK, GROW = 0.5, 2.0
FIRST_STEP = 0.5
AT_EDGE = 0.999
NEAR, LEAST_NEAR = 0.02, 1e-3
"""First step from the prices of a neighbour: a part of each, and a part of the scale at least."""

ROUNDING = 1e-11
"""Of a surplus: a need that is just all there is to take is met, or prices would grow without end on a rounding."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Priced:
    """Every part of the city at given prices, yuan.

    Attributes:
        bound: lower bound of the cost of every plan.
        entry: (e,) priced cost of each entry; slot (t,) the least of its entries; rung (r,); state (s,); group (g,).
    """

    prices: Floats
    bound: float
    entry: Floats
    slot: Floats
    rung: Floats
    state: Floats
    group: Floats


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Decision:
    """The cheapest answer of every group at given prices.

    Attributes:
        state: (g,) state of each group; `entry` (t,) entry of each slot.
        surplus: (d,) share beyond what is needed; negative where the cut is missed.
    """

    state: Indices
    entry: Indices
    surplus: Floats


def price(blocks: Blocks, prices: Floats) -> Priced:
    """All priced costs and the bound at these prices (yuan per 0.01 % of the base, each >= 0)."""
    entry = blocks.entry_cost - blocks.entry_share @ prices
    slot = np.minimum.reduceat(np.append(entry, np.inf), blocks.slot_first[:-1]) if len(blocks.is_free) else np.zeros(0)
    rung = blocks.rung_cost - blocks.rung_share @ prices + blocks.rung_slots @ slot
    state = blocks.states.sums(rung)
    first = blocks.states.first[:-1]
    group = np.minimum.reduceat(state, first) if len(first) else np.zeros(0)
    bound = blocks.cost + float(prices @ blocks.need) + float(slot[blocks.is_free].sum()) + float(group.sum())
    return Priced(prices=prices, bound=bound, entry=entry, slot=slot, rung=rung, state=state, group=group)


def decide(blocks: Blocks, priced: Priced) -> Decision:
    """The first cheapest state of each group and the first cheapest entry of each slot."""
    state = _first_least(priced.state, priced.group, blocks.states.group, blocks.states.first)
    entry = _first_least(priced.entry, priced.slot, blocks.entry_slot, blocks.slot_first)
    rung = blocks.states.rung[state]
    rung = rung[rung >= 0]
    asked = blocks.is_free.astype(float)
    asked += sparse.csr_array(blocks.rung_slots[rung]).sum(axis=0)
    taken = blocks.rung_share[rung].sum(axis=0)
    if len(entry):
        taken = taken + asked @ blocks.entry_share[entry]
    return Decision(state=state, entry=entry, surplus=taken - blocks.need)


def best_prices(blocks: Blocks, seed: int, near: Floats | None = None) -> Priced:
    """The prices of the highest bound, to a relative 1e-9 of it or as far as the rounds go.

    Any prices give a bound; better ones a tighter one. Planes that the bound lies below are gathered, and the prices at
    which they allow the most are tried next, inside a box that grows where it holds back and shrinks where it misled.

    Args:
        near: (d,) prices of a neighbouring problem, from which the search sets out in small steps.
    """
    scale = _scale(blocks)
    best, radius = price(blocks, np.zeros(len(scale))), FIRST_STEP * scale
    if near is not None and len(near) == len(scale):
        best, radius = price(blocks, near), NEAR * np.maximum(near, LEAST_NEAR * scale)
    planes = [_plane(blocks, best)]
    for _ in range(MOST_ROUNDS if len(scale) else 0):
        step, rise = _most_promising(planes, best, radius, seed)
        at_edge = bool(np.any(np.abs(step) >= AT_EDGE))
        if rise <= CLOSE * max(1.0, abs(best.bound)):
            if not at_edge:
                break
            radius = radius * GROW
            continue
        tried = price(blocks, np.maximum(best.prices + step * radius, 0.0))
        planes.append(_plane(blocks, tried))
        gained = tried.bound - best.bound
        if gained > 0.0:
            radius = radius * GROW if at_edge and 2.0 * gained > rise else radius
            best = tried
        else:
            radius = radius * SHRINK
    return best


def _plane(blocks: Blocks, priced: Priced) -> tuple[float, Floats]:
    """The bound as a function of the prices lies below this plane: its value at zero prices and its slope."""
    slope = -decide(blocks, priced).surplus
    slope = np.where(np.abs(slope) > ROUNDING * np.maximum(1.0, np.abs(blocks.need)), slope, 0.0)
    return priced.bound - float(slope @ priced.prices), slope


def _scale(blocks: Blocks) -> Floats:
    """(d,) yuan per 0.01 %: what everything costs by what it takes away."""
    cost = float(blocks.entry_cost.sum() + blocks.rung_cost.sum())
    share = np.abs(blocks.entry_share).sum(axis=0) + np.abs(blocks.rung_share).sum(axis=0)
    return np.where((share > 0.0) & (cost > 0.0), max(cost, 1.0) / np.where(share > 0.0, share, 1.0), 1.0)


def _most_promising(
    planes: list[tuple[float, Floats]], best: Priced, radius: Floats, seed: int
) -> tuple[Floats, float]:
    """The step, as parts of the radius, at which the planes allow the highest bound, and the rise they allow there.

    In these units all numbers of the program are near one, whatever the city's size.
    """
    slopes = np.array([slope for _, slope in planes])
    gap = np.array([value for value, _ in planes]) + slopes @ best.prices - best.bound
    slopes = slopes * radius
    unit = max(1e-12, float(np.abs(slopes[-1]).max()), float(np.abs(gap).min()))
    size = len(radius)
    program = Program(
        cost=np.append(np.zeros(size), -1.0),
        offset=0.0,
        low=np.append(np.maximum(-1.0, -best.prices / radius), -1e6),
        high=np.append(np.ones(size), 1e6),
        is_integer=np.zeros(size + 1, dtype=bool),
        matrix=sparse.csr_array(np.column_stack([-slopes / unit, np.ones(len(gap))])),
        lower=np.full(len(gap), -np.inf),
        upper=gap / unit,
    )
    answer = solve_program(program, gap=0.0, seed=seed, node_limit=0)
    if not answer.feasible:
        return np.zeros(size), 0.0
    return answer.values[:-1], float(answer.values[-1]) * unit


def _first_least(values: Floats, least: Floats, owner: Indices, first: Indices) -> Indices:
    """The first position in each run whose value is the least of the run; runs without any give their start."""
    found = np.flatnonzero(values == least[owner])
    place = np.minimum(np.searchsorted(found, first[:-1]), max(len(found) - 1, 0))
    return found[place] if len(found) else np.zeros(0, dtype=np.int64)
