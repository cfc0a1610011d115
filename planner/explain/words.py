"""What sparing an enterprise would cost, in sentences that terminal and page share."""

from planner.explain.replacement import Possible, Replacement, Spared
from planner.terms import N_, Phrasebook

__all__ = ["replacement_sentences"]


def replacement_sentences(replacement: Replacement, phrasebook: Phrasebook) -> tuple[str, str]:
    """One sentence for the enterprise spared with its equals, one for it alone."""
    together, alone = (_outcome(item, phrasebook) for item in (replacement.with_equals, replacement.alone))
    return (
        phrasebook.say(N_("Spared with its equals, as the grade order asks: {outcome}."), outcome=together),
        phrasebook.say(N_("Spared alone, outside the grade order: {outcome}."), outcome=alone),
    )


def _outcome(spared: Spared, phrasebook: Phrasebook) -> str:
    if spared.is_possible is Possible.UNKNOWN or spared.extra_yuan is None:
        unknown = spared.is_possible is Possible.UNKNOWN
        return phrasebook.say(N_("the search gave up")) if unknown else _impossible(spared, phrasebook)
    return phrasebook.say(
        N_("{extra:,.0f} yuan more (between {least:,.0f} and {most:,.0f}); {others} others do more, {relieved} less"),
        extra=spared.extra_yuan,
        least=spared.least_extra_yuan,
        most=spared.most_extra_yuan,
        others=spared.others,
        relieved=spared.relieved,
    )


def _impossible(spared: Spared, phrasebook: Phrasebook) -> str:
    missing = 100.0 * sum(item.missing_share for item in spared.shortfalls)
    return phrasebook.say(N_("impossible, the cuts would be missed by {points:.2f} percentage points"), points=missing)
