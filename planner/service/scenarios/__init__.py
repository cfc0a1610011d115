"""What-ifs answered: one scenario or a sweep of thousands, in this process or in many.

Takes files of scenarios and a question, gives outcomes side by side. May import what service may import.
"""

from planner.service.scenarios.answer import ScenarioAnswer, answer_scenario
from planner.service.scenarios.ground import Ground, open_ground, read_scenario_file
from planner.service.scenarios.sweep import SweepProgress, SweepQuestion, run_sweep
from planner.service.scenarios.workers import executor_of

__all__ = [
    "Ground",
    "ScenarioAnswer",
    "SweepProgress",
    "SweepQuestion",
    "answer_scenario",
    "executor_of",
    "open_ground",
    "read_scenario_file",
    "run_sweep",
]
