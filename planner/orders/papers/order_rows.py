"""The rows of an order: what each line is told; of a changed order only the lines that are told something else."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from planner.compare import by_day_sentence, measure_sentence
from planner.episode import OrderKind, OrderLine
from planner.orders.names import NONE_SHOWN
from planner.orders.papers.facts import IssuedOrder, OrderRow
from planner.orders.papers.moments import moment_text, period_text
from planner.orders.papers.sources import PlanWords, Words
from planner.orders.verification import check_sentence
from planner.terms import N_

__all__ = ["Register", "order_rows"]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Told:
    """A line before and after an order; None where nothing was or is told."""

    before: OrderLine | None
    after: OrderLine | None

    @property
    def line(self) -> OrderLine:
        """The one that is there."""
        line = self.after or self.before
        assert line is not None  # noqa: S101 - one of the two always is
        return line


class Register:
    """The clauses of one order, each once, numbered from 1 in the order in which rows name them."""

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}
        self._open: set[str] = set()

    def number(self, clause: str, *, is_open: bool) -> int:
        """The number of a clause."""
        if is_open:
            self._open.add(clause)
        return self._numbers.setdefault(clause, len(self._numbers) + 1)

    @property
    def clauses(self) -> tuple[str, ...]:
        """The clauses by number."""
        return tuple(self._numbers)

    @property
    def open_count(self) -> int:
        """How many clauses are still to be confirmed."""
        return len(self._open)


def order_rows(order: IssuedOrder, words: Words, register: Register) -> tuple[OrderRow, ...]:
    """The rows of an order, by source."""
    told = sorted(_told(order), key=lambda item: item.line.source_id)
    return tuple(_row(number, item, words, register) for number, item in enumerate(told, start=1))


def _told(order: IssuedOrder) -> Iterator[_Told]:
    if order.kind is OrderKind.RELEASE:
        yield from (_Told(before=line, after=None) for line in order.lines)
        return
    if order.kind is OrderKind.START or not order.before:
        yield from (_Told(before=None, after=line) for line in order.lines)
        return
    old, new = _by_source(order.before), _by_source(order.lines)
    for name in sorted({*old, *new}):
        before, after = old.get(name, []), new.get(name, [])
        if _said(before, order.made_at) != _said(after, order.made_at):
            yield _Told(before=before[0] if before else None, after=after[0] if after else None)
            yield from (_Told(before=None, after=line) for line in after[1:])


def _by_source(lines: tuple[OrderLine, ...]) -> dict[str, list[OrderLine]]:
    """The lines of each source; several where one warning follows another."""
    found: dict[str, list[OrderLine]] = {}
    for line in sorted(lines, key=lambda item: item.start):
        found.setdefault(line.source_id, []).append(line)
    return found


def _said(lines: list[OrderLine], now: datetime | None) -> list[tuple[object, ...]]:
    """What a source is told from the moment of the order on."""
    begins = [line.start if now is None else max(line.start, now) for line in lines]
    return [(item.measures, item.kept_share, at, item.end) for item, at in zip(lines, begins, strict=True)]


def _row(number: int, told: _Told, words: Words, register: Register) -> OrderRow:
    line, say = told.line, words.phrasebook.say
    own = words.of(line.level, line.source_id)
    resumed = say(N_("resume normal activity"))
    return OrderRow(
        number=number,
        source=own.source(line.source_id) if own else line.source_id,
        activity=own.activity(line.source_id) if own else NONE_SHOWN,
        before=_measure(told.before, own, words) if told.before else "",
        measure=_measure(told.after, own, words) if told.after else resumed,
        period=_period(told, words),
        check=_check(told, own, words),
        clauses=_clauses(line, own, register) if told.after else NONE_SHOWN,
        sector=own.sector(line.source_id) if own else NONE_SHOWN,
    )


def _measure(line: OrderLine, own: PlanWords | None, words: Words) -> str:
    name = own.cell(line.source_id, "line_id") if own else ""
    told = measure_sentence(words.phrasebook, line.measures, line.kept_share, name)
    by_day = by_day_sentence(words.phrasebook, own.by_day(line.source_id)) if own else ""
    return words.phrasebook.say(N_("{measure}; by day: {by_day}"), measure=told, by_day=by_day) if by_day else told


def _period(told: _Told, words: Words) -> str:
    if told.after is None:
        moment = moment_text(words.phrasebook, told.line.end) if told.line.end else ""
        return words.phrasebook.say(N_("from {start} on"), start=moment) if moment else NONE_SHOWN
    return period_text(words.phrasebook, told.after.start, told.after.end)


def _check(told: _Told, own: PlanWords | None, words: Words) -> str:
    line = told.line
    if told.after is None:
        return words.phrasebook.say(N_("report the time of resumption to the county's office"))
    if own is None:
        return check_sentence(words.phrasebook, "", line.measures, None)
    point = own.check_point(line.source_id)
    return check_sentence(words.phrasebook, own.cell(line.source_id, "kind"), line.measures, point)


def _clauses(line: OrderLine, own: PlanWords | None, register: Register) -> str:
    if own is None:
        return NONE_SHOWN
    numbers = [register.number(own.clause(item, line.source_id), is_open=own.is_open(item)) for item in line.citations]
    return "".join(f"[{number}]" for number in dict.fromkeys(numbers)) or NONE_SHOWN
