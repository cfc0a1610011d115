"""How likely two parties are one firm, from names, addresses, positions and codes."""

from collections.abc import Callable

import numpy as np
import numpy.typing as npt
import pandas as pd
from rapidfuzz.distance import Indel, LCSseq, Levenshtein
from rapidfuzz.process import cpdist

from planner.inventory.firm_names import plain_name
from planner.inventory.matching.words import NameParts

__all__ = ["Floats", "name_likeness", "pair_odds"]

Floats = npt.NDArray[np.float64]

NAME_SLOPE, NAME_EVEN = 16.0, 0.76
SAME_COUNTY, OTHER_COUNTY = 1.0, -3.0
NUMBERS_DIFFER = -7.0
CODE_NEAR, CODES_DIFFER = 4.0, -5.0
SAME_WHOLE_NAME, SAME_PHONE, SAME_METER, SAME_PERSON = 1.5, 4.0, 5.0, 1.5
ADDRESS_STEPS = ((0.85, 3.0), (0.65, 1.2), (0.4, 0.0), (-1.0, -0.6))
DISTANCE_STEPS = ((0.2, 3.0), (0.6, 2.0), (1.5, 0.8), (5.0, 0.0), (15.0, -1.5), (np.inf, -4.0))
"""Log odds of each sign, set on cities made for that purpose; docs/list-doctor.md tells how they were measured."""

SHORTEST_INSIDE, SHORTEST_SWAPPED = 3, 4
"""Characters that a core needs before all of it inside another, or another order of it, says anything."""

_KM_PER_DEGREE = 111.2
_CODE_LENGTH = 18
_MOST_SLIPS = 2


def pair_odds(
    left: tuple[pd.DataFrame, NameParts], right: tuple[pd.DataFrame, NameParts], pairs: tuple[npt.NDArray[np.intp], ...]
) -> Floats:
    """Log odds for each pair that it is one firm.

    Args:
        left, right: the parties of a side and the parts of their names.
        pairs: positions on the left and on the right.
    """
    one, other = (_side(*side, at) for side, at in zip((left, right), pairs, strict=True))
    odds = NAME_SLOPE * (name_likeness(one, other) - NAME_EVEN)
    odds += _county(one, other) + _numbers(one, other) + _codes(one, other)
    odds += _whole_names(one, other) + _contacts(one, other)
    return odds + _address(one, other) + _distance(one, other)


def _side(parties: pd.DataFrame, parts: NameParts, at: npt.NDArray[np.intp]) -> pd.DataFrame:
    columns = {"core": parts.core, "sound": parts.sound, "place": parts.place, "numbers": parts.numbers}
    named = {name: column.to_numpy(dtype=object)[at] for name, column in columns.items()}
    return parties.take(at).reset_index(drop=True).assign(**named)


def name_likeness(one: pd.DataFrame, other: pd.DataFrame) -> Floats:
    """Likeness of two cores 0..1: one spelling for the other, or all of a short one inside a long one, in order."""
    plain = _pairwise(one["core"], other["core"], Indel.normalized_similarity)
    alike = _pairwise(one["sound"], other["sound"], Indel.normalized_similarity)
    shared = _pairwise(one["sound"], other["sound"], LCSseq.similarity)
    lengths = np.stack([item["sound"].str.len().to_numpy(dtype=np.float64) for item in (one, other)])
    short = np.maximum(lengths.min(axis=0), 1.0)
    same_head = np.asarray(one["sound"].str.slice(0, 2).to_numpy() == other["sound"].str.slice(0, 2).to_numpy())
    inside = np.where(same_head & (short >= SHORTEST_INSIDE) & (shared == short), 0.80 + 0.20 * alike, 0.0)
    swapped = np.where((plain < 1.0) & (short >= SHORTEST_SWAPPED) & _same_signs(one["core"], other["core"]), 0.90, 0.0)
    return np.maximum(np.maximum(0.5 * plain + 0.5 * alike, inside), swapped)


def _same_signs(one: pd.Series, other: pd.Series) -> npt.NDArray[np.bool_]:
    """Pairs of the same characters in another order: clerks swap neighbours."""
    here, there = ([sorted(text) for text in side] for side in (one, other))
    return np.array([first == second for first, second in zip(here, there, strict=True)], dtype=np.bool_)


def _pairwise(one: pd.Series, other: pd.Series, scorer: Callable[..., float]) -> Floats:
    return np.asarray(cpdist(one.tolist(), other.tolist(), scorer=scorer, dtype=np.float64), dtype=np.float64)


def _county(one: pd.DataFrame, other: pd.DataFrame) -> Floats:
    """The county of the row, else the one that the name speaks of."""
    here, there = (side["county"].where(side["county"] != "", side["place"]).to_numpy() for side in (one, other))
    known = (here != "") & (there != "")
    return np.where(known, np.where(here == there, SAME_COUNTY, OTHER_COUNTY), 0.0)


def _numbers(one: pd.DataFrame, other: pd.DataFrame) -> Floats:
    return np.where((one["numbers"] != other["numbers"]).to_numpy(), NUMBERS_DIFFER, 0.0)


def _codes(one: pd.DataFrame, other: pd.DataFrame) -> Floats:
    """Two whole codes that are nearly one speak for a slip, two quite different ones for two firms."""
    here, there = one["code"], other["code"]
    whole = ((here.str.len() == _CODE_LENGTH) & (there.str.len() == _CODE_LENGTH)).to_numpy(dtype=np.bool_)
    slips = np.asarray(cpdist(here.tolist(), there.tolist(), scorer=Levenshtein.distance), dtype=np.float64)
    return np.where(whole, np.where(slips <= _MOST_SLIPS, CODE_NEAR, CODES_DIFFER), 0.0)


def _whole_names(one: pd.DataFrame, other: pd.DataFrame) -> Floats:
    """One name to the last sign of its place and form, which most pairs of one core are not."""
    here, there = (side["name"].map(plain_name) for side in (one, other))
    return np.where((here == there).to_numpy(), SAME_WHOLE_NAME, 0.0)


def _contacts(one: pd.DataFrame, other: pd.DataFrame) -> Floats:
    """One telephone, meter or person named by both sources; another one says nothing, people change."""
    odds = np.zeros(len(one))
    for name, said in (("phone", SAME_PHONE), ("meter", SAME_METER), ("person", SAME_PERSON)):
        same = ((one[name] == other[name]) & (one[name] != "")).to_numpy(dtype=np.bool_)
        odds += np.where(same, said, 0.0)
    return odds


def _address(one: pd.DataFrame, other: pd.DataFrame) -> Floats:
    known = ((one["address"] != "") & (other["address"] != "")).to_numpy(dtype=np.bool_)
    likeness = _pairwise(one["address"], other["address"], Indel.normalized_similarity)
    odds = np.select([likeness >= least for least, _ in ADDRESS_STEPS], [said for _, said in ADDRESS_STEPS])
    return np.where(known, odds, 0.0)


def _distance(one: pd.DataFrame, other: pd.DataFrame) -> Floats:
    east = (one["longitude"] - other["longitude"]) * np.cos(np.radians(one["latitude"]))
    kilometres = _KM_PER_DEGREE * np.hypot(east, one["latitude"] - other["latitude"]).to_numpy(dtype=np.float64)
    known = np.isfinite(kilometres)
    near = np.where(known, kilometres, 0.0)
    odds = np.select([near <= most for most, _ in DISTANCE_STEPS], [said for _, said in DISTANCE_STEPS])
    return np.where(known, odds, 0.0)
