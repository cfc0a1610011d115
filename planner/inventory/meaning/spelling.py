"""How a cell reads once its typing habits are gone: full-width signs, blanks, the many dashes."""

import re
from unicodedata import normalize

__all__ = ["NOTHING", "folded", "is_nothing", "one_line", "plain"]

_DASHES = re.compile("[－−–—―‐‑﹣─]+")
_BLANKS = re.compile(r"[\s\u200b\u200c\u200d\ufeff\u00ad]+")
_BREAKS = re.compile(r"[ \t\u3000]*[\r\n\x0b\x0c]+[ \t\u3000]*")
_ENDS = "，。；、：,.;:（("
NOTHING = frozenset(
    {"/", "//", "\\", "-", "--", "---", "----", "无", "没有", "不涉及", "未涉及", "不适用", "na", "n/a", "无此项"}
)
"""Words that people write for nothing, as `folded` gives them."""


def plain(text: str) -> str:
    """The text in half-width signs, one kind of dash, without any blank.

    >>> plain("Ｂ － ")
    'B-'
    """
    return _BLANKS.sub("", _DASHES.sub("-", normalize("NFKC", text)))


def folded(text: str) -> str:
    """The plain text in small letters, for comparing."""
    return plain(text).casefold()


def is_nothing(text: str) -> bool:
    """Whether a cell says that there is nothing to say; an empty one says nothing at all and is not meant."""
    return folded(text) in NOTHING


def one_line(text: str) -> str:
    r"""A text of several lines in one, its lines joined by a semicolon where no sign ends them.

    >>> one_line("停产\n停止运输")
    '停产；停止运输'
    """
    lines = [line for line in _BREAKS.split(text.strip()) if line.strip()]
    joined = ""
    for line in lines:
        glue = "" if not joined or joined[-1] in _ENDS else "；"
        joined += glue + line
    return joined
