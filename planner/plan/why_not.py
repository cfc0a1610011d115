"""Why the cuts cannot all be met: what holds kilograms back, which clauses clash, which relaxation would cost what."""

from dataclasses import asdict, dataclass
from enum import StrEnum
from math import fsum
from typing import Any

import numpy as np

from planner.plan.records import Plan, Shortfall
from planner.problem import PlanProblem
from planner.problem.records import Flags, Floats
from planner.terms import POLLUTANTS, Standing

__all__ = [
    "Clash",
    "Clause",
    "HeldBack",
    "Relaxation",
    "Volunteer",
    "WhyNot",
    "find_held_back",
    "read_why_not",
    "why_not_body",
]


class Clause(StrEnum):
    """What keeps kilograms out of reach and could be relaxed: standings, menus, order, mode, shared duties."""

    FILED_LIST = "filed_list"
    SELF_DETERMINED = "self_determined"
    EXEMPT = "exempt"
    WHITE_LISTED = "white_listed"
    SMALL = "small"
    GUARANTEED = "guaranteed"
    MENU = "menu"
    GRADE_ORDER = "grade_order"
    HEAT_FIRST = "heat_first"
    OUTPUT_FIRST = "output_first"
    CO_DISPOSAL = "co_disposal"
    SUPPLY_FLOOR = "supply_floor"
    UPSTREAM_FEED = "upstream_feed"
    SHARED_STACK = "shared_stack"
    COUNTY_BAND = "county_band"


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldBack:
    """Kilograms a day of the base that no plan of this problem takes, by standing.

    Attributes:
        kilograms_per_day: in POLLUTANTS order; of sources that may be ordered what their deepest option leaves.
    """

    standing: str
    sources: int
    enterprises: int
    kilograms_per_day: tuple[float, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Clash:
    """One clause of an irreducible clash: without it, the others in force, the cuts can be met.

    Attributes:
        objective_yuan: cost of a plan that was found without it; an upper limit, no least cost.
    """

    clause: Clause
    objective_yuan: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Volunteer:
    """An enterprise that a relaxation would bring in: what it would reduce of the missing pollutants, at what cost."""

    enterprise_id: str
    enterprise_name: str
    kilograms_per_day: tuple[float, ...]
    cost_yuan: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Relaxation:
    """One clause relaxed by itself, never applied.

    Attributes:
        objective_yuan: cost of the plan; `shortfalls` what it still misses, none: it closes the gap.
        volunteers: whom the clause protects and this plan uses, most kilograms first.
    """

    clause: Clause
    objective_yuan: float
    shortfalls: tuple[Shortfall, ...]
    volunteers: tuple[Volunteer, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class WhyNot:
    """Why not.

    Attributes:
        clash: an irreducible set of clauses that together keep the cuts from being met; empty where they cannot be met
            even with every clause relaxed; None where it was not asked for.
        relaxations: by price: those that close the gap, cheapest first, then those that miss least.
    """

    held_back: tuple[HeldBack, ...]
    clash: tuple[Clash, ...] | None = None
    relaxations: tuple[Relaxation, ...] | None = None


def find_held_back(problem: PlanProblem) -> tuple[HeldBack, ...]:
    """What every standing holds back, in the order of Standing; standings that hold nothing back are absent."""
    sources = problem.sources
    left = sources.base_kg_per_day - _deepest(problem)
    names = np.array(sources.standing, dtype=object)
    rows = (_held_back(problem, str(item), np.asarray(names == str(item)), left) for item in Standing)
    return tuple(row for row in rows if any(value > 0.0 for value in row.kilograms_per_day))


def _deepest(problem: PlanProblem) -> Floats:
    """(n, p) the most that any option of each source takes."""
    return np.maximum.reduceat(problem.options.reduction_kg_per_day, problem.sources.first_option[:-1], axis=0)


def _held_back(problem: PlanProblem, standing: str, mask: Flags, left: Floats) -> HeldBack:
    sources, at = problem.sources, np.flatnonzero(mask & np.any(left > 0.0, axis=1)).tolist()
    return HeldBack(
        standing=standing,
        sources=len(at),
        enterprises=len({sources.enterprise_id[index] for index in at} - {""}),
        kilograms_per_day=tuple(fsum(column) for column in left[at].T.tolist()) if at else (0.0,) * len(POLLUTANTS),
    )


def why_not_body(why_not: WhyNot, plan: Plan) -> dict[str, Any]:
    """The field of the document; extra costs follow from the plan's own."""
    return {
        "held_back": [_named(asdict(item)) for item in why_not.held_back],
        "clash": None
        if why_not.clash is None
        else [asdict(item) | {"clause": str(item.clause)} for item in why_not.clash],
        "relaxations": None
        if why_not.relaxations is None
        else [_relaxation(item, plan) for item in why_not.relaxations],
    }


def _relaxation(item: Relaxation, plan: Plan) -> dict[str, Any]:
    return {
        "clause": str(item.clause),
        "closes": not item.shortfalls,
        "objective_yuan": item.objective_yuan,
        "extra_yuan": item.objective_yuan - plan.objective_yuan,
        "shortfalls": [asdict(short) for short in item.shortfalls],
        "volunteers": [_named(asdict(firm)) for firm in item.volunteers],
    }


def _named(fields: dict[str, Any]) -> dict[str, Any]:
    names = (str(item) for item in POLLUTANTS)
    return fields | {"kilograms_per_day": dict(zip(names, fields["kilograms_per_day"], strict=True))}


def read_why_not(body: dict[str, Any], problem: PlanProblem) -> WhyNot:
    """The record of a document's field: what is held back anew, of the rest what only other searches can know."""
    clash, relaxations = body["clash"], body["relaxations"]
    return WhyNot(
        held_back=find_held_back(problem),
        clash=None if clash is None else tuple(_read_clash(item) for item in clash),
        relaxations=None if relaxations is None else tuple(_read_relaxation(item) for item in relaxations),
    )


def _read_clash(item: dict[str, Any]) -> Clash:
    return Clash(clause=Clause(item["clause"]), objective_yuan=float(item["objective_yuan"]))


def _read_relaxation(item: dict[str, Any]) -> Relaxation:
    return Relaxation(
        clause=Clause(item["clause"]),
        objective_yuan=float(item["objective_yuan"]),
        shortfalls=tuple(Shortfall(**short) for short in item["shortfalls"]),
        volunteers=tuple(_read_volunteer(firm) for firm in item["volunteers"]),
    )


def _read_volunteer(firm: dict[str, Any]) -> Volunteer:
    return Volunteer(
        enterprise_id=firm["enterprise_id"],
        enterprise_name=firm["enterprise_name"],
        kilograms_per_day=tuple(float(firm["kilograms_per_day"][str(item)]) for item in POLLUTANTS),
        cost_yuan=float(firm["cost_yuan"]),
    )
