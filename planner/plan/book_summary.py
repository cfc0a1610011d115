"""What a book says of itself, read back from its own document without its plans: for screens and lists."""

import json
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from planner.plan.book import BookPrice
from planner.plan.records import Status, Verdict
from planner.problem.nesting import ExceptionKind, NestingException
from planner.terms import LEVELS, POLLUTANTS, Level, Mode, Pollutant

__all__ = ["BookSummary", "CutSummary", "LevelSummary", "read_book_summary", "read_exception"]

HOURS_A_DAY = 24


@dataclass(frozen=True, slots=True, kw_only=True)
class CutSummary:
    """One cut of a level: shares are of the base, 0..1; SO2 and NOx are met together, by their sum."""

    pollutant: Pollutant
    share: float
    target_share: float
    met: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class LevelSummary:
    """One level of a book.

    Attributes:
        cuts: one a pollutant, in POLLUTANTS order.
        touched: enterprises, fleets and sites that lose some activity; `halted_lines` lines that stand still.
        stopped_hours: line hours stood still over the episode.
        alone_yuan, alone_bound_yuan: cost of the best plan known of the level alone, and the proven bound of any.
    """

    level: Level
    verdict: Verdict
    objective_yuan: float
    cuts: tuple[CutSummary, ...]
    missing_points: float
    touched: int
    halted_lines: int
    stopped_hours: int
    alone_yuan: float
    alone_bound_yuan: float


@dataclass(frozen=True, slots=True, kw_only=True)
class BookSummary:
    """A book without its plans; costs are over `duration_days` and weighted as `weights` say."""

    status: Status
    mode: Mode
    city: str
    on: date
    duration_days: int
    weights: tuple[float, ...]
    objective_yuan: float
    bound_yuan: float
    gap: float
    is_nested: bool
    price: BookPrice
    exceptions: tuple[NestingException, ...]
    levels: tuple[LevelSummary, ...]
    created_at: datetime


def read_book_summary(text: str) -> BookSummary:
    """The summary of a book's own document, its plans inside or not."""
    body = json.loads(text)
    days, nesting = int(body["duration_days"]), body["nesting"]
    return BookSummary(
        status=Status(body["status"]),
        mode=Mode(body["mode"]),
        city=str(body["city"]),
        on=date.fromisoformat(body["on"]),
        duration_days=days,
        weights=tuple(float(body["weights"][str(level)]) for level in LEVELS),
        objective_yuan=float(body["objective_yuan"]),
        bound_yuan=float(body["bound_yuan"]),
        gap=float(body["gap"]),
        is_nested=bool(nesting["holds"]),
        price=BookPrice(**nesting["price"]),
        exceptions=tuple(read_exception(item) for item in nesting["exceptions"]),
        levels=tuple(_level(level, body["levels"][str(level)], days) for level in LEVELS),
        created_at=datetime.fromisoformat(body["created_at"]),
    )


def read_exception(item: dict[str, Any]) -> NestingException:
    """An exception of the nesting as the document holds it."""
    return NestingException(
        laxer=Level(item["laxer"]),
        stricter=Level(item["stricter"]),
        source_id=str(item["source_id"]),
        kind=ExceptionKind(item["kind"]),
        laxer_kept_share=float(item["laxer_kept_share"]),
        stricter_kept_share=float(item["stricter_kept_share"]),
        duties=tuple(str(duty) for duty in item["duties"]),
    )


def _level(level: Level, item: dict[str, Any], days: int) -> LevelSummary:
    return LevelSummary(
        level=level,
        verdict=Verdict(item["verdict"]),
        objective_yuan=float(item["objective_yuan"]),
        cuts=tuple(_cut(name, item["cuts"][str(name)]) for name in POLLUTANTS),
        missing_points=float(item["missing_points"]),
        touched=int(item["touched"]),
        halted_lines=int(item["halted_lines"]),
        stopped_hours=int(item["halted_lines"]) * HOURS_A_DAY * days,
        alone_yuan=float(item["alone_yuan"]),
        alone_bound_yuan=float(item["alone_bound_yuan"]),
    )


def _cut(pollutant: Pollutant, item: dict[str, Any]) -> CutSummary:
    return CutSummary(
        pollutant=pollutant,
        share=float(item["share"]),
        target_share=float(item["target_share"]),
        met=bool(item["met"]),
    )
