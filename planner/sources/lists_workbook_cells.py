"""The text of a cell of a workbook, as people see it."""

from datetime import date, datetime, time, timedelta

__all__ = ["cell_text"]

_MIDNIGHT = time()
_EXACT = 1e15  # whole numbers below this are held exactly, and shown without an exponent


def cell_text(value: object) -> str:
    """The text of a cell's value: 1.0 is 1, a date is ISO 8601, a truth value is 1 or 0, nothing is ''.

    >>> [cell_text(value) for value in (1.0, 0.1, True, None, "限产")]
    ['1', '0.1', '1', '', '限产']
    """
    if value is None:
        return ""
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return str(int(value))
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() and abs(value) < _EXACT else repr(value)
    return _moment_text(value) if isinstance(value, date | time | timedelta) else str(value)


def _moment_text(value: date | time | timedelta) -> str:
    if isinstance(value, datetime) and value.time() == _MIDNIGHT:
        return value.date().isoformat()
    return str(value) if isinstance(value, timedelta) else value.isoformat()
