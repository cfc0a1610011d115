"""Registers of other offices: titles above the header, units in it, permit numbers that carry the code."""

from pathlib import Path

import numpy as np
from openpyxl import Workbook

from planner.inventory.matching import RegisterKind
from planner.inventory.matching.register_records import Register
from planner.sources.registers import read_register
from tests.sources.good_list import credit_code


def workbook(folder: Path, *rows: list[object]) -> Path:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in rows:
        sheet.append(row)
    book.save(folder / "register.xlsx")
    return folder / "register.xlsx"


def permits(path: Path) -> Register:
    register, findings = read_register(path, RegisterKind.PERMITS)
    assert register is not None, findings
    return register


def test_a_header_below_titles_is_found_and_tonnes_become_kilograms(tmp_path: Path) -> None:
    header = ["序号", "单位名称", "排污许可证编号", "二氧化硫年许可排放量（吨/年）"]
    path = workbook(tmp_path, ["排污许可台账"], [None], header, [1, "甲厂", f"{credit_code(1)}001P", "1,200.5"])
    frame = permits(path).frame
    assert frame[["name", "code", "row"]].to_numpy().tolist() == [["甲厂", credit_code(1), 4]]
    assert frame["so2"].tolist() == [1_200_500.0]
    assert np.isnan(frame["nox"]).all()


def test_daily_kilograms_count_over_a_year(tmp_path: Path) -> None:
    path = workbook(tmp_path, ["企业名称", "SO2排放量(kg/d)"], ["甲厂", 10])
    register, _ = read_register(path, RegisterKind.INVENTORY)
    assert register is not None
    assert register.frame["so2"].tolist() == [3650.0]


def test_a_csv_in_gb18030_reads_alike(tmp_path: Path) -> None:
    path = tmp_path / "meters.csv"
    path.write_bytes("户名,户号,用电地址,年用电量\r\n甲厂,001,解放路1号,5000\r\n".encode("gb18030"))
    register, _ = read_register(path, RegisterKind.METERS)
    assert register is not None
    assert register.frame[["name", "meter", "address", "electricity"]].to_numpy().tolist() == [
        ["甲厂", "001", "解放路1号", 5000.0]
    ]


def test_rows_without_a_name_are_counted_and_left_out(tmp_path: Path) -> None:
    path = workbook(tmp_path, ["单位名称", "经度"], ["甲厂", 113], ["", 114])
    register, findings = read_register(path, RegisterKind.PERMITS)
    assert register is not None
    assert (len(register.frame), [item.code for item in findings]) == (1, ["register.row.no_name"])


def test_a_file_that_names_no_firm_is_refused(tmp_path: Path) -> None:
    register, findings = read_register(workbook(tmp_path, ["a", "b"], [1, 2]), RegisterKind.PERMITS)
    assert (register, [item.code for item in findings]) == (None, ["register.no_header"])


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    assert read_register(tmp_path / "none.csv", RegisterKind.LIST)[0] is None
