"""Units as lists spell them, and what one of them is in the unit of the field dictionary."""

import re
from dataclasses import dataclass

from planner.inventory.meaning.spelling import folded

__all__ = ["UNIT_AT_END", "Unit", "factor_between", "read_unit", "target_unit"]

_BASES: dict[str, tuple[str, float]] = {
    **dict.fromkeys(("kg", "千克", "公斤"), ("mass", 1.0)),
    **dict.fromkeys(("t", "吨", "公吨", "吨(t)", "t(吨)"), ("mass", 1e3)),
    **dict.fromkeys(("万吨", "万t"), ("mass", 1e7)),
    **dict.fromkeys(("g", "克"), ("mass", 1e-3)),
    **dict.fromkeys(("元", "yuan", "人民币元"), ("money", 1.0)),
    "千元": ("money", 1e3),
    **dict.fromkeys(("万元", "人民币万元"), ("money", 1e4)),
    **dict.fromkeys(("百万元",), ("money", 1e6)),
    **dict.fromkeys(("亿元",), ("money", 1e8)),
    **dict.fromkeys(("kwh", "kw·h", "kw.h", "kw*h", "千瓦时", "度"), ("energy", 1.0)),
    **dict.fromkeys(("万kwh", "万kw·h", "万千瓦时", "万度"), ("energy", 1e4)),
    **dict.fromkeys(("mwh", "兆瓦时"), ("energy", 1e3)),
    **dict.fromkeys(("gj", "吉焦"), ("heat", 1.0)),
    **dict.fromkeys(("万gj", "万吉焦"), ("heat", 1e4)),
    **dict.fromkeys(("h", "小时", "时", "hour", "hours"), ("hours", 1.0)),
    **dict.fromkeys(("d", "天", "日", "day", "days"), ("days", 1.0)),
    **dict.fromkeys(("%", "百分比", "百分数"), ("share", 0.01)),
    "‰": ("share", 0.001),
    **dict.fromkeys(("辆", "辆次", "台次", "车次", "车", "炉", "炉次"), ("count", 1.0)),
    **dict.fromkeys(("m", "米"), ("length", 1.0)),
    **dict.fromkeys(("mm", "毫米"), ("length", 1e-3)),
    **dict.fromkeys(("°", "度(°)", "deg"), ("angle", 1.0)),
}
_PERIODS = {
    **dict.fromkeys(("年", "a", "yr", "y", "year", "每年"), "year"),
    **dict.fromkeys(("日", "天", "d", "day", "每天", "每日"), "day"),
    **dict.fromkeys(("月", "month", "小时", "h", "时", "季"), "other"),
}
_PER = re.compile(r"(?:每|/|\\|·)")
_NUMERATORS = "|".join(re.escape(word) for word in sorted(_BASES, key=len, reverse=True))
_DENOMINATORS = "|".join(re.escape(word) for word in sorted(_PERIODS, key=len, reverse=True))
UNIT_AT_END = re.compile(rf"(?:单位[:：]?)?(?P<unit>(?:{_NUMERATORS})(?:(?:/|每|·)(?:{_DENOMINATORS}))?)$")
"""A unit at the end of a folded header."""

_TARGETS = {
    "kg/d": "kg/d",
    "t/d": "t/d",
    "kWh/d": "kwh/d",
    "GJ/d": "gj/d",
    "yuan/d": "元/d",
    "yuan": "元",
    "h": "h",
    "d": "d",
    "m": "m",
    "1/d": "辆/d",
    "deg": "°",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """A unit as it was understood.

    Attributes:
        dimension: mass, money, energy, hours, days, share, count, length or angle.
        factor: how many kg, yuan, kWh, h, d, wholes, pieces or metres one of it is.
        period: year, day, other, or '' where none is named.
    """

    dimension: str
    factor: float
    period: str = ""


def read_unit(text: str) -> Unit | None:
    """The unit that a text names, None where it names none.

    >>> read_unit("万吨/年")
    Unit(dimension='mass', factor=10000000.0, period='year')
    """
    word = folded(text).removeprefix("单位").strip(":,")
    parts = _PER.split(word)
    if word in _BASES:
        parts = [word]
    head, tail = parts[0], [part for part in parts[1:] if part]
    if head not in _BASES or len(tail) > 1 or (tail and tail[0] not in _PERIODS):
        return None
    dimension, factor = _BASES[head]
    return Unit(dimension=dimension, factor=factor, period=_PERIODS[tail[0]] if tail else "")


def target_unit(unit: str) -> Unit | None:
    """The unit of a field of the dictionary; None for shares, flags and codes."""
    return Unit(dimension="share", factor=1.0) if unit == "share" else read_unit(_TARGETS.get(unit, ""))


def factor_between(unit: Unit, target: Unit, days_per_year: float) -> float | None:
    """What a number in `unit` is multiplied by to stand in `target`; None where the two do not go together.

    Args:
        unit: a unit with its period known.
        target: the field's unit.
        days_per_year: 1..366, by which a yearly amount becomes a daily one.
    """
    if unit.dimension != target.dimension or "other" in (unit.period, target.period):
        return None
    factor = unit.factor / target.factor
    if unit.period == target.period:
        return factor
    if target.period == "day" and unit.period == "year":
        return factor / days_per_year
    return None
