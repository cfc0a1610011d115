"""What is stored stays: the database itself refuses to change or remove it, whoever asks."""

from dataclasses import replace

import pytest
from sqlalchemy import Connection, func, select, text
from sqlalchemy.exc import IntegrityError

from planner.store import (
    Desk,
    ScenarioFile,
    Store,
    StoredAccount,
    StoredAct,
    StoredAir,
    StoredDaily,
    StoredIdentity,
    StoredOutcome,
    StoredReading,
    StoredReceipt,
    StoredSetting,
    StoredVisit,
    StoredWarning,
    StoredWarningOrder,
)
from planner.store.list_readings import ListOriginal, StoredAnswer
from planner.store.matches import StoredMatch
from planner.store.tables import METADATA
from tests.store.made import CITY, NOON, new_approval, new_book, new_confirmation, new_list, new_orders, new_plan
from tests.store.test_trace import entry

CHANGING = {"accounts"}
"""Failures are counted there, and accounts disabled."""

TABLES = sorted(set(METADATA.tables) - CHANGING)


@pytest.fixture
def full_store(store: Store) -> Store:
    """A row in each table."""
    store.add_list_read(new_list(), ListOriginal(content=new_list().content, answers="{}"))
    store.add_answer(StoredAnswer(city=CITY, template="t", text="{}", recorded_at=NOON))
    store.add_matches((new_match(),))
    key = "e" * 64
    store.add_outcome(StoredOutcome(sweep_key=key, scenario_key=key, outcome="{}", firms=b"", answered_at=NOON))
    kept = ScenarioFile(text_sha256=key, city=CITY, name="n", text="t", kept_by="", kept_at=NOON)
    store.add_scenario_file(kept)
    store.at_desk(fill_desk)
    store.add_grades(new_list())
    store.add_confirmation(new_confirmation())
    plan_id = store.add_plan(new_plan())
    store.add_orders(plan_id, new_orders(plan_id, count=1))
    store.approve_book(new_approval(store.add_book(replace(new_book(), plans=(new_plan(),)))))
    return store


def new_match() -> StoredMatch:
    pair = {"listed": "a", "registered": "b", "same": True, "decided_by": "王", "recorded_at": NOON}
    return StoredMatch(city=CITY, kind="permits", **pair)


def fill_desk(desk: Desk) -> None:
    """A row in each table of the warning desk."""
    head = {"warning_id": "w", "at": NOON}
    desk.add_warning(StoredWarning(warning_id="w", city=CITY, is_exercise=False, opened_at=NOON))
    desk.add_act(StoredAct(**head, number=1, kind="consult", person="王", text="{}"))
    order = {"version": 1, "kind": "start", "owner": "E", "county_code": "140403", "plan_sha256": "", "text": "{}"}
    digest = "d" * 64
    desk.add_orders((StoredWarningOrder(number="1", warning_id="w", trace_sha256=digest, created_at=NOON, **order),))
    desk.add_receipts((StoredReceipt(order_number="1", state="delivered", at=NOON, entered_by="王"),))
    fill_checks(desk, head, digest)
    desk.remember("key", digest, "{}", NOON)
    desk.append_trace(entry())
    desk.put_account(StoredAccount(name="王", password_hash="", role="issuer", county_code=""))
    desk.add_identity(StoredIdentity(identity="w@example.org", account="王", said_by="周", said_at=NOON))
    desk.add_setting(StoredSetting(name="idle.minutes", value="30", said_by="周", said_at=NOON))


def fill_checks(desk: Desk, head: dict[str, object], digest: str) -> None:
    """A row in each table of what is found while a warning is in force."""
    said = {"entered_by": "王", "entered_at": NOON}
    seen = {"owner": "E", "source_id": "", "inspector": "李", "outcome": "partly", "note": ""}
    desk.checks.add_visits((StoredVisit(**head, **seen, **said),))
    read = {"batch": 1, "kind": "meter", "subject": "m", "pollutant": "", "day": "2026-12-05", "amount": 1.0}
    desk.checks.add_readings((StoredReading(warning_id="w", **read, **said),))
    air = {"kind": "measured", "day": "2026-12-05", "aqi": 210, "primary_pollutants": "pm25", "standard": "s"}
    desk.checks.add_air((StoredAir(warning_id="w", **air, missing_hours=0, **said),))
    made = {"day": "2026-12-05", "made_by": "王", "made_at": NOON, "sha256": digest, "text": "{}"}
    desk.checks.add_daily(StoredDaily(warning_id="w", **made))


def refused(store: Store, statement: str) -> None:
    with pytest.raises(IntegrityError, match="is never changed"), store._engine.begin() as connection:
        connection.execute(text(statement))


def rows(connection: Connection, table: str) -> int:
    return connection.execute(select(func.count()).select_from(METADATA.tables[table])).scalar_one()


@pytest.mark.parametrize("table", TABLES)
def test_no_row_can_be_deleted(full_store: Store, table: str) -> None:
    refused(full_store, f"DELETE FROM {table}")  # noqa: S608 - a table of ours
    with full_store._engine.begin() as connection:
        assert rows(connection, table) == 1


@pytest.mark.parametrize("table", TABLES)
def test_no_row_can_be_updated(full_store: Store, table: str) -> None:
    column = next(column.name for column in METADATA.tables[table].columns if not column.primary_key)
    refused(full_store, f"UPDATE {table} SET {column} = {column}")  # noqa: S608 - a table of ours
