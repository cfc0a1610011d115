"""One tiny city a constraint family, chosen to show what its rows do."""

from collections.abc import Callable
from dataclasses import replace

import numpy as np

from planner.problem import OrderInForce, PlanProblem, build_problem, soften_order
from planner.terms import Level, Mode
from tests.golden.together_cities import (
    co_disposal,
    county_band,
    heat_first,
    output_first,
    shared_stack,
    supply_floor,
    upstream_feed,
)
from tests.tiny import ON, alert, inventory, problem, rest, rules_in_force, source

CLINKER = {"key_industry": "cement", "sub_process": "clinker", "enterprise_id": "E"}
FILED_HALT = {"yellow_measure": "halt", "yellow_kept_share": 0.0, "orange_measure": "halt", "orange_kept_share": 0.0}


def one_option() -> PlanProblem:
    """A firm that limits, one that also halts, and one without a choice, which has no row."""
    return problem(source("a-limits", grade="B"), source("b-halts", grade="C"), source("c-acts-alone", grade="A"))


def one_step() -> PlanProblem:
    """Two cohorts: a grade that is never halted, and one that is."""
    return problem(source("a", grade="B"), source("b", grade="C"), source("c", grade="C"))


def share_rule() -> PlanProblem:
    """Clinker of grade C at yellow: of three lines two, one of them halted by the filed list already."""
    lines = [source(f"s{line}", **CLINKER) for line in range(3)]
    return problem(lines[0] | FILED_HALT, *lines[1:], level=Level.YELLOW, mode=Mode.FILL)


def whole_lines() -> PlanProblem:
    """A firm of three lines, of which the filed list halts one."""
    lines = [source(f"s{line}", enterprise_id="E") for line in range(3)]
    return problem(lines[0] | FILED_HALT, *lines[1:], mode=Mode.FILL)


def equal_treatment() -> PlanProblem:
    """Two firms of one grade, of which one cannot go below three quarters of its load."""
    return problem(source("a", grade="B"), source("b", grade="B", can_stop=False, minimum_load_share=0.75))


def grade_order() -> PlanProblem:
    """Three grades of one county and process, and an ungraded firm outside their order."""
    return problem(*[source(f"s-{grade}", grade=grade) for grade in ("B", "C", "D", "ungraded")])


def cut() -> PlanProblem:
    """Two firms with a choice, a building site whose cut is fixed, and the rest of the society."""
    site = {"source_kind": "site", "sub_process": "construction", "enterprise_id": "", "grade": "none"}
    return problem(
        source("a", grade="B", so2_kg_per_day=40.0, nox_kg_per_day=20.0, pm_kg_per_day=10.0),
        source("b", grade="C", pm_kg_per_day=20.0, vocs_kg_per_day=50.0, hold_hot_share=0.1),
        source("c-site", pm_kg_per_day=50.0, **site),
        rest(so2=60.0, nox=80.0, pm=20.0, vocs=50.0),
    )


def day_cut() -> PlanProblem:
    """Two days, ordered four hours before: a firm that needs ten hours to come down, one that needs none."""
    slow = {"ramp_down_hours": 10.0, "ramp_up_hours": 6.0}
    rows = (
        source("a", grade="B", so2_kg_per_day=40.0, pm_kg_per_day=10.0, **slow),
        source("b", grade="C", pm_kg_per_day=20.0, vocs_kg_per_day=50.0),
        rest(so2=60.0, nox=80.0, pm=20.0, vocs=50.0),
    )
    warning = replace(alert(days=2), notice_hours=4.0)
    return build_problem(inventory(*rows), rules_in_force(), warning, Mode.DESIGN)


def turns() -> PlanProblem:
    """Three days without notice: a slow process, a firm of two lines of which any may stand the first day alone."""
    rows = (
        source("a", enterprise_id="E", pm_kg_per_day=20.0),
        source("b", enterprise_id="E", pm_kg_per_day=20.0),
        source("c-slow", grade="B", pm_kg_per_day=30.0, ramp_down_hours=10.0),
    )
    return build_problem(inventory(*rows), rules_in_force(), replace(alert(), notice_hours=0.0), Mode.DESIGN)


def least_change() -> PlanProblem:
    """Two firms told something by the order in force, one change allowed; a third without a choice has no row."""
    question = problem(source("a", grade="B"), source("b", grade="C"), source("c-acts-alone", grade="A"))
    order = OrderInForce(
        plan_sha256="0" * 64,
        level=Level.YELLOW,
        on=ON,
        start=question.header.start,
        end=None,
        source_id=("b",),
        enterprise_id=("Eb",),
        enterprise_name=("b",),
        measures=(("halt", "treatment_last"),),
        kept_share=np.zeros(1),
        most_changes=1,
    )
    return replace(question, order_in_force=order)


def soft_order() -> PlanProblem:
    """An order at 7 yuan a point: two equals of B, of which one cannot go below three quarters; C of two lines; D."""
    rows = (
        source("a", grade="B"),
        source("b", grade="B", can_stop=False, minimum_load_share=0.75),
        *[source(f"c{line}", enterprise_id="C") for line in range(2)],
        source("d", grade="D"),
    )
    return soften_order(problem(*rows), 7.0)


CITIES: dict[str, Callable[[], PlanProblem]] = {
    "below_better": soft_order,
    "co_disposal": co_disposal,
    "cohort_share": soft_order,
    "county_band": county_band,
    "cut": cut,
    "day_cut": day_cut,
    "equal_treatment": equal_treatment,
    "grade_order": grade_order,
    "heat_first": heat_first,
    "least_change": least_change,
    "one_option": one_option,
    "one_step": one_step,
    "output_first": output_first,
    "share_rule": share_rule,
    "shared_stack": shared_stack,
    "spread": soft_order,
    "supply_floor": supply_floor,
    "upstream_feed": upstream_feed,
    "turns": turns,
    "whole_lines": whole_lines,
}
