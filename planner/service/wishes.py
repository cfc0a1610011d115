"""What a reader of the panel wishes a plan for, small enough to be a key; and the order in force that it may follow."""

from dataclasses import dataclass, replace
from datetime import date, datetime

from planner.episode import AirWarning
from planner.errors import FindingsError, finding
from planner.plan import PlanDocument, status_of
from planner.service.planner import Planner
from planner.service.records import FormerOrder, PlanOutcome, PlanRequest, RobustAsked, WhatIf
from planner.terms import Level, Mode

__all__ = ["OrderInUse", "PlanWish", "order_in_use", "request_of", "stored_plan"]


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanWish:
    """A plan as the panel asks for it.

    Attributes:
        duration_days: 1 or more; None: the default of an alert.
        by_day: whether the cuts are to hold on each day, `notice_hours` after the order (None: the rule's hours).
        failures: how many of the largest ordered reductions of each cut may fail; 0: none.
        order_plan: number of the stored plan whose order is in force and is to be followed; None: none is.
        most_changes: how many enterprises may be told something else than by that order; None: no limit.
        changes: what is different in a what-if; empty: none.
    """

    city: str
    level: Level
    mode: Mode
    on: date
    duration_days: int | None = None
    by_day: bool = False
    notice_hours: float | None = None
    failures: int = 0
    order_plan: int | None = None
    most_changes: int | None = None
    changes: tuple[WhatIf, ...] = ()

    @property
    def is_plain(self) -> bool:
        """Whether nothing is asked beside city, level, mode and day."""
        return self == PlanWish(city=self.city, level=self.level, mode=self.mode, on=self.on)


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderInUse:
    """What is in force in a city: the warning, and the number of the plan behind its highest level."""

    warning: AirWarning
    level: Level
    plan_id: int
    since: datetime


def request_of(planner: Planner, wish: PlanWish) -> PlanRequest:
    """The request of a wish.

    Raises:
        FindingsError: where the plan of the order in force is absent or refused.
    """
    request = PlanRequest(
        city=wish.city,
        level=wish.level,
        mode=wish.mode,
        on=wish.on,
        duration_days=wish.duration_days,
        changes=wish.changes,
        by_day=wish.by_day,
        notice_hours=wish.notice_hours if wish.by_day else None,
    )
    if wish.failures:
        request = replace(request, robust=RobustAsked(failures=wish.failures))
    if wish.order_plan is None:
        return request
    document = _document(planner, wish.order_plan)
    return replace(request, from_order=FormerOrder(document=document, most_changes=wish.most_changes))


def stored_plan(planner: Planner, plan_id: int) -> PlanOutcome:
    """A plan of the store as an outcome, once the referee has passed it.

    Raises:
        FindingsError: where there is no such plan, or it is refused.
    """
    stored = planner.store.plan(plan_id)
    if stored is None:
        raise FindingsError((finding("warning.plan.unknown", value=plan_id),))
    document = planner.read_plan(stored.text)
    return PlanOutcome(
        status=status_of(document.plan, document.report.gap),
        document=document,
        text=stored.text,
        findings=(),
        audit=document.audit,
        seconds=0.0,
        plan_id=plan_id,
        is_demo=False,
    )


def order_in_use(planner: Planner, city: str, now: datetime) -> OrderInUse | None:
    """The live order in force in a city, None where there is none; an exercise is no order."""
    banner = planner.desk(city).banner(now)
    if banner.warning is None or banner.in_force is None or banner.is_exercise:
        return None
    plans = sorted(banner.in_force.plans, key=lambda item: item.level.rank)
    if not plans:
        return None
    last = plans[-1]
    return OrderInUse(warning=banner.warning, level=last.level, plan_id=last.plan_id, since=banner.in_force.since)


def _document(planner: Planner, plan_id: int) -> PlanDocument:
    found = stored_plan(planner, plan_id).document
    assert found is not None  # noqa: S101 - stored plans hold one
    return found
