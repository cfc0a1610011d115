"""The use case of a forecast: from its file to advice under the law of a day."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from planner.alert import Advice, AdviseOptions, advise
from planner.errors import Finding, FindingsError, finding
from planner.rules import warning_in_force
from planner.service.law import Law
from planner.sources import read_forecast

__all__ = ["AdviceOutcome", "advise_city"]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class AdviceOutcome:
    """The advice with the city and day it was asked for, and what was found in the file and beside the advice."""

    city: str
    city_code: str
    on: date
    advice: Advice
    findings: tuple[Finding, ...]


def advise_city(law: Law, city: str, path: Path, on: date | None, options: AdviseOptions) -> AdviceOutcome:
    """The advice for a city.

    Args:
        law: the law with the city's confirmations.
        city: slug of the city.
        path: forecast file.
        on: the day whose rules and standard hold, None: the forecast's first day.
        options: a warning in force, a notice of the region.

    Raises:
        FindingsError: with everything that is wrong with the file, or where the rules hold no criteria.
    """
    forecast, reading = read_forecast(path)
    if forecast is None:
        raise FindingsError(reading)
    day = on or forecast.start.date()
    rules = law.rules(city, day)
    warnings = warning_in_force(law.rulebook, rules)
    if warnings is None:
        raise FindingsError((finding("advice.no_law"),))
    advice = advise(forecast, warnings, options)
    return AdviceOutcome(
        city=rules.city.slug, city_code=rules.city.code, on=day, advice=advice, findings=(*reading, *advice.findings)
    )
