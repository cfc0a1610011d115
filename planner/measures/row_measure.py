"""A reading laid on one row of a list: its measure, what it keeps, its duties, or why a person must look."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from planner.measures.duties import duty_of
from planner.measures.records import Doubt, Kind, Reading, Statement
from planner.measures.row_loads import LOAD_KINDS, Load, RowFacts, load_of
from planner.terms import LEVELS, Level, Measure

__all__ = ["RowMeasure", "lay_on_row", "names_equipment", "names_lines"]

_QUIET = frozenset({Kind.MONITOR_ONLY, Kind.GUARANTEE_FLOOR, Kind.SELF_DETERMINED})
_GOES_ON = re.compile(r"(?:正常|继续|维持)(?:生产|运行)|不(?:予|再)?(?:停产|限产|停限产|停工)|免于(?:停|限|错)")
_DUST = re.compile(r"苫盖|覆盖|抑尘|喷淋|冲洗|雾炮|洒水|清扫|保洁")
_GENERAL = re.compile(
    r"^(?:生产线|全部|全厂|企业|本企业|公司|所有|全线|整条|线|生产|实施|执行|采取|措施|期间|预警|落实|按|的|进行|在|、|厂区|内|当日|立即|"
    r"使用|车间|工序|负荷|日|每日|产量|设备|装置|应|须|需)*$"
)
_NAMED = {
    "黄": Level.YELLOW,
    "橙": Level.ORANGE,
    "红": Level.RED,
    "III": Level.YELLOW,
    "II": Level.ORANGE,
    "I": Level.RED,
}
_NAMED |= {"三": Level.YELLOW, "二": Level.ORANGE, "一": Level.RED}
_LEVEL = re.compile(r"黄|橙|红|III|II|I|三|二|一")
_CLOSE = 0.011
"""Share and amounts of one text are rounded apart by no more than this."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RowMeasure:
    """What a row's text files at a level.

    Attributes:
        code: Measure value, '' where the text does not tell.
        kept_share: share of normal activity that stays, 0..1.
        duties: codes (with numbers) of duties beside it.
        problem: '' or why the text cannot be used: the word of the finding.
        phrase: the words that the problem is about, else the whole text.
        in_the_way: what stopped the reader, '' where it read the text.
    """

    code: str = ""
    kept_share: float = 1.0
    duties: tuple[str, ...] = ()
    problem: str = ""
    phrase: str = ""
    in_the_way: str = ""

    @property
    def is_usable(self) -> bool:
        """Whether the text tells a measure."""
        return not self.problem


def lay_on_row(reading: Reading, row: RowFacts, level: Level) -> RowMeasure:
    """The measure that a text files for a row at a level.

    Statements that name other lines or other levels are left out; a statement that needs a person stops the row.
    """
    if not reading.is_read:
        first = reading.unread[0]
        return RowMeasure(problem="unread", phrase=first.phrase, in_the_way=first.in_the_way)
    own = [item for item in _with_lines(reading) if _is_at(item, level) and _is_of_line(item, row)]
    laid = [(item, load_of(item, row)) for item in own]
    doubted = next(((item, why) for item, load in laid if (why := _why_not(item, row, load))), None)
    if doubted:
        return RowMeasure(problem=doubted[1], phrase=doubted[0].phrase)
    stopped = next(((item, load.problem) for item, load in laid if load is not None and load.problem), None)
    if stopped:
        return RowMeasure(problem=stopped[1], phrase=stopped[0].phrase)
    duties = [(item, duty_of(item, of_enterprise=row.of_enterprise)) for item, load in laid if load is None]
    unknown = next((item for item, duty in duties if not duty and not _is_quiet(item)), None)
    if unknown:
        return RowMeasure(problem="no_code", phrase=unknown.phrase)
    loads = [load for _, load in laid if load is not None]
    return _joined(loads, [duty for _, duty in duties if duty], own, reading.text)


def names_lines(reading: Reading) -> bool:
    """Whether the text says which lines it means, by their ids."""
    return any(item.line_ids for item in reading.statements)


def names_equipment(reading: Reading) -> bool:
    """Whether a load of the text is said of equipment, by no line's id and in words that not every line answers to."""
    loads = (item for item in reading.statements if item.kind in LOAD_KINDS and not item.line_ids)
    return any(not _GENERAL.match(_words(item)) for item in loads)


def _with_lines(reading: Reading) -> Iterable[Statement]:
    """The statements; an amount or a hold that restates the cut before it is of the lines named there."""
    named: tuple[str, ...] = ()
    before: Kind | None = None
    for item in reading.statements:
        restates = item.kind is Kind.LIMIT_ABSOLUTE or (item.kind is Kind.HOLD_HOT and before is Kind.HALT)
        if restates and not item.line_ids:
            yield replace(item, line_ids=named, equipment="")
        else:
            named = item.line_ids
            yield item
        before = item.kind


def _is_quiet(statement: Statement) -> bool:
    """What needs no code: what the firm decides, what is only watched, and tasks against dust."""
    if _GOES_ON.search(statement.phrase):
        return True
    return statement.kind in _QUIET or (statement.kind is Kind.OTHER and bool(_DUST.search(statement.phrase)))


def _joined(loads: list[Load], duties: list[str], own: list[Statement], text: str) -> RowMeasure:
    """One load measure and the duties beside it; two loads that differ are refused."""
    if loads and max(load.kept_share for load in loads) - min(load.kept_share for load in loads) > _CLOSE:
        return RowMeasure(problem="two_loads", phrase=text)
    tags = [load.tag for load in loads if load.tag]
    told = tuple(dict.fromkeys([*tags, *duties]))
    if loads:
        first = next((load for load in loads if load.code == Measure.HOLD_HOT), loads[0])
        return RowMeasure(code=first.code, kept_share=first.kept_share, duties=told, phrase=text)
    if any(item.kind is Kind.SELF_DETERMINED for item in own):
        return RowMeasure(code=str(Measure.SELF), duties=told, phrase=text)
    if told:
        return RowMeasure(code=told[0], duties=told[1:], phrase=text)
    return RowMeasure(code=str(Measure.NO_MEASURE), phrase=text)


def _why_not(statement: Statement, row: RowFacts, load: Load | None) -> str:
    """Why a statement needs a person before anybody acts on it, '' where it does not."""
    if statement.kind is Kind.SELF_DETERMINED:
        return ""
    doubts = [doubt for doubt in statement.doubts if doubt is not Doubt.BY_OR_TO]
    if doubts:
        return "soft" if doubts[0] is Doubt.SOFT else "doubtful"
    if statement.kind in (Kind.ROTATION, Kind.DURATION_DEPENDENT):
        return "doubtful"
    if statement.exceptions and statement.kind in (Kind.HALT, Kind.LIMIT_SHARE):
        return "doubtful"
    return "other_equipment" if load is not None and not _speaks_of(statement, row) else ""


def _is_of_line(statement: Statement, row: RowFacts) -> bool:
    return not statement.line_ids or _line(row.line_id) in {_line(name) for name in statement.line_ids}


def _line(name: str) -> str:
    return name.strip().replace("号", "#").replace("＃", "#").strip("#").upper()


def _speaks_of(statement: Statement, row: RowFacts) -> bool:
    """Whether the equipment that a statement names can be this row's; without any name it is every line."""
    words = _words(statement)
    if statement.line_ids or row.alone or _GENERAL.match(words):
        return True
    return any(pair in words for pair in _pairs(row.line_name))


def _words(statement: Statement) -> str:
    return statement.equipment.replace("、", "")


def _pairs(name: str) -> Iterable[str]:
    """Neighbouring signs of a line's name but for those that every line has."""
    plain = name.replace("生产线", "").strip()
    return (plain[at : at + 2] for at in range(len(plain) - 1)) if len(plain) > 1 else [plain or name]


def _is_at(statement: Statement, level: Level) -> bool:
    """Whether a statement holds at the level; one that names none holds at that of its column."""
    return not statement.levels or any(level in _levels(words) for words in statement.levels)


def _levels(words: str) -> tuple[Level, ...]:
    named = [_NAMED[sign] for sign in _LEVEL.findall(words)]
    ranks = [LEVELS.index(item) for item in named]
    if "以上" in words and ranks:
        return LEVELS[min(ranks) :]
    return LEVELS[: max(ranks) + 1] if "以下" in words and ranks else tuple(named)
