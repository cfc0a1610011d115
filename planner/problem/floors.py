"""Family 2, lower side: what the rules and the filed measure oblige each source to, at least."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np
import pandas as pd

from planner.problem.loads import kept_by_rule, load_tags
from planner.problem.records import FILED_TAG, Flags, Floats, Indices
from planner.problem.scopes import matching_rules, scope_mask
from planner.problem.standing import Standings
from planner.problem.tags import TagSets
from planner.rules import RuleInForce, RulesInForce
from planner.terms import (
    DUTY_MEASURES,
    KEPT_SHARE_DIGITS,
    LOAD_MEASURES,
    POLLUTANTS,
    Level,
    Measure,
    SourceKind,
    measure_tag,
    split_tag,
)

__all__ = [
    "Obligations",
    "add_filed",
    "filed_kept_shares",
    "floor_obligations",
    "rounded",
    "stoppable_among_several",
]

ASKED_ELSEWHERE = frozenset({Measure.SELF, Measure.NO_MEASURE, Measure.TREATMENT_LAST})
"""A standing, nothing, or what comes with every halt."""
HAULAGE = frozenset(
    {
        Measure.TRUCK_BAN_CN3,
        Measure.TRUCK_BAN_CN4,
        Measure.TRUCK_BAN_CN5_GAS,
        Measure.TRUCK_ENTRIES_CUT,
        Measure.ROAD_HAULAGE_STOP,
    }
)
FILED_BESIDE = frozenset(DUTY_MEASURES) - ASKED_ELSEWHERE
WITH_NUMBER = frozenset({Measure.TRUCK_ENTRIES_CUT, Measure.CONCENTRATION_CAP})


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Obligations:
    """What each source must do at least.

    Attributes:
        kept_share: (n,) share of normal activity that stays permitted.
        cut_share: (n, p) for fleets and sites the share of each pollutant that their measures take away, else 0.
        duties, citations: (n,) tag sets of measures without load and of what the obligation rests on.
        load_words: (n,) tag sets of what an order says of the load beside its share: hours, heats, cycles.
        filed: (n,) whether the filed measure went beyond the floor.
    """

    kept_share: Floats
    cut_share: Floats
    duties: Indices
    citations: Indices
    load_words: Indices
    filed: Flags


def floor_obligations(
    frame: pd.DataFrame, rules: RulesInForce, standings: Standings, tags: TagSets, level: Level
) -> Obligations:
    """The obligations from rules alone: floors of load, cuts of fleets and sites, duties.

    Shares of an enterprise's lines (`halt_lines` over several lines) are no obligation of one line: see share_rules.
    """
    nothing = np.zeros(len(frame), dtype=np.int64)
    bare = Obligations(
        kept_share=np.ones(len(frame)),
        cut_share=np.zeros((len(frame), len(POLLUTANTS))),
        duties=nothing,
        citations=nothing,
        load_words=nothing,
        filed=np.zeros(len(frame), dtype=bool),
    )
    matched = [
        (rule, _bound(frame, rules, rule, standings))
        for kind in ("floor", "duty")
        for rule in matching_rules(rules, kind, level)
        if rule.rule.measure not in ASKED_ELSEWHERE
    ]
    for rule, mask in matched:
        bare = _obliged(frame, bare, rule, mask, tags)
    duties = tags.drop(bare.duties, Measure.TRUCK_BAN_CN4, where=Measure.ROAD_HAULAGE_STOP)
    kept = rounded(np.maximum(bare.kept_share, standings.least_kept_share))
    return replace(bare, kept_share=kept, duties=duties)


def add_filed(
    frame: pd.DataFrame, floors: Obligations, standings: Standings, tags: TagSets, level: Level
) -> Obligations:
    """The obligations with the filed measure of the level on top; never below what the standing leaves."""
    is_firm = _ordered_firms(frame, standings)
    kept = filed_kept_shares(frame, floors, standings, level)
    duties, beyond = floors.duties, kept < floors.kept_share
    for duty, filed in _filed_duties(frame, level):
        added = tags.add(duties, is_firm & filed, duty)
        beyond |= added != duties
        duties = added
    duties = tags.drop(duties, Measure.TRUCK_BAN_CN4, where=Measure.ROAD_HAULAGE_STOP)
    return replace(
        floors,
        kept_share=kept,
        duties=duties,
        citations=tags.add(floors.citations, beyond, FILED_TAG),
        load_words=_filed_words(frame, floors, kept < floors.kept_share, tags, level),
        filed=beyond,
    )


def _filed_words(frame: pd.DataFrame, floors: Obligations, deeper: Flags, tags: TagSets, level: Level) -> Indices:
    """The load in the firm's own words (hours, heats, cycles, held hot) where its measure goes beyond the floor."""
    words = np.where(deeper, 0, floors.load_words)
    measure, beside = frame[f"{level}_measure"], frame[f"{level}_duties"]
    words = tags.add(words, deeper & np.asarray(measure == str(Measure.HOLD_HOT)), Measure.HOLD_HOT)
    for joined in sorted(set(beside[deeper]) - {""}):
        found = [tag for tag in joined.split(";") if split_tag(tag)[0] in LOAD_MEASURES]
        words = tags.add(words, deeper & np.asarray(beside == joined), *found)
    return words


def filed_kept_shares(frame: pd.DataFrame, floors: Obligations, standings: Standings, level: Level) -> Floats:
    """(n,) share of normal activity that floors and filed measures together leave."""
    halted = np.isin(frame[f"{level}_measure"], [Measure.HALT, Measure.HOLD_HOT])
    filed = np.where(halted, 0.0, frame[f"{level}_kept_share"].to_numpy())
    filed = np.where(_ordered_firms(frame, standings), filed, 1.0)
    return rounded(np.maximum(np.minimum(floors.kept_share, filed), standings.least_kept_share))


def _ordered_firms(frame: pd.DataFrame, standings: Standings) -> Flags:
    return np.asarray(np.isin(frame["source_kind"], [SourceKind.LINE, SourceKind.BOILER]) & standings.may_be_ordered)


def _filed_duties(frame: pd.DataFrame, level: Level) -> Iterator[tuple[str, Flags]]:
    """(duty, sources that file it), as the measure itself or beside a load measure."""
    for duty in (Measure.TRUCK_BAN_CN4, Measure.ROAD_HAULAGE_STOP):
        yield str(duty), np.asarray(frame[f"{level}_measure"] == str(duty))
    beside = frame[f"{level}_duties"]
    for joined in sorted(set(beside) - {""}):
        for duty in joined.split(";"):
            if split_tag(duty)[0] in FILED_BESIDE:
                yield duty, np.asarray(beside == joined)


def _bound(frame: pd.DataFrame, rules: RulesInForce, rule: RuleInForce, standings: Standings) -> Flags:
    """(n,) the sources that a floor or duty binds."""
    mask = scope_mask(frame, rule) & standings.may_be_ordered
    if rule.rule.kind == "duty":
        return mask & _has_the_traffic(frame, rules, rule)
    return mask & _counts_by_line(frame, rule)


def _obliged(frame: pd.DataFrame, so_far: Obligations, rule: RuleInForce, mask: Flags, tags: TagSets) -> Obligations:
    """The obligations with one more rule: the strictest load, every duty, every citation."""
    with_rule = replace(so_far, citations=tags.add(so_far.citations, mask, rule.id))
    if rule.rule.measure in LOAD_MEASURES:
        kept = np.where(mask, np.fmin(so_far.kept_share, kept_by_rule(frame, rule)), so_far.kept_share)
        words = tags.add(so_far.load_words, mask, *load_tags(rule))
        return replace(with_rule, kept_share=kept, load_words=words)
    duties = tags.add(so_far.duties, mask, _duty_tag(rule))
    if rule.rule.kind == "floor":
        return replace(with_rule, duties=duties, cut_share=_raised_cut(so_far.cut_share, mask, rule))
    return replace(with_rule, duties=duties)


def _duty_tag(rule: RuleInForce) -> str:
    """The duty with the number that the order must name."""
    measure = rule.rule.measure
    if measure is None or measure not in WITH_NUMBER:
        return str(measure)
    pollutant = (rule.rule.scope.pollutant,) if rule.rule.scope.pollutant else ()
    return measure_tag(measure, *pollutant, float(rule.value))


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


def _raised_cut(cut: Floats, mask: Flags, rule: RuleInForce) -> Floats:
    """Overlapping vehicle measures are one bundled option: the larger share of each pollutant holds, never the sum."""
    wanted = rule.rule.scope.pollutant
    speaks = np.array([wanted in ("", str(pollutant)) for pollutant in POLLUTANTS])
    return np.where(mask[:, None] & speaks, np.maximum(cut, float(rule.value)), cut)


def _has_the_traffic(frame: pd.DataFrame, rules: RulesInForce, rule: RuleInForce) -> Flags:
    """Transport duties without an industry of their own bind firms with more bulk vehicles than the rule's number."""
    if rule.rule.scope.industry or rule.rule.scope.sub_process or rule.rule.measure not in HAULAGE:
        return np.ones(len(frame), dtype=bool)
    limit = rules.number("national.transport.bulk_vehicles_per_day")
    return np.asarray((frame["enterprise_id"] != "") & (frame["vehicles_per_day"] > limit))
