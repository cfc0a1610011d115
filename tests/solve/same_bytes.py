"""Prints everything that may not depend on the process: `python -m tests.solve.same_bytes`."""

import sys

from planner.problem import problem_to_text
from planner.solve import SolveSettings, model_to_mps, solve_problem
from planner.terms import Level, Mode
from tests.tiny import problem, random_rows


def main() -> None:
    """Problem, model and plan of some tiny cities, equal costs among them."""
    for seed in range(2):
        for mode in Mode:
            question = problem(*random_rows(seed, firms=6), mode=mode, level=Level.RED)
            plan = solve_problem(question, SolveSettings()).plan
            assert plan is not None
            sys.stdout.write(f"{problem_to_text(question)}\n{model_to_mps(question, SolveSettings())}\n")
            sys.stdout.write(f"{plan.chosen.tolist()} {plan.objective_yuan!r} {plan.curtailments!r}\n")


if __name__ == "__main__":
    main()
