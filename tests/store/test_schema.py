"""The scripts in migrations/ make the tables that the code knows, once, on every kind of database."""

import io
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from sqlalchemy import Engine, create_engine, text

from planner.errors import FindingsError
from planner.store import open_store, upgrade
from planner.store.engine import make_engine
from planner.store.migrating import migration_config
from planner.store.schema import refuse_outdated
from planner.store.tables import METADATA
from tests.store.made import CITY, MIGRATIONS, new_list

CHANGING = {"accounts"}
SHAPES = "SELECT type, name, tbl_name, sql FROM sqlite_master WHERE type IN ('table', 'index') ORDER BY name"


def upgraded(address: str) -> Iterator[Engine]:
    upgrade(address, MIGRATIONS)
    made = make_engine(address)
    yield made
    made.dispose()


@pytest.fixture
def engine(address: str) -> Iterator[Engine]:
    """A database with the newest schema."""
    yield from upgraded(address)


@pytest.fixture
def sqlite_engine(sqlite_address: str) -> Iterator[Engine]:
    """A SQLite file with the newest schema."""
    yield from upgraded(sqlite_address)


def shapes(engine: Engine) -> list[tuple[str, str, list[str]]]:
    """Every table and index as SQLite spells it, checks and names of constraints included, but alembic's own."""
    with engine.begin() as connection:
        found = connection.execute(text(SHAPES)).all()
    return [(kind, name, clauses(sql or "")) for kind, name, table, sql in found if table in METADATA.tables]


def clauses(sql: str) -> list[str]:
    """The clauses of a CREATE statement, whatever their order."""
    return sorted(clause.strip(" \t\n") for clause in sql.removesuffix("\n)").split(", \n"))


def run_alembic(engine: Engine, step: str) -> None:
    config = migration_config(MIGRATIONS)
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        getattr(command, step)(config, "head" if step == "upgrade" else "base")


def test_the_scripts_make_what_the_code_knows(engine: Engine) -> None:
    with engine.connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection), METADATA) == []


def test_alembic_itself_finds_nothing_left_to_do(engine: Engine) -> None:
    config = migration_config(MIGRATIONS)
    config.stdout = io.StringIO()
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        command.check(config)
    assert "No new upgrade operations" in config.stdout.getvalue()


def test_checks_and_names_of_constraints_are_the_same_too(sqlite_engine: Engine, tmp_path: Path) -> None:
    direct = create_engine(f"sqlite:///{tmp_path / 'direct.db'}")
    METADATA.create_all(direct)
    assert shapes(sqlite_engine) == shapes(direct)
    direct.dispose()


def test_upgrading_again_writes_nothing(sqlite_address: str, tmp_path: Path) -> None:
    upgrade(sqlite_address, MIGRATIONS)
    before = (tmp_path / "planner.db").read_bytes()
    upgrade(sqlite_address, MIGRATIONS)
    assert (tmp_path / "planner.db").read_bytes() == before


def test_a_store_that_is_opened_again_holds_what_it_held(sqlite_address: str) -> None:
    first = open_store(sqlite_address, MIGRATIONS)
    version = first.add_list(new_list())
    first.close()
    second = open_store(sqlite_address, MIGRATIONS)
    assert second.newest_list(CITY) == version
    second.close()


def test_the_schema_goes_down_and_up_again(sqlite_engine: Engine) -> None:
    before = shapes(sqlite_engine)
    run_alembic(sqlite_engine, "downgrade")
    assert shapes(sqlite_engine) == []
    run_alembic(sqlite_engine, "upgrade")
    assert shapes(sqlite_engine) == before


def test_a_script_that_fails_leaves_nothing_behind(sqlite_address: str, tmp_path: Path) -> None:
    broken = copied_migrations(tmp_path)
    (script,) = (broken / "versions").glob("0001_*.py")
    failing = script.read_text("utf-8").replace("def downgrade", "    raise RuntimeError\n\n\ndef downgrade")
    script.write_text(failing, "utf-8")
    with pytest.raises(RuntimeError):
        upgrade(sqlite_address, broken)
    assert tables_of(tmp_path / "planner.db") == []


def test_upgrading_is_silent(sqlite_address: str, capfd: pytest.CaptureFixture[str]) -> None:
    upgrade(sqlite_address, MIGRATIONS)
    assert capfd.readouterr() == ("", "")


def test_a_database_of_a_later_planner_is_left_alone(engine: Engine, address: str) -> None:
    with engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(FindingsError) as refused:
        open_store(address, MIGRATIONS)
    assert [(item.code, item.value) for item in refused.value.findings] == [("store.schema.newer", "9999")]


def test_a_database_that_its_keeper_did_not_upgrade_is_refused(sqlite_address: str) -> None:
    empty = make_engine(sqlite_address)
    with pytest.raises(FindingsError, match=r"store\.schema\.outdated"):
        refuse_outdated(empty, MIGRATIONS)
    upgrade(sqlite_address, MIGRATIONS)
    refuse_outdated(empty, MIGRATIONS)
    empty.dispose()


def test_a_database_of_another_program_is_left_alone(sqlite_address: str, tmp_path: Path) -> None:
    with sqlite3.connect(tmp_path / "planner.db") as connection:
        connection.execute("CREATE TABLE bookmarks (name TEXT)")
    connection.close()
    with pytest.raises(FindingsError, match=r"store\.file\.foreign"):
        open_store(sqlite_address, MIGRATIONS)
    assert tables_of(tmp_path / "planner.db") == ["bookmarks"]


def test_a_folder_without_scripts_is_a_finding(sqlite_address: str, tmp_path: Path) -> None:
    with pytest.raises(FindingsError, match=r"store\.migrations\.absent"):
        upgrade(sqlite_address, tmp_path)


def test_a_folder_with_odd_signs_in_its_name_is_read(sqlite_address: str, tmp_path: Path) -> None:
    upgrade(sqlite_address, copied_migrations(tmp_path / "100% of: it"))
    assert "plans" in tables_of(tmp_path / "planner.db")


def test_postgresql_gets_a_guard_for_each_table() -> None:
    written = io.StringIO()
    config = Config(output_buffer=written)
    config.set_main_option("script_location", str(MIGRATIONS))
    config.attributes["dialect_name"] = "postgresql"
    command.upgrade(config, "head", sql=True)
    tables = set(METADATA.tables) - CHANGING
    guards = [f"BEFORE UPDATE OR DELETE OR TRUNCATE ON {table} FOR EACH STATEMENT" for table in tables]
    assert not [guard for guard in guards if guard not in written.getvalue()]


def copied_migrations(folder: Path) -> Path:
    """A copy of the scripts that a test may break."""
    copied = folder / "migrations"
    (copied / "versions").mkdir(parents=True)
    for source in (MIGRATIONS / "env.py", *(MIGRATIONS / "versions").glob("*.py")):
        (copied / source.relative_to(MIGRATIONS)).write_bytes(source.read_bytes())
    return copied


def tables_of(path: Path) -> list[str]:
    connection = sqlite3.connect(path)
    found = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name").fetchall()
    connection.close()
    return [name for (name,) in found]
