"""Times, days and dates in one spelling: 22时至次日9时 is 22:00-09:00."""

import re
from collections.abc import Callable, Mapping

from planner.measures.numerals import number_of
from planner.measures.pieces import PART_OF_DAY
from planner.measures.tokens import Token
from planner.measures.vocabulary import Word

__all__ = ["clock_times", "cycle_parts", "plain_hours"]

_CLOCK = re.compile(
    rf"({PART_OF_DAY})?(\d{{1,2}}|[一二两三四五六七八九十]{{1,3}}(?=[时点]))(?::(\d{{2}})|[时点](?:(\d{{1,2}})分?|(半))?|(?=-))?"
)
_NUMBER = re.compile(r"\d+(?:\.\d+)?|[一二两三四五六七八九十]+")
_LATER = ("下午", "午后", "傍晚", "晚", "晚上", "晚间", "夜", "夜里", "夜间", "深夜")
_NIGHTLY = ("夜", "夜里", "夜间", "深夜", "晚", "晚上", "晚间")
_EVENING = 5
_HALF = 30
_NOON = 12
_UNITS = (("月", "months"), ("周", "weeks"), ("星期", "weeks"))


def plain_hours(token: Token) -> str:
    """A word of time in one spelling; one that has none stays as written.

    >>> from planner.measures.tokens import tokens_of
    >>> [plain_hours(token) for token in tokens_of("每日22时至次日9时")]
    ['daily', '22:00-09:00']
    """
    builder = _BUILDERS.get(token.word)
    return builder(token) if builder else token.text


def _window(token: Token) -> str:
    return clock_times(token.text) or ("24h" if "全" in token.text or "24" in token.text else token.text)


def _days(token: Token) -> str:
    unit = next((name for sign, name in _UNITS if sign in token.text), "d")
    return f"{token.value or 0:g} {unit}"


def _cycle(token: Token) -> str:
    off, on = cycle_parts(token.text)
    unit = "d" if "天" in token.text else "h"
    return f"{off:g} {unit} off / {on:g} {unit} on"


def cycle_parts(text: str) -> tuple[float, float]:
    """What a cycle stops and what it runs, in the unit of the text.

    >>> cycle_parts("停48小时、开12小时"), cycle_parts("开6天停2天")
    ((48.0, 12.0), (2.0, 6.0))
    """
    first, second, *_ = (number_of(found) for found in _NUMBER.findall(text))
    return (first, second) if text.startswith("停") else (second, first)


_BUILDERS: Mapping[Word, Callable[[Token], str]] = {
    Word.WINDOW: _window,
    Word.NIGHT: lambda token: "night" if token.text == "夜间" else "day",
    Word.DAYS: _days,
    Word.HOURS: lambda token: f"{token.value or 0:g} h",
    Word.AFTER_HOURS: lambda token: f">{token.value or 0:g} {'d' if '天' in token.text else 'h'}",
    Word.CYCLE: _cycle,
    Word.DAILY: lambda _: "daily",
    Word.MONTHLY: lambda token: "each month" if "月" in token.text else "each week",
}


def clock_times(text: str) -> str:
    """The window that a text names, '' where it names none.

    >>> clock_times("晚6时至次日上午8时"), clock_times("20:00至次日8:00")
    ('18:00-08:00', '20:00-08:00')
    """
    if "全" in text:
        return ""
    times = [_time(*found) for found in _CLOCK.findall(text.replace("第二天", ""))]
    return "-".join(times) if len(times) > 1 else ""


def _time(part: str, hour: str, minutes: str, spoken: str, half: str) -> str:
    """夜里十点 is 22:00, 夜里两点 02:00, 晚12点 00:00."""
    count = int(number_of(hour))
    if part in _NIGHTLY and count == _NOON:
        count = 0
    elif part in _LATER and count < _NOON and not (part in _NIGHTLY and count < _EVENING):
        count += _NOON
    return f"{count:02d}:{int(minutes or spoken or (half and _HALF) or 0):02d}"
