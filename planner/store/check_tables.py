"""The tables of what is found while a warning is in force. The script 0009 in migrations/ makes the same ones."""

from datetime import datetime

from sqlalchemy import CheckConstraint, Column, Float, ForeignKey, Integer, Named, String, Table, Text, TypedColumns

from planner.store.tables import DIGEST_LENGTH, METADATA, UtcText

__all__ = ["DAILY_REPORTS", "DAY_AIRS", "DESK_READINGS", "SITE_VISITS"]


class _VisitColumns(TypedColumns):
    visit_id: Named[int] = Column(Integer, primary_key=True)
    warning_id: Named[str] = Column(Text, ForeignKey("warnings.warning_id"), index=True)
    owner: Named[str] = Column(Text)
    source_id: Named[str] = Column(Text)
    at: Named[datetime] = Column(UtcText)
    inspector: Named[str] = Column(Text)
    outcome: Named[str] = Column(Text)
    note: Named[str] = Column(Text)
    entered_by: Named[str] = Column(Text)
    entered_at: Named[datetime] = Column(UtcText)


class _ReadingColumns(TypedColumns):
    reading_id: Named[int] = Column(Integer, primary_key=True)
    warning_id: Named[str] = Column(Text, ForeignKey("warnings.warning_id"), index=True)
    batch: Named[int] = Column(Integer)
    kind: Named[str] = Column(Text)
    subject: Named[str] = Column(Text)
    pollutant: Named[str] = Column(Text)
    day: Named[str] = Column(String(10))
    amount: Named[float] = Column(Float)
    entered_by: Named[str] = Column(Text)
    entered_at: Named[datetime] = Column(UtcText)


class _AirColumns(TypedColumns):
    air_id: Named[int] = Column(Integer, primary_key=True)
    warning_id: Named[str] = Column(Text, ForeignKey("warnings.warning_id"), index=True)
    kind: Named[str] = Column(Text)
    day: Named[str] = Column(String(10))
    aqi: Named[int | None] = Column(Integer, nullable=True)
    primary_pollutants: Named[str] = Column(Text)
    standard: Named[str] = Column(Text)
    missing_hours: Named[int] = Column(Integer)
    entered_by: Named[str] = Column(Text)
    entered_at: Named[datetime] = Column(UtcText)


class _ReportColumns(TypedColumns):
    report_id: Named[int] = Column(Integer, primary_key=True)
    warning_id: Named[str] = Column(Text, ForeignKey("warnings.warning_id"), index=True)
    day: Named[str] = Column(String(10))
    made_by: Named[str] = Column(Text)
    made_at: Named[datetime] = Column(UtcText)
    sha256: Named[str] = Column(String(DIGEST_LENGTH))
    text: Named[str] = Column(Text)


SITE_VISITS = Table("site_visits", METADATA, _VisitColumns)
DESK_READINGS = Table("desk_readings", METADATA, _ReadingColumns, CheckConstraint("amount >= 0", "amount"))
"""Readings of meters and CEMS: of a subject, pollutant and day those of the newest batch count."""

DAY_AIRS = Table("day_airs", METADATA, _AirColumns)
"""The index of days as forecast and as measured: of a kind and day the newest row counts."""

DAILY_REPORTS = Table("daily_reports", METADATA, _ReportColumns)
