"""How sure a value of law is."""

from enum import StrEnum

__all__ = ["Answer", "Evidence", "RuleStatus"]


class RuleStatus(StrEnum):
    """Whether a competent person has confirmed the value against the instrument."""

    CONFIRMED = "confirmed"
    TO_CONFIRM = "to-confirm"


class Evidence(StrEnum):
    """How the value was learned; `recalled` values are off until a city turns them on."""

    READ = "read"
    SECOND_HAND = "second_hand"
    RECALLED = "recalled"
    CITY_CHOICE = "city_choice"


class Answer(StrEnum):
    """How an industry x grade x level cell is answered."""

    SOURCED = "sourced"
    SELF_DETERMINED = "self_determined"
    NONE = "none"
    MISSING = "missing"
