"""Command rules areas: the counties and zones of a city, and the groups of them that its plan controls together."""

from collections.abc import Iterator
from typing import Any

from planner.compare import clause_text, evidence_label, rule_status_label
from planner.rules import AreaGroup, AreaName, CityOverlay, Instrument
from planner.service.bootstrap import open_planner
from planner.service.commands.options import CityOption, JsonOption
from planner.service.console import print_json, print_text, speak
from planner.terms import N_, Phrasebook

__all__ = ["show_areas"]

KINDS = {"county": N_("county or district"), "development_zone": N_("development zone")}


def show_areas(city: CityOption = "changzhi", as_json: JsonOption = False) -> None:
    """List the areas of a city and the groups of areas that its plan controls together, with their clause."""
    planner = open_planner()
    overlay = planner.city(city)
    registry = {item.id: item for item in planner.rulebook.instruments}
    if as_json:
        print_json(_document(overlay, registry))
        return
    for line in _lines(overlay, registry, speak()):
        print_text(line)


def _document(overlay: CityOverlay, registry: dict[str, Instrument]) -> dict[str, Any]:
    areas = [_area(item) for item in overlay.areas]
    groups = [_group(item, registry[item.instrument]) for item in overlay.area_groups]
    return {"city": overlay.slug, "code": overlay.code, "areas": areas, "groups": groups}


def _area(area: AreaName) -> dict[str, Any]:
    names = {"code": area.code, "name_zh": area.name_zh, "name": area.name_en}
    return {**names, "kind": area.kind, "status": str(area.status), "note": area.note}


def _group(group: AreaGroup, instrument: Instrument) -> dict[str, Any]:
    return {
        "code": group.code,
        "name_zh": group.name_zh,
        "name": group.name_en,
        "areas": list(group.areas),
        "instrument": instrument.title,
        "number": instrument.number,
        "clause": group.clause,
        "status": str(group.status),
        "evidence": str(group.evidence),
        "note": group.note,
    }


def _lines(overlay: CityOverlay, registry: dict[str, Instrument], phrasebook: Phrasebook) -> Iterator[str]:
    chinese = phrasebook.language.startswith("zh")
    names = {item.code: item.name_zh if chinese else item.name_en for item in overlay.areas}
    for item in overlay.areas:
        kind, status = phrasebook.say(KINDS[item.kind]), rule_status_label(phrasebook, item.status)
        yield f"{item.code}\t{names[item.code]}\t{kind}\t{status}"
    for group in overlay.area_groups:
        members = phrasebook.say(N_(", ")).join(names[code] for code in group.areas)
        named = group.name_zh if chinese else group.name_en
        yield phrasebook.say(N_("{group} ({code}): {members}"), group=named, code=group.code, members=members)
        yield "  " + _source(group, registry[group.instrument], phrasebook)


def _source(group: AreaGroup, instrument: Instrument, phrasebook: Phrasebook) -> str:
    return phrasebook.say(
        N_("{document}, {clause}; {status}; {evidence}"),
        document=f"{instrument.title} {instrument.number}".rstrip(),
        clause=clause_text(phrasebook, group.clause),
        status=rule_status_label(phrasebook, group.status),
        evidence=evidence_label(phrasebook, group.evidence),
    )
