"""How each source stands to an order, and the least share of activity it must be left."""

from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from planner.problem.records import Flags, Floats
from planner.problem.scopes import matching_rules, scope_mask
from planner.rules import RulesInForce, Scope
from planner.terms import DAYS_PER_YEAR, LEVELS, POLLUTANTS, Guarantee, Level, Measure, SourceKind, Standing

__all__ = ["Standings", "find_standings"]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Standings:
    """How sources stand to an order.

    Attributes:
        standing: (n,) Standing values as text; `citation` (n,) rule id behind it, '' for orderable sources.
        least_kept_share: (n,) share of normal activity that no order may go below.
    """

    standing: NDArray[np.object_]
    citation: NDArray[np.object_]
    least_kept_share: Floats

    @property
    def may_be_ordered(self) -> Flags:
        """(n,) whether a measure may be ordered at all."""
        return np.isin(self.standing, [Standing.ORDERABLE, Standing.GUARANTEED, Standing.FLEET_OR_SITE])


def find_standings(frame: pd.DataFrame, rules: RulesInForce, level: Level) -> Standings:
    """The standing of every source; the first reason that applies is the one named.

    Reference: differential principle and exemptions of the technical guide (see rules of kind `standing`).
    """
    standing = np.full(len(frame), str(Standing.ORDERABLE), dtype=object)
    citation = np.full(len(frame), "", dtype=object)
    for mask, name, rule_id in reversed(_reasons(frame, rules, level)):
        standing[mask] = name
        citation[mask] = rule_id
    least = np.where(_must_keep_load(frame), frame["minimum_load_share"].to_numpy(), 0.0)
    may = np.isin(standing, [Standing.ORDERABLE, Standing.GUARANTEED, Standing.FLEET_OR_SITE])
    return Standings(standing=standing, citation=citation, least_kept_share=np.where(may, least, 1.0))


def _reasons(frame: pd.DataFrame, rules: RulesInForce, level: Level) -> list[tuple[Flags, str, str]]:
    """Masks with their standing and rule, the strongest reason first; a reason without a rule in force is none."""
    kind = frame["source_kind"]
    candidates: list[tuple[pd.Series | Flags, str, str]] = [
        (kind == SourceKind.REST, Standing.REST, ""),
        (_is_exempt(frame, level), Standing.EXEMPT, "national.standing.exempt_by_name"),
        (kind.isin([SourceKind.FLEET, SourceKind.SITE]), Standing.FLEET_OR_SITE, ""),
        (frame["white_listed"], Standing.WHITE_LISTED, "national.standing.white_list"),
        (_is_small(frame, rules), Standing.SMALL, "national.standing.small"),
        *_by_scope(frame, rules, level),
        *_by_guarantee(frame),
    ]
    return [(_mask(mask), name, rule_id) for mask, name, rule_id in candidates if not rule_id or rules.find(rule_id)]


def _is_exempt(frame: pd.DataFrame, level: Level) -> pd.Series:
    """Firms, and sites of key projects, that are exempt by name at the level."""
    return frame["exempt_through"].isin([str(item) for item in LEVELS[level.rank - 1 :]])


def _by_scope(frame: pd.DataFrame, rules: RulesInForce, level: Level) -> list[tuple[Flags, str, str]]:
    """Grades, industries and plants that a rule leaves to themselves, by a standing or by a cell that says so."""
    scoped = [item for item in matching_rules(rules, "standing", level) if item.rule.scope != Scope()]
    cells = [item for item in matching_rules(rules, "floor", level) if item.rule.measure is Measure.SELF]
    return [
        (
            scope_mask(frame, item),
            Standing.SELF_DETERMINED if item.rule.measure is Measure.SELF else Standing.EXEMPT,
            item.id,
        )
        for item in (*cells, *scoped)
    ]


def _by_guarantee(frame: pd.DataFrame) -> list[tuple[pd.Series, str, str]]:
    kinds = [kind for kind in Guarantee if kind is not Guarantee.NONE]
    return [
        (frame["guarantee"] == str(kind), Standing.GUARANTEED, f"national.standing.guarantee.{kind}") for kind in kinds
    ]


def _is_small(frame: pd.DataFrame, rules: RulesInForce) -> pd.Series:
    """Firms whose yearly SO2 + NOx + PM + VOCs of all running lines stay within the limit, without coal or oil."""
    limit = rules.find("national.small.annual_kg")
    if limit is None:
        return pd.Series(False, index=frame.index)
    daily = frame[[f"{item}_kg_per_day" for item in POLLUTANTS]].sum(axis=1)
    yearly = (daily * frame["operating_days_per_year"].clip(upper=DAYS_PER_YEAR)).groupby(frame["enterprise_id"])
    burns = frame["uses_coal"].groupby(frame["enterprise_id"]).transform("max").astype(bool)
    is_firm = frame["enterprise_id"] != ""
    return is_firm & ~burns & (yearly.transform("sum") <= float(limit.value))


def _must_keep_load(frame: pd.DataFrame) -> Flags:
    return _mask(~frame["can_stop"].astype(bool) | (frame["guarantee"] != str(Guarantee.NONE)))


def _mask(series: pd.Series | Flags) -> Flags:
    return np.asarray(series, dtype=bool)
