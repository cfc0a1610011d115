"""The texts of one level laid on all rows of a list, each distinct text and row facts once."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pandas as pd

from planner.measures.read import read_text
from planner.measures.records import Kind, Reading
from planner.measures.row_loads import RowFacts
from planner.measures.row_measure import RowMeasure, lay_on_row, names_equipment, names_lines
from planner.terms import Level, Measure, SourceKind

__all__ = ["Flags", "LaidLevel", "lay_level", "read_texts", "row_facts"]

Flags = npt.NDArray[np.bool_]
_FIRMS = (SourceKind.LINE, SourceKind.BOILER)
_READ_BY = {
    "coking_hours": Kind.LENGTHEN_CYCLE,
    "heats_per_day": Kind.LIMIT_ABSOLUTE,
    "lowest_output_t_per_day": Kind.LIMIT_TO_BASELINE,
    "actual_output_t_per_day": Kind.LIMIT_TO_BASELINE,
}
"""The numbers of a row that statements speak of, and the kind of statement that reads each."""
_NUMBERS = tuple(_READ_BY)
_KEYS = ["text", "line_id", "line_name", "alone", "of_enterprise", *_NUMBERS]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class LaidLevel:
    """What the texts of a level file, row by row.

    Attributes:
        level: the level.
        distinct: what each distinct text files for each distinct kind of row.
        number: (n,) the entry of `distinct` that each row has.
        given_code, given_share: (n,) where the list itself has a code, a kept share.
    """

    level: Level
    distinct: tuple[RowMeasure, ...]
    number: npt.NDArray[np.int64]
    given_code: Flags
    given_share: Flags

    def column(self, name: str) -> npt.NDArray[np.object_]:
        """(n,) an attribute of RowMeasure."""
        values = np.empty(len(self.distinct), dtype=object)
        values[:] = [getattr(item, name) for item in self.distinct]
        return values[self.number]

    def at(self, row: int) -> RowMeasure:
        """What a row's text files."""
        return self.distinct[int(self.number[row])]


def read_texts(texts: pd.Series) -> Mapping[str, Reading]:
    """Every distinct text that is not empty, read once."""
    return {text: read_text(text) for text in texts.unique().tolist() if text}


def row_facts(frame: pd.DataFrame) -> pd.DataFrame:
    """What statements may speak of, row by row; `alone`: the only line or boiler of its enterprise."""
    firms = frame["source_kind"].isin(_FIRMS)
    lines = firms.groupby(frame["enterprise_id"]).transform("sum")
    facts = frame[["line_id", "line_name", *_NUMBERS]].assign(of_enterprise=firms, alone=firms & (lines == 1))
    return facts.fillna(dict.fromkeys(_NUMBERS, 0.0))


def lay_level(frame: pd.DataFrame, facts: pd.DataFrame, level: Level, readings: Mapping[str, Reading]) -> LaidLevel:
    """The texts of a level on their rows.

    Args:
        frame: the rows of an inventory.
        facts: `row_facts` of them.
        level: the level.
        readings: `read_texts` of them.
    """
    texts = frame[f"{level}_measure_text"]
    keys = _keys(facts, texts, readings)
    number = keys.groupby(_KEYS, sort=False, dropna=False).ngroup()
    distinct = keys.drop_duplicates(_KEYS)[_KEYS]
    laid = tuple(_laid(row, level, readings) for row in distinct.itertuples(index=False))
    return LaidLevel(
        level=level,
        distinct=laid,
        number=np.array(number, dtype=np.int64),
        given_code=np.array(frame[f"{level}_measure"] != "", dtype=np.bool_),
        given_share=np.array(frame[f"{level}_kept_share"].notna(), dtype=np.bool_),
    )


def _keys(facts: pd.DataFrame, texts: pd.Series, readings: Mapping[str, Reading]) -> pd.DataFrame:
    """Text and facts row by row; a fact of which the text does not speak stands empty: alike rows are laid once."""
    number, distinct = pd.factorize(texts)

    def where(speaks: Callable[[Reading], bool]) -> Flags:
        spoken = [text in readings and speaks(readings[text]) for text in distinct]
        return np.array(spoken, dtype=np.bool_)[number]

    numbers = {
        name: facts[name].where(where(lambda reading, kind=kind: _is_of(reading, kind)), 0.0)  # type: ignore[misc]
        for name, kind in _READ_BY.items()
    }
    line_id = facts["line_id"].where(where(names_lines), "")
    line_name = facts["line_name"].where(where(names_equipment) & ~facts["alone"], "")
    return facts.assign(text=texts, line_id=line_id, line_name=line_name, **numbers)


def _is_of(reading: Reading, kind: Kind) -> bool:
    return any(item.kind is kind for item in reading.statements)


def _laid(row: tuple[object, ...], level: Level, readings: Mapping[str, Reading]) -> RowMeasure:
    text, line_id, line_name, alone, of_enterprise, *numbers = row
    if not text:
        return RowMeasure(code=str(Measure.NO_MEASURE))
    coking, heats, lowest, actual = (float(str(number)) for number in numbers)
    facts = RowFacts(
        line_id=str(line_id),
        line_name=str(line_name),
        alone=bool(alone),
        of_enterprise=bool(of_enterprise),
        coking_hours=coking,
        heats_per_day=heats,
        lowest_share=lowest / actual if actual > 0.0 else 0.0,
    )
    return lay_on_row(readings[str(text)], facts, level)
