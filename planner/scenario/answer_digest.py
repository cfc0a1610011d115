"""A hash over everything that a problem says and the options chosen, from its arrays as they stand."""

from dataclasses import fields, is_dataclass
from functools import lru_cache
from hashlib import sha256

import numpy as np

from planner.problem import PlanProblem
from planner.problem.records import Indices

__all__ = ["answer_digest"]


def answer_digest(problem: PlanProblem, chosen: Indices) -> str:
    """Hexadecimal, the same wherever the same problem gets the same options; spelled as JSON it took ten times longer.

    Two problems that differ in anything but their references, which no answer hangs on, get different ones.
    """
    digest = sha256()
    for item in fields(problem):
        if item.name != "references":
            digest.update(_bytes(getattr(problem, item.name)))
    digest.update(_bytes(chosen))
    return digest.hexdigest()


def _bytes(value: object) -> bytes:
    """Each value with its kind and size before it, so that no two sequences run together."""
    if isinstance(value, np.ndarray):
        body, kind = np.ascontiguousarray(value).tobytes(), f"{value.dtype}{value.shape}"
    elif is_dataclass(value) and not isinstance(value, type):
        body, kind = b"".join(_bytes(getattr(value, item.name)) for item in fields(value)), type(value).__name__
    elif isinstance(value, tuple):
        body, kind = _of_tuple(value), "tuple"
    else:
        body, kind = repr(value).encode(), type(value).__name__
    return f"{kind} {len(body)} ".encode() + body


def _of_tuple(value: tuple[object, ...]) -> bytes:
    if value and all(type(item) is str for item in (value[0], value[-1])):
        spelled = _of_texts(value)
        if spelled:
            return spelled
    return b"".join(_bytes(item) for item in value)


@lru_cache(maxsize=256)
def _of_texts(value: tuple[object, ...]) -> bytes:
    """Of texts alone, else nothing; kept, for the scenarios of a sweep share the names of their sources."""
    return repr(value).encode() if all(type(item) is str for item in value) else b""
