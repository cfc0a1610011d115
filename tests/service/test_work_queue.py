"""One queue for long work: shared by those who ask the same, left without harm to others, called off at once."""

import threading
import time

import pytest

from planner.service.work_queue import Task, TaskState, WorkQueue

PATIENCE = 10.0


def until_stopped(task: Task[str]) -> str:
    while not task.stop.asked():
        time.sleep(0.01)
    return "given up"


def test_two_who_ask_the_same_get_one_answer() -> None:
    queue, begun = WorkQueue(1), []
    gate = threading.Event()

    def work(_: Task[str]) -> str:
        begun.append(1)
        gate.wait(PATIENCE)
        return "plan"

    first, second = queue.ask("k", work, "ann"), queue.ask("k", work, "bob")
    gate.set()
    assert first.wait(PATIENCE)
    assert (first is second, first.answer(), len(begun)) == (True, "plan", 1)


def test_who_calls_off_waits_no_second_and_gets_no_answer() -> None:
    task = WorkQueue(1).ask("k", until_stopped, "ann")
    began = time.monotonic()
    task.leave("ann")
    assert task.is_called_off
    assert time.monotonic() - began < 1.0
    with pytest.raises(RuntimeError):
        task.answer()


def test_work_goes_on_while_somebody_else_waits_for_it() -> None:
    queue, gate = WorkQueue(1), threading.Event()
    task = queue.ask("k", lambda _: "plan" if gate.wait(PATIENCE) else "", "ann")
    queue.ask("k", until_stopped, "bob")
    task.leave("ann")
    gate.set()
    assert task.wait(PATIENCE)
    assert task.answer() == "plan"


def test_what_was_called_off_can_be_asked_again() -> None:
    queue = WorkQueue(1)
    queue.ask("k", until_stopped, "ann").leave("ann")
    again = queue.ask("k", lambda _: "plan", "ann")
    assert again.wait(PATIENCE)
    assert again.answer() == "plan"


def test_a_person_is_served_before_what_nobody_waits_for() -> None:
    queue, gate, order = WorkQueue(1), threading.Event(), []
    queue.ask("first", lambda _: str(gate.wait(PATIENCE)), "ann")
    ahead = queue.ask("ahead", lambda _: str(order.append("ahead")))
    asked = queue.ask("asked", lambda _: str(order.append("asked")), "bob")
    gate.set()
    assert asked.wait(PATIENCE)
    assert ahead.wait(PATIENCE)
    assert order == ["asked", "ahead"]


def test_a_failure_is_told_to_whoever_waits() -> None:
    def work(_: Task[str]) -> str:
        raise ValueError("no list")

    task = WorkQueue(1).ask("k", work, "ann")
    assert task.wait(PATIENCE)
    assert task.state is TaskState.FAILED
    with pytest.raises(ValueError, match="no list"):
        task.answer()
