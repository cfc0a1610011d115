"""What each option takes away, costs, tells the source to do, and rests on."""

import numpy as np
import pandas as pd

from planner.alert import Alert
from planner.problem.floors import Obligations, rounded
from planner.problem.ground import Ground
from planner.problem.menu import Menu, halting
from planner.problem.records import BASES, NO_INDEX, Flags, Floats, Indices, OptionTable
from planner.problem.tags import TagSets
from planner.terms import LOAD_MEASURES, POLLUTANTS, Basis, Measure

__all__ = ["costs_yuan", "make_options", "reductions", "shown_shares"]

FLOOR, FILED, CHOSEN = (BASES.index(item) for item in (Basis.FLOOR, Basis.FILED, Basis.CHOSEN))


def reductions(frame: pd.DataFrame, obliged: Obligations, source: Indices, kept_share: Floats) -> Floats:
    """(m, p) kilograms a day that keeping `kept_share` of a source takes away.

    A halted line that is held hot goes on with its hold-hot share of emissions; fleets and sites lose the share of each
    pollutant that their bundled measures take.
    """
    base = frame[[f"{item}_kg_per_day" for item in POLLUTANTS]].to_numpy(dtype=float)[source]
    hot = frame["hold_hot_share"].to_numpy(dtype=float)[source]
    remaining = np.where(halting(frame, kept_share, source), hot, kept_share)
    return np.asarray(base * np.maximum(1.0 - remaining[:, None], obliged.cut_share[source]))


def make_options(
    ground: Ground, menu: Menu, menu_rule_ids: tuple[str, ...], alert: Alert, tags: TagSets
) -> OptionTable:
    """The option table of a menu. A chosen option cites the level's cut and the menu rule that permits it."""
    frame, obliged, source = ground.frame, ground.obliged, menu.source
    is_first = np.zeros(len(menu.source), dtype=bool)
    is_first[menu.first_option[:-1]] = True
    basis = np.where(~is_first, CHOSEN, np.where(obliged.filed[source], FILED, FLOOR)).astype(np.int64)
    duties, citations = obliged.duties[source], obliged.citations[source]
    citations = tags.add(citations, ~is_first, f"national.reduction.share.{alert.level}")
    for index in np.unique(menu.menu_rule[~is_first]):
        if index != NO_INDEX:
            citations = tags.add(citations, ~is_first & (menu.menu_rule == index), menu_rule_ids[index])
    measures = _measures(ground, menu, duties, is_first, tags)
    for rule_id, tag in ground.halt_duties:
        measures, citations = tags.add(measures, menu.halts, tag), tags.add(citations, menu.halts, rule_id)
    measures, measure_sets = tags.used(measures)
    citations, citation_sets = tags.used(citations)
    return OptionTable(
        source=source,
        kept_share=shown_shares(obliged, source, menu.kept_share),
        halts=menu.halts,
        reduction_kg_per_day=reductions(frame, obliged, source, menu.kept_share),
        cost_yuan=costs_yuan(frame, obliged, source, menu.kept_share, alert.duration_days),
        measures=measures,
        citations=citations,
        basis=basis,
        measure_sets=measure_sets,
        citation_sets=citation_sets,
    )


def shown_shares(obliged: Obligations, source: Indices, kept_share: Floats) -> Floats:
    """(m,) share of activity left; for fleets and sites that of the pollutant cut most."""
    return rounded(np.minimum(kept_share, 1.0 - obliged.cut_share[source].max(axis=1)))


def costs_yuan(frame: pd.DataFrame, obliged: Obligations, source: Indices, kept_share: Floats, days: int) -> Floats:
    """(m,) value added lost over the episode, and one restart where a line is halted."""
    lost_share = 1.0 - shown_shares(obliged, source, kept_share)
    daily = frame["value_added_yuan_per_day"].to_numpy(dtype=float)[source]
    restart = frame["restart_cost_yuan"].to_numpy(dtype=float)[source]
    return daily * lost_share * days + np.where(halting(frame, kept_share, source), restart, 0.0)


def _measures(ground: Ground, menu: Menu, duties: Indices, is_first: Flags, tags: TagSets) -> Indices:
    """Duties, then the load: in the rule's own words where the obligation itself is taken, else halt or limit."""
    hot: Flags = ground.frame["hold_hot_share"].to_numpy(dtype=float)[menu.source] > 0.0
    words = np.where(is_first | ~menu.halts, ground.obliged.load_words[menu.source], 0)
    words = tags.remove(words, ~menu.halts, Measure.HOLD_HOT)
    in_words = is_first & tags.speaks(words, LOAD_MEASURES)
    limits = (menu.kept_share < 1.0) & ~menu.halts & ~in_words
    result = tags.add(duties, menu.halts & ~hot & ~in_words, Measure.HALT)
    result = tags.add(result, menu.halts & hot & ~in_words, Measure.HOLD_HOT)
    return tags.merge(tags.add(result, limits, Measure.LIMIT), words)
