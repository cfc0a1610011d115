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
from planner.solve.aims import Aim, Found
from planner.solve.blocks import Blocks
from planner.solve.chosen import chosen_options
from planner.solve.core import core_decision, core_program, make_core
from planner.solve.multipliers import Decision, Priced, best_prices, decide
from planner.solve.proving import prove_reduced
from planner.solve.reach import first_reach, next_reach
from planner.solve.reduced import Reduced, reduce_blocks
from planner.solve.reduced_program import close_program, reduced_program, taken_of
from planner.solve.regrets import find_regrets
from planner.solve.search import search
from planner.solve.settings import SolveSettings

__all__ = ["BlockSearch", "PlanProof"]

MOST_ROUNDS = 24
FIND_DIVES, FIND_WIDTH = 3, 150
PROVE_WIDTH, TIE_WIDTH = 20_000, 2_000
SLACK_PART = 0.6
SETTLE = ((400, 1), (PROVE_WIDTH, 3))  # width and parts of the label limit of each last search
MOST_TIRED = 5
TIRED_BY_DAY, PART_BY_DAY = 1, 8
CLOSE_GROWTH = 3.0
LIFT = 2e-6
"""In 0.01 % of the base: asked beyond the need where an answer missed it by less than the solver's tolerance."""
OPTIMAL_GAP = 1e-6
TIE_SPARE = 0.005
TIE_LABELS = 100_000
SAFETY = 1e-12

Judge = Callable[[Indices], bool]
CostOf = Callable[[Indices], float]


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
            cost_of=lambda chosen: float(problem.options.cost_yuan[chosen].sum()),
        )

    def costing(self, cost_of: CostOf) -> "BlockSearch":
        """The same search where the blocks hold more than yuan: what chosen options cost in the blocks' own account."""
        self._city = replace(self._city, cost_of=cost_of)
        return self

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
    cost_of: CostOf

    @property
    def is_wide(self) -> bool:
        """Cuts of several days, or a slot a part and share: HiGHS is better at these than partial plans."""
        return self.problem.days is not None or self.problem.soft is not None


def _widen(city: _City, proof: PlanProof) -> tuple[PlanProof, float]:
    """Round after round until plan and bound meet, or until several in a row were too much.

    Returns:
        the proof, and the first of the last reaches that were too much: from there the last word starts.
    """
    reach, tired, first = first_reach(city.blocks, city.priced), 0, 0.0
    for _ in range(MOST_ROUNDS):
        proof, complete = _round(city, proof, reach, prove=tired == 0)
        first = reach if complete or tired == 0 else first
        tired = 0 if complete else tired + 1
        if tired and not city.is_wide and reach >= proof.cost - city.priced.bound:
            break  # whatever is better lies inside already
        if city.stopped() or _is_proven(proof, city.settings) or tired == _patience(city):
            break
        reach = next_reach(reach, proof.cost - city.priced.bound)
    return proof, first


def _close(city: _City, proof: PlanProof, reach: float) -> PlanProof:
    """The last word by HiGHS: the core in its tightest form, its reach grown up to what the proof needs."""
    lift, settings, proof = 0.0, city.settings, _by_program(city, _settle(city, proof))
    for _ in range(MOST_ROUNDS):
        if city.stopped() or _is_proven(proof, settings):
            break
        reach = min(reach, proof.cost - city.priced.bound)
        core = make_core(city.blocks, find_regrets(city.blocks, city.priced, reach), reach)
        program = core_program(city.blocks, core, lift)
        answer = close_program(program, city.settings)
        missed = False
        if answer.feasible:
            proof, missed = _improve(city, proof, core_decision(city.blocks, core, city.default, answer.values))
        inside = np.inf if answer.infeasible else answer.bound
        proof = _raise(proof, min(inside, city.priced.bound + reach) if lift == 0.0 else -np.inf)
        if missed and lift > 0.0:
            break
        lift = LIFT if missed else 0.0
        if not missed and reach >= proof.cost - city.priced.bound:
            break
        reach = reach if missed else CLOSE_GROWTH * reach
    return proof


def _settle(city: _City, proof: PlanProof) -> PlanProof:
    """Long searches of all that could be better than the plan at hand: a narrow one for a better plan, a wide one."""
    for width, parts in SETTLE:
        if proof.chosen is None or city.is_wide or city.stopped() or _is_proven(proof, city.settings):
            return proof
        reach = proof.cost - city.priced.bound
        regrets = find_regrets(city.blocks, city.priced, reach)
        reduced = reduce_blocks(city.blocks, city.default, city.priced.prices, regrets, reach)
        aim = _aim(city, reduced, proof, proof.cost, PROVE_WIDTH)
        aim = replace(aim, limit=parts * city.settings.label_limit, width=width, slack=_slack(city, proof))
        found = prove_reduced(reduced, city.priced.prices, city.default.surplus, aim)
        proof = _learn(city, proof, reduced, found, (proof.cost, proof.cost))
    return proof


def _by_program(city: _City, proof: PlanProof) -> PlanProof:
    """HiGHS on what is left of the city once all is fixed that no plan better than the one at hand takes."""
    if proof.chosen is None or city.problem.days or city.stopped() or _is_proven(proof, city.settings):
        return proof
    reach = proof.cost - city.priced.bound
    regrets = find_regrets(city.blocks, city.priced, reach)
    reduced = reduce_blocks(city.blocks, city.default, city.priced.prices, regrets, reach)
    if not reduced.items:
        return proof  # the core says what the defaults alone come to
    program = replace(reduced_program(reduced, city.default.surplus), offset=city.base)
    answer = close_program(program, city.settings)
    if answer.feasible:
        proof, _ = _improve(city, proof, _decision(city, reduced, taken_of(reduced, answer.values)))
    return _raise(proof, np.inf if answer.infeasible else answer.bound)


def _slack(city: _City, proof: PlanProof) -> float:
    """What a better plan must save to be looked for: with less the proof is there already."""
    return SLACK_PART * city.settings.gap * max(1.0, proof.bound)


def _improve(city: _City, proof: PlanProof, found: Decision) -> tuple[PlanProof, bool]:
    """The proof with a cheaper plan; and whether the plan misses the cuts by less than the solver's tolerance."""
    chosen = chosen_options(city.problem, city.blocks, found)
    cost = city.cost_of(chosen)
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
        look, slack = search, _slack(city, proof)
        if width == PROVE_WIDTH and not city.is_wide:
            unknown = 0.0 if cutoff == proof.cost else slack
            look, aim = prove_reduced, replace(aim, cutoff=aim.cutoff + unknown, slack=slack)
        found = look(reduced, city.priced.prices, city.default.surplus, aim)
        proof = _learn(city, proof, reduced, found, (outside, cutoff))
        if found.complete or _is_proven(proof, city.settings):
            return proof, True
    return proof, False


def _aim(city: _City, reduced: Reduced, proof: PlanProof, cutoff: float, width: int) -> Aim:
    accept = proof.bound + city.settings.gap * max(1.0, proof.bound)
    return Aim(
        cutoff=cutoff - city.base,
        accept=accept - city.base,
        limit=_limit(city, len(reduced.items), width),
        width=width,
        meets=lambda taken: city.judge(chosen_options(city.problem, city.blocks, _decision(city, reduced, taken))),
        stopped=city.stopped,
    )


def _patience(city: _City) -> int:
    """After how many searches in a row that were too much HiGHS takes over."""
    return MOST_TIRED if not city.is_wide else TIRED_BY_DAY


def _limit(city: _City, items: int, width: int) -> int:
    """Labels of one search; of a wide city a part of them."""
    most = FIND_DIVES * width * (items + 50) if width == FIND_WIDTH else city.settings.label_limit
    return most if not city.is_wide else most // PART_BY_DAY


def _learn(city: _City, proof: PlanProof, reduced: Reduced, found: Found, limits: tuple[float, float]) -> PlanProof:
    """What a search adds. `limits`: the cost beyond which it did not reach, and that beyond which it did not look."""
    if found.cost + city.base < proof.cost:
        proof, _ = _improve(city, proof, _decision(city, reduced, found.taken))
    return _raise(proof, min(found.bound + city.base, *limits))


def _untied(city: _City, proof: PlanProof) -> PlanProof:
    if proof.chosen is None or proof.cost - proof.bound > OPTIMAL_GAP * max(1.0, proof.cost) or city.stopped():
        return proof
    reach = proof.cost - city.priced.bound + TIE_SPARE
    regrets = find_regrets(city.blocks, city.priced, reach)
    reduced = reduce_blocks(city.blocks, city.default, city.priced.prices, regrets, reach)
    aim = _aim(city, reduced, proof, proof.cost + TIE_SPARE, TIE_WIDTH)
    aim = replace(aim, accept=-np.inf, limit=TIE_LABELS, spare=TIE_SPARE)
    found = search(reduced, city.priced.prices, city.default.surplus, aim)
    if not found.complete or not np.isfinite(found.cost):
        return proof
    chosen = chosen_options(city.problem, city.blocks, _decision(city, reduced, found.taken))
    cost = city.cost_of(chosen)
    same = round(cost * 100.0) == round(proof.cost * 100.0)
    return replace(proof, chosen=chosen, cost=cost, bound=min(proof.bound, cost)) if same else proof


def _decision(city: _City, reduced: Reduced, taken: Indices) -> Decision:
    state, entry = city.default.state.copy(), city.default.entry.copy()
    for item, place in zip(reduced.items, taken.tolist(), strict=True):
        if place != NO_INDEX and item.is_state:
            state[city.blocks.states.group[item.option[place]]] = item.option[place]
        elif place != NO_INDEX:
            entry[city.blocks.entry_slot[item.option[place]]] = item.option[place]
    return Decision(state=state, entry=entry, surplus=city.default.surplus)


def _is_proven(proof: PlanProof, settings: SolveSettings) -> bool:
    return proof.chosen is not None and proof.cost - proof.bound <= settings.gap * max(1.0, proof.cost)
