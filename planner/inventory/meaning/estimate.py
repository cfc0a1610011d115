"""What a list leaves unsaid, estimated where that is asked for: from peers, from activity, by convention; all marked.

Never estimated are names, codes, grades, processes, measures and whatever has neither peers nor activity: they stay
findings.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

import numpy as np
import numpy.typing as npt
import pandas as pd

from planner.errors import Finding, Place, Severity, finding
from planner.inventory.fields_record import FieldDictionary, FieldKind, Need
from planner.inventory.meaning.assemble import ListMeaning, list_content
from planner.inventory.meaning.changes import ChangeReason, ColumnChange
from planner.inventory.meaning.estimate_records import ProcessFactors, conventions
from planner.inventory.records import ListRows

__all__ = ["ESTIMATED", "estimate_missing"]

ESTIMATED = "estimated_fields"
"""The column that names the estimated fields of a row, each with what it rests on."""

_FEWEST_PEERS = 3
_LIKE_CAPACITY = 2.0
_BY_TONNE = frozenset({"kg/d", "yuan/d", "kWh/d", "1/d", "yuan"})
_ACTIVITY = ("actual_output_t_per_day", "capacity_t_per_day")
_PARTS_OF_PM = frozenset({"pm10_kg_per_day", "pm25_kg_per_day"})
_NEVER = frozenset({"longitude", "latitude"})
Rows = npt.NDArray[np.intp]


@dataclass(slots=True, kw_only=True)
class _Estimates:
    """A list while its gaps are filled."""

    frame: pd.DataFrame
    rows: ListRows
    marks: npt.NDArray[np.object_]
    changes: list[ColumnChange] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    groups: dict[str, Rows] = field(default_factory=dict)

    def empty(self, name: str) -> Rows:
        if name not in self.frame.columns:
            self.frame[name] = pd.Series([""] * len(self.frame), dtype="str")
        return np.flatnonzero((self.frame[name] == "").to_numpy(dtype=np.bool_))

    def numbers(self, name: str) -> npt.NDArray[np.float64]:
        if name not in self.frame.columns:
            return np.full(len(self.frame), np.nan)
        return np.asarray(pd.to_numeric(self.frame[name], errors="coerce"), dtype=np.float64)

    def put(self, name: str, where: Rows, values: Sequence[str], reason: ChangeReason, details: Sequence[str]) -> None:
        """Fill cells, mark them and keep the change."""
        if not len(where):
            return
        column = self.frame[name].to_numpy(dtype=object).copy()
        column[where] = values
        self.frame[name] = pd.Series(column, dtype="str", index=self.frame.index)
        self.marks[where] = [f"{mark};{name}={reason}".lstrip(";") for mark in self.marks[where]]
        told = np.array(list(details), dtype=object)
        for sheet in pd.unique(self.rows.sheet[where]):
            of_sheet = where[self.rows.sheet[where] == sheet]
            mine = np.isin(where, of_sheet)
            self.changes.append(
                ColumnChange(
                    sheet=str(sheet),
                    column="",
                    field=name,
                    reason=reason,
                    row=self.rows.row[of_sheet],
                    old=np.full(len(of_sheet), "", dtype=object),
                    new=column[of_sheet],
                    detail=told[mine],
                )
            )

    def put_numbers(self, name: str, filled: dict[int, tuple[float, str]], reason: ChangeReason, code: str) -> None:
        """Fill cells with numbers, each with what it rests on, and tell how many."""
        where = np.array(sorted(filled), dtype=np.intp)
        values = [format(filled[at][0], ".6g") for at in where.tolist()]
        self.put(name, where, values, reason, [filled[at][1] for at in where.tolist()])
        self.tell(code, name, where, values[0] if values else "")

    def kinds(self) -> npt.NDArray[np.object_]:
        """Industry and process of each row."""
        parts = [self.frame[name] if name in self.frame.columns else "" for name in ("key_industry", "sub_process")]
        joined = pd.Series(parts[0], index=self.frame.index, dtype="str") + "/" + parts[1]
        return joined.to_numpy(dtype=object)

    def rows_by_kind(self) -> dict[str, Rows]:
        """The rows of each industry and process."""
        if not self.groups:
            found = pd.Series(np.arange(len(self.frame))).groupby(self.kinds()).indices
            self.groups.update({str(kind): np.asarray(rows, dtype=np.intp) for kind, rows in found.items()})
        return self.groups

    def tell(self, code: str, name: str, where: Rows, value: str) -> None:
        if len(where):
            first = int(where[0])
            sheet, row = str(self.rows.sheet[first]), int(self.rows.row[first])
            place = Place(file=self.rows.file, sheet=sheet, row=row, column=name)
            self.findings.append(finding(code, Severity.WARNING, place, count=len(where), value=value))


def estimate_missing(
    meaning: ListMeaning, dictionary: FieldDictionary, factors: Sequence[ProcessFactors] = ()
) -> ListMeaning:
    """The list with its gaps filled where something stands for them; `estimated_fields` names every one.

    Args:
        meaning: the list as read.
        dictionary: tells which fields every row needs, and their units.
        factors: stated factors of processes, for what has too few peers.
    """
    frame = meaning.rows.frame.copy()
    work = _Estimates(frame=frame, rows=meaning.rows, marks=np.full(len(frame), "", dtype=object))
    for item in dictionary:
        if item.dtype is FieldKind.NUMBER and item.required is Need.YES and item.name not in _NEVER:
            if item.name not in _PARTS_OF_PM:
                _from_peers(work, item.name, by_tonne=item.unit in _BY_TONNE)
            _from_activity(work, item.name, factors)
    _from_activity(work, "can_stop", factors)
    _by_convention(work)
    if ESTIMATED in frame.columns or not work.changes:
        return meaning
    work.frame[ESTIMATED] = pd.Series(work.marks, dtype="str", index=work.frame.index)
    return _with_estimates(meaning, work, dictionary)


def _with_estimates(meaning: ListMeaning, work: _Estimates, dictionary: FieldDictionary) -> ListMeaning:
    content, digest, frame = list_content(work.frame, meaning.rows, dictionary)
    return replace(
        meaning,
        rows=replace(meaning.rows, frame=frame, sha256=digest),
        content=content,
        changes=(*meaning.changes, *work.changes),
        findings=(*meaning.findings, *work.findings),
    )


def _from_peers(work: _Estimates, name: str, *, by_tonne: bool) -> None:
    """The median of the lines of the same industry and process, of amounts by tonne of a like capacity."""
    empty, numbers = work.empty(name), work.numbers(name)
    if not len(empty) or np.isnan(numbers).all():
        return
    by_kind, is_empty = work.rows_by_kind(), np.zeros(len(work.frame), dtype=np.bool_)
    is_empty[empty] = True
    size = work.numbers("capacity_t_per_day") if by_tonne else np.ones(len(work.frame))
    known = ~np.isnan(numbers) & (size > 0)
    filled: dict[int, tuple[float, str]] = {}
    for kind, rows in by_kind.items():
        alike = rows[known[rows]]
        if len(alike) >= _FEWEST_PEERS and kind.strip("/"):
            peers = _Peers.of(kind, size[alike], numbers[alike])
            filled |= peers.fill(rows[is_empty[rows]], size, by_tonne=by_tonne)
    work.put_numbers(name, filled, ChangeReason.PEERS, "list.estimate.peers")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Peers:
    """Lines of one industry and process that state an amount: `each` for a tonne of capacity, by capacity ascending."""

    kind: str
    size: npt.NDArray[np.float64]
    each: npt.NDArray[np.float64]

    @classmethod
    def of(cls, kind: str, size: npt.NDArray[np.float64], numbers: npt.NDArray[np.float64]) -> "_Peers":
        """The peers of lines with these capacities and amounts."""
        order = np.argsort(size, kind="stable")
        return cls(kind=kind, size=size[order], each=(numbers / size)[order])

    def fill(self, rows: Rows, size: npt.NDArray[np.float64], *, by_tonne: bool) -> dict[int, tuple[float, str]]:
        """For each row that has enough peers its amount, and who they are."""
        found: dict[int, tuple[float, str]] = {}
        for at in rows.tolist():
            own = size[at]
            if not own > 0:
                continue
            low, high = np.searchsorted(self.size, [own / _LIKE_CAPACITY, own * _LIKE_CAPACITY * (1 + 1e-12)])
            if high - low >= _FEWEST_PEERS:
                each = self._median(int(low), int(high))
                found[at] = (each * own if by_tonne else each, f"{high - low} × {self.kind}")
        return found

    def _median(self, low: int, high: int) -> float:
        return float(np.median(self.each[low:high]))


def _from_activity(work: _Estimates, name: str, factors: Sequence[ProcessFactors]) -> None:
    """The stated factor of the process times the row's activity, or what is the same for all lines of it."""
    empty = work.empty(name)
    activity = work.numbers(_ACTIVITY[0])
    activity = np.where(activity > 0, activity, work.numbers(_ACTIVITY[1]))
    dust, by_kind = work.numbers("pm_kg_per_day"), work.rows_by_kind()
    is_empty = np.zeros(len(work.frame), dtype=np.bool_)
    is_empty[empty] = True
    filled: dict[int, tuple[float, str]] = {}
    for item in factors:
        of_kind = by_kind.get(f"{item.key_industry}/{item.sub_process}", empty[:0])
        rows = of_kind[is_empty[of_kind]]
        numbers = _by_factor(item, name, activity[rows], dust[rows])
        pairs = zip(rows.tolist(), numbers.tolist(), strict=True)
        filled |= {at: (number, item.source) for at, number in pairs if not np.isnan(number)}
    work.put_numbers(name, filled, ChangeReason.ACTIVITY, "list.estimate.activity")


def _by_factor(
    item: ProcessFactors, name: str, activity: npt.NDArray[np.float64], dust: npt.NDArray[np.float64]
) -> npt.NDArray[np.float64]:
    """Amounts of rows of one process, NaN where nothing stands for them."""
    if name in item.of_pm:
        return item.of_pm[name] * dust
    if name in item.fixed:
        return np.full(len(activity), item.fixed[name])
    if name in item.per_tonne:
        return np.where(activity > 0, item.per_tonne[name] * activity, np.nan)
    return np.full(len(activity), np.nan)


def _by_convention(work: _Estimates) -> None:
    """What an empty cell of a code, flag or technical limit is taken for."""
    for item in conventions():
        where = work.empty(item.field)
        work.put(item.field, where, [item.value] * len(where), ChangeReason.CONVENTION, [item.reason] * len(where))
        work.tell("list.estimate.convention", item.field, where, item.value)
