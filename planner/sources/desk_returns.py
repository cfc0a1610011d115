"""What counties send back to the desk: receipts of orders (回执) and visits on site (现场核查)."""

from datetime import datetime
from pathlib import Path

from planner.episode import RECEIPT_STATES, Receipt
from planner.errors import Finding, finding
from planner.execution import SiteCheck, VisitOutcome
from planner.sources.desk_table import DeskRow, moment_of, read_desk_table
from planner.sources.ledger_table import Headers

__all__ = ["read_receipts", "read_visits"]

OWNER = ("统一社会信用代码", "信用代码", "enterprise_id")
RECEIPT: Headers = {
    "order_number": ("通知编号", "调度令编号"),
    "owner": OWNER,
    "state": ("回执状态", "状态", "签收情况"),
    "at": ("时间", "签收时间", "回执时间"),
    "reason": ("理由", "异议理由"),
}
STATES = {
    "送达": "delivered",
    "已送达": "delivered",
    "签收": "acknowledged",
    "已签收": "acknowledged",
    "确认": "acknowledged",
    "异议": "contested",
    "有异议": "contested",
}
VISIT: Headers = {
    "owner": OWNER,
    "source_id": ("排放源编号", "生产线编号"),
    "at": ("时间", "核查时间"),
    "inspector": ("核查人", "检查人员"),
    "outcome": ("核查结果", "结果", "落实情况"),
    "note": ("备注", "问题描述", "发现问题"),
}
OUTCOMES = {
    "已落实": VisitOutcome.AS_ORDERED,
    "按要求落实": VisitOutcome.AS_ORDERED,
    "已停产": VisitOutcome.AS_ORDERED,
    "部分落实": VisitOutcome.PARTLY,
    "未停产": VisitOutcome.NOT_STOPPED,
    "未落实": VisitOutcome.NOT_STOPPED,
    "无法进入": VisitOutcome.NO_ENTRY,
    "未能进入": VisitOutcome.NO_ENTRY,
}


def read_receipts(path: Path, now: datetime) -> tuple[tuple[Receipt, ...], tuple[Finding, ...]]:
    """The receipts of a table, and everything that is wrong with it.

    Args:
        path: a table with order_number or owner, and state; at and reason where wanted; or their Chinese names.
        now: the time of rows that name none.
    """

    def receipt(row: DeskRow) -> tuple[Receipt | None, tuple[Finding, ...]]:
        at = moment_of(row.cell("at")) if row.cell("at") else now
        state = STATES.get(row.cell("state"), row.cell("state"))
        told = [*_nobody(row)]
        if at is None:
            told.append(finding("desk.cell.time", where=row.at("at"), value=row.cell("at")))
        if state not in RECEIPT_STATES:
            known = ", ".join(RECEIPT_STATES)
            told.append(finding("warning.receipt.state", where=row.at("state"), value=state, known=known))
        if told or at is None:
            return None, tuple(told)
        number, owner, reason = (row.cell(name) for name in ("order_number", "owner", "reason"))
        return Receipt(order_number=number, owner=owner, state=state, at=at, reason=reason, row=row.place.row), ()

    return read_desk_table(path, RECEIPT, (("order_number", "owner"), ("state",)), receipt)


def read_visits(path: Path) -> tuple[tuple[SiteCheck, ...], tuple[Finding, ...]]:
    """The visits of a table, and everything that is wrong with it.

    Args:
        path: a table with owner, at, inspector and outcome; source_id and note where wanted; or their Chinese names.
    """
    return read_desk_table(path, VISIT, (("owner",), ("at",), ("inspector",), ("outcome",)), _visit)


def _visit(row: DeskRow) -> tuple[SiteCheck | None, tuple[Finding, ...]]:
    at, said = moment_of(row.cell("at")), row.cell("outcome")
    outcome = VisitOutcome(said) if said in list(VisitOutcome) else OUTCOMES.get(said)
    told = [*_nobody(row)]
    if at is None:
        told.append(finding("desk.cell.time", where=row.at("at"), value=row.cell("at")))
    if outcome is None:
        known = "、".join((*VisitOutcome, *OUTCOMES))
        told.append(finding("warning.visit.outcome", where=row.at("outcome"), value=said, known=known))
    if told or at is None or outcome is None:
        return None, tuple(told)
    owner, source, inspector, note = (row.cell(name) for name in ("owner", "source_id", "inspector", "note"))
    return (
        SiteCheck(
            owner=owner, source_id=source, at=at, inspector=inspector, outcome=outcome, note=note, row=row.place.row
        ),
        (),
    )


def _nobody(row: DeskRow) -> tuple[Finding, ...]:
    named = row.cell("order_number") or row.cell("owner")
    return () if named else (finding("desk.cell.nobody", where=row.at("owner")),)
