"""An off-peak plan in sentences, tables, a workbook, and as the ledger that plans and orders read."""

import csv
from collections.abc import Iterator
from io import StringIO

import numpy as np

from planner.compare import PlainTable, grade_label, percent_text, pollutant_label
from planner.orders.tables import tables_workbook
from planner.panel.names import Names
from planner.plan import RestDocument, rest_account, rest_stretches, weekly_fall
from planner.plan.rests import NO_WEEK
from planner.problem.rests import WEEK_DAYS
from planner.terms import N_, POLLUTANTS, Phrasebook

__all__ = ["PlainTable", "kept_reason_label", "rest_ledger", "rest_lines", "rest_tables", "rest_workbook"]

REASONS = {
    "load": N_("cannot go below its load"),
    "heat": N_("gives heat"),
    "output": N_("owes its output"),
    "co_disposal": N_("burns waste of the city"),
    "power": N_("guarantees power"),
    "grade": N_("grade A or leading"),
}


def kept_reason_label(reason: str, phrasebook: Phrasebook) -> str:
    """Why a line goes on all winter."""
    return phrasebook.say(REASONS.get(reason, reason))


def rest_lines(document: RestDocument, phrasebook: Phrasebook) -> Iterator[str]:
    """What the winter comes to, pollutant by pollutant, and who goes on and why."""
    problem, say = document.problem, phrasebook.say
    account, terms = rest_account(problem, document.plan), problem.terms
    yield say(
        N_("{lines} lines of {firms} enterprises rest; {cost} yuan over {weeks} weeks, proven to {gap} %."),
        lines=account.lines,
        firms=account.enterprises,
        cost=f"{account.cost_yuan:,.0f}",
        weeks=terms.weeks,
        gap=f"{100.0 * account.gap:.3g}",
    )
    for at, item in enumerate(POLLUTANTS):
        sentence = N_(
            "{pollutant}: the winter's total falls by {share} % (asked {asked} %), a week by {least} to {most} %."
        )
        yield say(
            sentence,
            pollutant=pollutant_label(phrasebook, item),
            share=percent_text(account.fall_share[at]),
            asked=percent_text(terms.share[at]),
            least=percent_text(account.least_week_share[at]),
            most=percent_text(account.most_week_share[at]),
        )
    counted = {reason: sum(item.reason == reason for item in problem.kept) for reason in REASONS}
    for reason, count in counted.items():
        if count:
            why = kept_reason_label(reason, phrasebook)
            yield say(N_("{count} lines go on all winter: {reason}."), count=count, reason=why)


def rest_tables(document: RestDocument, names: Names, phrasebook: Phrasebook) -> tuple[PlainTable, ...]:
    """The account, the rests line by line, the groups, the weeks, and who goes on."""
    return (
        _account_table(document, phrasebook),
        _rests_table(document, names, phrasebook),
        _groups_table(document, names, phrasebook),
        _weeks_table(document, phrasebook),
        _kept_table(document, phrasebook),
    )


def rest_workbook(document: RestDocument, names: Names, phrasebook: Phrasebook) -> bytes:
    """The tables as a workbook; the same plan gives the same bytes."""
    return tables_workbook(rest_tables(document, names, phrasebook))


def rest_ledger(document: RestDocument, paper: str) -> str:
    """The ledger (CSV) that `planner season check` and `planner plan --off-peak` read.

    Args:
        paper: the city's document that asks for the rests.
    """
    target = StringIO()
    writer = csv.writer(target, lineterminator="\n")
    writer.writerow(("source_id", "from", "until", "kept_share", "document"))
    for item in rest_stretches(document.problem, document.plan):
        days = (item.first_day.isoformat(), item.last_day.isoformat())
        writer.writerow((item.source_id, *days, np.format_float_positional(item.kept_share, trim="-"), paper))
    return target.getvalue()


def _account_table(document: RestDocument, phrasebook: Phrasebook) -> PlainTable:
    account, say = rest_account(document.problem, document.plan), phrasebook.say
    headers = (say(N_("Item")), say(N_("Asked")), say(N_("Plan")), say(N_("Smallest week")), say(N_("Largest week")))
    terms = document.problem.terms
    rows: tuple[tuple[str | float, ...], ...] = tuple(
        (
            say(N_("{pollutant}, share %"), pollutant=pollutant_label(phrasebook, item)),
            *(round(100.0 * part[at], 4) for part in (terms.share, account.fall_share)),
            *(round(100.0 * part[at], 4) for part in (account.least_week_share, account.most_week_share)),
        )
        for at, item in enumerate(POLLUTANTS)
    )
    cost: tuple[tuple[str | float, ...], ...] = (
        (say(N_("Cost, yuan")), "", round(account.cost_yuan), "", ""),
        (say(N_("Proven bound, yuan")), "", round(document.plan.choice.bound_yuan), "", ""),
    )
    note = say(N_("Of a normal winter of the whole society; a line at rest is held hot as in a warning."))
    return PlainTable(title=say(N_("Off-peak plan")), headers=headers, rows=(*rows, *cost), note=note)


def _rests_table(document: RestDocument, names: Names, phrasebook: Phrasebook) -> PlainTable:
    say, problem = phrasebook.say, document.problem
    headers = (
        say(N_("Source")), say(N_("Credit code")), say(N_("Enterprise")), say(N_("Line")), say(N_("County")),
        say(N_("Grade")), say(N_("First day")), say(N_("Last day")), say(N_("Weeks")), say(N_("Load kept %")),
        say(N_("Cost, yuan")),
    )  # fmt: skip
    lines, rows = problem.lines, []
    for item in rest_stretches(problem, document.plan):
        group = problem.groups[int(lines.group[item.line])]
        days = (item.last_day - item.first_day).days + 1
        cost = float(lines.cost_yuan_per_day[item.line]) * days + float(lines.restart_yuan[item.line])
        rows.append((
            item.source_id, lines.enterprise_id[item.line], lines.enterprise_name[item.line], lines.line_id[item.line],
            names.county(group.county_code), grade_label(phrasebook, group.grade), item.first_day.isoformat(),
            item.last_day.isoformat(), days // WEEK_DAYS, round(100.0 * item.kept_share, 2), round(cost, 2),
        ))  # fmt: skip
    return PlainTable(title=say(N_("Rests")), headers=headers, rows=tuple(rows))


def _groups_table(document: RestDocument, names: Names, phrasebook: Phrasebook) -> PlainTable:
    say, problem = phrasebook.say, document.problem
    headers = (say(N_("County")), say(N_("Industry")), say(N_("Process")), say(N_("Grade")), say(N_("Lines")),
               say(N_("Weeks of rest each")), say(N_("At rest at once, at most")))  # fmt: skip
    at_once = _at_once(document)
    rows = tuple(
        (
            names.county(item.county_code), names.industry(item.key_industry),
            names.process(item.key_industry, item.sub_process), grade_label(phrasebook, item.grade), item.lines,
            document.plan.choice.weeks[at], at_once[at],
        )
        for at, item in enumerate(problem.groups)
    )  # fmt: skip
    return PlainTable(title=say(N_("Groups")), headers=headers, rows=rows)


def _at_once(document: RestDocument) -> list[int]:
    """Of each group the most lines that rest in one week."""
    problem, plan = document.problem, document.plan
    count = np.zeros((len(problem.groups), problem.terms.weeks), dtype=np.int64)
    for group, first in zip(problem.lines.group.tolist(), plan.first_week, strict=True):
        if first != NO_WEEK:
            count[group, first : first + plan.choice.weeks[group]] += 1
    return [int(item) for item in count.max(axis=1, initial=0)]


def _weeks_table(document: RestDocument, phrasebook: Phrasebook) -> PlainTable:
    say, problem = phrasebook.say, document.problem
    header = N_("{pollutant}, share %")
    cuts = tuple(say(header, pollutant=pollutant_label(phrasebook, item)) for item in POLLUTANTS)
    whole = np.maximum(problem.base_kg_per_day * WEEK_DAYS, np.finfo(float).tiny)
    share = 100.0 * weekly_fall(problem, document.plan) / whole
    days = np.datetime64(problem.terms.first_day) + WEEK_DAYS * np.arange(problem.terms.weeks)
    rows = tuple(
        (at + 1, str(day), *(round(value, 4) for value in values))
        for at, (day, values) in enumerate(zip(days, share.tolist(), strict=True))
    )
    return PlainTable(title=say(N_("Weeks")), headers=(say(N_("Week")), say(N_("First day")), *cuts), rows=rows)


def _kept_table(document: RestDocument, phrasebook: Phrasebook) -> PlainTable:
    say = phrasebook.say
    rows = tuple(
        (item.source_id, item.enterprise_name, kept_reason_label(item.reason, phrasebook))
        for item in document.problem.kept
    )
    headers = (say(N_("Source")), say(N_("Enterprise")), say(N_("Reason")))
    return PlainTable(title=say(N_("Lines that go on")), headers=headers, rows=rows)
