"""The explanation of one enterprise's part in a plan."""

from dataclasses import dataclass

import numpy as np

from planner.errors import FindingsError, finding
from planner.explain.other_grades import GradeOutcome
from planner.explain.replacement import Replacement
from planner.explain.together import TogetherView, together_view
from planner.inventory import AppliedMove
from planner.plan import Curtailment, Plan
from planner.problem import NO_INDEX, Citation, PlanProblem, binding_rows
from planner.problem.records import BASES, FILED_TAG

__all__ = ["Explanation", "OptionView", "PeerView", "SourceView", "explain_enterprise"]


@dataclass(frozen=True, slots=True, kw_only=True)
class OptionView:
    """One option of a source's menu; reductions in POLLUTANTS order."""

    measures: tuple[str, ...]
    kept_share: float
    reduction_kg_per_day: tuple[float, ...]
    cost_yuan: float
    basis: str
    is_taken: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceView:
    """One line of the enterprise.

    Attributes:
        required_share: share required of its cohort, None outside the grade order.
        curtailment: what it must do, None where nothing.
        standing_citation: the rule behind a standing other than orderable, None where there is none.
        together: what it owes together with others, where that holds it where it is.
    """

    source_id: str
    line_id: str
    line_name: str
    grade: str
    standing: str
    standing_citation: Citation | None
    base_kg_per_day: tuple[float, ...]
    options: tuple[OptionView, ...]
    curtailment: Curtailment | None
    citations: tuple[Citation, ...]
    required_share: float | None
    cohort: str
    together: tuple[TogetherView, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PeerView:
    """A firm of the same county, sub-process and grade: its lines there, how many are halted, its mean kept share."""

    enterprise_id: str
    enterprise_name: str
    cohort: str
    lines: int
    halted: int
    kept_share: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Explanation:
    """Why an enterprise has to do what it has to do; `moves` of its grades, by process and day.

    Attributes:
        replacement, grades: what sparing it would cost and what other grades would oblige it to, where that was asked.
    """

    enterprise_id: str
    enterprise_name: str
    county_code: str
    sources: tuple[SourceView, ...]
    peers: tuple[PeerView, ...]
    cost_yuan: float
    reduction_kg_per_day: tuple[float, ...]
    moves: tuple[AppliedMove, ...] = ()
    replacement: Replacement | None = None
    grades: tuple[GradeOutcome, ...] = ()


def explain_enterprise(problem: PlanProblem, plan: Plan, enterprise_id: str) -> Explanation:
    """The explanation of an enterprise, by credit code or by the id of one of its sources.

    Raises:
        FindingsError: where the problem has neither.
    """
    indices = _sources_of(problem, enterprise_id)
    rows = {item.source_id: item for item in plan.curtailments}
    chosen = plan.chosen[indices]
    views = tuple(_view(problem, plan, int(index), rows) for index in indices)
    reduction = problem.options.reduction_kg_per_day[chosen].sum(axis=0)
    first = int(indices[0])
    return Explanation(
        enterprise_id=problem.sources.enterprise_id[first],
        enterprise_name=problem.sources.enterprise_name[first],
        county_code=problem.sources.county_code[first],
        sources=views,
        peers=_peers(problem, plan, indices),
        cost_yuan=float(problem.options.cost_yuan[chosen].sum()),
        reduction_kg_per_day=tuple(reduction.tolist()),
        moves=tuple(move for move in problem.moves if move.enterprise_id == problem.sources.enterprise_id[first]),
    )


def _sources_of(problem: PlanProblem, wanted: str) -> np.ndarray:
    owners = np.array(problem.sources.enterprise_id, dtype=object)
    ids = np.array(problem.sources.source_id, dtype=object)
    owner = owners[ids == wanted][:1]
    own_firm = owners == (owner[0] if len(owner) and owner[0] else wanted)
    found = np.flatnonzero((own_firm & (owners != "")) | (ids == wanted))
    if len(found) == 0:
        raise FindingsError((finding("plan.enterprise_unknown", value=wanted),))
    return found


def _view(problem: PlanProblem, plan: Plan, index: int, rows: dict[str, Curtailment]) -> SourceView:
    sources, cohort = problem.sources, int(problem.sources.cohort[index])
    row = rows.get(sources.source_id[index])
    register = {item.id: item for item in problem.citations}
    names = row.citations if row else ()
    return SourceView(
        source_id=sources.source_id[index],
        line_id=sources.line_id[index],
        line_name=sources.line_name[index],
        grade=sources.grade[index],
        standing=sources.standing[index],
        standing_citation=register.get(sources.standing_citation[index]),
        base_kg_per_day=tuple(sources.base_kg_per_day[index].tolist()),
        options=_options(problem, plan, index),
        curtailment=row,
        citations=tuple(register[_register_id(name)] for name in names if _register_id(name) in register),
        required_share=float(plan.required_share[cohort]) if cohort != NO_INDEX else None,
        cohort=problem.cohorts.label[cohort] if cohort != NO_INDEX else "",
        together=tuple(
            together_view(problem, row) for row in binding_rows(problem, plan.chosen, np.array([index], dtype=np.int64))
        ),
    )


def _register_id(name: str) -> str:
    return FILED_TAG if name.startswith(f"{FILED_TAG}:") else name


def _options(problem: PlanProblem, plan: Plan, index: int) -> tuple[OptionView, ...]:
    options, first = problem.options, problem.sources.first_option
    return tuple(
        OptionView(
            measures=options.measure_sets[options.measures[option]],
            kept_share=float(options.kept_share[option]),
            reduction_kg_per_day=tuple(options.reduction_kg_per_day[option].tolist()),
            cost_yuan=float(options.cost_yuan[option]),
            basis=str(BASES[options.basis[option]]),
            is_taken=option == plan.chosen[index],
        )
        for option in range(int(first[index]), int(first[index + 1]))
    )


def _peers(problem: PlanProblem, plan: Plan, indices: np.ndarray) -> tuple[PeerView, ...]:
    """Every firm of the cohorts that the enterprise stands in, itself included, sorted by cohort and code."""
    own = {int(cohort) for cohort in problem.sources.cohort[indices]} - {NO_INDEX}
    members = np.flatnonzero(np.isin(problem.sources.cohort, sorted(own)))
    keys: dict[tuple[int, str], list[int]] = {}
    for member in members.tolist():
        keys.setdefault((int(problem.sources.cohort[member]), problem.sources.enterprise_id[member]), []).append(member)
    return tuple(_peer(problem, plan, cohort, found) for (cohort, _), found in sorted(keys.items()))


def _peer(problem: PlanProblem, plan: Plan, cohort: int, members: list[int]) -> PeerView:
    chosen = plan.chosen[members]
    return PeerView(
        enterprise_id=problem.sources.enterprise_id[members[0]],
        enterprise_name=problem.sources.enterprise_name[members[0]],
        cohort=problem.cohorts.label[cohort],
        lines=len(members),
        halted=int(problem.options.halts[chosen].sum()),
        kept_share=float(problem.options.kept_share[chosen].mean()),
    )
