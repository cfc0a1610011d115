"""Tiny cities of a few invented lines, built through the real builder under the real rules."""

from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path

import numpy as np
import pandas as pd

from planner.alert import Alert, make_alert
from planner.inventory import FieldDictionary, Inventory
from planner.problem import PlanProblem, build_problem
from planner.rules import RulesInForce, in_force
from planner.sources import read_field_dictionary, read_rulebook
from planner.terms import Level, Mode

ROOT = Path(__file__).resolve().parent.parent
ON = date(2026, 11, 23)
QUANTITIES = ("so2_kg_per_day", "nox_kg_per_day", "pm_kg_per_day", "vocs_kg_per_day")


@cache
def rules_in_force() -> RulesInForce:
    """The shipped rules in force in the demo city."""
    rulebook, findings = read_rulebook(ROOT / "rules")
    assert rulebook is not None, findings
    return in_force(rulebook, ON, "changzhi")


@cache
def dictionary() -> FieldDictionary:
    """The field dictionary."""
    return read_field_dictionary()


def source(source_id: str, **cells: object) -> dict[str, object]:
    """One row of a list: a running, ungraded line of no key industry that emits nothing, but for the given cells."""
    row: dict[str, object] = {field.name: _blank(field.dtype) for field in dictionary().fields}
    row |= {
        "source_id": source_id,
        "source_kind": "line",
        "sector": "industry",
        "enterprise_id": f"E{source_id}",
        "enterprise_name": f"虚构{source_id}",
        "line_id": "1#",
        "county_code": "140403",
        "industry_code": "3110",
        "key_industry": "casting",
        "sub_process": "melting",
        "grade": "C",
        "status": "running",
        "guarantee": "none",
        "exempt_through": "none",
        "can_stop": True,
        "uses_coal": True,
        "operating_days_per_year": 330.0,
        "yellow_measure": "no_measure",
        "orange_measure": "no_measure",
        "red_measure": "no_measure",
        "yellow_kept_share": 1.0,
        "orange_kept_share": 1.0,
        "red_kept_share": 1.0,
    }
    return row | cells


def rest(**kilograms: float) -> dict[str, object]:
    """The uncontrolled rest of the society."""
    cells = {f"{name}_kg_per_day": value for name, value in kilograms.items()}
    return source(
        "zz-rest", source_kind="rest", sector="other", enterprise_id="", grade="none", key_industry="none", **cells
    )


def inventory(*rows: dict[str, object]) -> Inventory:
    """An inventory of these rows."""
    frame = pd.DataFrame(list(rows)).sort_values("source_id", kind="stable").reset_index(drop=True)
    frame["list_sheet"], frame["list_row"] = "", np.arange(2, len(frame) + 2)
    return Inventory(frame=frame, list_sha256="0" * 64, file="tiny.csv")


def alert(level: Level = Level.ORANGE, days: int = 3) -> Alert:
    """A warning on the day of the tests."""
    return make_alert(level, ON, None, None, days)


def problem(
    *rows: dict[str, object], level: Level = Level.ORANGE, mode: Mode = Mode.DESIGN, share: float | None = None
) -> PlanProblem:
    """The problem of these rows; `share` replaces the level's cut."""
    rules = rules_in_force() if share is None else with_share(rules_in_force(), level, share)
    return build_problem(inventory(*rows), rules, alert(level), mode)


def with_share(rules: RulesInForce, level: Level, share: float) -> RulesInForce:
    """The rules with another cut at the level, the exchange twice as much."""
    values = {f"national.reduction.share.{level}": share, f"national.reduction.exchange.sum.{level}": 2 * share}
    changed = tuple(replace(item, value=values[item.id]) if item.id in values else item for item in rules.rules)
    return replace(rules, rules=changed)


def random_rows(seed: int, firms: int = 4) -> list[dict[str, object]]:
    """Rows of a few firms of one to three lines in two counties, graded B, C or D, and a rest."""
    draw = np.random.default_rng(seed)
    rows = [rest(so2=20.0, nox=20.0, pm=20.0, vocs=20.0)]
    for firm in range(firms):
        grade, county = str(draw.choice(["B", "C", "D"])), str(draw.choice(["140403", "140404"]))
        stops, least = bool(draw.random() < 0.8), float(draw.choice([0.0, 0.5]))
        value, restart = float(draw.integers(1, 60)) * 1000.0, float(draw.integers(0, 5)) * 500.0
        for line in range(int(draw.integers(1, 4))):
            kilograms = dict(zip(QUANTITIES, draw.integers(0, 60, 4).astype(float).tolist(), strict=True))
            name = f"s{firm}{line}"
            rows.append(
                source(
                    name,
                    enterprise_id=f"E{firm}",
                    line_id=f"{line + 1}#",
                    grade=grade,
                    county_code=county,
                    can_stop=stops,
                    minimum_load_share=0.0 if stops else least,
                    hold_hot_share=float(draw.choice([0.0, 0.1])),
                    value_added_yuan_per_day=value + 100.0 * line,
                    restart_cost_yuan=restart,
                    **kilograms,
                )
            )
    return rows


def _blank(kind: str) -> object:
    return {"number": 0.0, "flag": False}.get(str(kind), "")
