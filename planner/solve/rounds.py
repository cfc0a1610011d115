"""From the multiplier bound to a plan with its proof: search the options of small regret, ever wider, until both meet.

An option whose regret exceeds (plan - bound) can be part of no better plan. So each round searches only what lies
within its reach; whatever costs less than the bound plus the reach is inside, and a round that finds nothing raises the
bound for the whole city.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np

from planner.problem import NO_INDEX, PlanProblem
from planner.problem.records import Indices
from planner.solve.blocks import Blocks
from planner.solve.core import core_decision, core_program, make_core
from planner.solve.mathopt_edge import solve_program
from planner.solve.multipliers import Decision, Priced, best_prices, decide
from planner.solve.reduced import Reduced, reduce_blocks
from planner.solve.regrets import find_regrets
from planner.solve.search import Aim, Found, search
from planner.solve.settings import SolveSettings

__all__ = ["BlockSearch", "PlanProof", "chosen_options"]

FIRST_OPTIONS = 40
GROWTH = 1.7
MOST_ROUNDS = 24
FIND_DIVES, FIND_WIDTH = 3, 150
PROVE_WIDTH = 2_000
MOST_TIRED = 5
LEAST_REACH, CLOSE = 0.01, 1e-9
CLOSE_GROWTH = 3.0
CLOSE_PART = 0.95
LIFT = 2e-6
"""In 0.01 % of the base: asked beyond the need where an answer missed it by less than the solver's tolerance."""
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
        proof, reach = _widen(city, proof)
        return _close(city, proof, reach)

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


def _widen(city: _City, proof: PlanProof) -> tuple[PlanProof, float]:
    """Round after round until plan and bound meet, or until two in a row were too much; and how far it reached."""
    reach, tired = _first_reach(city.blocks, city.priced), 0
    for _ in range(MOST_ROUNDS):
        proof, complete = _round(city, proof, reach, prove=tired == 0)
        tired = 0 if complete else tired + 1
        if city.stopped() or _is_proven(proof, city.settings) or tired == MOST_TIRED:
            break
        reach = _next_reach(city, proof, reach)
    return proof, reach


def _close(city: _City, proof: PlanProof, reach: float) -> PlanProof:
    """The last word by HiGHS: the core in its tightest form, its reach grown up to what the proof needs."""
    lift, settings = 0.0, city.settings
    for _ in range(MOST_ROUNDS):
        if city.stopped() or _is_proven(proof, settings):
            break
        reach = min(reach, proof.cost - city.priced.bound)
        core = make_core(city.blocks, find_regrets(city.blocks, city.priced, reach), reach)
        program = core_program(city.blocks, core, lift)
        answer = solve_program(
            program, gap=CLOSE_PART * settings.gap, seed=settings.seed, node_limit=settings.node_limit
        )
        missed = False
        if answer.feasible:
            found = core_decision(city.blocks, core, city.default, answer.values)
            proof, missed = _improve(city, proof, found)
        inside = np.inf if answer.infeasible else answer.bound
        proof = _raise(proof, min(inside, city.priced.bound + reach) if lift == 0.0 else -np.inf)
        lift = LIFT if missed else 0.0
        if not missed and reach >= proof.cost - city.priced.bound:
            break
        reach = reach if missed else CLOSE_GROWTH * reach
    return proof


def _improve(city: _City, proof: PlanProof, found: Decision) -> tuple[PlanProof, bool]:
    """The proof with a cheaper plan; and whether the plan misses the cuts by less than the solver's tolerance."""
    chosen = chosen_options(city.problem, city.blocks, found)
    cost = float(city.problem.options.cost_yuan[chosen].sum())
    if not city.judge(chosen):
        return proof, True
    return (replace(proof, chosen=chosen, cost=cost, termination="optimal") if cost < proof.cost else proof), False


def _raise(proof: PlanProof, bound: float) -> PlanProof:
    return replace(proof, bound=min(max(proof.bound, bound), proof.cost))


def _round(city: _City, proof: PlanProof, reach: float, *, prove: bool) -> tuple[PlanProof, bool]:
    """One search of what lies within reach for a plan; where that is too much, a narrower one for the bound.

    Returns:
        the proof, and whether one of the two was complete.
    """
    regrets = find_regrets(city.blocks, city.priced, reach)
    reduced = reduce_blocks(city.blocks, city.default, city.priced.prices, regrets, reach)
    outside = city.priced.bound + reach
    wanted = min(proof.cost, max(proof.bound + city.settings.gap * max(1.0, proof.bound), outside))
    for limit, width in ((wanted, FIND_WIDTH), (outside, PROVE_WIDTH))[: 1 + prove]:
        cutoff = min(limit, proof.cost)
        aim = _aim(city, reduced, proof, cutoff, width)
        found = search(reduced, city.priced.prices, city.default.surplus, aim)
        proof = _learn(city, proof, reduced, found, (outside, cutoff))
        if found.complete or _is_proven(proof, city.settings):
            return proof, True
    return proof, False


def _aim(city: _City, reduced: Reduced, proof: PlanProof, cutoff: float, width: int) -> Aim:
    accept = proof.bound + city.settings.gap * max(1.0, proof.bound)
    return Aim(
        cutoff=cutoff - city.base,
        accept=accept - city.base,
        limit=FIND_DIVES * width * (len(reduced.items) + 50) if width == FIND_WIDTH else city.settings.label_limit,
        width=width,
        meets=lambda taken: city.judge(chosen_options(city.problem, city.blocks, _decision(city, reduced, taken))),
        stopped=city.stopped,
    )


def _learn(city: _City, proof: PlanProof, reduced: Reduced, found: Found, limits: tuple[float, float]) -> PlanProof:
    """What a search adds. `limits`: the cost beyond which it did not reach, and that beyond which it did not look."""
    if found.cost + city.base < proof.cost:
        proof, _ = _improve(city, proof, _decision(city, reduced, found.taken))
    inside = np.inf if found.complete else found.bound + city.base
    return _raise(proof, min(inside, *limits))


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
    """The regret up to which some forty options lie that are not the defaults; never as little as rounding errors."""
    state = priced.state - priced.group[blocks.states.group]
    entry = priced.entry - priced.slot[blocks.entry_slot]
    least = max(LEAST_REACH, CLOSE * abs(priced.bound))
    regrets = np.concatenate([state[state > least], entry[entry > least]])
    size = min(FIRST_OPTIONS, len(regrets) - 1)
    return float(np.partition(regrets, size)[size]) if len(regrets) else least


def _next_reach(city: _City, proof: PlanProof, reach: float) -> float:
    """Wider; once there is a plan, no wider than its proof needs."""
    needed = proof.cost - city.priced.bound
    return min(GROWTH * reach, needed) if needed > reach else GROWTH * reach


def _is_proven(proof: PlanProof, settings: SolveSettings) -> bool:
    return proof.chosen is not None and proof.cost - proof.bound <= settings.gap * max(1.0, proof.cost)
