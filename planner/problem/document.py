"""PlanProblem as strict JSON text and back: nothing lost, nothing guessed, the same problem the same bytes."""

import hashlib
import json
from dataclasses import MISSING, Field, fields, is_dataclass, replace
from datetime import date, datetime
from enum import Enum
from typing import Any, get_args, get_origin, get_type_hints

import numpy as np

from planner.errors import FindingsError, Place, finding
from planner.problem.records import PlanProblem
from planner.problem.shape import check_shape
from planner.terms import POLLUTANTS

__all__ = [
    "demand_characters",
    "is_default",
    "plain",
    "problem_from_body",
    "problem_from_text",
    "problem_sha256",
    "problem_to_text",
]


def problem_to_text(problem: PlanProblem) -> str:
    """Compact JSON; keys in the order of the records, floats in shortest exact form.

    Raises:
        ValueError: where a number is not finite.
    """
    return json.dumps(problem, default=plain, ensure_ascii=False, allow_nan=False, separators=(",", ":"))


def problem_sha256(text: str) -> str:
    """SHA-256 over the text as hex."""
    return hashlib.sha256(text.encode()).hexdigest()


def problem_from_text(text: str) -> PlanProblem:
    """The problem of a JSON text.

    Raises:
        FindingsError: where the text is not JSON, a key is missing or unknown, a value has another type, or the
            arrays do not fit together.
    """
    try:
        body = json.loads(text, parse_constant=_refuse_constant)
        demand_characters(text, body)
    except (ValueError, RecursionError) as error:
        raise FindingsError((finding("plan.problem_unreadable", value=error),)) from error
    return problem_from_body(body)


def demand_characters(text: str, body: object) -> None:
    """Refuses half a character (a lone surrogate): of what JSON read, only an escape can have made one.

    Raises:
        ValueError: where there is one.
    """
    if "\\u" in text:
        json.dumps(body, ensure_ascii=False).encode()
    else:
        text.encode()


def problem_from_body(body: Any) -> PlanProblem:  # noqa: ANN401 - any JSON value
    """The problem of a JSON object.

    Raises:
        FindingsError: where a key is missing or unknown, a value has another type, or the arrays do not fit together.
    """
    try:
        problem = _with_widths(_read(body, PlanProblem, "problem"))
    except (ValueError, TypeError, OverflowError, RecursionError) as error:
        raise FindingsError((finding("plan.problem_unreadable", value=error),)) from error
    assert isinstance(problem, PlanProblem)  # noqa: S101 - narrows the type for the reader and mypy
    found = check_shape(problem)
    if found:
        raise FindingsError(found)
    return problem


def _with_widths(problem: PlanProblem) -> PlanProblem:
    """JSON's `[]` says nothing of the width of an empty table: it is that of the tables beside it."""
    q, p = len(problem.cohorts.steps), len(POLLUTANTS)
    kilograms = {"base_kg_per_day": p, "floor_kg_per_day": p, "filed_kg_per_day": p}
    return replace(
        problem,
        sources=_widened(problem.sources, {**kilograms, "particles_kg_per_day": 2, "step_option": q}),
        options=_widened(problem.options, {"reduction_kg_per_day": p}),
        cohorts=_widened(problem.cohorts, {"allowed": q}),
        units=_widened(problem.units, {"halts_min": q, "halts_max": q}),
        days=_widened(problem.days, {"full_kg_per_day": p}) if problem.days else None,
        soft=_widened(problem.soft, {"allowed": q}) if problem.soft else None,
    )


def _widened(table: Any, widths: dict[str, int]) -> Any:  # noqa: ANN401 - any table
    empty = {name: width for name, width in widths.items() if getattr(table, name).size == 0}
    return replace(table, **{name: getattr(table, name).reshape(0, width) for name, width in empty.items()})


def _refuse_constant(name: str) -> float:
    raise ValueError(name)


def plain(value: object) -> Any:  # noqa: ANN401 - any JSON value
    """What JSON writes for a record, an array, a day or a choice; tuples and words it writes by itself.

    Raises:
        TypeError: for anything that no record holds.
    """
    if is_dataclass(value) and not isinstance(value, type):
        said = (item for item in fields(value) if not is_default(item, getattr(value, item.name)))
        return {item.name: getattr(value, item.name) for item in said}
    if isinstance(value, np.ndarray):
        return value.tolist()
    if isinstance(value, Enum):
        return str(value.value)
    if isinstance(value, date | datetime):
        return value.isoformat()
    raise TypeError(type(value).__name__)


def is_default(field: Field[Any], value: object) -> bool:
    """A field at its default goes unsaid: a problem written before the field came to be reads and hashes as ever."""
    return field.default is not MISSING and value == field.default


def _read(value: Any, kind: Any, path: str) -> Any:  # noqa: ANN401 - mirrors plain
    if is_dataclass(kind):
        return _read_record(value, kind, path)
    origin = get_origin(kind)
    if origin is np.ndarray:
        return _read_array(value, kind, path)
    if origin is tuple:
        _demand(isinstance(value, list), path, value)
        inner = get_args(kind)[0]
        if inner in (str, int) and set(map(type, value)) <= {inner}:
            return tuple(value)
        return tuple(_read(item, inner, path) for item in value)
    if type(None) in get_args(kind):
        inner = next(item for item in get_args(kind) if item is not type(None))
        return None if value is None else _read(value, inner, path)
    return _read_scalar(value, kind, path)


def _read_record(value: Any, kind: Any, path: str) -> Any:  # noqa: ANN401 - any record
    _demand(isinstance(value, dict), path, value)
    hints = get_type_hints(kind)
    silent = {item.name for item in fields(kind) if item.default is not MISSING} - set(value)
    _demand(set(value) | silent == set(hints), path, sorted(set(value) ^ set(hints)))
    said = {name: hint for name, hint in hints.items() if name not in silent}
    return kind(**{name: _read(value[name], hint, f"{path}.{name}") for name, hint in said.items()})


def _read_array(value: Any, kind: Any, path: str) -> np.ndarray:  # noqa: ANN401 - any JSON value
    wanted = np.dtype(get_args(get_args(kind)[1])[0])
    _demand(isinstance(value, list), path, value)
    array = np.array(value, dtype=wanted if not value else None)
    exact = array.dtype == wanted or (array.dtype.kind == "i" and wanted.kind == "f")
    _demand(exact and bool(np.all(np.isfinite(array))), path, str(array.dtype))
    return array.astype(wanted)


def _read_scalar(value: Any, kind: Any, path: str) -> Any:  # noqa: ANN401 - any JSON scalar
    if kind is float:
        _demand(
            isinstance(value, int | float) and not isinstance(value, bool) and bool(np.isfinite(value)), path, value
        )
        return float(value)
    if kind in (date, datetime):
        _demand(isinstance(value, str), path, value)
        return kind.fromisoformat(value)
    if issubclass(kind, Enum):
        return kind(value)
    _demand(type(value) is kind, path, value)
    return value


def _demand(holds: bool, path: str, value: object) -> None:  # noqa: FBT001 - an assertion with a place
    if not holds:
        place = Place(column=path)
        raise FindingsError((finding("plan.problem_malformed", where=place, value=str(value)[:80]),))
