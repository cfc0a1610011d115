"""Kilograms a tonne of product that no peer comes near: most often a wrong unit."""

from collections.abc import Iterable

import numpy as np
import pandas as pd

from planner.errors import Finding, Severity
from planner.inventory.checked_list import CheckedList, flags
from planner.inventory.list_columns import Offence, cell_findings
from planner.terms import POLLUTANTS, OperatingStatus

__all__ = ["FEWEST_PEERS", "FURTHEST_FACTOR", "check_peers"]

FEWEST_PEERS = 10
FURTHEST_FACTOR = 100.0
"""How many times the median of its peers a quantity a tonne may be; tonnes taken for kilograms are a thousand."""


def check_peers(rows: CheckedList) -> list[Finding]:
    """Warnings for running lines far above the lines of the same process, weighed by their output."""
    output = rows.number("actual_output_t_per_day")
    running = rows.says("status", OperatingStatus.RUNNING) & rows.of_enterprise & flags(output > 0)
    process = (rows.text("key_industry") + "/" + rows.text("sub_process")).to_numpy()
    ground = pd.DataFrame({"running": running, "output": output, "process": process})
    return [item for name in POLLUTANTS for item in _one_pollutant(rows, f"{name}_kg_per_day", ground)]


def _one_pollutant(rows: CheckedList, column: str, ground: pd.DataFrame) -> Iterable[Finding]:
    running, output, process = (ground[name].to_numpy() for name in ("running", "output", "process"))
    kilograms = rows.number(column)
    counted = flags(running) & flags(kilograms > 0)
    rate = pd.Series(kilograms[counted] / output[counted])
    groups = rate.groupby(process[counted], sort=False)
    median = groups.transform("median").to_numpy()
    times = np.full(rows.rows, np.nan)
    times[counted] = np.where(groups.transform("size") >= FEWEST_PEERS, rate.to_numpy() / median, np.nan)

    def judge(position: int, _: str) -> Offence:
        return Offence(code="list.quantity.unlike_peers", values=(("times", f"{times[position]:.0f}"),))

    far = flags(times > FURTHEST_FACTOR)
    return cell_findings(rows.columns[column].read, np.flatnonzero(far), judge, Severity.WARNING)
