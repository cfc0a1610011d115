"""From list, rules and alert to PlanProblem: one straight sequence, each family in its own file."""

from dataclasses import dataclass, replace

import numpy as np
import pandas as pd

from planner.alert import Alert
from planner.inventory import Inventory
from planner.problem.cohorts import Menus, find_cohorts, find_menus, grade_index, make_units
from planner.problem.floors import Obligations, add_filed, floor_obligations
from planner.problem.menu import halting, make_menu
from planner.problem.options import make_options, reductions
from planner.problem.records import PlanProblem, ProblemHeader, ShareRuleTable, SourceTable, Targets
from planner.problem.register import make_register
from planner.problem.share_rules import ShareRules, find_share_rules
from planner.problem.standing import Standings, find_standings
from planner.problem.tags import TagSets
from planner.problem.targets import find_targets
from planner.rules import RulesInForce
from planner.terms import POLLUTANTS, Mode, OperatingStatus

__all__ = ["build_problem", "counted_rows"]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class _Parts:
    frame: pd.DataFrame
    standings: Standings
    floors: Obligations
    obliged: Obligations
    share_rules: ShareRules


def build_problem(inventory: Inventory, rules: RulesInForce, alert: Alert, mode: Mode) -> PlanProblem:
    """The problem of a list under the rules in force, for one warning and mode.

    Idle, spare and dismantled equipment is in neither numerator nor denominator. The sources keep the order of
    source_id, so the order of the list's rows changes nothing.

    Raises:
        KeyError: where a rule that the model reads by id is not in force (`rules check` finds these).
    """
    tags = TagSets()
    parts = _obligations(counted_rows(inventory), rules, alert, mode, tags)
    menus = _open_menus(rules, mode)
    outside = _outside_order(parts, menus.allowed[:, -1])
    cohorts = find_cohorts(parts.frame, parts.standings, menus, outside)
    must_halt = parts.share_rules.is_member
    menu = make_menu(parts.frame, parts.obliged, parts.standings, cohorts, menus, must_halt)
    options = make_options(parts.frame, parts.floors, parts.obliged, menu, menus.rule_ids, alert, tags)
    everyone = np.arange(len(parts.frame))
    halted = halting(parts.frame, parts.obliged.kept_share, everyone)
    units = make_units(cohorts, parts.obliged, halted, parts.share_rules.table)
    sources = _source_table(parts, cohorts.cohort, cohorts.unit, menu.first_option, menu.step_option)
    return PlanProblem(
        header=_header(inventory, rules, alert, mode),
        targets=_targets(rules, alert, sources),
        sources=sources,
        options=options,
        cohorts=cohorts.table,
        units=units,
        share_rules=parts.share_rules.table,
        citations=make_register(rules, inventory, sources, options, parts.share_rules.table),
    )


def counted_rows(inventory: Inventory) -> pd.DataFrame:
    """The rows that count: running equipment, in order of source_id."""
    frame = inventory.frame
    running = frame["status"] == str(OperatingStatus.RUNNING)
    return frame[running].sort_values("source_id", kind="stable").reset_index(drop=True)


def _obligations(frame: pd.DataFrame, rules: RulesInForce, alert: Alert, mode: Mode, tags: TagSets) -> _Parts:
    standings = find_standings(frame, rules, alert.level)
    floors = floor_obligations(frame, rules, standings, tags, alert.level)
    obliged = floors if mode is Mode.DESIGN else add_filed(frame, floors, standings, tags, alert.level)
    share_rules = find_share_rules(frame, rules, standings, alert.level)
    return _Parts(frame=frame, standings=standings, floors=floors, obliged=obliged, share_rules=share_rules)


def _open_menus(rules: RulesInForce, mode: Mode) -> Menus:
    """The menus of the rules in force; in `filed` nothing may be chosen beyond the obligations."""
    menus = find_menus(rules)
    if mode is not Mode.FILED:
        return menus
    closed = np.zeros_like(menus.allowed)
    closed[:, 0] = True
    return replace(menus, allowed=closed)


def _outside_order(parts: _Parts, may_halt: np.ndarray) -> np.ndarray:
    """Share-rule members whose grade has no halting menu: the rule alone decides about them."""
    return parts.share_rules.is_member & ~may_halt[grade_index(parts.frame)]


def _header(inventory: Inventory, rules: RulesInForce, alert: Alert, mode: Mode) -> ProblemHeader:
    return ProblemHeader(
        city_code=rules.city.code,
        city_slug=rules.city.slug,
        level=alert.level,
        mode=mode,
        on=alert.on,
        start=alert.start,
        end=alert.end,
        duration_days=alert.duration_days,
        list_sha256=inventory.list_sha256,
        rules_sha256=rules.sha256,
    )


def _targets(rules: RulesInForce, alert: Alert, sources: SourceTable) -> Targets:
    return find_targets(rules, alert.level, sources.base_kg_per_day.sum(axis=0))


def _source_table(
    parts: _Parts, cohort: np.ndarray, unit: np.ndarray, first_option: np.ndarray, step_option: np.ndarray
) -> SourceTable:
    frame, everyone = parts.frame, np.arange(len(parts.frame))
    text = {name: tuple(frame[name].astype(str)) for name in _TEXT_COLUMNS}
    return SourceTable(
        **text,
        kind=tuple(frame["source_kind"].astype(str)),
        standing=tuple(str(item) for item in parts.standings.standing),
        standing_citation=tuple(str(item) for item in parts.standings.citation),
        base_kg_per_day=_numbers(frame, [f"{item}_kg_per_day" for item in POLLUTANTS]),
        particles_kg_per_day=_numbers(frame, ["pm10_kg_per_day", "pm25_kg_per_day"]),
        safe_stop_hours=frame["safe_stop_hours"].to_numpy(dtype=float),
        list_row=frame["list_row"].to_numpy(dtype=np.int64),
        first_option=first_option,
        floor_kg_per_day=reductions(frame, parts.floors, everyone, parts.floors.kept_share),
        filed_kg_per_day=reductions(frame, parts.obliged, everyone, parts.obliged.kept_share),
        cohort=cohort,
        unit=unit,
        step_option=step_option,
    )


_TEXT_COLUMNS = (
    "source_id",
    "enterprise_id",
    "enterprise_name",
    "line_id",
    "line_name",
    "sector",
    "county_code",
    "industry_code",
    "key_industry",
    "sub_process",
    "grade",
)


def _numbers(frame: pd.DataFrame, columns: list[str]) -> np.ndarray:
    return frame[columns].to_numpy(dtype=float)
