"""Prices of county bands in words for a terminal."""

from collections.abc import Iterator
from typing import Any

from planner.terms import N_, Phrasebook

__all__ = ["band_lines"]


def band_lines(bands: dict[str, Any], phrasebook: Phrasebook) -> Iterator[str]:
    """A sentence a side that binds; nothing where none does.

    Args:
        bands: the fields of the document, by their names `county_band[county|side]`.
    """
    if bands:
        yield phrasebook.say(N_("Price of the county bands (yuan a percentage point, proven range), moved by 1 %:"))
    for row, item in bands.items():
        county, _, side = row.removeprefix("county_band[").removesuffix("]").partition("|")
        words = {
            "above": N_("  {county}, at most {band:g} points above the city: wider {up}; narrower {down}"),
            "below": N_("  {county}, at most {band:g} points below the city: wider {up}; narrower {down}"),
        }
        steps = {name: _step(item[name], phrasebook) for name in ("up", "down")}
        yield phrasebook.say(words[side], county=county, band=item["band_points"], **steps)


def _step(step: dict[str, float] | None, phrasebook: Phrasebook) -> str:
    if step is None:
        return phrasebook.say(N_("cannot be met"))
    return phrasebook.say(
        N_("{price:,.0f} ({least:,.0f} to {most:,.0f})"),
        price=step["yuan_per_point"],
        least=step["least_yuan_per_point"],
        most=step["most_yuan_per_point"],
    )
