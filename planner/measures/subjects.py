"""Whether an unknown name stands where it can only be the name of a thing, and holds nothing that could be more.

What a measure is about may be called anything: a firm, a workshop, a machine that nobody listed. An unknown word
changes no measure where it is the subject, what is counted, or a remark in brackets, unless it holds a sign of
number, time, negation, condition, exception or of a verb (`risky_signs.py`).
"""

import re
from functools import lru_cache

from planner.measures.clauses import ACTIONS, Clause
from planner.measures.plain_words import HEADS, LONGEST_WORD, PLAIN_WORDS
from planner.measures.risky_signs import RISKY_SIGNS
from planner.measures.tokens import Token
from planner.measures.vocabulary import Word

__all__ = ["ends_in_unit", "is_known", "is_subject", "names_work"]

_COUNTED_BY = frozenset({Word.COUNT, Word.LINE, Word.SIZE})
_NUMBERS = frozenset(
    {Word.SHARE, Word.AMOUNT, Word.HOURS, Word.TRIPS, Word.TIMES, Word.HEATS, Word.DAYS, Word.NUMBER, Word.COUNT}
)
_UNITS = (*"机炉窑线釜塔罐槽磨锅站厂房", "车间", "企业", "公司", "装置", "生产线", "机组", "行业", "作坊", "门店")
_STRIPPED = "、,:;()的等各"
_WORK_SIGNS = frozenset(
    "拆喷涂漆烧焙煅熔炼轧锻铸焊割磨抛砂浸染印压冲挤拌混筛碎卸挖钻爆炒烘烤干染切削铣刨铲填铺浇注镀蒸煮酿酵绷贴"
)
_MARKS = "、,:;()[]/+-#.0123456789"
_OF_OUTPUT = re.compile(r"产|负荷|出力|开工|开机")
_LISTING = "、和及与"


def is_subject(clause: Clause, name: Token) -> bool:
    """Whether an unknown name of a clause is a thing and nothing else."""
    if not _is_riskless(name.text):
        return False
    at = clause.tokens.index(name)
    before = [token for token in clause.tokens[:at] if not token.inside]
    after = clause.tokens[at + 1] if at + 1 < len(clause.tokens) else None
    if after is not None and after.word in _NUMBERS and not ends_in_unit(name.text):
        return False
    if (
        after is not None
        and after.word is Word.CUT
        and not _OF_OUTPUT.search(after.text)
        and not ends_in_unit(name.text)
    ):
        return False
    if name.inside or not any(token.word in ACTIONS for token in before):
        return True
    if before[-1].word is Word.STOP:
        return names_work(name.text) if after is None else after.word is Word.WORK
    return before[-1].word in _COUNTED_BY


def ends_in_unit(name: str) -> bool:
    """Whether a name says by its end that it is a unit or a firm: 雷蒙磨, 制钉厂."""
    return name.strip(_STRIPPED).endswith(_UNITS)


def names_work(name: str) -> bool:
    """Whether each item of a list says by its last sign that it is what is done to a material: 脱脂清洗、烘干."""
    items = [name.strip(_STRIPPED)]
    for mark in _LISTING:
        items = [part for item in items for part in item.split(mark)]
    return all(item and item[-1] in _WORK_SIGNS for item in items)


def is_known(name: str) -> bool:
    """Whether a name is made of known words alone."""
    reached = {0}
    for at in (at for at in range(len(name)) if at in reached):
        last = min(len(name), at + LONGEST_WORD)
        reached |= {end for end in range(at + 1, last + 1) if name[at:end] in PLAIN_WORDS or name[at:end] in HEADS}
        reached |= {at + 1} if name[at] in _MARKS else set()
    return len(name) in reached


@lru_cache(maxsize=16_384)
def _is_riskless(name: str) -> bool:
    """Whether a name can be cut into known words and signs that are none of a verb, a number or a word of grammar."""
    reached = {0}
    for at, sign in enumerate(name):
        if at not in reached:
            continue
        if sign not in RISKY_SIGNS:
            reached.add(at + 1)
        last = min(len(name), at + LONGEST_WORD)
        reached |= {end for end in range(at + 1, last + 1) if name[at:end] in PLAIN_WORDS or name[at:end] in HEADS}
    return len(name) in reached
