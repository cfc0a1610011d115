"""The shape of a sentence form: which words make one, which may stand with it, and what it then asks for."""

from dataclasses import dataclass

from planner.measures.records import Kind
from planner.measures.vocabulary import Word

__all__ = ["AMOUNTS", "BOUNDS", "ROAD", "STOPS", "TIMES", "TRAFFIC", "Frame", "words"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """One sentence form.

    Attributes:
        name: what it is called in the documentation.
        kind: what it asks for.
        needs: sets of words, of each of which one at least must stand in the clause.
        takes: words that may stand with them; those that carry numbers are read by the builder.
        bars: words with which the clause is no such form.
    """

    name: str
    kind: Kind
    needs: tuple[frozenset[Word], ...]
    takes: frozenset[Word] = frozenset()
    bars: frozenset[Word] = frozenset()


def words(*kinds: Word) -> frozenset[Word]:
    """A set of words."""
    return frozenset(kinds)


BOUNDS = words(Word.AT_LEAST, Word.AT_MOST, Word.BARE_BOUND, Word.ABOUT)
STOPS = words(Word.STOP, Word.HALT)
ROAD = words(Word.VEHICLE, Word.HAULAGE)
TRAFFIC = words(Word.VEHICLE, Word.HAULAGE, Word.PASSAGE, Word.STANDARD, Word.TREATMENT, Word.RUN, Word.TRIPS, Word.OR)
AMOUNTS = words(Word.AMOUNT, Word.HEATS, Word.TRIPS)
TIMES = words(Word.DAILY, Word.WINDOW, Word.NIGHT, Word.DAYS, Word.MONTHLY)
