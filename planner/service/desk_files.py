"""Files that leave the warning desk: contacts for calls, call sheets, text messages, hours for the season's ledger."""

import csv
import io
from collections.abc import Iterable

from planner.episode import OrderRow, order_kind_label
from planner.errors import FindingsError
from planner.service.desk import (
    CallRow,
    Deed,
    Evaluation,
    WarningView,
    last_receipts,
    lines_of_text,
    may_do,
)
from planner.service.planner import Planner
from planner.terms import N_, Phrasebook, inert_cell

__all__ = ["call_csv", "call_rows", "contacts", "hours_csv", "messages_csv", "order_rows"]

CALL_COLUMNS = ("county_code", "owner", "name", "contact_name", "contact_phone", "order_number", "kind", "state")


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
        for item in view.standing
    ]
    sheet = desk.call_sheet(number, names)
    return rows, len(sheet), call_csv(sheet).encode()


def order_rows(planner: Planner, view: WarningView) -> tuple[OrderRow, ...]:
    """The newest order of everybody with its last receipt, by county and owner."""
    names = contacts(planner, view.warning.city) if view.orders else {}
    last = last_receipts(planner.desk(view.warning.city).receipts(view.warning.warning_id))
    return tuple(
        OrderRow(
            number=item.number,
            version=item.version,
            kind=item.kind,
            owner=item.owner,
            name=names.get(item.owner, (item.owner,))[0],
            county_code=item.county_code,
            lines=len(lines_of_text(item.text)),
            plan_sha256=item.plan_sha256,
            trace_sha256=item.trace_sha256,
            state=last[item.number].state if item.number in last else "",
            reason=last[item.number].reason if item.number in last else "",
        )
        for item in view.standing
    )


def call_csv(rows: Iterable[CallRow]) -> str:
    """The call sheet as CSV with a byte order mark, as office programs and gateways of text messages read it.

    A cell never begins as a formula does.
    """
    written = io.StringIO()
    writer = csv.writer(written, lineterminator="\r\n")
    writer.writerow(CALL_COLUMNS)
    for row in rows:
        writer.writerow([inert_cell(str(getattr(row, name))) for name in CALL_COLUMNS])
    return "\ufeff" + written.getvalue()


def messages_csv(rows: Iterable[CallRow], phrasebook: Phrasebook, *, is_exercise: bool) -> str:
    """Text messages (telephone, text) for those who have not acknowledged and have a telephone."""
    written = io.StringIO()
    writer = csv.writer(written, lineterminator="\r\n")
    writer.writerow(("telephone", "text"))
    drill = phrasebook.say(N_("[EXERCISE] ")) if is_exercise else ""
    for row in rows:
        said = phrasebook.say(
            N_(
                "{drill}{name}: order {number} ({kind}) of the heavy-pollution response is not yet acknowledged. "
                "Please carry it out and acknowledge it to your county at once."
            ),
            drill=drill,
            name=row.name or row.owner,
            number=row.order_number,
            kind=order_kind_label(phrasebook, row.kind),
        )
        if row.contact_phone:
            writer.writerow((inert_cell(row.contact_phone), inert_cell(said)))
    return "\ufeff" + written.getvalue()


def hours_csv(found: Evaluation) -> str:
    """The hours that lines stood still under a warning, as the season's ledger reads them (`plan --season`)."""
    rows = (f"{source},{hours:.2f}\n" for source, hours in found.line_hours)
    return "source_id,stopped_hours\n" + "".join(rows)
