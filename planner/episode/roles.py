"""Who may do what to a warning: roles and the acts they allow."""

from enum import StrEnum

from planner.episode.records import ActKind

__all__ = ["PERMITTED", "Role", "may"]


class Role(StrEnum):
    """What an account may do; `admin` keeps accounts and settings and acts on no warning."""

    VIEWER = "viewer"
    PLANNER = "planner"
    REVIEWER = "reviewer"
    ISSUER = "issuer"
    AUDITOR = "auditor"
    ADMIN = "admin"


PREPARING = frozenset(
    {ActKind.CONSULT, ActKind.PROPOSE, ActKind.ATTACH, ActKind.NOTICE, ActKind.WITHDRAW, ActKind.DROP, ActKind.EVALUATE}
)
PERMITTED: dict[Role, frozenset[ActKind]] = {
    Role.VIEWER: frozenset(),
    Role.PLANNER: PREPARING,
    Role.REVIEWER: frozenset({ActKind.REVIEW, ActKind.RETURN}),
    Role.ISSUER: PREPARING
    | {
        ActKind.RETURN,
        ActKind.SIGN,
        ActKind.CONFIRM_SIGNATURE,
        ActKind.ISSUE,
        ActKind.ADJUST,
        ActKind.LIFT,
        ActKind.MERGE,
    },
    Role.AUDITOR: frozenset(),
    Role.ADMIN: frozenset(),
}
"""The acts of each role. The issuer prepares what he issues, but never reviews it: that takes a reviewer."""


def may(role: Role, kind: ActKind) -> bool:
    """Whether a role allows an act."""
    return kind in PERMITTED[role]
