"""From the multiplier bound to a plan with its proof: search the options of small regret, ever wider, until both meet.

An option whose regret exceeds (plan - bound) can be part of no better plan. So each round searches only what lies
within its reach; whatever costs less than the bound plus the reach is inside, and a round that finds nothing raises the
bound for the whole city.
"""

from collections.abc import Callable
from dataclasses import replace

import numpy as np

from planner.problem import PlanProblem
from planner.solve.aims import Aim, Found
from planner.solve.block_city import (
    City,
    CostOf,
    Judge,
    PlanProof,
    account,
    decision_of,
    improve,
    is_proven,
    raise_bound,
    within,
)
from planner.solve.blocks import Blocks
from planner.solve.chosen import chosen_options
from planner.solve.closing import branched, close, is_tangled
from planner.solve.multipliers import best_prices, decide
from planner.solve.proving import prove_reduced
from planner.solve.reach import first_reach, next_reach
from planner.solve.reduced import Reduced
from planner.solve.search import search
from planner.solve.settings import SolveSettings
from planner.solve.start import Start, started

__all__ = ["BlockSearch", "Judge", "PlanProof"]

MOST_ROUNDS = 24
FIND_DIVES, FIND_WIDTH = 3, 150
PROVE_WIDTH, TIE_WIDTH = 20_000, 2_000
SLACK_PART = 0.6
SETTLE = ((400, 1), (PROVE_WIDTH, 3))  # width and parts of the label limit of each last search
MOST_TIRED = 5
TIRED_BY_DAY, PART_BY_DAY = 1, 8
OPTIMAL_GAP = 1e-6
TIE_SPARE = 0.005
TIE_LABELS = 100_000
SAFETY = 1e-12


class BlockSearch:
    """The search of one city.

    Args of the constructor:
        judge: whether chosen options meet the cuts in exact sums.
        stopped: whether somebody called the search off.
        start: of a neighbouring problem, None for none.
    """

    def __init__(  # noqa: PLR0913 - what a search needs, and what only some have
        self,
        problem: PlanProblem,
        blocks: Blocks,
        settings: SolveSettings,
        judge: Judge,
        stopped: Callable[[], bool],
        start: Start | None = None,
    ) -> None:
        priced = best_prices(blocks, seed=settings.seed, near=start.prices if start else None)
        self._start = start
        default = decide(blocks, priced)
        base = priced.bound + float(priced.prices @ default.surplus)
        self._city = City(
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
        if self._start is not None and self._start.holds(city.problem) and city.judge(self._start.chosen):
            proof = started(proof, self._start, city.cost_of(self._start.chosen))
        if is_proven(proof, city.settings):
            return proof
        proof, reach = _widen(city, proof)
        proof = branched(city, proof, reach) if is_tangled(city, reach) else _settle(city, proof)
        return close(city, proof, reach)

    def untie(self, proof: PlanProof) -> PlanProof:
        """Of all plans of the same proven cost, in whole fen, the one of least weight; itself where they are many."""
        return _untied(self._city, proof)


def _widen(city: City, proof: PlanProof) -> tuple[PlanProof, float]:
    """Round after round until plan and bound meet, or until several in a row were too much.

    Returns:
        the proof, and the first of the last reaches that were too much: from there the last word starts.
    """
    reach, tired, first = first_reach(city.blocks, city.priced), 0, 0.0
    for _ in range(MOST_ROUNDS):
        proof, complete = _round(city, proof, reach, prove=tired == 0 and not is_tangled(city, reach))
        first = reach if complete or tired == 0 else first
        tired = 0 if complete else tired + 1
        if tired and not city.is_wide and reach >= proof.cost - city.priced.bound:
            break  # whatever is better lies inside already
        if city.stopped() or is_proven(proof, city.settings) or (tired and tired >= _patience(city, first)):
            break
        reach = next_reach(reach, proof.cost - city.priced.bound)
    return proof, first


def _settle(city: City, proof: PlanProof) -> PlanProof:
    """Long searches of all that could be better than the plan at hand: a narrow one for a better plan, a wide one."""
    for width, parts in SETTLE:
        if proof.chosen is None or city.is_wide or city.stopped() or is_proven(proof, city.settings):
            return proof
        reach = proof.cost - city.priced.bound
        reduced = within(city, reach)
        aim = _aim(city, reduced, proof, proof.cost, PROVE_WIDTH)
        aim = replace(aim, limit=parts * city.settings.label_limit, width=width, slack=_slack(city, proof))
        found = prove_reduced(reduced, *account(city, reduced), aim)
        proof = _learn(city, proof, reduced, found, (proof.cost, proof.cost))
    return proof


def _slack(city: City, proof: PlanProof) -> float:
    """What a better plan must save to be looked for: with less the proof is there already."""
    return SLACK_PART * city.settings.gap * max(1.0, proof.bound)


def _round(city: City, proof: PlanProof, reach: float, *, prove: bool) -> tuple[PlanProof, bool]:
    """One search of what lies within reach for a plan; where that is too much, a narrower one for the bound.

    Returns:
        the proof, and whether one of the two was complete.
    """
    reduced = within(city, reach)
    outside = city.priced.bound + reach
    wanted = min(proof.cost, max(proof.bound + city.settings.gap * max(1.0, proof.bound), outside))
    for limit, width in ((wanted, FIND_WIDTH), (outside, PROVE_WIDTH))[: 1 + prove]:
        cutoff = min(limit, proof.cost)
        aim = _aim(city, reduced, proof, cutoff, width)
        look, slack = search, _slack(city, proof)
        if width == PROVE_WIDTH and not city.is_wide:
            unknown = 0.0 if cutoff == proof.cost else slack
            look, aim = prove_reduced, replace(aim, cutoff=aim.cutoff + unknown, slack=slack)
        found = look(reduced, *account(city, reduced), aim)
        proof = _learn(city, proof, reduced, found, (outside, cutoff))
        if found.complete or is_proven(proof, city.settings):
            return proof, True
    return proof, False


def _aim(city: City, reduced: Reduced, proof: PlanProof, cutoff: float, width: int) -> Aim:
    accept = proof.bound + city.settings.gap * max(1.0, proof.bound)
    return Aim(
        cutoff=cutoff - city.base,
        accept=accept - city.base,
        limit=_limit(city, len(reduced.items), width),
        width=width,
        meets=lambda taken: city.judge(chosen_options(city.problem, city.blocks, decision_of(city, reduced, taken))),
        stopped=city.stopped,
    )


def _patience(city: City, reach: float) -> int:
    """After how many searches in a row that were too much HiGHS takes over."""
    return MOST_TIRED if not city.is_wide and not is_tangled(city, reach) else TIRED_BY_DAY


def _limit(city: City, items: int, width: int) -> int:
    """Labels of one search; of a wide city a part of them."""
    most = FIND_DIVES * width * (items + 50) if width == FIND_WIDTH else city.settings.label_limit
    return most if not city.is_wide else most // PART_BY_DAY


def _learn(city: City, proof: PlanProof, reduced: Reduced, found: Found, limits: tuple[float, float]) -> PlanProof:
    """What a search adds. `limits`: the cost beyond which it did not reach, and that beyond which it did not look."""
    if found.cost + city.base < proof.cost:
        proof, _ = improve(city, proof, decision_of(city, reduced, found.taken))
    return raise_bound(proof, min(found.bound + city.base, *limits))


def _untied(city: City, proof: PlanProof) -> PlanProof:
    if proof.chosen is None or proof.cost - proof.bound > OPTIMAL_GAP * max(1.0, proof.cost) or city.stopped():
        return proof
    reach = proof.cost - city.priced.bound + TIE_SPARE
    reduced = within(city, reach)
    aim = _aim(city, reduced, proof, proof.cost + TIE_SPARE, TIE_WIDTH)
    aim = replace(aim, accept=-np.inf, limit=TIE_LABELS, spare=TIE_SPARE)
    found = search(reduced, *account(city, reduced), aim)
    if not found.complete or not np.isfinite(found.cost):
        return proof
    chosen = chosen_options(city.problem, city.blocks, decision_of(city, reduced, found.taken))
    cost = city.cost_of(chosen)
    same = round(cost * 100.0) == round(proof.cost * 100.0)
    return replace(proof, chosen=chosen, cost=cost, bound=min(proof.bound, cost)) if same else proof
