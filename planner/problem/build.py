"""From list, rules and alert to PlanProblem: one straight sequence, each family in its own file."""

from dataclasses import replace

import numpy as np
import pandas as pd

from planner.alert import Alert
from planner.inventory import Inventory
from planner.problem.answers import cell_answers
from planner.problem.cohorts import Cohorts, Menus, find_cohorts, find_menus, grade_index, make_units
from planner.problem.days import LEAD_RULE, with_days
from planner.problem.floors import add_filed, floor_obligations
from planner.problem.grading import grading_citations
from planner.problem.ground import Ground
from planner.problem.menu import Menu, halting, make_menu
from planner.problem.options import make_options, reductions
from planner.problem.records import Floats, PlanProblem, ProblemHeader, SourceTable, UnitTable
from planner.problem.references import find_references
from planner.problem.register import make_register, named_citations
from planner.problem.scopes import matching_rules
from planner.problem.share_rules import find_share_rules
from planner.problem.side_build import find_side_tables, side_citations, with_side_tables
from planner.problem.standing import find_standings
from planner.problem.tags import TagSets
from planner.problem.targets import find_targets
from planner.problem.turns import ROTATION_RULE
from planner.problem.words import words_of
from planner.rules import RulesInForce
from planner.terms import POLLUTANTS, Measure, Mode, OperatingStatus

__all__ = ["build_problem", "counted_rows"]


def build_problem(inventory: Inventory, rules: RulesInForce, alert: Alert, mode: Mode) -> PlanProblem:
    """The problem of a list under the rules in force, for one warning and mode.

    Idle, spare and dismantled equipment is in neither numerator nor denominator. The sources keep the order of
    source_id, so the order of the list's rows changes nothing.

    Raises:
        KeyError: where a rule that the model reads by id is not in force (`rules check` finds these).
    """
    tags = TagSets()
    ground = _ground(counted_rows(inventory), rules, alert, mode, tags)
    menus = _open_menus(rules, mode)
    outside = ground.share_rules.is_member & ~menus.allowed[grade_index(ground.frame), -1]
    cohorts = find_cohorts(ground.frame, ground.standings, menus, outside)
    menu = make_menu(ground, cohorts, menus)
    options = make_options(ground, menu, menus.rule_ids, alert, tags)
    answers = cell_answers(ground.frame, rules, alert.level)
    sources = replace(_source_table(ground, cohorts, menu), answer=answers)
    share_rules = ground.share_rules.table
    side = find_side_tables(ground.frame, rules, alert.level)
    named = named_citations(sources, options, share_rules) | side_citations(side)
    problem = PlanProblem(
        header=_header(inventory, rules, alert, mode),
        targets=find_targets(rules, alert.level, sources.base_kg_per_day.sum(axis=0)),
        sources=sources,
        options=options,
        cohorts=cohorts.table,
        units=_units(ground, cohorts),
        share_rules=share_rules,
        citations=make_register(rules, inventory, alert.level, named | _beside_named(rules, inventory, alert)),
        moves=inventory.moves,
    )
    problem = with_side_tables(problem, side)
    if alert.notice_hours is not None:
        return with_days(problem, ground.frame, alert.notice_hours, in_turn=rules.is_on(ROTATION_RULE))
    return replace(problem, references=find_references(ground, problem, rules, alert))


def _beside_named(rules: RulesInForce, inventory: Inventory, alert: Alert) -> frozenset[str]:
    """What no measure cites but the plan rests on: grade moves, and the rule whose hours the notice is."""
    graded = grading_citations(rules, inventory.moves)
    lead = rules.find(LEAD_RULE)
    rests = alert.notice_hours is not None and lead is not None and lead.value == alert.notice_hours
    turns = alert.notice_hours is not None and rules.is_on(ROTATION_RULE)
    return graded | ({LEAD_RULE} if rests else frozenset()) | ({ROTATION_RULE} if turns else frozenset())


def counted_rows(inventory: Inventory) -> pd.DataFrame:
    """The rows that count: running equipment, in order of source_id."""
    frame = inventory.frame
    running = np.flatnonzero(frame["status"] == str(OperatingStatus.RUNNING))
    names = frame["source_id"].iloc[running]
    if not names.is_monotonic_increasing:
        running = running[np.argsort(names.to_numpy(dtype=object), kind="stable")]
    return frame.take(running).reset_index(drop=True)


def _ground(frame: pd.DataFrame, rules: RulesInForce, alert: Alert, mode: Mode, tags: TagSets) -> Ground:
    standings = find_standings(frame, rules, alert.level)
    floors = floor_obligations(frame, rules, standings, tags, alert.level)
    obliged = floors if mode is Mode.DESIGN else add_filed(frame, floors, standings, tags, alert.level)
    share_rules = find_share_rules(frame, rules, standings, alert.level)
    return Ground(
        frame=frame,
        standings=standings,
        floors=floors,
        obliged=obliged,
        share_rules=share_rules,
        halt_duties=_halt_duties(rules, alert),
    )


def _halt_duties(rules: RulesInForce, alert: Alert) -> tuple[tuple[str, str], ...]:
    """Duties of whoever halts: waste-gas treatment stops after production."""
    duties = matching_rules(rules, "duty", alert.level)
    return tuple((item.id, str(item.rule.measure)) for item in duties if item.rule.measure is Measure.TREATMENT_LAST)


def _open_menus(rules: RulesInForce, mode: Mode) -> Menus:
    """The menus of the rules in force; in `filed` nothing may be chosen beyond the obligations."""
    menus = find_menus(rules)
    if mode is not Mode.FILED:
        return menus
    closed = np.zeros_like(menus.allowed)
    closed[:, 0] = True
    return replace(menus, allowed=closed)


def _units(ground: Ground, cohorts: Cohorts) -> UnitTable:
    halted = halting(ground.frame, ground.obliged.kept_share, np.arange(len(ground.frame)))
    return make_units(cohorts, ground.obliged, halted, ground.share_rules.table)


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


def _source_table(ground: Ground, cohorts: Cohorts, menu: Menu) -> SourceTable:
    frame, everyone = ground.frame, np.arange(len(ground.frame))
    return SourceTable(
        **{name: words_of(frame[name]) for name in _TEXT_COLUMNS},
        kind=words_of(frame["source_kind"]),
        standing=tuple(str(item) for item in ground.standings.standing),
        standing_citation=tuple(str(item) for item in ground.standings.citation),
        base_kg_per_day=_numbers(frame, [f"{item}_kg_per_day" for item in POLLUTANTS]),
        particles_kg_per_day=_numbers(frame, ["pm10_kg_per_day", "pm25_kg_per_day"]),
        safe_stop_hours=frame["safe_stop_hours"].to_numpy(dtype=float),
        can_stop=frame["can_stop"].to_numpy(dtype=bool),
        monitored=frame["monitored"].to_numpy(dtype=bool),
        list_row=frame["list_row"].to_numpy(dtype=np.int64),
        first_option=menu.first_option,
        floor_kg_per_day=reductions(frame, ground.floors, everyone, ground.floors.kept_share),
        filed_kg_per_day=reductions(frame, ground.obliged, everyone, ground.obliged.kept_share),
        cohort=cohorts.cohort,
        unit=cohorts.unit,
        step_option=menu.step_option,
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
    "meter_id",
    "list_sheet",
)


def _numbers(frame: pd.DataFrame, columns: list[str]) -> Floats:
    return np.asarray(frame[columns].to_numpy(dtype=float))
