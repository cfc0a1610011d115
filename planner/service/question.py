"""A request posed as a question: its list and rules, the problem that they make, and the key of its answer."""

import hashlib
from dataclasses import dataclass, replace

from planner import __version__
from planner.alert import Alert, make_alert
from planner.errors import Finding, FindingsError, finding
from planner.inventory import Inventory
from planner.problem import (
    OffPeakUse,
    PlanProblem,
    ProblemJson,
    build_problem,
    problem_json,
    problem_sha256,
)
from planner.rules import RulesInForce
from planner.season import rest_lines
from planner.service.by_day import notice_of, refuse_beside_days
from planner.service.former_order import with_order
from planner.service.grade_order import in_order
from planner.service.records import Extras, GradedList, PlanRequest
from planner.service.robust import with_robust
from planner.service.season_ledger import with_season
from planner.solve import SolveSettings, ortools_version

__all__ = ["Question", "make_problem", "pose", "pose_unspelled"]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Question:
    """A request with its list, rules and problem.

    Attributes:
        grades: the list before anything rests off-peak, with its own grades and with those of the day.
        is_kept: whether the answer may be stored as a plan.
        remarks: what is to be said of the files beside the list.
        spelled: the problem's JSON, of which `problem_text` is one form; None and '' where it is not spelled.
    """

    request: PlanRequest
    grades: GradedList
    inventory: Inventory
    rules: RulesInForce
    problem: PlanProblem
    problem_text: str
    settings: SolveSettings
    is_demo: bool
    is_kept: bool
    remarks: tuple[Finding, ...] = ()
    spelled: ProblemJson | None = None

    @property
    def key(self) -> str:
        """Hash over everything that the answer depends on."""
        parts = (problem_sha256(self.problem_text), self.settings, __version__, ortools_version())
        beside = () if self.request.extras == Extras() else (self.request.extras,)
        return hashlib.sha256(repr((*parts, *beside)).encode()).hexdigest()


def pose(request: PlanRequest, grades: GradedList, rules: RulesInForce, *, is_demo: bool, is_kept: bool) -> Question:
    """The question of a request with its problem spelled as JSON, by which its answer is known (see `pose_unspelled`).

    Raises:
        FindingsError: where dates disagree or a rule that the model needs is not in force.
    """
    question = replace(pose_unspelled(request, grades, rules, is_demo=is_demo), is_kept=is_kept)
    spelled = problem_json(question.problem)
    return replace(question, problem_text=spelled.text, spelled=spelled)


def pose_unspelled(request: PlanRequest, grades: GradedList, rules: RulesInForce, *, is_demo: bool) -> Question:
    """The same of a request that no plan file is made of.

    Lines that rest off-peak are counted as it says, and the problem names them.

    Raises:
        FindingsError: where dates disagree or a rule that the model needs is not in force.
    """
    alert = make_alert(request.level, request.on, request.start, request.end, request.duration_days)
    alert = replace(alert, notice_hours=notice_of(request, rules, alert.duration_days))
    off_peak = request.off_peak if isinstance(request.off_peak, OffPeakUse) else None
    inventory = rest_lines(grades.inventory, off_peak) if off_peak else grades.inventory
    problem = make_problem(request, inventory, rules, alert)
    problem = replace(problem, header=replace(problem.header, off_peak=off_peak))
    problem, told = with_season(problem, request)
    problem = with_order(problem, request)
    problem, told_of_rates = with_robust(problem, request)
    refuse_beside_days(problem)
    problem = in_order(problem, request)
    return Question(
        request=request,
        grades=grades,
        inventory=inventory,
        rules=rules,
        problem=problem,
        problem_text="",
        settings=SolveSettings(gap=request.gap),
        is_demo=is_demo,
        is_kept=False,
        remarks=(*told, *told_of_rates),
    )


def make_problem(request: PlanRequest, inventory: Inventory, rules: RulesInForce, alert: Alert) -> PlanProblem:
    """The problem of a request, a missing rule told as a finding."""
    try:
        return build_problem(inventory, rules, alert, request.mode)
    except KeyError as error:
        name = str(error.args[0])
        raise FindingsError((finding("plan.rule_not_in_force", value=name, on=request.on.isoformat()),)) from error
