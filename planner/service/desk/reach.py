"""How far a person's role and county reach upon a warning."""

from planner.episode import AirWarning, may
from planner.errors import FindingsError, finding
from planner.service.desk.records import DeskRequest, Person
from planner.store import Desk

__all__ = ["refuse_role"]


def refuse_role(desk: Desk, person: Person, request: DeskRequest, warning: AirWarning | None) -> None:
    """Nothing where role and county of a person reach as far as the act.

    Raises:
        FindingsError: where the role does not allow such an act, or the act concerns more than the person's county.
    """
    if not may(person.role, request.kind):
        raise FindingsError((finding("warning.role.denied", value=request.kind, role=person.role),))
    if person.county_code and not _is_own(desk, person, request, warning):
        raise FindingsError((finding("warning.role.county", value=person.county_code),))


def _is_own(desk: Desk, person: Person, request: DeskRequest, warning: AirWarning | None) -> bool:
    """Whether everything that the act and the warning speak of is the person's county.

    A warning that names no area yet belongs to the county of the person who opened it.
    """
    held = warning.in_force.terms if warning and warning.in_force else None
    spoken = [terms for terms in (request.terms, warning.terms if warning else None, held) if terms is not None]
    if warning is not None and warning.terms is None and held is None and not _opened(desk, person, warning):
        return False
    return all(area.counties == (person.county_code,) for terms in spoken for area in terms.areas)


def _opened(desk: Desk, person: Person, warning: AirWarning) -> bool:
    opener = desk.acts(warning.warning_id)[0].person
    account = desk.account(opener)
    return opener == person.name if account is None else account.county_code == person.county_code
