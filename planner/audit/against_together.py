"""The side tables counted again from list and rules, row by row, without the builder."""

from collections.abc import Iterator
from math import fsum

import pandas as pd

from planner.audit.rule_loads import in_scope
from planner.audit.side_tables import side_rows_of
from planner.inventory import Inventory
from planner.plan import AuditCheck
from planner.problem import PlanProblem, cheapest_halts
from planner.problem.side_tables import BandTable, FeedTable, KeptTable, StackTable
from planner.rules import RulesInForce

__all__ = ["audit_side_tables"]

CODE = "audit.list.side_tables"
RULES = "national.together."
DIGITS = 9
FIRM_KINDS = ("line", "boiler")
NO_COUNTY = -2.0
"""Stands for a source that the table puts into another county than the list."""
Told = dict[str, float]
"""Name of a number of a table, and the number."""


def audit_side_tables(inventory: Inventory, rules: RulesInForce, problem: PlanProblem) -> tuple[AuditCheck, ...]:
    """Whether members, weights and needs of every family are those of list and rules, and what is waived due.

    Args:
        inventory: the list as the plan was made from.
        rules: the rules in force on the plan's day.
        problem: the problem with its tables and sources.
    """
    rows = inventory.frame[inventory.frame["status"] == "running"].set_index("source_id", drop=False)
    due, found = _due(rows, rules, problem), _found(problem)
    names = sorted(set(due) | set(found))
    wrong = [name for name in names if round(due.get(name, -1.0) - found.get(name, -1.0), DIGITS) != 0.0]
    wrong += [] if wrong else list(_wrongly_waived(problem))
    place = wrong[0] if wrong else ""
    said = (str(due.get(place, "-")), str(found.get(place, "-"))) if wrong else ("", "")
    return (AuditCheck(code=CODE, passed=not wrong, place=place, expected=said[0], found=said[1]),)


def _wrongly_waived(problem: PlanProblem) -> Iterator[str]:
    """Rows of which another share is waived than the obligations miss."""
    plans = (problem.sources.first_option[:-1], cheapest_halts(problem))
    for at_first, at_halts in zip(*(side_rows_of(problem, chosen) for chosen in plans), strict=True):
        due = max(at_first.missing, at_halts.missing, 0.0)
        if round(due - at_first.waived, DIGITS) != 0.0:
            yield at_first.name


def _due(rows: pd.DataFrame, rules: RulesInForce, problem: PlanProblem) -> Told:
    level = problem.header.level
    told: Told = {}
    if _is_true(rules, "heat_first"):
        area = rows["heat_area"].where(rows["heat_area"] != "", rows["county_code"])
        heat = rows["heat_supply_gj_per_day"].fillna(0.0)
        told |= _floors("heat_first", area, heat, heat * rows["heat_load_share"].fillna(0.0))
    if _is_true(rules, "output_first"):
        made = rows["actual_output_t_per_day"].fillna(0.0).where(rows["enterprise_id"] != "", 0.0)
        firm = rows["enterprise_id"] + "/" + rows["key_industry"] + "/" + rows["sub_process"]
        told |= _floors("output_first", firm, made, rows["guaranteed_output_t_per_day"].fillna(0.0))
    share = _number(rules, "co_disposal_share", 0.0)
    waste = rows["co_disposal_t_per_day"].fillna(0.0)
    told |= _floors("co_disposal", pd.Series("city", index=rows.index), waste, waste * share)
    for rule in rules.rules:
        if rule.rule.kind == "supply" and rule.rule.scope.level in (None, level):
            mine = in_scope(rows, rule) & rows["source_kind"].isin(FIRM_KINDS)
            actual = rows["actual_output_t_per_day"].fillna(0.0)
            made = actual.where(actual > 0.0, rows["capacity_t_per_day"].fillna(0.0)).where(mine, 0.0)
            told |= _floors("supply_floor", pd.Series(rule.id, index=rows.index), made, made * float(rule.value))
    told |= _feeds(rows) if _is_true(rules, "upstream_feed") else {}
    told |= _stacks(rows) if _is_true(rules, "shared_stack") else {}
    return told | _bands(rows, rules)


def _floors(family: str, key: pd.Series, quantity: pd.Series, asked: pd.Series) -> Told:
    told: Told = {}
    inside = quantity > 0.0
    for name, part in quantity[inside].groupby(key[inside]):
        whole, need = fsum(part.tolist()), fsum(asked[part.index].tolist())
        if need > 0.0:
            told[f"{family}[{name}]"] = min(need / whole, 1.0)
            told |= {f"{family}[{name}|{source}]": value / whole for source, value in part.items()}
    return told


def _feeds(rows: pd.DataFrame) -> Told:
    told: Told = {}
    output = dict(zip(rows.index, rows["actual_output_t_per_day"].fillna(0.0), strict=True))
    fed = rows[(rows["upstream_source_ids"] != "") & (rows["fed_share"].fillna(0.0) > 0.0)]
    for line, names, share in zip(fed.index, fed["upstream_source_ids"], fed["fed_share"], strict=True):
        feeders = {name.strip() for name in names.split(";")} & set(output) - {line}
        parts = {name: output[name] if all(output[item] > 0.0 for item in feeders) else 1.0 for name in feeders}
        told |= {f"upstream_feed[{line}|{name}]": share * part / fsum(parts.values()) for name, part in parts.items()}
    return told


def _stacks(rows: pd.DataFrame) -> Told:
    told: Told = {}
    shared = rows[rows["stack_id"] != ""]
    for name, lines in shared.groupby(shared["enterprise_id"] + "/" + shared["stack_id"]):
        least = float(lines["stack_least_load_share"].fillna(0.0).max())
        if len(lines) == 1 or least <= 0.0:
            continue
        output = lines["actual_output_t_per_day"].fillna(0.0)
        load = output if bool((output > 0.0).all()) else output * 0.0 + 1.0
        told[f"shared_stack[{name}]"] = least
        told |= {f"shared_stack[{name}|{line}]": part / fsum(load.tolist()) for line, part in load.items()}
    return told


def _bands(rows: pd.DataFrame, rules: RulesInForce) -> Told:
    firms = rows[rows["source_kind"].isin(FIRM_KINDS) & (rows["value_added_yuan_per_day"].fillna(0.0) > 0.0)]
    told: Told = {}
    for side in ("above", "below"):
        band = _number(rules, f"county_band.{side}", 1.0)
        counties = sorted(set(firms["county_code"])) if band < 1.0 else []
        told |= {f"county_band[{county}|{side}]": band for county in counties}
    if told:
        told |= {f"county_band[{line}]": value for line, value in firms["value_added_yuan_per_day"].items()}
    return told


def _is_true(rules: RulesInForce, name: str) -> bool:
    return any(item.id == RULES + name and item.value is True for item in rules.rules)


def _number(rules: RulesInForce, name: str, default: float) -> float:
    return next((float(item.value) for item in rules.rules if item.id == RULES + name), default)


def _found(problem: PlanProblem) -> Told:
    side, ids = problem.side, problem.sources.source_id
    told: Told = {}
    for family in ("heat_first", "output_first", "co_disposal", "supply_floor") if side else ():
        told |= _of_floors(family, getattr(side, family), ids)
    if side is not None:
        told |= _of_feeds(side.upstream_feed, ids) | _of_stacks(side.shared_stack, ids)
        told |= _of_bands(side.county_band, problem)
    return told


def _of_floors(family: str, table: KeptTable | None, ids: tuple[str, ...]) -> Told:
    told: Told = {}
    if table is None:
        return told
    for index, label in enumerate(table.label):
        told[f"{family}[{label}]"] = float(table.asked[index])
        for at in range(int(table.first_member[index]), int(table.first_member[index + 1])):
            told[f"{family}[{label}|{ids[int(table.member[at])]}]"] = float(table.weight[at])
    return told


def _of_feeds(table: FeedTable | None, ids: tuple[str, ...]) -> Told:
    told: Told = {}
    if table is None:
        return told
    for index, line in enumerate(table.line.tolist()):
        for at in range(int(table.first_feeder[index]), int(table.first_feeder[index + 1])):
            told[f"upstream_feed[{ids[line]}|{ids[int(table.feeder[at])]}]"] = float(table.share[at])
    return told


def _of_stacks(table: StackTable | None, ids: tuple[str, ...]) -> Told:
    told: Told = {}
    if table is None:
        return told
    for index, label in enumerate(table.label):
        told[f"shared_stack[{label}]"] = float(table.least[index])
        for at in range(int(table.first_member[index]), int(table.first_member[index + 1])):
            told[f"shared_stack[{label}|{ids[int(table.member[at])]}]"] = float(table.weight[at])
    return told


def _of_bands(table: BandTable | None, problem: PlanProblem) -> Told:
    if table is None:
        return {}
    told = {f"county_band[{name}]": band for name, band in zip(table.label, table.band.tolist(), strict=True)}
    sources = problem.sources
    rows = zip(sources.source_id, sources.county_code, table.value.tolist(), table.place.tolist(), strict=True)
    for name, county, value, at in rows:
        if value > 0.0:
            told[f"county_band[{name}]"] = value if county == table.county[at] else NO_COUNTY
    return told
