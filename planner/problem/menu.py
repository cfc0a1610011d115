"""Family 1: the menu of each source. Exactly one option is taken; the first is what it is obliged to at least."""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from planner.problem.cohorts import FULL_STOP, Cohorts, Menus
from planner.problem.ground import Ground
from planner.problem.records import NO_INDEX, Flags, Floats, Indices
from planner.terms import KEPT_SHARE_DIGITS, Grade

__all__ = ["Menu", "halting", "make_menu"]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Menu:
    """The options of all sources, sorted by source and then from most to least activity.

    Attributes:
        source, kept_share, halts: (m,); `first_option` (n + 1,).
        step_option: (n, q) as PlanProblem holds it; `menu_rule` (m,) index of the menu rule behind a chosen option.
    """

    source: Indices
    kept_share: Floats
    halts: Flags
    first_option: Indices
    step_option: Indices
    menu_rule: Indices


def halting(frame: pd.DataFrame, kept_share: Floats, source: Indices) -> Flags:
    """Whether keeping this share of a source means that a whole line stands still."""
    return np.asarray((kept_share <= 0.0) & frame["can_stop"].to_numpy(dtype=bool)[source])


def make_menu(ground: Ground, cohorts: Cohorts, menus: Menus) -> Menu:
    """The menus: what is obliged, then every permitted step below it that the technical limit lets pass.

    Members of an enterprise share rule can always be halted: the rule asks for it.
    """
    frame, wanted = ground.frame, _kept_by_step(ground, cohorts, menus)
    wanted[ground.share_rules.is_member, -1] = 0.0
    present = ~np.isnan(wanted)
    source, step = np.nonzero(present)
    kept = wanted[present]
    order = np.lexsort((step, -kept, source))
    source, step, kept = source[order], step[order], kept[order]
    is_new = np.ones(len(source), dtype=bool)
    is_new[1:] = (source[1:] != source[:-1]) | (kept[1:] != kept[:-1])
    option_of = np.cumsum(is_new) - 1
    step_option = np.full(wanted.shape, NO_INDEX, dtype=np.int64)
    limits = (cohorts.cohort != NO_INDEX) & ~cohorts.whole_line
    step_option[source, step] = np.where(limits[source], option_of, NO_INDEX)
    first = np.searchsorted(source[is_new], np.arange(len(frame) + 1)).astype(np.int64)
    return Menu(
        source=source[is_new].astype(np.int64),
        kept_share=kept[is_new],
        halts=halting(frame, kept[is_new], source[is_new]),
        first_option=first,
        step_option=step_option,
        menu_rule=_menu_rules(frame, menus, source[is_new], step[is_new]),
    )


def _kept_by_step(ground: Ground, cohorts: Cohorts, menus: Menus) -> Floats:
    """(n, q) share kept at each step, NaN where the source has no such step; step 0 is the obligation itself."""
    frame, obliged, standings = ground.frame, ground.obliged, ground.standings
    allowed = np.zeros((len(frame), len(menus.steps)), dtype=bool)
    inside = cohorts.cohort != NO_INDEX
    allowed[inside] = cohorts.table.allowed[cohorts.cohort[inside]]
    allowed[cohorts.whole_line] &= menus.steps == FULL_STOP
    asked = _asked(frame, menus, allowed)
    kept = np.maximum(np.minimum(obliged.kept_share[:, None], asked), standings.least_kept_share[:, None])
    kept = np.where(allowed, np.minimum(np.round(kept, KEPT_SHARE_DIGITS), obliged.kept_share[:, None]), np.nan)
    kept[:, 0] = obliged.kept_share
    return kept


def _asked(frame: pd.DataFrame, menus: Menus, allowed: Flags) -> Floats:
    """(n, q) share kept at each step before limits; a full stop asks what cannot stop for its deepest limit only."""
    asked = np.tile(1.0 - menus.steps, (len(frame), 1))
    partial = np.where(allowed[:, :-1], menus.steps[:-1], 0.0).max(axis=1)
    stays = ~frame["can_stop"].to_numpy(dtype=bool)
    asked[stays, -1] = 1.0 - partial[stays]
    return asked


def _menu_rules(frame: pd.DataFrame, menus: Menus, source: Indices, step: Indices) -> Indices:
    position = {str(grade): index for index, grade in enumerate(Grade)}
    grade = frame["grade"].map(position).to_numpy(dtype=np.int64)[source]
    return menus.rule[grade, step]
