"""One tiny city a constraint family, chosen to show what its rows do."""

from collections.abc import Callable

from planner.problem import PlanProblem
from planner.terms import Level, Mode
from tests.tiny import problem, rest, source

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


CITIES: dict[str, Callable[[], PlanProblem]] = {
    "cut": cut,
    "equal_treatment": equal_treatment,
    "grade_order": grade_order,
    "one_option": one_option,
    "one_step": one_step,
    "share_rule": share_rule,
    "whole_lines": whole_lines,
}
