"""Where things lie: outlines of a city's counties, and of each source of its list the place and the ramps."""

import pandas as pd

from planner.service.planner import Planner

__all__ = ["outlines", "places"]

COLUMNS = ["source_id", "longitude", "latitude", "ramp_down_hours", "ramp_up_hours"]


def outlines(planner: Planner, city: str) -> str:
    """The counties of a city as GeoJSON (WGS84), '' where none are shipped; a sketch that delimits nothing."""
    path = planner.assets / "data" / "boundaries" / f"{planner.city(city).code}.geojson"
    return path.read_text("utf-8") if path.is_file() else ""


def places(planner: Planner, city: str) -> pd.DataFrame:
    """Where the sources of the list in use stand, and their ramps.

    Returns:
        By `source_id`: `longitude`, `latitude` (degrees, NaN where the list has none), `ramp_down_hours` and
        `ramp_up_hours` (h).

    Raises:
        FindingsError: where the city has no list.
    """
    frame = planner.current_list(city).inventory.frame[COLUMNS]
    return frame.set_index("source_id").astype(float)
