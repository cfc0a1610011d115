"""The second check: base, floors, reductions and costs added up again from list and rules, without any PlanProblem.

So that a wrong builder is caught too; nothing here shares a line with planner.problem's builder.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from math import fsum

import pandas as pd

from planner.audit.bystanders import left_alone
from planner.audit.line_shares import firms_short_of_share
from planner.audit.list_days import ListDays, days_by_list, same_days
from planner.audit.recount import close
from planner.audit.rule_loads import LOADS, allowed_load, in_scope
from planner.inventory import Inventory
from planner.plan import AuditCheck, Plan
from planner.problem.records import ProblemHeader
from planner.rules import RuleInForce, RulesInForce
from planner.terms import POLLUTANTS, Level, Mode

__all__ = ["audit_against_list"]

NO_CUT = (*LOADS, "halt_lines", "self", "no_measure")
FIRM_KINDS = ("line", "boiler")
TINY = 1e-6


def audit_against_list(
    inventory: Inventory, rules: RulesInForce, header: ProblemHeader, plan: Plan
) -> tuple[AuditCheck, ...]:
    """Checks of a plan against the list and the rules that it says it was made from."""
    rows = _joined(inventory, plan)
    days = days_by_list(rows, header, plan)
    account = _Account(rows=rows, alone=left_alone(rows, rules, header.level), rules=rules, header=header, days=days)
    return (
        _same_list(inventory, rules, header),
        _base(rows, plan),
        _ordered_exist(rows, plan),
        *_kilograms(account),
        *_by_day(account, plan),
        _costs(account),
        _nobody_untouchable(account),
        _floors(account),
        _filed(account),
    )


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class _Account:
    rows: pd.DataFrame
    alone: pd.Series
    rules: RulesInForce
    header: ProblemHeader
    days: ListDays


def _joined(inventory: Inventory, plan: Plan) -> pd.DataFrame:
    """Running rows with what the plan orders of them beside: kept_share 1 and no kilograms where it orders nothing."""
    running = inventory.frame[inventory.frame["status"] == "running"].set_index("source_id")
    ordered = pd.DataFrame(
        {
            "ordered_kept": {item.source_id: item.kept_share for item in plan.curtailments},
            "ordered_cost": {item.source_id: item.cost_yuan for item in plan.curtailments},
            **{
                f"ordered_{name}": {item.source_id: item.reduction_kg_per_day[index] for item in plan.curtailments}
                for index, name in enumerate(POLLUTANTS)
            },
        },
        dtype=float,
    )
    defaults = {name: 1.0 if name == "ordered_kept" else 0.0 for name in ordered.columns}
    return pd.concat([running, ordered.reindex(running.index).fillna(defaults)], axis="columns")


def _same_list(inventory: Inventory, rules: RulesInForce, header: ProblemHeader) -> AuditCheck:
    same = (inventory.list_sha256, rules.sha256) == (header.list_sha256, header.rules_sha256)
    return AuditCheck(
        code="audit.list.same_list_and_rules", passed=same, expected=inventory.list_sha256, found=header.list_sha256
    )


def _base(rows: pd.DataFrame, plan: Plan) -> AuditCheck:
    stated = [item.base_kg_per_day for item in plan.totals]
    found = [fsum(rows[f"{name}_kg_per_day"].tolist()) for name in POLLUTANTS]
    wrong = [index for index, pair in enumerate(zip(stated, found, strict=True)) if not close(*pair)]
    place = str(POLLUTANTS[wrong[0]]) if wrong else ""
    return AuditCheck(code="audit.list.base", passed=not wrong, place=place)


def _ordered_exist(rows: pd.DataFrame, plan: Plan) -> AuditCheck:
    strangers = sorted({item.source_id for item in plan.curtailments} - set(rows.index))
    return AuditCheck(code="audit.list.sources_known", passed=not strangers, place=strangers[0] if strangers else "")


def _kilograms(account: _Account) -> Iterator[AuditCheck]:
    """What each measure takes away by the list.

    A limited line loses its limited share, a halted one all but what it emits held hot, fleets and sites the largest
    share that a rule gives for their kind.
    """
    rows, mean = account.rows, account.days.real.mean(axis=1)
    for name, full in _full_kilograms(account).items():
        expected = full * mean
        apart = (expected - rows[f"ordered_{name}"]).abs() > TINY * expected.clip(lower=1.0)
        yield _first("audit.list.kilograms", apart)


def _full_kilograms(account: _Account) -> dict[str, pd.Series]:
    """(p) what each row's measure takes away once it is real, by pollutant."""
    rows = account.rows
    firm = rows["source_kind"].isin(FIRM_KINDS)
    stands = (rows["ordered_kept"] == 0.0) & rows["can_stop"].astype(bool)
    lost = (1.0 - rows["ordered_kept"]).where(~stands, 1.0 - rows["hold_hot_share"])
    cuts = {str(name): lost.where(firm, _ruled_cut(account, str(name))) for name in POLLUTANTS}
    return {name: rows[f"{name}_kg_per_day"] * share for name, share in cuts.items()}


def _by_day(account: _Account, plan: Plan) -> Iterator[AuditCheck]:
    """The accounts of the days, where the plan goes by days."""
    if plan.days:
        yield same_days(account.rows, account.days, _full_kilograms(account), plan)


def _ruled_cut(account: _Account, pollutant: str) -> pd.Series:
    cut = pd.Series(0.0, index=account.rows.index)
    for rule in _of_level(account.rules, "floor", account.header.level):
        if rule.rule.scope.pollutant in ("", pollutant) and str(rule.rule.measure) not in NO_CUT:
            inside = in_scope(account.rows, rule)
            cut = cut.where(~inside, cut.clip(lower=float(rule.value)))
    return cut


def _costs(account: _Account) -> AuditCheck:
    rows = account.rows
    stands = (rows["ordered_kept"] == 0.0) & rows["can_stop"].astype(bool) & rows["source_kind"].isin(FIRM_KINDS)
    lost = rows["value_added_yuan_per_day"] * (1.0 - rows["ordered_kept"]) * account.days.lost_days
    expected = lost + rows["restart_cost_yuan"].where(stands, 0.0)
    return _first("audit.list.costs", (expected - rows["ordered_cost"]).abs() > TINY * expected.clip(lower=1.0))


def _nobody_untouchable(account: _Account) -> AuditCheck:
    return _first("audit.list.left_alone", account.alone & (account.rows["ordered_kept"] < 1.0))


def _floors(account: _Account) -> AuditCheck:
    """Every load floor and share of lines is kept, down to what the technical limit lets."""
    rows, broken = account.rows, pd.Series(False, index=account.rows.index)
    limit = _technical_limit(rows)
    for rule in _of_level(account.rules, "floor", account.header.level):
        inside = in_scope(rows, rule) & ~account.alone
        if str(rule.rule.measure) in LOADS:
            allowed = allowed_load(rows, rule)
            broken |= inside & (rows["ordered_kept"] > allowed.where(allowed > limit, limit) + TINY)
        elif str(rule.rule.measure) == "halt_lines":
            broken |= firms_short_of_share(rows, inside, limit, rule)
    return _first("audit.list.floors", broken)


def _filed(account: _Account) -> AuditCheck:
    """In `filed` and `fill` every filed measure is honoured, down to the technical limit."""
    rows, level = account.rows, account.header.level
    if account.header.mode is Mode.DESIGN:
        return AuditCheck(code="audit.list.filed", passed=True)
    allowed = rows[f"{level}_kept_share"].where(
        _technical_limit(rows) <= rows[f"{level}_kept_share"], _technical_limit(rows)
    )
    broken = rows["source_kind"].isin(FIRM_KINDS) & ~account.alone & (rows["ordered_kept"] > allowed + TINY)
    return _first("audit.list.filed", broken)


def _technical_limit(rows: pd.DataFrame) -> pd.Series:
    bound = ~rows["can_stop"].astype(bool) | (rows["guarantee"] != "none")
    return rows["minimum_load_share"].where(bound, 0.0)


def _of_level(rules: RulesInForce, kind: str, level: Level) -> Iterator[RuleInForce]:
    return (item for item in rules.rules if item.rule.kind == kind and item.rule.scope.level in (None, level))


def _first(code: str, broken: pd.Series) -> AuditCheck:
    names = broken.index[broken.to_numpy(dtype=bool)]
    return AuditCheck(
        code=code,
        passed=len(names) == 0,
        place=str(names[0]) if len(names) else "",
        found=str(len(names)) if len(names) else "",
    )
