"""A grade order with a price in words: what is paid, which cohorts break the order, who differs from equals."""

from collections.abc import Iterator

from planner.compare.wording import grade_label, percent_text
from planner.plan import FairCohort, Fairness
from planner.terms import N_, Phrasebook

__all__ = ["fairness_sentences"]

MOST_NAMED = 10


def fairness_sentences(fairness: Fairness | None, phrasebook: Phrasebook) -> Iterator[str]:
    """The sum first, then the cohorts that break the order and those that treat equals unlike, dearest first."""
    if fairness is None:
        return
    words = N_(
        "Breaking the grade order is counted {paid:,.0f} yuan beside the cost ({price:g} yuan a point of share):"
    )
    yield phrasebook.say(words, paid=fairness.paid_yuan, price=fairness.price_yuan)
    words = N_("  {broken} cohorts asked for less than a better grade, {unequal} that treat equals unlike.")
    yield phrasebook.say(words, broken=len(fairness.broken), unequal=len(fairness.unequal))
    dearest = sorted(fairness.cohorts, key=lambda item: (-_paid(item), item.cohort))
    for item in [cohort for cohort in dearest if _paid(cohort) > 0.0][:MOST_NAMED]:
        yield from _cohort(item, phrasebook)


def _cohort(item: FairCohort, phrasebook: Phrasebook) -> Iterator[str]:
    name, _, grade = item.cohort.rpartition("/")
    label = f"{name} {grade_label(phrasebook, grade)}"
    if item.below_points > 0.0:
        words = N_("  {cohort}: {share} %, a better grade {better} %, {firms} enterprises, {paid:,.0f} yuan")
        yield phrasebook.say(
            words,
            cohort=label,
            share=percent_text(item.required_share),
            better=percent_text(item.better_share),
            firms=item.enterprises,
            paid=item.paid_yuan,
        )
    if item.unlike:
        words = N_("  {cohort}: {count} of {firms} enterprises otherwise than {share} %, {paid:,.0f} yuan")
        yield phrasebook.say(
            words,
            cohort=label,
            count=len(item.unlike),
            firms=item.enterprises,
            share=percent_text(item.required_share),
            paid=sum(firm.paid_yuan for firm in item.unlike),
        )


def _paid(item: FairCohort) -> float:
    return item.paid_yuan + sum(firm.paid_yuan for firm in item.unlike)
