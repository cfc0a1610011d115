"""The tables of a daily report (每日一报)."""

from datetime import datetime

from planner.compare import level_label
from planner.execution.daily_records import BreachBy, DailyReport, NextDeadline
from planner.execution.records import VisitOutcome
from planner.execution.sheets import Cell, PlaceNames, Sheet
from planner.execution.summary import CountyCount
from planner.execution.words import breach_label, change_label, deadline_label, visit_label
from planner.terms import BEIJING, N_, Phrasebook

__all__ = ["daily_sheets"]


def daily_sheets(report: DailyReport, names: PlaceNames, phrasebook: Phrasebook) -> tuple[Sheet, ...]:
    """The tables of a daily report: head, counties, breaches, firms above normal, not verified, visits, changes."""
    say = phrasebook.say
    return (
        Sheet(
            title=say(N_("Daily report")),
            headers=(say(N_("Item")), say(N_("Value"))),
            rows=_head(report, names, phrasebook),
        ),
        Sheet(title=say(N_("By county")), headers=_count_headers(phrasebook), rows=_counts(report, names, phrasebook)),
        Sheet(
            title=say(N_("Not carried out")),
            headers=_breach_headers(phrasebook),
            rows=_breaches(report, names, phrasebook),
        ),
        _rose(report, names, phrasebook),
        Sheet(
            title=say(N_("Not verified")),
            headers=(say(N_("County")), say(N_("Enterprise")), say(N_("Credit code"))),
            rows=tuple((names.county(item.county_code), item.name, item.owner) for item in report.unverified),
        ),
        _visits(report, phrasebook),
        _changes(report, phrasebook),
    )


def _head(report: DailyReport, names: PlaceNames, phrasebook: Phrasebook) -> tuple[tuple[Cell, ...], ...]:
    say, air = phrasebook.say, report.air
    end = _moment(report.end) if report.end else say(N_("until further notice"))
    deadline = "" if report.deadline is None else _due(report.deadline, phrasebook)
    return (
        (say(N_("City")), names.city),
        (say(N_("Number of the warning")), report.warning_id),
        (say(N_("Live or exercise")), say(N_("EXERCISE")) if report.is_exercise else say(N_("live"))),
        (say(N_("Day")), report.day.isoformat()),
        (say(N_("Warning level")), level_label(phrasebook, report.level)),
        (say(N_("In force since")), _moment(report.in_force_since)),
        (say(N_("Start of the measures")), _moment(report.start)),
        (say(N_("End of the measures")), end),
        (say(N_("Version of the orders")), report.orders_version),
        (say(N_("AQI forecast")), "" if air.forecast is None else air.forecast),
        (say(N_("AQI measured")), "" if air.measured is None else air.measured),
        (say(N_("Measured less forecast")), "" if air.difference is None else air.difference),
        (say(N_("Edition of the index")), air.standard),
        (say(N_("Next deadline")), deadline),
        (say(N_("Made by")), report.made_by),
        (say(N_("Made at")), _moment(report.made_at)),
    )


def _count_headers(phrasebook: Phrasebook) -> tuple[str, ...]:
    say = phrasebook.say
    return (
        say(N_("County")),
        say(N_("Firms ordered")),
        say(N_("Delivered")),
        say(N_("Acknowledged")),
        say(N_("Contested")),
        say(N_("Checked")),
        say(N_("Not carried out")),
        say(N_("Could not enter")),
    )


def _counts(report: DailyReport, names: PlaceNames, phrasebook: Phrasebook) -> tuple[tuple[Cell, ...], ...]:
    total = phrasebook.say(N_("Total"))
    return tuple(
        (names.county(item.county_code) or total, *_numbers(item)) for item in (*report.counties, report.total)
    )


def _numbers(item: CountyCount) -> tuple[int, ...]:
    return (item.ordered, item.delivered, item.acknowledged, item.contested, item.checked, item.broken, item.no_entry)


def _breach_headers(phrasebook: Phrasebook) -> tuple[str, ...]:
    say = phrasebook.say
    return (
        say(N_("County")),
        say(N_("Enterprise")),
        say(N_("Found by")),
        say(N_("What")),
        say(N_("Lines")),
        say(N_("Allowed")),
        say(N_("Measured")),
        say(N_("Unit")),
        say(N_("Note")),
    )


def _breaches(report: DailyReport, names: PlaceNames, phrasebook: Phrasebook) -> tuple[tuple[Cell, ...], ...]:
    return tuple(
        (
            names.county(item.county_code),
            item.name,
            breach_label(phrasebook, item.by),
            visit_label(phrasebook, VisitOutcome(item.what)) if item.by is BreachBy.VISIT else item.what,
            "、".join(item.sources),
            "" if item.allowed is None else item.allowed,
            "" if item.measured is None else item.measured,
            item.unit,
            item.note,
        )
        for item in report.breaches
    )


def _visits(report: DailyReport, phrasebook: Phrasebook) -> Sheet:
    say = phrasebook.say
    return Sheet(
        title=say(N_("Visits on site")),
        headers=(
            say(N_("Time")),
            say(N_("Credit code")),
            say(N_("Line")),
            say(N_("Inspector")),
            say(N_("Finding")),
            say(N_("Note")),
        ),
        rows=tuple(
            (
                _moment(item.at),
                item.owner,
                item.source_id,
                item.inspector,
                visit_label(phrasebook, item.outcome),
                item.note,
            )
            for item in report.visits
        ),
    )


def _changes(report: DailyReport, phrasebook: Phrasebook) -> Sheet:
    say = phrasebook.say
    return Sheet(
        title=say(N_("What changed")),
        headers=(
            say(N_("Time")),
            say(N_("Step")),
            say(N_("Person")),
            say(N_("Reason")),
            say(N_("New orders")),
            say(N_("Changed orders")),
            say(N_("Releases")),
        ),
        rows=tuple(
            (
                _moment(item.at),
                change_label(phrasebook, item.kind),
                item.person,
                item.reason,
                item.starts,
                item.changes,
                item.releases,
            )
            for item in report.changes
        ),
    )


def _rose(report: DailyReport, names: PlaceNames, phrasebook: Phrasebook) -> Sheet:
    say = phrasebook.say
    return Sheet(
        title=say(N_("Above normal, no order")),
        headers=(
            say(N_("County")),
            say(N_("Enterprise")),
            say(N_("Meter")),
            say(N_("Normal, kWh")),
            say(N_("Read, kWh")),
        ),
        rows=tuple(
            (names.county(item.county_code), item.enterprise_name, item.meter_id, item.normal_kwh, item.kwh or 0.0)
            for item in report.rose
        ),
    )


def _due(deadline: NextDeadline, phrasebook: Phrasebook) -> str:
    return f"{deadline_label(phrasebook, deadline.name)} {_moment(deadline.due)}"


def _moment(at: datetime) -> str:
    return at.astimezone(BEIJING).strftime("%Y-%m-%d %H:%M")
