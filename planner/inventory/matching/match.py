"""Pairs of one firm: by code, by a person's word, then by likeness, each party at most once."""

import numpy as np
import numpy.typing as npt
import pandas as pd

from planner.inventory.firm_names import plain_name
from planner.inventory.matching.candidates import near_pairs, piece_pairs
from planner.inventory.matching.records import PARTY_COLUMNS, Decision, Ground, Matching, PlaceName, Verdict
from planner.inventory.matching.score import Floats, pair_odds
from planner.inventory.matching.words import NameParts, name_parts

__all__ = ["identities", "match_parties"]

SURE_ODDS, UNSURE_ODDS, CLEAR_LEAD = 1.8, -1.0, 1.6
"""A pair is sure from odds of about 6 to 1 on, if no other pair of either party comes within a fifth of its odds."""

MOST_ASKED = 3
"""Unsure partners of one party that a person is shown."""

Side = tuple[pd.DataFrame, NameParts]
Ats = npt.NDArray[np.intp]
Flags = npt.NDArray[np.bool_]


def match_parties(
    left: pd.DataFrame, right: pd.DataFrame, places: tuple[PlaceName, ...] = (), decisions: tuple[Decision, ...] = ()
) -> Matching:
    """Which parties of two sources are one firm.

    Args:
        left, right: frames of parties with PARTY_COLUMNS.
        places: spellings of the city's counties.
        decisions: a person's words; the last one on a pair stands.
    """
    left, right = (side.reindex(columns=list(PARTY_COLUMNS)).reset_index(drop=True) for side in (left, right))
    names = (identities(left), identities(right))
    told = {(item.left, item.right): item.same for item in decisions}
    joined = [_by_code(left, right), _by_decision(names, told)]
    taken = _first_only(pd.concat(joined, ignore_index=True))
    scored = _likely(left, right, places, taken)
    scored = scored[~_refused(scored, names, told)]
    pairs = pd.concat([taken, _judged(scored)], ignore_index=True)
    return _matching(pairs, (left, right), names)


def identities(parties: pd.DataFrame) -> pd.Series:
    """What a person's word on a party is kept under: its code and plain name, whatever row it stands in."""
    plain = parties["name"].map({name: plain_name(name) for name in parties["name"].unique()}).astype("str")
    return parties["code"].astype("str") + "|" + plain


def _pairs(left: Ats, right: Ats, odds: Floats | float, ground: Ground, verdict: Verdict) -> pd.DataFrame:
    data = {"left": left, "right": right, "odds": odds, "ground": str(ground), "verdict": str(verdict)}
    return pd.DataFrame(data).astype({"left": "int64", "right": "int64", "odds": "float64"})


def _by_code(left: pd.DataFrame, right: pd.DataFrame) -> pd.DataFrame:
    """Parties with one credit code; of several with the same code the first of each side."""
    sides = [side["code"][side["code"] != ""].drop_duplicates() for side in (left, right)]
    one, other = (pd.DataFrame({"code": side, "at": side.index}) for side in sides)
    both = one.merge(other, on="code")
    return _pairs(both["at_x"].to_numpy(), both["at_y"].to_numpy(), np.inf, Ground.CODE, Verdict.SURE)


def _by_decision(names: tuple[pd.Series, pd.Series], told: dict[tuple[str, str], bool]) -> pd.DataFrame:
    at = [{name: position for position, name in reversed(list(enumerate(side)))} for side in names]
    same = [(at[0].get(one), at[1].get(other)) for (one, other), is_same in told.items() if is_same]
    found = [(one, other) for one, other in same if one is not None and other is not None]
    left, right = (np.array([pair[side] for pair in found], dtype=np.intp) for side in (0, 1))
    return _pairs(left, right, np.inf, Ground.DECISION, Verdict.SURE)


def _first_only(pairs: pd.DataFrame) -> pd.DataFrame:
    """Each party once: what a person said goes before what the codes say."""
    ranked = pairs.sort_values("ground", key=lambda item: item != str(Ground.DECISION), kind="stable")
    ranked = ranked[~ranked["left"].duplicated()]
    return ranked[~ranked["right"].duplicated()]


def _likely(
    left: pd.DataFrame, right: pd.DataFrame, places: tuple[PlaceName, ...], taken: pd.DataFrame
) -> pd.DataFrame:
    """Scored pairs among the parties that are still free."""
    free = [np.setdiff1d(np.arange(len(side)), taken[name]) for side, name in ((left, "left"), (right, "right"))]
    one, other = (side.take(at).reset_index(drop=True) for side, at in zip((left, right), free, strict=True))
    if one.empty or other.empty:
        return _pairs(np.zeros(0, dtype=np.intp), np.zeros(0, dtype=np.intp), 0.0, Ground.NAME, Verdict.UNSURE)
    parts = (name_parts(one["name"], places), name_parts(other["name"], places))
    found = [piece_pairs(parts[0].core, parts[1].core), piece_pairs(parts[0].sound, parts[1].sound)]
    found += [piece_pairs(one["address"], other["address"]), near_pairs(one, other)]
    keys = np.unique(np.concatenate(found))
    at = (keys // len(other), keys % len(other))
    odds = pair_odds((one, parts[0]), (other, parts[1]), at)
    return _pairs(free[0][at[0]], free[1][at[1]], odds, Ground.NAME, Verdict.UNSURE)


def _refused(scored: pd.DataFrame, names: tuple[pd.Series, pd.Series], told: dict[tuple[str, str], bool]) -> Flags:
    """Pairs of which a person said that they are two firms."""
    no = [pair for pair, same in told.items() if not same]
    named = (
        names[0].take(scored["left"].to_numpy()).to_numpy()
        + "\n"
        + names[1].take(scored["right"].to_numpy()).to_numpy()
    )
    return np.isin(named.astype(object), np.array([f"{one}\n{other}" for one, other in no], dtype=object))


def _judged(scored: pd.DataFrame) -> pd.DataFrame:
    """Sure pairs, then for parties without one their best unsure partners.

    A rival that is surely another firm is no rival: what it leaves behind is looked at again.
    """
    rest = scored[scored["odds"] >= UNSURE_ODDS].sort_values(["odds", "left", "right"], ascending=[False, True, True])
    found: list[pd.DataFrame] = []
    while len(clear := _clear(rest)):
        found.append(clear.assign(verdict=str(Verdict.SURE)))
        rest = rest[~rest["left"].isin(clear["left"]) & ~rest["right"].isin(clear["right"])]
    asked = rest[(rest.groupby("left").cumcount() < MOST_ASKED) & (rest.groupby("right").cumcount() < MOST_ASKED)]
    return pd.concat([*found, asked], ignore_index=True)


def _clear(ranked: pd.DataFrame) -> pd.DataFrame:
    """The pairs that are likely enough and have no rival near."""
    lead = np.minimum(_lead(ranked, "left"), _lead(ranked, "right"))
    return ranked[(ranked["odds"] >= SURE_ODDS) & (lead >= CLEAR_LEAD)]


def _lead(ranked: pd.DataFrame, side: str) -> Floats:
    """By how much a pair leads all other pairs of its party on one side; below 0 where it is not the best one."""
    groups = ranked.groupby(side, sort=False)["odds"]
    best = groups.transform("first")
    second = groups.transform(lambda item: item.iloc[1] if len(item) > 1 else -np.inf)
    is_best = groups.cumcount() == 0
    return np.where(is_best, ranked["odds"] - second, ranked["odds"] - best - 1e-9)


def _matching(
    pairs: pd.DataFrame, sides: tuple[pd.DataFrame, pd.DataFrame], names: tuple[pd.Series, pd.Series]
) -> Matching:
    left, right = (pairs[name].to_numpy(dtype=np.intp) for name in ("left", "right"))
    score = 1.0 / (1.0 + np.exp(-pairs["odds"].to_numpy()))
    told = pd.DataFrame(
        {
            "left": sides[0]["key"].take(left).to_numpy(),
            "right": sides[1]["key"].take(right).to_numpy(),
            "score": score,
            "ground": pairs["ground"].to_numpy(),
            "verdict": pairs["verdict"].to_numpy(),
            "left_identity": names[0].take(left).to_numpy(),
            "right_identity": names[1].take(right).to_numpy(),
        }
    )
    alone = [side["key"][~side["key"].isin(told[name])] for side, name in zip(sides, ("left", "right"), strict=True)]
    return Matching(pairs=told, left_only=tuple(alone[0]), right_only=tuple(alone[1]))
