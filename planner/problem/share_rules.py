"""Family 3: enterprise share rules, such as "halt at least half of the lines", rounded up to whole lines."""

import math
from dataclasses import dataclass

import numpy as np
import pandas as pd

from planner.problem.floors import stoppable_among_several
from planner.problem.records import Flags, Indices, ShareRuleTable
from planner.problem.scopes import matching_rules, scope_mask
from planner.problem.standing import Standings
from planner.rules import RuleInForce, RulesInForce
from planner.terms import Level, Measure

__all__ = ["ShareRules", "find_share_rules"]

ROUNDING = 1e-9


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class ShareRules:
    """The rules' table and which sources are members of any."""

    table: ShareRuleTable
    is_member: Flags


def find_share_rules(frame: pd.DataFrame, rules: RulesInForce, standings: Standings, level: Level) -> ShareRules:
    """One row an enterprise and rule: at least `required` of the members' weight is halted.

    By count the requirement is rounded up to whole lines ("1 of 3 lines is 33 % and does not satisfy 50 %");
    by capacity whole lines meet it by themselves; "by count and capacity" is both. A line without a capacity counts
    as weight 0.
    """
    parts = [
        part
        for rule in matching_rules(rules, "floor", level)
        if rule.rule.measure is Measure.HALT_LINES
        for basis in rule.rule.basis.split("_and_")
        for part in _parts(frame, rule, standings, basis)
    ]
    is_member = np.zeros(len(frame), dtype=bool)
    for members, _, _, _ in parts:
        is_member[members] = True
    return ShareRules(table=_table(parts, frame), is_member=is_member)


Part = tuple[Indices, np.ndarray, float, str]


def _parts(frame: pd.DataFrame, rule: RuleInForce, standings: Standings, basis: str) -> list[Part]:
    mask = stoppable_among_several(frame, scope_mask(frame, rule) & standings.may_be_ordered)
    positions = np.flatnonzero(mask)
    firms = frame["enterprise_id"].to_numpy()[positions]
    weights = _weights(frame, basis)[positions]
    order = np.argsort(firms, kind="stable")
    cuts = np.flatnonzero(firms[order][1:] != firms[order][:-1]) + 1
    groups = np.split(order, cuts) if len(order) else []
    return [(positions[group], weights[group], _required(weights[group], rule, basis), rule.id) for group in groups]


def _weights(frame: pd.DataFrame, basis: str) -> np.ndarray:
    if basis == "capacity":
        return frame["capacity_t_per_day"].fillna(0.0).to_numpy(dtype=float)
    return np.ones(len(frame))


def _required(weights: np.ndarray, rule: RuleInForce, basis: str) -> float:
    required = math.fsum(weights) * float(rule.value)
    return required if basis == "capacity" else float(math.ceil(required - ROUNDING))


def _table(parts: list[Part], frame: pd.DataFrame) -> ShareRuleTable:
    sizes = [len(members) for members, _, _, _ in parts]
    firms = frame["enterprise_id"].to_numpy()
    return ShareRuleTable(
        first_member=np.concatenate([[0], np.cumsum(sizes)]).astype(np.int64),
        member=np.concatenate([part[0] for part in parts]).astype(np.int64) if parts else np.zeros(0, dtype=np.int64),
        weight=np.concatenate([part[1] for part in parts]).astype(float) if parts else np.zeros(0),
        required=np.array([part[2] for part in parts], dtype=float),
        citation=tuple(part[3] for part in parts),
        label=tuple(f"{firms[part[0][0]]}/{part[3]}" for part in parts),
    )
