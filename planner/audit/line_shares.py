"""Shares of an enterprise's lines, counted again from list and rules for the second check."""

import numpy as np
import pandas as pd

from planner.rules import RuleInForce

__all__ = ["firms_short_of_share"]

TINY = 1e-6
SEVERAL = 2


def firms_short_of_share(rows: pd.DataFrame, inside: pd.Series, limit: pd.Series, rule: RuleInForce) -> pd.Series:
    """Whether a row belongs to a firm that keeps more running than a share of its lines allows.

    Several lines that can stop halt whole lines, their number rounded up; any other line lowers its load instead.

    Args:
        rows: running rows with `ordered_kept`.
        inside: rows that the rule speaks of and that are not left alone.
        limit: technical limit of each row's load.
    """
    short = [_short(rows, inside, limit, (float(rule.value), basis)) for basis in rule.rule.basis.split("_and_")]
    return pd.concat(short, axis=1).any(axis=1)


def _short(rows: pd.DataFrame, inside: pd.Series, limit: pd.Series, asked_for: tuple[float, str]) -> pd.Series:
    cut, basis = asked_for
    stops = inside & rows["can_stop"].astype(bool) & (rows["guarantee"] == "none")
    several = stops & (stops.groupby(rows["enterprise_id"]).transform("sum") >= SEVERAL)
    alone_short = inside & ~several & (rows["ordered_kept"] > limit.clip(lower=1.0 - cut) + TINY)
    by_capacity = basis == "capacity"
    weight = rows["capacity_t_per_day"].fillna(0.0) if by_capacity else pd.Series(1.0, index=rows.index)
    firm = rows["enterprise_id"].where(several, "")
    whole = weight.where(several, 0.0).groupby(firm).transform("sum") * cut
    asked = whole if by_capacity else pd.Series(np.ceil(whole - TINY), index=rows.index)
    still = weight.where(several & (rows["ordered_kept"] == 0.0), 0.0).groupby(firm).transform("sum")
    return alone_short | (several & (still < asked - TINY))
