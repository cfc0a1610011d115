"""The registers of codes that the field dictionary names, and how people spell them otherwise."""

from collections.abc import Iterable
from difflib import get_close_matches
from enum import StrEnum
from unicodedata import normalize

from planner.inventory.records import ListCodes
from planner.terms import Grade, Guarantee, Level, Measure, MoveKind, OperatingStatus, Sector, SourceKind

__all__ = ["NO_INDUSTRY", "nearest_code", "registered_codes", "spelled_code"]

NO_INDUSTRY = "none"
"""Code of `key_industry` and of its grade for what belongs to no key industry."""

_REGISTERS: dict[str, type[StrEnum]] = {
    "SourceKind": SourceKind,
    "Sector": Sector,
    "Grade": Grade,
    "MoveKind": MoveKind,
    "OperatingStatus": OperatingStatus,
    "Guarantee": Guarantee,
    "FiledMeasure": Measure,
}

_SPELLINGS = {
    "生产线": "line",
    "锅炉": "boiler",
    "车队": "fleet",
    "工地": "site",
    "扬尘源": "dust",
    "工业源": "industry",
    "移动源": "mobile",
    "其他": "other",
    "A级": "A",
    "B级": "B",
    "B-级": "B-",
    "C级": "C",
    "D级": "D",
    "引领性": "leading",
    "绩效引领": "leading",
    "非引领性": "non_leading",
    "未评级": "ungraded",
    "未定级": "ungraded",
    "新纳入": "entry",
    "纳入": "entry",
    "首次评级": "entry",
    "升级": "promotion",
    "晋级": "promotion",
    "降级": "demotion",
    "退出": "exit",
    "撤销等级": "exit",
    "申报": "application",
    "新申报": "application",
    "违规": "violation",
    "违法": "violation",
    "提标改造逾期": "upgrade_overdue",
    "升级改造逾期": "upgrade_overdue",
    "无": "none",
    "在用": "running",
    "运行": "running",
    "闲置": "idle",
    "备用": "spare",
    "拆除": "dismantled",
    "已拆除": "dismantled",
    "供暖": "heat",
    "供热": "heat",
    "协同处置": "co_disposal",
    "发电": "power",
    "黄色": "yellow",
    "橙色": "orange",
    "红色": "red",
    "停产": "halt",
    "限产": "limit",
    "保温": "hold_hot",
    "焖炉": "hold_hot",
    "自主减排": "self",
    "单双号": "odd_even",
    "单双号限行": "odd_even",
    "无措施": "no_measure",
}


def registered_codes(register: str, codes: ListCodes) -> tuple[str, ...]:
    """The codes of a register of the field dictionary; empty where the list's own codes switch the check off.

    Args:
        register: name as `codes` of fields.csv gives it.
        codes: the city's counties and the key industries.

    Raises:
        KeyError: where no register has this name.
    """
    if register == "county":
        return codes.county_codes
    if register == "key_industry":
        known = tuple(item.code for item in codes.industries)
        return known if not known or NO_INDUSTRY in known else (*known, NO_INDUSTRY)
    if register == "ExemptThrough":
        return ("none", *(str(level) for level in Level))
    return tuple(str(code) for code in _REGISTERS[register])


def spelled_code(folded: str, plain: str, register: str) -> str:
    """The code of a register that a text is, in any letters or in a known other spelling; '' where it is none.

    Args:
        folded: the text in small letters without blanks.
        plain: the text without blanks.
        register: name as `codes` of fields.csv gives it.
    """
    known = registered_codes(register, ListCodes())
    by_letters = {code.casefold(): code for code in known}
    spelled = _SPELLINGS.get(plain, "")
    return by_letters.get(folded, spelled if spelled in known else "")


def nearest_code(written: str, known: Iterable[str]) -> str:
    """The one code of `known` that was most likely meant, '' where none is near.

    >>> nearest_code("runing", ["running", "idle"])
    'running'
    >>> nearest_code("停产", ["halt", "limit"])
    'halt'
    """
    plain = normalize("NFKC", written).strip()
    candidates = tuple(known)
    if _SPELLINGS.get(plain) in candidates:
        return _SPELLINGS[plain]
    folded = {code.casefold(): code for code in candidates}
    near = get_close_matches(plain.casefold(), folded, n=1, cutoff=0.7)
    return folded[near[0]] if near else ""
