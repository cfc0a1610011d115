"""Which lines rest on a day, and how many hours each has rested up to it."""

from datetime import date, timedelta

import pandas as pd

from planner.inventory import Inventory
from planner.problem import OffPeakUse, RestingLine
from planner.season.records import OffPeakPlan, Rest, RestedLine
from planner.terms import OperatingStatus

__all__ = ["off_peak_use", "rested_until", "resting_on"]

ONE_DAY = timedelta(days=1)


def resting_on(plan: OffPeakPlan, day: date) -> tuple[Rest, ...]:
    """The rests that hold on the day, by source."""
    return tuple(rest for rest in plan.rests if rest.first_day <= day <= rest.last_day)


def off_peak_use(plan: OffPeakPlan, inventory: Inventory, day: date, *, in_base: bool) -> OffPeakUse:
    """What a plan that begins on the day makes of the off-peak plan: its resting lines that the list says run.

    Args:
        in_base: rule `national.list.off_peak_in_base`: whether lines that stand stay in the base.
    """
    frame = inventory.frame
    running = set(frame.loc[frame["status"] == OperatingStatus.RUNNING, "source_id"])
    rests = [rest for rest in resting_on(plan, day) if rest.source_id in running]
    return OffPeakUse(
        in_base=in_base,
        document="；".join(dict.fromkeys(rest.document for rest in rests)),
        resting=tuple(
            RestingLine(source_id=rest.source_id, kept_share=rest.kept_share, last_day=rest.last_day) for rest in rests
        ),
    )


def rested_until(plan: OffPeakPlan, inventory: Inventory, day: date) -> tuple[RestedLine, ...]:
    """The ledger's table on a day: every source with a rest begun by then, in order of source_id.

    Days and hours count what the ledger says; whether a line did rest is for its meter to show.
    """
    begun: dict[str, list[Rest]] = {}
    for rest in plan.rests:
        if rest.first_day <= day:
            begun.setdefault(rest.source_id, []).append(rest)
    rows = inventory.frame.set_index("source_id").loc[sorted(begun)]
    return tuple(_rested(str(name), row, begun[str(name)], day) for name, row in rows.iterrows())


def _rested(source_id: str, row: pd.Series, rests: list[Rest], day: date) -> RestedLine:
    days = [(min(rest.last_day, day) - rest.first_day + ONE_DAY).days for rest in rests]
    given_up = sum(count * (1.0 - rest.kept_share) for count, rest in zip(days, rests, strict=True))
    return RestedLine(
        source_id=source_id,
        enterprise_id=str(row["enterprise_id"]),
        enterprise_name=str(row["enterprise_name"]),
        line_id=str(row["line_id"]),
        county_code=str(row["county_code"]),
        days=sum(days),
        hours=float(row["operating_hours"]) * given_up,
        rests_today=any(rest.last_day >= day for rest in rests),
    )
