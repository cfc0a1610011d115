"""The numbers of a clause: its share, amounts, counts, and how each binds. A number with two meanings is refused."""

import re
from dataclasses import dataclass

from planner.measures.clauses import Clause
from planner.measures.records import Bound
from planner.measures.tokens import Token
from planner.measures.vocabulary import Word

__all__ = ["Share", "amounts_of", "basis_of", "bound_of", "is_kept_share", "share_of", "whole_of_two"]

_OF_RUNNING = re.compile(
    r"[至到为在](?:不(?:超过|高于|大于))?(?:正常|设计|额定|原有?|核定|现有|满|平时|最大|环评|批复|许可|企业|总)*"
    r"(?:生产|运行)?(?:产能|能力|日均?产量|容量|负荷|出力|产量|水平)?的?$"
)
_CUT_NOT_KEPT = re.compile(r"(?:比例|幅度|力度)[^,;]*$")
_KEPT_AFTER = re.compile(r"^(?:的)?(?:生产)?(?:负荷|产能)(?:运行|生产|组织生产)")
_KEPT_BEFORE = re.compile(
    r"(?:保留|留|允许)$|[只仅](?:能|允许)?(?:开启|开|运行|生产|使用)$|(?:负荷|出力|产量|产能)(?:保持|维持|为)在?$|负荷率$|"
    r"为?(?:正常|设计|额定|平时|满负荷|批复|核定)(?:产能|能力|负荷|产量|生产能力)?的?$|允许(?:每?日)?(?:生产|产)量[^,;\d]{0,12}$|(?:负荷率|开工率|开机率|运转率|利用率|发挥率|开动率|稼动率|开车率|产能发挥)(?:(?:不得|不应|不)?(?:超过|高于|大于)|(?:控制|保持|维持)在)$|"
    r"(?:按照?|以|维持|保持)(?:设计|额定|核定|批复|正常|现有|满)*(?:产能|能力|负荷|产量)的?$"
)
_RUN_BY = re.compile(r"按照?$")
_RUNS = re.compile(r"(?:组织)?(?:生产|运行)(?!线)")
_NEAR = 12
_CAPACITY = re.compile(r"产能|能力|规模|投料|熔化量|拉引量|装煤量|处理量|加工量|总氧量|产量|用氧")
_UNITS = re.compile(
    r"线|数量|装备|设备|设施|房|车间|台数|条数|炭化室|窑|槽|炉|机|釜|塔|磨(?!料)|[按以](?:每)?[台套座条]计"
)
_TIME = re.compile(r"天数|时间|时长|小时")
_TURNED = {Bound.AT_MOST: Bound.AT_LEAST, Bound.AT_LEAST: Bound.AT_MOST}
"""Who keeps at most 60 % cuts at least 40 %."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """A share that is cut, and how it binds; `problem` names what is in the way where the clause says two."""

    cut: float
    bound: Bound
    problem: str = ""


def share_of(clause: Clause, text: str) -> Share:
    """The share that a clause cuts; a complement that stands beside it must agree with it."""
    tokens = clause.of(Word.SHARE)
    kept = [token for token in tokens if is_kept_share(clause, token, text)]
    cut = [token for token in tokens if token not in kept]
    values = {round(token.value or 0.0, 6) for token in cut} | {round(1.0 - (token.value or 0.0), 6) for token in kept}
    first = (cut or kept)[0]
    bounds = [bound_of(clause, token) for token in cut or kept]
    bound, problem = next((pair for pair in bounds if pair[0]), bounds[0])
    if len(values) > 1:
        problem = tokens[-1].text
    if kept and cut:
        bound, problem = Bound.NONE, "" if len(values) == 1 else problem
    if first in kept:
        bound = _TURNED.get(bound, bound)
    return Share(cut=min(values), bound=bound, problem=problem)


def is_kept_share(clause: Clause, token: Token, text: str) -> bool:
    """Whether a share is of what stays (降至70%, 不得超过设计产能的70%, 按70%负荷生产)."""
    words = text[clause.start : token.start]
    if _KEPT_BEFORE.search(words) or (_RUN_BY.search(words) and _RUNS.match(text, token.end)):
        return True
    if _OF_RUNNING.search(words) and not _CUT_NOT_KEPT.search(words.rpartition(",")[2]):
        return True
    if _KEPT_AFTER.match(text[token.end : token.end + _NEAR]):
        return True
    words = words[-_NEAR:]
    at_most = re.search(r"(?:不得|不|不应|不能)(?:超过|高于|大于)[^,;]*$", words)
    if re.search(r"(?:负荷|出力|产量)(?:不得|不应|不)(?:超过|高于|大于)$", words):
        return True
    return bool(at_most and re.search(r"(?:产能|能力|容量|负荷|出力|产量|水平|生产|额定)的?$", words))


def bound_of(clause: Clause, token: Token) -> tuple[Bound, str]:
    """How a number binds by the word beside it, and the word that cannot be right there ('' where all is well)."""
    before, after = _before(clause, token), _after(clause, token)
    if (before and before.word is Word.ABOUT) or (after and after.word is Word.ABOUT):
        return Bound.ABOUT, ""
    if before and before.word in (Word.AT_LEAST, Word.AT_MOST):
        return (Bound.AT_LEAST if before.word is Word.AT_LEAST else Bound.AT_MOST), ""
    if after and after.word in (Word.AT_LEAST, Word.AT_MOST):
        return (Bound.AT_LEAST if after.word is Word.AT_LEAST else Bound.AT_MOST), ""
    if after and after.word is Word.BARE_BOUND and after.start == token.end:
        return (Bound.AT_LEAST if "以上" in after.text else Bound.AT_MOST), ""
    if before and before.word is Word.BARE_BOUND:
        return _bare(before, token)
    return _distant_bound(clause)


def _distant_bound(clause: Clause) -> tuple[Bound, str]:
    """A bound that stands apart from its number (至少限排50%) holds for it; a bare one that does is in the way."""
    apart = clause.of(Word.AT_LEAST, Word.AT_MOST)
    bare = [token for token in clause.of(Word.BARE_BOUND) if token.text != "达到"]
    if len(apart) == 1 and not bare:
        return (Bound.AT_LEAST if apart[0].word is Word.AT_LEAST else Bound.AT_MOST), ""
    return Bound.NONE, (apart[0].text if apart else bare[0].text if bare else "")


def _bare(word: Token, token: Token) -> tuple[Bound, str]:
    """达到 is the number itself, 低于 holds for what is emitted; 超过 or 低于 of a share that is cut is a slip."""
    if word.text == "达到":
        return Bound.NONE, ""
    if token.word is Word.SHARE:
        return Bound.NONE, word.text
    return (Bound.AT_MOST if word.text in ("低于", "少于", "不足") else Bound.AT_LEAST), ""


def basis_of(clause: Clause, text: str) -> tuple[str, bool]:
    """How a share of lines is taken, `count` or `capacity` ('' where unsaid), and whether the text leaves a choice."""
    words = "".join(token.text for token in clause.of(Word.BASIS))
    if not words:
        return _unsaid_basis(clause, text), False
    by_capacity, by_units = _CAPACITY.search(words), _UNITS.search(_CAPACITY.sub("", words))
    of_both = bool(by_units) or bool(_TIME.search(words))
    if re.search(r"或|、", words) and of_both and (by_capacity or _TIME.search(words)):
        return ("count" if by_units else ""), True
    if re.search(r"和|及|与", words) and by_capacity and by_units:
        return "", True
    if by_capacity:
        return "capacity", False
    return ("count" if by_units else ""), not by_units


def _unsaid_basis(clause: Clause, text: str) -> str:
    """Where no basis is named: 总产能 is of capacity, equipment that stops (窑炉停产50%) is counted."""
    if _of_capacity(clause, text):
        return "capacity"
    things = "".join(token.text for token in clause.of(Word.NAME, Word.PROCESS, Word.HALT))
    fewer = any(token.text == "减少" for token in clause.of(Word.CUT)) and "设备" in things
    return "count" if (clause.has(Word.HALT, Word.STOP, Word.KEEP) and _UNITS.search(things)) or fewer else ""


def _of_capacity(clause: Clause, text: str) -> bool:
    """Whether the share itself is one of capacity (一半产能, 总产能限产50%, 50%的产能)."""
    if any("产能" in token.text for token in clause.of(Word.CITY, Word.CUT)):
        return True
    if any(
        re.search(r"(?:产能|生产能力)(?:[由从][^,;\d]{1,6})?$", text[clause.start : token.start])
        for token in clause.of(Word.CUT)
    ):
        return True
    return any(
        re.match(r"^的?(?:设计)?(?:产能|生产能力)(?!的)", text[token.end : token.end + _NEAR])
        or re.search(r"(?:设计|额定)?(?:产能|能力|容量)的?$", text[clause.start : token.start])
        for token in clause.of(Word.SHARE)
    )


def amounts_of(clause: Clause, *words: Word) -> tuple[tuple[float, ...], str]:
    """The numbers of some words in order, and the unit of the last."""
    found = clause.of(*words)
    return tuple(token.value for token in found if token.value is not None), _unit(found[-1]) if found else ""


def whole_of_two(clause: Clause) -> Token | None:
    """Of two counts the one that says how many there are: 6条中的3条, 3条（共6条）; None where none does."""
    counts = clause.of(Word.COUNT)
    between = "".join(
        token.text for token in clause.tokens if counts and counts[0].end <= token.start < counts[-1].start
    )
    if len(counts) > 1 and re.search(r"[中里]的?$", between):
        return counts[0]
    for token in counts:
        before, after = _before(clause, token), _after(clause, token)
        if before and before.word is Word.NAME and re.search(r"共(?:有|计)?$|现有$", before.text):
            return token
        if after and after.word is Word.NAME and re.search(r"中的?$", after.text):
            return token
    return None


def _unit(token: Token) -> str:
    fixed = {
        Word.HOURS: "h",
        Word.AFTER_HOURS: "h",
        Word.TIMES: "times/day",
        Word.HEATS: "heats/day",
        Word.TRIPS: "trips/day",
        Word.CONCENTRATION: "mg/m3",
        Word.DAYS: "days",
    }
    minutes = "min" if token.word is Word.HOURS and "分" in token.text else ""
    return minutes or fixed.get(token.word) or re.sub(r"^(?:[\d.]+|[一二两三四五六七八九十百]+)", "", token.text)


def _before(clause: Clause, token: Token) -> Token | None:
    at = clause.tokens.index(token)
    return clause.tokens[at - 1] if at else None


def _after(clause: Clause, token: Token) -> Token | None:
    at = clause.tokens.index(token)
    return clause.tokens[at + 1] if at + 1 < len(clause.tokens) else None
