"""Which vehicles and machines a ban speaks of, by stage of the emission standard; a permission bans its complement."""

import re
from itertools import pairwise

from planner.measures.clauses import Clause
from planner.measures.numerals import stage_of
from planner.measures.records import Vehicles
from planner.measures.tokens import Token
from planner.measures.vocabulary import Word

__all__ = ["vehicles_of"]

_STANDARD = re.compile(
    r"(?:国|第)(?P<stage>VI|IV|V|III|II|I|[1-6]|[一二三四五六])(?:阶段)?(?:排放标准|排放|标准)?"
    r"(?P<inner>\(?不?含\)?|[及和或])?(?P<side>以上|以下)?(?P<outer>\(不?含\))?"
)
_TWO = 2
_NEWEST = 6
"""The newest stage there is: a ban of 国六以下 would leave nothing if it held for 国六 itself."""

_NARROWING = re.compile(
    r"非绿牌|重中型|中重型|重型|中型|轻型|大型|柴油|汽油|燃气|燃油|渣土|散装|砂石|混凝土|危化品|原材料|原料"
)


def vehicles_of(clause: Clause) -> tuple[Vehicles | None, bool, str]:
    """The vehicles, whether the bound is open (国三以下 without 及), and what is in the way ('' where nothing is)."""
    named = clause.of(Word.STANDARD)
    words = tuple(dict.fromkeys(_NARROWING.findall("".join(token.text for token in _things(clause)))))
    widened = tuple(
        token.text.strip("的以及和或、")
        for token in clause.of(Word.WIDENING)
        if ("含" in token.text or token.text[0] == "不") and not _STANDARD.search(token.text)
    )
    if not named:
        return _without_standard(clause, words + widened)
    named, gas = _without_gas(clause, named)
    words += gas
    permitted = clause.has(Word.MUST_USE) or _others_are_banned(clause, named)
    stages = {_banned_through(token.text, permitted=permitted) for token in named}
    if _counts_up([token.text for token in named], stages):
        stages = {max(item for item in stages if item)}
    if len(stages) > 1 or None in stages:
        return None, False, named[-1].text
    through, is_open = next(item for item in stages if item)
    if is_open and _leaves_out(clause, through):
        through, is_open = through - 1, False
    return Vehicles(through_standard=through, words=words + widened), is_open, ""


def _others_are_banned(clause: Clause, named: tuple[Token, ...]) -> bool:
    """采用国六车辆, 其他车辆禁止进厂: the stage named first may pass, the rest may not."""
    return any(rest.start > named[-1].end for rest in clause.of(Word.REST))


def _without_gas(clause: Clause, named: tuple[Token, ...]) -> tuple[tuple[Token, ...], tuple[str, ...]]:
    """Of two stages the newer one for gas vehicles alone (国四及以下…、国五燃气…) is a class beside the ban."""
    if len(named) != _TWO:
        return named, ()
    after = {left: right.text for left, right in pairwise(clause.tokens)}
    gas = [token for token in named if after.get(token, "").startswith(("燃气", "重型燃气", "重型载货燃气"))]
    if len(gas) != 1:
        return named, ()
    rest = tuple(token for token in named if token is not gas[0])
    if _stage(gas[0]) <= _stage(rest[0]):
        return named, ()
    return rest, (f"{gas[0].text.strip('的')}燃气",)


def _stage(token: Token) -> int:
    found = _STANDARD.search(token.text)
    return stage_of(found["stage"]) if found else 0


def _counts_up(names: list[str], stages: set[tuple[int, bool] | None]) -> bool:
    """Whether bare stages are named one by one from the first on (国Ⅰ、国Ⅱ)."""
    bare = all("以" not in name for name in names)
    return bare and len(stages) > 1 and stages == {(stage, False) for stage in range(1, len(stages) + 1)}


def _leaves_out(clause: Clause, stage: int) -> bool:
    """Whether brackets close an open bound by leaving its own stage out (国三以下（不含国三）)."""
    found = (_STANDARD.search(token.text) for token in clause.of(Word.EXCEPTION) if token.text.startswith("不含"))
    return any(item is not None and stage_of(item["stage"]) == stage for item in found)


def _things(clause: Clause) -> tuple[Token, ...]:
    return clause.of(Word.VEHICLE, Word.HAULAGE, Word.MACHINERY, Word.NAME)


def _without_standard(clause: Clause, words: tuple[str, ...]) -> tuple[Vehicles | None, bool, str]:
    """A ban without a stage: exempt stages (国五及以上除外) ban what lies below them."""
    exempt = [found for token in clause.of(Word.EXCEPTION) for found in _STANDARD.finditer(token.text)]
    if any(_STANDARD.search(token.text) for token in clause.of(Word.CONDITION)):
        return _short_of_standard(clause, words)
    if not exempt:
        return Vehicles(words=words, all_of_them=True), False, ""
    stages = {_banned_through(found.group(), permitted=True) for found in exempt}
    if len(stages) > 1 or None in stages:
        return None, False, exempt[-1].group()
    through, is_open = next(item for item in stages if item)
    return Vehicles(through_standard=through, words=words), is_open, ""


def _short_of_standard(clause: Clause, words: tuple[str, ...]) -> tuple[Vehicles | None, bool, str]:
    """未达到国五标准的 are those below it; any other condition that names a stage is in the way."""
    text = "".join(token.text for token in clause.of(Word.CONDITION))
    found = _STANDARD.search(text)
    short = re.match(r"^[^,;]{0,8}(?:未达到?|达不到|不满足|不符合|低于|未满足)[^,;]{0,2}国", text)
    if found is None or not short or found["side"] or clause.has(Word.EXCEPTION):
        return None, False, text
    return Vehicles(through_standard=stage_of(found["stage"]) - 1, words=words), False, ""


def _banned_through(text: str, *, permitted: bool) -> tuple[int, bool] | None:
    """The highest stage that is banned and whether the bound is open; None where the words make no ban."""
    found = _STANDARD.search(text)
    if found is None:
        return None
    stage, side = stage_of(found["stage"]), found["side"]
    marks = (found["inner"] or "") + (found["outer"] or "")
    excluded, closed = "不含" in marks, bool(marks)
    if permitted:
        return (stage if excluded else stage - 1, not closed and side == "以上") if side != "以下" else None
    if side == "以上":
        return None
    if not side and stage == _NEWEST:
        return None
    if side == "以下" and stage == _NEWEST and not marks:
        return stage - 1, False
    return (stage - 1 if excluded else stage, side == "以下" and not closed)
