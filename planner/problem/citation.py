"""What a measure of a plan rests on."""

from dataclasses import dataclass

from planner.rules import Confirmation

__all__ = ["Citation"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """What a measure rests on: a rule in force or a row of the filed list.

    Attributes:
        id: rule id, or `list:` and the source id.
        kind: kind of the rule, such as `floor` or `menu`; `filed` for a list row.
        status: confirmed or to-confirm; `evidence` as the rules name it; both `filed` for a list row.
        confirmation: the city's word behind a status that the rule files give as to be confirmed.
    """

    id: str
    kind: str
    instrument: str
    number: str
    clause: str
    title_zh: str
    title: str
    status: str
    evidence: str
    confirmation: Confirmation | None = None
