"""Units: one inside the core (kg, yuan, hours, shares 0..1), conversions at the door only."""

from datetime import timedelta, timezone

__all__ = ["BEIJING", "DAYS_PER_YEAR", "KG_PER_TONNE"]

KG_PER_TONNE = 1000.0
DAYS_PER_YEAR = 365
BEIJING = timezone(timedelta(hours=8), "Asia/Shanghai")
"""China keeps one zone without summer time; a fixed offset needs no zone database."""
