"""Filed measures as codes and as the Chinese sentences in which firms word them."""

from dataclasses import dataclass
from typing import ClassVar

import numpy as np
import pandas as pd

from planner.sources.synthesis.draws import Ints
from planner.sources.synthesis.industry import FULL_LOAD
from planner.sources.synthesis.text import shortest, whole
from planner.terms import Measure

__all__ = ["FilingText", "duty_codes", "measure_codes", "measure_texts"]

_TRUCK_BAN = "停止使用国四及以下重型载货车辆（含燃气）"
_NO_HAULAGE = "停止公路运输"
_SELF = "自主减排"


@dataclass(frozen=True, slots=True, kw_only=True)
class FilingText:
    """What the words of a filing need, one entry a line.

    Attributes:
        line_id: the firm's own number of the line.
        line_name: what the line is.
        load_word: the quantity by which load is checked.
        load_unit: its unit.
        load: its value on a normal day.
        manner: 0 to 2, the firm's manner of wording.
        holds_hot: 1 where a halted line is held hot.
        own: 1 where the firm acts on its own.
        bulk: 1 where bulk haulage duties hold.
        no_haulage: 1 where all road haulage stops with the measure.
    """

    line_id: pd.Series
    line_name: pd.Series
    load_word: pd.Series
    load_unit: pd.Series
    load: Ints
    manner: Ints
    holds_hot: Ints
    own: Ints
    bulk: Ints
    no_haulage: Ints

    MANNERS: ClassVar[int] = 3


def measure_codes(words: FilingText, kept_percent: Ints, outside: Ints) -> pd.Series:
    """The measure of each line at a level; haulage alone where a bulk haulier keeps its full load."""
    cases = [
        words.own == 1,
        (outside == 1) | ((kept_percent == FULL_LOAD) & (words.bulk == 0)),
        kept_percent == FULL_LOAD,
        kept_percent > 0,
        words.holds_hot == 1,
    ]
    codes = (Measure.SELF, Measure.NO_MEASURE, Measure.TRUCK_BAN_CN4, Measure.LIMIT, Measure.HOLD_HOT)
    return pd.Series(np.select(cases, [code.value for code in codes], Measure.HALT.value), dtype=str)


def duty_codes(words: FilingText, codes: pd.Series) -> pd.Series:
    """The duty beside a load measure: haulage, where the firm is a bulk haulier."""
    loads = codes.isin([Measure.HALT.value, Measure.HOLD_HOT.value, Measure.LIMIT.value])
    duty = np.where(words.no_haulage == 1, Measure.ROAD_HAULAGE_STOP.value, Measure.TRUCK_BAN_CN4.value)
    return pd.Series(np.where(loads & (words.bulk == 1), duty, ""), dtype=str)


def measure_texts(words: FilingText, codes: pd.Series, kept_percent: Ints) -> pd.Series:
    """The sentence of each line at a level; empty where nothing is filed."""
    text = pd.Series("", index=codes.index, dtype=str)
    wording = {
        Measure.HALT: _halts(words),
        Measure.HOLD_HOT: _holds(words),
        Measure.LIMIT: _limits(words, kept_percent),
    }
    for measure, sentences in wording.items():
        text = text.mask(codes == measure.value, sentences + _haulage(words))
    text = text.mask(codes == Measure.TRUCK_BAN_CN4.value, _TRUCK_BAN)
    return text.mask(codes == Measure.SELF.value, _SELF)


def _halts(words: FilingText) -> pd.Series:
    named = words.line_id + words.line_name
    return _styled(words, named + "停产", words.line_id + "线停产", named + "停产，环保设施在停产后关停")


def _holds(words: FilingText) -> pd.Series:
    named = words.line_id + words.line_name
    return _styled(words, named + "停产保温", named + "停产，炉窑保温", named + "停止进料，保温待产")


def _limits(words: FilingText, kept_percent: Ints) -> pd.Series:
    share = "限产" + whole(FULL_LOAD - kept_percent) + "%"
    lowered = words.load_word + "由" + shortest(words.load * 100) + words.load_unit
    lowered = lowered + "降至" + shortest(words.load * kept_percent) + words.load_unit
    named = words.line_id + words.line_name
    return _styled(words, share + "，" + lowered, named + share, named + share + "（" + lowered + "及以下）")


def _styled(words: FilingText, *manners: pd.Series) -> pd.Series:
    return pd.Series(np.choose(words.manner, [manner.to_numpy(dtype=object) for manner in manners]), dtype=str)


def _haulage(words: FilingText) -> pd.Series:
    said = np.where(words.no_haulage == 1, "；" + _NO_HAULAGE, "；" + _TRUCK_BAN)
    return pd.Series(np.where(words.bulk == 1, said, ""), dtype=str)
