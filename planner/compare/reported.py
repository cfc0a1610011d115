"""What a plan takes away of each pollutant that the field's tables report."""

import math

import numpy as np
import pandas as pd

from planner.plan import Plan
from planner.problem import PlanProblem
from planner.problem.records import Floats
from planner.terms import POLLUTANTS, Pollutant

__all__ = ["REPORTED", "WHOLE_SOCIETY", "base_by_source", "exact_group_sums", "reduction_by_source", "shares"]

REPORTED: tuple[str, ...] = ("pm10", "pm25", "pm", "so2", "nox", "vocs")
"""Columns of the field's summary table. PM10 and PM2.5 are reported beside total PM and never added to it."""

WHOLE_SOCIETY = "whole_society"
"""The row that sums the sectors."""

_PARTICLES = REPORTED[:2]
_PM = POLLUTANTS.index(Pollutant.PM)


def base_by_source(problem: PlanProblem) -> Floats:
    """(n, 6) kilograms of a normal day, columns in REPORTED order."""
    return _in_reported_order(problem.sources.base_kg_per_day, problem.sources.particles_kg_per_day)


def reduction_by_source(problem: PlanProblem, plan: Plan) -> Floats:
    """(n, 6) kilograms a day that the plan takes away, columns in REPORTED order.

    PM10 and PM2.5 of a source fall in proportion to its total PM; a source without PM loses none of them.
    """
    cut = problem.options.reduction_kg_per_day[plan.chosen]
    pm = problem.sources.base_kg_per_day[:, _PM]
    pm_share = np.divide(cut[:, _PM], pm, out=np.zeros(len(pm)), where=pm > 0.0)
    return _in_reported_order(cut, problem.sources.particles_kg_per_day * pm_share[:, None])


def exact_group_sums(values: Floats, group: pd.Index) -> pd.DataFrame:
    """Correctly rounded sums of each column for each group, groups sorted: no order of adding shows in them."""
    frame = pd.DataFrame(values, columns=range(values.shape[1]))
    return frame.groupby(group, sort=True).agg(_exact_sum)


def shares(part: Floats, whole: Floats) -> Floats:
    """part / whole, 0 where the whole is 0."""
    return np.divide(part, whole, out=np.zeros(np.shape(part)), where=np.asarray(whole) > 0.0)


def _exact_sum(column: pd.Series) -> float:
    return math.fsum(column.tolist())


def _in_reported_order(by_pollutant: Floats, particles: Floats) -> Floats:
    rest = [by_pollutant[:, POLLUTANTS.index(Pollutant(name))] for name in REPORTED[len(_PARTICLES) :]]
    return np.column_stack([particles, *rest])
