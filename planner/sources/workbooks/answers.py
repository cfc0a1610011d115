"""What people said about the columns of a template, and the fingerprint by which it is known again."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from hashlib import sha256

from planner.inventory import FieldDictionary
from planner.inventory.meaning import (
    KEPT,
    ColumnAnswer,
    ColumnGuess,
    SheetAnswer,
    Sureness,
    fitting_unit,
    read_unit,
)
from planner.inventory.meaning.spelling import folded

__all__ = ["ColumnAnswer", "SheetAnswer", "answered", "template_of"]


def template_of(headers: Sequence[str]) -> str:
    """The fingerprint of a template: 16 hexadecimal digits over its headers in their order."""
    return sha256("\n".join(folded(header) for header in headers).encode()).hexdigest()[:16]


def answered(
    guesses: Sequence[ColumnGuess], letters: Sequence[str], answer: SheetAnswer | None, dictionary: FieldDictionary
) -> tuple[ColumnGuess, ...]:
    """The guesses with the answers in their place: what a person said is sure, but for a unit that tells no amount."""
    if answer is None:
        return tuple(guesses)
    exact = {(item.letter, folded(item.header)): item for item in answer.columns}
    alone = {folded(item.header): item for item in answer.columns}
    counts = Counter(folded(guess.header) for guess in guesses)
    return tuple(
        _one(guess, exact.get((letter, word)) or (alone.get(word) if counts[word] == 1 else None), dictionary)
        for guess, letter in zip(guesses, letters, strict=True)
        for word in (folded(guess.header),)
    )


def _one(guess: ColumnGuess, said: ColumnAnswer | None, dictionary: FieldDictionary) -> ColumnGuess:
    if said is None:
        return guess
    if said.field == guess.field and said.unit == guess.unit_text and guess.sureness is Sureness.SURE:
        return guess
    sure = replace(
        guess,
        field=said.field or KEPT,
        unit=None,
        unit_text=said.unit,
        sureness=Sureness.SURE,
        confidence=1.0,
        why="",
    )
    if not said.unit or said.field not in dictionary.names:
        return sure
    unit = fitting_unit(read_unit(said.unit), dictionary.field(said.field), guess.unit)
    if unit is None:
        return replace(sure, sureness=Sureness.UNSURE, confidence=0.5, why="unit")
    return replace(sure, unit=unit)
