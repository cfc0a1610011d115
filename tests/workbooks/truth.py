"""What a workbook of the corpus truly says: a small city out of the demonstration list, and where each row stands."""

from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

import pandas as pd

ROOT = Path(__file__).resolve().parents[2]
LINES = 24
NUMBERS = (
    "so2_kg_per_day",
    "nox_kg_per_day",
    "pm_kg_per_day",
    "vocs_kg_per_day",
    "capacity_t_per_day",
    "operating_days_per_year",
    "electricity_kwh_per_day",
    "value_added_yuan_per_day",
    "longitude",
    "latitude",
    "minimum_load_share",
)
TEXTS = (
    "enterprise_id",
    "enterprise_name",
    "county_code",
    "key_industry",
    "industry_code",
    "sub_process",
    "grade",
    "line_id",
    "line_name",
    "permit_id",
    "yellow_measure_text",
    "orange_measure_text",
    "red_measure_text",
    "contact_phone",
    "monitored",
)


@dataclass(slots=True, kw_only=True)
class Truth:
    """Cells by (sheet, row) and field; `numbers_of` rounds them as the hand wrote them."""

    cells: dict[tuple[str, int], dict[str, str]] = field(default_factory=dict)

    def say(self, sheet: str, row: int, values: dict[str, str]) -> None:
        self.cells[sheet, row] = values


@cache
def city(start: int = 0) -> pd.DataFrame:
    """Lines of key industries of the demonstration list, whole firms, every grade among them."""
    whole = pd.read_csv(ROOT / "data" / "enterprises.csv", dtype=str, keep_default_na=False)
    lines = whole[(whole["source_kind"] == "line") & (whole["key_industry"] != "none")]
    firms = lines["enterprise_id"].drop_duplicates().tolist()
    step = max(len(firms) // 17, 1)
    chosen = [firms[(start * 7 + at * step) % len(firms)] for at in range(16)]
    frame = lines[lines["enterprise_id"].isin(chosen)].groupby("enterprise_id", sort=False).head(3)
    return frame.sort_values(["county_code", "enterprise_id", "source_id"]).head(LINES).reset_index(drop=True)
