"""What a reader of the advice must know beside: how the forecast was read, what the advice may not be used for."""

from collections.abc import Iterator

from planner.alert.advice import Advice, AdviseOptions
from planner.alert.causes import Response
from planner.alert.forecast import Forecast
from planner.errors import Finding, Severity, finding

__all__ = ["remarks_on"]

POLLUTANT_COLUMNS = frozenset({"pm25", "pm10", "so2", "no2", "o3", "o3_8h", "co"})


def remarks_on(advice: Advice, forecast: Forecast, options: AdviseOptions) -> tuple[Finding, ...]:
    """Notes and warnings on an advice; none of them stops the work."""
    return (*_on_law(advice, forecast), *_on_columns(advice, forecast), *_on_answer(advice, options))


def _on_law(advice: Advice, forecast: Forecast) -> Iterator[Finding]:
    law = advice.law
    if law.before_first:
        yield finding(
            "advice.law.before_first",
            Severity.WARNING,
            value=law.on,
            regime=law.regime.id,
            standard=law.standard.name,
        )
    following = law.next_standard
    if following is not None and forecast.start.date() < following.source.from_day < forecast.end.date():
        yield finding(
            "advice.standard.changes",
            Severity.NOTE,
            value=following.source.from_day,
            standard=law.standard.name,
            following=following.name,
        )


def _on_columns(advice: Advice, forecast: Forecast) -> Iterator[Finding]:
    pollutants = POLLUTANT_COLUMNS & set(forecast.quantities)
    if forecast.has("aqi") and not pollutants and bool((forecast.causes < 0).any()):
        yield finding("advice.aqi.bare", Severity.NOTE)
    if forecast.has("aqi") and pollutants:
        yield finding("advice.aqi.beside_pollutants", Severity.NOTE)
    if not forecast.is_hourly and forecast.has("o3") and not forecast.has("o3_8h"):
        yield finding("advice.o3.daily", Severity.WARNING)
    lost = sum(day.aqi is None for day in advice.days)
    if lost:
        yield finding("advice.day.incomplete", Severity.WARNING, value=lost)


def _on_answer(advice: Advice, options: AdviseOptions) -> Iterator[Finding]:
    if advice.response is Response.HEALTH_NOTICE:
        yield finding("advice.health_notice_only", Severity.WARNING, cause=advice.cause)
    elif advice.level is not None and advice.mandatory_level is not advice.level and not advice.is_regional:
        yield finding("advice.mandatory_lower", Severity.WARNING, level=advice.mandatory_level)
    if options.regional_level is not None and not advice.is_regional:
        yield finding("advice.regional_lower", Severity.NOTE, level=options.regional_level)
    if advice.start is not None and advice.issue_by is not None and advice.lead_hours is not None:
        lead = advice.law.number("lead.hours")
        if advice.lead_hours < lead and options.current is None:
            yield finding("advice.lead_short", Severity.NOTE, value=advice.lead_hours, needed=f"{lead:g}")
