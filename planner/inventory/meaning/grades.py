"""A grade in every spelling that lists know, with what else its cell says of the firm."""

import re
from dataclasses import dataclass

from planner.inventory.meaning.spelling import folded
from planner.terms import Grade, Level, OperatingStatus

__all__ = ["GradeWords", "read_grade"]

_LETTERS = {"a": Grade.A, "b": Grade.B, "b-": Grade.B_MINUS, "c": Grade.C, "d": Grade.D}
_NONE = {"非重点", "非重点行业", "不分级", "不参与分级", "不参评", "不纳入分级", "一般企业", "一般", "通用行业"}
_UNGRADED = {"未评级", "未定级", "未评", "未分级", "待评级", "待定", "未参评", "未评定", "无等级", "未定", "暂未评级"}
_LEADING = {
    "引领性",
    "引领",
    "绩效引领",
    "绩效引领性",
    "引领性企业",
    "引领型",
    "绩效引领企业",
    "引领企业",
    "绩效引领性企业",
}
_NOT_LEADING = {"非引领性", "非引领", "非引领性企业", "非绩效引领", "非引领型", "非绩效引领性", "其他非引领"}
_AFTER = re.compile(r"(?:等级|级|类|企业|级企业)+$")
_BEFORE = re.compile(r"^(?:绩效等级|绩效|等级|评级)[:：]?")
_YEAR = re.compile(r"\(?20[0-9]{2}年?度?(?:评定|评级|认定)?\)?")
"""The year of an appraisal beside its grade: B级（2023年）."""
_MINUS = re.compile(r"^([a-d])(?:减|负|minus|_|ˉ|\(减\)|\(-\))$")
_LOCAL = re.compile(r"^(?:地方|省级|市级|省定|市定|地标|省|市)[-_:：(]?([a-d]-?|引领性?)\)?$")
_EXEMPT = re.compile(r"(?:民生)?(?:保障)?(?:类)?豁免(?:类|企业)?")
_LIVELIHOOD = re.compile(r"民生(?:保障|工程)?(?:类|企业)?|保障(?:民生)?(?:类|企业)")
_HALTED = re.compile(r"长期(?:停产|停运|关停|停工)|(?:常年|已)(?:停产|关停)|停产(?:企业|半年以上|一年以上)?$")
_CODES = {str(item).casefold(): item for item in Grade}


@dataclass(frozen=True, slots=True, kw_only=True)
class GradeWords:
    """What a cell of grades says.

    Attributes:
        grade: None where no grade stands in it or it cannot be read.
        local: the grade of a scheme of the province or city, which is none of the national guide; '' where none.
        exempt_through: the highest level through which the firm is exempt by these words, '' where none.
        status: operating status that the words carry, '' where none.
        is_read: whether every word was understood.
    """

    grade: Grade | None = None
    local: str = ""
    exempt_through: str = ""
    status: str = ""
    is_read: bool = True


def read_grade(text: str) -> GradeWords:
    """The grade of a cell.

    >>> read_grade("B－").grade, read_grade("民生豁免-B").exempt_through, read_grade("地方A").local
    (<Grade.B_MINUS: 'B-'>, 'red', 'A')
    """
    word = _YEAR.sub("", folded(text))
    if not word:
        return GradeWords(is_read=False)
    if _HALTED.search(word):
        return _rest_of(_HALTED.sub("", word), status=str(OperatingStatus.IDLE))
    if _EXEMPT.search(word) and not word.startswith(("非豁免", "不豁免")):
        return _rest_of(_EXEMPT.sub("", word), exempt=str(Level.RED))
    if _LIVELIHOOD.search(word):
        return GradeWords(grade=_grade_of(_trimmed(_LIVELIHOOD.sub("", word))), is_read=False)
    local = _LOCAL.match(_AFTER.sub("", word))
    if local:
        return GradeWords(local=local[1].upper())
    grade = _grade_of(word)
    return GradeWords(grade=grade, is_read=grade is not None)


def _rest_of(word: str, *, exempt: str = "", status: str = "") -> GradeWords:
    """The words that are left when an exemption or a long halt was taken out."""
    bare = _trimmed(word)
    grade = _grade_of(bare) if bare else None
    return GradeWords(grade=grade, exempt_through=exempt, status=status, is_read=not bare or grade is not None)


def _trimmed(word: str) -> str:
    return word.strip("()/,、;:·").lstrip("-").removeprefix("(").rstrip("(")


def _grade_of(word: str) -> Grade | None:
    if word in _CODES:
        return _CODES[word]
    for words, grade in ((_LEADING, Grade.LEADING), (_NOT_LEADING, Grade.NON_LEADING)):
        if word in words:
            return grade
    if word in _NONE:
        return Grade.NONE
    if word in _UNGRADED:
        return Grade.UNGRADED
    bare = _AFTER.sub("", _BEFORE.sub("", word)) or word
    minus = _MINUS.match(bare.replace("级", ""))
    if minus:
        return _LETTERS.get(f"{minus[1]}-")
    return _LETTERS.get(bare.replace("级", ""))
