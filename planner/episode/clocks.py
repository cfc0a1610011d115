"""The clocks of a warning: what is due by when, from the acts done and the procedure in force."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from planner.episode.procedure import Procedure
from planner.episode.records import AirWarning, Round, Step

__all__ = ["Clock", "ClockName", "clocks_of", "next_clock"]


class ClockName(StrEnum):
    """What runs."""

    FORM = "form"
    LEAD = "lead"
    DISTRIBUTION = "distribution"
    PAPER = "paper"
    START = "start"
    END = "end"


@dataclass(frozen=True, slots=True, kw_only=True)
class Clock:
    """One clock.

    Attributes:
        due: by when; for `start` and `end` the moment itself.
        is_overdue: whether that moment has passed.
        clause: id of the rule behind it, '' for the terms' own moments.
    """

    name: ClockName
    due: datetime
    is_overdue: bool
    clause: str = ""


def clocks_of(warning: AirWarning, procedure: Procedure, now: datetime) -> tuple[Clock, ...]:
    """The clocks that run, the next due first.

    Reference: the form within two hours of the opinion, issue within two of the signature, a day's lead (rules
    `warning.procedure.form|distribution|lead.hours`).
    """
    found = [
        Clock(name=name, due=due, is_overdue=due < now, clause=clause)
        for name, due, clause in _running(warning, procedure)
    ]
    return tuple(sorted(found, key=lambda item: (item.due, item.name)))


def next_clock(clocks: tuple[Clock, ...], now: datetime) -> Clock | None:
    """The clock that somebody has to hurry for: overdue ones first, then the next due; None where none runs."""
    duties = [item for item in clocks if item.clause or item.due >= now]
    return duties[0] if duties else None


def _running(warning: AirWarning, procedure: Procedure) -> Iterator[tuple[ClockName, datetime, str]]:
    if warning.step is Step.CONSULTED:
        yield ClockName.FORM, warning.consulted_at + timedelta(hours=procedure.form_hours), _rule("form.hours")
    terms = warning.terms
    if warning.is_open and terms is not None and warning.round is not Round.LIFT:
        yield ClockName.LEAD, terms.start - timedelta(hours=procedure.lead_hours), _rule("lead.hours")
    signature = warning.signature
    if warning.step is Step.SIGNED and signature is not None:
        due = signature.signed_at + timedelta(hours=procedure.distribution_hours)
        yield ClockName.DISTRIBUTION, due, _rule("distribution.hours")
    for owed in warning.awaited:
        if owed.paper_due is not None:
            yield ClockName.PAPER, owed.paper_due, _rule("distribution.hours")
    if warning.step is Step.IN_FORCE and warning.in_force is not None:
        yield ClockName.START, warning.in_force.terms.start, ""
        if warning.in_force.terms.end is not None:
            yield ClockName.END, warning.in_force.terms.end, ""


def _rule(name: str) -> str:
    return f"warning.procedure.{name}"
