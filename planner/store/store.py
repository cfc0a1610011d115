"""The one door to the database: each method is one transaction, all of it or nothing."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TypeVar

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import IntegrityError

from planner.store import (
    books,
    confirmations,
    grades,
    list_readings,
    lists,
    matches,
    orders,
    plans,
    rules,
    scenario_files,
    sweeps,
    trace,
)
from planner.store.book_records import BookApproval, BookEntry, StoredBook
from planner.store.desk import Desk
from planner.store.desk_records import TraceEntry
from planner.store.engine import READING, make_engine
from planner.store.failures import failures_as_findings
from planner.store.list_readings import ListOriginal, StoredAnswer
from planner.store.matches import StoredMatch
from planner.store.records import ListVersion, NewList, PlanEntry, StoredConfirmation, StoredOrder, StoredPlan
from planner.store.scenario_files import ScenarioFile
from planner.store.schema import bring_up, refuse_outdated
from planner.store.sweeps import StoredOutcome
from planner.terms import Level

__all__ = ["Store", "open_store"]

Answer = TypeVar("Answer")

ATTEMPTS = 30
"""How often a writer looks again when another took the key it was about to use; PostgreSQL alone lets that happen."""


class Store:
    """List versions, rule versions, confirmations, plans and orders of all cities. Safe to share between threads.

    Every method raises FindingsError with codes `store.…` where the database fails or refuses.
    """

    def __init__(self, engine: Engine, entry: TraceEntry | None = None) -> None:
        self._engine = engine
        self._entry = entry
        self._reader = engine.execution_options(**{READING: True})

    def traced(self, entry: TraceEntry) -> "Store":
        """The same store, whose new lists, grades, confirmations and approvals each leave this entry in the trace.

        The entry is written in the transaction of what it speaks of: both are there or neither.
        """
        return Store(self._engine, entry)

    def add_list(self, new: NewList) -> ListVersion:
        """The next version of the city's list; the newest one where its bytes are the same."""
        lists.refuse_other_bytes(new)
        return self._keep(lambda connection: lists.add_version(connection, new))

    def list_versions(self, city: str) -> tuple[ListVersion, ...]:
        """All versions of a city's list, the first one first."""
        return self._read(lambda connection: lists.versions_of(connection, city))

    def newest_list(self, city: str) -> ListVersion | None:
        """The newest version of a city's list, None where none was imported."""
        return self._read(lambda connection: lists.newest_version(connection, city))

    def list_content(self, city: str, version: int) -> bytes:
        """The bytes of a version as they were read, checked against their hash."""
        return self._read(lambda connection: lists.content_of(connection, city, version))

    def add_answer(self, answer: StoredAnswer) -> None:
        """Keeps what somebody said about the columns of a template; the newest word of a template holds."""
        self._write(lambda connection: list_readings.add_answer(connection, answer))

    def answers(self, city: str) -> tuple[StoredAnswer, ...]:
        """The newest answer about each template of a city."""
        return self._read(lambda connection: list_readings.answers_of(connection, city))

    def add_list_read(self, new: NewList, original: ListOriginal) -> ListVersion:
        """The next version of the city's list, with the workbook that it was read from."""
        lists.refuse_other_bytes(new)
        return self._keep(lambda connection: list_readings.add_list_read(connection, new, original))

    def list_original(self, city: str, version: int) -> ListOriginal | None:
        """The workbook that a version was read from, None where the version is the file itself."""
        return self._read(lambda connection: list_readings.original_of(connection, city, version))

    def add_matches(self, added: tuple[StoredMatch, ...]) -> None:
        """Keeps a person's words on pairs of firms, all or none."""
        self._keep(lambda connection: matches.add_matches(connection, added))

    def matches(self, city: str, kind: str) -> tuple[StoredMatch, ...]:
        """A city's words on pairs with a kind of register, the first one first."""
        return self._read(lambda connection: matches.matches_of(connection, city, kind))

    def add_grades(self, new: NewList) -> ListVersion:
        """The next set of the city's grade moves; the newest one where its bytes are the same."""
        lists.refuse_other_bytes(new)
        return self._keep(lambda connection: grades.add_set(connection, new))

    def grade_versions(self, city: str) -> tuple[ListVersion, ...]:
        """All sets of a city's grade moves, the first one first."""
        return self._read(lambda connection: grades.sets_of(connection, city))

    def newest_grades(self, city: str) -> ListVersion | None:
        """The newest set of a city's grade moves, None where none was imported."""
        return self._read(lambda connection: grades.newest_set(connection, city))

    def grade_content(self, city: str, version: int) -> bytes:
        """The bytes of a set as they were read, checked against their hash."""
        return self._read(lambda connection: grades.content_of_set(connection, city, version))

    def add_rules(self, sha256: str, text: str, recorded_at: datetime) -> None:
        """Keeps a rule version under its hash; a known hash keeps its first text and time."""
        self._write(lambda connection: rules.add_version(connection, sha256, text, recorded_at))

    def rules_text(self, sha256: str) -> str | None:
        """The text of a rule version, None where the store does not hold it."""
        return self._read(lambda connection: rules.text_of(connection, sha256))

    def add_confirmation(self, new: StoredConfirmation) -> None:
        """Keeps a city's word on a value of law, or that it takes one back; every word is a row of its own."""
        self._keep(lambda connection: confirmations.add_confirmation(connection, new))

    def confirmations(self, city: str) -> tuple[StoredConfirmation, ...]:
        """All words of a city, the first one first."""
        return self._read(lambda connection: confirmations.confirmations_of(connection, city))

    def add_plan(self, record: StoredPlan) -> int:
        """The plan's number. The first plan of a request key stays; its rule version must be there already."""
        return self._write(lambda connection: plans.add_plan(connection, record))

    def find_plan(self, request_key: str) -> StoredPlan | None:
        """The plan that answers a request, None where none does yet."""
        return self._read(lambda connection: plans.plan_by_key(connection, request_key))

    def plan(self, plan_id: int) -> StoredPlan | None:
        """The plan with this number, None where there is none."""
        return self._read(lambda connection: plans.plan_by_number(connection, plan_id))

    def plan_numbers(self) -> tuple[int, ...]:
        """The numbers of all plans of all cities, the first one first."""
        return self._read(plans.numbers_of_all)

    def book_numbers(self) -> tuple[int, ...]:
        """The numbers of all books of all cities, the first one first."""
        return self._read(books.numbers_of_all)

    def plans(self, city: str) -> tuple[PlanEntry, ...]:
        """A city's plans without their texts, the first one first."""
        return self._read(lambda connection: plans.entries_of(connection, city))

    def add_book(self, record: StoredBook) -> int:
        """The book's number, its plans kept with it. The first book of a request key stays."""
        return self._write(lambda connection: books.add_book(connection, record))

    def find_book(self, request_key: str) -> StoredBook | None:
        """The book that answers a request, None where none does yet."""
        return self._read(lambda connection: books.book_by_key(connection, request_key))

    def book(self, book_id: int) -> StoredBook | None:
        """The book with this number, None where there is none."""
        return self._read(lambda connection: books.book_by_number(connection, book_id))

    def book_text(self, book_id: int) -> str | None:
        """A book's own document without its plans, None where there is no such book."""
        return self._read(lambda connection: books.text_of(connection, book_id))

    def books(self, city: str) -> tuple[BookEntry, ...]:
        """A city's books without their texts, the first one first."""
        return self._read(lambda connection: books.entries_of(connection, city))

    def approve_book(self, new: BookApproval) -> None:
        """Makes a book the one in use in its city from now on; every approval is a row of its own."""
        self._keep(lambda connection: books.add_approval(connection, new))

    def book_approvals(self, city: str) -> tuple[BookApproval, ...]:
        """All approvals of a city's books, the first one first; the last one holds."""
        return self._read(lambda connection: books.approvals_of(connection, city))

    def approved_plan(self, city: str, level: Level) -> StoredPlan | None:
        """The plan of a level in the city's approved book, None where none is approved; no search, no list is asked."""
        return self._read(lambda connection: books.approved_plan(connection, city, level))

    def add_orders(self, plan_id: int, added: tuple[StoredOrder, ...]) -> None:
        """Keeps the orders of a plan, all or none; the same order again changes nothing."""
        self._write(lambda connection: orders.add_orders(connection, plan_id, added))

    def orders(self, plan_id: int) -> tuple[StoredOrder, ...]:
        """The orders of a plan in the order in which they were added."""
        return self._read(lambda connection: orders.orders_of(connection, plan_id))

    def at_desk(self, work: Callable[[Desk], Answer]) -> Answer:
        """What the work answers; everything that it does at the desk is one transaction, begun anew on a collision.

        Args:
            work: must do nothing outside the desk, for it may be begun more than once.
        """
        return self._write(lambda connection: work(Desk(connection)))

    def look_at_desk(self, work: Callable[[Desk], Answer]) -> Answer:
        """What the work reads; it sees one state of the database and writes nothing."""
        return self._read(lambda connection: work(Desk(connection)))

    @property
    def place(self) -> str:
        """Where the store is: a file, or an address without its password."""
        url = self._engine.url
        sqlite = url.get_backend_name() == "sqlite"
        return (url.database or "") if sqlite else url.render_as_string(hide_password=True)

    def close(self) -> None:
        """Closes every connection; the store opens new ones if it is used again."""
        self._engine.dispose()

    def add_outcome(self, new: StoredOutcome) -> bool:
        """Keeps what came of a scenario; False where it was answered before, whose answer then stands."""
        return self._write(lambda connection: sweeps.add_outcome(connection, new))

    def add_outcomes(self, new: tuple[StoredOutcome, ...]) -> int:
        """Keeps the answers of several scenarios in one transaction; how many had none yet."""
        return self._write(lambda connection: sweeps.add_outcomes(connection, new))

    def outcome_keys(self, sweep_key: str) -> frozenset[str]:
        """The scenarios of a sweep that have an answer."""
        return self._read(lambda connection: sweeps.outcome_keys(connection, sweep_key))

    def outcomes(self, sweep_key: str) -> tuple[StoredOutcome, ...]:
        """The answers of a sweep, by scenario key."""
        return self._read(lambda connection: sweeps.outcomes_of(connection, sweep_key))

    def add_scenario_file(self, new: ScenarioFile) -> bool:
        """Keeps a file of scenarios; False where the city has this very text."""
        return self._write(lambda connection: scenario_files.add_scenario_file(connection, new))

    def scenario_files(self, city: str) -> tuple[ScenarioFile, ...]:
        """The kept files of a city, the first kept first."""
        return self._read(lambda connection: scenario_files.scenario_files_of(connection, city))

    def _read(self, work: Callable[[Connection], Answer]) -> Answer:
        with failures_as_findings(self._engine.url), self._reader.begin() as connection:
            return work(connection)

    def _keep(self, work: Callable[[Connection], Answer]) -> Answer:
        """A transaction with its entry in the trace, where the store has one to write."""
        entry = self._entry
        return self._write(work if entry is None else lambda connection: _with_entry(connection, work, entry))

    def _write(self, work: Callable[[Connection], Answer]) -> Answer:
        with failures_as_findings(self._engine.url):
            for _ in range(ATTEMPTS):
                try:
                    return self._written(work)
                except IntegrityError:
                    continue
            return self._written(work)

    def _written(self, work: Callable[[Connection], Answer]) -> Answer:
        with self._engine.begin() as connection:
            return work(connection)


def _with_entry(connection: Connection, work: Callable[[Connection], Answer], entry: TraceEntry) -> Answer:
    answer = work(connection)
    trace.append_entry(connection, entry)
    return answer


def open_store(address: str, migrations: Path) -> Store:
    """The store at an address, with the newest schema.

    Args:
        address: SQLAlchemy's URL. A SQLite file is made or upgraded; a PostgreSQL database must have been upgraded
            with `planner db upgrade`.
        migrations: the folder of alembic's env.py and versions.

    Raises:
        FindingsError: the address names no database, or one that cannot be reached, written or understood.
    """
    engine = make_engine(address)
    try:
        if engine.dialect.name == "sqlite":
            bring_up(engine, migrations)
        else:
            refuse_outdated(engine, migrations)
    except Exception:
        engine.dispose()
        raise
    return Store(engine)
