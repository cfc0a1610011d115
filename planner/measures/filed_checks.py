"""What the list's own checks across cells would have told, had the text's measure stood in its cells.

Those checks run before the texts are read; cells that a text fills are checked here, by the same rules, with the
phrase.
"""

from collections.abc import Iterable

import numpy as np
import numpy.typing as npt
import pandas as pd

from planner.errors import Finding, Place, Severity, finding
from planner.measures.filed_findings import tell_rows
from planner.measures.laid import Flags, LaidLevel
from planner.terms import DUTY_MEASURES, Guarantee, Level, Measure, OperatingStatus, SourceKind

__all__ = ["check_filled", "check_weaker_above"]

_HALTS = (Measure.HALT, Measure.HOLD_HOT)
_FREE = (Measure.NO_MEASURE, Measure.SELF)
_FIRMS = (SourceKind.LINE, SourceKind.BOILER)


def check_filled(frame: pd.DataFrame, laid: LaidLevel, file: str) -> Iterable[Finding]:
    """Warnings about cells that the texts of a level filled: each contradicts another cell of its row.

    Args:
        frame: the rows, their cells filled.
        laid: the texts of the level on these rows.
        file: name of the list.
    """
    measure, kept = frame[f"{laid.level}_measure"], frame[f"{laid.level}_kept_share"].to_numpy(dtype=np.float64)
    from_text = _from_text(laid)
    for code, where in _contradictions(frame, measure, kept):
        yield from _told(frame, laid, np.flatnonzero(from_text & where), code, file)


def check_weaker_above(frame: pd.DataFrame, milder: LaidLevel, stricter: LaidLevel, file: str) -> Iterable[Finding]:
    """Warnings where a stricter level keeps more than a milder one and a text filled one of both."""
    below, above = (frame[f"{laid.level}_kept_share"].to_numpy() for laid in (milder, stricter))
    more, code = above > below, "measures.list.weaker_above"
    yield from _told(frame, stricter, np.flatnonzero(more & _from_text(stricter)), code, file)
    given = stricter.given_code & stricter.given_share
    yield from _told(frame, milder, np.flatnonzero(more & given & _from_text(milder)), code, file)


def _from_text(laid: LaidLevel) -> Flags:
    """Rows whose code or share is that of a text which could be used."""
    used = (laid.column("problem") == "") & (laid.column("phrase") != "")
    return np.asarray(used & ~(laid.given_code & laid.given_share), dtype=np.bool_)


def _contradictions(
    frame: pd.DataFrame, measure: pd.Series, kept: npt.NDArray[np.float64]
) -> Iterable[tuple[str, npt.NDArray[np.bool_]]]:
    """(finding code, rows) of each rule."""
    bound = ~frame["can_stop"].to_numpy(dtype=np.bool_) | np.asarray(frame["guarantee"] != str(Guarantee.NONE))
    below = bound & (kept < frame["minimum_load_share"].to_numpy()) & np.asarray(measure != str(Measure.HOLD_HOT))
    yield "measures.list.below_minimum_load", np.asarray(below, dtype=np.bool_)
    hot = frame["hold_hot_share"].to_numpy(dtype=np.float64)
    yield "measures.list.halt_that_keeps", np.isin(measure, _HALTS) & (kept != 0.0) & (kept != hot)
    duty = np.isin(measure, DUTY_MEASURES) & np.isin(frame["source_kind"], _FIRMS)
    yield "measures.list.share_without_limit", (np.isin(measure, _FREE) | duty) & (kept < 1.0)
    yield (
        "measures.list.limit_without_share",
        np.asarray(measure == str(Measure.LIMIT)) & ((kept == 0.0) | (kept == 1.0)),
    )
    filed = np.asarray(measure != str(Measure.NO_MEASURE))
    yield "measures.list.of_rest", filed & np.asarray(frame["source_kind"] == str(SourceKind.REST))
    resting = ~np.isin(frame["status"], [OperatingStatus.RUNNING, ""])
    yield "measures.list.of_resting_line", filed & resting


def _told(frame: pd.DataFrame, laid: LaidLevel, rows: npt.NDArray[np.intp], code: str, file: str) -> Iterable[Finding]:
    def tell(row: int, where: Place) -> Finding:
        return _contradiction(code, frame.iloc[row], laid.level, where)

    yield from tell_rows(frame, rows, f"{laid.level}_measure_text", file, tell)


def _contradiction(code: str, row: pd.Series, level: Level, where: Place) -> Finding:
    return finding(
        code,
        Severity.NOTE if code == "measures.list.of_resting_line" else Severity.WARNING,
        where,
        value=row[f"{level}_measure_text"],
        measure=row[f"{level}_measure"],
        kept=f"{row[f'{level}_kept_share']:.6g}",
        minimum=f"{row['minimum_load_share']:.6g}",
        status=row["status"],
    )
