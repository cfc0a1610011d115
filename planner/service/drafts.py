"""Draft orders: what each enterprise, fleet and site of a stored plan is told, kept once beside the plan."""

import json
from collections.abc import Iterator
from dataclasses import asdict
from datetime import datetime
from typing import Any

from planner.plan import Curtailment, PlanDocument, plan_sha256
from planner.store import Store, StoredOrder
from planner.terms import BEIJING, POLLUTANTS

__all__ = ["draft_orders", "keep_drafts"]

DRAFT = "draft_unsigned"


def keep_drafts(document: PlanDocument, store: Store) -> int | None:
    """The number of the stored plan whose draft orders are kept now; None where the store does not hold the plan.

    Keeping them again changes nothing; nothing is solved.
    """
    digest = plan_sha256(document)
    entries = store.plans(document.problem.header.city_slug)
    plan_id = next((entry.plan_id for entry in entries if entry.plan_sha256 == digest), None)
    if plan_id is not None:
        store.add_orders(plan_id, draft_orders(document, digest, plan_id))
    return plan_id


def draft_orders(document: PlanDocument, plan_sha256: str, plan_id: int) -> tuple[StoredOrder, ...]:
    """One draft for each enterprise, and one for each fleet and site, in order of county and name of the addressee."""
    made = datetime.now(BEIJING)
    return tuple(
        StoredOrder(
            number=f"{plan_sha256[:8]}-{index:05d}",
            plan_id=plan_id,
            enterprise_id=rows[0].enterprise_id,
            county_code=county,
            text=json.dumps(_order(document, plan_sha256, rows), ensure_ascii=False, sort_keys=True),
            created_at=made,
        )
        for index, (county, rows) in enumerate(_by_addressee(document), start=1)
    )


def _by_addressee(document: PlanDocument) -> Iterator[tuple[str, list[Curtailment]]]:
    sources = document.problem.sources
    county = dict(zip(sources.source_id, sources.county_code, strict=True))
    groups: dict[tuple[str, str], list[Curtailment]] = {}
    for row in document.plan.curtailments:
        groups.setdefault((county[row.source_id], row.enterprise_id or row.source_id), []).append(row)
    for (code, _), rows in sorted(groups.items()):
        yield code, rows


def _order(document: PlanDocument, plan_sha256: str, rows: list[Curtailment]) -> dict[str, Any]:
    return {
        "state": DRAFT,
        "plan_sha256": plan_sha256,
        "level": str(document.problem.header.level),
        "rows": [_row(row) for row in rows],
        **_grades(document, rows[0].enterprise_id),
    }


def _grades(document: PlanDocument, enterprise_id: str) -> dict[str, Any]:
    """What moved the firm's grade of late; nothing where it did not move."""
    moves = [move for move in document.problem.moves if move.is_recent and move.enterprise_id == enterprise_id]
    told = [{**asdict(move), "from_day": move.from_day.isoformat()} for move in moves]
    return {"grade_moves": told} if told else {}


def _row(row: Curtailment) -> dict[str, Any]:
    names = [str(item) for item in POLLUTANTS]
    return {
        "source_id": row.source_id,
        "measures": list(row.measures),
        "kept_share": row.kept_share,
        "start": row.start.isoformat(),
        "end": row.end.isoformat() if row.end else None,
        "reduction_kg_per_day": dict(zip(names, row.reduction_kg_per_day, strict=True)),
        "citations": list(row.citations),
    }
