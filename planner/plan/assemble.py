"""Everything that follows from a problem and the chosen options: totals, exchange, bases, curtailments, shortfalls."""

import math
from dataclasses import replace
from itertools import compress

import numpy as np

from planner.plan.accounts import account, exact_sums
from planner.plan.change_order import find_changes
from planner.plan.couplings import coupling_citations
from planner.plan.days import account_days, begin_of, end_of, kept_by_day, seen_by_day, tail_of
from planner.plan.fairness import find_fairness
from planner.plan.records import Curtailment, Exchange, Plan, PollutantTotal
from planner.plan.robust import find_robust
from planner.problem import PlanProblem, required_steps
from planner.problem.records import BASES, FILED_TAG, SHARE_TOLERANCE, Flags, Floats, Indices
from planner.terms import POLLUTANTS, Basis, Pollutant

__all__ = ["account", "assemble_plan", "exact_sums", "required_steps"]

SO2, NOX = POLLUTANTS.index(Pollutant.SO2), POLLUTANTS.index(Pollutant.NOX)


def assemble_plan(problem: PlanProblem, chosen: Indices) -> Plan:
    """The plan of these options; sums are exact (correctly rounded), so no order of adding shows in them.

    Args:
        chosen: (n,) option index of each source.
    """
    options, sources = problem.options, problem.sources
    base = exact_sums(sources.base_kg_per_day)
    reduction = options.reduction_kg_per_day[chosen]
    totals, shortfalls = account(problem, base, exact_sums(reduction))
    days = account_days(problem, chosen, base)
    if days:
        totals, shortfalls = seen_by_day(totals, days)
    forced = share_rule_halts(problem, chosen)
    return Plan(
        chosen=chosen,
        objective_yuan=math.fsum(options.cost_yuan[chosen]),
        totals=totals,
        exchange=_exchange(problem, totals),
        by_basis=_by_basis(problem, chosen, forced, base),
        curtailments=_curtailments(problem, chosen, forced),
        shortfalls=shortfalls,
        required_share=problem.cohorts.steps[required_steps(problem, chosen)],
        days=days,
        tail=tail_of(problem, chosen),
        changes=find_changes(problem, chosen),
        robust=find_robust(problem, chosen),
        fairness=find_fairness(problem, chosen),
    )


def share_rule_halts(problem: PlanProblem, chosen: Indices) -> Flags:
    """(n,) halts that an enterprise share rule needs beyond what its lines' own obligations halt.

    Of more halts than the rule needs, the first in order of source_id carry it.
    """
    rules, sources, halts = problem.share_rules, problem.sources, problem.options.halts
    forced = np.zeros(sources.count, dtype=bool)
    obliged = halts[sources.first_option[:-1]]
    for index in range(rules.count):
        span = slice(rules.first_member[index], rules.first_member[index + 1])
        members, weights = rules.member[span], rules.weight[span]
        missing = rules.required[index] - float(weights[obliged[members]].sum())
        for member, weight in zip(members, weights, strict=True):
            if missing > 0.0 and halts[chosen[member]] and not obliged[member]:
                forced[member] = True
                missing -= weight
    return forced


def _exchange(problem: PlanProblem, totals: tuple[PollutantTotal, ...]) -> Exchange:
    so2, nox = totals[SO2].share, totals[NOX].share
    total, required = so2 + nox, problem.targets.exchange_sum_share
    below = min(so2, nox) < problem.targets.level_share - SHARE_TOLERANCE
    both = min(totals[SO2].base_kg_per_day, totals[NOX].base_kg_per_day) > 0.0
    used = both and below and total >= required - SHARE_TOLERANCE
    return Exchange(required_sum_share=required, sum_share=total, used=used)


def _by_basis(problem: PlanProblem, chosen: Indices, forced: Flags, base: Floats) -> Floats:
    sources = problem.sources
    taken = problem.options.reduction_kg_per_day[chosen]
    floor = np.where(
        forced[:, None], taken - (sources.filed_kg_per_day - sources.floor_kg_per_day), sources.floor_kg_per_day
    )
    filed = sources.filed_kg_per_day - sources.floor_kg_per_day
    parts = [exact_sums(floor), exact_sums(filed), exact_sums(taken - floor - filed)]
    return np.divide(parts, base, out=np.zeros((len(BASES), len(POLLUTANTS))), where=base > 0.0)


def _curtailments(problem: PlanProblem, chosen: Indices, forced: Flags) -> tuple[Curtailment, ...]:
    options = problem.options
    says_something = np.array([len(measures) > 0 for measures in options.measure_sets], dtype=bool)
    touched = says_something[options.measures[chosen]]
    coupled = coupling_citations(problem, chosen)
    return tuple(
        _coupled(_curtailment(problem, source, int(chosen[source]), bool(forced[source])), coupled, source)
        for source in compress(range(problem.sources.count), touched)
    )


def _coupled(row: Curtailment, coupled: tuple[tuple[str, ...], ...], source: int) -> Curtailment:
    """The row with the coupling rules that it is there for."""
    return replace(row, citations=(*row.citations, *coupled[source])) if coupled and coupled[source] else row


def _curtailment(problem: PlanProblem, source: int, option: int, is_forced: bool) -> Curtailment:  # noqa: FBT001
    options, sources = problem.options, problem.sources
    named = options.citation_sets[options.citations[option]]
    return Curtailment(
        source_id=sources.source_id[source],
        enterprise_id=sources.enterprise_id[source],
        option=option - int(sources.first_option[source]),
        measures=options.measure_sets[options.measures[option]],
        kept_share=float(options.kept_share[option]),
        start=begin_of(problem, option),
        end=end_of(problem, option),
        reduction_kg_per_day=tuple(float(value) for value in options.reduction_kg_per_day[option]),
        cost_yuan=float(options.cost_yuan[option]),
        basis=Basis.FLOOR if is_forced else BASES[options.basis[option]],
        citations=_citations(problem, source, named, is_forced),
        kept_by_day=kept_by_day(problem, option),
    )


def _citations(problem: PlanProblem, source: int, named: tuple[str, ...], is_forced: bool) -> tuple[str, ...]:  # noqa: FBT001
    rules = problem.share_rules
    own = f"{FILED_TAG}:{problem.sources.source_id[source]}"
    shown = tuple([own if tag == FILED_TAG else tag for tag in named]) if FILED_TAG in named else named
    if not is_forced:
        return shown
    owners = np.searchsorted(rules.first_member, np.flatnonzero(rules.member == source), side="right") - 1
    chosen_only = _cited_by_choice(problem)
    stands = (name for name in shown if name not in chosen_only)
    return tuple(dict.fromkeys((*(rules.citation[owner] for owner in owners), *stands)))


def _cited_by_choice(problem: PlanProblem) -> frozenset[str]:
    """What an option cites only because somebody chose it: the city's cut and the menus."""
    menus = {item.id for item in problem.citations if item.kind == "menu"}
    return frozenset(menus | {f"national.reduction.share.{problem.header.level}"})
