"""Cells of codes and texts, read word by word: each distinct text once."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from planner.inventory.cell_patterns import BLANKS
from planner.inventory.code_registers import spelled_code
from planner.inventory.fields_record import Field
from planner.inventory.meaning.changes import ChangeReason
from planner.inventory.meaning.names import Named, find_name
from planner.inventory.meaning.spelling import folded, is_nothing, one_line, plain

__all__ = ["Word", "read_code", "read_flag", "read_measure", "read_name", "read_named", "read_spelled", "read_text"]

_YES = frozenset(
    {"是", "有", "1", "true", "yes", "y", "√", "✓", "☑", "已安装", "安装", "可", "能", "在列", "已列入", "纳入"}
)
_NO = frozenset(
    {"否", "无", "0", "false", "no", "n", "×", "✗", "x", "未安装", "不可", "不能", "未列入", "未纳入", "/", "-"}
)
_COAL = ("煤", "重油", "焦炭", "兰炭", "石油焦")
_CLEAN = ("天然气", "电", "煤气", "液化气", "生物质", "太阳能", "蒸汽", "柴油", "焦炉气", "煤制气", "燃气")
_A_DAY = re.compile("[12][0-9]{3}-([0-9]{2})-([0-9]{2})")
"""A day in a column of names: a spreadsheet makes one of 1-2."""
_NO_MEASURE = frozenset(
    {"无", "无措施", "不停产", "不限产", "/", "-", "--", "无要求", "正常生产", "不采取措施", "不涉及"}
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """What a cell means.

    Attributes:
        text: the cell as the field wants it; as it was where it could not be read, so that the checks tell it.
        reason: why it was changed, None where it was not.
        detail: what the reason rests on.
        doubt: code of a finding about it, '' where it is sure.
    """

    text: str
    reason: ChangeReason | None = None
    detail: str = ""
    doubt: str = ""


def read_text(text: str) -> Word:
    """A text in one line without blanks around it; a word for nothing is an empty cell."""
    line = one_line(text) if "\n" in text or "\r" in text else text.strip(BLANKS)
    if is_nothing(line):
        return Word(text="", reason=ChangeReason.NOTHING)
    day = _A_DAY.fullmatch(line)
    if day:
        meant = f"{int(day[1])}-{int(day[2])}"
        return Word(text=meant, reason=ChangeReason.DATE, doubt="list.cell.made_a_date")
    reason = ChangeReason.LINE_BREAK if line != text.strip(BLANKS) else None
    return Word(text=line, reason=reason)


def read_name(text: str) -> Word:
    """The name of a firm; a line break within it is its column's width, and no sign of the name."""
    lines = [line.strip(BLANKS) for line in text.splitlines()]
    glue = "" if not text.isascii() else " "
    word = read_text(glue.join(line for line in lines if line))
    return replace(word, reason=ChangeReason.LINE_BREAK) if len(lines) > 1 and word.reason is None else word


def read_measure(text: str) -> Word:
    """The text of a measure; words for no measure are kept as 无措施."""
    if folded(text) in _NO_MEASURE:
        return Word(text="无措施", reason=None if text == "无措施" else ChangeReason.NOTHING)
    return read_text(text)


def read_code(text: str) -> Word:
    """A code of digits and letters: half-width, capital, without blanks or the apostrophe that makes it text."""
    if is_nothing(text):
        return Word(text="", reason=ChangeReason.NOTHING)
    code = plain(text).upper().lstrip("'`‘’")
    return Word(text=code, reason=ChangeReason.SPELLING if code != text else None)


def read_spelled(text: str, field: Field) -> Word:
    """A code of a register of the dictionary, by its code or a known spelling; nothing is taken for the nearest."""
    code = spelled_code(folded(text), plain(text), field.codes)
    if not code:
        return Word(text=text)
    return Word(text=code, reason=ChangeReason.WORD if code != text else None)


def read_flag(text: str, field: Field) -> Word:
    """1 or 0 of yes and no, of a count, or of a fuel."""
    word = folded(text)
    if word in ("0", "1"):
        return Word(text=word, reason=None if word == text else ChangeReason.SPELLING)
    if field.name == "uses_coal":
        return _fuel(text, word)
    if word in _YES or (field.name == "monitored" and word.isdigit() and int(word)):
        return Word(text="1", reason=ChangeReason.WORD)
    if word in _NO or word.startswith("未"):
        return Word(text="0", reason=ChangeReason.WORD)
    return Word(text=text)


def _fuel(text: str, word: str) -> Word:
    """Whether a fuel is coal or heavy oil; gas made of coal is a gas."""
    bare = word
    for name in sorted(_CLEAN, key=len, reverse=True):
        bare = bare.replace(name, "")
    if word in ("是", "否", "无", "/", "-"):
        return Word(text="1" if word == "是" else "0", reason=ChangeReason.WORD)
    if any(name in bare for name in _COAL):
        return Word(text="1", reason=ChangeReason.WORD)
    if not bare.strip("、,;+和及"):
        return Word(text="0", reason=ChangeReason.WORD)
    return Word(text=text)


def read_named(
    names: Mapping[str, str], former: Mapping[str, tuple[str, str]], reason: ChangeReason
) -> Callable[[str], Word]:
    """A reader of names of counties, industries or processes.

    Args:
        names: spellings and codes.
        former: spellings of old, with today's code and the name of old.
        reason: said of a name that became its code.
    """

    def read(text: str) -> Word:
        found = find_name(text, names, former) or _last_part(text, names, former)
        if found is None:
            return Word(text=text)
        changed = reason if found.code != text else None
        before = ChangeReason.COUNTY_BEFORE if found.former else changed
        return Word(text=found.code, reason=before, detail=found.former)

    return read


def _last_part(text: str, names: Mapping[str, str], former: Mapping[str, tuple[str, str]]) -> Named | None:
    """A name behind a prefix that names something larger: 长治市襄垣县, 3011水泥制造, C3011."""
    word = plain(text)
    for at in range(1, min(len(word), 12)):
        found = find_name(word[at:], names, former)
        if found is not None and (word[:at].endswith(("市", "省", "区")) or word[:at].isascii()):
            return found
    digits = word[:4]
    if digits.isdigit() and digits in names:
        return Named(code=names[digits])
    return None
