"""Who is told to do what, and who is not and why: one row a source."""

import numpy as np
import pandas as pd

from planner.compare.reported import REPORTED, base_by_source, reduction_by_source
from planner.plan import Plan, curtailment_grounds
from planner.problem import PlanProblem

__all__ = ["curtailment_table", "untouched_table"]

_TEXT_COLUMNS = (
    "source_id",
    "enterprise_id",
    "enterprise_name",
    "line_id",
    "line_name",
    "kind",
    "sector",
    "county_code",
    "key_industry",
    "sub_process",
    "grade",
    "standing",
    "standing_citation",
)


def curtailment_table(problem: PlanProblem, plan: Plan) -> pd.DataFrame:
    """One row a curtailed source, in order of source_id.

    Returns:
        The text columns of SourceTable (`source_id` … `standing_citation`), `list_row`; `measures` (tuple of Measure
        values), `halts` (bool), `kept_share` (0..1), `start` and `end` (datetime; end None: until further notice),
        `kept_by_day` (tuple of shares, empty where it does not change), for
        each of REPORTED `<name>_reduction_kg_per_day` (kg/d), `cost_yuan` (over the episode), `basis` (a Basis value),
        `ground` (a Ground value), `citations` (tuple of rule ids and `list:` with the source id), `safe_stop_hours`
        (h).
    """
    items = plan.curtailments
    names = pd.Index([item.source_id for item in items], dtype=object)
    position = pd.Index(problem.sources.source_id).get_indexer(names)
    table = _texts(problem, position)
    table["measures"] = pd.Series([item.measures for item in items], dtype=object)
    table["halts"] = problem.options.halts[plan.chosen][position]
    table["kept_share"] = np.array([item.kept_share for item in items], dtype=float)
    table["start"] = pd.Series([item.start for item in items], dtype=object)
    table["end"] = pd.Series([item.end for item in items], dtype=object)
    table["kept_by_day"] = pd.Series([item.kept_by_day for item in items], dtype=object)
    table[[f"{name}_reduction_kg_per_day" for name in REPORTED]] = reduction_by_source(problem, plan)[position]
    table["cost_yuan"] = np.array([item.cost_yuan for item in items], dtype=float)
    table["basis"] = pd.Series([str(item.basis) for item in items], dtype=object)
    table["ground"] = pd.Series([str(item) for item in curtailment_grounds(problem, plan)], dtype=object)
    table["citations"] = pd.Series([item.citations for item in items], dtype=object)
    table["safe_stop_hours"] = problem.sources.safe_stop_hours[position]
    return table


def untouched_table(problem: PlanProblem, plan: Plan) -> pd.DataFrame:
    """One row a source without a measure, in order of source_id.

    Returns:
        The text columns of SourceTable (`source_id` … `standing_citation`: the rule behind the standing, '' where there
        is none), `list_row`, and for each of REPORTED `<name>_base_kg_per_day` (kg/d of a normal day).
    """
    touched = {item.source_id for item in plan.curtailments}
    free = np.array([name not in touched for name in problem.sources.source_id], dtype=bool)
    position = np.flatnonzero(free)
    table = _texts(problem, position)
    table[[f"{name}_base_kg_per_day" for name in REPORTED]] = base_by_source(problem)[position]
    return table


def _texts(problem: PlanProblem, position: np.ndarray) -> pd.DataFrame:
    sources = problem.sources
    columns = {name: np.array(getattr(sources, name), dtype=object)[position] for name in _TEXT_COLUMNS}
    return pd.DataFrame({**columns, "list_row": sources.list_row[position]})
