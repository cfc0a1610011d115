"""What each measure of a plan rests on, and which firms no rule and no filed measure gives a floor."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from planner.plan.records import Curtailment, Plan
from planner.problem import Citation, PlanProblem
from planner.problem.records import BASES, FILED_TAG
from planner.terms import Answer, Basis, Evidence, RuleStatus, Standing

__all__ = ["Ground", "MeasureGround", "curtailment_grounds", "measure_grounds", "without_floor"]


ORDERED = frozenset({Standing.ORDERABLE, Standing.GUARANTEED})
"""Standings of lines that may be told something."""


class Ground(StrEnum):
    """What a measure rests on; `missing_without_floor` is no measure's ground but the lack of any."""

    CONFIRMED = "confirmed"
    TO_CONFIRM = "to_confirm"
    RECALLED = "recalled"
    FILED = "filed"
    CHOSEN_MENU = "chosen_menu"
    MISSING_WITHOUT_FLOOR = "missing_without_floor"


@dataclass(frozen=True, slots=True, kw_only=True)
class MeasureGround:
    """One ground: how many measures of how many enterprises, fleets and sites, which ones, and by which rules.

    For `missing_without_floor` the sources are lines whose cell no rule answers, of firms that filed no measure.
    """

    ground: Ground
    count: int
    enterprises: int
    source_ids: tuple[str, ...]
    rules: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Known:
    """The citations by id, and which of them are shares of an enterprise's lines."""

    register: dict[str, Citation]
    shares: frozenset[str]


def curtailment_grounds(problem: PlanProblem, plan: Plan) -> tuple[Ground, ...]:
    """The ground of each curtailment, in their order.

    A measure that the plan chose rests on the city's menu, a filed one on the firm's own filing; a floor on the least
    sure of its rules: recalled before to be confirmed before confirmed.
    """
    known = _known(problem)
    return tuple(_ground(item, known) for item in plan.curtailments)


def measure_grounds(problem: PlanProblem, plan: Plan) -> tuple[MeasureGround, ...]:
    """Every ground in the order of Ground; the first five add up to the curtailments."""
    grounds = curtailment_grounds(problem, plan)
    rows = list(zip(plan.curtailments, grounds, strict=True))
    known = _known(problem)
    told = [_of(ground, [item for item, own in rows if own is ground], known) for ground in list(Ground)[:-1]]
    names = without_floor(problem)
    firms = dict(zip(problem.sources.source_id, problem.sources.enterprise_id, strict=True))
    lacking = MeasureGround(
        ground=Ground.MISSING_WITHOUT_FLOOR,
        count=len(names),
        enterprises=len({firms[name] or name for name in names}),
        source_ids=names,
        rules=(),
    )
    return (*told, lacking)


def without_floor(problem: PlanProblem) -> tuple[str, ...]:
    """Sources that may be ordered, whose cell is missing and whose firm has filed no measure at the level.

    In `design` filed measures are left aside, so every source with a missing cell is named.
    """
    sources, options = problem.sources, problem.options
    first = sources.first_option[:-1]
    filed = (options.basis[first] == BASES.index(Basis.FILED)).tolist()
    firms = {firm for firm, has_filed in zip(sources.enterprise_id, filed, strict=True) if has_filed}
    rows = zip(sources.source_id, sources.enterprise_id, sources.answer, sources.standing, strict=False)
    return tuple(
        name
        for (name, firm, answer, standing), kept in zip(rows, options.kept_share[first].tolist(), strict=False)
        if answer == Answer.MISSING and standing in ORDERED and firm not in firms and kept >= 1.0
    )


def _known(problem: PlanProblem) -> _Known:
    register = {item.id: item for item in problem.citations}
    return _Known(register=register, shares=frozenset(problem.share_rules.citation))


def _of(ground: Ground, items: list[Curtailment], known: _Known) -> MeasureGround:
    named = {name for item in items for name in _resting(item, known)}
    return MeasureGround(
        ground=ground,
        count=len(items),
        enterprises=len({item.enterprise_id or item.source_id for item in items}),
        source_ids=tuple(item.source_id for item in items),
        rules=tuple(sorted(named)) if ground is not Ground.FILED else (),
    )


def _ground(item: Curtailment, known: _Known) -> Ground:
    if item.basis is not Basis.FLOOR:
        return Ground.FILED if item.basis is Basis.FILED else Ground.CHOSEN_MENU
    return _least_sure(known.register[name] for name in _resting(item, known) if name in known.register)


def _least_sure(citations: Iterable[Citation]) -> Ground:
    open_ones = [item.evidence for item in citations if item.status == RuleStatus.TO_CONFIRM]
    if not open_ones:
        return Ground.CONFIRMED
    return Ground.RECALLED if Evidence.RECALLED in open_ones else Ground.TO_CONFIRM


def _resting(item: Curtailment, known: _Known) -> tuple[str, ...]:
    """The rules that a measure rests on: of a halt that a share of lines asks for, the rules of such shares alone."""
    named = tuple(name for name in item.citations if not name.startswith(f"{FILED_TAG}:"))
    shares = known.shares if item.basis is Basis.FLOOR and item.option else frozenset()
    return tuple(name for name in named if name in shares) or named
