"""The tables of scenarios: what came of them, and files of them that were kept.

The scripts 0010 and 0011 in migrations/ make the same ones; a test compares them.
"""

from datetime import datetime

from sqlalchemy import Column, LargeBinary, Named, String, Table, Text, TypedColumns

from planner.store.tables import DIGEST_LENGTH, METADATA, UtcText

__all__ = ["SCENARIO_FILES", "SCENARIO_OUTCOMES"]


class _OutcomeColumns(TypedColumns):
    sweep_key: Named[str] = Column(String(DIGEST_LENGTH), primary_key=True)
    scenario_key: Named[str] = Column(String(DIGEST_LENGTH), primary_key=True)
    outcome: Named[str] = Column(Text)
    firms: Named[bytes] = Column(LargeBinary)
    answered_at: Named[datetime] = Column(UtcText)


SCENARIO_OUTCOMES = Table("scenario_outcomes", METADATA, _OutcomeColumns)
"""One row an answered scenario: that each is answered once, whoever answers, is this key's doing."""


class _FileColumns(TypedColumns):
    text_sha256: Named[str] = Column(String(DIGEST_LENGTH), primary_key=True)
    city: Named[str] = Column(String(64), primary_key=True)
    name: Named[str] = Column(Text)
    text: Named[str] = Column(Text)
    kept_by: Named[str] = Column(Text)
    kept_at: Named[datetime] = Column(UtcText)


SCENARIO_FILES = Table("scenario_files", METADATA, _FileColumns)
"""One row a kept text of a city."""
