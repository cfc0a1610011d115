"""A criterion of the warning levels in signs and in words."""

from collections.abc import Mapping

from planner.rules import WarningCondition, WarningCriterion
from planner.terms import N_, Phrasebook

__all__ = ["condition_sentence", "criterion_formula", "criterion_sentence", "procedure_word"]

_QUANTITIES: Mapping[str, str] = {
    "aqi": N_("24-hour mean AQI"),
    "pm25_24h": N_("24-hour mean PM2.5 (µg/m³)"),
    "iaqi_o3": N_("daily ozone IAQI"),
    "aqi_1h": N_("hourly AQI"),
    "so2_1h": N_("hourly SO2 (µg/m³)"),
}
_SIGNS: Mapping[str, str] = {
    "aqi": "AQI",
    "pm25_24h": "PM2.5",
    "iaqi_o3": "IAQI(O3)",
    "aqi_1h": "AQI(1h)",
    "so2_1h": "SO2(1h)",
}
_WORDS: Mapping[str, str] = {
    "mayor": N_("the mayor"),
    "deputy_mayor": N_("the deputy mayor in charge"),
    "mandatory": N_("mandatory emission cuts"),
    "health_notice": N_("a health notice only, no mandatory cuts"),
}


def criterion_formula(criterion: WarningCriterion) -> str:
    """A criterion in signs, the same in every language: `AQI > 200 for 72 h and AQI > 300 for 24 h`."""
    return " and ".join(_formula(item) for item in criterion.conditions)


def criterion_sentence(criterion: WarningCriterion, phrasebook: Phrasebook) -> str:
    """A criterion in words."""
    parts = [condition_sentence(item, phrasebook) for item in criterion.conditions]
    return phrasebook.say(N_(" and ")).join(parts)


def condition_sentence(condition: WarningCondition, phrasebook: Phrasebook) -> str:
    """One condition of a criterion in words."""
    words = (
        N_("{quantity} above {threshold} for {hours} hours")
        if condition.over is not None
        else N_("{quantity} at least {threshold} for {hours} hours")
    )
    quantity = phrasebook.say(_QUANTITIES[condition.quantity])
    return phrasebook.say(words, quantity=quantity, threshold=f"{condition.threshold:g}", hours=condition.hours)


def procedure_word(phrasebook: Phrasebook, word: str) -> str:
    """A word that rules of procedure hold, such as who signs; any other text as it stands."""
    return phrasebook.say(_WORDS[word]) if word in _WORDS else word


def _formula(condition: WarningCondition) -> str:
    sign = ">" if condition.over is not None else ">="
    return f"{_SIGNS[condition.quantity]} {sign} {condition.threshold:g} for {condition.hours} h"
