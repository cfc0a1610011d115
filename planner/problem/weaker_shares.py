"""Firms of several lines that file fewer halted lines than the rules' share asks of them together."""

from collections.abc import Iterable

import numpy as np
import pandas as pd

from planner.errors import Finding, Place, Severity, finding
from planner.problem.records import Flags, Floats, ShareRuleTable
from planner.terms import Level

__all__ = ["check_weaker_shares"]

TINY = 1e-6
PERCENT = 100.0


def check_weaker_shares(
    frame: pd.DataFrame, table: ShareRuleTable, halted: Flags, level: Level, file: str
) -> Iterable[Finding]:
    """A warning for every firm whose filed halts weigh less than a share rule asks, the widest gap of it.

    Lines that are filed at a lower load stay in operation and count for nothing here.

    Args:
        frame: the counted rows of a list.
        table: what `find_share_rules` finds for them at the level.
        halted: (n,) rows whose filed measure is a halt.
        level: the level.
        file: name of the list.

    Reference: rules of measure `halt_lines`.
    """
    filed, total = _filed_weights(table, halted), _filed_weights(table, np.ones(len(frame), dtype=np.bool_))
    gap = np.where(total > 0.0, (table.required - filed) / np.where(total > 0.0, total, 1.0), 0.0)
    told: set[str] = set()
    for at in np.argsort(-gap, kind="stable"):
        first = frame.iloc[int(table.member[table.first_member[at]])]
        if gap[at] <= TINY or first["enterprise_id"] in told:
            continue
        told.add(first["enterprise_id"])
        where = Place(file=file, sheet=str(first["list_sheet"]), row=int(first["list_row"]), column=f"{level}_measure")
        shares = {"filed": _percent(filed[at] / total[at]), "asked": _percent(table.required[at] / total[at])}
        words = {"value": first["enterprise_name"], "level": level} | shares | _of_rule(table, int(at))
        yield finding("plan.filed_fewer_lines_than_rule", Severity.WARNING, where, **words)


def _filed_weights(table: ShareRuleTable, halted: Flags) -> Floats:
    """(rules,) weight of the members that `halted` holds for."""
    weights = np.where(halted[table.member], table.weight, 0.0)
    sums = np.concatenate([[0.0], np.cumsum(weights)])
    return np.asarray(sums[table.first_member[1:]] - sums[table.first_member[:-1]], dtype=np.float64)


def _of_rule(table: ShareRuleTable, at: int) -> dict[str, str]:
    """What a share rule counts and where it stands."""
    start, end = int(table.first_member[at]), int(table.first_member[at + 1])
    counted = bool(np.all(table.weight[start:end] == 1.0))
    return {"lines": str(end - start), "rule": table.citation[at], "basis": "count" if counted else "capacity"}


def _percent(share: float) -> str:
    return f"{share * PERCENT:.4g}"
