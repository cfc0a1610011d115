"""Coordinates that lie far from where the other firms of their county lie.

No boundary of a county is at hand. What stands in its place is the list itself: the median of the county's own
coordinates and the spread around it. A finding therefore says "far from the others", never "outside the county".
"""

from collections.abc import Iterable

import numpy as np
import numpy.typing as npt
import pandas as pd

from planner.errors import Finding, Severity
from planner.inventory.checked_list import CheckedList, flags
from planner.inventory.list_columns import Flags, Offence, cell_findings

__all__ = ["FEWEST_FIRMS", "LEAST_FAR_KM", "SPREAD_TIMES", "check_places"]

FEWEST_FIRMS = 8
SPREAD_TIMES = 4.0
LEAST_FAR_KM = 30.0
"""Far is more than four median distances from the median of the county's firms, and at least thirty kilometres."""

_KM_PER_DEGREE = 111.2
"""Mean length of a degree of latitude: 6371 km times pi over 180."""


def check_places(rows: CheckedList) -> list[Finding]:
    """Warnings for coordinates far from those of their county, with the county that they would fit."""
    lon, lat, county = rows.number("longitude"), rows.number("latitude"), rows.text("county_code")
    given = flags(np.isfinite(lon) & np.isfinite(lat) & (county != ""))
    told = list(rows.findings("list.place.half", "longitude", _half(rows), {"latitude": "latitude"}, Severity.WARNING))
    frame = pd.DataFrame({"lon": lon[given], "lat": lat[given], "county": county[given].to_numpy()})
    return [*told, *_far(rows, frame, np.flatnonzero(given))] if len(frame) else told


def _half(rows: CheckedList) -> Flags:
    """Rows with one of two coordinates; a list without a column of them is not asked for it."""
    lon, lat = (flags(rows.columns[name].read.texts.str.strip() != "") for name in ("longitude", "latitude"))
    return flags((lon != lat) & bool(lon.any() and lat.any()))


def _far(rows: CheckedList, frame: pd.DataFrame, at: npt.NDArray[np.intp]) -> Iterable[Finding]:
    groups = frame.groupby("county", sort=False)
    centres = groups[["lon", "lat"]].median()
    distance = pd.Series(_kilometres(frame, centres.loc[frame["county"]]), index=frame.index)
    by_county = distance.groupby(frame["county"], sort=False)
    limit = np.maximum(LEAST_FAR_KM, SPREAD_TIMES * by_county.transform("median").to_numpy())
    far = np.flatnonzero((distance > limit) & (by_county.transform("size") >= FEWEST_FIRMS))
    rows_at = dict(zip(at[far].tolist(), far.tolist(), strict=True))

    def judge(position: int, _: str) -> Offence:
        item = frame.iloc[[rows_at[position]]]
        values = (
            ("kilometres", f"{distance.iloc[rows_at[position]]:.0f}"),
            ("county", str(item["county"].iloc[0])),
            ("latitude", f"{item['lat'].iloc[0]:g}"),
            ("nearest", str(centres.index[int(_kilometres(item, centres).argmin())])),
        )
        return Offence(code="list.place.far", values=values)

    return cell_findings(rows.columns["longitude"].read, at[far], judge, Severity.WARNING)


def _kilometres(one: pd.DataFrame, other: pd.DataFrame) -> npt.NDArray[np.float64]:
    """Distances in km on a plane, good to a percent within a city."""
    lon, lat = (one[name].to_numpy(dtype=np.float64) for name in ("lon", "lat"))
    east = (lon - other["lon"].to_numpy()) * np.cos(np.radians(lat))
    return np.asarray(_KM_PER_DEGREE * np.hypot(east, lat - other["lat"].to_numpy()), dtype=np.float64)
