"""A small shelf of answers, shared by all readers, the least used thrown away first."""

from collections import OrderedDict
from collections.abc import Callable
from threading import Lock
from typing import Generic, TypeVar

__all__ = ["Shelf"]

Key = TypeVar("Key")
Answer = TypeVar("Answer")


class Shelf(Generic[Key, Answer]):
    """Answers by key; asked again, they come back at once.

    Args:
        most: number of answers kept.
    """

    def __init__(self, most: int) -> None:
        self._most = most
        self._answers: OrderedDict[Key, Answer] = OrderedDict()
        self._lock = Lock()

    def find(self, key: Key) -> Answer | None:
        """The answer kept for a key, None where there is none."""
        with self._lock:
            if key in self._answers:
                self._answers.move_to_end(key)
            return self._answers.get(key)

    def keep(self, key: Key, make: Callable[[], Answer]) -> Answer:
        """The answer kept for a key, made and kept where there is none; the making holds nobody up."""
        found = self.find(key)
        if found is not None:
            return found
        made = make()
        with self._lock:
            self._answers[key] = made
            while len(self._answers) > self._most:
                self._answers.popitem(last=False)
        return made
