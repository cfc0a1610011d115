"""Plainly invented identities: credit codes in the unassigned area 999999, permits, meters, names, telephones."""

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from planner.sources.synthesis.draws import Ints
from planner.sources.synthesis.text import whole

__all__ = ["credit_codes", "meter_ids", "permit_ids", "telephones"]

_ALPHABET = np.array(list("0123456789ABCDEFGHJKLMNPQRTUWXY"))
"""Characters of a credit code in the order of their values (GB 32100-2015)."""
_LETTER_X = int(np.flatnonzero(_ALPHABET == "X")[0])
_TEN_AS_VALUE = 10
_PREFIX = (9, 1, 9, 9, 9, 9, 9, 9)
"""Enterprise registered with the market authority, in the area 999999, which GB/T 2260 assigns to nobody."""
_CODE_WEIGHTS = np.array((1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28))
_ORGANISATION_WEIGHTS = np.array((3, 7, 9, 10, 5, 8, 4, 2))
_ORGANISATION_DIGITS = 8


def credit_codes(serials: Ints) -> pd.Series:
    """Unified social credit codes with right check digits, of the organisations with these serial numbers.

    Args:
        serials: 0 to 99,999,999; each gives another code.

    Reference:
        GB 32100-2015 (modulus 31, last character) and GB 11714 (modulus 11, the organisation's own check digit).
    """
    powers = 10 ** np.arange(_ORGANISATION_DIGITS - 1, -1, -1)
    digits = serials[:, np.newaxis] // powers % 10
    check = (11 - digits @ _ORGANISATION_WEIGHTS % 11) % 11
    own = np.where(check == _TEN_AS_VALUE, _LETTER_X, check)[:, np.newaxis]
    prefix = np.broadcast_to(_PREFIX, (len(serials), len(_PREFIX)))
    body = np.concatenate([prefix, digits, own], axis=1)
    last = (31 - body @ _CODE_WEIGHTS % 31) % 31
    return _joined(np.concatenate([body, last[:, np.newaxis]], axis=1))


def permit_ids(codes: pd.Series) -> pd.Series:
    """Discharge permits of the firms with these credit codes: the first of each (HJ 608-2017)."""
    return codes + "001P"


def meter_ids(firm: Ints, line: Ints) -> pd.Series:
    """Electricity meters that no grid company would number so."""
    return "SYN-" + whole(firm, 7) + "-" + whole(line, 2)


def telephones(firm: Ints) -> pd.Series:
    """Telephone numbers beginning with 000, which no network assigns."""
    return "000-" + whole(firm, 8)


def _joined(values: NDArray[np.int64]) -> pd.Series:
    letters = np.ascontiguousarray(_ALPHABET[values])
    return pd.Series(letters.view(f"<U{values.shape[1]}").ravel(), dtype=str)
