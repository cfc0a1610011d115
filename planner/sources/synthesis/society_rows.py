"""The rows of fleets, sites and the rest of society, as text cells."""

import numpy as np
import pandas as pd

from planner.sources.synthesis.parameters import CityParameters
from planner.sources.synthesis.society import Society
from planner.sources.synthesis.text import decimals, whole
from planner.terms import LEVELS, POLLUTANTS, Grade, Guarantee, Measure, OperatingStatus, Pollutant, SourceKind

__all__ = ["society_rows"]

_GRAMS_PER_KG = 1000
_WORDS = {
    Measure.TRUCK_BAN_CN4: "停止使用国四及以下重型载货车辆（含燃气）",
    Measure.ODD_EVEN: "机动车单双号限行，停止使用国四及以下重型载货车辆（含燃气）",
    Measure.MACHINERY_BAN_CN2: "停止使用国二及以下非道路移动机械",
    Measure.EARTHWORK_STOP: "停止土石方、拆除、喷涂粉刷和现场搅拌作业",
    Measure.ROAD_CLEANING: "增加道路清扫保洁和洒水频次（结冰期除外）",
    Measure.YARD_STOP: "停止物料装卸，全部苫盖",
    Measure.NO_MEASURE: "",
}
_FIXED = {
    "key_industry": "none",
    "grade": Grade.NONE.value,
    "status": OperatingStatus.RUNNING.value,
    "guarantee": Guarantee.NONE.value,
    "exempt_through": "none",
    "white_listed": "0",
    "uses_coal": "0",
    "minimum_load_share": "0.00",
    "hold_hot_share": "0.00",
    "safe_stop_hours": "0",
    "ramp_down_hours": "0",
    "ramp_up_hours": "0",
    "operating_days_per_year": "365",
    "operating_hours": "24",
    "restart_cost_yuan": "0",
    "vehicles_per_day": "0",
    "monitored": "0",
}


def society_rows(parameters: CityParameters, society: Society) -> pd.DataFrame:
    """One row a county and kind; measures here are duties, whose shares the rules hold, so their kept share is 1."""
    kinds = parameters.society.take(society.kind).reset_index(drop=True)
    counties = parameters.counties.take(society.county).reset_index(drop=True)
    code = counties["county_code"]
    identity = pd.DataFrame(
        {
            "source_id": kinds["source_kind"].str[:1].str.upper() + code + "-" + kinds["sub_process"],
            "source_kind": kinds["source_kind"],
            "sector": kinds["sector"],
            "enterprise_name": "虚构·" + counties["name_zh"] + kinds["name_zh"],
            "county_code": code,
            "sub_process": kinds["sub_process"],
            "can_stop": kinds["source_kind"].map(lambda kind: "0" if kind == SourceKind.REST else "1"),
        }
    )
    return pd.concat([identity.assign(**_FIXED), _quantities(kinds, society), _measures(kinds)], axis=1)


def _quantities(kinds: pd.DataFrame, society: Society) -> pd.DataFrame:
    cells = {f"{name}_kg_per_day": decimals(society.grams[:, place], 3) for place, name in enumerate(POLLUTANTS)}
    particles = society.grams[:, POLLUTANTS.index(Pollutant.PM)]
    for size in ("pm10", "pm25"):
        part = np.rint(particles * kinds[f"{size}_share"].to_numpy(dtype=np.float64)).astype(np.int64)
        cells[f"{size}_kg_per_day"] = decimals(part, 3)
    cost = society.grams.sum(axis=1) / _GRAMS_PER_KG * kinds["cost_yuan_per_kg"].to_numpy(dtype=np.float64)
    cells["value_added_yuan_per_day"] = whole(np.rint(cost).astype(np.int64))
    return pd.DataFrame(cells)


def _measures(kinds: pd.DataFrame) -> pd.DataFrame:
    cells = {}
    for level in LEVELS:
        codes = kinds[f"{level}_measure"]
        cells[f"{level}_measure"] = codes
        cells[f"{level}_kept_share"] = pd.Series("1.00", index=kinds.index, dtype=str)
        cells[f"{level}_measure_text"] = codes.map(lambda code: _WORDS[Measure(code)])
    return pd.DataFrame(cells)
