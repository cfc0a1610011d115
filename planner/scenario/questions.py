"""Questions that are many scenarios: a curve of cost against a cut, upgrades, exemptions taken back."""

import numpy as np
import pandas as pd

from planner.scenario.lay import largest_firms
from planner.scenario.records import Asked, RowChange, Scenario
from planner.terms import POLLUTANTS, Grade

__all__ = ["curve_scenarios", "exemption_scenarios", "front_scenarios", "upgrade_scenarios"]

RISES = {Grade.D: Grade.C, Grade.C: Grade.B, Grade.B_MINUS: Grade.B, Grade.B: Grade.A, Grade.NON_LEADING: Grade.LEADING}
"""The next better grade of each; whether the process knows it is for the checks of the list to say."""
FIRMS = ("line", "boiler")


def curve_scenarios(row: str, most_share: float, points: int, *, alone: bool) -> tuple[Scenario, ...]:
    """Scenarios along one cut, from nothing asked to the most that is possible.

    Args:
        row: a pollutant, or `so2_nox` for the sum.
        most_share: share of the base that every option together takes away.
        points: how many, two or more.
        alone: whether the other cuts ask nothing; else they stay as the level asks.
    """
    others = (*((str(item), 0.0) for item in POLLUTANTS if str(item) != row), ("so2_nox", 0.0))
    beside = tuple(item for item in others if item[0] != row) if alone else ()
    shares = np.linspace(0.0, most_share, points)
    return tuple(
        Scenario(name=f"{row}-{at:03d}", title=f"{row} {share:.2%}", targets=(*beside, (row, float(share))))
        for at, share in enumerate(shares)
    )


def front_scenarios(fewest: int, most: int, points: int) -> tuple[Scenario, ...]:
    """Scenarios from the fewest enterprises told anything to those of the cheapest plan, the fewest first.

    Args:
        fewest, most: ends of the front; `points` how many along it, two or more, fewer where the ends are close.
    """
    limits = sorted({int(limit) for limit in np.linspace(fewest, max(fewest, most), points).round()})
    return tuple(
        Scenario(name=f"told-{limit:05d}", title=f"≤ {limit}", asked=Asked(most_told=limit)) for limit in limits
    )


def upgrade_scenarios(frame: pd.DataFrame, *, refile: bool, most: int = 0) -> tuple[Scenario, ...]:
    """For every enterprise of one grade below the best, a scenario in which it rises by one.

    Args:
        frame: the list.
        refile: whether its filed measures of the old grade are taken back with it.
        most: only so many enterprises, those with the largest emissions; 0: all.
    """
    below = frame[frame["grade"].isin([str(item) for item in RISES])]
    frame = below[below["enterprise_id"].isin(largest_firms(below, most))] if most else below
    firms = frame[frame["source_kind"].isin(FIRMS)].groupby("enterprise_id", sort=True)
    grades = firms["grade"].first().where(firms["grade"].first() == firms["grade"].last(), "")
    names = firms["enterprise_name"].first()
    rises = {str(before): str(after) for before, after in RISES.items()}
    return tuple(
        _upgrade(str(firm), str(name), str(grade), rises[grade], refile=refile)
        for firm, name, grade in zip(grades.index, names, grades, strict=True)
        if grade in rises
    )


def exemption_scenarios(frame: pd.DataFrame) -> tuple[Scenario, ...]:
    """For every enterprise that is exempt, white-listed or guaranteed, a scenario in which it is not."""
    spared = (frame["exempt_through"] != "none") | (frame["guarantee"] != "none") | frame["white_listed"].astype(bool)
    firms = frame[spared & (frame["enterprise_id"] != "")].drop_duplicates("enterprise_id").sort_values("enterprise_id")
    return tuple(
        Scenario(
            name=f"exempt-{firm}",
            title=str(name),
            rows=(
                RowChange(
                    where=(("enterprise_id", (str(firm),)),),
                    put=(("exempt_through", "none"), ("guarantee", "none"), ("white_listed", "0")),
                ),
            ),
        )
        for firm, name in firms[["enterprise_id", "enterprise_name"]].itertuples(index=False, name=None)
    )


def _upgrade(firm: str, name: str, before: str, after: str, *, refile: bool) -> Scenario:
    change = RowChange(where=(("enterprise_id", (firm,)),), put=(("grade", after),), refile=refile)
    return Scenario(name=f"upgrade-{firm}", title=f"{name} {before}→{after}", rows=(change,))
