"""The filed texts of a list: read once each, laid on their rows, compared with the codes beside them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt
import pandas as pd

from planner.errors import Finding, Place, Severity, finding
from planner.inventory import Inventory
from planner.measures.read import read_text
from planner.measures.records import Reading
from planner.measures.row_loads import RowFacts
from planner.measures.row_measure import RowMeasure, lay_on_row
from planner.terms import LEVELS, Level, Measure, SourceKind

__all__ = ["FiledReading", "FiledTexts", "read_filed"]

MOST_FINDINGS = 5000
_FIRMS = (SourceKind.LINE, SourceKind.BOILER)
_NUMBERS = ("coking_hours", "heats_per_day", "lowest_output_t_per_day", "actual_output_t_per_day")
_KEYS = ["line_id", "line_name", "alone", "of_enterprise", *_NUMBERS]
_CLOSE = 0.006
"""A code's share and a text's share are one share where they differ by less: both are rounded to whole percent."""

_CODES = {
    "soft": "measures.list.soft",
    "doubtful": "measures.list.doubtful",
    "of_enterprise": "measures.list.of_enterprise",
    "other_equipment": "measures.list.other_equipment",
    "number_missing": "measures.list.number_missing",
    "not_load": "measures.list.not_load",
    "no_code": "measures.list.no_code",
    "two_loads": "measures.list.two_loads",
}

Flags = npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True, kw_only=True)
class FiledTexts:
    """How much of a list's texts was read: cells with a text, distinct texts, cells read."""

    texts: int
    distinct: int
    read: int

    @property
    def share(self) -> float:
        """Read cells by cells with a text, 0..1; 1 where there is none."""
        return self.read / self.texts if self.texts else 1.0


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class FiledReading:
    """A list with its texts read.

    Attributes:
        inventory: the list, cells of code, kept share and duties that were empty filled from the texts.
        counts: how many texts were read.
        findings: texts that could not be read or used, and codes that disagree with their text.
    """

    inventory: Inventory
    counts: FiledTexts
    findings: tuple[Finding, ...]


def read_filed(inventory: Inventory) -> FiledReading:
    """The list with what its texts file.

    A code that stands in the list stands; an empty one is filled from its text, and where the text cannot be used it
    becomes `no_measure`, which is told. Each distinct text is read once.
    """
    frame = inventory.frame.copy()
    facts = _facts(frame)
    readings: dict[str, Reading] = {}
    findings: list[Finding] = []
    for level in LEVELS:
        told = _read_level(frame, facts, level, readings, inventory.file)
        findings += told
    cells = pd.concat([frame[f"{level}_measure_text"] for level in LEVELS])
    cells = cells[cells != ""]
    read = int(cells.map(lambda text: readings[text].is_read).sum()) if len(cells) else 0
    counts = FiledTexts(texts=len(cells), distinct=len(readings), read=read)
    return FiledReading(inventory=replace(inventory, frame=frame), counts=counts, findings=tuple(findings))


def _facts(frame: pd.DataFrame) -> pd.DataFrame:
    """What statements may speak of, row by row; `alone`: the only line or boiler of its enterprise."""
    firms = frame["source_kind"].isin(_FIRMS)
    lines = firms.groupby(frame["enterprise_id"]).transform("sum")
    facts = frame[["line_id", "line_name", *_NUMBERS]].assign(of_enterprise=firms, alone=firms & (lines == 1))
    return facts.fillna(dict.fromkeys(_NUMBERS, 0.0))


def _read_level(
    frame: pd.DataFrame, facts: pd.DataFrame, level: Level, readings: dict[str, Reading], file: str
) -> list[Finding]:
    """Fills the level's cells of `frame`; gives what is to be told."""
    keys = facts.assign(text=frame[f"{level}_measure_text"])
    groups = keys.groupby(["text", *_KEYS], sort=False, dropna=False)
    number = groups.ngroup().to_numpy()
    distinct = keys.drop_duplicates(["text", *_KEYS])
    laid = [_laid(row, level, readings) for row in distinct.to_dict("records")]
    given = _given(frame, level)
    _fill(frame, level, laid, number, given)
    return list(_findings(frame, level, laid, number, given, file))


def _laid(row: Mapping[str, object], level: Level, readings: dict[str, Reading]) -> RowMeasure:
    text = str(row["text"])
    if not text:
        return RowMeasure(code=str(Measure.NO_MEASURE))
    if text not in readings:
        readings[text] = read_text(text)
    actual, lowest = _number(row, "actual_output_t_per_day"), _number(row, "lowest_output_t_per_day")
    facts = RowFacts(
        line_id=str(row["line_id"]),
        line_name=str(row["line_name"]),
        alone=bool(row["alone"]),
        of_enterprise=bool(row["of_enterprise"]),
        coking_hours=_number(row, "coking_hours"),
        heats_per_day=_number(row, "heats_per_day"),
        lowest_share=lowest / actual if actual > 0.0 else 0.0,
    )
    return lay_on_row(readings[text], facts, level)


def _number(row: Mapping[str, object], name: str) -> float:
    value = row[name]
    return float(value) if isinstance(value, int | float) else 0.0


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class _Given:
    """Where the list itself says code and kept share."""

    code: Flags
    share: Flags


def _given(frame: pd.DataFrame, level: Level) -> _Given:
    code = np.asarray(frame[f"{level}_measure"] != "", dtype=np.bool_)
    return _Given(code=code, share=np.asarray(frame[f"{level}_kept_share"].notna(), dtype=np.bool_))


def _fill(
    frame: pd.DataFrame, level: Level, laid: list[RowMeasure], number: npt.NDArray[np.intp], given: _Given
) -> None:
    """Empty codes, shares and duties from the texts; a share of a given code only where the codes agree."""
    codes = np.array([item.code or str(Measure.NO_MEASURE) for item in laid], dtype=object)[number]
    kept = np.array([item.kept_share for item in laid])[number]
    duties = np.array([";".join(item.duties) for item in laid], dtype=object)[number]
    column, share, duty = f"{level}_measure", f"{level}_kept_share", f"{level}_duties"
    halted = np.isin(frame[column], [Measure.HALT, Measure.HOLD_HOT])
    kept = np.where(given.code & halted, 0.0, np.where(given.code & (codes != frame[column]), 1.0, kept))
    frame[column] = pd.array(np.where(given.code, frame[column], codes), dtype="str")
    frame[share] = np.where(given.share, frame[share], kept)
    written = frame[duty] if duty in frame else pd.Series("", index=frame.index)
    agreed = np.asarray(frame[column] == codes)
    frame[duty] = pd.array(np.where(written != "", written, np.where(agreed, duties, "")), dtype="str")


def _findings(
    frame: pd.DataFrame,
    level: Level,
    laid: list[RowMeasure],
    number: npt.NDArray[np.intp],
    given: _Given,
    file: str,
) -> Iterable[Finding]:
    problems = np.array([item.problem for item in laid], dtype=object)[number]
    troubled = np.flatnonzero(problems != "")
    places = _places(frame, file, f"{level}_measure_text")
    for at in troubled[:MOST_FINDINGS].tolist():
        severity = Severity.NOTE if given.code[at] else Severity.WARNING
        yield _problem(laid[number[at]], severity, places(at))
    yield from _rest(troubled, places, "measures.list.more")
    differs = _disagreeing(frame, level, laid, number, given)
    places = _places(frame, file, f"{level}_measure")
    for at in differs[:MOST_FINDINGS].tolist():
        row = frame.iloc[at]
        yield finding(
            "measures.list.disagrees",
            Severity.WARNING,
            places(at),
            value=row[f"{level}_measure_text"],
            filed=row[f"{level}_measure"],
            kept=f"{row[f'{level}_kept_share']:.6g}",
            text_code=laid[number[at]].code,
            text_kept=f"{laid[number[at]].kept_share:.6g}",
        )
    yield from _rest(differs, places, "measures.list.more")


def _rest(positions: npt.NDArray[np.intp], places: "_Places", code: str) -> Iterable[Finding]:
    untold = len(positions) - MOST_FINDINGS
    if untold > 0:
        yield finding(code, Severity.WARNING, places(int(positions[MOST_FINDINGS])), count=untold, told=MOST_FINDINGS)


def _disagreeing(
    frame: pd.DataFrame, level: Level, laid: list[RowMeasure], number: npt.NDArray[np.intp], given: _Given
) -> npt.NDArray[np.intp]:
    """Rows whose given code, or share of a limit, is not what their usable text says."""
    codes = np.array([item.code for item in laid], dtype=object)[number]
    kept = np.array([item.kept_share for item in laid])[number]
    usable = np.array([item.is_usable and item.phrase != "" for item in laid], dtype=np.bool_)[number]
    other_code = given.code & np.asarray(frame[f"{level}_measure"] != codes)
    limited = ~np.isin(codes, [Measure.HALT, Measure.HOLD_HOT])
    apart = np.abs(frame[f"{level}_kept_share"].to_numpy() - kept) > _CLOSE
    return np.flatnonzero(usable & (other_code | (given.share & limited & apart)))


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class _Places:
    """The cells of one column by position."""

    file: str
    sheet: npt.NDArray[np.object_]
    row: npt.NDArray[np.int64]
    column: str

    def __call__(self, at: int) -> Place:
        return Place(file=self.file, sheet=str(self.sheet[at]), row=int(self.row[at]), column=self.column)


def _places(frame: pd.DataFrame, file: str, column: str) -> _Places:
    sheets = frame["list_sheet"].to_numpy(dtype=object)
    return _Places(file=file, sheet=sheets, row=frame["list_row"].to_numpy(), column=column)


def _problem(item: RowMeasure, severity: Severity, where: Place) -> Finding:
    if item.problem == "unread":
        way = item.in_the_way
        return finding("measures.list.unread", severity, where, value=item.phrase, in_the_way=way or "?")
    return finding(_CODES[item.problem], severity, where, value=item.phrase)
