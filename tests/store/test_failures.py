"""A database that fails says so in findings, and nobody sees a traceback or a password."""

import sqlite3
from pathlib import Path

import pytest
from sqlalchemy import make_url
from sqlalchemy.exc import DBAPIError, InternalError, OperationalError
from sqlalchemy.exc import TimeoutError as PoolTimeoutError

from planner.errors import Finding, FindingsError
from planner.store import open_store
from planner.store.failures import failures_as_findings, finding_of_failure
from tests.store.made import MIGRATIONS, new_list

SERVER = make_url("postgresql+psycopg://planner:secret@server/store")


class ServerError(Exception):
    """An error of PostgreSQL's driver, as far as the store looks at it."""

    def __init__(self, sqlstate: str | None) -> None:
        super().__init__("first line\nsecond line")
        self.sqlstate = sqlstate


def refusal(address: str) -> Finding:
    """The one finding of an address that cannot be opened."""
    with pytest.raises(FindingsError) as refused:
        open_store(address, MIGRATIONS)
    (found,) = refused.value.findings
    return found


@pytest.mark.parametrize(
    ("address", "code"),
    [
        ("", "store.url.unreadable"),
        ("planner.db", "store.url.unreadable"),
        ("sqlite://host/planner.db", "store.url.unreadable"),
        ("postgresql://server:port/store", "store.url.unreadable"),
        ("oracle://server/store", "store.url.other_database"),
        ("sqlite://", "store.url.memory"),
        ("sqlite:///:memory:", "store.url.memory"),
        ("postgresql+nodriver://server/store", "store.url.unreadable"),
    ],
)
def test_an_address_that_names_no_store_is_a_finding(address: str, code: str) -> None:
    assert refusal(address).code == code


def test_a_missing_driver_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "psycopg", None)
    found = refusal("postgresql+psycopg://planner:secret@server/store")
    assert (found.code, dict(found.values)["driver"]) == ("store.driver.missing", "psycopg")


def test_a_folder_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    found = refusal(f"sqlite:///{tmp_path / 'file' / 'planner.db'}")
    assert (found.code, found.value) == ("store.folder.unwritable", str(tmp_path / "file"))


def test_a_folder_that_is_missing_is_made(tmp_path: Path) -> None:
    open_store(f"sqlite:///{tmp_path / 'a' / 'b' / 'planner.db'}", MIGRATIONS).close()
    assert (tmp_path / "a" / "b" / "planner.db").exists()


def test_a_folder_in_place_of_the_file_is_a_finding(tmp_path: Path) -> None:
    assert refusal(f"sqlite:///{tmp_path}").code == "store.file.unopenable"


def test_a_file_that_is_no_database_is_left_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "planner.db"
    path.write_bytes(b"source_id,enterprise_id\n" * 100)
    found = refusal(f"sqlite:///{path}")
    assert (found.code, found.value) == ("store.file.not_a_database", str(path))
    assert path.read_bytes() == b"source_id,enterprise_id\n" * 100


def test_a_database_that_may_only_be_read_is_a_finding(tmp_path: Path) -> None:
    path = tmp_path / "planner.db"
    open_store(f"sqlite:///{path}", MIGRATIONS).close()
    store = open_store(f"sqlite:///file:{path}?mode=ro&uri=true", MIGRATIONS)
    with pytest.raises(FindingsError, match=r"store\.file\.read_only"):
        store.add_list(new_list())
    store.close()


@pytest.mark.parametrize(
    ("raw", "code"),
    [
        (ServerError("08006"), "store.server.unreachable"),
        (ServerError("23505"), "store.write.refused"),
        (ServerError("28P01"), "store.server.unreachable"),
        (ServerError("40P01"), "store.database.busy"),
        (ServerError("XX000"), "store.database.failed"),
        (ServerError(None), "store.database.failed"),
    ],
)
def test_a_servers_error_is_told_by_its_code(raw: ServerError, code: str) -> None:
    assert finding_of_failure(InternalError("SELECT 1", None, raw), SERVER).code == code


def test_a_server_that_never_answered_is_unreachable() -> None:
    failure = OperationalError("SELECT 1", None, ServerError(None))
    assert finding_of_failure(failure, SERVER).code == "store.server.unreachable"


def test_a_finding_tells_the_first_line_and_no_password() -> None:
    values = dict(finding_of_failure(DBAPIError("SELECT 1", None, ServerError("08006")), SERVER).values)
    assert values == {"value": "postgresql+psycopg://planner:***@server/store", "reason": "first line"}


def test_an_unreadable_address_does_not_tell_its_password() -> None:
    assert "secret" not in refusal("postgresql//planner:secret@server/store").value


def test_an_unknown_error_of_sqlite_is_told_as_a_failure() -> None:
    raw = sqlite3.OperationalError("no such table")
    raw.sqlite_errorcode = sqlite3.SQLITE_ERROR
    found = finding_of_failure(OperationalError("SELECT 1", None, raw), make_url("sqlite:///planner.db"))
    assert (found.code, found.value) == ("store.database.failed", "planner.db")


def test_a_pool_without_a_free_connection_is_busy() -> None:
    with pytest.raises(FindingsError, match=r"store\.database\.busy"), failures_as_findings(SERVER):
        raise PoolTimeoutError


def test_mistakes_of_the_program_stay_what_they_are() -> None:
    with pytest.raises(KeyError), failures_as_findings(SERVER):
        raise KeyError
