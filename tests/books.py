"""Tiny books: the three levels of a few invented lines, with filed measures that may fall from a level to the next."""

import numpy as np

from planner.alert import Alert
from planner.problem import PlanProblem, build_problem
from planner.terms import LEVELS, Level, Mode
from tests.tiny import alert, inventory, random_rows, rules_in_force, source, with_share

SHARES = (0.1, 0.2, 0.3)
Rows = list[dict[str, object]]


def book_problems(
    *rows: dict[str, object], mode: Mode = Mode.DESIGN, shares: tuple[float, ...] = SHARES
) -> tuple[PlanProblem, ...]:
    """Yellow, orange and red over the same rows, each with its cut."""
    return tuple(
        build_problem(inventory(*rows), with_share(rules_in_force(), level, share), _alert(level), mode)
        for level, share in zip(LEVELS, shares, strict=True)
    )


def random_book_rows(seed: int, firms: int = 2) -> Rows:
    """Firms of one to three lines, some of which file a halt at one level and less, or nothing, at a stricter one."""
    draw = np.random.default_rng(seed)
    rows = random_rows(seed, firms=firms)
    return [rows[0], *(row | _filed(draw) if row["can_stop"] else row for row in rows[1:])]


def falling_rows() -> Rows:
    """A firm that files a halt at yellow and nothing later, beside one that can be asked."""
    kilograms = dict.fromkeys(("so2_kg_per_day", "nox_kg_per_day", "pm_kg_per_day", "vocs_kg_per_day"), 50.0)
    filed = {"yellow_measure": "halt", "yellow_kept_share": 0.0}
    return [
        source("a-falls", grade="C", value_added_yuan_per_day=9000.0, **filed, **kilograms),
        source("b", grade="C", county_code="140404", value_added_yuan_per_day=1000.0, **kilograms),
    ]


def _filed(draw: np.random.Generator) -> dict[str, object]:
    cells: dict[str, object] = {}
    for level in LEVELS:
        if draw.random() < 0.2:
            cells |= {f"{level}_measure": "halt", f"{level}_kept_share": 0.0}
    return cells


def _alert(level: Level) -> Alert:
    return alert(level)
