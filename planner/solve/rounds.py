"""From the multiplier bound to a plan with its proof: search the options of small regret, ever wider, until both meet.

An option whose regret exceeds (plan - bound) can be part of no better plan. So each round searches only what lies
within its reach; whatever costs less than the bound plus the reach is inside, and a round that finds nothing raises the
bound for the whole city.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np

from planner.problem import NO_INDEX, PlanProblem
from planner.problem.records import Floats, Indices
from planner.solve.blocks import Blocks
from planner.solve.core import find_regrets
from planner.solve.multipliers import Decision, Priced, best_prices, decide
from planner.solve.reduced import Reduced, reduce_blocks
from planner.solve.search import Aim, Found, search
from planner.solve.settings import SolveSettings

__all__ = ["BlockSearch", "PlanProof", "chosen_options"]

FIRST_OPTIONS = 40
GROWTH = 1.7
MOST_ROUNDS = 24
FIND_DIVES, FIND_WIDTH = 6, 150
PROVE_LABELS, PROVE_WIDTH = 600_000, 2_000
OPTIMAL_GAP = 1e-6
TIE_SPARE = 0.005
TIE_LABELS = 100_000
SAFETY = 1e-12

Judge = Callable[[Indices], bool]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class PlanProof:
    """The options of the best plan (None: none found), its cost and the proven bound, yuan."""

    chosen: Indices | None
    cost: float
    bound: float
    termination: str


class BlockSearch:
    """The search of one city.

    Args of the constructor:
        judge: whether chosen options meet the cuts in exact sums.
        stopped: whether somebody called the search off.
    """

    def __init__(
        self, problem: PlanProblem, blocks: Blocks, settings: SolveSettings, judge: Judge, stopped: Callable[[], bool]
    ) -> None:
        priced = best_prices(blocks, seed=settings.seed)
        default = decide(blocks, priced)
        base = priced.bound + float(priced.prices @ default.surplus)
        self._city = _City(
            problem=problem,
            blocks=blocks,
            priced=priced,
            default=default,
            base=base,
            settings=settings,
            judge=judge,
            stopped=stopped,
        )

    def prove(self) -> PlanProof:
        """The cheapest plan within the gap, or the best that the counted limits let find."""
        city, bound = self._city, self._city.priced.bound
        proof = PlanProof(chosen=None, cost=np.inf, bound=bound - SAFETY * abs(bound), termination="limit")
        proof = _widen(city, proof)
        if proof.chosen is None or _is_proven(proof, city.settings) or city.stopped():
            return proof
        return _close(city, proof)

    def untie(self, proof: PlanProof) -> PlanProof:
        """Of all plans of the same proven cost, in whole fen, the one of least weight; itself where they are many."""
        return _untied(self._city, proof)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class _City:
    """What stays the same over all rounds; `base` is the cost of the defaults."""

    problem: PlanProblem
    blocks: Blocks
    priced: Priced
    default: Decision
    base: float
    settings: SolveSettings
    judge: Judge
    stopped: Callable[[], bool]


def _widen(city: _City, proof: PlanProof) -> PlanProof:
    """Round after round until plan and bound meet, or until a wider search is no longer worth its while."""
    reach, provable = _first_reach(city.blocks, city.priced), True
    for _ in range(MOST_ROUNDS):
        had_plan = proof.chosen is not None
        proof, complete = _round(city, proof, reach, prove=provable)
        if city.stopped() or _is_proven(proof, city.settings) or (had_plan and not complete and not provable):
            break
        provable = complete or (proof.chosen is not None and not had_plan)
        reach = _next_reach(city, proof, reach)
    return proof


def _close(city: _City, proof: PlanProof) -> PlanProof:
    """The last word on everything that could still be part of a better plan: one long search."""
    reach = proof.cost - city.priced.bound
    regrets = find_regrets(city.blocks, city.priced, reach)
    reduced = reduce_blocks(city.blocks, city.default, city.priced.prices, regrets, reach)
    aim = replace(_aim(city, reduced, proof, proof.cost, PROVE_WIDTH), limit=city.settings.label_limit)
    found = search(reduced, city.priced.prices, city.default.surplus, aim)
    return _learn(city, proof, reduced, found, (np.inf, proof.cost))


def _round(city: _City, proof: PlanProof, reach: float, *, prove: bool) -> tuple[PlanProof, bool]:
    """One search of what lies within reach for a plan; where that is too much, a narrower one for the bound.

    Returns:
        the proof, and whether the last search was complete.
    """
    regrets = find_regrets(city.blocks, city.priced, reach)
    reduced = reduce_blocks(city.blocks, city.default, city.priced.prices, regrets, reach)
    outside = city.priced.bound + reach
    wanted = min(proof.cost, max(proof.bound + city.settings.gap * max(1.0, proof.bound), outside))
    found = search(reduced, city.priced.prices, city.default.surplus, _aim(city, reduced, proof, wanted, FIND_WIDTH))
    proof = _learn(city, proof, reduced, found, (outside, wanted))
    if found.complete or _is_proven(proof, city.settings) or not prove:
        return proof, found.complete
    narrow = min(outside, proof.cost)
    found = search(reduced, city.priced.prices, city.default.surplus, _aim(city, reduced, proof, narrow, PROVE_WIDTH))
    return _learn(city, proof, reduced, found, (outside, narrow)), found.complete


def _aim(city: _City, reduced: Reduced, proof: PlanProof, cutoff: float, width: int) -> Aim:
    accept = proof.bound + city.settings.gap * max(1.0, proof.bound)
    return Aim(
        cutoff=cutoff - city.base,
        accept=accept - city.base,
        limit=FIND_DIVES * width * (len(reduced.items) + 50) if width == FIND_WIDTH else PROVE_LABELS,
        width=width,
        meets=lambda taken: city.judge(chosen_options(city.problem, city.blocks, _decision(city, reduced, taken))),
        stopped=city.stopped,
    )


def _learn(
    city: _City, proof: PlanProof, reduced: Reduced, found: Found, limits: tuple[float, float]
) -> PlanProof:
    """What a search adds. `limits`: the cost beyond which it did not reach, and that beyond which it did not look."""
    if found.cost + city.base < proof.cost:
        chosen = chosen_options(city.problem, city.blocks, _decision(city, reduced, found.taken))
        cost = float(city.problem.options.cost_yuan[chosen].sum())
        proof = replace(proof, chosen=chosen, cost=cost, termination="optimal")
    inside = np.inf if found.complete else found.bound + city.base
    return replace(proof, bound=max(proof.bound, min(inside, *limits, proof.cost)))


def _untied(city: _City, proof: PlanProof) -> PlanProof:
    if proof.chosen is None or proof.cost - proof.bound > OPTIMAL_GAP * max(1.0, proof.cost) or city.stopped():
        return proof
    reach = proof.cost - city.priced.bound + TIE_SPARE
    regrets = find_regrets(city.blocks, city.priced, reach)
    reduced = reduce_blocks(city.blocks, city.default, city.priced.prices, regrets, reach)
    aim = _aim(city, reduced, proof, proof.cost + TIE_SPARE, PROVE_WIDTH)
    aim = replace(aim, accept=-np.inf, limit=TIE_LABELS, spare=TIE_SPARE)
    found = search(reduced, city.priced.prices, city.default.surplus, aim)
    if not found.complete or not np.isfinite(found.cost):
        return proof
    chosen = chosen_options(city.problem, city.blocks, _decision(city, reduced, found.taken))
    cost = float(city.problem.options.cost_yuan[chosen].sum())
    same = round(cost * 100.0) == round(proof.cost * 100.0)
    return replace(proof, chosen=chosen, cost=cost, bound=min(proof.bound, cost)) if same else proof


def chosen_options(problem: PlanProblem, blocks: Blocks, decision: Decision) -> Indices:
    """(n,) the option of each source."""
    sources = problem.sources
    chosen = sources.first_option[:-1].copy()
    rung = blocks.states.rung[decision.state]
    rung = rung[rung != NO_INDEX]
    step = np.zeros(problem.cohorts.count, dtype=np.int64)
    step[blocks.rung_cohort[rung]] = blocks.rung_step[rung]
    follows = np.flatnonzero((sources.cohort != NO_INDEX) & (sources.unit == NO_INDEX))
    chosen[follows] = sources.step_option[follows, step[sources.cohort[follows]]]
    asked = blocks.is_free.copy()
    asked[blocks.rung_slots[rung].indices] = True
    option = blocks.patterns.option[blocks.entry_pattern[decision.entry[asked]]]
    option = option[option != NO_INDEX]
    chosen[problem.options.source[option]] = option
    return chosen


def _decision(city: _City, reduced: Reduced, taken: Indices) -> Decision:
    state, entry = city.default.state.copy(), city.default.entry.copy()
    for item, place in zip(reduced.items, taken.tolist(), strict=True):
        if place != NO_INDEX and item.is_state:
            state[city.blocks.states.group[item.option[place]]] = item.option[place]
        elif place != NO_INDEX:
            entry[city.blocks.entry_slot[item.option[place]]] = item.option[place]
    return Decision(state=state, entry=entry, surplus=city.default.surplus)


def _first_reach(blocks: Blocks, priced: Priced) -> float:
    """The regret up to which some forty options lie that are not the defaults."""
    state = priced.state - priced.group[blocks.states.group]
    entry = priced.entry - priced.slot[blocks.entry_slot]
    regrets = np.concatenate([state[state > 0.0], entry[entry > 0.0]])
    size = min(FIRST_OPTIONS, len(regrets) - 1)
    return float(np.partition(regrets, size)[size]) if len(regrets) else 1.0


def _next_reach(city: _City, proof: PlanProof, reach: float) -> float:
    """Wider; once there is a plan, no wider than its proof needs."""
    needed = proof.cost - city.priced.bound
    return min(GROWTH * reach, needed) if needed > reach else GROWTH * reach


def _is_proven(proof: PlanProof, settings: SolveSettings) -> bool:
    return proof.chosen is not None and proof.cost - proof.bound <= settings.gap * max(1.0, proof.cost)
