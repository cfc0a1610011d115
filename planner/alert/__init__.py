"""The warning that a plan answers, and the forecast that asks for it: index, criteria, episodes, advice.

Takes a Forecast, the law of warnings in force, dates and a level; gives Advice and Alert.
Imports rules, terms and errors only.
"""

from planner.alert.advice import (
    Action,
    Advice,
    AdviseOptions,
    BelowStage,
    DayOfAir,
    LevelShare,
    StageOfLevel,
    StartHour,
)
from planner.alert.advise import advise
from planner.alert.aqi import category_of, sub_index
from planner.alert.causes import DAY_CAUSES, Response
from planner.alert.forecast import CAUSES, QUANTITIES, Causes, Cells, Forecast
from planner.alert.natural_days import natural_days
from planner.alert.nearness import Margin
from planner.alert.records import Alert, make_alert

__all__ = [
    "CAUSES",
    "DAY_CAUSES",
    "QUANTITIES",
    "Action",
    "Advice",
    "AdviseOptions",
    "Alert",
    "BelowStage",
    "Causes",
    "Cells",
    "DayOfAir",
    "Forecast",
    "LevelShare",
    "Margin",
    "Response",
    "StageOfLevel",
    "StartHour",
    "advise",
    "category_of",
    "make_alert",
    "natural_days",
    "sub_index",
]
