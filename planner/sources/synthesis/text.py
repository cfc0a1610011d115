"""Whole numbers as text: no float is ever printed, so the bytes are the same everywhere."""

import numpy as np
import pandas as pd

from planner.sources.synthesis.draws import Ints

__all__ = ["decimals", "shortest", "whole"]


def whole(values: Ints, width: int = 0) -> pd.Series:
    """The numbers as text, with leading zeros up to a width."""
    text = pd.Series(values).astype(str)
    return text.str.zfill(width) if width else text


def decimals(values: Ints, digits: int) -> pd.Series:
    """Numbers given in units of the last of `digits` decimals, such as 1234 as 1.234.

    Args:
        values: 0 or more.
        digits: decimals to print, at least 1.
    """
    unit = 10**digits
    return whole(values // unit) + "." + whole(values % unit, digits)


def shortest(hundredths: Ints) -> pd.Series:
    """Numbers given in hundredths, without trailing zeros, such as 1250 as 12.5 and 1200 as 12."""
    tail = ("." + whole(hundredths % 100, 2)).str.rstrip("0").str.rstrip(".")
    return whole(hundredths // 100) + pd.Series(np.where(hundredths % 100 == 0, "", tail), dtype=str)
