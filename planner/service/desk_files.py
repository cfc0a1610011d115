"""Files of the warning desk: receipts that counties send back, contacts for calls, lists for text messages."""

import csv
import io
from collections.abc import Iterable
from datetime import datetime
from pathlib import Path

from planner.errors import FindingsError, finding
from planner.service.console import read_text
from planner.service.desk import CallRow, Deed, Evaluation, Receipt, WarningView, last_receipts, latest_orders, may_do
from planner.service.planner import Planner
from planner.terms import BEIJING

__all__ = ["call_csv", "call_rows", "contacts", "hours_csv", "read_receipts"]

HEADERS = {
    "order_number": ("通知编号",),
    "owner": ("统一社会信用代码", "enterprise_id"),
    "state": ("回执状态",),
    "at": ("时间",),
    "reason": ("理由",),
}
STATES = {
    "送达": "delivered",
    "已送达": "delivered",
    "签收": "acknowledged",
    "确认": "acknowledged",
    "异议": "contested",
}
CALL_COLUMNS = ("county_code", "owner", "name", "contact_name", "contact_phone", "order_number", "kind", "state")


def read_receipts(path: Path, now: datetime) -> tuple[Receipt, ...]:
    """The receipts of a CSV file (UTF-8): order_number or owner, state, and at and reason where wanted.

    Args:
        now: the time of rows that name none.

    Raises:
        FindingsError: where it is no such table, with every time that cannot be read.
    """
    table = csv.DictReader(io.StringIO(read_text(path).lstrip("\ufeff")))
    names = {header: _known(header) for header in table.fieldnames or ()}
    if "state" not in names.values() or not {"order_number", "owner"} & set(names.values()):
        raise FindingsError((finding("warning.receipt.header", value=", ".join(table.fieldnames or ())),))
    rows = [
        {names[key]: (value or "").strip() for key, value in row.items() if key is not None and names.get(key)}
        for row in table
    ]
    times = [_moment(row.get("at", ""), now) for row in rows]
    bad = [
        finding("warning.receipt.time", value=rows[place]["at"], row=place + 2)
        for place, at in enumerate(times)
        if at is None
    ]
    if bad:
        raise FindingsError(tuple(bad))
    return tuple(
        _receipt(row, at, place + 2) for place, (row, at) in enumerate(zip(rows, times, strict=True)) if at is not None
    )


def contacts(planner: Planner, city: str) -> dict[str, tuple[str, str, str]]:
    """Name, contact and telephone of each enterprise of the city's list in use; empty where it cannot be read.

    Whose role does not allow it is told the names alone.
    """
    try:
        frame = planner.current_list(city).inventory.frame
    except FindingsError:
        return {}
    named = frame[frame["enterprise_id"] != ""].drop_duplicates("enterprise_id")
    may_call = planner.person is None or may_do(planner.person, Deed.READ_CONTACTS)
    named = named if may_call else named.assign(contact_name="", contact_phone="")
    cells = (named[name].fillna("").astype(str) for name in ("enterprise_name", "contact_name", "contact_phone"))
    return dict(zip(named["enterprise_id"].astype(str), zip(*cells, strict=True), strict=True))


def call_rows(planner: Planner, view: WarningView) -> tuple[list[tuple[str, str, str, str, str]], int, bytes]:
    """For the page of a warning: its newest orders, how many are not acknowledged, and the call sheet as CSV.

    An order is told by number, county code, name, kind and state of its last receipt.
    """
    number, city = view.warning.warning_id, view.warning.city
    desk, names = planner.desk(city), contacts(planner, city) if view.orders else {}
    last = last_receipts(desk.receipts(number))
    rows = [
        (
            item.number,
            item.county_code,
            names.get(item.owner, (item.owner,))[0],
            item.kind,
            last[item.number].state if item.number in last else "",
        )
        for item in latest_orders(view.orders)
    ]
    sheet = desk.call_sheet(number, names)
    return rows, len(sheet), call_csv(sheet).encode()


def call_csv(rows: Iterable[CallRow]) -> str:
    """The call sheet as CSV with a byte order mark, as office programs and gateways of text messages read it.

    A cell never begins as a formula does.
    """
    written = io.StringIO()
    writer = csv.writer(written, lineterminator="\r\n")
    writer.writerow(CALL_COLUMNS)
    for row in rows:
        writer.writerow([_plain(str(getattr(row, name))) for name in CALL_COLUMNS])
    return "\ufeff" + written.getvalue()


def hours_csv(found: Evaluation) -> str:
    """The hours that lines stood still under a warning, as the season's ledger reads them (`plan --season`)."""
    rows = (f"{source},{hours:.2f}\n" for source, hours in found.line_hours)
    return "source_id,stopped_hours\n" + "".join(rows)


def _plain(text: str) -> str:
    return f"'{text}" if text[:1] in ("=", "+", "-", "@", "\t", "\r") else text


def _known(header: str) -> str:
    said = header.strip()
    return next((name for name, others in HEADERS.items() if said == name or said in others), "")


def _moment(text: str, now: datetime) -> datetime | None:
    if not text:
        return now
    try:
        found = datetime.fromisoformat(text)
    except ValueError:
        return None
    return found if found.tzinfo else found.replace(tzinfo=BEIJING)


def _receipt(row: dict[str, str], at: datetime, number: int) -> Receipt:
    return Receipt(
        order_number=row.get("order_number", ""),
        owner=row.get("owner", ""),
        state=STATES.get(row["state"], row["state"]),
        at=at,
        reason=row.get("reason", ""),
        row=number,
    )
