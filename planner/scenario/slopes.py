"""Prices along a curve: what one kilogram more, or one enterprise fewer, costs between two neighbouring points."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from planner.scenario.outcome import ScenarioOutcome
from planner.terms import POLLUTANTS, Pollutant

__all__ = ["Slope", "curve_slopes", "front_slopes"]

SO2_NOX = "so2_nox"


@dataclass(frozen=True, slots=True, kw_only=True)
class Slope:
    """The price between two points.

    Attributes:
        low, high: where it begins and ends: shares of the base, or numbers of enterprises.
        yuan: cost between the plans a kilogram, or an enterprise spared; `least`, `most` what the bounds leave open.
    """

    low: float
    high: float
    yuan: float
    least: float
    most: float


def curve_slopes(points: tuple[ScenarioOutcome, ...], row: str) -> tuple[Slope, ...]:
    """Yuan a kilogram of a cut (of so2_nox: of NOx) over the episode, from point to point.

    Args:
        points: outcomes along the cut; those that miss a cut are left out.
        row: a pollutant, or `so2_nox`.
    """
    known = [item for item in points if item.has_plan and not item.missing]
    return tuple(_slopes(known, lambda item: dict(item.asked).get(row, 0.0), lambda item: _kilograms(item, row)))


def front_slopes(points: tuple[ScenarioOutcome, ...]) -> tuple[Slope, ...]:
    """Yuan that each enterprise spared costs, from limit to limit; limits that no plan keeps are left out."""
    known = [item for item in points if item.has_plan and not item.missing and item.most_told >= 0 and not item.beyond]
    return tuple(_slopes(known, lambda item: float(item.most_told), lambda _: -1.0))


def _slopes(
    points: list[ScenarioOutcome], place: Callable[[ScenarioOutcome], float], unit: Callable[[ScenarioOutcome], float]
) -> Iterator[Slope]:
    for before, after in pairwise(sorted(points, key=place)):
        low, high = place(before), place(after)
        step = (high - low) * unit(after)
        if not step:
            continue
        ends = ((after.bound_yuan - before.cost_yuan) / step, (after.cost_yuan - before.bound_yuan) / step)
        yuan = (after.cost_yuan - before.cost_yuan) / step
        yield Slope(low=low, high=high, yuan=yuan, least=min(ends), most=max(ends))


def _kilograms(item: ScenarioOutcome, row: str) -> float:
    """Kilograms of the episode that the whole base is."""
    base = dict(zip(map(str, POLLUTANTS), item.base_kg_per_day, strict=True))
    one = (base[Pollutant.NOX] or base[Pollutant.SO2]) if row == SO2_NOX else base[row]
    return one * item.duration_days
