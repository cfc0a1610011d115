"""How the rules in force answer the cell of each source: what an order of it can rest on, if anything."""

import numpy as np
import pandas as pd

from planner.rules import Cell, RulesInForce, answer_of
from planner.terms import Grade, Level, SourceKind

__all__ = ["cell_answers"]

PLACE = ["key_industry", "sub_process", "grade"]


def cell_answers(frame: pd.DataFrame, rules: RulesInForce, level: Level) -> tuple[str, ...]:
    """(n,) Answer of each line's and boiler's industry, process and grade at the level; '' for fleets, sites, rest.

    A firm of no key industry has no cell of the guide: what no rule says of it is missing too.
    """
    is_firm = frame["source_kind"].isin([SourceKind.LINE, SourceKind.BOILER])
    firms = frame.loc[is_firm, PLACE]
    places = firms.drop_duplicates().itertuples(index=False, name=None)
    known = np.array([str(answer_of(rules, _cell(place, level))) for place in places], dtype=object)
    answers = np.full(len(frame), "", dtype=object)
    answers[is_firm.to_numpy()] = known[firms.groupby(PLACE, sort=False).ngroup().to_numpy()]
    return tuple(answers.tolist())


def _cell(place: tuple[str, ...], level: Level) -> Cell:
    industry, process, grade = place
    return Cell(industry=industry, sub_process=process, grade=Grade(grade), level=level)
