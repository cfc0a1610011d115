"""Which acts a warning allows next, whoever does them."""

from planner.episode.records import ActKind, AirWarning, Round, Step

__all__ = ["legal_acts"]

LIFTING = {
    Step.PROPOSED: (ActKind.REVIEW, ActKind.RETURN),
    Step.REVIEWED: (ActKind.SIGN, ActKind.RETURN),
    Step.SIGNED: (ActKind.LIFT, ActKind.RETURN),
}
ORDERING = {
    Step.PROPOSED: (ActKind.ATTACH,),
    Step.ATTACHED: (ActKind.REVIEW, ActKind.ATTACH, ActKind.RETURN),
    Step.REVIEWED: (ActKind.SIGN, ActKind.RETURN),
    Step.SIGNED: (ActKind.RETURN,),
}
ALONE = {
    Step.CONSULTED: (ActKind.PROPOSE, ActKind.NOTICE, ActKind.WITHDRAW),
    Step.IN_FORCE: (ActKind.PROPOSE, ActKind.NOTICE, ActKind.CONFIRM_SIGNATURE, ActKind.MERGE),
    Step.LIFTED: (ActKind.EVALUATE, ActKind.CONFIRM_SIGNATURE),
    Step.EVALUATED: (ActKind.CONFIRM_SIGNATURE,),
    Step.MERGED: (ActKind.CONFIRM_SIGNATURE,),
}
UNDER_WAY = (Step.PROPOSED, Step.ATTACHED, Step.REVIEWED, Step.SIGNED)


def legal_acts(warning: AirWarning | None) -> tuple[ActKind, ...]:
    """The kinds of act that may come next, the most likely first; of no warning yet only its consultation.

    Reference: procedures of issue, adjustment and lifting (facts 1.3); a signature by telephone is confirmed on paper.
    """
    if warning is None:
        return (ActKind.CONSULT,)
    if warning.step not in UNDER_WAY:
        return _awaiting(warning, ALONE.get(warning.step, ()))
    steps = LIFTING if warning.round is Round.LIFT else ORDERING
    first = (_last_act(warning),) if warning.step is Step.SIGNED and warning.round is not Round.LIFT else ()
    back = ActKind.WITHDRAW if warning.round is Round.ISSUE else ActKind.DROP
    between = (ActKind.CONFIRM_SIGNATURE, ActKind.PROPOSE, ActKind.NOTICE, back)
    return _awaiting(warning, (*first, *steps[warning.step], *between))


def _last_act(warning: AirWarning) -> ActKind:
    return ActKind.ISSUE if warning.round is Round.ISSUE else ActKind.ADJUST


def _awaiting(warning: AirWarning, acts: tuple[ActKind, ...]) -> tuple[ActKind, ...]:
    """A signature is confirmed only where a paper is still to come."""
    owed = bool(warning.awaited)
    return tuple(dict.fromkeys(act for act in acts if owed or act is not ActKind.CONFIRM_SIGNATURE))
