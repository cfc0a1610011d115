"""Numbers as people write them: 30, 0.5, 三十, 两, 一半, 百分之三十."""

__all__ = ["number_of", "stage_of"]

_DIGITS = {"零": 0, "〇": 0, "一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9}
_STAGES = {"VI": 6, "IV": 4, "V": 5, "III": 3, "II": 2, "I": 1}
_TENS = {"十": 10, "百": 100}


def number_of(text: str) -> float:
    """The number that digits or Chinese numerals below one thousand spell.

    Raises:
        ValueError: where the text is no number.

    >>> number_of("三十五"), number_of("两"), number_of("7.5")
    (35.0, 2.0, 7.5)
    """
    if any(sign in _TENS for sign in text):
        return float(_spelled(text))
    if all(sign in _DIGITS for sign in text):
        return float("".join(str(_DIGITS[sign]) for sign in text))
    return float(text)


def stage_of(text: str) -> int:
    """The stage of an emission standard: 国四, 国IV and 国4 are 4.

    >>> stage_of("IV"), stage_of("五"), stage_of("3")
    (4, 5, 3)
    """
    return _STAGES[text.upper()] if text.upper() in _STAGES else int(number_of(text))


def _spelled(text: str) -> int:
    total, digit = 0, 0
    for sign in text:
        if sign in _TENS:
            total += (digit or 1) * _TENS[sign]
            digit = 0
        else:
            digit = _DIGITS[sign]
    return total + digit
