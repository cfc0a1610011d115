"""Names of counties, industries and processes, and the codes that they mean."""

import csv
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from planner.inventory.meaning.spelling import folded

__all__ = ["CodedName", "Named", "extra_industries", "find_name", "former_counties", "industry_classes", "names_for"]

_COUNTY_END = re.compile(r"(?:回族区|自治县|新区|区|县|市)$")
_TAIL = re.compile(r"(?:行业|工业|制造业|制造|企业|类|业)$")
_FIRST_CITY_DIGITS = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class CodedName:
    """A name and the code it stands for.

    Attributes:
        parent: code of the key industry that a process belongs to, '' otherwise.
    """

    code: str
    name: str
    parent: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """The code that a text means; `former` is the name or code of old that it spelt, '' where it is today's."""

    code: str
    former: str = ""


def names_for(items: Iterable[CodedName], *, counties: bool = False) -> dict[str, str]:
    """Every spelling of the names that means exactly one code: whole, and without its usual end.

    Args:
        items: names and codes; a code spells itself.
        counties: whether 区, 县 and 市 may be left off, else 行业, 制造 and the like.
    """
    found: dict[str, set[str]] = {}
    ending = _COUNTY_END if counties else _TAIL
    for item in items:
        word = folded(item.name)
        bare = ending.sub("", word)
        shorter = {bare} if len(bare) > 1 else set()
        for spelling in {word, folded(item.code), *shorter}:
            found.setdefault(spelling, set()).add(item.code)
    return {spelling: next(iter(codes)) for spelling, codes in found.items() if len(codes) == 1}


def find_name(text: str, names: Mapping[str, str], former: Mapping[str, tuple[str, str]] | None = None) -> Named | None:
    """The code that a text means, None where it means none or several.

    Args:
        text: a name or a code.
        names: spellings and codes, as `names_for` gives them.
        former: names and codes of old, each with today's code and the name of old in full.
    """
    word = folded(text)
    if word in names:
        return Named(code=names[word])
    if former and word in former:
        return Named(code=former[word][0], former=former[word][1])
    shorter = _TAIL.sub("", word)
    return Named(code=names[shorter]) if shorter in names else None


@cache
def _former_rows() -> tuple[tuple[str, str, str], ...]:
    text = files("planner.inventory.meaning").joinpath("former_counties.csv").read_text("utf-8")
    return tuple((row["name"], row["code"], row["today"]) for row in csv.DictReader(text.splitlines(), strict=True))


def former_counties(city_code: str, known: Iterable[str]) -> dict[str, tuple[str, str]]:
    """Names and codes of old of a city's counties: today's code, and the name of old.

    Args:
        city_code: GB/T 2260 code of the city.
        known: today's codes of its counties; what is not among them is left out.
    """
    codes, found = set(known), {}
    for name, code, today in _former_rows():
        if today in codes and code[:_FIRST_CITY_DIGITS] == city_code[:_FIRST_CITY_DIGITS]:
            found[folded(name)] = (today, name)
            found[code] = (today, name)
    return found


@cache
def industry_classes() -> tuple[CodedName, ...]:
    """Classes of GB/T 4754-2017 that a list may name instead of giving their code."""
    text = files("planner.inventory.meaning").joinpath("industry_classes.csv").read_text("utf-8")
    rows = csv.DictReader(text.splitlines(), strict=True)
    return tuple(CodedName(code=row["code"], name=row["name"]) for row in rows)


@cache
def _industry_rows() -> tuple[CodedName, ...]:
    text = files("planner.inventory.meaning").joinpath("industry_names.csv").read_text("utf-8")
    rows = csv.DictReader(text.splitlines(), strict=True)
    return tuple(CodedName(code=row["code"], name=row["name"]) for row in rows)


def extra_industries(known: Iterable[str]) -> tuple[CodedName, ...]:
    """Other names by which lists call the key industries of `known`."""
    codes = set(known)
    return tuple(item for item in _industry_rows() if item.code in codes)
