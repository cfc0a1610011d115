"""Somebody with the keys of the database changes the trace behind its guards: found, and at the first bad entry."""

import random
from collections.abc import Callable

import pytest
from sqlalchemy import Connection, LargeBinary, String, cast, delete, insert, literal, select, text, type_coerce, update

from planner.episode import ActKind
from planner.errors import FindingsError
from planner.service import Planner
from planner.service.desk import check_trace
from planner.store import Desk, first_bad_entry
from planner.store.desk_tables import TRACE
from planner.store.trace import entries_of, entries_to_check, entry_sha256
from tests.service.desk.made import ask, opened

FEW, MANY, LENGTH = 100, 1_000, 30
NUMBER = TRACE.c.number
EDITED = ("at", "person", "role", "city", "subject", "action", "outcome", "text", "sha256", "previous_sha256")
Tampering = Callable[[Connection, random.Random], int | None]


def unguard(connection: Connection) -> None:
    """What nobody but the keeper of the database can do: the guards are gone."""
    if connection.dialect.name == "postgresql":
        connection.execute(text("ALTER TABLE trace DISABLE TRIGGER ALL"))
        return
    for change in ("update", "delete"):
        connection.execute(text(f"DROP TRIGGER trace_refuse_{change}"))


def edit(connection: Connection, chance: random.Random) -> int | None:
    """A cell changed: bad from that entry on."""
    place, name = chance.randint(1, LENGTH), chance.choice(EDITED)
    value = f"{chance.getrandbits(256):064x}" if name.endswith("sha256") else f"forged {chance.random()}"
    connection.execute(update(TRACE).where(place == NUMBER).values({name: literal(value, String)}))
    return place


def respell(connection: Connection, chance: random.Random) -> int | None:
    """A moment spelled otherwise: the same one in another zone, another one, or none at all."""
    place = chance.randint(1, LENGTH)
    kept = connection.execute(select(type_coerce(TRACE.c.at, String)).where(place == NUMBER)).scalar_one()
    value = chance.choice((kept.replace("T", " "), kept.replace("+00:00", "Z"), "yesterday", "", kept[:-1]))
    connection.execute(update(TRACE).where(place == NUMBER).values(at=literal(value, String)))
    return place


def spoil(connection: Connection, chance: random.Random) -> int | None:
    """Bytes in the place of a text; SQLite alone lets that happen, PostgreSQL gets another edit."""
    if connection.dialect.name == "postgresql":
        return edit(connection, chance)
    place, name = chance.randint(1, LENGTH), chance.choice(EDITED[:-2])
    value = literal(chance.choice((b"\xff\xfe", b"{}")), LargeBinary)
    written = cast(value, String) if chance.random() < 0.5 else value
    connection.execute(update(TRACE).where(place == NUMBER).values({name: written}))
    return place


def rewrite(connection: Connection, chance: random.Random) -> int | None:
    """A cell changed and the entry's own hash renewed: the next one no longer follows; the last one passes."""
    place = chance.randint(1, LENGTH)
    connection.execute(update(TRACE).where(place == NUMBER).values(person=f"forged {chance.random()}"))
    entry = entries_of(connection)[place - 1]
    connection.execute(update(TRACE).where(place == NUMBER).values(sha256=entry_sha256(entry)))
    return place + 1


def remove(connection: Connection, chance: random.Random) -> int | None:
    """An entry gone, those behind it moved up or not."""
    place = chance.randint(1, LENGTH)
    connection.execute(delete(TRACE).where(place == NUMBER))
    if chance.random() < 0.5:
        shift(connection, place + 1, -1)
    return place


def shift(connection: Connection, first: int, by: int) -> None:
    """The numbers from one on moved; through the negative, where none is taken."""
    connection.execute(update(TRACE).where(first <= NUMBER).values(number=-NUMBER))
    connection.execute(update(TRACE).where(NUMBER < 0).values(number=-NUMBER + by))


def add(connection: Connection, chance: random.Random) -> int | None:
    """A forged entry pushed in between, those behind it moved down."""
    place = chance.randint(1, LENGTH)
    shift(connection, place, 1)
    forged = dict(connection.execute(select(TRACE).where(place + 1 == NUMBER)).one()._mapping)
    hashes = {name: f"{chance.getrandbits(256):064x}" for name in ("sha256", "previous_sha256")}
    connection.execute(insert(TRACE).values(forged | hashes | {"number": place, "person": "forged"}))
    return place


def swap(connection: Connection, chance: random.Random) -> int | None:
    """Two entries in each other's place."""
    first, second = sorted(chance.sample(range(1, LENGTH + 1), 2))
    for before, after in ((first, -first), (second, first), (-first, second)):
        connection.execute(update(TRACE).where(before == NUMBER).values(number=after))
    return first


def cut(connection: Connection, chance: random.Random) -> int | None:
    """The end cut off: what is left is whole, and only a head printed elsewhere tells."""
    place = chance.randint(1, LENGTH)
    connection.execute(delete(TRACE).where(place <= NUMBER))
    return place


TAMPERINGS: tuple[Tampering, ...] = (edit, respell, spoil, rewrite, remove, add, swap, cut)


@pytest.fixture
def filled(planner: Planner) -> Planner:
    """A trace of acts and refusals."""
    desk = planner.desk("changzhi")
    number = opened(desk)
    while len(desk.trace()) < LENGTH:
        ask(desk, ActKind.ISSUE, number)
    return planner


def tamper(planner: Planner, times: int) -> None:
    """Each tampering in a transaction that is undone; the head was printed on an order before."""
    chance, head = random.Random(7), check_trace(planner.store)[1]  # noqa: S311 - places, no secrets
    for turn in range(times):
        work = TAMPERINGS[turn % len(TAMPERINGS)]
        with planner.store._engine.connect() as connection, connection.begin() as begun:
            unguard(connection)
            expected = work(connection, chance)
            found = first_bad_entry(entries_to_check(connection), head)
            alone = first_bad_entry(entries_to_check(connection))
            begun.rollback()
        assert found == expected, (work.__name__, turn)
        unseen = work is cut or expected == LENGTH + 1 or (work is remove and expected == LENGTH)
        assert alone == (None if unseen else expected), (work.__name__, turn)
    assert check_trace(planner.store, head)[2] is None


def test_a_hundred_tamperings_are_each_found_at_the_first_bad_entry(filled: Planner) -> None:
    tamper(filled, FEW)


@pytest.mark.slow
def test_a_thousand_tamperings_are_each_found_at_the_first_bad_entry(filled: Planner) -> None:
    tamper(filled, MANY)


def test_a_trace_written_anew_from_its_first_entry_is_found_by_a_printed_head(filled: Planner) -> None:
    head = check_trace(filled.store)[1]
    with filled.store._engine.connect() as connection, connection.begin() as begun:
        unguard(connection)
        entries = [entry for entry in entries_of(connection) if entry.number != LENGTH // 2]
        connection.execute(delete(TRACE))
        again = Desk(connection)
        for entry in entries:
            again.append_trace(entry)
        assert first_bad_entry(entries_of(connection)) is None
        assert first_bad_entry(entries_of(connection), head) == LENGTH
        begun.rollback()


def test_the_head_is_taken_as_it_is_printed(filled: Planner) -> None:
    head = check_trace(filled.store)[1]
    scanned = f"CHANGZHI-2026-001/V1/PLAN:{'A' * 64}/TRACE:{head.upper()}"
    assert [check_trace(filled.store, said)[2] for said in (head, f" {head[:16]} ", head.upper(), scanned)] == [
        None
    ] * 4
    assert check_trace(filled.store, "f" * 16)[2] == LENGTH + 1


@pytest.mark.parametrize("said", ["f" * 15, "g" * 64, "f" * 65, "留痕"])
def test_what_is_no_printed_head_is_told(filled: Planner, said: str) -> None:
    with pytest.raises(FindingsError, match=r"trace\.head\.unreadable"):
        check_trace(filled.store, said)


def test_the_trace_of_a_spoilt_row_is_told_without_a_traceback(filled: Planner) -> None:
    with filled.store._engine.begin() as connection:
        unguard(connection)
        connection.execute(update(TRACE).where(NUMBER == 7).values(at=literal("yesterday", String)))
    assert check_trace(filled.store) == (LENGTH, check_trace(filled.store)[1], 7)
