"""One tiny city for each family of what several sources owe together."""

from planner.problem import PlanProblem
from planner.rules import Scope
from tests.tiny import rules_in_force
from tests.together import ON, firm, together, with_supply


def heat_first() -> PlanProblem:
    """Two lines that heat one area, of which two thirds are needed, and one that heats its county alone."""
    lines = [
        firm("a", heat_area="north", heat_supply_gj_per_day=100.0, heat_load_share=0.5),
        firm("b", heat_area="north", heat_supply_gj_per_day=50.0, heat_load_share=1.0),
        firm("c", heat_supply_gj_per_day=80.0, heat_load_share=0.7),
    ]
    return together(*lines, on=ON["heat_first"])


def output_first() -> PlanProblem:
    """A firm of two lines that must deliver three quarters of what it makes."""
    lines = [
        firm(f"s{at}", enterprise_id="E", actual_output_t_per_day=40.0 + 20.0 * at, guaranteed_output_t_per_day=37.5)
        for at in range(2)
    ]
    return together(*lines, on=ON["output_first"])


def co_disposal() -> PlanProblem:
    """Two kilns that burn waste, of which 60 % must go on."""
    return together(
        firm("a", co_disposal_t_per_day=300.0), firm("b", co_disposal_t_per_day=100.0), on=ON["co_disposal"]
    )


def supply_floor() -> PlanProblem:
    """Two firms of a class of GB/T 4754 of which 70 % keeps running, and one outside it."""
    rules = with_supply(rules_in_force(), Scope(industry_code="132"), 0.7)
    cells = {"key_industry": "none", "sub_process": "main", "grade": "none"}
    lines = [
        firm("a", industry_code="1329", actual_output_t_per_day=30.0, **cells),
        firm("b", industry_code="1321", capacity_t_per_day=10.0, **cells),
        firm("c", industry_code="1440", actual_output_t_per_day=50.0, **cells),
    ]
    return together(*lines, on={}, rules=rules)


def upstream_feed() -> PlanProblem:
    """A line that takes 80 % of its feed from two others."""
    fed = firm("c", upstream_source_ids="a;b", fed_share=0.8)
    return together(
        firm("a", actual_output_t_per_day=30.0), firm("b", actual_output_t_per_day=10.0), fed, on=ON["upstream_feed"]
    )


def shared_stack() -> PlanProblem:
    """Two lines of one firm, single in their processes, on a treatment unit that needs 60 % of its load."""
    cells = {"enterprise_id": "E", "stack_id": "P1", "stack_least_load_share": 0.6}
    return together(
        firm("a", actual_output_t_per_day=30.0, **cells),
        firm("b", actual_output_t_per_day=10.0, sub_process="sand", **cells),
        on=ON["shared_stack"],
    )


def county_band() -> PlanProblem:
    """Two firms in one county and one in another; each county within five points of the city."""
    return together(
        firm("a", grade="B"), firm("b", grade="B"), firm("c", grade="B", county_code="140404"), on=ON["county_band"]
    )
