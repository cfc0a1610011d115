"""A list as a register: one row a firm, its running rows added up over a year."""

import numpy as np
import pandas as pd

from planner.inventory.matching.records import RegisterKind
from planner.inventory.matching.register_records import QUANTITIES, Register
from planner.inventory.records import Inventory
from planner.terms import POLLUTANTS, OperatingStatus, SourceKind

__all__ = ["list_register"]


def list_register(inventory: Inventory) -> Register:
    """The firms of a list with what their running rows emit and use in a year of their own operating days."""
    frame = inventory.frame
    firms = frame[frame["source_kind"].isin([SourceKind.LINE, SourceKind.BOILER]) & (frame["enterprise_id"] != "")]
    groups = _yearly(firms).groupby("enterprise_id", sort=True)
    first = groups[["enterprise_name", "county_code", "list_sheet", "list_row", *_CONTACTS]].first()
    middle = groups[["longitude", "latitude"]].median()
    sums = groups[list(QUANTITIES)].sum(min_count=1)
    texts = groups[["permit_id", "meter_id"]].agg(_joined)
    grades = groups["grade"].agg(_joined)
    told = pd.concat([first, middle, sums, texts, grades], axis=1).reset_index()
    told = told.rename(columns=_NAMES).assign(key=told["enterprise_id"], address="", valid_to="")
    return Register(kind=RegisterKind.LIST, file=inventory.file, frame=told)


_CONTACTS = ("contact_phone", "contact_name")
_NAMES = {
    "enterprise_id": "code",
    "enterprise_name": "name",
    "county_code": "county",
    "permit_id": "permit",
    "meter_id": "meter",
    "contact_phone": "phone",
    "contact_name": "person",
    "list_sheet": "sheet",
    "list_row": "row",
}


def _yearly(rows: pd.DataFrame) -> pd.DataFrame:
    days = np.where(rows["status"] == str(OperatingStatus.RUNNING), rows["operating_days_per_year"], 0.0)
    kilograms = {str(name): rows[f"{name}_kg_per_day"] * days for name in POLLUTANTS}
    return rows.assign(**kilograms, electricity=rows["electricity_kwh_per_day"] * days)


def _joined(texts: pd.Series) -> str:
    return "、".join(dict.fromkeys(text for text in texts if text))
