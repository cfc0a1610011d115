"""From a list to the question of an off-peak plan."""

from itertools import pairwise

import numpy as np
import numpy.typing as npt
import pandas as pd

from planner.inventory import Inventory
from planner.problem.records import Floats
from planner.problem.rests import KeptLine, RestGroup, RestLines, RestProblem, RestTerms
from planner.terms import GRADE_RANK, POLLUTANTS, Grade, Guarantee, OperatingStatus, SourceKind

__all__ = ["build_rests"]

EMISSIONS = [f"{item}_kg_per_day" for item in POLLUTANTS]
GROUP = ["county_code", "key_industry", "sub_process", "grade"]
BEST = (str(Grade.A), str(Grade.LEADING))
Marks = npt.NDArray[np.bool_]


def build_rests(inventory: Inventory, terms: RestTerms) -> RestProblem:
    """The question over a list; only running lines and boilers may rest, all running sources are the base."""
    running = inventory.frame[inventory.frame["status"] == str(OperatingStatus.RUNNING)]
    base = running[EMISSIONS].to_numpy(dtype=np.float64).sum(axis=0)
    own = running[running["source_kind"].isin([str(SourceKind.LINE), str(SourceKind.BOILER)])]
    own = own.sort_values("source_id", kind="stable", ignore_index=True)
    kept, reason = _kept(own, spares_best=terms.spares_best)
    rests = kept < 1.0
    groups, place = _groups(own[rests])
    return RestProblem(
        terms=terms,
        base_kg_per_day=base,
        lines=_lines(own[rests], kept[rests], place),
        groups=groups,
        above=_above(groups),
        kept=_kept_lines(own[~rests], reason[~rests]),
    )


def _kept(own: pd.DataFrame, *, spares_best: bool) -> tuple[Floats, npt.NDArray[np.str_]]:
    """(k,) the share of activity that each line keeps at rest, and what asks for the most of it."""
    guaranteed, least = own["guarantee"].astype(str), _number(own, "minimum_load_share", 0.0)
    heats = (_number(own, "heat_supply_gj_per_day", 0.0) > 0.0) | (guaranteed == str(Guarantee.HEAT)).to_numpy()
    burns = (_number(own, "co_disposal_t_per_day", 0.0) > 0.0) | (guaranteed == str(Guarantee.CO_DISPOSAL)).to_numpy()
    delivers = _number(own, "guaranteed_output_t_per_day", 0.0)
    owes = (delivers > 0.0) | (guaranteed == str(Guarantee.OUTPUT)).to_numpy()
    output = np.maximum(_number(own, "actual_output_t_per_day", 0.0), np.finfo(float).tiny)
    held = ~own["can_stop"].to_numpy(dtype=bool) | (guaranteed != str(Guarantee.NONE)).to_numpy()
    needs = {
        "load": np.where(held, least, 0.0),
        "heat": np.where(heats, _number(own, "heat_load_share", 1.0), 0.0),
        "output": np.where(owes, np.where(delivers > 0.0, delivers / output, 1.0), 0.0),
        "co_disposal": np.where(burns, 1.0, 0.0),
        "power": np.where((guaranteed == str(Guarantee.POWER)).to_numpy(), 1.0, 0.0),
        "grade": np.where(own["grade"].isin(BEST).to_numpy() & spares_best, 1.0, 0.0),
    }
    table = np.minimum(np.stack(list(needs.values())), 1.0)
    return table.max(axis=0), np.array(list(needs), dtype=np.str_)[table.argmax(axis=0)]


def _number(own: pd.DataFrame, column: str, missing: float) -> Floats:
    return np.asarray(np.nan_to_num(own[column].to_numpy(dtype=np.float64), nan=missing))


def _groups(own: pd.DataFrame) -> tuple[tuple[RestGroup, ...], npt.NDArray[np.int64]]:
    keys = list(own[GROUP].astype(str).itertuples(index=False, name=None))
    names = sorted(set(keys))
    number = {name: at for at, name in enumerate(names)}
    place = np.array([number[key] for key in keys], dtype=np.int64)
    sizes = np.bincount(place, minlength=len(names)).tolist()
    groups = tuple(
        RestGroup(county_code=county, key_industry=industry, sub_process=process, grade=grade, lines=size)
        for (county, industry, process, grade), size in zip(names, sizes, strict=True)
    )
    return groups, place


def _above(groups: tuple[RestGroup, ...]) -> tuple[tuple[int, int], ...]:
    """(worse, better) of neighbouring ranks inside a county and process."""
    ladders: dict[tuple[str, str, str], dict[int, list[int]]] = {}
    for at, item in enumerate(groups):
        rank = GRADE_RANK.get(Grade(item.grade))
        if rank is not None:
            key = (item.county_code, item.key_industry, item.sub_process)
            ladders.setdefault(key, {}).setdefault(rank, []).append(at)
    return tuple(
        (worse, better)
        for _, ladder in sorted(ladders.items())
        for high, low in pairwise(sorted(ladder))
        for worse in ladder[low]
        for better in ladder[high]
    )


def _lines(own: pd.DataFrame, kept: Floats, place: npt.NDArray[np.int64]) -> RestLines:
    """A line that stands is held hot as in a warning: nothing says that it may go cold."""
    stands = kept == 0.0
    lost = np.where(stands, 1.0 - _number(own, "hold_hot_share", 0.0), 1.0 - kept)
    return RestLines(
        source_id=tuple(own["source_id"].astype(str)),
        enterprise_id=tuple(own["enterprise_id"].astype(str)),
        enterprise_name=tuple(own["enterprise_name"].astype(str)),
        line_id=tuple(own["line_id"].astype(str)),
        group=place,
        kept_share=kept,
        fall_kg_per_day=own[EMISSIONS].to_numpy(dtype=np.float64) * lost[:, None],
        cost_yuan_per_day=_number(own, "value_added_yuan_per_day", 0.0) * (1.0 - kept),
        restart_yuan=np.where(stands, _number(own, "restart_cost_yuan", 0.0), 0.0),
    )


def _kept_lines(own: pd.DataFrame, reason: npt.NDArray[np.str_]) -> tuple[KeptLine, ...]:
    pairs = own[["source_id", "enterprise_name"]].itertuples(index=False, name=None)
    return tuple(
        KeptLine(source_id=str(name), enterprise_name=str(firm), reason=str(why))
        for (name, firm), why in zip(pairs, reason.tolist(), strict=True)
    )
