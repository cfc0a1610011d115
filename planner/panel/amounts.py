"""Amounts, shares and dates as the reader writes them."""

import math
from datetime import date, datetime

from babel.dates import format_date, format_datetime
from babel.numbers import format_decimal, format_percent

from planner.terms import BEIJING, KG_PER_TONNE, Phrasebook

__all__ = [
    "count_text",
    "day_text",
    "kilograms_text",
    "locale_of",
    "moment_text",
    "money_text",
    "points_text",
    "share_text",
    "tonnes_text",
    "unit_money",
]

TEN_THOUSAND = 10_000.0
HUNDRED_MILLION = 100_000_000.0
MILLION = 1_000_000.0
SMALL = 10.0


def locale_of(phrasebook: Phrasebook) -> str:
    """The locale of numbers and dates as Babel names it."""
    return phrasebook.language.replace("-", "_")


def is_chinese(phrasebook: Phrasebook) -> bool:
    """Whether the reader counts in 万."""
    return phrasebook.language.startswith("zh")


def count_text(phrasebook: Phrasebook, count: int) -> str:
    """A whole number with thousands separators."""
    return str(format_decimal(count, locale=locale_of(phrasebook)))


def number_text(phrasebook: Phrasebook, value: float, digits: int) -> str:
    """A number with exactly `digits` decimals."""
    pattern = "#,##0." + "0" * digits if digits else "#,##0"
    return str(format_decimal(value, format=pattern, locale=locale_of(phrasebook)))


def share_text(phrasebook: Phrasebook, share: float, digits: int = 1) -> str:
    """A share 0..1 as percent; rounded down, so that a missed target never looks met."""
    pattern = "#,##0." + "0" * digits + "%" if digits else "#,##0%"
    scale = 10 ** (digits + 2)
    cut = math.floor(share * scale + 1e-9) / scale
    return str(format_percent(cut, format=pattern, locale=locale_of(phrasebook)))


def points_text(phrasebook: Phrasebook, share: float) -> str:
    """A missing share in percent, rounded up to two decimals."""
    return str(
        format_percent(math.ceil(share * TEN_THOUSAND - 1e-9) / TEN_THOUSAND, "#,##0.00%", locale_of(phrasebook))
    )


def kilograms_text(phrasebook: Phrasebook, kilograms: float) -> str:
    """Kilograms a day; one decimal below ten."""
    value = number_text(phrasebook, kilograms, 1 if 0.0 < abs(kilograms) < SMALL else 0)
    return phrasebook.say("{value} kg/d", value=value)


def tonnes_text(phrasebook: Phrasebook, kilograms: float) -> str:
    """Kilograms a day told in tonnes a day, two decimals."""
    return phrasebook.say("{value} t/d", value=number_text(phrasebook, kilograms / KG_PER_TONNE, 2))


def money_text(phrasebook: Phrasebook, yuan: float) -> str:
    """Yuan; in Chinese 万元 and 亿元, in English millions, where the amount is large."""
    size = abs(yuan)
    if is_chinese(phrasebook) and size >= HUNDRED_MILLION:
        return phrasebook.say("CNY {value} hundred million", value=number_text(phrasebook, yuan / HUNDRED_MILLION, 2))
    if is_chinese(phrasebook) and size >= TEN_THOUSAND:
        return phrasebook.say("CNY {value} ten thousand", value=number_text(phrasebook, yuan / TEN_THOUSAND, 1))
    if size >= MILLION:
        return phrasebook.say("CNY {value} million", value=number_text(phrasebook, yuan / MILLION, 2))
    return phrasebook.say("CNY {value}", value=number_text(phrasebook, yuan, 0))


def unit_money(phrasebook: Phrasebook) -> tuple[str, float]:
    """The unit in which tables show money, and how many yuan it holds: 万元 in Chinese, 1,000 yuan in English."""
    if is_chinese(phrasebook):
        return phrasebook.say("ten thousand yuan"), TEN_THOUSAND
    return phrasebook.say("thousand CNY"), 1000.0


def day_text(phrasebook: Phrasebook, day: date) -> str:
    """A date: 2026年11月23日, or 23 Nov 2026."""
    pattern = "y年M月d日" if is_chinese(phrasebook) else "d MMM y"
    return str(format_date(day, pattern, locale=locale_of(phrasebook)))


def moment_text(phrasebook: Phrasebook, moment: datetime | None) -> str:
    """A moment in Beijing time; none: until further notice."""
    if moment is None:
        return phrasebook.say("until further notice")
    pattern = "y年M月d日 HH:mm" if is_chinese(phrasebook) else "d MMM y, HH:mm"
    return str(format_datetime(moment.astimezone(BEIJING), pattern, tzinfo=BEIJING, locale=locale_of(phrasebook)))
