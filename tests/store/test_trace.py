"""The trace: numbered without a gap, chained, and any tampering found at its first entry."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.store import Store, TraceEntry, first_bad_entry
from planner.store.trace import ZEROS, entry_sha256
from tests.store.made import NOON


def entry(text: str = "{}") -> TraceEntry:
    return TraceEntry(
        at=NOON,
        person="王",
        role="issuer",
        city="changzhi",
        subject="changzhi-2026-001",
        action="warning.issue",
        outcome="done",
        text=text,
    )


def chain(length: int) -> list[TraceEntry]:
    found, previous = [], ZEROS
    for number in range(1, length + 1):
        linked = replace(entry(f'{{"n":{number}}}'), number=number, previous_sha256=previous)
        found.append(replace(linked, sha256=entry_sha256(linked)))
        previous = found[-1].sha256
    return found


CHAIN = chain(12)
EDITS: dict[str, Callable[[TraceEntry], TraceEntry]] = {
    "person": lambda item: replace(item, person="李"),
    "text": lambda item: replace(item, text='{"n":0}'),
    "outcome": lambda item: replace(item, outcome="refused"),
    "hash": lambda item: replace(item, sha256="f" * 64),
    "rehashed": lambda item: replace(item, text="x", sha256=entry_sha256(replace(item, text="x"))),
}


def test_entries_are_numbered_and_chained(store: Store) -> None:
    for number in range(3):
        store.at_desk(lambda desk, number=number: desk.append_trace(entry(str(number))))
    found = store.look_at_desk(lambda desk: desk.trace())
    assert [item.number for item in found] == [1, 2, 3]
    assert first_bad_entry(found) is None
    assert found[0].previous_sha256 == ZEROS


def test_twenty_threads_leave_a_whole_chain(store: Store) -> None:
    with ThreadPoolExecutor(20) as pool:
        list(pool.map(lambda number: store.at_desk(lambda desk: desk.append_trace(entry(str(number)))), range(60)))
    found = store.look_at_desk(lambda desk: desk.trace())
    assert len(found) == 60
    assert first_bad_entry(found) is None


@given(place=st.integers(0, 11), edit=st.sampled_from(sorted(EDITS)))
def test_an_edited_entry_is_found(place: int, edit: str) -> None:
    changed = [*CHAIN[:place], EDITS[edit](CHAIN[place]), *CHAIN[place + 1 :]]
    expected = place + 2 if edit == "rehashed" else place + 1  # the entry itself is sound, the next no longer follows
    assert first_bad_entry(changed, CHAIN[-1].sha256) == expected


@given(place=st.integers(0, 11), other=st.integers(0, 11))
def test_deleted_inserted_and_swapped_entries_are_found(place: int, other: int) -> None:
    deleted = [*CHAIN[:place], *CHAIN[place + 1 :]]
    assert first_bad_entry(deleted, CHAIN[-1].sha256) == place + 1
    inserted = [*CHAIN[:place], CHAIN[other], *CHAIN[place:]]
    assert first_bad_entry(inserted) == (place + 1 if other != place else place + 2)
    swapped = list(CHAIN)
    swapped[place], swapped[other] = swapped[other], swapped[place]
    assert first_bad_entry(swapped) == (None if place == other else min(place, other) + 1)


def test_a_trace_cut_short_is_found_by_a_head_printed_elsewhere() -> None:
    assert first_bad_entry(CHAIN[:7]) is None
    assert first_bad_entry(CHAIN[:7], CHAIN[-1].sha256) == 8
    assert first_bad_entry(CHAIN, CHAIN[3].sha256) is None


@pytest.mark.parametrize("length", [0, 1])
def test_short_chains(length: int) -> None:
    assert first_bad_entry(CHAIN[:length]) is None
