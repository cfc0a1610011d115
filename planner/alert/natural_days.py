"""The index of each natural day of a forecast or of what was measured, by the standard in force that day."""

from planner.alert.advice import DayOfAir
from planner.alert.air import measure_air
from planner.alert.causes import causes_of_days
from planner.alert.days import day_of_air
from planner.alert.forecast import Forecast
from planner.rules import WarningInForce
from planner.terms import BEIJING

__all__ = ["natural_days"]


def natural_days(air: Forecast, law: WarningInForce) -> tuple[DayOfAir, ...]:
    """The natural days (Beijing time) that the hours or days of a series hold whole, the first one first.

    Of an ensemble the first member speaks. `aqi` is None where too many hours are missing.

    Args:
        air: a forecast, or measured air in the same form.
        law: the law whose standard (edition of HJ 633) counts.
    """
    measured = measure_air(air, law)
    hours = [air.moment(at).astimezone(BEIJING) for at in range(measured.starts)]
    starts = [at for at, moment in enumerate(hours) if not air.is_hourly or moment.hour == 0]
    causes = causes_of_days(air, measured, law)[0]
    return tuple(day_of_air(air, measured, (0, causes), at, (False, law)) for at in starts)
