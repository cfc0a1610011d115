"""Pairs of one firm: by code, by a person's word, then by likeness, each party at most once."""

import numpy as np
import numpy.typing as npt
import pandas as pd

from planner.inventory.firm_names import former_name, plain_name, present_name
from planner.inventory.matching.candidates import any_order, near_pairs, piece_pairs, whole
from planner.inventory.matching.records import PARTY_COLUMNS, Decision, Ground, Matching, PlaceName, Verdict
from planner.inventory.matching.score import Floats, pair_odds
from planner.inventory.matching.words import NameParts, name_parts

__all__ = ["identities", "match_parties"]

SURE_ODDS, UNSURE_ODDS, CLEAR_LEAD = 1.2, -1.0, 1.2
"""A pair is sure from odds of about 3 to 1 on, if no other pair of either party comes within a third of its odds."""

_DEGREES = ("longitude", "latitude")
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
    left, right = _whole(left), _whole(right)
    names = (identities(left), identities(right))
    told = {(item.left, item.right): item.same for item in decisions}
    joined = [_by_code(left, right), _by_decision(names, told)]
    taken = _first_only(pd.concat(joined, ignore_index=True))
    scored = _likely(left, right, places, taken)
    scored = scored[~_refused(scored, names, told)]
    pairs = pd.concat([taken, _judged(scored)], ignore_index=True)
    return _matching(pairs, (left, right), names)


def _whole(parties: pd.DataFrame) -> pd.DataFrame:
    """The parties with every column, what a source does not tell left empty."""
    whole = parties.reindex(columns=list(PARTY_COLUMNS)).reset_index(drop=True)
    texts = [name for name in PARTY_COLUMNS if name not in _DEGREES]
    return whole.assign(**{name: whole[name].astype(object).fillna("").astype("str") for name in texts})


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
    named = [_named(side, at) for side, at in zip((left, right), free, strict=True)]
    one, other = (side.take(at).assign(name=names) for side, (at, names) in zip((left, right), named, strict=True))
    one, other = one.reset_index(drop=True), other.reset_index(drop=True)
    if one.empty or other.empty:
        return _pairs(np.zeros(0, dtype=np.intp), np.zeros(0, dtype=np.intp), 0.0, Ground.NAME, Verdict.UNSURE)
    parts = (name_parts(one["name"], places), name_parts(other["name"], places))
    keys = _candidates((one, parts[0]), (other, parts[1]))
    at = (keys // len(other), keys % len(other))
    odds = pair_odds((one, parts[0]), (other, parts[1]), at)
    pairs = _pairs(named[0][0][at[0]], named[1][0][at[1]], odds, Ground.NAME, Verdict.UNSURE)
    return pairs.sort_values("odds", ascending=False, kind="stable").drop_duplicates(["left", "right"])


def _named(side: pd.DataFrame, at: Ats) -> tuple[Ats, list[str]]:
    """Each free party under its name, and once more under the one of old that its name tells."""
    names = side["name"].take(at).tolist()
    told = [(place, former) for place, name in zip(at.tolist(), names, strict=True) for former in (former_name(name),)]
    old = [(place, former) for place, former in told if former]
    places = np.array([*at.tolist(), *(place for place, _ in old)], dtype=np.intp)
    return places, [*(present_name(name) for name in names), *(former for _, former in old)]


def _candidates(left: Side, right: Side) -> npt.NDArray[np.int64]:
    """Pairs that share pieces of a name, of its signs in any order, of an address, that lie near, or share a number."""
    (one, here), (other, there) = left, right
    found = [piece_pairs(here.core, there.core), piece_pairs(here.sound, there.sound)]
    found += [piece_pairs(here.sound, there.sound, any_order), near_pairs(one, other)]
    found += [piece_pairs(one[name], other[name], whole) for name in ("phone", "meter")]
    return np.unique(np.concatenate([*found, piece_pairs(one["address"], other["address"])]))


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
