"""Why a cell that no clean pattern fits is refused: one question a kind of cell, asked of offenders only."""

import re
from collections.abc import Callable, Sequence
from unicodedata import category, normalize

from stdnum.cn.uscc import calc_check_digit

from planner.inventory.cell_patterns import (
    CREDIT_CODE,
    FORMULA_SIGNS,
    LONGEST_TEXT,
    NUMBER,
    PLACEHOLDERS,
)
from planner.inventory.code_registers import nearest_code
from planner.inventory.fields_record import Field
from planner.inventory.list_columns import Offence

__all__ = [
    "code_offence",
    "common_offence",
    "credit_code_offence",
    "digits_offence",
    "flag_offence",
    "number_offence",
    "permit_offence",
    "registered_offence",
    "text_offence",
]

_FLAG_SPELLINGS = {"是": "1", "有": "1", "true": "1", "yes": "1", "y": "1", "1.0": "1", "√": "1"}
_FLAG_SPELLINGS |= {"否": "0", "无": "0", "false": "0", "no": "0", "n": "0", "0.0": "0", "×": "0"}
_GROUPED = re.compile(r"[0-9]{1,3}(?:[,，' \u00a0][0-9]{3})+(?:\.[0-9]+)?")
_DECIMAL_COMMA = re.compile(r"[0-9]+[,，][0-9]+")
_PLUS_SIGN = re.compile(r"\+" + NUMBER)
_BARE_POINT = re.compile(r"[0-9]+\.|\.[0-9]+")
_PERCENT = re.compile(r"[0-9]+(?:\.[0-9]+)?%")
_WITH_UNIT = re.compile(r"([0-9]+(?:\.[0-9]+)?)\s*((?:[^0-9\s.,_xXoObBeE-]|[a-zA-Z]{2})[^0-9]*)")
_SPELLED_NUMBERS: tuple[tuple[str, re.Pattern[str], Callable[[str], str]], ...] = (
    ("list.number.full_width", re.compile(NUMBER), str),
    ("list.number.grouped", _GROUPED, lambda plain: re.sub(r"[,，' \u00a0]", "", plain)),
    ("list.number.decimal_comma", _DECIMAL_COMMA, lambda plain: re.sub(r"[,，]", ".", plain)),
    ("list.number.plus_sign", _PLUS_SIGN, lambda plain: plain[1:]),
    ("list.number.bare_point", _BARE_POINT, lambda plain: f"{float(plain):g}"),
)
_MOST_CODES_TOLD = 16
_SCIENTIFIC = re.compile(r"[0-9](?:\.[0-9]+)?[eE]\+?[0-9]+")


def _offence(code: str, **values: object) -> Offence:
    return Offence(code=code, values=tuple((name, str(value)) for name, value in values.items()))


def common_offence(text: str) -> Offence | None:
    """What is wrong with a cell of any kind: characters that nobody sees, words for nothing, length."""
    for character in text:
        if category(character) == "Cc":
            return _offence("list.cell.control_character", character=f"U+{ord(character):04X}")
        if "\ufff0" <= character <= "\uffff" or category(character) == "Co":
            return _offence("list.cell.damaged_text", character=f"U+{ord(character):04X}")
        if category(character) in {"Cf", "Zl", "Zp"}:
            return _offence("list.cell.invisible_character", character=f"U+{ord(character):04X}")
    if text.strip().casefold() in PLACEHOLDERS:
        return _offence("list.cell.placeholder")
    if len(text) > LONGEST_TEXT:
        return _offence("list.cell.too_long", length=len(text), longest=LONGEST_TEXT)
    return None


def text_offence(text: str) -> Offence:
    """Why a text is refused that holds no forbidden character: it would start a formula."""
    return _offence("list.cell.formula", sign=text.strip()[:1])


def number_offence(field: Field, text: str) -> Offence:
    """Why a cell is no plain number, with the number that it most likely means.

    Args:
        field: the column's entry in the dictionary; its unit is named.
        text: the cell without blanks around it.
    """
    plain = normalize("NFKC", text).replace("−", "-")
    if plain.startswith("="):
        return _offence("list.cell.formula", sign="=")
    if field.unit == "share" and _PERCENT.fullmatch(plain):
        return _offence("list.number.percent", meant=f"{float(plain[:-1]) / 100:.6g}")
    for code, pattern, meaning in _SPELLED_NUMBERS:
        found = pattern.fullmatch(plain)
        meant = meaning(plain) if found else ""
        if meant and meant != text:
            return _offence(code, meant=meant)
    found = _WITH_UNIT.fullmatch(plain)
    if found:
        return _offence("list.number.with_unit", meant=found[1], written=found[2], unit=field.unit)
    return _offence("list.number.not_a_number", unit=field.unit)


def flag_offence(text: str) -> Offence:
    """Why a cell is neither 0 nor 1."""
    meant = _FLAG_SPELLINGS.get(normalize("NFKC", text).casefold())
    return _offence("list.code.misspelt", nearest=meant) if meant else _offence("list.flag.unknown")


def digits_offence(text: str, digits: int) -> Offence:
    """Why a code of a fixed number of digits is refused."""
    return _offence("list.code.digits", digits=digits, length=len(text))


def registered_offence(text: str, known: Sequence[str]) -> Offence:
    """Why a code is not in its register, with the nearest code that is."""
    nearest = nearest_code(text, known)
    if nearest:
        return _offence("list.code.misspelt", nearest=nearest)
    more = "" if len(known) <= _MOST_CODES_TOLD else ", …"
    return _offence("list.code.unknown", known=", ".join(known[:_MOST_CODES_TOLD]) + more)


def credit_code_offence(text: str) -> Offence:
    """Why a text is no unified social credit code.

    Reference: GB 32100-2015, chapter 4 (eight digits, ten of 31 signs, the last a check digit).
    """
    plain = normalize("NFKC", text).replace(" ", "").replace("-", "").upper()
    if _SCIENTIFIC.fullmatch(text):
        return _offence("list.credit_code.scientific")
    if len(plain) != len("91110000600037341L"):
        return _offence("list.credit_code.length", length=len(plain))
    if not re.fullmatch(CREDIT_CODE, plain):
        return _offence("list.credit_code.signs")
    if calc_check_digit(plain[:-1]) != plain[-1]:
        return _offence("list.credit_code.check_digit", expected=calc_check_digit(plain[:-1]))
    return _offence("list.credit_code.spelling", meant=plain)


def permit_offence(text: str) -> Offence:
    """Why a text is no number of a discharge permit.

    Reference: HJ 608-2017 (credit code, three digits, one letter).
    """
    return _offence("list.permit.shape", length=len(text))


def code_offence(text: str) -> Offence:
    """Why a text cannot be a key: signs that a key may not hold."""
    if text[:1] in FORMULA_SIGNS.replace("\\", ""):
        return text_offence(text)
    return _offence("list.code.signs", length=len(text))
