"""Which sources are decided together: the lines of a unit, and sources outside the grade order that a rule ties."""

from dataclasses import dataclass

import numpy as np
from scipy import sparse

from planner.problem import NO_INDEX, PlanProblem
from planner.problem.records import Flags, Floats, Indices
from planner.solve.patterns import Bundles, Patterns

__all__ = ["Tied", "tie_sources"]

TOLERANCE = 1e-9


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Tied:
    """Bundles, those of the units first and in their order.

    Attributes:
        rule_bundle: (r,) the bundle that answers each share rule, NO_INDEX where its members have no choice.
        rule_open: (r,) weight that is still to be halted beyond lines without a choice.
    """

    bundles: Bundles
    rule_bundle: Indices
    rule_open: Floats

    def obeys(self, problem: PlanProblem, patterns: Patterns) -> Flags:
        """(w,) whether each pattern keeps the share rules of its bundle."""
        keeps = np.ones(len(patterns.bundle), dtype=bool)
        rules = problem.share_rules
        for index in np.flatnonzero(self.rule_bundle != NO_INDEX):
            weight = np.zeros(problem.sources.count)
            span = slice(rules.first_member[index], rules.first_member[index + 1])
            np.add.at(weight, rules.member[span], rules.weight[span])
            which = slice(*patterns.first[self.rule_bundle[index] : self.rule_bundle[index] + 2])
            option = patterns.option[which]
            halts = problem.options.halts[option] & (option != NO_INDEX)
            reached = (halts * weight[problem.options.source[option]]).sum(axis=1)
            keeps[which] &= reached >= self.rule_open[index] - TOLERANCE
        return keeps


def tie_sources(problem: PlanProblem) -> Tied | None:
    """The bundles; None where a share rule ties a unit to other sources that have a choice, or is out of reach."""
    owner = _owners(problem)
    rules = problem.share_rules
    rule = np.repeat(np.arange(rules.count), np.diff(rules.first_member))
    bundle_of, open_weight = np.full(rules.count, NO_INDEX, dtype=np.int64), rules.required.copy()
    member_owner = owner[rules.member]
    still = member_owner == NO_INDEX
    halts = problem.options.halts[problem.sources.first_option[rules.member]]
    follows = (problem.sources.cohort != NO_INDEX) & (problem.sources.unit == NO_INDEX)
    moves = still & follows[rules.member] & (np.diff(problem.sources.first_option)[rules.member] > 1)
    np.subtract.at(open_weight, rule[still], (rules.weight * halts)[still])
    for index in range(rules.count):
        owners = np.unique(member_owner[(rule == index) & ~still])
        if len(owners) > 1 or moves[rule == index].any() or (len(owners) == 0 and open_weight[index] > TOLERANCE):
            return None
        bundle_of[index] = owners[0] if len(owners) else NO_INDEX
    return Tied(bundles=_bundles(owner), rule_bundle=bundle_of, rule_open=open_weight)


def _owners(problem: PlanProblem) -> Indices:
    """(n,) the bundle of each source: its unit, or its component of sources tied by rules; NO_INDEX: no choice."""
    sources, rules = problem.sources, problem.share_rules
    loose = (sources.cohort == NO_INDEX) & (np.diff(sources.first_option) > 1)
    rule = np.repeat(np.arange(rules.count), np.diff(rules.first_member))
    real = loose[rules.member]
    ties = (np.ones(int(real.sum())), (rules.member[real], sources.count + rule[real]))
    size = sources.count + rules.count
    from scipy.sparse.csgraph import connected_components  # noqa: PLC0415 - slow to load

    _, component = connected_components(sparse.csr_array(ties, shape=(size, size)), directed=False)
    owner = sources.unit.copy()
    _, tied = np.unique(component[: sources.count][loose], return_inverse=True)
    owner[loose] = problem.units.count + tied
    return owner


def _bundles(owner: Indices) -> Bundles:
    inside = np.flatnonzero(owner != NO_INDEX)
    order = inside[np.argsort(owner[inside], kind="stable")]
    count = int(owner.max(initial=NO_INDEX)) + 1
    first = np.searchsorted(owner[order], np.arange(count + 1))
    size = np.diff(first)
    member = np.full((count, max(int(size.max(initial=0)), 1)), NO_INDEX, dtype=np.int64)
    member[owner[order], np.arange(len(order)) - first[owner[order]]] = order
    return Bundles(member=member)
