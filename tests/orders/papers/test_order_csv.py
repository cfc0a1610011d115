"""The table of orders; nothing in it is ever live."""

import csv
import io

import pytest

from planner.orders.papers import orders_csv
from tests.orders.papers.made import chinese, facts


def rows(name: str) -> list[dict[str, str]]:
    content = orders_csv([facts(addressee=name)], chinese()).decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(content)))


def test_one_row_a_line_with_the_clauses_in_words() -> None:
    found = rows("甲厂")
    assert len(found) == len(facts().rows)
    assert all("340号" in row["依据条款"] for row in found[:1])


@pytest.mark.parametrize("payload", ["=1+1", "+cmd|'/C calc'!A0", "-1", "@SUM(A1)", "\t=1", "＝1"])
def test_no_cell_begins_as_a_formula_does(payload: str) -> None:
    assert {row["企业（单位）名称"] if "企业（单位）名称" in row else row["名称"] for row in rows(payload)} == {
        f"'{payload}"
    }
