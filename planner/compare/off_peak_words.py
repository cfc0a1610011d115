"""What a plan says of the lines that rest off-peak, in one sentence."""

from planner.problem import OffPeakUse
from planner.terms import N_, Phrasebook

__all__ = ["off_peak_sentence"]


def off_peak_sentence(use: OffPeakUse, phrasebook: Phrasebook) -> str:
    """How many lines rest off-peak and how the plan counts them, with the document that asks for it.

    >>> off_peak_sentence(OffPeakUse(in_base=False, document="", resting=()), Phrasebook())
    'No line rests off-peak on the first day.'
    """
    if not use.resting:
        return phrasebook.say(N_("No line rests off-peak on the first day."))
    words = (
        N_("{count} lines rest off-peak and stay in the base, where their rest counts ({document}).")
        if use.in_base
        else N_("{count} lines rest off-peak; those that stand count neither in the base nor in the cut ({document}).")
    )
    return phrasebook.say(words, count=len(use.resting), document=use.document)
