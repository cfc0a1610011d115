"""What came of the scenarios of a sweep: exactly one row each, however many workers bring one."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, insert, select

from planner.store.sweep_tables import SCENARIO_OUTCOMES

__all__ = ["StoredOutcome", "add_outcome", "add_outcomes", "outcome_keys", "outcomes_of"]


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredOutcome:
    """An answer.

    Attributes:
        sweep_key: hash over list, law and question; `scenario_key` over what the scenario changes.
        outcome: the account, JSON.
        firms: its enterprises, a parquet file.
    """

    sweep_key: str
    scenario_key: str
    outcome: str
    firms: bytes
    answered_at: datetime


def add_outcome(connection: Connection, new: StoredOutcome) -> bool:
    """Keeps an answer; False where the scenario was answered before, whose answer then stands."""
    columns = SCENARIO_OUTCOMES.c
    known = select(columns.scenario_key).where(
        columns.sweep_key == new.sweep_key, columns.scenario_key == new.scenario_key
    )
    if connection.execute(known).one_or_none() is not None:
        return False
    values = {
        "sweep_key": new.sweep_key,
        "scenario_key": new.scenario_key,
        "outcome": new.outcome,
        "firms": new.firms,
        "answered_at": new.answered_at,
    }
    connection.execute(insert(SCENARIO_OUTCOMES).values(values))
    return True


def add_outcomes(connection: Connection, new: tuple[StoredOutcome, ...]) -> int:
    """The same of several at once; how many were not known yet."""
    return sum(add_outcome(connection, item) for item in new)


def outcome_keys(connection: Connection, sweep_key: str) -> frozenset[str]:
    """The scenarios of a sweep that have an answer."""
    columns = SCENARIO_OUTCOMES.c
    return frozenset(connection.execute(select(columns.scenario_key).where(columns.sweep_key == sweep_key)).scalars())


def outcomes_of(connection: Connection, sweep_key: str) -> tuple[StoredOutcome, ...]:
    """The answers of a sweep, by scenario key."""
    columns = SCENARIO_OUTCOMES.c
    chosen = select(SCENARIO_OUTCOMES).where(columns.sweep_key == sweep_key).order_by(columns.scenario_key)
    return tuple(
        StoredOutcome(
            sweep_key=row.sweep_key,
            scenario_key=row.scenario_key,
            outcome=row.outcome,
            firms=row.firms,
            answered_at=row.answered_at,
        )
        for row in connection.execute(chosen)
    )
