"""The check digit of unified social credit codes, for a whole column at once."""

import numpy as np
import pandas as pd

from planner.inventory.list_columns import Flags

__all__ = ["has_right_check_digit"]

_SIGNS = "0123456789ABCDEFGHJKLMNPQRTUWXY"
_LENGTH = 18
_WEIGHTS = np.array([*(pow(3, place, 31) for place in range(_LENGTH - 1)), 1], dtype=np.int64)
_VALUES = np.zeros(128, dtype=np.int64)
_VALUES[[ord(sign) for sign in _SIGNS]] = np.arange(len(_SIGNS))


def has_right_check_digit(codes: pd.Series) -> Flags:
    """Which codes carry the right check digit: the sum of value(i) · 3^i, i = 0..16, plus its own value is 0 (mod 31).

    Args:
        codes: texts of exactly 18 of the 31 permitted signs each.

    Reference: GB 32100-2015, 4.2; ISO 7064 defines the family.
    """
    if codes.empty:
        return np.zeros(0, dtype=np.bool_)
    signs = np.frombuffer("".join(codes.tolist()).encode("ascii"), dtype=np.uint8)
    totals = _VALUES[signs].reshape(-1, _LENGTH) @ _WEIGHTS
    return np.asarray(totals % len(_SIGNS) == 0, dtype=np.bool_)
