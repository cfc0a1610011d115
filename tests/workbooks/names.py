"""Names of the codes, as lists write them, in today's and in older words."""

from functools import cache
from pathlib import Path

from planner.inventory import IndustryCodes, ListCodes
from planner.inventory.meaning import CodedName, MeaningContext, meaning_context
from planner.sources import read_rulebook

ROOT = Path(__file__).resolve().parents[2]
CITY = "changzhi"
FORMER = {"140403": "城区", "140404": "长治县", "140405": "屯留县", "140406": "潞城市"}


@cache
def rulebook():
    book, findings = read_rulebook(ROOT / "rules")
    assert book is not None, findings
    return book


@cache
def context(days: float = 330) -> MeaningContext:
    """What the reader knows of the demonstration city."""
    book = rulebook()
    overlay = book.city(CITY)
    return meaning_context(
        overlay.code,
        [CodedName(code=area.code, name=area.name_zh) for area in overlay.areas],
        [CodedName(code=item.code, name=item.name_zh) for item in book.industries],
        [
            CodedName(code=one.code, name=one.name_zh, parent=item.code)
            for item in book.industries
            for one in item.sub_processes
        ],
        days,
    )


@cache
def codes() -> ListCodes:
    """What a list of the city may say."""
    industries = tuple(
        IndustryCodes(code=item.code, sub_processes=tuple(one.code for one in item.sub_processes))
        for item in rulebook().industries
    )
    return ListCodes(county_codes=tuple(counties()), industries=industries)


@cache
def counties() -> dict[str, str]:
    return {area.code: area.name_zh for area in rulebook().city(CITY).areas}


@cache
def industries() -> dict[str, str]:
    return {item.code: item.name_zh for item in rulebook().industries}


@cache
def processes() -> dict[tuple[str, str], str]:
    return {(item.code, one.code): one.name_zh for item in rulebook().industries for one in item.sub_processes}
