"""Pairs worth a closer look: two parties that share rare pieces of their names or addresses, or lie side by side."""

from collections.abc import Callable, Iterator
from itertools import combinations

import numpy as np
import numpy.typing as npt
import pandas as pd

__all__ = ["MOST_CANDIDATES", "Positions", "any_order", "near_pairs", "piece_pairs", "whole"]

Positions = npt.NDArray[np.int64]
"""Pairs as one number: position on the left times the parties on the right, plus position on the right."""

Split = Callable[[str], set[str]]
_HEAD = 5
MOST_CANDIDATES = 12
MOST_SHARING = 400
"""A piece that more parties of one side share says nothing; a party is compared with its twelve best at most."""

_CELL_DEGREES = 0.005


def piece_pairs(left: pd.Series, right: pd.Series, split: Split | None = None) -> Positions:
    """For each party the others that share most weight of pieces, a piece weighing by its rarity.

    Args:
        left, right: texts of each side.
        split: gives the pieces of a text; pieces of two neighbouring characters where none is given.
    """
    one, other = _pieces(left, split or _neighbours), _pieces(right, split or _neighbours)
    shared = one.merge(other, on="piece", suffixes=("_left", "_right"))
    if shared.empty:
        return np.zeros(0, dtype=np.int64)
    total = len(left) + len(right)
    weight = np.log(total / (shared["often_left"] + shared["often_right"]).to_numpy())
    pair = shared["at_left"].to_numpy() * len(right) + shared["at_right"].to_numpy()
    keys, place = np.unique(pair, return_inverse=True)
    sums = np.asarray(np.bincount(place, weights=weight), dtype=np.float64)
    best = np.concatenate(list(_best(keys, sums, len(right))))
    return np.unique(best)


def any_order(text: str) -> set[str]:
    """Pairs of the first characters of a name in any order: clerks swap two, or take one for another."""
    head = text[:_HEAD]
    return {"".join(sorted(pair)) for pair in combinations(head, 2)}


def whole(text: str) -> set[str]:
    """A number is one piece."""
    return {text} if text else set()


def _pieces(texts: pd.Series, split: Split) -> pd.DataFrame:
    """One row a party and piece: `piece`, `at` (position), `often` (parties of this side that have it)."""
    rows = [(piece, at) for at, text in enumerate(texts) for piece in split(text)]
    frame = pd.DataFrame(rows, columns=["piece", "at"]).astype({"piece": "str", "at": "int64"})
    often = frame.groupby("piece", sort=False)["at"].transform("size")
    return frame.assign(often=often)[(often <= MOST_SHARING).to_numpy()]


def _neighbours(text: str) -> set[str]:
    return {text[at : at + 2] for at in range(len(text) - 1)} or ({text} if text else set())


def _best(keys: Positions, sums: npt.NDArray[np.float64], width: int) -> Iterator[Positions]:
    """The heaviest pairs of each party, seen from both sides."""
    for side in (keys // width, keys % width):
        order = np.lexsort((keys, -sums, side))
        ordered = side[order]
        start = np.flatnonzero(np.r_[True, ordered[1:] != ordered[:-1]])
        rank = np.arange(len(ordered)) - np.repeat(start, np.diff(np.r_[start, len(ordered)]))
        yield keys[order[rank < MOST_CANDIDATES]]


def near_pairs(left: pd.DataFrame, right: pd.DataFrame) -> Positions:
    """Pairs that lie in one cell of some 500 m or in cells side by side."""
    one, other = _cells(left), _cells(right)
    steps = [(east, north) for east in (-1, 0, 1) for north in (-1, 0, 1)]
    parts = [one.assign(x=one["x"] + x, y=one["y"] + y).merge(other, on=["x", "y"]) for x, y in steps]
    pairs = pd.concat(parts, ignore_index=True)
    keys = pairs["at_x"].to_numpy(dtype=np.int64) * len(right) + pairs["at_y"].to_numpy(dtype=np.int64)
    return np.unique(keys)


def _cells(parties: pd.DataFrame) -> pd.DataFrame:
    lon, lat = parties["longitude"].to_numpy(), parties["latitude"].to_numpy()
    at = np.flatnonzero(np.isfinite(lon) & np.isfinite(lat))
    cells = {"x": np.floor(lon[at] / _CELL_DEGREES), "y": np.floor(lat[at] / _CELL_DEGREES), "at": at}
    return pd.DataFrame(cells).astype("int64")
