"""What is frozen at an issue: the plans of its levels as order lines, read from their stored text alone."""

import json
from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Any

from planner.episode import AttachedPlan, OrderLine, Terms
from planner.errors import FindingsError, finding
from planner.store import Desk, StoredPlan
from planner.terms import Level

__all__ = ["attached", "frozen_lines", "plan_lines"]


def attached(desk: Desk, city: str, levels: Iterable[Level], plan_ids: tuple[int, ...]) -> tuple[AttachedPlan, ...]:
    """The plans to attach: those of the numbers given, else of the approved book, one a level.

    Raises:
        FindingsError: where a number is no plan of the city, or no book is approved.
    """
    if plan_ids:
        found = [(number, desk.plan(number)) for number in plan_ids]
        absent = [number for number, plan in found if plan is None or plan.city != city]
        if absent:
            raise FindingsError(tuple(finding("warning.plan.unknown", value=number) for number in absent))
        return tuple(_attached(plan, None) for _, plan in found if plan is not None)
    book = desk.approved_book(city)
    plans = [desk.approved_plan(city, level) for level in levels]
    if book is None or any(plan is None for plan in plans):
        raise FindingsError((finding("warning.plan.no_book", value=city),))
    return tuple(_attached(plan, book) for plan in plans if plan is not None)


def _attached(plan: StoredPlan, book: int | None) -> AttachedPlan:
    assert plan.plan_id is not None  # noqa: S101 - it comes from the store
    return AttachedPlan(
        level=plan.level,
        plan_id=plan.plan_id,
        plan_sha256=plan.plan_sha256,
        list_sha256=plan.list_sha256,
        rules_sha256=plan.rules_sha256,
        book_id=book,
    )


def frozen_lines(desk: Desk, terms: Terms, plans: Iterable[AttachedPlan]) -> Iterator[OrderLine]:
    """The order lines of terms: in each county those of the plan of its level.

    Raises:
        FindingsError: where a plan is gone or is not the one that was attached.
    """
    for item in plans:
        plan = desk.plan(item.plan_id)
        if plan is None or plan.plan_sha256 != item.plan_sha256:
            raise FindingsError((finding("warning.plan.unknown", value=item.plan_id),))
        lines = plan_lines(json.loads(plan.text), item.level, terms)
        yield from (line for line in lines if terms.level_in(line.county) is item.level)


def plan_lines(body: dict[str, Any], level: Level, terms: Terms) -> Iterator[OrderLine]:
    """The lines of a plan's document under the terms of a warning.

    Whatever begins earlier or later than the plan as a whole does so under the warning too; the end is the warning's.
    """
    sources = body["problem"]["sources"]
    counties = dict(zip(sources["source_id"], sources["county_code"], strict=True))
    begins = datetime.fromisoformat(body["start"])
    for row in body["curtailments"]:
        yield OrderLine(
            source_id=row["source_id"],
            owner=row["enterprise_id"] or row["source_id"],
            county=counties[row["source_id"]],
            level=level,
            measures=tuple(row["measures"]),
            kept_share=float(row["kept_share"]),
            start=terms.start + (datetime.fromisoformat(row["start"]) - begins),
            end=terms.end,
            citations=tuple(row["citations"]),
        )
