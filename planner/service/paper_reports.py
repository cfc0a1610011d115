"""The daily report and the evaluation of a warning in the words of their papers."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, datetime
from math import fsum

from planner.compare import pollutant_label
from planner.execution import (
    CountyCount,
    DailyReport,
    OrderedAmount,
    change_label,
    count_by_county,
)
from planner.orders.papers import (
    AirDay,
    AmountRow,
    CountyRow,
    DailyFacts,
    EvaluationFacts,
    HoursRow,
    moment_text,
    warning_head,
)
from planner.service.desk import last_receipts
from planner.service.desk_daily import evaluate_warning
from planner.service.paper_case import PaperCase
from planner.service.planner import Planner
from planner.terms import BEIJING, N_, POLLUTANTS, Phrasebook

__all__ = ["daily_facts", "evaluation_facts"]


def daily_facts(planner: Planner, case: PaperCase, at: datetime) -> DailyFacts | None:
    """The daily report of a day: the last one kept for it, else the counts as they stand; None before any issue."""
    held, say = case.view.warning.in_force, case.office.phrasebook.say
    if held is None:
        return None
    day = at.astimezone(BEIJING).date()
    kept = _kept(planner, case, day)
    counts = kept.counties if kept else _counted(planner, case)
    names = {code: name for code, name, _ in case.office.meta.county_names}
    started = min(held.since, *(act.at for act in case.view.acts if act.kind == "issue")).astimezone(BEIJING).date()
    return DailyFacts(
        head=warning_head(case.case),
        issue=max(1, (day - started).days + 1),
        day=say(N_("{year}-{month}-{day}"), year=day.year, month=day.month, day=day.day),
        counties=tuple(_county(item, names.get(item.county_code, item.county_code)) for item in counts),
        total=_sum(counts, say(N_("Total"))),
        air=_air(kept),
        changes=tuple(_changes(kept, case)),
    )


def _kept(planner: Planner, case: PaperCase, day: date) -> DailyReport | None:
    made = planner.desk(case.view.warning.city).dailies(case.view.warning.warning_id)
    return next((item for item in reversed(made) if item.day == day), None)


def _counted(planner: Planner, case: PaperCase) -> tuple[CountyCount, ...]:
    """Orders and receipts as they stand; what was checked is only in a report that was made."""
    newest = case.view.standing
    last = last_receipts(planner.desk(case.view.warning.city).receipts(case.view.warning.warning_id))
    ordered = {item.owner: item.county_code for item in newest if item.kind != "release"}
    receipts = {item.owner: last[item.number].state for item in newest if item.number in last}
    return count_by_county(ordered, receipts, (), ())


def _air(kept: DailyReport | None) -> tuple[AirDay, ...]:
    if kept is None or (kept.air.forecast is None and kept.air.measured is None):
        return ()
    indices = ("" if value is None else str(value) for value in (kept.air.forecast, kept.air.measured))
    forecast, measured = indices
    return (AirDay(day=kept.day.isoformat(), forecast=forecast, measured=measured),)


def _changes(kept: DailyReport | None, case: PaperCase) -> Iterator[str]:
    book = case.office.phrasebook
    for item in kept.changes if kept else ():
        yield book.say(
            N_("{at} {what}: {starts} new orders, {changes} changed, {releases} lifted. {reason}"),
            at=moment_text(book, item.at),
            what=change_label(book, item.kind),
            starts=item.starts,
            changes=item.changes,
            releases=item.releases,
            reason=item.reason,
        )


def _county(item: CountyCount, name: str) -> CountyRow:
    return CountyRow(
        county=name,
        ordered=item.ordered,
        acknowledged=item.acknowledged,
        contested=item.contested,
        checked=item.checked,
        broken=item.broken,
    )


def _sum(counts: tuple[CountyCount, ...], name: str) -> CountyRow:
    return CountyRow(
        county=name,
        ordered=sum(item.ordered for item in counts),
        acknowledged=sum(item.acknowledged for item in counts),
        contested=sum(item.contested for item in counts),
        checked=sum(item.checked for item in counts),
        broken=sum(item.broken for item in counts),
    )


def evaluation_facts(planner: Planner, case: PaperCase, at: datetime) -> EvaluationFacts | None:
    """The evaluation with what meters, CEMS and visits show; None before anything is in force."""
    if case.view.warning.in_force is None:
        return None
    until = case.view.warning.lifted_at or at
    found = evaluate_warning(planner, case.view.warning.city, case.view.warning.warning_id, until)
    book, names = case.office.phrasebook, {code: name for code, name, _ in case.office.meta.county_names}
    industries = {code: name for code, name, _ in case.office.meta.industry_names}
    return EvaluationFacts(
        head=warning_head(case.case),
        since=moment_text(book, case.view.warning.in_force.terms.start),
        until=moment_text(book, until),
        hours=tuple(HoursRow(version=version, hours=f"{hours:.1f}") for version, hours in found.hours),
        pollutants=tuple(pollutant_label(book, str(item)) for item in POLLUTANTS),
        total=_amount(found.total, book.say(N_("Total"))),
        counties=tuple(_amount(item, names.get(item.name, item.name)) for item in found.by_county),
        industries=tuple(_amount(item, item.name) for item in _by_industry(found.by_industry, industries, book)),
        standstill=f"{sum(hours for _, hours in found.line_hours):,.1f}",
    )


def _by_industry(
    amounts: tuple[OrderedAmount, ...], names: dict[str, str], book: Phrasebook
) -> Iterator[OrderedAmount]:
    """Key industries by name, the greatest cost first; below them all other industries, then fleets and sites."""
    named = [replace(item, name=names[item.name]) for item in amounts if item.name in names]
    yield from sorted(named, key=lambda item: -item.cost_yuan)
    others = tuple(item for item in amounts if item.name and item.name not in names)
    without = tuple(item for item in amounts if not item.name)
    if others:
        yield _together(others, book.say(N_("Other industries")))
    if without:
        yield _together(without, book.say(N_("Fleets, sites and the like")))


def _together(amounts: tuple[OrderedAmount, ...], name: str) -> OrderedAmount:
    def sums(rows: Iterable[tuple[float, ...]]) -> tuple[float, ...]:
        return tuple(fsum(column) for column in zip(*rows, strict=True))

    return OrderedAmount(
        name=name,
        kilograms=sums(item.kilograms for item in amounts),
        cost_yuan=fsum(item.cost_yuan for item in amounts),
        checked=sums(item.checked for item in amounts),
        achieved=sums(item.achieved for item in amounts),
    )


def _amount(item: OrderedAmount, name: str) -> AmountRow:
    return AmountRow(
        name=name,
        ordered=tuple(f"{value:,.1f}" for value in item.kilograms),
        achieved=tuple(_known(each, part) for each, part in zip(item.checked, item.achieved, strict=True))
        or ("",) * len(item.kilograms),
        cost=f"{item.cost_yuan:,.0f}",
    )


def _known(checked: float, achieved: float) -> str:
    """What was achieved, '' where nobody looked: the unchecked part is not claimed."""
    return f"{achieved:,.1f}" if checked > 0.0 else ""
