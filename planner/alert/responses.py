"""What to do: about the warning in force, and about the firms."""

from planner.alert.advice import Action, BelowStage
from planner.alert.causes import Response
from planner.alert.episodes import Ranks
from planner.terms import Level

__all__ = ["action_on", "response_of"]


def action_on(current: Level | None, force: Ranks, below: BelowStage | None) -> Action:
    """What to do about the warning in force.

    Args:
        current: its level, None where there is none.
        force: levels in force in each hour of the forecast, the present one held until its lifting.
        below: the stage below yellow that is reached.
    """
    highest = int(force.max())
    if current is None:
        fallback = Action.EARLY_CONTROL if below else Action.NONE
        return Action.ISSUE if highest else fallback
    if highest > current.rank:
        return Action.UPGRADE
    if int(force[0]) == current.rank:
        return Action.KEEP
    return Action.DOWNGRADE if highest else Action.LIFT


def response_of(level: Level | None, mandatory: Level | None) -> Response | None:
    """Mandatory measures where some level is reached by days of such a cause; None where there is no warning."""
    if level is None:
        return None
    return Response.MANDATORY if mandatory else Response.HEALTH_NOTICE
