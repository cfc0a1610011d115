"""The built problem as a whole: who counts, in which order, and that everything said can be cited."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planner.problem import PlanProblem, problem_to_text
from planner.terms import Level, Mode
from tests.problem.reading import register
from tests.tiny import ON, alert, problem, random_rows, rest, source

SEEDS = st.integers(min_value=0, max_value=10_000)


@pytest.mark.parametrize("status", ["idle", "spare", "dismantled"])
def test_resting_equipment_is_in_neither_numerator_nor_denominator(status: str) -> None:
    resting = source("s", status=status, pm_kg_per_day=999.0, orange_measure="halt", orange_kept_share=0.0)
    question = problem(resting, rest(pm=1.0), mode=Mode.FILED)
    assert (question.sources.source_id, question.sources.base_kg_per_day[:, 2].tolist()) == (("zz-rest",), [1.0])


def test_a_list_in_which_nothing_runs_is_an_empty_problem() -> None:
    question = problem(source("s", status="idle", pm_kg_per_day=999.0))
    assert (question.sources.count, question.options.count, question.targets.share.tolist()) == (0, 0, [0.0] * 4)


def test_sources_stand_in_the_order_of_their_ids() -> None:
    question = problem(source("c"), source("a"), source("b"), rest(pm=1.0))
    assert question.sources.source_id == ("a", "b", "c", "zz-rest")


def test_particles_stand_beside_pm_and_are_never_added() -> None:
    question = problem(source("s", pm_kg_per_day=10.0, pm10_kg_per_day=6.0, pm25_kg_per_day=3.0))
    assert question.sources.base_kg_per_day[0].tolist() == [0.0, 0.0, 10.0, 0.0]
    assert question.sources.particles_kg_per_day[0].tolist() == [6.0, 3.0]


def test_the_header_says_what_the_plan_answers() -> None:
    header, warning = problem(source("s"), level=Level.RED, mode=Mode.FILL).header, alert(Level.RED)
    assert (header.city_slug, header.city_code) == ("changzhi", "140400")
    assert (header.level, header.mode, header.on) == (Level.RED, Mode.FILL, ON)
    assert (header.start, header.end, header.duration_days) == (warning.start, None, 3)


def test_the_header_names_list_and_rules_by_hash() -> None:
    header = problem(source("s")).header
    assert (header.list_sha256, len(header.rules_sha256)) == ("0" * 64, 64)


def mixed(seed: int, level: Level, mode: Mode) -> PlanProblem:
    """Some firms, and one of everything that brings measures of its own."""
    clinker = {"key_industry": "cement", "sub_process": "clinker", "pm_kg_per_day": 30.0, "vehicles_per_day": 30.0}
    own = {"enterprise_id": "", "grade": "none", "nox_kg_per_day": 20.0, "pm_kg_per_day": 20.0}
    rows = [
        *random_rows(seed),
        *[source(f"k{line}", enterprise_id="EK", grade="C", **clinker) for line in range(3)],
        source("kd", grade="D", yellow_measure="halt", yellow_kept_share=0.0, **clinker),
        source("kf", grade="C", orange_measure="limit", orange_kept_share=0.4, pm_kg_per_day=9.0),
        source("f", source_kind="fleet", sub_process="road_fleet", **own),
        source("y", source_kind="site", sub_process="construction", **own),
        source("a", grade="A", exempt_through="red"),
    ]
    return problem(*rows, level=level, mode=mode)


@given(seed=SEEDS, level=st.sampled_from(list(Level)), mode=st.sampled_from(list(Mode)))
@settings(max_examples=25)
def test_no_option_with_a_measure_is_without_a_citation(seed: int, level: Level, mode: Mode) -> None:
    options = mixed(seed, level, mode).options
    says = np.array([bool(found) for found in options.measure_sets])[options.measures]
    cites = np.array([bool(found) for found in options.citation_sets])[options.citations]
    assert np.all(cites[says])
    assert not np.any(options.reduction_kg_per_day[~says]), "kilograms without a measure"


@given(seed=SEEDS, level=st.sampled_from(list(Level)), mode=st.sampled_from(list(Mode)))
@settings(max_examples=25)
def test_everything_cited_is_in_the_register(seed: int, level: Level, mode: Mode) -> None:
    question = mixed(seed, level, mode)
    cited = {name for names in question.options.citation_sets for name in names}
    cited |= {*question.sources.standing_citation, *question.share_rules.citation} - {""}
    assert cited <= set(register(question))


def test_the_register_is_sorted_and_holds_what_the_level_asks() -> None:
    ids = [item.id for item in mixed(1, Level.RED, Mode.FILL).citations]
    assert ids == sorted(set(ids))
    assert {"national.reduction.share.red", "national.reduction.exchange.sum.red"} <= set(ids)
    assert not any(name.endswith((".yellow", ".orange")) for name in ids if name.startswith("national.reduction"))


@given(seed=SEEDS)
@settings(max_examples=15)
def test_the_order_of_rows_changes_only_where_they_stood(seed: int) -> None:
    rows = random_rows(seed)
    shuffled = [rows[index] for index in np.random.default_rng(seed).permutation(len(rows))]
    assert problem_to_text(problem(*rows)) == problem_to_text(problem(*shuffled))


@given(seed=SEEDS, mode=st.sampled_from(list(Mode)))
@settings(max_examples=15)
def test_no_choice_takes_less_than_the_obligation(seed: int, mode: Mode) -> None:
    question = mixed(seed, Level.ORANGE, mode)
    options, first = question.options, question.sources.first_option[:-1]
    assert np.all(options.reduction_kg_per_day >= options.reduction_kg_per_day[first][options.source] - 1e-9)
    assert np.all(options.kept_share <= options.kept_share[first][options.source])
