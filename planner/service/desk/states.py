"""Stored warnings as their states."""

from planner.episode import AirWarning, fold_acts
from planner.service.desk.act_text import act_of
from planner.store import Desk, StoredWarning

__all__ = ["state_of"]


def state_of(desk: Desk, stored: StoredWarning) -> AirWarning:
    """The state of a stored warning after all of its acts."""
    acts = [act_of(item) for item in desk.acts(stored.warning_id)]
    return fold_acts(stored.warning_id, stored.city, acts, is_exercise=stored.is_exercise)
