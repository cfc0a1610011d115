"""Family 6: cohorts of equal grade, the ladder of required shares, whole-line units and what each step asks."""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from planner.problem.floors import Obligations
from planner.problem.records import NO_INDEX, CohortTable, Flags, Floats, Indices, ShareRuleTable, UnitTable
from planner.problem.share_rules import ROUNDING
from planner.problem.standing import Standings
from planner.problem.words import number_words
from planner.rules import RulesInForce
from planner.terms import GRADE_RANK, Grade, Measure, SourceKind

__all__ = ["FULL_STOP", "Cohorts", "Menus", "find_cohorts", "find_menus", "grade_index", "make_units"]

FULL_STOP = 1.0


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Menus:
    """What may be chosen beyond the obligations, a grade.

    Attributes:
        steps: (q,) ladder of required shares over all grades, from 0; `allowed` (g, q) for the grades in `Grade` order.
        rule: (g, q) index into `rule_ids` of the menu rule behind a permitted step, NO_INDEX elsewhere.
    """

    steps: Floats
    allowed: Flags
    rule: Indices
    rule_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Cohorts:
    """The cohort table, each source's cohort, and which sources answer in whole lines."""

    table: CohortTable
    cohort: Indices
    whole_line: Flags
    unit: Indices
    unit_label: tuple[str, ...]
    unit_cohort: Indices


def find_menus(rules: RulesInForce) -> Menus:
    """The permitted steps of each grade, from the rules of kind `menu` that the city has turned on."""
    menu = tuple(rules.of_kind("menu"))
    grades, ids = list(Grade), tuple(item.id for item in menu)
    steps = np.unique(np.array([0.0, FULL_STOP, *(float(item.value) for item in menu)]))
    rule = np.full((len(grades), len(steps)), NO_INDEX, dtype=np.int64)
    for index, item in enumerate(menu):
        if item.rule.scope.grade is not None:
            share = FULL_STOP if item.rule.measure is Measure.HALT else float(item.value)
            rule[grades.index(item.rule.scope.grade), int(np.searchsorted(steps, share))] = index
    allowed = rule != NO_INDEX
    allowed[:, 0] = True
    return Menus(steps=steps, allowed=allowed, rule=rule, rule_ids=ids)


def find_cohorts(frame: pd.DataFrame, standings: Standings, menus: Menus, outside: Flags) -> Cohorts:
    """Firms of one county, industry and sub-process by grade.

    `outside` (share-rule members without a halting menu: the rule alone decides about them) and everything that may
    not be ordered stand in no cohort.
    """
    grade = grade_index(frame)
    has_menu = menus.allowed[grade][:, 1:].any(axis=1)
    is_firm = np.isin(frame["source_kind"], [SourceKind.LINE, SourceKind.BOILER])
    inside = is_firm & has_menu & standings.may_be_ordered & ~outside
    keys = _cohort_keys(frame).where(inside, "")
    labels, cohort = number_words(keys)
    shift = 1 if len(labels) and labels[0] == "" else 0
    cohort = cohort - shift
    table = _cohort_table(labels[shift:], menus)
    whole_line = _answers_in_lines(frame, cohort, grade, menus)
    unit, unit_label, unit_cohort = _units(frame, cohort, whole_line, table)
    return Cohorts(
        table=table, cohort=cohort, whole_line=whole_line, unit=unit, unit_label=unit_label, unit_cohort=unit_cohort
    )


def make_units(cohorts: Cohorts, obliged: Obligations, can_halt_now: Flags, share_rules: ShareRuleTable) -> UnitTable:
    """How many whole lines each unit halts at each required share, its floors and filed halts included.

    A required share that the obligations already reach asks nothing more; beyond it the share of the unit's lines is
    rounded up to whole lines. An enterprise share rule widens the upper side by what it may need.
    """
    count, steps = len(cohorts.unit_label), cohorts.table.steps
    members = cohorts.unit != NO_INDEX
    unit = cohorts.unit[members]
    size = np.bincount(unit, minlength=count)
    cut = np.bincount(unit, weights=1.0 - obliged.kept_share[members], minlength=count)
    halted = np.bincount(unit, weights=can_halt_now[members], minlength=count).astype(np.int64)
    asked = np.ceil(np.outer(size, steps) - ROUNDING).astype(np.int64)
    asked[np.outer(size, steps) <= cut[:, None] + ROUNDING] = 0
    least = np.maximum(asked, halted[:, None])
    needs_least, needs_most = _share_rule_counts(share_rules, cohorts.unit, count)
    return UnitTable(
        cohort=cohorts.unit_cohort,
        halts_min=np.maximum(least, needs_least[:, None]),
        halts_max=np.maximum(least, needs_most[:, None]),
        label=cohorts.unit_label,
    )


def _share_rule_counts(rules: ShareRuleTable, unit: Indices, count: int) -> tuple[Indices, Indices]:
    """Fewest and most lines a unit may need for its share rules: heaviest lines first, lightest lines first."""
    least, most = np.zeros(count, dtype=np.int64), np.zeros(count, dtype=np.int64)
    for index in range(rules.count):
        span = slice(rules.first_member[index], rules.first_member[index + 1])
        owner = unit[rules.member[span][0]]
        if owner == NO_INDEX:
            continue
        weights, required = np.sort(rules.weight[span]), rules.required[index] - ROUNDING
        fewest = int(np.searchsorted(np.cumsum(weights[::-1]), required)) + 1
        lightest = int(np.searchsorted(np.cumsum(weights), required)) + 1
        least[owner] = max(least[owner], min(fewest, len(weights)) if required > 0 else 0)
        most[owner] = max(most[owner], min(lightest, len(weights)) if required > 0 else 0)
    return least.astype(np.int64), most.astype(np.int64)


def grade_index(frame: pd.DataFrame) -> Indices:
    """(n,) position of each source's grade in `Grade`."""
    position = {str(grade): index for index, grade in enumerate(Grade)}
    return np.asarray(frame["grade"].map(position).to_numpy(dtype=np.int64))


def _cohort_keys(frame: pd.DataFrame) -> pd.Series:
    """`county/industry/sub-process/grade`; firms of no key industry are told apart by their GB/T 4754 class."""
    industry = frame["key_industry"].where(frame["key_industry"] != "none", frame["industry_code"])
    parts = [frame["county_code"], industry, frame["sub_process"], frame["grade"]]
    keys = parts[0].astype(str)
    for part in parts[1:]:
        keys = keys + "/" + part.astype(str)
    return keys


def _cohort_table(labels: tuple[str, ...], menus: Menus) -> CohortTable:
    grades = [Grade(label.rpartition("/")[2]) for label in labels]
    groups = [_group_name(label, grade) for label, grade in zip(labels, grades, strict=True)]
    index = {name: number for number, name in enumerate(sorted(set(groups)))}
    rows = [list(Grade).index(grade) for grade in grades]
    return CohortTable(
        group=np.array([index[name] for name in groups], dtype=np.int64),
        rank=np.array([GRADE_RANK.get(grade, 0) for grade in grades], dtype=np.int64),
        steps=menus.steps,
        allowed=menus.allowed[rows] if rows else np.zeros((0, len(menus.steps)), dtype=bool),
        label=labels,
    )


def _group_name(label: str, grade: Grade) -> str:
    """Grades of one scheme share a group; those that cannot be compared with others stand alone."""
    head = label.rpartition("/")[0]
    if grade in (Grade.LEADING, Grade.NON_LEADING):
        return f"{head}/leading"
    return head if grade in GRADE_RANK else f"{head}/{grade}"


def _answers_in_lines(frame: pd.DataFrame, cohort: Indices, grade: Indices, menus: Menus) -> Flags:
    """Firms whose grade may be halted and that have several lines that can stop halt whole lines; others lower load."""
    may_halt = menus.allowed[grade][:, -1]
    free = frame["can_stop"].to_numpy(dtype=bool) & np.asarray(frame["guarantee"] == "none")
    candidate = (cohort != NO_INDEX) & may_halt & free
    keys = frame["enterprise_id"].astype(str) + "|" + pd.Series(cohort, index=frame.index).astype(str)
    several = pd.Series(candidate, index=frame.index).groupby(keys).transform("sum") >= 2  # noqa: PLR2004 - several is two
    return np.asarray(candidate & several.to_numpy())


def _units(
    frame: pd.DataFrame, cohort: Indices, whole_line: Flags, table: CohortTable
) -> tuple[Indices, tuple[str, ...], Indices]:
    names = np.array(("", *table.label), dtype=object)[np.where(whole_line, cohort + 1, 0)]
    keys = pd.Series(frame["enterprise_id"].astype(str).to_numpy() + "/" + names.astype(str))
    labels, unit = number_words(keys.where(whole_line, ""))
    shift = 1 if len(labels) and labels[0] == "" else 0
    unit = unit - shift
    first = np.zeros(len(labels) - shift, dtype=np.int64)
    first[unit[whole_line]] = cohort[whole_line]
    return unit, labels[shift:], first
