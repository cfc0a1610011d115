"""The change order in words: what a change means to an enterprise, and what it is told from and to."""

from collections.abc import Iterator

from planner.compare.measure_words import measure_sentence
from planner.compare.wording import level_label
from planner.plan import ChangeKind, Plan, Told
from planner.problem import PlanProblem
from planner.terms import N_, Phrasebook

__all__ = ["change_kind_label", "change_sentences", "told_sentence"]

KINDS = {
    ChangeKind.NEW: N_("newly ordered"),
    ChangeKind.RELEASED: N_("released"),
    ChangeKind.STRICTER: N_("stricter than before"),
    ChangeKind.LOOSER: N_("looser than before"),
    ChangeKind.OTHER: N_("otherwise than before"),
}


def change_kind_label(phrasebook: Phrasebook, kind: str) -> str:
    """What a change means to the enterprise."""
    return phrasebook.say(KINDS[ChangeKind(kind)])


def told_sentence(phrasebook: Phrasebook, told: Told) -> str:
    """What a source is told; without a measure, that it is told nothing."""
    return measure_sentence(phrasebook, told.measures, told.kept_share) or phrasebook.say(N_("no measure"))


def change_sentences(problem: PlanProblem, plan: Plan, phrasebook: Phrasebook) -> Iterator[str]:
    """How many enterprises are told something else than by the order in force, and whether the limit is kept."""
    order, changes = problem.order_in_force, plan.changes
    if order is None or changes is None:
        return
    words = N_(
        "Against the {level} order in force: {changed} enterprises are told something else "
        "({unavoidable} unavoidable), {unchanged} the same."
    )
    yield phrasebook.say(
        words,
        level=level_label(phrasebook, order.level),
        changed=len(changes.firms),
        unavoidable=changes.unavoidable,
        unchanged=changes.unchanged,
    )
    counts = ((kind, sum(item.kind is kind for item in changes.firms)) for kind in ChangeKind)
    told = [f"{change_kind_label(phrasebook, kind)} {count}" for kind, count in counts if count]
    if told:
        yield f"  {'; '.join(told)}"
    if changes.excess:
        words = N_("No plan found keeps the limit of {most} changes; this one exceeds it by {excess}.")
        yield phrasebook.say(words, most=order.most_changes, excess=changes.excess)
