"""How a running search is called off from another thread."""

from threading import Event

__all__ = ["Stop"]


class Stop:
    """A search looks here between its steps, several times a second; once asked it gives no plan.

    HiGHS cannot be interrupted through MathOpt 9.15 (its interrupter is ignored): where a problem does not fall apart
    into groups, a search of HiGHS that has begun ends by its own counted limits first.
    """

    def __init__(self) -> None:
        self._event = Event()

    def ask(self) -> None:
        """Calls the search off."""
        self._event.set()

    def asked(self) -> bool:
        """Whether the search was called off."""
        return self._event.is_set()
