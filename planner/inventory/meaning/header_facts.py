"""What a header says: its words, the level, the pollutant, the unit and the period that it names."""

import re
from dataclasses import dataclass

from planner.inventory.meaning.spelling import folded
from planner.inventory.meaning.units import UNIT_AT_END, Unit, read_unit
from planner.terms import Level

__all__ = ["HeaderFacts", "bare_words", "read_header"]

_LEVELS = (
    (Level.RED, re.compile(r"红色|红警|(?<![a-z])red|红(?!外)|(?<![iv1])(?:i|一|1)级")),
    (Level.ORANGE, re.compile(r"橙色|橙警|orange|橙|(?<![iv])ii级|二级|(?<![0-9])2级")),
    (Level.YELLOW, re.compile(r"黄色|黄警|yellow|黄(?!河|磷)|iii级|三级|(?<![0-9])3级")),
)
_LEVEL_NOISE = re.compile(r"重污染天气|预警|应急|响应|期间|启动|级别|时|下|状态|\(\)|情况")
_POLLUTANT_NOISE = re.compile(r"主要|污染物|大气|情况|指标|\(\)")
_POLLUTANTS = (
    ("pm25", re.compile(r"pm2\.?5|细颗粒物")),
    ("pm10", re.compile(r"pm10|可吸入颗粒物")),
    ("so2", re.compile(r"so2|二氧化硫")),
    ("nox", re.compile(r"nox|氮氧化物|no(?=排放|\(|$)")),
    ("vocs", re.compile(r"vocs?|挥发性有机物|挥发性有机化合物")),
    ("pm", re.compile(r"总颗粒物|颗粒物|烟?\(?粉\)?尘(?!源|污染)|tsp|(?<![a-z0-9])pm(?![a-z0-9])")),
)
_REDUCTION = re.compile(r"减排量|削减|减排比例|减排率|减少量|去除|处理效率|浓度|许可排放|总量指标|许可量|可减")
_YEAR = re.compile(r"年|(?<![a-z])annual|/a$")
_DAY = re.compile(r"日|每天|/d$|/天")
_THIS_YEAR = re.compile(r"20[0-9]{2}(?:[-—至/]+(?:20)?[0-9]{2})?年度?")
_BRACKETS = re.compile(r"[\(\[【〔{]([^()\[\]【】〔〕{}]*)[\)\]】〕}]")
_SIGNS = re.compile(r"[()\[\]【】〔〕{}/\\、,，。.:：;；*#\-_&\"'“”·+—~]")


@dataclass(frozen=True, slots=True, kw_only=True)
class HeaderFacts:
    """One header, of one or more stacked cells, taken apart.

    Attributes:
        words: what is left without level, pollutant, unit and signs, with `{level}` and `{pollutant}` before it.
        level: the warning level, '' where it names none, '?' where it names several.
        pollutant: so2, nox, pm, vocs, pm10, pm25, '' where it names none, '?' where several.
        unit: the unit it states, None where it states none; `unit_text` is its spelling.
        period: year or day where its words say so, else ''.
        is_reduction: whether it speaks of a reduction, a permit or a concentration instead of the base.
    """

    words: str
    level: str
    pollutant: str
    unit: Unit | None
    unit_text: str
    period: str
    is_reduction: bool


def read_header(text: str) -> HeaderFacts:
    """The facts of a header.

    >>> facts = read_header("二氧化硫年排放量（吨）")
    >>> facts.words, facts.pollutant, facts.unit_text, facts.period
    ('{pollutant}年排放量', 'so2', '吨', 'year')
    """
    word, unit_text = _without_unit(folded(text))
    period = "year" if _YEAR.search(word) else "day" if _DAY.search(word) else ""
    level, word = _taken(_THIS_YEAR.sub("", word), _LEVELS)
    pollutant, word = _taken(word, _POLLUTANTS)
    word = _POLLUTANT_NOISE.sub("", word) if pollutant else word
    words = bare_words(_LEVEL_NOISE.sub("", word) if level else word)
    marks = ("{level}" if level else "") + ("{pollutant}" if pollutant else "")
    return HeaderFacts(
        words=marks + words,
        level=level,
        pollutant=pollutant,
        unit=read_unit(unit_text) if unit_text else None,
        unit_text=unit_text,
        period=period,
        is_reduction=bool(_REDUCTION.search(word)),
    )


def bare_words(text: str) -> str:
    """The letters of a header without brackets, separators and numbers of footnotes."""
    return _SIGNS.sub("", text)


def _without_unit(word: str) -> tuple[str, str]:
    """The header without the last unit in its brackets, or at its end; and that unit."""
    for found in reversed(list(_BRACKETS.finditer(word))):
        if read_unit(found[1]):
            return word[: found.start()] + word[found.end() :], found[1].removeprefix("单位").strip(":")
    ends = UNIT_AT_END.search(word)
    if ends and ends.start() and _is_set_off(word, ends.start(), ends["unit"]):
        return word[: ends.start()].rstrip("/:,_"), ends["unit"]
    return word, ""


def _is_set_off(word: str, start: int, unit: str) -> bool:
    """Whether a unit at the end is one, and not the end of a word: '万元' always, '日' and '度' only behind a sign."""
    return word[start - 1] in "/:,_ " or len(unit) > 1


def _taken(word: str, patterns: tuple[tuple[str, re.Pattern[str]], ...]) -> tuple[str, str]:
    """The one thing named and the header without it; '?' where several are named."""
    named: list[str] = []
    for name, pattern in patterns:
        shorter = pattern.sub("", word)
        if shorter != word:
            named.append(str(name))
            word = shorter
    return ("" if not named else named[0] if len(named) == 1 else "?"), word
