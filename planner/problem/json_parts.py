"""How a problem is spelled as JSON: compact as it is kept, with sorted keys for the hash, spaced for the reader."""

import json
from dataclasses import dataclass, fields, is_dataclass

import numpy as np

from planner.problem.document import is_default, plain
from planner.problem.records import PlanProblem

__all__ = ["ProblemJson", "problem_json"]

_BETWEEN = ",\n"
"""No JSON string holds a line break as it is: between items it tells commas of the list from commas of the words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ProblemJson:
    """The same JSON three times, in pieces that follow each other: a large city's has 50 MB and is not copied about.

    Attributes:
        compact: keys in the order of the records, no blanks: the text that `problem_to_text` gives.
        canonical: keys sorted, no blanks: what is hashed.
        spaced: keys in the order of the records, a blank behind each comma and colon: what is read.
    """

    compact: tuple[str, ...]
    canonical: tuple[str, ...]
    spaced: tuple[str, ...]

    @property
    def text(self) -> str:
        """The problem as `problem_to_text` gives it."""
        return "".join(self.compact)


def problem_json(problem: PlanProblem) -> ProblemJson:
    """All forms of a problem; each array of numbers and each list of words is spelled once.

    Raises:
        ValueError: where a number is not finite.
    """
    return _of_value(problem)


def _of_value(value: object) -> ProblemJson:
    if is_dataclass(value) and not isinstance(value, type):
        return _of_record(value)
    if isinstance(value, np.ndarray):
        text = json.dumps(value.tolist(), allow_nan=False, separators=(",", ":"))
        return ProblemJson(compact=(text,), canonical=(text,), spaced=(text.replace(",", ", "),))
    if isinstance(value, tuple) and all(type(item) is str for item in value):
        return _of_words(value)
    spaced, compact = (
        json.dumps(value, ensure_ascii=False, allow_nan=False, default=plain, separators=marks)
        for marks in ((", ", ": "), (",", ":"))
    )
    canonical = json.dumps(
        value, ensure_ascii=False, allow_nan=False, default=plain, sort_keys=True, separators=(",", ":")
    )
    return ProblemJson(compact=(compact,), canonical=(canonical,), spaced=(spaced,))


def _of_words(words: tuple[str, ...]) -> ProblemJson:
    text = json.dumps(words, ensure_ascii=False, separators=(_BETWEEN, ":"))
    compact = (text.replace(_BETWEEN, ","),)
    return ProblemJson(compact=compact, canonical=compact, spaced=(text.replace(_BETWEEN, ", "),))


def _of_record(record: object) -> ProblemJson:
    values = {item.name: getattr(record, item.name) for item in fields(record)}  # type: ignore[arg-type]
    said = [item.name for item in fields(record) if not is_default(item, values[item.name])]  # type: ignore[arg-type]
    parts = {name: _of_value(values[name]) for name in said}
    return ProblemJson(
        compact=_object({name: part.compact for name, part in parts.items()}, ",", ":"),
        canonical=_object({name: parts[name].canonical for name in sorted(said)}, ",", ":"),
        spaced=_object({name: part.spaced for name, part in parts.items()}, ", ", ": "),
    )


def _object(parts: dict[str, tuple[str, ...]], comma: str, colon: str) -> tuple[str, ...]:
    """A JSON object of values that are there in pieces."""
    pieces = ["{"]
    for number, (name, part) in enumerate(parts.items()):
        pieces += [f'{comma if number else ""}"{name}"{colon}', *part]
    return (*pieces, "}")
