"""Other processes at the same desk: forked from one server that has read everything, so that they start at once."""

import multiprocessing
import os
import signal
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from itertools import count
from multiprocessing.connection import Connection
from multiprocessing.context import ForkServerContext
from types import ModuleType
from typing import Any

from planner.episode import ActKind, Role
from planner.errors import FindingsError
from planner.service.assets import assets_folder
from planner.service.desk import Person, WarningDesk
from planner.service.law import Law
from planner.sources import read_rulebook
from planner.store import Store, open_store
from planner.terms import Level
from tests.service.desk.made import CITY, NOW, START, ask, led_to_signature, signature, terms
from tests.store.made import MIGRATIONS, new_list, new_plan

__all__ = ["ACTS", "STOPPED", "acting_until_killed", "desk_at", "press", "together"]

RULEBOOK, _ = read_rulebook(assets_folder() / "rules")
COUNTIES = frozenset({"140403", "140404", "140405"})
PATIENCE_SECONDS = 60.0
Told = tuple[str, str]


def desk_at(store: Store) -> WarningDesk:
    """The desk of the demo city over a store, without reading a rule again."""
    assert RULEBOOK is not None
    return WarningDesk(store=store, law=Law(store=store, rulebook=RULEBOOK), city=CITY, counties=COUNTIES)


def context() -> ForkServerContext:
    """The server that forks; what it forks has this module in memory and no connection of anybody else."""
    made = multiprocessing.get_context("forkserver")
    made.set_forkserver_preload([__name__, "psycopg"])
    return made


@contextmanager
def plain_main() -> Iterator[None]:
    """A child would run pytest's own start script again before its work; here it finds none."""
    kept = sys.modules["__main__"]
    sys.modules["__main__"] = ModuleType("__main__")
    try:
        yield
    finally:
        sys.modules["__main__"] = kept


def press(address: str, place: int, asked: dict[str, Any], gate: Any) -> tuple[Any, ...]:
    """What one officer is told who presses a button as soon as all stand ready."""
    store = open_store(address, MIGRATIONS)
    who = Person(name=f"officer {place}" if asked.pop("apart", True) else "one officer", role=Role.ISSUER)
    gate.wait()
    try:
        outcome = ask(desk_at(store), person=who, **asked)
        told = tuple((item.code, dict(item.values)) for item in outcome.findings)
        version = outcome.warning.version if outcome.warning else 0
    except FindingsError as error:
        return False, 0, "", 0, tuple((item.code, dict(item.values)) for item in error.findings)
    else:
        return outcome.is_done, outcome.orders, outcome.trace_sha256, version, told
    finally:
        store.close()


def _pressed(address: str, place: int, asked: dict[str, Any], gate: Any, line: Connection) -> None:
    line.send(press(address, place, asked, gate))


def together(address: str, officers: int, asked: dict[str, Any]) -> list[tuple[Any, ...]]:
    """What each of so many processes is told; all press at the same moment."""
    made = context()
    gate, lines, running = made.Barrier(officers), [], []
    for place in range(officers):
        ours, theirs = made.Pipe(duplex=False)
        child = made.Process(target=_pressed, args=(address, place, dict(asked), gate, theirs))
        with plain_main():
            child.start()
        theirs.close()
        lines.append(ours)
        running.append(child)
    told = [line.recv() for line in lines if line.poll(PATIENCE_SECONDS)]
    for child in running:
        child.join(PATIENCE_SECONDS)
    return told


BEGIN: Told = ("begin", "")
"""Sent right before an act, so that it can be killed in the middle."""


def import_lists(store: Store, name: str) -> Iterable[Told]:
    """Lists imported one after the other: the version of each that was acknowledged."""
    for turn in count():
        content = f"{name}-{turn}\n".encode() * 20_000
        yield BEGIN
        yield "version", str(store.add_list(new_list(content, city=CITY)).version)


def keep_plans(store: Store, name: str) -> Iterable[Told]:
    """Plans stored one after the other: their numbers."""
    for turn in count():
        new = new_plan(f"{name}-{turn}", text=f'"{name}-{turn}"' * 5000)
        yield BEGIN
        yield "plan", str(store.add_plan(new))


def lead(store: Store, last: ActKind) -> Iterable[Told]:
    """Warnings led again and again up to an act: number and version of each that was acknowledged."""
    desk = desk_at(store)
    for place in count(len(desk.warnings())):
        number = led_to_signature(desk, 1, terms(**_day(place)))
        if last is not ActKind.ISSUE:
            _told(desk, number, ActKind.ISSUE)
        if last is ActKind.ADJUST:
            led_to_signature(desk, 2, terms(Level.ORANGE, **_day(place)), number)
        if last is ActKind.LIFT:
            ask(desk, ActKind.PROPOSE, number, is_lift=True)
            ask(desk, ActKind.REVIEW, number)
            ask(desk, ActKind.SIGN, number, signature=signature())
        yield BEGIN
        yield _told(desk, number, last)


def _day(place: int) -> dict[str, datetime]:
    """A warning's own time: of two that hold at once over one area only one is carried out."""
    return {"start": START + timedelta(days=place), "end": START + timedelta(days=place, hours=20)}


def _told(desk: WarningDesk, number: str, kind: ActKind) -> Told:
    outcome = ask(desk, kind, number, at=NOW + timedelta(minutes=1))
    assert outcome.is_done, outcome.findings
    return number, str(outcome.warning.version)


ACTS: dict[str, Callable[[Store, str], Iterable[Told]]] = {
    "import": import_lists,
    "plan": keep_plans,
    "issue": lambda store, _: lead(store, ActKind.ISSUE),
    "adjust": lambda store, _: lead(store, ActKind.ADJUST),
    "lift": lambda store, _: lead(store, ActKind.LIFT),
}
"""What a process does without end until somebody kills it."""


STOPPED = "stopped"
"""Told by a process whose database is gone, with the code of the finding."""


def _act(address: str, act: str, name: str, line: Connection) -> None:
    store = open_store(address, MIGRATIONS)
    try:
        for told in ACTS[act](store, name):
            line.send(told)
    except FindingsError as error:
        line.send((STOPPED, error.findings[0].code))


def acting_until_killed(
    address: str, act: str, name: str, seconds: float, kill: Callable[[], None] | None = None
) -> list[Told]:
    """What a process told of before a blow, which comes so long after it began an act; its first act is left whole.

    Args:
        kill: the blow; SIGKILL to the process itself where it is left out.
    """
    made = context()
    ours, theirs = made.Pipe(duplex=False)
    child = made.Process(target=_act, args=(address, act, name, theirs))
    with plain_main():
        child.start()
    theirs.close()
    told = [ours.recv() for _ in range(3)]
    child.join(seconds)
    if kill is None:
        os.kill(child.pid or 0, signal.SIGKILL)
    else:
        kill()
    child.join(PATIENCE_SECONDS)
    try:
        while True:
            told.append(ours.recv())
    except EOFError:
        return [item for item in told if item != BEGIN]
