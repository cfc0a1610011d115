"""The names that papers of a city need, and where their templates lie."""

import os
from dataclasses import dataclass
from pathlib import Path

from planner.orders import OrderMeta
from planner.orders.papers import Letterhead, TemplateFolder, read_letterhead
from planner.rules import Rulebook
from planner.service.planner import Planner
from planner.terms import Phrasebook

__all__ = ["Office", "PaperFile", "city_meta", "office_of"]

TEMPLATES_VARIABLE = "PLANNER_TEMPLATES"
LANGUAGE = "zh-CN"
"""Papers are Chinese whoever asks for them: they are what a firm holds in its hand."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperFile:
    """A file to be written: its name and its bytes."""

    name: str
    content: bytes


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Office:
    """What every paper of a city is made with."""

    city_code: str
    meta: OrderMeta
    letterhead: Letterhead
    folder: TemplateFolder
    phrasebook: Phrasebook


def office_of(planner: Planner, city: str, templates: Path | None = None) -> Office:
    """The office of a city.

    Args:
        templates: the city's folder of templates; by default the one that `PLANNER_TEMPLATES` names, else the shipped.

    Raises:
        FindingsError: where the folder is not there or its letterhead cannot be used.
    """
    given = os.environ.get(TEMPLATES_VARIABLE)
    folder = TemplateFolder(own=templates or (Path(given) if given else None))
    meta = city_meta(planner.rulebook, city)
    letterhead = read_letterhead(folder.find("letterhead.toml").parent, meta.city_name_zh)
    return Office(
        city_code=planner.city(city).code,
        meta=meta,
        letterhead=letterhead,
        folder=folder,
        phrasebook=planner.phrasebook(LANGUAGE),
    )


def city_meta(rulebook: Rulebook, slug: str) -> OrderMeta:
    """The names of a city's areas, and of industries and processes."""
    city = rulebook.city(slug)
    processes = tuple(
        (f"{industry.code}/{item.code}", item.name_zh, item.name_en)
        for industry in rulebook.industries
        for item in industry.sub_processes
    )
    return OrderMeta(
        city_name_zh=city.name_zh,
        city_name_en=city.name_en,
        county_names=tuple((item.code, item.name_zh, item.name_en) for item in city.areas),
        industry_names=tuple((item.code, item.name_zh, item.name_en) for item in rulebook.industries),
        sub_process_names=processes,
        plan_sha256="",
        planner_version="",
        list_file="",
    )
