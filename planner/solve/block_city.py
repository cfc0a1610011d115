"""A city whose groups are searched: what stays the same over all rounds, and what a round adds to the proof."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from planner.problem import NO_INDEX, PlanProblem
from planner.problem.records import Floats, Indices
from planner.solve.blocks import Blocks
from planner.solve.chosen import chosen_options
from planner.solve.multipliers import Decision, Priced
from planner.solve.reduced import Reduced, reduce_blocks
from planner.solve.regrets import find_regrets
from planner.solve.settings import SolveSettings

__all__ = [
    "City",
    "CostOf",
    "Judge",
    "PlanProof",
    "account",
    "decision_of",
    "improve",
    "is_proven",
    "raise_bound",
    "within",
]

Judge = Callable[[Indices], bool]
CostOf = Callable[[Indices], float]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class PlanProof:
    """The options of the best plan (None: none found), its cost and the proven bound, yuan."""

    chosen: Indices | None
    cost: float
    bound: float
    termination: str


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class City:
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


def within(city: City, reach: float) -> Reduced:
    """What is left of the city within reach."""
    regrets = find_regrets(city.blocks, city.priced, reach)
    return reduce_blocks(city.blocks, city.default, city.priced.prices, regrets, reach)


def account(city: City, reduced: Reduced) -> tuple[Floats, Floats]:
    """Prices and surplus of the defaults, of the rows of a reduced city."""
    return reduced.of(city.priced.prices), reduced.of(city.default.surplus)


def improve(city: City, proof: PlanProof, found: Decision) -> tuple[PlanProof, bool]:
    """The proof with a cheaper plan; and whether the plan misses the cuts by less than the solver's tolerance."""
    chosen = chosen_options(city.problem, city.blocks, found)
    cost = city.cost_of(chosen)
    if not city.judge(chosen):
        return proof, True
    return (replace(proof, chosen=chosen, cost=cost, termination="optimal") if cost < proof.cost else proof), False


def raise_bound(proof: PlanProof, bound: float) -> PlanProof:
    """The proof with a bound that is no lower."""
    return replace(proof, bound=min(max(proof.bound, bound), proof.cost))


def decision_of(city: City, reduced: Reduced, taken: Indices) -> Decision:
    """The decision in which the items take these options (NO_INDEX: not asked)."""
    state, entry = city.default.state.copy(), city.default.entry.copy()
    for item, place in zip(reduced.items, taken.tolist(), strict=True):
        if place != NO_INDEX and item.is_state:
            state[city.blocks.states.group[item.option[place]]] = item.option[place]
        elif place != NO_INDEX:
            entry[city.blocks.entry_slot[item.option[place]]] = item.option[place]
    return Decision(state=state, entry=entry, surplus=city.default.surplus)


def is_proven(proof: PlanProof, settings: SolveSettings) -> bool:
    """Whether plan and bound are as close as asked."""
    return proof.chosen is not None and proof.cost - proof.bound <= settings.gap * max(1.0, proof.cost)
