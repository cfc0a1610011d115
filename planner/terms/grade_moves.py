"""Why a performance grade moves (有进有出)."""

from enum import StrEnum

__all__ = ["MoveKind"]


class MoveKind(StrEnum):
    """What made a grade move.

    `entry`: an ungraded firm gets a grade; `exit`: a firm loses its grade; `application`: a better grade is asked for
    and not yet approved; `violation`: a grade lost by a breach; `upgrade_overdue`: an upgrade not done in time.
    """

    ENTRY = "entry"
    PROMOTION = "promotion"
    DEMOTION = "demotion"
    EXIT = "exit"
    APPLICATION = "application"
    VIOLATION = "violation"
    UPGRADE_OVERDUE = "upgrade_overdue"
