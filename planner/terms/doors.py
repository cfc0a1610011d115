"""A room's door that loads a name's file when the name is asked for: who needs one use case does not wait for all."""

import sys
from collections.abc import Callable, Mapping
from importlib import import_module

__all__ = ["open_late"]


def open_late(room: str, homes: Mapping[str, str]) -> Callable[[str], object]:
    """The `__getattr__` of a room (PEP 562).

    Args:
        room: the room's module name.
        homes: the module that each public name comes from.
    """

    def find(name: str) -> object:
        if name not in homes:
            raise AttributeError(f"module {room!r} has no attribute {name!r}")
        value = getattr(import_module(homes[name]), name)
        setattr(sys.modules[room], name, value)
        return value

    return find
