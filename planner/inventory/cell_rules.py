"""The rule of each kind of cell: which cells are clean, and what the others are told."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

import numpy as np
import pandas as pd

from planner.inventory import cell_offences as offences
from planner.inventory.cell_patterns import (
    CLEAN_TEXT,
    CODE,
    CREDIT_CODE,
    LONGEST_TEXT,
    NUMBER,
    PERMIT_CODE,
    PLACEHOLDERS,
)
from planner.inventory.code_registers import registered_codes
from planner.inventory.credit_codes import has_right_check_digit
from planner.inventory.date_cells import are_days, date_offence
from planner.inventory.fields_record import Field, FieldKind
from planner.inventory.list_columns import Flags, Offence
from planner.inventory.records import ListCodes

__all__ = ["CellRule", "cell_rule"]

_WORDS_FOR_NOTHING = sorted(PLACEHOLDERS - {"none"})


@dataclass(frozen=True, slots=True, kw_only=True)
class CellRule:
    """How the cells of a column are judged.

    Attributes:
        are_clean: which texts need no second look; empty ones do.
        explain: what is wrong with a text that is not clean.
    """

    are_clean: Callable[[pd.Series], Flags]
    explain: Callable[[str], Offence]


def cell_rule(field: Field, codes: ListCodes) -> CellRule:
    """The rule of a column; a register that `codes` leaves empty is not looked at."""
    known = registered_codes(field.codes, codes) if field.codes else ()
    if known:
        return CellRule(are_clean=partial(_are_in, known), explain=partial(offences.registered_offence, known=known))
    return _KINDS[field.dtype](field)


def _number_rule(field: Field) -> CellRule:
    return CellRule(are_clean=partial(_fit, NUMBER), explain=partial(offences.number_offence, field))


def _text_rule(_: Field) -> CellRule:
    return CellRule(are_clean=_are_clean_texts, explain=offences.text_offence)


def _code_rule(_: Field) -> CellRule:
    return CellRule(are_clean=_are_clean_codes, explain=offences.code_offence)


def _flag_rule(_: Field) -> CellRule:
    return CellRule(are_clean=partial(_are_in, ("0", "1")), explain=offences.flag_offence)


def _credit_rule(_: Field) -> CellRule:
    return CellRule(are_clean=_are_credit_codes, explain=offences.credit_code_offence)


def _permit_rule(_: Field) -> CellRule:
    return CellRule(are_clean=partial(_fit, PERMIT_CODE), explain=offences.permit_offence)


def _date_rule(_: Field) -> CellRule:
    return CellRule(are_clean=are_days, explain=date_offence)


def _digits_rule(digits: int) -> Callable[[Field], CellRule]:
    explain = partial(offences.digits_offence, digits=digits)
    return lambda _: CellRule(are_clean=partial(_fit, f"[0-9]{{{digits}}}"), explain=explain)


_KINDS: dict[FieldKind, Callable[[Field], CellRule]] = {
    FieldKind.NUMBER: _number_rule,
    FieldKind.TEXT: _text_rule,
    FieldKind.CODE: _code_rule,
    FieldKind.ENUM: _code_rule,
    FieldKind.DATE: _date_rule,
    FieldKind.FLAG: _flag_rule,
    FieldKind.CREDIT_CODE: _credit_rule,
    FieldKind.PERMIT_CODE: _permit_rule,
    FieldKind.CODE4: _digits_rule(4),
    FieldKind.CODE6: _digits_rule(6),
}


def _fit(pattern: str, texts: pd.Series) -> Flags:
    return np.array(texts.str.fullmatch(f"(?:{pattern})"), dtype=np.bool_)


def _are_in(known: tuple[str, ...], texts: pd.Series) -> Flags:
    return np.array(texts.isin(known), dtype=np.bool_)


def _are_clean_texts(texts: pd.Series) -> Flags:
    short = np.array(texts.str.len() <= LONGEST_TEXT, dtype=np.bool_)
    return _fit(CLEAN_TEXT, texts) & short & ~_are_in(tuple(PLACEHOLDERS), texts.str.lower())


def _are_clean_codes(texts: pd.Series) -> Flags:
    return _fit(CODE, texts) & ~_are_in(tuple(_WORDS_FOR_NOTHING), texts.str.lower())


def _are_credit_codes(texts: pd.Series) -> Flags:
    clean = _fit(CREDIT_CODE, texts)
    shaped = np.flatnonzero(clean)
    clean[shaped] = has_right_check_digit(texts.iloc[shaped])
    return clean
