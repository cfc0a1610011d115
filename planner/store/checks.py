"""What is found while a warning is in force, in one transaction of the desk: rows are added, never changed."""

from dataclasses import asdict
from typing import Any

from sqlalchemy import Connection, Row, Table, func, insert, select

from planner.store.check_records import StoredAir, StoredDaily, StoredReading, StoredVisit
from planner.store.check_tables import DAILY_REPORTS, DAY_AIRS, DESK_READINGS, SITE_VISITS

__all__ = ["Checks"]


class Checks:
    """The checks of warnings over a connection."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add_visits(self, new: tuple[StoredVisit, ...]) -> None:
        """Keeps visits on site."""
        self._add(SITE_VISITS, [asdict(item) for item in new])

    def visits(self, warning_id: str) -> tuple[StoredVisit, ...]:
        """The visits under a warning in the order in which they were entered."""
        return tuple(StoredVisit(**row) for row in self._rows(SITE_VISITS, "visit_id", warning_id))

    def next_batch(self, warning_id: str) -> int:
        """Number of the next import of readings."""
        wanted = select(func.max(DESK_READINGS.c.batch)).where(DESK_READINGS.c.warning_id == warning_id)
        return int(self._connection.execute(wanted).scalar_one() or 0) + 1

    def add_readings(self, new: tuple[StoredReading, ...]) -> None:
        """Keeps readings."""
        self._add(DESK_READINGS, [asdict(item) for item in new])

    def readings(self, warning_id: str) -> tuple[StoredReading, ...]:
        """The readings that count: of each subject, pollutant and day those of the newest batch."""
        rows = [StoredReading(**row) for row in self._rows(DESK_READINGS, "reading_id", warning_id)]
        newest = {_key(row): row.batch for row in rows}
        return tuple(row for row in rows if newest[_key(row)] == row.batch)

    def add_air(self, new: tuple[StoredAir, ...]) -> None:
        """Keeps the index of days."""
        self._add(DAY_AIRS, [asdict(item) for item in new])

    def air(self, warning_id: str) -> tuple[StoredAir, ...]:
        """The newest row of each kind and day, by day and kind."""
        rows = [StoredAir(**row) for row in self._rows(DAY_AIRS, "air_id", warning_id)]
        newest = {(row.day, row.kind): row for row in rows}
        return tuple(newest[key] for key in sorted(newest))

    def add_daily(self, new: StoredDaily) -> None:
        """Keeps a daily report."""
        self._add(DAILY_REPORTS, [asdict(new)])

    def dailies(self, warning_id: str) -> tuple[StoredDaily, ...]:
        """The daily reports of a warning, the first one first."""
        return tuple(StoredDaily(**row) for row in self._rows(DAILY_REPORTS, "report_id", warning_id))

    def _add(self, table: Table, rows: list[dict[str, Any]]) -> None:
        if rows:
            self._connection.execute(insert(table), rows)

    def _rows(self, table: Table, key: str, warning_id: str) -> list[dict[str, Any]]:
        wanted = select(table).where(table.c["warning_id"] == warning_id).order_by(table.c[key])
        return [_without(row, key) for row in self._connection.execute(wanted).all()]


def _key(row: StoredReading) -> tuple[str, str, str, str]:
    return row.kind, row.subject, row.pollutant, row.day


def _without(row: Row[Any], name: str) -> dict[str, Any]:
    return {key: value for key, value in row._asdict().items() if key != name}
