"""Short words and marks of the page; the words that orders share are in compare."""

from collections.abc import Iterable, Mapping

from planner.terms import N_, Measure, Phrasebook, split_tag

__all__ = [
    "LEVEL_SHAPES",
    "MEASURE_WORDS",
    "MODE_HINTS",
    "MODE_WORDS",
    "POLLUTANT_SHORT",
    "POLLUTANT_WORDS",
    "RULE_KIND_WORDS",
    "SEVERITY_WORDS",
    "STAGE_WORDS",
    "measures_text",
    "mode_help",
    "word",
]

LEVEL_SHAPES: Mapping[str, str] = {"yellow": "▲", "orange": "◆", "red": "■"}
"""A shape beside the colour, so that nobody needs to tell colours apart."""

MODE_WORDS: Mapping[str, str] = {
    "filed": N_("As filed"),
    "fill": N_("Top up"),
    "design": N_("Design"),
}
MODE_HINTS: Mapping[str, str] = {
    "filed": N_("The measures of the filed list and the rules, executed as written."),
    "fill": N_("Filed measures and rules stand; where a cut falls short, the cheapest permitted measures fill it."),
    "design": N_("Before winter: only the rules stand, everything permitted is open."),
}
POLLUTANT_WORDS: Mapping[str, str] = {
    "pm": N_("Particulate matter PM"),
    "vocs": N_("Organic compounds VOCs"),
    "so2": N_("Sulphur dioxide SO₂"),
    "nox": N_("Nitrogen oxides NOx"),
    "so2_nox": N_("SO₂ and NOx together"),
}
POLLUTANT_SHORT: Mapping[str, str] = {"pm": "PM", "vocs": "VOCs", "so2": "SO₂", "nox": "NOx"}
MEASURE_WORDS: Mapping[str, str] = {
    "halt": N_("Halt"),
    "hold_hot": N_("Halt, held hot"),
    "limit": N_("Limit"),
    "halt_lines": N_("Halt of lines"),
    "coking_time": N_("Longer coking time"),
    "heats_per_day": N_("Fewer heats"),
    "lowest_day": N_("Lowest daily load"),
    "cycle": N_("Halt in cycles"),
    "chambers_stop": N_("Chambers not charged"),
    "truck_ban_cn3": N_("No trucks of China III or below"),
    "truck_ban_cn4": N_("No trucks of China IV or below"),
    "truck_ban_cn5_gas": N_("No diesel trucks of China IV, no gas trucks of China V or below"),
    "truck_entries_cut": N_("Fewer trucks"),
    "road_haulage_stop": N_("No road haulage"),
    "odd_even": N_("Odd-even driving"),
    "machinery_ban_cn2": N_("No machinery of China II or below"),
    "machinery_ban_cn3": N_("No machinery of China III or below"),
    "earthwork_stop": N_("Earthwork stop"),
    "yard_stop": N_("Yard stop"),
    "road_cleaning": N_("More road cleaning"),
    "concentration_cap": N_("Cap on the waste gas"),
    "coal_quality": N_("Better coal"),
    "treatment_last": N_("Treatment stops last"),
    "relaxed_after": N_("Relaxed later"),
    "self": N_("On its own"),
    "no_measure": N_("No measure"),
}
RULE_KIND_WORDS: Mapping[str, str] = {
    "parameter": N_("Parameter"),
    "floor": N_("Mandatory measure"),
    "duty": N_("Duty"),
    "menu": N_("Permitted measure"),
    "standing": N_("Exemption"),
    "principle": N_("Principle"),
    "supply": N_("Supply floor"),
}
STAGE_WORDS: Mapping[str, str] = {
    "waiting": N_("Waiting for other work to end ..."),
    "read": N_("Reading the list and the rules ..."),
    "shortfall": N_("Looking how far the cuts can be met ..."),
    "cost": N_("Finding the cheapest measures and proving it ..."),
    "tie_break": N_("Choosing one among equal plans ..."),
    "season": N_("Evening the hours of the season ..."),
    "audit": N_("The referee checks the plan ..."),
}
SEVERITY_WORDS: Mapping[str, str] = {"error": N_("Error"), "warning": N_("Warning"), "note": N_("Note")}

_ORDER = tuple(str(item) for item in Measure)


def word(phrasebook: Phrasebook, words: Mapping[str, str], code: str) -> str:
    """The word of a code in the reader's language; a code without a word is shown as it is."""
    return phrasebook.say(words[code]) if code in words else code


def mode_help(phrasebook: Phrasebook) -> str:
    """What each mode means, one line each, as Markdown."""
    return "\n\n".join(
        f"**{word(phrasebook, MODE_WORDS, code)}**: {phrasebook.say(hint)}" for code, hint in MODE_HINTS.items()
    )


def measures_text(phrasebook: Phrasebook, measures: Iterable[str]) -> str:
    """Measures in a few words, those on the load first."""
    codes = dict.fromkeys(split_tag(tag)[0] for tag in measures)
    ranked = sorted(codes, key=lambda item: _ORDER.index(item) if item in _ORDER else len(_ORDER))
    return " · ".join(word(phrasebook, MEASURE_WORDS, item) for item in ranked)
