"""Reading a forecast: from a CSV file to a grid of hours or days, or to everything that is wrong with it."""

from pathlib import Path

import numpy as np
import numpy.typing as npt

from planner.alert import CAUSES, QUANTITIES, Forecast
from planner.errors import Finding, Place, Severity, finding, has_errors
from planner.sources.forecasts_axis import HOURLY, MOST_DAYS, TimeAxis, make_axis
from planner.sources.forecasts_rows import ForecastRow, read_rows
from planner.sources.forecasts_table import read_table

__all__ = ["MOST_FORECAST_BYTES", "read_forecast"]

MOST_FORECAST_BYTES = 16 * 1024 * 1024
"""Size of the largest forecast that is read: ten days by the hour of some two hundred members take about 5 MB."""

Truth = npt.NDArray[np.bool_]
NO_CAUSE = -1
DAY = 24


def read_forecast(path: Path, most_days: int = MOST_DAYS) -> tuple[Forecast | None, tuple[Finding, ...]]:
    """The forecast of a CSV file (UTF-8 with or without mark, GB18030), and all that is wrong with it at once.

    Args:
        path: a file with a column `time` (ISO 8601 with offset, start of the hour or the day) and any of `aqi`, `pm25`,
            `pm10`, `so2`, `no2`, `o3`, `o3_8h` (µg/m³) and `co` (mg/m³), optionally `member` and `cause`.
        most_days: days of the longest file; a forecast has ten, what was measured over winters has more.

    Returns:
        The forecast, None where a finding is an error. Missing hours and days are warnings: what can still be averaged
        is.
    """
    raw, findings = _read_bytes(path)
    if raw is None:
        return None, findings
    table, findings = read_table(raw, path.name)
    if table is None:
        return None, findings
    rows, found = read_rows(table)
    findings = (*findings, *found)
    if not rows:
        return None, findings
    axis, found = make_axis(rows, table.place, most_days)
    findings = (*findings, *found)
    if axis is None or has_errors(findings):
        return None, findings
    forecast = _on_grid(rows, axis, table.quantities)
    findings = (*findings, *_holes(forecast, table.place))
    return (None if has_errors(findings) else forecast), findings


def _read_bytes(path: Path) -> tuple[bytes | None, tuple[Finding, ...]]:
    place = Place(file=path.name)
    try:
        if not path.is_file():
            return None, (finding("forecast.file.absent", where=place),)
        if path.stat().st_size > MOST_FORECAST_BYTES:
            most = MOST_FORECAST_BYTES // 1024**2
            return None, (finding("forecast.file.too_large", where=place, megabytes=most),)
        raw = path.read_bytes()
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        return None, (finding("forecast.file.unreadable", where=place, reason=reason),)
    return (raw, ()) if raw.strip() else (None, (finding("forecast.file.empty", where=place),))


def _on_grid(rows: tuple[ForecastRow, ...], axis: TimeAxis, quantities: tuple[str, ...]) -> Forecast:
    """Every row at its place between the first and the last step; what no row fills stays missing."""
    ordered = tuple(item for item in QUANTITIES if item in quantities)
    place = {name: at for at, name in enumerate(axis.members)}
    values = np.full((len(axis.members), len(ordered), axis.steps), np.nan)
    causes = np.full((len(axis.members), axis.steps), NO_CAUSE, dtype=np.int8)
    columns = [quantities.index(item) for item in ordered]
    for row in rows:
        member, step = place[row.member], axis.step_of(row.time)
        values[member, :, step] = [row.values[at] for at in columns]
        causes[member, step] = CAUSES.index(row.cause) if row.cause else NO_CAUSE
    return Forecast(
        start=axis.start,
        step_hours=axis.step_hours,
        quantities=ordered,
        values=values,
        causes=causes,
        members=axis.members,
    )


def _holes(forecast: Forecast, place: Place) -> tuple[Finding, ...]:
    """Steps without a value, told once a member; an error where no whole day is left."""
    absent: Truth = ~np.any(np.isfinite(forecast.values), axis=1)
    code = "forecast.gap.hours" if forecast.step_hours == HOURLY else "forecast.gap.days"
    found = [
        finding(
            code,
            Severity.WARNING,
            place,
            value=int(absent[at].sum()),
            member=name or "-",
            first=forecast.moment(int(np.flatnonzero(absent[at])[0])).isoformat(timespec="minutes"),
        )
        for at, name in enumerate(forecast.members)
        if absent[at].any()
    ]
    if forecast.hours < DAY:
        found.append(finding("forecast.too_short", where=place, value=forecast.hours))
    found += _partly_missing(forecast, place, absent)
    return tuple(found)


def _partly_missing(forecast: Forecast, place: Place, absent: Truth) -> list[Finding]:
    """Columns with empty cells in rows that are there."""
    lost: Truth = ~np.isfinite(forecast.values) & ~absent[:, np.newaxis, :]
    counts: npt.NDArray[np.int64] = np.sum(lost, axis=(0, 2))
    return [
        finding(
            "forecast.cell.missing",
            Severity.WARNING,
            Place(file=place.file, column=name),
            value=int(counts[at]),
        )
        for at, name in enumerate(forecast.quantities)
        if counts[at]
    ]
