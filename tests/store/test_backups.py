"""Backups: taken while many write, put back whole, refused where they are not what they should be."""

import os
import shutil
import sqlite3
import stat
import subprocess
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from threading import Event

import pytest
from sqlalchemy import select

from planner.errors import FindingsError
from planner.store import Desk, Store, open_store, restore_backup, store_facts, upgrade, write_backup
from planner.store.engine import make_engine
from planner.store.tables import METADATA
from tests.store.made import CITY, MIGRATIONS, NOON, RULES_SHA256, new_list, new_plan
from tests.store.ready import copied_postgresql, ready_postgresql, ready_sqlite
from tests.store.test_trace import entry

__all__ = ["ready_postgresql", "ready_sqlite"]

WRITERS, FEW, MANY = 20, 2, 10


@pytest.fixture
def empty_address(request: pytest.FixtureRequest, address: str, tmp_path: Path) -> str:
    """Another database of the same kind, with the newest schema and nothing in it."""
    if address.startswith("postgresql"):
        return copied_postgresql(request.getfixturevalue("ready_postgresql"))
    shutil.copy(request.getfixturevalue("ready_sqlite"), tmp_path / "other.db")
    return f"sqlite:///{tmp_path / 'other.db'}"


def content(address: str) -> dict[str, list[tuple[object, ...]]]:
    """Every row of every table."""
    engine = make_engine(address)
    with engine.connect() as connection:
        found = {
            name: sorted(map(tuple, connection.execute(select(table)).all()), key=repr)
            for name, table in METADATA.tables.items()
        }
    engine.dispose()
    return found


def fill(store: Store) -> None:
    store.add_list(new_list())
    store.add_plan(new_plan("kept"))
    store.at_desk(lambda desk: desk.append_trace(entry("{}")))


def refusal(work: Callable[[], object]) -> str:
    with pytest.raises(FindingsError) as refused:
        work()
    return refused.value.findings[0].code


@contextmanager
def writing(store: Store) -> Iterator[list[int]]:
    """Twenty writers without a rest; yields how many plans each of them knows to be kept."""
    over, kept = Event(), [0] * WRITERS

    def write(writer: int) -> None:
        while not over.is_set():
            name = f"{writer}-{kept[writer]}"
            store.add_plan(new_plan(name))
            store.at_desk(partial(Desk.append_trace, entry=entry(f'{{"plan":"{name}"}}')))
            kept[writer] += 1

    with ThreadPoolExecutor(WRITERS) as pool:
        running = [pool.submit(write, writer) for writer in range(WRITERS)]
        yield kept
        over.set()
        for item in running:
            item.result()


def plans_of(address: str) -> dict[int, int]:
    """Of each writer the number of its plans that are there, which must be its first ones."""
    store = open_store(address, MIGRATIONS)
    names = [store.plan(item.plan_id or 0).request_key for item in store.plans(CITY)]
    store.close()
    turns: dict[int, list[int]] = {writer: [] for writer in range(WRITERS)}
    for name in names:
        writer, _, turn = name.partition("-")
        turns[int(writer)].append(int(turn))
    assert all(found == list(range(len(found))) for found in turns.values())
    return {writer: len(found) for writer, found in turns.items()}


def back_up_under_load(store: Store, address: str, empty: str, folder: Path, times: int) -> None:
    """Each copy holds all that was acknowledged before it began, of no writer a gap, and a whole chain."""
    before = []
    with writing(store) as kept:
        for turn in range(times):
            before.append(list(kept))
            write_backup(address, folder / f"{turn}.backup")
    for turn in range(times):
        facts = restore_backup(empty, folder / f"{turn}.backup", MIGRATIONS, kept=folder / f"{turn}.replaced")
        there = plans_of(empty)
        assert all(there[writer] >= count for writer, count in enumerate(before[turn]))
        assert facts.first_bad is None
        assert 0 <= sum(there.values()) - facts.entries <= WRITERS


def test_backups_under_load_lose_nothing_that_was_acknowledged(
    store: Store, address: str, empty_address: str, tmp_path: Path
) -> None:
    restore_seed(empty_address)
    back_up_under_load(store, address, empty_address, tmp_path, FEW)


@pytest.mark.slow
def test_ten_backups_under_load_lose_nothing_that_was_acknowledged(
    store: Store, address: str, empty_address: str, tmp_path: Path
) -> None:
    restore_seed(empty_address)
    back_up_under_load(store, address, empty_address, tmp_path, MANY)


def restore_seed(address: str) -> None:
    """A plan that is to be gone after a restore."""
    other = open_store(address, MIGRATIONS)
    other.add_rules(RULES_SHA256, "{}", NOON)
    other.add_plan(new_plan("19-999"))
    other.close()


def test_a_restored_store_holds_row_for_row_what_was_kept(
    store: Store, address: str, empty_address: str, tmp_path: Path
) -> None:
    fill(store)
    write_backup(address, tmp_path / "backup")
    facts = restore_backup(empty_address, tmp_path / "backup", MIGRATIONS)
    assert content(empty_address) == content(address)
    assert facts == store_facts(address)
    assert (facts.entries, facts.first_bad, dict(facts.rows)["plans"]) == (1, None, 1)


def test_a_restored_store_is_guarded_like_any_other(
    store: Store, address: str, empty_address: str, tmp_path: Path
) -> None:
    fill(store)
    write_backup(address, tmp_path / "backup")
    restore_backup(empty_address, tmp_path / "backup", MIGRATIONS)
    engine = make_engine(empty_address)
    with pytest.raises(Exception, match="is never changed"), engine.begin() as connection:
        connection.exec_driver_sql("DELETE FROM trace")
    engine.dispose()


def test_who_has_the_store_open_goes_on_with_what_was_restored(store: Store, address: str, tmp_path: Path) -> None:
    fill(store)
    write_backup(address, tmp_path / "backup")
    store.add_plan(new_plan("later"))
    restore_backup(address, tmp_path / "backup", MIGRATIONS, kept=tmp_path / "replaced")
    assert [store.plan(item.plan_id or 0).request_key for item in store.plans(CITY)] == ["kept"]
    assert store.add_plan(new_plan("after")) > 0


def test_a_store_that_holds_something_is_replaced_only_when_asked_and_kept_then(
    store: Store, address: str, tmp_path: Path
) -> None:
    fill(store)
    write_backup(address, tmp_path / "backup")
    store.add_plan(new_plan("later"))
    before = content(address)
    assert refusal(lambda: restore_backup(address, tmp_path / "backup", MIGRATIONS)) == "store.restore.not_empty"
    assert content(address) == before
    restore_backup(address, tmp_path / "backup", MIGRATIONS, kept=tmp_path / "replaced")
    restore_backup(address, tmp_path / "replaced", MIGRATIONS, kept=tmp_path / "again")
    assert content(address) == before


def test_a_backup_is_for_its_owner_and_never_in_the_place_of_another(
    store: Store, address: str, tmp_path: Path
) -> None:
    write_backup(address, tmp_path / "backup")
    assert stat.S_IMODE((tmp_path / "backup").stat().st_mode) == 0o600
    assert refusal(lambda: write_backup(address, tmp_path / "backup")) == "store.backup.there"
    assert refusal(lambda: write_backup(address, tmp_path / "no" / "folder")) == "store.backup.unwritable"
    assert [item.name for item in tmp_path.iterdir() if "partial" in item.name] == []


def test_what_is_no_backup_is_refused_and_changes_nothing(store: Store, address: str, tmp_path: Path) -> None:
    before, file = content(address), tmp_path / "file"
    assert refusal(lambda: restore_backup(address, file, MIGRATIONS)) == "store.backup.absent"
    for junk in (b"", b"x" * 5000):
        file.write_bytes(junk)
        assert refusal(lambda: restore_backup(address, file, MIGRATIONS)) == "store.backup.foreign"
    write_backup(address, tmp_path / "backup")
    cut = (tmp_path / "backup").read_bytes()
    file.write_bytes(cut[: len(cut) * 2 // 3])
    assert refusal(lambda: restore_backup(address, file, MIGRATIONS)) == "store.backup.damaged"
    assert content(address) == before


def test_a_backup_of_a_later_planner_is_refused(store: Store, address: str, empty_address: str, tmp_path: Path) -> None:
    with store._engine.begin() as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
    write_backup(address, tmp_path / "backup")
    assert refusal(lambda: restore_backup(empty_address, tmp_path / "backup", MIGRATIONS)) == "store.schema.newer"


def test_a_backup_of_another_kind_of_database_is_refused(
    sqlite_address: str, postgresql_address: str, tmp_path: Path
) -> None:
    addresses = (sqlite_address, postgresql_address)
    for place, address in enumerate(addresses):
        upgrade(address, MIGRATIONS)
        write_backup(address, tmp_path / f"{place}.backup")
    for place, address in enumerate(reversed(addresses)):
        code = refusal(lambda: restore_backup(address, tmp_path / f"{place}.backup", MIGRATIONS))  # noqa: B023 - at once
        assert code == "store.backup.foreign"


def test_where_nothing_is_there_is_nothing_to_back_up(sqlite_address: str, tmp_path: Path) -> None:
    assert refusal(lambda: write_backup(sqlite_address, tmp_path / "backup")) == "store.backup.nothing"
    assert list(tmp_path.iterdir()) == []


def test_a_file_of_another_program_is_neither_copied_nor_replaced(tmp_path: Path) -> None:
    other = tmp_path / "other.db"
    with sqlite3.connect(other) as connection:
        connection.execute("CREATE TABLE bookmarks (name TEXT)")
    connection.close()
    assert refusal(lambda: write_backup(f"sqlite:///{other}", tmp_path / "backup")) == "store.backup.nothing"
    upgrade(f"sqlite:///{tmp_path / 'own.db'}", MIGRATIONS)
    write_backup(f"sqlite:///{tmp_path / 'own.db'}", tmp_path / "own")
    assert refusal(lambda: restore_backup(f"sqlite:///{other}", tmp_path / "own", MIGRATIONS)) == "store.file.foreign"
    with sqlite3.connect(other) as connection:
        assert connection.execute("SELECT name FROM sqlite_master").fetchall() == [("bookmarks",)]
    connection.close()


def test_without_postgresqls_programs_it_is_told(
    postgresql_address: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    upgrade(postgresql_address, MIGRATIONS)
    monkeypatch.setenv("PATH", "")
    monkeypatch.setattr("planner.store.postgresql_copies.DEBIAN", tmp_path)
    assert refusal(lambda: write_backup(postgresql_address, tmp_path / "backup")) == "store.backup.tool_missing"


def test_a_program_that_fails_is_told_by_its_words(postgresql_address: str, tmp_path: Path, monkeypatch) -> None:
    upgrade(postgresql_address, MIGRATIONS)
    (tmp_path / "pg_dump").write_text("#!/bin/sh\necho 'server version mismatch' >&2\nexit 1\n")
    (tmp_path / "pg_dump").chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:{os.environ['PATH']}")
    with pytest.raises(FindingsError) as refused:
        write_backup(postgresql_address, tmp_path / "backup")
    assert dict(refused.value.findings[0].values)["reason"] == "server version mismatch"
    assert not (tmp_path / "backup").exists()


def test_no_password_stands_on_a_command_line(
    postgresql_address: str, monkeypatch: pytest.MonkeyPatch, tmp_path
) -> None:
    upgrade(postgresql_address, MIGRATIONS)
    said: list[tuple[list[str], dict[str, str]]] = []
    run = subprocess.run

    def listen(command: list[str], **more: object) -> object:
        said.append((command, dict(more["env"])))
        return run(command, **more)

    monkeypatch.setattr("planner.store.postgresql_copies.subprocess.run", listen)
    write_backup(postgresql_address.replace("postgres@", "postgres:s%40crt@"), tmp_path / "backup")
    assert "s@crt" not in str(said[0][0])
    assert said[0][1]["PGPASSWORD"] == "s@crt"
