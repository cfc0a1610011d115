"""Tables of questions that are many scenarios: prices along a curve, whom upgrades and exemptions pay."""

from planner.compare import PlainTable, pollutant_label
from planner.scenario.savings import Saving
from planner.scenario.slopes import Slope
from planner.terms import N_, Phrasebook

__all__ = ["curve_price_table", "front_price_table", "saving_table"]

PERCENT = 100.0
NOX = "nox"


def curve_price_table(row: str, slopes: tuple[Slope, ...], phrasebook: Phrasebook) -> PlainTable:
    """What a kilogram more costs between two points of a curve."""
    say = phrasebook.say
    shown = pollutant_label(phrasebook, NOX if row == "so2_nox" else row)
    headers = (
        say(N_("From %")),
        say(N_("To %")),
        *_prices(say(N_("Yuan a kilogram of {name}"), name=shown), phrasebook),
    )
    rows = tuple(
        (round(PERCENT * item.low, 4), round(PERCENT * item.high, 4), *(round(value, 2) for value in _values(item)))
        for item in slopes
    )
    note = say(N_("Between two neighbouring plans; least and most follow from the proven bounds of both."))
    return PlainTable(title=say(N_("Prices along the curve")), headers=headers, rows=rows, note=note)


def front_price_table(slopes: tuple[Slope, ...], phrasebook: Phrasebook) -> PlainTable:
    """What sparing one enterprise more costs between two points of the front."""
    say = phrasebook.say
    headers = (say(N_("From")), say(N_("To")), *_prices(say(N_("Yuan an enterprise spared")), phrasebook))
    rows = tuple((round(item.low), round(item.high), *(round(value) for value in _values(item))) for item in slopes)
    note = say(N_("Between two neighbouring plans; least and most follow from the proven bounds of both."))
    return PlainTable(title=say(N_("Prices along the front")), headers=headers, rows=rows, note=note)


def _prices(header: str, phrasebook: Phrasebook) -> tuple[str, str, str]:
    return header, phrasebook.say(N_("at least, yuan")), phrasebook.say(N_("at most, yuan"))


def _values(item: Slope) -> tuple[float, float, float]:
    return item.yuan, item.least, item.most


def saving_table(
    savings: tuple[Saving, ...], winter: tuple[tuple[str, int], ...], phrasebook: Phrasebook
) -> PlainTable:
    """One row an enterprise, the largest saving of the city first.

    Args:
        winter: levels as they are called, with the days of each in a winter; empty: one episode.
    """
    say = phrasebook.say
    headers = (
        say(N_("Credit code")), say(N_("Scenario")), say(N_("City saves, yuan")), say(N_("at least, yuan")),
        say(N_("at most, yuan")), say(N_("The enterprise itself saves, yuan")), say(N_("All others save, yuan")),
    )  # fmt: skip
    rows: tuple[tuple[str | float, ...], ...] = tuple(
        (item.firm, item.title, *(round(value) for value in (item.city, item.least, item.most, item.own, item.others)))
        for item in savings
    )
    days = say(N_(", ")).join(say(N_("{level} {days} days"), level=level, days=count) for level, count in winter)
    note = say(N_("Over a winter of {days}."), days=days) if winter else say(N_("Over one episode."))
    return PlainTable(title=say(N_("Whom it pays")), headers=headers, rows=rows, note=note)
