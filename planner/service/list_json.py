"""What the list doctor's commands print with --json."""

from dataclasses import asdict
from typing import Any

import pandas as pd

from planner.compare import LevelHealth, ListHealth, frame_records
from planner.inventory.list_differences import ListChange, ListDifference
from planner.inventory.matching.register_records import Comparison
from planner.service.console import finding_json
from planner.terms import POLLUTANTS, Phrasebook

__all__ = ["comparison_json", "difference_json", "health_json"]

NAMES = tuple(str(item) for item in POLLUTANTS)


def comparison_json(found: Comparison, phrasebook: Phrasebook) -> dict[str, Any]:
    """Counts, pairs, who stands in one source only, differences and findings."""
    matching = found.matching
    return {
        "kind": str(found.kind),
        "file": found.file,
        "listed": len(found.listed),
        "registered": len(found.registered),
        "joined": _pairs(found, matching.sure),
        "unsure": _pairs(found, matching.unsure),
        "not_listed": _parties(found.registered, matching.right_only),
        "not_registered": _parties(found.listed, matching.left_only),
        "differences": frame_records(found.differences),
        "findings": [finding_json(item, phrasebook) for item in found.findings],
    }


def _pairs(found: Comparison, pairs: pd.DataFrame) -> list[dict[str, Any]]:
    here, there = found.listed["name"], found.registered["name"]
    return [
        {
            "listed": item["left"],
            "registered": item["right"],
            "list_name": here[item["left"]],
            "register_name": there[item["right"]],
            "score": round(float(item["score"]), 4),
            "ground": item["ground"],
        }
        for item in frame_records(pairs)
    ]


def _parties(parties: pd.DataFrame, keys: tuple[str, ...]) -> list[dict[str, Any]]:
    columns = ["key", "code", "name", "county", "address", "sheet", "row"]
    return frame_records(parties.loc[list(keys), columns])


def difference_json(found: ListDifference) -> dict[str, Any]:
    """Both versions in figures, how many firms each kind of change concerns, and every change."""
    return {
        "before": asdict(found.before),
        "after": asdict(found.after),
        "counts": {str(change): found.count(change) for change in ListChange},
        "changes": frame_records(found.frame),
    }


def health_json(found: ListHealth) -> dict[str, Any]:
    """The health of a list; shares 0..1, kilograms a day by pollutant."""
    confirmed = found.confirmed
    return {
        "city": found.city,
        "file": found.file,
        "on": found.on.isoformat(),
        "confirmed": {
            "firms": confirmed.firms,
            "sound_firms": confirmed.sound_firms,
            "confirmed_firms": confirmed.confirmed_firms,
            "source": confirmed.source,
            "firm_share": confirmed.firm_share,
            "kilograms_per_day": dict(zip(NAMES, confirmed.kilograms_per_day, strict=True)),
            "sound_kilogram_shares": dict(zip(NAMES, confirmed.sound_shares, strict=True)),
            "kilogram_shares": dict(zip(NAMES, confirmed.kilogram_shares, strict=True)),
        },
        "levels": [_level(item) for item in found.levels],
        "visits": [
            {**asdict(item), "kilograms_per_day": dict(zip(NAMES, item.kilograms_per_day, strict=True))}
            for item in found.visits
        ],
        "estimated": found.estimated,
        "unread": found.unread,
        "texts": found.texts,
        "remarks": [{"code": item.code, **dict(item.values)} for item in found.remarks],
    }


def _level(item: LevelHealth) -> dict[str, Any]:
    return {
        "level": str(item.level),
        "reach": str(item.reach),
        "objective_yuan": item.objective_yuan,
        "gap": item.gap,
        "cuts": [{**asdict(cut), "share": cut.share} for cut in item.cuts],
        "carriers": [
            {**asdict(carrier), "kilograms_per_day": dict(zip(NAMES, carrier.kilograms_per_day, strict=True))}
            for carrier in item.carriers
        ],
        "to_confirm": [asdict(value) for value in item.rests_on],
    }
