"""Who acts where there are no accounts: a name alone, in whatever role the act asks for."""

from planner.episode import ActKind, Role, may
from planner.service.desk.records import Person

__all__ = ["person_for"]


def person_for(name: str, kind: ActKind) -> Person:
    """The person of a name, as reviewer where the act is a review, else as issuer.

    Meant for an installation without accounts: the second person of orange and red has to have another name all the
    same, and the trace says who gave which.
    """
    order = (Role.REVIEWER, Role.ISSUER) if kind is ActKind.REVIEW else (Role.ISSUER, Role.REVIEWER)
    return Person(name=name, role=next(role for role in order if may(role, kind)))
