"""From plans of all levels and the findings of a list: who carries the cuts, what is doubtful, what to check first."""

from collections.abc import Iterable, Iterator

import numpy as np
import numpy.typing as npt
import pandas as pd

from planner.compare.health_records import Carrier, Confirmed, CutHealth, LevelHealth, Reach, Visit
from planner.errors import Finding, Severity
from planner.inventory import Inventory
from planner.inventory.matching.register_records import Comparison
from planner.plan import PlanDocument
from planner.terms import POLLUTANTS, Level, Mode, OperatingStatus, Pollutant

__all__ = ["MOST_CARRIERS", "MOST_VISITS", "confirmed_share", "doubtful_rows", "level_health", "site_visits"]

MOST_CARRIERS = 10
MOST_VISITS = 20
_TRADED = (Pollutant.SO2, Pollutant.NOX)
_SO2_NOX = "so2_nox"
_TINY = 1e-9

Flags = npt.NDArray[np.bool_]
Floats = npt.NDArray[np.float64]


def level_health(document: PlanDocument, *, is_fill: bool) -> LevelHealth:
    """One level's health from its plan; `is_fill`: the plan fills the filed list up, else it files anew."""
    plan = document.plan
    cuts = tuple(_cuts(document))
    return LevelHealth(
        level=document.problem.header.level,
        reach=_reach(document, cuts, is_fill=is_fill),
        cuts=cuts,
        objective_yuan=plan.objective_yuan,
        gap=document.report.gap,
        carriers=tuple(_carriers(document)),
        rests_on=document.rests_on,
    )


def _cuts(document: PlanDocument) -> Iterator[CutHealth]:
    """The three cuts, their shares split by basis."""
    shares = document.plan.by_basis
    exchange = document.plan.exchange
    for name, columns in _columns().items():
        floor, filed, chosen = (float(shares[at, columns].sum()) for at in range(3))
        target = exchange.required_sum_share if name == _SO2_NOX else document.plan.totals[columns[0]].target_share
        yield CutHealth(cut=name, target_share=target, floor=floor, filed=filed, chosen=chosen)


def _columns() -> dict[str, list[int]]:
    """The pollutants of each cut, as columns in POLLUTANTS order."""
    at = {item: place for place, item in enumerate(POLLUTANTS)}
    alone = {str(item): [at[item]] for item in POLLUTANTS if item not in _TRADED}
    return {**alone, _SO2_NOX: [at[item] for item in _TRADED]}


def _reach(document: PlanDocument, cuts: tuple[CutHealth, ...], *, is_fill: bool) -> Reach:
    if document.plan.shortfalls:
        return Reach.NEVER
    if not is_fill or document.problem.header.mode is Mode.DESIGN:
        return Reach.DESIGN
    if all(item.floor + _TINY >= item.target_share for item in cuts):
        return Reach.FLOOR
    return Reach.FILED if all(item.floor + item.filed + _TINY >= item.target_share for item in cuts) else Reach.CHOSEN


def _carriers(document: PlanDocument) -> Iterator[Carrier]:
    """The ten firms that carry most of each cut; fleets and sites without a code stand by their own name."""
    frame = _reductions(document)
    firms = frame.groupby("owner", sort=True).agg({"id": "first", "name": "first", **_sums()})
    reserves = _reserves(document)
    for cut, columns in _columns().items():
        part = _parts(document, cut, columns, firms)
        order = np.argsort(-part, kind="stable")[:MOST_CARRIERS]
        for at in order[part[order] > 0].tolist():
            row = firms.iloc[at]
            owner = str(firms.index[at])
            yield Carrier(
                cut=cut,
                enterprise_id=str(row["id"]),
                enterprise_name=str(row["name"]),
                share_of_cut=float(part[at]),
                kilograms_per_day=tuple(float(row[name]) for name in map(str, POLLUTANTS)),
                pivotal=_is_pivotal(reserves, cut, owner),
            )


def _sums() -> dict[str, str]:
    return dict.fromkeys((*map(str, POLLUTANTS), "cost"), "sum")


def _reductions(document: PlanDocument) -> pd.DataFrame:
    """One row a curtailed source: `source`, `owner`, `id`, `name`, kilograms a day by pollutant, `cost`."""
    sources = document.problem.sources
    names = dict(zip(sources.source_id, sources.enterprise_name, strict=True))
    rows = [
        (item.source_id, item.enterprise_id or item.source_id, item.enterprise_id, names[item.source_id],
         *item.reduction_kg_per_day, item.cost_yuan)
        for item in document.plan.curtailments
    ]  # fmt: skip
    return pd.DataFrame(rows, columns=["source", "owner", "id", "name", *map(str, POLLUTANTS), "cost"])


def _parts(document: PlanDocument, cut: str, columns: list[int], rows: pd.DataFrame) -> Floats:
    """For each row the share of a cut that it carries."""
    totals = document.plan.totals
    bases = [max(totals[at].base_kg_per_day, _TINY) for at in columns]
    names = [str(POLLUTANTS[at]) for at in columns]
    shares = sum(rows[name].to_numpy(dtype=np.float64) / base for name, base in zip(names, bases, strict=True))
    return np.asarray(shares / max(_required(document, cut, columns), _TINY), dtype=np.float64)


def _required(document: PlanDocument, cut: str, columns: list[int]) -> float:
    plan = document.plan
    return plan.exchange.required_sum_share if cut == _SO2_NOX else plan.totals[columns[0]].target_share


def _reserves(document: PlanDocument) -> dict[str, pd.Series]:
    """For each cut and firm what would be left of all that is permitted if it did nothing, less what the cut asks."""
    problem = document.problem
    deepest = np.maximum.reduceat(problem.options.reduction_kg_per_day, problem.sources.first_option[:-1], axis=0)
    base = np.maximum(problem.sources.base_kg_per_day.sum(axis=0), _TINY)
    sources = problem.sources
    owners = [firm or name for firm, name in zip(sources.enterprise_id, sources.source_id, strict=True)]
    left = {}
    for cut, columns in _columns().items():
        share = (deepest[:, columns] / base[columns]).sum(axis=1)
        by_firm = pd.Series(share).groupby(owners).sum()
        left[cut] = share.sum() - by_firm - _required(document, cut, columns)
    return left


def _is_pivotal(reserves: dict[str, pd.Series], cut: str, owner: str) -> bool:
    return bool(reserves[cut][owner] < -_TINY)


def doubtful_rows(
    inventory: Inventory, findings: Iterable[Finding], estimated: Iterable[tuple[str, int]]
) -> pd.DataFrame:
    """One row a doubt about a source: `source_id`, `code`; of errors, warnings and estimated cells.

    Args:
        inventory: the list.
        findings: findings with a row of its file.
        estimated: (sheet, row) of each estimated cell.
    """
    open_ones = [
        (item.where.sheet, item.where.row, item.code)
        for item in findings
        if item.severity is not Severity.NOTE and item.where.row > 1 and item.where.file == inventory.file
    ]
    doubts = [*open_ones, *((sheet, row, "estimated") for sheet, row in estimated)]
    told = pd.DataFrame(doubts, columns=["list_sheet", "list_row", "code"]).drop_duplicates()
    told = told.astype({"list_sheet": "str", "list_row": "int64", "code": "str"})
    return inventory.frame[["source_id", "list_sheet", "list_row"]].merge(told, on=["list_sheet", "list_row"])


def confirmed_share(inventory: Inventory, doubts: pd.DataFrame, seen: Comparison | None = None) -> Confirmed:
    """The mark of a list.

    Args:
        inventory: the list.
        doubts: see `doubtful_rows`.
        seen: the list beside another source, None where there is none.
    """
    frame = inventory.frame
    owners, running = frame["enterprise_id"], (frame["status"] == str(OperatingStatus.RUNNING)).to_numpy()
    sound = ~frame["source_id"].isin(doubts["source_id"]).to_numpy(dtype=np.bool_)
    confirmed = sound & owners.isin(_agreed(seen)).to_numpy(dtype=np.bool_)
    counted = running & (owners != "").to_numpy(dtype=np.bool_)
    kilograms = frame[[f"{name}_kg_per_day" for name in POLLUTANTS]].to_numpy(dtype=np.float64)
    whole = [_whole_firms(owners, rows) for rows in (np.ones(len(frame), dtype=np.bool_), sound, confirmed)]
    sums = [tuple(kilograms[counted & rows].sum(axis=0).tolist()) for rows in (counted, sound, confirmed)]
    return Confirmed(
        firms=whole[0],
        sound_firms=whole[1],
        confirmed_firms=whole[2],
        kilograms_per_day=sums[0],
        sound_kilograms_per_day=sums[1],
        confirmed_kilograms_per_day=sums[2],
        source=seen.file if seen is not None else "",
    )


def _agreed(seen: Comparison | None) -> list[str]:
    """Codes of the firms that another source knows and does not contradict."""
    if seen is None:
        return []
    contradicted = set(seen.differences.loc[seen.differences["what"] != "name", "left"])
    return [str(key) for key in seen.matching.sure["left"] if key not in contradicted]


def _whole_firms(owners: pd.Series, rows: Flags) -> int:
    """How many firms have all of their rows among `rows`."""
    whole = pd.Series(rows).groupby(owners.to_numpy()).all()
    return int(whole[whole.index != ""].sum())


def site_visits(inventory: Inventory, documents: Iterable[PlanDocument], doubts: pd.DataFrame) -> tuple[Visit, ...]:
    """The firms to check on site first: doubtful ones by the share of a cut that rests on them, then the others."""
    codes = {str(name): tuple(sorted(set(item))) for name, item in doubts.groupby("source_id")["code"]}
    counties = inventory.frame.drop_duplicates("source_id").set_index("source_id")["county_code"]
    best: dict[str, Visit] = {}
    for document in documents:
        for visit in _visits(document, codes, counties):
            known = best.get(visit.enterprise_id)
            if known is None or _rank(visit) > _rank(known):
                best[visit.enterprise_id] = visit
    ranked = sorted(best.values(), key=lambda item: (_rank(item), item.enterprise_id), reverse=True)
    return tuple(ranked[:MOST_VISITS])


def _rank(visit: Visit) -> tuple[bool, float]:
    return bool(visit.doubts), visit.share_of_cut


def _visits(document: PlanDocument, codes: dict[str, tuple[str, ...]], counties: pd.Series) -> Iterator[Visit]:
    """Of each firm its doubtful rows together, or all of its rows where none is."""
    frame = _reductions(document)
    frame = frame[frame["id"] != ""].assign(doubtful=frame["source"].isin(list(codes)))
    asked = frame[frame["doubtful"] | ~frame.groupby("id")["doubtful"].transform("any")]
    said = {
        str(firm): tuple(sorted({code for name in names for code in codes.get(name, ())}))
        for firm, names in asked.groupby("id")["source"]
    }
    reserves = _reserves(document)
    firms = asked.groupby("id", sort=True).agg({"name": "first", "source": "first", **_sums()})
    parts = {cut: _parts(document, cut, columns, firms) for cut, columns in _columns().items()}
    for at, (firm, row) in enumerate(firms.iterrows()):
        cut = max(parts, key=lambda name: parts[name][at])
        yield Visit(
            enterprise_id=str(firm),
            enterprise_name=str(row["name"]),
            county_code=str(counties.get(row["source"], "")),
            doubts=said[str(firm)],
            level=Level(document.problem.header.level),
            cut=cut,
            share_of_cut=float(parts[cut][at]),
            kilograms_per_day=tuple(float(row[name]) for name in map(str, POLLUTANTS)),
            cost_yuan=float(row["cost"]),
            pivotal=_is_pivotal(reserves, cut, str(firm)),
        )
