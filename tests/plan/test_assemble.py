"""What follows from a problem and the chosen options."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planner.plan import Curtailment, Plan, assemble_plan, required_steps
from planner.plan.assemble import exact_sums
from planner.problem import NO_INDEX, PlanProblem
from planner.problem.records import SHARE_TOLERANCE
from planner.terms import Basis, Level, Mode, Pollutant
from tests.tiny import problem, random_rows, rest, source

MONEY = {"value_added_yuan_per_day": 1000.0, "restart_cost_yuan": 500.0}
CLINKER = {"key_industry": "cement", "sub_process": "clinker", "enterprise_id": "E"}
FLOOR, FILED, CHOSEN = range(3)
PM = 2


def plan_of(question: PlanProblem, **options: int) -> Plan:
    """The plan that takes these options, as places in the menus of their sources, and else the first."""
    return assemble_plan(question, choice(question, **options))


def choice(question: PlanProblem, **options: int) -> np.ndarray:
    chosen = question.sources.first_option[:-1].copy()
    for name, option in options.items():
        chosen[question.sources.source_id.index(name)] += option
    return chosen


def row(plan: Plan, source_id: str) -> Curtailment:
    (found,) = (item for item in plan.curtailments if item.source_id == source_id)
    return found


@given(
    seed=st.integers(0, 10_000),
    mode=st.sampled_from(list(Mode)),
    level=st.sampled_from(list(Level)),
)
@settings(max_examples=30)
def test_shares_by_basis_and_rows_add_up_to_the_totals(seed: int, mode: Mode, level: Level) -> None:
    clinker = [source(f"k{line}", pm_kg_per_day=9.0, **CLINKER) for line in range(3)]
    question = problem(*random_rows(seed), *clinker, mode=mode, level=level)
    first = question.sources.first_option
    plan = assemble_plan(question, np.random.default_rng(seed).integers(first[:-1], first[1:]))
    kilograms = np.sum([item.reduction_kg_per_day for item in plan.curtailments] or [[0.0] * 4], axis=0)
    assert plan.by_basis.sum(axis=0).tolist() == pytest.approx([item.share for item in plan.totals])
    assert kilograms.tolist() == pytest.approx([item.reduction_kg_per_day for item in plan.totals])
    assert sum(item.cost_yuan for item in plan.curtailments) == pytest.approx(plan.objective_yuan)


def test_sums_are_correctly_rounded_whatever_their_order() -> None:
    column = np.array([[1e16], [1.0], [-1e16], [1.0]])
    assert exact_sums(column).tolist() == exact_sums(column[::-1]).tolist() == [2.0]


def floor_filed_chosen() -> PlanProblem:
    """Clinker of grade B at orange: the rule takes 20 %, the filing 30 %, the menu half."""
    filed = {"orange_measure": "limit", "orange_kept_share": 0.7}
    line = source("s", grade="B", key_industry="cement", sub_process="clinker", pm_kg_per_day=50.0, **filed)
    return problem(line, rest(pm=50.0), mode=Mode.FILL)


@pytest.mark.parametrize(
    ("option", "shares", "basis"),
    [(0, [0.1, 0.05, 0.0], Basis.FILED), (1, [0.1, 0.05, 0.1], Basis.CHOSEN)],
)
def test_increments_belong_to_floor_filed_and_chosen(option: int, shares: list[float], basis: Basis) -> None:
    plan = plan_of(floor_filed_chosen(), s=option)
    assert plan.by_basis[:, PM].tolist() == pytest.approx(shares)
    assert row(plan, "s").basis is basis


def share_ruled() -> PlanProblem:
    lines = [source(f"k{line}", pm_kg_per_day=10.0, **CLINKER) for line in range(3)]
    return problem(*lines, rest(pm=70.0), level=Level.YELLOW)


def test_halts_that_a_share_rule_needs_are_floor_and_cite_it() -> None:
    plan = plan_of(share_ruled(), k0=1, k1=1)
    assert plan.by_basis[:, PM].tolist() == pytest.approx([0.2, 0.0, 0.0])
    assert row(plan, "k0").basis is Basis.FLOOR
    assert row(plan, "k0").citations[0] == "industries.cement_clinker.c.yellow.halt_lines"


def test_a_halt_that_a_share_rule_needs_rests_on_no_menu_and_no_cut() -> None:
    cited = row(plan_of(share_ruled(), k0=1, k1=1), "k0").citations
    assert not [name for name in cited if name.startswith(("national.menu.", "national.reduction.share."))]
    assert any(name.startswith("national.lines.treatment_last.") for name in cited)


def test_a_halt_beyond_the_share_rule_is_chosen() -> None:
    plan = plan_of(share_ruled(), k0=1, k1=1, k2=1)
    assert plan.by_basis[:, PM].tolist() == pytest.approx([0.2, 0.0, 0.1])
    assert [row(plan, name).basis for name in ("k0", "k1", "k2")] == [Basis.FLOOR, Basis.FLOOR, Basis.CHOSEN]


def test_a_filed_halt_counts_toward_the_share_rule_and_stays_filed() -> None:
    lines = [source(f"k{line}", pm_kg_per_day=10.0, **CLINKER) for line in range(3)]
    lines[2] |= {"yellow_measure": "halt", "yellow_kept_share": 0.0}
    plan = plan_of(problem(*lines, rest(pm=70.0), level=Level.YELLOW, mode=Mode.FILL), k0=1)
    assert plan.by_basis[:, PM].tolist() == pytest.approx([0.1, 0.1, 0.0])
    assert [row(plan, name).basis for name in ("k0", "k2")] == [Basis.FLOOR, Basis.FILED]


# Required shares.


def order() -> PlanProblem:
    lines = [source(f"u{line}", enterprise_id="U") for line in range(3)]
    return problem(source("b", grade="B"), source("c"), *lines, source("d", grade="D"))


def shares(**options: int) -> list[float]:
    """The required shares of the grades B, C and D."""
    question = order()
    steps = required_steps(question, choice(question, **options))
    return [float(question.cohorts.steps[step]) if step != NO_INDEX else -1.0 for step in steps]


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        ({}, [0.0, 0.0, 0.0]),
        ({"b": 1, "c": 1, "u0": 1, "d": 1}, [0.1, 0.1, 0.1]),
        ({"c": 3, "u0": 1, "d": 6}, [0.0, 0.3, 1.0]),
        ({"c": 4, "u0": 1, "u1": 1, "d": 4}, [0.0, 0.5, 0.5]),
    ],
)
def test_the_required_share_is_the_lowest_that_explains_all(options: dict[str, int], expected: list[float]) -> None:
    assert shares(**options) == expected


@pytest.mark.parametrize(
    ("options", "cohort"),
    [({"c": 1, "d": 1}, 1), ({"c": 4, "u0": 1, "d": 4}, 1), ({"b": 2, "c": 1, "u0": 1, "d": 1}, 1), ({"b": 1}, 1)],
    ids=["lines do not follow", "too few lines", "a better grade asked more", "worse grades not asked"],
)
def test_where_nothing_explains_the_choice_there_is_no_share(options: dict[str, int], cohort: int) -> None:
    assert shares(**options)[cohort] == -1.0


def test_the_plan_names_the_required_share_of_every_cohort() -> None:
    assert plan_of(order(), d=2).required_share.tolist() == [0.0, 0.0, 0.2]


# The cuts.


def traded(so2_option: int, nox_option: int, share: float = 0.2) -> Plan:
    """SO2 and NOx of two firms that limit by 0, 10, 20, 30 or 50 %."""
    one = source("s", grade="B", so2_kg_per_day=100.0)
    two = source("n", grade="B", county_code="140404", nox_kg_per_day=200.0)
    return plan_of(problem(one, two, share=share), s=so2_option, n=nox_option)


@pytest.mark.parametrize(
    ("so2", "nox", "used", "met"),
    [(2, 2, False, True), (1, 3, True, True), (3, 1, True, True), (4, 4, False, True), (1, 2, False, False)],
)
def test_the_exchange_is_used_where_one_is_low_and_the_sum_carries_it(
    so2: int, nox: int, *, used: bool, met: bool
) -> None:
    plan = traded(so2, nox)
    assert (plan.exchange.used, plan.totals[0].met, plan.totals[1].met) == (used, met, met)


def test_the_exchange_states_what_is_asked_and_what_is_reached() -> None:
    exchange = traded(1, 3).exchange
    assert (exchange.required_sum_share, exchange.sum_share) == (pytest.approx(0.4), pytest.approx(0.4))


def test_the_missing_sum_is_told_in_points_and_in_kilograms_of_nox() -> None:
    (short,) = traded(1, 2).shortfalls
    assert (short.pollutant, short.missing_share) == ("so2_nox", pytest.approx(0.1))
    assert short.missing_kg_per_day == pytest.approx(20.0)


def test_totals_hold_base_reduction_share_and_target() -> None:
    total = plan_of(problem(source("s", grade="B", pm_kg_per_day=40.0), rest(pm=60.0)), s=4).totals[PM]
    assert (total.pollutant, total.base_kg_per_day, total.reduction_kg_per_day) == (Pollutant.PM, 100.0, 20.0)
    assert (total.share, total.target_share, total.met) == (pytest.approx(0.2), 0.2, True)


def test_a_missed_cut_is_told_in_points_and_kilograms() -> None:
    (short,) = plan_of(problem(source("s", grade="B", pm_kg_per_day=40.0), rest(pm=60.0)), s=1).shortfalls
    assert (short.pollutant, short.missing_share) == ("pm", pytest.approx(0.16))
    assert short.missing_kg_per_day == pytest.approx(16.0)


def test_a_pollutant_without_a_base_has_no_share_and_is_met() -> None:
    plan = plan_of(problem(source("s", pm_kg_per_day=1.0)))
    assert [(item.share, item.met) for item in plan.totals] == [(0.0, True), (0.0, True), (0.0, False), (0.0, True)]


def test_a_share_that_rounds_off_its_last_digit_meets_the_cut() -> None:
    question = problem(source("s", grade="B", pm_kg_per_day=40.0), rest(pm=60.0))
    barely = np.array([0.0, 0.0, 0.2 + SHARE_TOLERANCE / 2, 0.0])
    plan = plan_of(replace(question, targets=replace(question.targets, share=barely)), s=4)
    assert (plan.shortfalls, plan.totals[PM].met) == ((), True)


# The rows.


def test_untouched_sources_have_no_row() -> None:
    question = problem(source("a", **MONEY), source("b", **MONEY), source("c", vehicles_per_day=99.0), rest(pm=1.0))
    assert [item.source_id for item in plan_of(question, b=1).curtailments] == ["b", "c"]


def test_a_row_says_what_its_option_says() -> None:
    found = row(plan_of(problem(source("s", pm_kg_per_day=10.0, **MONEY)), s=5), "s")
    assert (found.enterprise_id, found.option, found.kept_share) == ("Es", 5, 0.0)
    assert found.measures == ("halt", "treatment_last")
    assert (found.reduction_kg_per_day, found.cost_yuan) == ((0.0, 0.0, 10.0, 0.0), 3500.0)


def test_a_row_runs_as_long_as_the_warning() -> None:
    question = problem(source("s"))
    found = row(plan_of(question, s=1), "s")
    assert (found.start, found.end) == (question.header.start, None)


def test_a_filed_row_cites_its_own_row_of_the_list() -> None:
    filed = problem(source("s", orange_measure="halt", orange_kept_share=0.0), mode=Mode.FILED)
    assert row(plan_of(filed), "s").citations == ("list:s", "national.lines.treatment_last.orange")


@given(seed=st.integers(0, 10_000), level=st.sampled_from(list(Level)))
@settings(max_examples=15)
def test_no_row_is_without_a_citation(seed: int, level: Level) -> None:
    question = problem(*random_rows(seed), level=level)
    plan = assemble_plan(question, question.sources.first_option[1:] - 1)
    assert all(item.citations for item in plan.curtailments)
