"""The season's account: what each line has stood still and rested so far, what a plan would add, how even that is."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import pandas as pd

from planner.inventory import Inventory
from planner.terms import OperatingStatus, SourceKind

__all__ = ["SeasonAccount", "account_of", "groups_of"]

OWN = ["source_id", "enterprise_id", "enterprise_name", "line_id", "line_name", "county_code", "sub_process", "grade"]
GROUP = ["county_code", "industry", "sub_process", "grade"]
Hours = Mapping[str, float]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class SeasonAccount:
    """The account of a season.

    Attributes:
        lines: one row a line or boiler of the list, in its order: OWN columns of the list, `industry` (key industry,
            else code of the industry), and hours: `warned` under the season's warnings, `told` by an imported ledger,
            `stopped` (both), `rested` off-peak (hours of operation given up, a ledger of its own, never added to the
            others), `added` by a plan.
        has_plan: whether a plan was at hand; without one `added` is 0.
    """

    lines: pd.DataFrame
    has_plan: bool


def account_of(
    inventory: Inventory, warned: Hours, told: Hours, rested: Hours, added: Hours | None = None
) -> SeasonAccount:
    """The account of a list.

    Args:
        warned: hours by source under the season's warnings, part load counted in part.
        told: hours by source of an imported ledger, as `hours_by_source` reads it.
        rested: hours of operation given up off-peak, by source.
        added: hours that a plan would add by source; None: no plan is at hand.
    """
    frame = inventory.frame
    is_line = frame["source_kind"].isin([SourceKind.LINE, SourceKind.BOILER])
    has_hours = frame["source_id"].isin({*warned, *told, *rested})
    kept = frame[is_line & ((frame["status"] == OperatingStatus.RUNNING) | has_hours)]
    lines = kept[OWN].copy()
    lines["industry"] = np.where(kept["key_industry"] == "none", kept["industry_code"], kept["key_industry"])
    for name, hours in (("warned", warned), ("told", told), ("rested", rested), ("added", added or {})):
        lines[name] = lines["source_id"].map(hours).fillna(0.0).astype(float)
    lines["stopped"] = lines["warned"] + lines["told"]
    return SeasonAccount(lines=lines.reset_index(drop=True), has_plan=added is not None)


def groups_of(account: SeasonAccount) -> pd.DataFrame:
    """How even the hours are among the lines of one county, industry, sub-process and grade.

    Returns:
        One row a group of two lines or more: GROUP columns, `firms`, `lines`, hours stopped a line so far `mean`,
        `least`, `most`, and `spread` (most less least); the same with the plan's hours as `mean_after`, `spread_after`.
        The widest spread first.
    """
    lines = account.lines.assign(after=account.lines["stopped"] + account.lines["added"])
    found = lines.groupby(GROUP, sort=True).agg(
        firms=("enterprise_id", "nunique"),
        lines=("source_id", "size"),
        mean=("stopped", "mean"),
        least=("stopped", "min"),
        most=("stopped", "max"),
        mean_after=("after", "mean"),
        least_after=("after", "min"),
        most_after=("after", "max"),
    )
    found["spread"], found["spread_after"] = found["most"] - found["least"], found["most_after"] - found["least_after"]
    several = found[found["lines"] > 1].drop(columns=["least_after", "most_after"]).reset_index()
    return several.sort_values(["spread", "spread_after"], ascending=False, kind="stable").reset_index(drop=True)
