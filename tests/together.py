"""Tiny cities in which several sources owe something together, with the switches of the rules set for a test."""

from dataclasses import replace

import numpy as np

from planner.problem import PlanProblem, build_problem
from planner.rules import Rule, RuleInForce, RulesInForce, Scope
from planner.terms import Answer, Level, Mode
from tests.tiny import alert, inventory, rules_in_force, source, with_share

ON = {
    "heat_first": {"national.together.heat_first": True},
    "output_first": {"national.together.output_first": True},
    "co_disposal": {"national.together.co_disposal_share": 0.6},
    "upstream_feed": {"national.together.upstream_feed": True},
    "shared_stack": {"national.together.shared_stack": True},
    "county_band": {"national.together.county_band.above": 0.05, "national.together.county_band.below": 0.05},
    "supply_floor": {},
}


def turned_on(rules: RulesInForce, values: dict[str, object]) -> RulesInForce:
    """The rules with other values of these."""
    changed = tuple(replace(item, value=values.get(item.id, item.value)) for item in rules.rules)
    return replace(rules, rules=changed)


def with_supply(rules: RulesInForce, scope: Scope, share: float) -> RulesInForce:
    """The rules with a supply floor of the city."""
    like = next(item for item in rules.rules if item.id == "national.together.co_disposal_share")
    rule = Rule(
        id="cities.changzhi.supply.test",
        kind="supply",
        title="Test",
        title_zh="测试",
        scope=scope,
        measure=None,
        basis="",
        answer=Answer.MISSING,
        values=like.rule.values,
    )
    return replace(rules, rules=(*rules.rules, RuleInForce(**_parts(like) | {"rule": rule, "value": share})))


def _parts(item: RuleInForce) -> dict[str, object]:
    return {"dated": item.dated, "instrument": item.instrument, "city": "changzhi"}


def together(
    *rows: dict[str, object],
    on: dict[str, object],
    share: float = 0.2,
    level: Level = Level.ORANGE,
    mode: Mode = Mode.DESIGN,
    rules: RulesInForce | None = None,
) -> PlanProblem:
    """The problem of these rows with switches set."""
    law = turned_on(with_share(rules or rules_in_force(), level, share), on)
    return build_problem(inventory(*rows), law, alert(level), mode)


def with_shared_cells(rows: list[dict[str, object]], seed: int) -> list[dict[str, object]]:
    """Rows with random heat, guaranteed output, co-disposal, feeders and stacks."""
    draw = np.random.default_rng(seed + 77)
    lines = [row for row in rows if row["source_kind"] == "line"]
    for place, row in enumerate(lines):
        row["actual_output_t_per_day"] = float(draw.integers(1, 50))
        row["guaranteed_output_t_per_day"] = float(row["actual_output_t_per_day"]) * float(draw.choice([0.0, 0.5, 0.8]))
        row["heat_supply_gj_per_day"] = float(draw.integers(0, 3)) * 40.0
        row["heat_load_share"] = float(draw.choice([0.4, 0.6, 0.9]))
        row["heat_area"] = str(draw.choice(["", "north"]))
        row["co_disposal_t_per_day"] = float(draw.integers(0, 3)) * 100.0
        row["stack_id"] = str(draw.choice(["", "P1"]))
        row["stack_least_load_share"] = float(draw.choice([0.3, 0.6]))
        if place and draw.random() < 0.6:
            feeders = draw.choice([item["source_id"] for item in lines[:place]], size=min(place, 2), replace=False)
            row["upstream_source_ids"] = ";".join(sorted(map(str, feeders)))
            row["fed_share"] = float(draw.choice([0.5, 1.0]))
    return rows


def firm(source_id: str, **cells: object) -> dict[str, object]:
    """A line of grade C that can stop, of its own firm."""
    return source(source_id, value_added_yuan_per_day=1000.0, pm_kg_per_day=10.0, **cells)
