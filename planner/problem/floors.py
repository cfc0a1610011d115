"""Family 2, lower side: what the rules and the filed measure oblige each source to, at least."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import pandas as pd

from planner.problem.records import FILED_TAG, Flags, Floats, Indices
from planner.problem.standing import Standings
from planner.problem.tags import TagSets
from planner.rules import RuleInForce, RulesInForce
from planner.terms import KEPT_SHARE_DIGITS, POLLUTANTS, Level, Measure, SourceKind

__all__ = [
    "Obligations",
    "add_filed",
    "floor_obligations",
    "matching_rules",
    "rounded",
    "scope_mask",
    "stoppable_among_several",
]

LOAD_MEASURES = frozenset({Measure.LIMIT, Measure.HALT, Measure.HOLD_HOT, Measure.HALT_LINES})


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Obligations:
    """What each source must do at least.

    Attributes:
        kept_share: (n,) share of normal activity that stays permitted.
        cut_share: (n, p) for fleets and sites the share of each pollutant that their measures take away, else 0.
        duties, citations: (n,) tag sets of measures without load and of what the obligation rests on.
        filed: (n,) whether the filed measure went beyond the floor.
    """

    kept_share: Floats
    cut_share: Floats
    duties: Indices
    citations: Indices
    filed: Flags


def matching_rules(rules: RulesInForce, kind: str, level: Level) -> Iterator[RuleInForce]:
    """Rules of a kind that hold at the level, those without a level included."""
    return (item for item in rules.of_kind(kind) if item.rule.scope.level in (None, level))


def scope_mask(frame: pd.DataFrame, rule: RuleInForce) -> Flags:
    """(n,) the sources that a rule's industry, sub-process and grade speak of."""
    scope = rule.rule.scope
    wanted = {"key_industry": scope.industry, "sub_process": scope.sub_process, "grade": str(scope.grade or "")}
    mask = np.ones(len(frame), dtype=bool)
    for column, value in wanted.items():
        if value:
            mask &= np.asarray(frame[column] == value)
    return mask


def floor_obligations(
    frame: pd.DataFrame, rules: RulesInForce, standings: Standings, tags: TagSets, level: Level
) -> Obligations:
    """The obligations from rules alone: floors of load, cuts of fleets and sites, duties.

    Shares of an enterprise's lines (`halt_lines` over several lines) are no obligation of one line: see share_rules.
    """
    count = len(frame)
    kept, cut = np.ones(count), np.zeros((count, len(POLLUTANTS)))
    duties, citations = np.zeros(count, dtype=np.int64), np.zeros(count, dtype=np.int64)
    for rule in matching_rules(rules, "floor", level):
        mask = scope_mask(frame, rule) & standings.may_be_ordered & _counts_by_line(frame, rule)
        citations = tags.add(citations, mask, rule.id)
        if rule.rule.measure in LOAD_MEASURES:
            kept[mask] = np.minimum(kept[mask], 1.0 - float(rule.value))
        else:
            duties = tags.add(duties, mask, str(rule.rule.measure))
            _raise_cut(cut, mask, rule)
    for rule in matching_rules(rules, "duty", level):
        mask = scope_mask(frame, rule) & standings.may_be_ordered & _has_the_traffic(frame, rules, rule)
        citations = tags.add(citations, mask, rule.id)
        duties = tags.add(duties, mask, str(rule.rule.measure))
    duties = tags.drop(duties, Measure.TRUCK_BAN_CN4, where=Measure.ROAD_HAULAGE_STOP)
    kept = rounded(np.maximum(kept, standings.least_kept_share))
    return Obligations(
        kept_share=kept, cut_share=cut, duties=duties, citations=citations, filed=np.zeros(count, dtype=bool)
    )


def add_filed(
    frame: pd.DataFrame, floors: Obligations, standings: Standings, tags: TagSets, level: Level
) -> Obligations:
    """The obligations with the filed measure of the level on top; never below what the standing leaves."""
    is_firm = np.isin(frame["source_kind"], [SourceKind.LINE, SourceKind.BOILER]) & standings.may_be_ordered
    measure = frame[f"{level}_measure"]
    halted = np.isin(measure, [Measure.HALT, Measure.HOLD_HOT])
    filed_kept = np.where(is_firm, np.where(halted, 0.0, frame[f"{level}_kept_share"].to_numpy()), 1.0)
    kept = rounded(np.maximum(np.minimum(floors.kept_share, filed_kept), standings.least_kept_share))
    duties, beyond = floors.duties, kept < floors.kept_share
    for duty in (Measure.TRUCK_BAN_CN4, Measure.ROAD_HAULAGE_STOP):
        mask = is_firm & np.asarray(measure == str(duty))
        added = tags.add(duties, mask, str(duty))
        beyond |= added != duties
        duties = added
    duties = tags.drop(duties, Measure.TRUCK_BAN_CN4, where=Measure.ROAD_HAULAGE_STOP)
    citations = tags.add(floors.citations, beyond, FILED_TAG)
    return Obligations(kept_share=kept, cut_share=floors.cut_share, duties=duties, citations=citations, filed=beyond)


def rounded(kept_share: Floats) -> Floats:
    """Kept shares to the digits in which they are compared."""
    return np.asarray(np.round(kept_share, KEPT_SHARE_DIGITS), dtype=np.float64)


def _counts_by_line(frame: pd.DataFrame, rule: RuleInForce) -> Flags:
    """For shares of lines: only sources that lower their load instead, being alone or unable to stop."""
    if rule.rule.measure is not Measure.HALT_LINES:
        return np.ones(len(frame), dtype=bool)
    return ~stoppable_among_several(frame, scope_mask(frame, rule))


def stoppable_among_several(frame: pd.DataFrame, mask: Flags) -> Flags:
    """(n,) masked sources that can be halted and have at least one such sister line in their enterprise."""
    stoppable = mask & frame["can_stop"].to_numpy(dtype=bool)
    free = stoppable & np.asarray((frame["guarantee"] == "none") & (frame["enterprise_id"] != ""))
    sisters = pd.Series(free, index=frame.index).groupby(frame["enterprise_id"]).transform("sum")
    return np.asarray(free & (sisters.to_numpy() >= 2))  # noqa: PLR2004 - several means two


def _raise_cut(cut: Floats, mask: Flags, rule: RuleInForce) -> None:
    """Overlapping vehicle measures are one bundled option: the larger share of each pollutant holds, never the sum."""
    wanted = rule.rule.scope.pollutant
    for column, pollutant in enumerate(POLLUTANTS):
        if wanted in ("", str(pollutant)):
            cut[mask, column] = np.maximum(cut[mask, column], float(rule.value))


def _has_the_traffic(frame: pd.DataFrame, rules: RulesInForce, rule: RuleInForce) -> Flags:
    """Transport duties without an industry of their own bind firms with more bulk vehicles than the rule's number."""
    if rule.rule.scope.industry or rule.rule.scope.sub_process:
        return np.ones(len(frame), dtype=bool)
    limit = rules.number("national.transport.bulk_vehicles_per_day")
    return np.asarray((frame["enterprise_id"] != "") & (frame["vehicles_per_day"] > limit))
