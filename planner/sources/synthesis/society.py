"""Fleets, dust sites and the rest of society, sized as stated shares of the whole base."""

from dataclasses import dataclass

import numpy as np

from planner.sources.synthesis.draws import Floats, Ints
from planner.sources.synthesis.industry import Industry
from planner.sources.synthesis.parameters import CityParameters
from planner.sources.synthesis.reduction import grams_cut, permitted_kept
from planner.terms import LEVELS, POLLUTANTS, Level

__all__ = ["Society", "floor_shares", "reached", "size_society"]

_STEPS = tuple(step / 20 for step in range(20, 0, -1))


@dataclass(frozen=True, slots=True, kw_only=True)
class Society:
    """Grams a day, one row a (county, kind) in the order of the county and society tables, one column a pollutant.

    Attributes:
        county: row in the table of counties.
        kind: row in the table of society.
        base: grams a day of the whole city, industry included, one entry a pollutant.
    """

    county: Ints
    kind: Ints
    grams: Ints
    base: Ints


def size_society(industry: Industry) -> Society:
    """Society beside this industry: the shares of synthetic_society.csv.

    It is less where everything permitted would otherwise stay below the stated multiple of a cut.
    """
    parameters, base = industry.parameters, industry.base
    shares = np.stack([parameters.society[f"{name}_share"].to_numpy(dtype=np.float64) for name in POLLUTANTS], axis=1)
    whole = base / (1.0 - shares.sum(axis=0))
    scale = _scale(industry, shares * whole)
    weight = parameters.counties["society_weight"].to_numpy(dtype=np.float64)
    per_row = (weight / weight.sum())[:, np.newaxis, np.newaxis] * (shares * whole * scale)[np.newaxis]
    grams = np.rint(per_row).astype(np.int64).reshape(-1, len(POLLUTANTS))
    kinds, counties = len(parameters.society), len(parameters.counties)
    return Society(
        county=np.repeat(np.arange(counties), kinds),
        kind=np.tile(np.arange(kinds), counties),
        grams=grams,
        base=base + grams.sum(axis=0),
    )


def floor_shares(parameters: CityParameters, level: Level) -> Floats:
    """Share that the vehicle and dust measures of a level cut of each kind (rows) and pollutant (columns)."""
    kinds = parameters.society["sub_process"]
    names = [[f"floor.{level}.{kind}.{pollutant}" for pollutant in POLLUTANTS] for kind in kinds]
    return np.array([[parameters.value(name, 0.0) for name in row] for row in names])


def reached(cut: Floats, base: Floats, target: float) -> Floats:
    """How far a cut goes towards the three targets: PM, VOCs, and SO2 with NOx (1: just met).

    Args:
        cut: same unit as base; the last axis runs over POLLUTANTS, further axes before it are allowed.
        base: the city's whole base, one entry a pollutant.
        target: share of the base, 0 to 1.
    """
    so2, nox, particles, vocs = np.moveaxis(cut / base, -1, 0)
    return np.stack([particles / target, vocs / target, (so2 + nox) / (2 * target)], axis=-1)


def _scale(industry: Industry, society: Floats) -> Floats:
    """Largest part of the stated society, a pollutant, with which everything permitted still suffices."""
    parameters = industry.parameters
    tries = np.array(_STEPS)[:, np.newaxis]
    enough = np.ones((len(_STEPS), 3), dtype=bool)
    for rank, level in enumerate(LEVELS):
        floors = (floor_shares(parameters, level) * society).sum(axis=0)
        permitted = grams_cut(industry.activity, permitted_kept(industry, rank)).sum(axis=0) / 100
        base = industry.base + tries * society.sum(axis=0)
        score = reached(permitted + tries * floors, base, parameters.value(f"cut.{level}"))
        enough &= score >= parameters.value("calibration.permitted")
    first = np.where(enough.any(axis=0), enough.argmax(axis=0), len(_STEPS) - 1)
    particles, vocs, gases = np.array(_STEPS)[first]
    return np.array([gases, gases, particles, vocs])
