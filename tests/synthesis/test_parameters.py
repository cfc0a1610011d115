"""The tables behind the city: complete, sourced and documented."""

import csv
import re

import pytest

from planner.inventory import NO_INDUSTRY
from planner.sources import read_field_dictionary
from planner.sources.synthesis.parameters import load_parameters
from tests.project import ROOT

DATA = ROOT / "data"
TABLES = sorted(DATA.glob("synthetic_*.csv"))
every_table = pytest.mark.parametrize("table", TABLES, ids=[path.stem for path in TABLES])


def rows_of(table):
    with table.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines, strict=True))


@every_table
def test_every_row_says_where_its_values_come_from(table):
    assert not [row for row in rows_of(table) if not row["source"].strip()]


@every_table
def test_the_readme_explains_every_column(table):
    readme = (DATA / "README.md").read_text("utf-8")
    told = set(re.findall(r"`([a-z0-9_]+)`", readme.split(f"### {table.name}")[1].split("\n### ")[0]))
    assert set(rows_of(table)[0]) <= told


def test_the_readme_names_the_factor_behind_every_column_of_the_list():
    readme = (DATA / "README.md").read_text("utf-8")
    assert not [field.name for field in read_field_dictionary().fields if f"| `{field.name}` |" not in readme]


def test_no_range_of_a_factor_is_upside_down():
    factors = load_parameters().factors
    lows = [name for name in factors.columns if name.endswith("_low")]
    assert all((factors[name] <= factors[name.removesuffix("low") + "high"]).all() for name in lows)


def test_firm_types_and_factors_name_each_other():
    parameters = load_parameters()
    assert set(parameters.firms["firm_type"]) == set(parameters.factors["firm_type"])


def test_the_last_firm_type_fills_up_and_has_no_key_industry():
    assert load_parameters().factors["key_industry"].iloc[-1] == NO_INDUSTRY


def test_the_grades_of_each_scheme_add_up_to_one():
    assert load_parameters().grades.groupby("scheme")["share"].sum().to_numpy() == pytest.approx(1)


def test_society_never_takes_the_whole_base():
    society = load_parameters().society
    assert society[[f"{name}_share" for name in ("so2", "nox", "pm", "vocs")]].sum().max() < 0.5


def test_a_single_value_that_is_not_in_the_table_is_an_error():
    with pytest.raises(KeyError):
        load_parameters().value("no.such.value")
