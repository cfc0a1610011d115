"""From the acts of a warning to its state: each act is laid upon what was before, and nothing else changes it."""

from collections.abc import Callable, Iterable
from dataclasses import replace

from planner.episode.legal import legal_acts
from planner.episode.records import Act, ActKind, AirWarning, InForce, Round, Step
from planner.errors import FindingsError, finding

__all__ = ["apply_act", "fold_acts", "open_warning"]

Step_ = Callable[[AirWarning, Act], AirWarning]


def open_warning(warning_id: str, city: str, act: Act, *, is_exercise: bool) -> AirWarning:
    """The warning that a consultation opens.

    Raises:
        FindingsError: where the act is no first consultation.
    """
    if act.kind is not ActKind.CONSULT or act.number != 1:
        raise FindingsError((finding("warning.act.illegal", value=act.kind, step=""),))
    return AirWarning(
        warning_id=warning_id,
        city=city,
        is_exercise=is_exercise,
        version=1,
        round=Round.ISSUE,
        step=Step.CONSULTED,
        consulted_at=act.at,
    )


def fold_acts(warning_id: str, city: str, acts: Iterable[Act], *, is_exercise: bool) -> AirWarning:
    """The state after all acts, in their order.

    Raises:
        FindingsError: at the first act that its state does not allow.
    """
    first, *rest = acts
    warning = open_warning(warning_id, city, first, is_exercise=is_exercise)
    for act in rest:
        warning = apply_act(warning, act)
    return warning


def apply_act(warning: AirWarning, act: Act) -> AirWarning:
    """The state after one more act; `check_act` judges what it says, here only its place counts.

    Raises:
        FindingsError: where the state does not allow such an act, or another act came first.
    """
    if act.number != warning.version + 1:
        raise FindingsError((finding("warning.act.stale", value=act.number - 1, now=warning.version),))
    if act.kind not in legal_acts(warning):
        raise FindingsError((finding("warning.act.illegal", value=act.kind, step=warning.step),))
    return replace(STEPS[act.kind](warning, act), version=act.number)


def _propose(warning: AirWarning, act: Act) -> AirWarning:
    """A proposal begins its round anew: plans, review and signature of an earlier one are void."""
    fresh = replace(warning, step=Step.PROPOSED, proposed_by=act.person, reviewed_by="", plans=(), signature=None)
    if act.is_lift:
        return replace(fresh, round=Round.LIFT, terms=None)
    kind = Round.ISSUE if warning.in_force is None else Round.ADJUST
    return replace(fresh, round=kind, terms=act.terms)


def _attach(warning: AirWarning, act: Act) -> AirWarning:
    return replace(warning, step=Step.ATTACHED, plans=act.plans, reviewed_by="", signature=None)


def _review(warning: AirWarning, act: Act) -> AirWarning:
    return replace(warning, step=Step.REVIEWED, reviewed_by=act.person)


def _return(warning: AirWarning, _: Act) -> AirWarning:
    """Back to the proposal: what was attached stays to be looked at, review and signature are void."""
    step = Step.ATTACHED if warning.plans else Step.PROPOSED
    return replace(warning, step=step, reviewed_by="", signature=None)


def _sign(warning: AirWarning, act: Act) -> AirWarning:
    return replace(warning, step=Step.SIGNED, signature=act.signature)


def _confirm(warning: AirWarning, act: Act) -> AirWarning:
    """The paper that came is the oldest one awaited."""
    if warning.owed:
        return replace(warning, owed=warning.owed[1:])
    return replace(warning, signature=act.signature)


def _put_in_force(warning: AirWarning, act: Act) -> AirWarning:
    assert warning.terms is not None  # noqa: S101 - a signed round has terms
    version = 1 if warning.in_force is None else warning.in_force.version + 1
    held = InForce(terms=warning.terms, plans=warning.plans, since=act.at, version=version)
    return replace(_rested(warning), in_force=held)


def _lift(warning: AirWarning, act: Act) -> AirWarning:
    return replace(_rested(warning), step=Step.LIFTED, lifted_at=act.at)


def _rested(warning: AirWarning) -> AirWarning:
    """No round under way; a signature whose paper is still owed stays in sight, whatever rounds follow."""
    fresh = replace(warning, step=Step.IN_FORCE, terms=None, plans=(), proposed_by="", reviewed_by="", signature=None)
    return replace(fresh, owed=warning.awaited)


def _withdraw(warning: AirWarning, _: Act) -> AirWarning:
    return replace(warning, step=Step.WITHDRAWN)


def _drop(warning: AirWarning, _: Act) -> AirWarning:
    return _rested(replace(warning, signature=None))


def _notice(warning: AirWarning, act: Act) -> AirWarning:
    assert act.notice is not None  # noqa: S101 - check_act asks for it
    return replace(warning, notices=(*warning.notices, act.notice))


def _merge(warning: AirWarning, act: Act) -> AirWarning:
    return replace(warning, step=Step.MERGED, merged_into=act.merged_into)


def _evaluate(warning: AirWarning, _: Act) -> AirWarning:
    return replace(warning, step=Step.EVALUATED)


STEPS: dict[ActKind, Step_] = {
    ActKind.PROPOSE: _propose,
    ActKind.ATTACH: _attach,
    ActKind.REVIEW: _review,
    ActKind.RETURN: _return,
    ActKind.SIGN: _sign,
    ActKind.CONFIRM_SIGNATURE: _confirm,
    ActKind.ISSUE: _put_in_force,
    ActKind.ADJUST: _put_in_force,
    ActKind.LIFT: _lift,
    ActKind.WITHDRAW: _withdraw,
    ActKind.DROP: _drop,
    ActKind.NOTICE: _notice,
    ActKind.MERGE: _merge,
    ActKind.EVALUATE: _evaluate,
}
