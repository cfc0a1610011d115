"""What differs between two versions of a list: in, out, promoted, demoted, kilograms, measures (有进有出)."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

import numpy as np
import pandas as pd

from planner.inventory.records import Inventory
from planner.terms import GRADE_RANK, LEVELS, POLLUTANTS, OperatingStatus

__all__ = ["ListChange", "ListDifference", "ListTotals", "compare_lists"]

COLUMNS = (
    "change",
    "enterprise_id",
    "enterprise_name",
    "county_code",
    "source_id",
    "line_id",
    "column",
    "before",
    "after",
    *(f"{name}_kg_per_day" for name in POLLUTANTS),
)
LEAST_KG_PER_DAY = 0.0005
"""Half of the last digit that lists carry: less is no change."""


class ListChange(StrEnum):
    """What kind of difference a row tells, in the order of the table."""

    ENTERED = "entered"
    LEFT = "left"
    PROMOTED = "promoted"
    DEMOTED = "demoted"
    REGRADED = "regraded"
    ROW_ADDED = "row_added"
    ROW_REMOVED = "row_removed"
    STATUS = "status"
    KILOGRAMS = "kilograms"
    MEASURES = "measures"
    RENAMED = "renamed"


@dataclass(frozen=True, slots=True, kw_only=True)
class ListTotals:
    """One version in figures: `kilograms_per_day` of its running rows, in POLLUTANTS order."""

    file: str
    firms: int
    rows: int
    kilograms_per_day: tuple[float, ...]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class ListDifference:
    """Two versions side by side.

    Attributes:
        frame: one row a difference, texts but for the kilograms a day that it moves (after minus before): `change`,
            `enterprise_id`, `enterprise_name`, `county_code`, `source_id`, `line_id`, `column`, `before`, `after`,
            `so2_kg_per_day` and so on; sorted by change, firm and row.
    """

    before: ListTotals
    after: ListTotals
    frame: pd.DataFrame

    def count(self, change: ListChange) -> int:
        """How many firms a kind of change concerns; of sources without a firm each counts."""
        rows = self.frame[self.frame["change"] == str(change)]
        return int(rows["enterprise_id"].where(rows["enterprise_id"] != "", rows["source_id"]).nunique())


def compare_lists(before: Inventory, after: Inventory) -> ListDifference:
    """What differs from one version to the next; rows of a firm are paired by kind and line, others by source."""
    old, new = _keyed(before.frame), _keyed(after.frame)
    both = old.index.intersection(new.index)
    parts = [*_only_in_one(old, new), *_grades(old, new, both), *_cells(old, new, both)]
    frame = pd.concat([part.reindex(columns=list(COLUMNS)) for part in parts], ignore_index=True)
    kilograms = list(COLUMNS[-len(POLLUTANTS) :])
    frame[kilograms] = frame[kilograms].astype("float64").fillna(0.0)
    texts = [name for name in COLUMNS if name not in kilograms]
    frame[texts] = frame[texts].fillna("").astype("str")
    rank = frame["change"].map({str(item): at for at, item in enumerate(ListChange)})
    order = frame.assign(rank=rank).sort_values(["rank", "enterprise_id", "source_id", "column"], kind="stable")
    return ListDifference(
        before=_totals(before), after=_totals(after), frame=order.drop(columns="rank").reset_index(drop=True)
    )


def _keyed(frame: pd.DataFrame) -> pd.DataFrame:
    """The rows by what stays the same between versions; kilograms count where a row runs."""
    firm = frame["enterprise_id"]
    own = firm + "\n" + frame["source_kind"] + "\n" + frame["line_id"]
    key = own.where((firm != "") & (frame["line_id"] != ""), "\n" + frame["source_id"])
    running = (frame["status"] == str(OperatingStatus.RUNNING)).to_numpy()
    kept = frame.assign(**{f"{name}_kg_per_day": frame[f"{name}_kg_per_day"] * running for name in POLLUTANTS})
    return kept.set_index(pd.Index(key.to_numpy(), name="key"))


def _only_in_one(old: pd.DataFrame, new: pd.DataFrame) -> Iterator[pd.DataFrame]:
    """Firms and rows that stand in one version only: a firm is one row, with all its kilograms."""
    pairs = (
        (old, new, ListChange.LEFT, ListChange.ROW_REMOVED, -1.0),
        (new, old, ListChange.ENTERED, ListChange.ROW_ADDED, 1.0),
    )
    for one, other, of_firm, of_row, sign in pairs:
        firm = one["enterprise_id"]
        whole = ((firm != "") & ~firm.isin(other["enterprise_id"].unique())).to_numpy(dtype=np.bool_)
        alone = ~one.index.isin(other.index) & ~whole
        yield _moved(_firms(one[whole]).assign(change=str(of_firm)), sign, of_firm is ListChange.LEFT)
        rows = one[alone].drop(columns="grade").rename(columns={"line_name": "grade"})
        yield _moved(rows.assign(change=str(of_row)), sign, of_row is ListChange.ROW_REMOVED)


def _firms(rows: pd.DataFrame) -> pd.DataFrame:
    """One row a firm: its first row's words, the sum of its kilograms, its grades."""
    first = rows.groupby("enterprise_id", sort=True)[["enterprise_name", "county_code"]].first()
    sums = rows.groupby("enterprise_id", sort=True)[[f"{name}_kg_per_day" for name in POLLUTANTS]].sum()
    grades = rows.groupby("enterprise_id", sort=True)["grade"].agg(lambda item: "、".join(sorted(set(item))))
    return pd.concat([first, sums, grades], axis=1).reset_index()


def _moved(rows: pd.DataFrame, sign: float, is_before: bool) -> pd.DataFrame:  # noqa: FBT001 - one of two columns
    told = rows.assign(**{"before" if is_before else "after": rows["grade"]})
    return told.assign(**{f"{name}_kg_per_day": sign * rows[f"{name}_kg_per_day"] for name in POLLUTANTS})


def _grades(old: pd.DataFrame, new: pd.DataFrame, both: pd.Index) -> Iterator[pd.DataFrame]:
    """Changed grades, one row a firm and process."""
    was, now = old.loc[both], new.loc[both]
    changed = (was["grade"] != now["grade"]).to_numpy() & (now["source_kind"] != "rest").to_numpy()
    told = now[changed].assign(before=was["grade"][changed], after=now["grade"][changed], column="grade")
    told = told.drop_duplicates(["enterprise_id", "key_industry", "sub_process", "before", "after"])
    rank, before = (told[name].map(GRADE_RANK).astype("float64") for name in ("after", "before"))
    kinds = [str(ListChange.PROMOTED), str(ListChange.DEMOTED)]
    change = np.select([rank < before, rank > before], kinds, str(ListChange.REGRADED))
    yield told.assign(change=change, **{f"{name}_kg_per_day": 0.0 for name in POLLUTANTS})


def _cells(old: pd.DataFrame, new: pd.DataFrame, both: pd.Index) -> Iterator[pd.DataFrame]:
    """Other cells that people ask about: name, status, kilograms, measures."""
    was, now = old.loc[both], new.loc[both]
    none = {f"{name}_kg_per_day": 0.0 for name in POLLUTANTS}
    yield _texts(was, now, "enterprise_name", ListChange.RENAMED, none)
    yield _texts(was, now, "status", ListChange.STATUS, _delta(was, now))
    yield _kilograms(was, now)
    for level in LEVELS:
        for name in ("measure", "kept_share", "measure_text"):
            yield _texts(was, now, f"{level}_{name}", ListChange.MEASURES, none)


def _texts(
    was: pd.DataFrame, now: pd.DataFrame, column: str, change: ListChange, kilograms: Mapping[str, pd.Series | float]
) -> pd.DataFrame:
    before, after = was[column], now[column]
    other = ~((before == after) | (before.isna() & after.isna())).to_numpy(dtype=np.bool_)
    said = {"before": before[other].astype("str"), "after": after[other].astype("str")}
    moved = {name: item[other] if isinstance(item, pd.Series) else item for name, item in kilograms.items()}
    told = now[other].assign(column=column, change=str(change), **said, **moved)
    of_firm = change is ListChange.RENAMED
    return told.drop_duplicates("enterprise_id") if of_firm else told


def _delta(was: pd.DataFrame, now: pd.DataFrame) -> dict[str, pd.Series]:
    return {f"{name}_kg_per_day": now[f"{name}_kg_per_day"] - was[f"{name}_kg_per_day"] for name in POLLUTANTS}


def _kilograms(was: pd.DataFrame, now: pd.DataFrame) -> pd.DataFrame:
    """Rows of one status whose kilograms changed, with what they were and are."""
    delta = _delta(was, now)
    moved = np.abs(np.stack([np.asarray(item) for item in delta.values()])).max(axis=0, initial=0.0) > LEAST_KG_PER_DAY
    moved &= (was["status"] == now["status"]).to_numpy()
    told = now[moved].assign(before=_said(was[moved]), after=_said(now[moved]), change=str(ListChange.KILOGRAMS))
    changed: pd.DataFrame = told.assign(**{name: item[moved] for name, item in delta.items()})
    return changed


def _said(rows: pd.DataFrame) -> pd.Series:
    columns = [rows[f"{name}_kg_per_day"].map("{:g}".format).astype("str") for name in POLLUTANTS]
    return columns[0] + " / " + columns[1] + " / " + columns[2] + " / " + columns[3]


def _totals(inventory: Inventory) -> ListTotals:
    frame = inventory.frame
    running = frame[frame["status"] == str(OperatingStatus.RUNNING)]
    return ListTotals(
        file=inventory.file,
        firms=int(frame.loc[frame["enterprise_id"] != "", "enterprise_id"].nunique()),
        rows=len(frame),
        kilograms_per_day=tuple(float(running[f"{name}_kg_per_day"].sum()) for name in POLLUTANTS),
    )
