"""The wish that follows from where a reader of the panel is and what the reader chose."""

from planner.panel import Address
from planner.panel.plan_options import PLAIN, PlanOptions
from planner.service.planner import Planner
from planner.service.records import WhatIf
from planner.service.wishes import OrderInUse, PlanWish

__all__ = ["wish_of"]


def wish_of(
    planner: Planner, address: Address, options: PlanOptions, order: OrderInUse | None, change: WhatIf | None = None
) -> PlanWish:
    """The plan that a reader wishes.

    Args:
        order: the order in force, which is followed where the options say so.
        change: what is different in a what-if.
    """
    followed = order if options.follows_order else None
    return PlanWish(
        city=address.city,
        level=address.level,
        mode=address.mode,
        on=planner.today(),
        duration_days=None if options.days == PLAIN.days else options.days,
        by_day=options.by_day,
        notice_hours=float(options.notice_hours) if options.by_day else None,
        failures=options.failures,
        order_plan=followed.plan_id if followed else None,
        most_changes=options.most_changes if followed else None,
        changes=(change,) if change else (),
    )
