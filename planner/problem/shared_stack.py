"""Family 11, shared stacks: the treatment unit of several lines works while any of them runs."""

import numpy as np
import pandas as pd

from planner.problem.records import Floats, PlanProblem
from planner.problem.side_record import SideRows, no_rows, options_of, starts_of
from planner.problem.side_tables import StackTable
from planner.rules import RulesInForce

__all__ = ["RULE", "find_shared_stacks", "shared_stack_side"]

RULE = "national.together.shared_stack"
SEVERAL = 2


def find_shared_stacks(frame: pd.DataFrame, rules: RulesInForce) -> StackTable | None:
    """One row a unit and line i on it: sum over its lines j of w[j] * kept[j] >= least * runs[i].

    Symbols: w[j] share of the unit's normal load that line j brings (by last year's output, or in equal parts where one
    states none), kept[j] share of normal activity, runs[i] 1 unless line i stands still, least the share of its normal
    load below which the unit does not work (`stack_least_load_share`, the greatest of its lines; without it no row).
    So the lines may change by themselves as long as the unit works, and all may stand still together. No text found
    says more of shared stacks than that treatment stops after production only, which is a duty of its own.
    Reference: rule national.together.shared_stack; national.lines.treatment_last.*.
    """
    names = frame["enterprise_id"].astype(str) + "/" + frame["stack_id"].astype(str)
    member = np.flatnonzero((frame["stack_id"] != "").to_numpy(dtype=bool)) if rules.is_on(RULE) else np.zeros(0, int)
    label, unit = np.unique(names.to_numpy(dtype=str)[member], return_inverse=True)
    least = np.zeros(len(label))
    np.maximum.at(least, unit, np.nan_to_num(frame["stack_least_load_share"].to_numpy(dtype=float))[member])
    real = (least > 0.0) & (np.bincount(unit, minlength=len(label)) >= SEVERAL)
    order = np.argsort(unit, kind="stable")
    order = order[real[unit[order]]]
    if not len(order):
        return None
    size = np.bincount(unit[order], minlength=len(label))[real]
    first = np.concatenate([[0], np.cumsum(size)]).astype(np.int64)
    return StackTable(
        first_member=first,
        member=member[order].astype(np.int64),
        weight=_weights(frame["actual_output_t_per_day"].to_numpy(dtype=float)[member[order]], first),
        least=least[real],
        waived=np.zeros(len(order)),
        citation=RULE,
        label=tuple(label[real].tolist()),
    )


def shared_stack_side(problem: PlanProblem) -> SideRows:
    """The rows of the family, one a unit and line: the unit keeps its least load, or the line stands still."""
    table = problem.side.shared_stack if problem.side else None
    if table is None:
        return no_rows()
    unit, count = starts_of(table.first_member), len(table.member)
    row, other = np.nonzero(unit[:, None] == unit[None, :]) if count else (np.zeros(0, int), np.zeros(0, int))
    entry, option = options_of(problem, table.member[other])
    kept = problem.options.kept_share[option]
    own = np.where((row == other)[entry] & (kept <= 0.0), table.least[unit[row[entry]]], 0.0)
    value = own - table.weight[other[entry]] * (1.0 - kept)
    ids, real = problem.sources.source_id, value != 0.0
    return SideRows(
        family=("shared_stack",) * count,
        label=tuple(f"{table.label[at]}|{ids[line]}" for at, line in zip(unit.tolist(), table.member, strict=True)),
        need=table.least[unit] - 1.0 - table.waived,
        row=row[entry][real].astype(np.int64),
        option=option[real],
        value=value[real],
    )


def _weights(output: Floats, first: np.ndarray) -> Floats:
    """Each line's share of its unit's normal load."""
    known = np.nan_to_num(output)
    unit = starts_of(first)
    lacks = np.bincount(unit, weights=known <= 0.0, minlength=len(first) - 1) > 0.0
    weight = np.where(lacks[unit], 1.0, known)
    return np.asarray(weight / np.bincount(unit, weights=weight, minlength=len(first) - 1)[unit])
