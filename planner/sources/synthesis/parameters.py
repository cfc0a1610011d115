"""The parameter tables beside the demo list: every factor, share and range of a synthetic city."""

from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

import numpy as np
import pandas as pd

from planner.rules import AreaName
from planner.sources.synthesis.draws import Floats, Ints

__all__ = ["CityParameters", "load_parameters", "placed_in"]

_PACKAGE = Path(__file__).resolve().parents[2]
_FOLDERS = (_PACKAGE / "_assets" / "data", _PACKAGE.parent / "data")
_CODE_COLUMNS = {"industry_code": str, "county_code": str}


@dataclass(frozen=True, slots=True, kw_only=True)
class CityParameters:
    """The tables as read; data/README.md says what each column means.

    Attributes:
        factors: one row a firm type and process: activity, kg per unit, operation.
        firms: one row a firm type: how many, where, how guaranteed.
        grades: share of each grade by scheme.
        counties: place and weights.
        society: fleets, sites and the rest as shares of the base.
        filings: what each group files at each level, weakly or strongly.
        city: single values by dotted name.
    """

    factors: pd.DataFrame
    firms: pd.DataFrame
    grades: pd.DataFrame
    counties: pd.DataFrame
    society: pd.DataFrame
    filings: pd.DataFrame
    city: pd.DataFrame

    def value(self, name: str, default: float | None = None) -> float:
        """A single value of synthetic_city.csv.

        Raises:
            KeyError: the name is not in the table and no default is given.
        """
        if name not in self.city.index and default is not None:
            return default
        return float(self.city["value"].loc[[name]].to_numpy(dtype=np.float64)[0])

    def factor(self, column: str, rows: Ints) -> Floats:
        """A numeric column of the factors, one value for each row index."""
        return self.factors[column].to_numpy(dtype=np.float64)[rows]

    def factor_text(self, column: str, rows: Ints) -> pd.Series:
        """A text column of the factors, one value for each row index."""
        return self.factors[column].take(rows).reset_index(drop=True)

    @property
    def type_of_factor(self) -> Ints:
        """Row in `firms` of each row in `factors`."""
        found = pd.Index(self.firms["firm_type"]).get_indexer(pd.Index(self.factors["firm_type"]))
        return np.asarray(found, dtype=np.int64)


@cache
def load_parameters() -> CityParameters:
    """The shipped tables, read once."""
    city = _read("synthetic_city.csv").set_index("parameter")
    names = ("factors", "firms", "grades", "counties", "society", "filings")
    tables = [_read(f"synthetic_{name}.csv") for name in names]
    factors, firms, grades, counties, society, filings = tables
    return CityParameters(
        factors=factors, firms=firms, grades=grades, counties=counties, society=society, filings=filings, city=city
    )


def placed_in(parameters: CityParameters, areas: tuple[AreaName, ...]) -> CityParameters:
    """The same city in other counties: their codes and names, the stated weights over again, no coordinates."""
    rows = np.arange(len(areas)) % len(parameters.counties)
    counties = parameters.counties.take(rows).reset_index(drop=True)
    named = {"county_code": [area.code for area in areas], "name_zh": [area.name_zh for area in areas]}
    return replace(parameters, counties=counties.assign(**named, longitude=np.nan, latitude=np.nan))


def _read(name: str) -> pd.DataFrame:
    folder = next(folder for folder in _FOLDERS if (folder / name).exists())
    return pd.read_csv(folder / name, dtype=_CODE_COLUMNS, keep_default_na=False, encoding="utf-8")
