"""The law of the procedure: hours and offices, read from the rules in force."""

from dataclasses import dataclass

from planner.episode.records import Office
from planner.rules import RulesInForce
from planner.terms import LEVELS, Level

__all__ = ["Procedure", "procedure_of"]

HEAD = "warning.procedure."


@dataclass(frozen=True, slots=True, kw_only=True)
class Procedure:
    """How a warning is issued, adjusted and lifted in a city on a day; all hours.

    Attributes:
        lead_hours: before its start a warning is issued; `immediate_hours` without improvement let it start at once.
        lift_hours: air must stay below its criterion for longer; two episodes closer than that are one.
        form_hours: from the consultation opinion to the approval form; `distribution_hours` from signature to issue.
        signers: (level, office) who signs at each level.
    """

    lead_hours: float
    immediate_hours: float
    lift_hours: float
    form_hours: float
    distribution_hours: float
    signers: tuple[tuple[Level, Office], ...]

    def office(self, level: Level) -> Office:
        """The lowest office that may sign at a level."""
        return dict(self.signers)[level]


def procedure_of(rules: RulesInForce) -> Procedure:
    """The procedure under the rules in force.

    Raises:
        KeyError: where a rule of the procedure is not in force.
        ValueError: where a rule names an office that the planner does not know.

    Reference: rules `warning.procedure.*`.
    """
    return Procedure(
        lead_hours=rules.number(f"{HEAD}lead.hours"),
        immediate_hours=rules.number(f"{HEAD}immediate.hours"),
        lift_hours=rules.number(f"{HEAD}lift.hours"),
        form_hours=rules.number(f"{HEAD}form.hours"),
        distribution_hours=rules.number(f"{HEAD}distribution.hours"),
        signers=tuple((level, _office(rules, level)) for level in LEVELS),
    )


def _office(rules: RulesInForce, level: Level) -> Office:
    rule_id = f"{HEAD}signer.{level}"
    found = rules.find(rule_id)
    if found is None:
        raise KeyError(rule_id)
    return Office(str(found.value))
