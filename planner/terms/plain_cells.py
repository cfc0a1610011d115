"""Cells of files for spreadsheets: text that a spreadsheet would run as a formula is made text that it shows."""

__all__ = ["as_written", "inert_cell"]

_LIVE = frozenset("=+-@＝＋－＠﹢﹣﹦﹫−|\t\r\n")
"""Signs that begin a formula, full-width ones too, which some offices take for it; a tab or line end may hide one."""

_UNSEEN = " \u00a0\u3000\u200b\u200c\u200d\u2060\ufeff\0"


def inert_cell(text: str) -> str:
    """The text, with an apostrophe before it where it could be run.

    >>> [inert_cell(text) for text in ("=1+1", " ＝cmd|'/c calc'!A0", "甲厂", "")]
    ["'=1+1", "' ＝cmd|'/c calc'!A0", '甲厂', '']
    """
    return f"'{text}" if text.lstrip(_UNSEEN)[:1] in _LIVE and text.strip(_UNSEEN) else text


def as_written(cell: str) -> str:
    """The text that `inert_cell` was given.

    >>> as_written(inert_cell("@SUM(A1)"))
    '@SUM(A1)'
    """
    return cell[1:] if cell[:1] == "'" and inert_cell(cell[1:]) == cell else cell
