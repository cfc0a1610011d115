"""The table of what came of scenarios. The script 0010 in migrations/ makes the same one; a test compares the two."""

from datetime import datetime

from sqlalchemy import Column, LargeBinary, Named, String, Table, Text, TypedColumns

from planner.store.tables import DIGEST_LENGTH, METADATA, UtcText

__all__ = ["SCENARIO_OUTCOMES"]


class _OutcomeColumns(TypedColumns):
    sweep_key: Named[str] = Column(String(DIGEST_LENGTH), primary_key=True)
    scenario_key: Named[str] = Column(String(DIGEST_LENGTH), primary_key=True)
    outcome: Named[str] = Column(Text)
    firms: Named[bytes] = Column(LargeBinary)
    answered_at: Named[datetime] = Column(UtcText)


SCENARIO_OUTCOMES = Table("scenario_outcomes", METADATA, _OutcomeColumns)
"""One row an answered scenario: that each is answered once, whoever answers, is this key's doing."""
