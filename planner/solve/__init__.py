"""The search: the linear model of a PlanProblem, its bound and its plan. Alone imports OR-Tools.

Takes PlanProblem and settings, gives Result, or the model as MPS text. Imports plan, problem, terms, errors.
"""

from planner.solve.book import solve_book
from planner.solve.export import model_to_mps
from planner.solve.model import LinearModel, Row, build_model
from planner.solve.quick_pricing import PricingGround, QuickPrice, price_quickly, pricing_ground
from planner.solve.repricing import Repriced, price_again, same_options
from planner.solve.rests import rest_program, solve_rests
from planner.solve.rivals import Rival, RivalAnswer, solve_directly
from planner.solve.settings import DEFAULT_GAP, SolveSettings, ortools_version
from planner.solve.side_prices import band_multipliers
from planner.solve.stages import fewest_changes, solve_problem
from planner.solve.start import Start, cold_start, start_from, start_of
from planner.solve.stopping import Stop

__all__ = [
    "DEFAULT_GAP",
    "LinearModel",
    "PricingGround",
    "QuickPrice",
    "Repriced",
    "Rival",
    "RivalAnswer",
    "Row",
    "SolveSettings",
    "Start",
    "Stop",
    "band_multipliers",
    "build_model",
    "cold_start",
    "fewest_changes",
    "model_to_mps",
    "ortools_version",
    "price_again",
    "price_quickly",
    "pricing_ground",
    "rest_program",
    "same_options",
    "solve_book",
    "solve_directly",
    "solve_problem",
    "solve_rests",
    "start_from",
    "start_of",
]
