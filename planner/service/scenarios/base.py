"""The base answer of a sweep, from which every scenario sets out: solved once, shared, the same for every worker."""

import json
from dataclasses import dataclass, replace

import numpy as np
import pandas as pd

from planner.errors import FindingsError, finding
from planner.problem import AmountGround, Amounts, PlanProblem, amount_ground, amounts_of, with_amounts
from planner.scenario import (
    BASE,
    FIRM_COLUMNS,
    Asked,
    PricedPlan,
    Scenario,
    laid_digest,
    laid_inventory,
    lay_amounts,
    priced_outcome,
)
from planner.service.question import Question
from planner.service.scenarios.answer import (
    ScenarioAnswer,
    answer_question,
    pose_scenario,
    with_cuts,
    without_plan,
)
from planner.service.scenarios.ground import Ground
from planner.solve import (
    PricingGround,
    SolveSettings,
    Start,
    cold_start,
    price_quickly,
    pricing_ground,
    solve_problem,
    start_from,
    start_of,
)

__all__ = ["SweepBase", "open_base", "start_text"]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class SweepBase:
    """What a worker holds of a sweep; loaded once, never changed.

    Attributes:
        question: the base's; None where it cannot be asked: then every scenario is answered from nothing.
        start: of the base's answer, None where that has no plan.
        amounts, listed: for scenarios that change amounts alone, None where the base hangs on amounts elsewhere.
        pricing: for scenarios that are only priced, None where the base cannot be.
    """

    ground: Ground
    question: Question | None
    start: Start | None
    amounts: AmountGround | None
    listed: Amounts
    pricing: PricingGround | None

    def answer(self, scenario: Scenario) -> ScenarioAnswer:
        """The refereed plan of a scenario, its search set out from the base's answer; the base itself from nothing."""
        try:
            question = self._question(scenario)
        except FindingsError as error:
            return without_plan(scenario, error.findings)
        return answer_question(question, scenario, self.start_for(scenario, question.problem))

    def start_for(self, scenario: Scenario, problem: PlanProblem) -> Start | None:
        """Where the search of a scenario with this problem sets out; None: from nothing, as the base's own does."""
        return None if scenario.name == BASE else self._start(problem)

    def price(self, scenario: Scenario) -> ScenarioAnswer:
        """The base's plan, mended where it does not hold, and a proven bound; not refereed, and nothing is searched."""
        try:
            ground, problem = self._pricing(scenario)
        except FindingsError as error:
            return without_plan(scenario, error.findings)
        quick = price_quickly(ground, problem, SolveSettings().seed) if ground else None
        if quick is None:
            return without_plan(scenario, (finding("sweep.priced.not_apart"),))
        plan = PricedPlan(
            chosen=quick.chosen,
            cost_yuan=quick.cost_yuan,
            bound_yuan=quick.bound_yuan,
            gap=quick.gap,
            missing_share=quick.missing_share,
        )
        outcome = priced_outcome(scenario, problem, plan)
        told = () if outcome.has_plan else (finding("sweep.priced.misses"),)
        return ScenarioAnswer(outcome=outcome, firms=pd.DataFrame(columns=list(FIRM_COLUMNS)), findings=told)

    def _pricing(self, scenario: Scenario) -> tuple[PricingGround | None, PlanProblem]:
        """The ground of the base where only amounts and cuts change, else one written out anew."""
        changed = self._changed(scenario)
        if changed is not None and self.pricing is not None:
            return self.pricing, changed[0]
        problem = pose_scenario(self.ground, scenario).problem
        return pricing_ground(problem, self._start(problem) or cold_start(problem)), problem

    def _question(self, scenario: Scenario) -> Question:
        """The question of a scenario; where it changes amounts and cuts alone, made of the base's."""
        changed = self._changed(scenario)
        if changed is None or self.question is None:
            return pose_scenario(self.ground, scenario)
        problem, amounts = changed
        if not scenario.changes_list:
            return replace(self.question, problem=problem)
        inventory = laid_inventory(self.question.inventory, amounts, scenario)
        grades = self.question.grades
        listed = laid_inventory(grades.listed, amounts, scenario)
        grades = replace(grades, listed=listed, inventory=laid_inventory(grades.inventory, amounts, scenario))
        return replace(self.question, problem=problem, inventory=inventory, grades=grades)

    def _changed(self, scenario: Scenario) -> tuple[PlanProblem, Amounts] | None:
        """The problem and the list's amounts where the scenario changes nothing else but cuts; else None."""
        if self.amounts is None or scenario.asked != Asked() or scenario.rules:
            return None
        amounts, problem = self.listed, self.amounts.problem
        if scenario.rows or scenario.added:
            inventory = self.ground.loaded.inventory
            laid = lay_amounts(inventory, amounts, scenario, self.ground.dictionary)
            made = with_amounts(self.amounts, laid, laid_digest(inventory, scenario)) if laid else None
            if laid is None or made is None:
                return None
            amounts, problem = laid, made
        return with_cuts(problem, scenario), amounts

    def _start(self, problem: PlanProblem) -> Start | None:
        if self.start is None or self.question is None:
            return None
        return start_from(self.question.problem, self.start, problem)


def open_base(ground: Ground, text: str | None = None) -> SweepBase:
    """The base of a sweep on this ground.

    Args:
        text: the start as `start_text` gave it; None: the base is solved here, which gives the very same.
    """
    listed = amounts_of(ground.loaded.inventory)
    try:
        question = pose_scenario(ground, Scenario(name=BASE))
    except FindingsError:
        return SweepBase(ground=ground, question=None, start=None, amounts=None, listed=listed, pricing=None)
    start = _solved(question) if text is None else _read_start(text)
    problem = question.problem
    return SweepBase(
        ground=ground,
        question=question,
        start=start,
        amounts=_amounts(ground, question),
        listed=listed,
        pricing=pricing_ground(problem, start) if start else None,
    )


def start_text(base: SweepBase) -> str:
    """The start as JSON, to be kept beside the answers of the sweep."""
    start = base.start
    return "null" if start is None else json.dumps({"prices": start.prices.tolist(), "chosen": start.chosen.tolist()})


def _read_start(text: str) -> Start | None:
    content = json.loads(text)
    if content is None:
        return None
    return Start(prices=np.array(content["prices"], dtype=float), chosen=np.array(content["chosen"], dtype=np.int64))


def _solved(question: Question) -> Start | None:
    result = solve_problem(question.problem, question.settings)
    return None if result.plan is None else start_of(question.problem, result.plan, question.settings)


def _amounts(ground: Ground, question: Question) -> AmountGround | None:
    """The base's amounts; None where the rows of the question are not those of the list."""
    names = question.inventory.frame["source_id"]
    if not names.equals(ground.loaded.inventory.frame["source_id"]):
        return None
    return amount_ground(question.problem, question.inventory, question.rules)
