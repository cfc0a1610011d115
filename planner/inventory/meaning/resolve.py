"""Whether the cells below a header agree with what it was taken for, and what is to be asked."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

import numpy as np
import pandas as pd

from planner.inventory.cell_patterns import CREDIT_CODE, PERMIT_CODE
from planner.inventory.fields_record import Field, FieldDictionary, FieldKind
from planner.inventory.meaning.amounts import Doubt, read_amount
from planner.inventory.meaning.columns import INDUSTRY, INDUSTRY_GRADE, KEPT, LIMIT, POSITION, ColumnGuess, Sureness
from planner.inventory.meaning.context import MeaningContext
from planner.inventory.meaning.grades import read_grade
from planner.inventory.meaning.names import find_name
from planner.inventory.meaning.spelling import folded, plain
from planner.inventory.meaning.tables import Texts
from planner.inventory.meaning.units import Unit, factor_between, target_unit

__all__ = ["fitting_unit", "settle_columns"]

_SEEN = 200
_ENOUGH, _TOO_FEW = 0.8, 0.2
_FEWEST = 3
_NO_UNIT_NEEDED = frozenset({"h", "d", "m", "deg", "1/d", "share"})
_PER_DAY = {"count": "day"}
_TIMELESS = frozenset({"hours", "days", "length", "angle", "share"})


@dataclass(frozen=True, slots=True, kw_only=True)
class _Sample:
    """Distinct cells of a column, at most _SEEN, none empty."""

    texts: tuple[str, ...]

    def share(self, test: Callable[[str], bool]) -> float:
        return sum(map(test, self.texts)) / len(self.texts) if self.texts else 0.0


def settle_columns(
    guesses: Sequence[ColumnGuess],
    texts: Sequence[Texts],
    dictionary: FieldDictionary,
    context: MeaningContext,
    unit: Unit | None = None,
) -> tuple[ColumnGuess, ...]:
    """The guesses after a look at the cells: sure ones that these belie are asked, unsure ones that they prove stand.

    Args:
        guesses: one a column, from its header.
        texts: the cells of each column.
        dictionary: the columns that a list may have.
        context: names of the city and of the rules.
        unit: the unit that a note above the table states for all of it, None where none does.
    """
    samples = [_sample(column) for column in texts]
    settled = [
        _settled(guess, sample, dictionary, context, unit) for guess, sample in zip(guesses, samples, strict=True)
    ]
    settled = _industries(settled, samples, context)
    settled = _codes_by_shape(settled, samples)
    return _once_each(settled)


def _sample(texts: Texts) -> _Sample:
    distinct = pd.unique(texts[: _SEEN * 20])
    return _Sample(texts=tuple(text for text in distinct.tolist() if text.strip())[:_SEEN])


def _settled(
    guess: ColumnGuess, sample: _Sample, dictionary: FieldDictionary, context: MeaningContext, unit: Unit | None
) -> ColumnGuess:
    if guess.field in ("", KEPT, INDUSTRY, INDUSTRY_GRADE, POSITION) or guess.field.endswith(LIMIT):
        return guess
    item = dictionary.field(guess.field)
    if item.dtype is FieldKind.NUMBER:
        return _number(guess, sample, item, unit)
    test = _tests(context).get(guess.field)
    if test is None or not sample.texts:
        return guess
    share = sample.share(test)
    if guess.sureness is Sureness.UNSURE and guess.why == "likeness" and share >= _ENOUGH:
        return replace(guess, sureness=Sureness.SURE, confidence=0.9, why="")
    if guess.sureness is Sureness.SURE and share < _TOO_FEW and len(sample.texts) >= _FEWEST:
        return replace(guess, sureness=Sureness.UNSURE, confidence=0.4, why="content")
    return guess


def _tests(context: MeaningContext) -> dict[str, Callable[[str], bool]]:
    """What a cell of some fields looks like."""
    return {
        "county_code": lambda text: (
            find_name(text, context.counties, context.former) is not None
            or any(name in folded(text) for name in context.counties if len(name) > 1)
        ),
        "grade": lambda text: read_grade(text).is_read or bool(read_grade(text).local),
        "key_industry": lambda text: find_name(text, context.industries) is not None,
        "enterprise_id": lambda text: sum(sign.isalnum() for sign in plain(text)) >= 15,  # noqa: PLR2004 - codes with a slip
        "enterprise_name": lambda text: not plain(text).replace(".", "").isdigit(),
        "line_name": lambda text: not plain(text).isdigit(),
        "sub_process": lambda text: not plain(text).isdigit(),
        **{f"{level}_measure_text": _is_measure for level in ("yellow", "orange", "red")},
    }


def _is_measure(text: str) -> bool:
    """A measure is words: a column of numbers below a level holds shares or kilograms."""
    return read_amount(text).number is None


def _number(guess: ColumnGuess, sample: _Sample, item: Field, unit: Unit | None) -> ColumnGuess:
    if guess.sureness is not Sureness.SURE:
        return guess
    if sample.texts and sample.share(_is_readable) < 0.5:  # noqa: PLR2004 - more words than numbers
        return replace(guess, sureness=Sureness.UNSURE, confidence=0.4, why="content")
    target = target_unit(item.unit)
    found = _timed(guess.unit or unit, target) if guess.unit or unit else None
    if found is not None and target is not None and factor_between(found, target, 1.0) is not None:
        return replace(_percent(guess, sample, found), unit=found)
    if guess.unit is not None:
        return replace(guess, sureness=Sureness.UNSURE, confidence=0.5, why="unit")
    return _without_unit(guess, sample, item, target)


def _is_readable(text: str) -> bool:
    amount = read_amount(text)
    return amount.doubt != Doubt.NOT_A_NUMBER


def _timed(unit: Unit | None, target: Unit | None) -> Unit | None:
    """The unit with the period that its kind always has: hours have none, vehicles are counted a day."""
    if unit is None or target is None:
        return unit
    if unit.dimension in _TIMELESS:
        return replace(unit, period="")
    if unit.dimension in _PER_DAY and not unit.period:
        return replace(unit, period=_PER_DAY[unit.dimension])
    if unit.dimension == "money" and not target.period and unit.period == "":
        return unit
    return unit


def fitting_unit(unit: Unit | None, item: Field, header: Unit | None = None) -> Unit | None:
    """A unit that a person named, with its period; None where no number in it can be turned into the field's.

    Args:
        unit: the unit as read.
        item: the field that the column is said to be.
        header: what the column's own header states, whose period holds where the person named none.
    """
    target = target_unit(item.unit)
    if unit is None or target is None:
        return None
    if not unit.period and header is not None and header.dimension == unit.dimension:
        unit = replace(unit, period=header.period)
    timed = _timed(unit, target)
    return timed if timed is not None and factor_between(timed, target, 1.0) is not None else None


def _percent(guess: ColumnGuess, sample: _Sample, unit: Unit) -> ColumnGuess:
    """Percent of which none is above 1 may well be shares: that is asked."""
    numbers = [read_amount(text).number or 0.0 for text in sample.texts if "%" not in text]
    doubtful = unit.dimension == "share" and any(numbers) and max(numbers, default=0.0) <= 1
    return replace(guess, sureness=Sureness.UNSURE, confidence=0.5, why="percent") if doubtful else guess


def _without_unit(guess: ColumnGuess, sample: _Sample, item: Field, target: Unit | None) -> ColumnGuess:
    if guess.header.strip() == item.name or item.name in guess.header.split("/"):
        return replace(guess, unit=target)
    if item.unit == "share":
        over = [text for text in sample.texts if "%" not in text and (read_amount(text).number or 0) > 1]
        return replace(guess, sureness=Sureness.UNSURE, confidence=0.5, why="unit") if over else guess
    if item.unit in _NO_UNIT_NEEDED:
        return guess
    if sample.texts and all(_has_period(text) for text in sample.texts):
        return guess
    return replace(guess, sureness=Sureness.UNSURE, confidence=0.5, why="unit")


def _has_period(text: str) -> bool:
    amount = read_amount(text)
    return amount.is_nothing or (amount.unit is not None and bool(amount.unit.period))


def _industries(
    guesses: Sequence[ColumnGuess], samples: Sequence[_Sample], context: MeaningContext
) -> list[ColumnGuess]:
    """What a column headed 行业 holds: key industries of the guide, or classes of GB/T 4754."""
    settled = list(guesses)
    taken = {guess.field for guess in guesses}
    for at, guess in enumerate(guesses):
        if guess.field != INDUSTRY:
            continue
        key = samples[at].share(lambda text: find_name(text, context.industries) is not None)
        classes = samples[at].share(lambda text: plain(text)[:4].isdigit() or _is_class(text, context))
        choice = "key_industry" if key >= classes else "industry_code"
        sure = max(key, classes) >= _ENOUGH and abs(key - classes) > _TOO_FEW and choice not in taken
        sureness = Sureness.SURE if sure else Sureness.UNSURE
        settled[at] = replace(
            guess, field=choice, sureness=sureness, confidence=0.9 if sure else 0.5, why="" if sure else "industry"
        )
        if choice in taken:
            settled[at] = replace(guess, field=KEPT, sureness=Sureness.SURE)
        taken.add(choice)
    return settled


def _is_class(text: str, context: MeaningContext) -> bool:
    """Whether a text is a class of GB/T 4754 in full; the short name of one may be a key industry's."""
    return folded(text) in context.classes and folded(text).endswith(
        ("制造", "加工", "冶炼", "开采", "开采洗选", "铸造", "供应")
    )


def _codes_by_shape(guesses: Sequence[ColumnGuess], samples: Sequence[_Sample]) -> list[ColumnGuess]:
    """Columns without a known header whose cells are credit codes or permit numbers are just that."""
    settled = list(guesses)
    for name, pattern in (("enterprise_id", CREDIT_CODE), ("permit_id", PERMIT_CODE)):
        if any(guess.field == name and guess.sureness is Sureness.SURE for guess in settled):
            continue
        shaped = pd.Series([_share_of(sample, pattern) for sample in samples], dtype="float64")
        free = np.array([guess.sureness is not Sureness.SURE for guess in settled], dtype=np.bool_)
        where = np.flatnonzero((shaped >= _ENOUGH).to_numpy() & free)
        if len(where) == 1:
            at = int(where[0])
            settled[at] = replace(settled[at], field=name, sureness=Sureness.SURE, confidence=0.9, why="")
    return settled


def _share_of(sample: _Sample, pattern: str) -> float:
    texts = pd.Series([plain(text).upper() for text in sample.texts], dtype="str")
    return float(texts.str.fullmatch(pattern).mean()) if len(texts) >= _FEWEST else 0.0


def _once_each(guesses: Sequence[ColumnGuess]) -> tuple[ColumnGuess, ...]:
    """Of two columns for one field the surer one; where they tie, both are asked."""
    sure = [guess for guess in guesses if guess.sureness is Sureness.SURE and guess.field not in ("", KEPT)]
    counts = Counter(guess.field for guess in sure)
    best = {field: max(guess.confidence for guess in sure if guess.field == field) for field in counts}
    ties = Counter(guess.field for guess in sure if guess.confidence == best[guess.field])
    return tuple(_sole(guess, counts, best, ties) for guess in guesses)


def _sole(guess: ColumnGuess, counts: Counter[str], best: dict[str, float], ties: Counter[str]) -> ColumnGuess:
    if guess.sureness is not Sureness.SURE or counts[guess.field] < 2:  # noqa: PLR2004 - it stands alone
        if guess.sureness is Sureness.UNSURE and guess.field in best and guess.why == "likeness":
            return replace(guess, field="", sureness=Sureness.UNKNOWN, why="")
        return guess
    if guess.confidence < best[guess.field]:
        return replace(guess, field="", sureness=Sureness.UNKNOWN)
    if ties[guess.field] > 1:
        return replace(guess, sureness=Sureness.UNSURE, confidence=0.5, why="twice")
    return guess
