"""A small list without any defect: two cement lines, firms of every grade, a boiler, fleets, sites and the rest."""

import csv
import io
from pathlib import Path

from openpyxl import Workbook
from stdnum.cn.uscc import calc_check_digit

from planner.inventory import IndustryCodes, ListCodes
from planner.sources import read_field_dictionary

COUNTIES = ("140403", "140404", "140423")
CODES = ListCodes(
    county_codes=COUNTIES,
    industries=(
        IndustryCodes(code="cement", sub_processes=("clinker", "grinding"), grades=("A", "B", "C", "D")),
        IndustryCodes(code="coking", sub_processes=("conventional_coking",), grades=("A", "B", "C", "D")),
        IndustryCodes(code="printing", sub_processes=("packaging",), grades=("A", "B", "leading", "non_leading")),
    ),
)

Row = dict[str, str]

PLAIN: Row = {
    "sector": "industry",
    "line_name": "水泥熟料生产线",
    "county_code": "140404",
    "industry_code": "3011",
    "key_industry": "cement",
    "sub_process": "clinker",
    "grade": "C",
    "status": "running",
    "guarantee": "none",
    "exempt_through": "none",
    "white_listed": "0",
    "uses_coal": "1",
    "can_stop": "1",
    "minimum_load_share": "0",
    "hold_hot_share": "0.05",
    "safe_stop_hours": "12",
    "ramp_down_hours": "8",
    "ramp_up_hours": "24",
    "capacity_t_per_day": "4500",
    "permit_capacity_t_per_day": "4500",
    "actual_output_t_per_day": "4100.5",
    "operating_days_per_year": "300",
    "operating_hours": "24",
    "so2_kg_per_day": "210",
    "nox_kg_per_day": "2790.25",
    "pm_kg_per_day": "340",
    "vocs_kg_per_day": "12",
    "pm10_kg_per_day": "200",
    "pm25_kg_per_day": "90",
    "value_added_yuan_per_day": "180000",
    "restart_cost_yuan": "60000",
    "vehicles_per_day": "120",
    "yellow_measure": "limit",
    "yellow_kept_share": "0.8",
    "yellow_measure_text": "限产20%",
    "orange_measure": "limit",
    "orange_kept_share": "0.5",
    "orange_measure_text": "限产50%",
    "red_measure": "halt",
    "red_kept_share": "0",
    "red_measure_text": "停产",
    "meter_id": "DB0001",
    "electricity_kwh_per_day": "250000",
    "monitored": "1",
    "longitude": "113.05",
    "latitude": "36.05",
    "contact_name": "测试员",
    "contact_phone": "0355-0000000",
}

FREE: Row = {
    f"{level}_{part}": text
    for level in ("yellow", "orange", "red")
    for part, text in (("measure", "no_measure"), ("kept_share", "1"), ("measure_text", ""))
}

SOCIETY: Row = FREE | {
    "enterprise_id": "",
    "line_id": "",
    "industry_code": "",
    "key_industry": "none",
    "grade": "none",
    "permit_id": "",
    "meter_id": "",
    "uses_coal": "0",
    "monitored": "0",
    "capacity_t_per_day": "",
    "permit_capacity_t_per_day": "",
    "actual_output_t_per_day": "",
    "electricity_kwh_per_day": "",
}


def credit_code(number: int) -> str:
    """A credit code in the unassigned area 999999 with its check digit."""
    body = f"91999999MA{number:07d}"
    return body + calc_check_digit(body)


def _line(number: int, firm: int, line: str, **other: str) -> Row:
    code = credit_code(firm)
    own = {
        "source_id": f"S{number:03d}",
        "source_kind": "line",
        "enterprise_id": code,
        "enterprise_name": f"测试第{firm}水泥有限公司",
        "line_id": line,
        "permit_id": f"{code}001P",
        "meter_id": f"DB{firm:04d}",
    }
    return PLAIN | own | other


def _society(number: int, kind: str, sector: str, name: str, sub_process: str, **other: str) -> Row:
    own = {
        "source_id": f"S{number:03d}",
        "source_kind": kind,
        "sector": sector,
        "enterprise_name": name,
        "sub_process": sub_process,
    }
    return PLAIN | SOCIETY | own | other


def good_rows() -> list[Row]:
    """Twelve rows of all kinds, each cell as a list would spell it."""
    return [
        _line(1, 1, "1#"),
        _line(2, 1, "2#", can_stop="0", minimum_load_share="0.4", red_measure="hold_hot", red_kept_share="0.05"),
        _line(3, 2, "1#", grade="A", **FREE | {f"{level}_measure": "self" for level in ("yellow", "orange", "red")}),
        _line(4, 3, "1#", grade="B", county_code="140403"),
        _line(5, 4, "1#", key_industry="coking", sub_process="conventional_coking", grade="D", industry_code="2521"),
        _line(6, 5, "1#", key_industry="printing", sub_process="packaging", grade="leading", **FREE),
        _line(
            7,
            6,
            "锅炉1",
            source_kind="boiler",
            guarantee="heat",
            minimum_load_share="0.6",
            key_industry="none",
            sub_process="boiler",
            grade="none",
            **FREE | {"orange_measure": "truck_ban_cn4", "red_measure": "truck_ban_cn4"},
        ),
        _line(8, 7, "1#", status="idle", permit_id="", meter_id="", longitude="", latitude="", **FREE),
        _society(9, "fleet", "mobile", "潞州区道路机动车", "road_fleet", red_measure="odd_even", red_kept_share="0.55"),
        _society(10, "site", "dust", "施工工地", "construction", red_measure="earthwork_stop", red_kept_share="0.2"),
        _society(11, "rest", "other", "居民散煤", "rest", county_code="140423"),
        _society(12, "rest", "mobile", "其他移动源", "rest"),
    ]


HEADERS = read_field_dictionary().names


def table(rows: list[Row] | None = None) -> list[list[str]]:
    """Header and rows as lists of cells."""
    return [list(HEADERS), *([row.get(name, "") for name in HEADERS] for row in rows or good_rows())]


def csv_text(cells: list[list[str]]) -> str:
    """The table as a CSV text."""
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerows(cells)
    return text.getvalue()


def write_csv(path: Path, cells: list[list[str]] | None = None, encoding: str = "utf-8") -> Path:
    """The table as a CSV file."""
    path.write_bytes(csv_text(cells or table()).encode(encoding))
    return path


def write_workbook(path: Path, **sheets: list[list[object]]) -> Path:
    """A workbook with one sheet for each table."""
    workbook = Workbook()
    workbook.remove(workbook.worksheets[0])
    for title, cells in sheets.items():
        sheet = workbook.create_sheet(title)
        for record in cells:
            sheet.append(record)
    workbook.save(path)
    return path
