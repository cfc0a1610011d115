"""Columns of words taken out of a frame at once: pandas hands them over one by one, some hundred times slower."""

import numpy as np
import pandas as pd

from planner.problem.records import Indices

__all__ = ["number_words", "words_of"]


def words_of(column: pd.Series) -> tuple[str, ...]:
    """(n,) the words of a column of text."""
    words: list[str] = column.astype(str).to_numpy(dtype=object).tolist()
    return tuple(words)


def number_words(column: pd.Series) -> tuple[tuple[str, ...], Indices]:
    """The different words in ascending order, and (n,) the number of each row's."""
    number, words = pd.factorize(column.to_numpy(dtype=object), sort=True)
    return tuple(str(word) for word in words), np.asarray(number, dtype=np.int64)
