"""Whom a change of one enterprise pays: the city, itself, everybody else; over an episode or a winter."""

from dataclasses import dataclass

import pandas as pd

from planner.scenario.outcome import ScenarioOutcome

__all__ = ["Saving", "add_savings", "saving_of"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Saving:
    """What a scenario about one enterprise saves against the base, yuan; negative where it costs.

    Attributes:
        firm: its credit code; `title` the scenario's.
        city: over all enterprises; `least`, `most` what is proven of it by both bounds.
        own: of the enterprise itself; `others` of all the rest together.
    """

    firm: str
    title: str
    city: float
    least: float
    most: float
    own: float
    others: float


def saving_of(
    base: ScenarioOutcome,
    base_firms: pd.DataFrame,
    other: ScenarioOutcome,
    firms: pd.DataFrame,
    days: float | None = None,
) -> Saving:
    """The saving of a scenario whose name ends in the enterprise's code.

    Args:
        base_firms, firms: as `firm_table` gives them.
        days: days of such warnings in a winter; None: one episode as it is.
    """
    firm = other.name.rpartition("-")[2]
    times = 1.0 if days is None else days / max(1, base.duration_days)
    city = base.cost_yuan - other.cost_yuan
    own = _cost(base_firms, firm) - _cost(firms, firm)
    return Saving(
        firm=firm,
        title=other.title,
        city=times * city,
        least=times * (base.bound_yuan - other.cost_yuan),
        most=times * (base.cost_yuan - other.bound_yuan),
        own=times * own,
        others=times * (city - own),
    )


def add_savings(parts: tuple[tuple[Saving, ...], ...]) -> tuple[Saving, ...]:
    """The savings of several levels added up enterprise by enterprise, the largest for the city first.

    An enterprise without a plan at one of the levels is left out: a part of a winter is no winter.
    """
    tables = [{item.firm: item for item in part} for part in parts]
    common = [firm for firm in tables[0] if all(firm in table for table in tables)] if tables else []
    found = [_sum(tuple(table[firm] for table in tables)) for firm in common]
    return tuple(sorted(found, key=lambda item: (-item.city, item.firm)))


def _sum(parts: tuple[Saving, ...]) -> Saving:
    return Saving(
        firm=parts[0].firm,
        title=parts[0].title,
        city=sum(item.city for item in parts),
        least=sum(item.least for item in parts),
        most=sum(item.most for item in parts),
        own=sum(item.own for item in parts),
        others=sum(item.others for item in parts),
    )


def _cost(firms: pd.DataFrame, firm: str) -> float:
    return float(firms.loc[firms["enterprise_id"] == firm, "cost_yuan"].sum())
