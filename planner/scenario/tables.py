"""Scenarios side by side as tables in the reader's language: the account, gains and losses, counties."""

from collections.abc import Mapping

import pandas as pd

from planner.compare import PlainTable, level_label, percent_text, pollutant_label, status_label
from planner.compare.plain_table import Row
from planner.plan import Status
from planner.scenario.difference import ScenarioDifference
from planner.scenario.outcome import PRICED, ScenarioOutcome
from planner.terms import N_, POLLUTANTS, Level, Phrasebook

__all__ = [
    "account_table",
    "county_table",
    "cut_label",
    "difference_table",
    "firm_change_table",
    "outcome_label",
]

Counties = Mapping[str, str]


def account_table(outcomes: tuple[ScenarioOutcome, ...], phrasebook: Phrasebook) -> PlainTable:
    """One row a scenario: status, cost with bound and gap, kilograms and shares, firms, hours."""
    say = phrasebook.say
    cuts = tuple(
        say(header, pollutant=pollutant_label(phrasebook, item))
        for item in POLLUTANTS
        for header in (N_("{pollutant}, kg a day"), N_("{pollutant}, share %"))
    )
    headers = (
        say(N_("Scenario")), say(N_("Title")), say(N_("Level")), say(N_("Result")), say(N_("Cost, yuan")),
        say(N_("Proven bound, yuan")), say(N_("Gap %")), *cuts, say(N_("Missing")), say(N_("Enterprises told")),
        say(N_("Enterprises, fleets and sites told")),
        say(N_("Hours of standstill")), say(N_("Reason")),
    )  # fmt: skip
    rows = tuple(_account(item, phrasebook) for item in outcomes)
    return PlainTable(title=say(N_("Scenarios")), headers=headers, rows=rows)


def _account(item: ScenarioOutcome, phrasebook: Phrasebook) -> Row:
    cuts: list[str | int | float] = [""] * (2 * len(POLLUTANTS))
    cost: tuple[str | int | float, ...] = ("", "", "")
    if item.has_plan:
        pairs = zip(item.reduction_kg_per_day, item.share, strict=True)
        cuts = [value for kilograms, share in pairs for value in (round(kilograms, 1), round(100.0 * share, 3))]
        cost = (round(item.cost_yuan), round(item.bound_yuan), round(100.0 * item.gap, 4))
    missing = "; ".join(f"{cut_label(name, phrasebook)} {percent_text(share)} %" for name, share in item.missing)
    return (
        item.name,
        item.title,
        level_label(phrasebook, Level(item.level)) if item.level else "",
        outcome_label(item, phrasebook),
        *cost,
        *cuts,
        missing,
        item.enterprises,
        item.told,
        round(item.stopped_hours, 1),
        ", ".join(item.reason),
    )


def cut_label(name: str, phrasebook: Phrasebook) -> str:
    """A cut in the reader's words: a pollutant, or `so2_nox` for the sum of both."""
    known = {str(item): item for item in POLLUTANTS}
    return pollutant_label(phrasebook, known[name]) if name in known else "SO₂+NOₓ"


def difference_table(differences: tuple[ScenarioDifference, ...], phrasebook: Phrasebook) -> PlainTable:
    """One row a scenario against the base: what it costs more or less, who gains, who loses."""
    say = phrasebook.say
    headers = (
        say(N_("Scenario")), say(N_("Cost change, yuan")), say(N_("at least, yuan")), say(N_("at most, yuan")),
        *_cut_changes(phrasebook),
        say(N_("Enterprises told, change")), say(N_("Hours of standstill, change")), say(N_("Firms that bear less")),
        say(N_("Firms that bear more")), say(N_("Changed orders")),
    )  # fmt: skip
    rows: tuple[Row, ...] = tuple(
        (
            item.name,
            *(round(value) for value in (item.cost_change_yuan, item.least_change_yuan, item.most_change_yuan)),
            *(round(value, 1) for value in item.reduction_change_kg_per_day),
            item.enterprises_change, round(item.stopped_hours_change, 1), item.gainers, item.losers,
            item.changed_orders,
        )
        for item in differences
    )  # fmt: skip
    note = say(N_("Against the question as it stands; least and most follow from the proven bounds of both plans."))
    return PlainTable(title=say(N_("Differences")), headers=headers, rows=rows, note=note)


def _cut_changes(phrasebook: Phrasebook) -> tuple[str, ...]:
    header = N_("{pollutant}, change in kg a day")
    return tuple(phrasebook.say(header, pollutant=pollutant_label(phrasebook, item)) for item in POLLUTANTS)


def firm_change_table(name: str, firms: pd.DataFrame, counties: Counties, phrasebook: Phrasebook) -> PlainTable:
    """One row an enterprise whose burden changes (see `firm_differences`), the largest gain first."""
    say = phrasebook.say
    headers = (
        say(N_("Credit code")), say(N_("Enterprise")), say(N_("County")), say(N_("Before, yuan")),
        say(N_("After, yuan")), say(N_("Change, yuan")), say(N_("Hours of standstill, change")),
    )  # fmt: skip
    moved = firms[firms["is_told_else"]]
    columns = ["enterprise_id", "enterprise_name", "county_code", "cost_yuan_before", "cost_yuan_after"]
    columns += ["cost_yuan_change", "stopped_hours_change"]
    rows = tuple(
        (firm, called, counties.get(county, county), *(round(float(item), 1) for item in amounts))
        for firm, called, county, *amounts in moved[columns].itertuples(index=False, name=None)
    )
    return PlainTable(title=name[:31], headers=headers, rows=rows)


def county_table(name: str, table: pd.DataFrame, counties: Counties, phrasebook: Phrasebook) -> PlainTable:
    """One row a county (see `county_differences`)."""
    say = phrasebook.say
    headers = (
        say(N_("County")), say(N_("Change, yuan")), say(N_("Hours of standstill, change")),
        *_cut_changes(phrasebook),
    )  # fmt: skip
    rows = tuple(
        (counties.get(county, county), *(round(float(item), 1) for item in amounts))
        for county, *amounts in table.itertuples(index=False, name=None)
    )
    return PlainTable(title=name[:31], headers=headers, rows=rows)


def outcome_label(outcome: ScenarioOutcome, phrasebook: Phrasebook) -> str:
    """How a scenario was answered: the status of its plan, or that it was only priced."""
    if outcome.kind == PRICED and outcome.has_plan:
        return phrasebook.say(N_("priced, not searched"))
    return status_label(phrasebook, Status(outcome.status))
