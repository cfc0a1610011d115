"""Family 11, upstream and downstream: a line does not run above what its upstream lines feed it."""

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from planner.problem.records import Floats, Indices, PlanProblem
from planner.problem.side_record import SideRows, no_rows, of_stopped_share, starts_of
from planner.problem.side_tables import FeedTable
from planner.rules import RulesInForce

__all__ = ["RULE", "find_upstream_feed", "upstream_feed_side"]

RULE = "national.together.upstream_feed"
TINY = 1e-12


def find_upstream_feed(frame: pd.DataFrame, rules: RulesInForce) -> FeedTable | None:
    """One row a fed line i: 1 - kept[i] >= sum over its upstream lines u of f[i] * w[i, u] * (1 - kept[u]).

    Symbols: kept share of normal activity, f[i] share of the line's feed that comes from its upstream lines
    (`fed_share`; the rest is bought or in stock), w[i, u] part of it that comes from u (`upstream_source_ids`), by last
    year's output, or in equal parts where one of them states none. Upstream lines that do not run feed nobody.
    It holds for lines outside an order too: where they cannot run lower their upstream lines are kept running.
    None where the rule is off or no line is fed.
    Reference: rule national.together.upstream_feed.
    """
    fed = np.flatnonzero(frame["upstream_source_ids"].to_numpy(dtype=str) != "") if rules.is_on(RULE) else np.zeros(0)
    share = np.nan_to_num(frame["fed_share"].to_numpy(dtype=float))
    ids, output = frame["source_id"].to_numpy(dtype=str), frame["actual_output_t_per_day"].to_numpy(dtype=float)
    names = frame["upstream_source_ids"].to_numpy(dtype=str)
    parts = [(line, *_feeders(ids, output, names[line])) for line in fed.astype(int).tolist() if share[line] > 0.0]
    parts = [part for part in parts if len(part[1])]
    if not parts:
        return None
    return FeedTable(
        line=np.array([part[0] for part in parts], dtype=np.int64),
        first_feeder=np.concatenate([[0], np.cumsum([len(part[1]) for part in parts])]).astype(np.int64),
        feeder=np.concatenate([part[1] for part in parts]),
        share=np.concatenate([share[part[0]] * part[2] for part in parts]),
        waived=np.zeros(len(parts)),
        citation=RULE,
        label=tuple(str(frame["source_id"].iloc[part[0]]) for part in parts),
    )


def upstream_feed_side(problem: PlanProblem) -> SideRows:
    """The rows of the family, one a fed line: what stops of it is at least what stops of its feed."""
    table = problem.side.upstream_feed if problem.side else None
    if table is None:
        return no_rows()
    row = np.concatenate([np.arange(len(table.line)), starts_of(table.first_feeder)])
    source = np.concatenate([table.line, table.feeder])
    weight = np.concatenate([np.ones(len(table.line)), -table.share])
    row, option, value = of_stopped_share(problem, row, source, weight)
    return SideRows(
        family=("upstream_feed",) * len(table.label),
        label=table.label,
        need=0.0 - table.waived,
        row=row,
        option=option,
        value=value,
    )


def _feeders(ids: NDArray[np.str_], output: Floats, joined: str) -> tuple[Indices, Floats]:
    """The running upstream lines of a line, in order of the list, and the part of its upstream feed from each."""
    named = np.unique([name.strip() for name in joined.split(";") if name.strip()])
    place = np.minimum(np.searchsorted(ids, named), len(ids) - 1)
    found = place[ids[place] == named].astype(np.int64)
    known = np.nan_to_num(output[found])
    weight = known if np.all(known > 0.0) else np.ones(len(found))
    return found, weight / max(float(weight.sum()), TINY)
