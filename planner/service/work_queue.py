"""One queue a process for long work: a few threads, people before looking ahead, called off within a second."""

from __future__ import annotations

import heapq
import threading
import time
from collections.abc import Callable
from enum import StrEnum
from typing import Generic, TypeVar, cast

from planner.solve import Stop

__all__ = ["Task", "TaskState", "WorkQueue"]

Answer = TypeVar("Answer")
Work = Callable[["Task[Answer]"], Answer]
FOR_PEOPLE, AHEAD = 0, 1


class TaskState(StrEnum):
    """How far a piece of work has come."""

    WAITING = "waiting"
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"
    CALLED_OFF = "called_off"


class Task(Generic[Answer]):
    """A piece of work, its stage and its answer; several readers may wait for the same one.

    Args:
        key: what is asked; two who ask the same wait for one answer.
        work: gives the answer; looks at `stop` and tells its stages.
    """

    def __init__(self, key: str, work: Work[Answer]) -> None:
        self.key, self.stage = key, ""
        self.stop = Stop()
        self.state = TaskState.WAITING
        self.is_begun = False
        self._work = work
        self._answer: Answer | None = None
        self._over = threading.Event()
        self._asked_at = time.monotonic()
        self._over_at = 0.0
        self._readers: set[str] = set()
        self._error: Exception | None = None

    def tell(self, stage: str) -> None:
        """The stage that begins now."""
        self.stage = stage

    def join(self, reader: str) -> None:
        """One more reader waits for it."""
        self._readers.add(reader)

    def leave(self, reader: str) -> None:
        """A reader waits no longer; it is called off, at once for the readers, when nobody does."""
        self._readers.discard(reader)
        if not self._readers and not self.is_over:
            self.stop.ask()
            self._end(TaskState.CALLED_OFF)

    def wait(self, seconds: float) -> bool:
        """Whether it is over, after waiting so long at most."""
        return self._over.wait(seconds)

    @property
    def is_over(self) -> bool:
        """Whether nothing more will come of it."""
        return self._over.is_set()

    @property
    def is_called_off(self) -> bool:
        """Whether its readers left before it was done."""
        return self.state is TaskState.CALLED_OFF

    @property
    def seconds(self) -> float:
        """Since it was asked, up to its end."""
        return (self._over_at or time.monotonic()) - self._asked_at

    def answer(self) -> Answer:
        """What came of it; raises what its work raised.

        Raises:
            RuntimeError: where it is not done.
        """
        if self._error is not None:
            raise self._error
        if self.state is not TaskState.DONE or self._answer is None:
            raise RuntimeError(self.state)
        return self._answer

    def run(self) -> None:
        """Does the work; what is called off meanwhile gives no answer."""
        if self.is_over:
            return
        self.state = TaskState.RUNNING
        try:
            self._answer = self._work(self)
        except Exception as error:  # noqa: BLE001 - told to whoever waits
            self._error = error
        self._end(TaskState.FAILED if self._error else TaskState.DONE)

    def _end(self, state: TaskState) -> None:
        if not self._over.is_set():
            self.state, self._over_at = state, time.monotonic()
            self._over.set()


class WorkQueue:
    """The tasks of a process.

    Args:
        workers: threads; one of them never works ahead, so that a person does not wait for what nobody asked.
    """

    def __init__(self, workers: int = 2) -> None:
        self._lock = threading.Condition()
        self._waiting: list[tuple[int, int, Task[object]]] = []
        self._tasks: dict[str, Task[object]] = {}
        self._count = 0
        for place in range(workers):
            lowest = FOR_PEOPLE if place == 0 and workers > 1 else AHEAD
            threading.Thread(target=self._serve, args=(lowest,), name=f"planner-{place}", daemon=True).start()

    def ask(self, key: str, work: Work[Answer], reader: str = "") -> Task[Answer]:
        """The task of a key, begun where none is under way.

        Args:
            reader: who waits for it; '': nobody does, it is done ahead when nothing else waits.
        """
        with self._lock:
            found = self._tasks.get(key)
            if found is None or found.is_over:
                found = Task(key, cast("Work[object]", work))
                self._tasks[key] = found
                self._line_up(found, FOR_PEOPLE if reader else AHEAD)
            elif reader and not found.is_begun:
                self._line_up(found, FOR_PEOPLE)
            if reader:
                found.join(reader)
            return cast("Task[Answer]", found)

    def find(self, key: str) -> Task[object] | None:
        """The task of a key that is waiting or under way, None where there is none."""
        with self._lock:
            task = self._tasks.get(key)
            return None if task is None or task.is_over else task

    def ahead_of(self, task: Task[Answer]) -> int:
        """How many tasks of people wait in front of one."""
        with self._lock:
            rank = min((entry[:2] for entry in self._waiting if entry[2] is task), default=(FOR_PEOPLE, 0))
            waiting = {id(other) for *place, other in self._waiting if tuple(place) < rank and not other.is_over}
            return len(waiting)

    def _line_up(self, task: Task[object], urgency: int) -> None:
        self._count += 1
        heapq.heappush(self._waiting, (urgency, self._count, task))
        self._lock.notify_all()

    def _serve(self, lowest: int) -> None:
        while True:
            task = self._next(lowest)
            task.run()
            with self._lock:
                if self._tasks.get(task.key) is task:
                    del self._tasks[task.key]

    def _next(self, lowest: int) -> Task[object]:
        with self._lock:
            while True:
                while self._waiting and (self._waiting[0][2].is_begun or self._waiting[0][2].is_over):
                    heapq.heappop(self._waiting)
                if self._waiting and self._waiting[0][0] <= lowest:
                    task = heapq.heappop(self._waiting)[2]
                    task.is_begun = True
                    return task
                self._lock.wait()
