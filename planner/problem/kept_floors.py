"""Floors under what several sources keep running together: the shape that four families share."""

import numpy as np
import pandas as pd

from planner.problem.records import Floats, PlanProblem
from planner.problem.side_record import SideRows, no_rows, of_stopped_share, starts_of
from planner.problem.side_tables import KeptTable

__all__ = ["join_floors", "kept_floors", "kept_side"]


def kept_floors(quantity: Floats, asked: Floats, key: pd.Series, citation: str) -> KeptTable | None:
    """One floor a key: of its members' quantity at least what they are asked for together keeps running.

    Args:
        quantity: (n,) what each source gives on a normal day, any one unit; 0 or NaN: no member.
        asked: (n,) how much of it is needed, same unit; a floor never asks for more than the whole.
        key: (n,) what each source belongs to.
        citation: rule id.

    Returns:
        The floors in order of their keys, those left out of which nothing is needed; None where none is left.
    """
    given = np.nan_to_num(quantity)
    member = np.flatnonzero(given > 0.0)
    label, floor = np.unique(key.to_numpy(dtype=str)[member], return_inverse=True)
    whole = np.bincount(floor, weights=given[member], minlength=len(label))
    needed = np.bincount(floor, weights=np.nan_to_num(asked)[member], minlength=len(label))
    real = needed > 0.0
    if not real.any():
        return None
    order = np.argsort(floor, kind="stable")
    order = order[real[floor[order]]]
    size = np.bincount(floor[order], minlength=len(label))[real]
    return KeptTable(
        first_member=np.concatenate([[0], np.cumsum(size)]).astype(np.int64),
        member=member[order].astype(np.int64),
        weight=given[member[order]] / whole[floor[order]],
        asked=np.minimum(needed[real] / whole[real], 1.0),
        waived=np.zeros(int(real.sum())),
        citation=(citation,) * int(real.sum()),
        label=tuple(label[real].tolist()),
    )


def join_floors(parts: list[KeptTable]) -> KeptTable | None:
    """The floors of several tables in one, in their order; None where there is none."""
    if not parts:
        return None
    sizes = np.concatenate([np.diff(part.first_member) for part in parts])
    return KeptTable(
        first_member=np.concatenate([[0], np.cumsum(sizes)]).astype(np.int64),
        member=np.concatenate([part.member for part in parts]),
        weight=np.concatenate([part.weight for part in parts]),
        asked=np.concatenate([part.asked for part in parts]),
        waived=np.concatenate([part.waived for part in parts]),
        citation=tuple(name for part in parts for name in part.citation),
        label=tuple(name for part in parts for name in part.label),
    )


def kept_side(problem: PlanProblem, family: str, table: KeptTable | None) -> SideRows:
    """The rows of floors: of weights that add to 1, at most 1 - (asked - waived) stops."""
    if table is None:
        return no_rows()
    count = len(table.label)
    row, option, value = of_stopped_share(problem, starts_of(table.first_member), table.member, -table.weight)
    return SideRows(
        family=(family,) * count,
        label=table.label,
        need=table.asked - table.waived - 1.0,
        row=row,
        option=option,
        value=value,
    )
