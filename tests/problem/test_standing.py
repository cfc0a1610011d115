"""Who may be ordered, who not, and which reason is named."""

import pytest

from planner.problem import PlanProblem, build_problem
from planner.terms import Level, Mode, Standing
from tests.problem.reading import kept, offers, register, rules_without, standing
from tests.tiny import alert, inventory, problem, rest, source

OWN_SHARE = 0.3  # 0.3 kg/d x 330 d = 99 kg a year, just within 100


def standing_of(level: Level = Level.ORANGE, **cells: object) -> tuple[str, str]:
    return standing(problem(source("s", pm_kg_per_day=50.0) | cells, rest(pm=50.0), level=level), "s")


def small(source_id: str = "s", **cells: object) -> dict[str, object]:
    return source(source_id, uses_coal=False, pm_kg_per_day=OWN_SHARE) | cells


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        ({}, (Standing.ORDERABLE, "")),
        ({"grade": "A"}, (Standing.SELF_DETERMINED, "national.standing.grade_a")),
        ({"grade": "leading"}, (Standing.SELF_DETERMINED, "national.standing.leading")),
        ({"white_listed": True}, (Standing.WHITE_LISTED, "national.standing.white_list")),
        ({"exempt_through": "red"}, (Standing.EXEMPT, "national.standing.exempt_by_name")),
        ({"guarantee": "heat"}, (Standing.GUARANTEED, "national.standing.guarantee.heat")),
        ({"guarantee": "output"}, (Standing.GUARANTEED, "national.standing.guarantee.output")),
        ({"guarantee": "co_disposal"}, (Standing.GUARANTEED, "national.standing.guarantee.co_disposal")),
        ({"guarantee": "power"}, (Standing.GUARANTEED, "national.standing.guarantee.power")),
        ({"source_kind": "fleet", "enterprise_id": ""}, (Standing.FLEET_OR_SITE, "")),
        ({"source_kind": "site", "enterprise_id": ""}, (Standing.FLEET_OR_SITE, "")),
        ({"source_kind": "rest", "enterprise_id": ""}, (Standing.REST, "")),
    ],
)
def test_a_standing_names_its_reason_and_its_rule(cells: dict[str, object], expected: tuple[str, str]) -> None:
    assert standing_of(**cells) == expected


@pytest.mark.parametrize(
    ("cells", "strongest"),
    [
        ({"exempt_through": "red", "white_listed": True, "grade": "A"}, Standing.EXEMPT),
        ({"white_listed": True, "grade": "A", "guarantee": "heat"}, Standing.WHITE_LISTED),
        ({"grade": "A", "guarantee": "heat"}, Standing.SELF_DETERMINED),
        ({"source_kind": "rest", "enterprise_id": "", "exempt_through": "red", "grade": "A"}, Standing.REST),
        ({"source_kind": "site", "enterprise_id": "", "white_listed": True}, Standing.FLEET_OR_SITE),
    ],
)
def test_of_several_reasons_the_strongest_is_named(cells: dict[str, object], strongest: Standing) -> None:
    assert standing_of(**cells)[0] == strongest


@pytest.mark.parametrize(
    ("through", "level", "expected"),
    [
        ("yellow", Level.YELLOW, Standing.EXEMPT),
        ("yellow", Level.ORANGE, Standing.ORDERABLE),
        ("orange", Level.YELLOW, Standing.EXEMPT),
        ("orange", Level.ORANGE, Standing.EXEMPT),
        ("orange", Level.RED, Standing.ORDERABLE),
        ("red", Level.RED, Standing.EXEMPT),
    ],
)
def test_an_exemption_ends_above_its_level(through: str, level: Level, expected: Standing) -> None:
    assert standing_of(level, exempt_through=through)[0] == expected


def test_a_firm_within_the_yearly_limit_is_small() -> None:
    assert standing(problem(small()), "s") == (Standing.SMALL, "national.standing.small")


@pytest.mark.parametrize(
    "cells",
    [
        {"pm_kg_per_day": 0.31},
        {"uses_coal": True},
        {"vocs_kg_per_day": 0.1},
        {"operating_days_per_year": 360.0},
    ],
)
def test_a_firm_above_the_limit_or_burning_coal_is_not_small(cells: dict[str, object]) -> None:
    assert standing(problem(small(**cells)), "s")[0] == Standing.ORDERABLE


def test_the_lines_of_a_firm_are_small_together_or_not_at_all() -> None:
    lines = [small("s1", enterprise_id="E"), small("s2", enterprise_id="E")]
    assert standing(problem(*lines), "s1")[0] == Standing.ORDERABLE


def test_one_line_on_coal_bars_the_whole_firm() -> None:
    lines = [small("s1", enterprise_id="E"), small("s2", enterprise_id="E", uses_coal=True, pm_kg_per_day=0.0)]
    assert standing(problem(*lines), "s1")[0] == Standing.ORDERABLE


def test_an_idle_line_does_not_count_against_a_small_firm() -> None:
    idle = small("s2", enterprise_id="E", status="idle", pm_kg_per_day=50.0, uses_coal=True)
    assert standing(problem(small("s1", enterprise_id="E"), idle), "s1")[0] == Standing.SMALL


@pytest.mark.parametrize(
    ("off", "cells"),
    [
        ("national.standing.exempt_by_name", {"exempt_through": "red"}),
        ("national.standing.white_list", {"white_listed": True}),
        ("national.standing.grade_a", {"grade": "A"}),
        ("national.standing.guarantee.heat", {"guarantee": "heat"}),
        ("national.standing.small", {"uses_coal": False, "pm_kg_per_day": OWN_SHARE}),
        ("national.small.annual_kg", {"uses_coal": False, "pm_kg_per_day": OWN_SHARE}),
    ],
)
def test_a_reason_without_a_rule_in_force_is_none(off: str, cells: dict[str, object]) -> None:
    question = build_problem(inventory(source("s") | cells), rules_without(off), alert(), Mode.DESIGN)
    assert standing(question, "s") == (Standing.ORDERABLE, "")


BARRED = [
    {"grade": "A"},
    {"white_listed": True},
    {"exempt_through": "red"},
    {"uses_coal": False, "pm_kg_per_day": OWN_SHARE},
    {"source_kind": "rest", "enterprise_id": "", "grade": "none"},
]


def barred(cells: dict[str, object], mode: Mode) -> PlanProblem:
    """A clinker line that rules and its own filing would halt, were it not for its standing."""
    line = source("s", key_industry="cement", sub_process="clinker", grade="D", vehicles_per_day=99.0)
    filed = {"red_measure": "halt", "red_kept_share": 0.0, "pm_kg_per_day": 50.0}
    return problem(line | filed | cells, rest(pm=50.0), level=Level.RED, mode=mode)


@pytest.mark.parametrize("cells", BARRED)
@pytest.mark.parametrize("mode", list(Mode))
def test_who_stands_outside_is_offered_nothing(cells: dict[str, object], mode: Mode) -> None:
    (only,) = offers(barred(cells, mode), "s")
    assert (only.kept, only.measures, only.cost, only.kilograms) == (1.0, (), 0.0, (0.0, 0.0, 0.0, 0.0))


@pytest.mark.parametrize("cells", BARRED)
def test_who_stands_outside_stays_in_the_base(cells: dict[str, object]) -> None:
    own = float(cells.get("pm_kg_per_day", 50.0))
    assert barred(cells, Mode.FILL).sources.base_kg_per_day.sum(axis=0)[2] == 50.0 + own


@pytest.mark.parametrize("cells", BARRED[:-1])
def test_the_rule_behind_a_standing_is_in_the_register(cells: dict[str, object]) -> None:
    question = barred(cells, Mode.FILL)
    assert standing(question, "s")[1] in register(question)


@pytest.mark.parametrize(("can_stop", "guarantee"), [(True, "heat"), (False, "none"), (False, "output")])
def test_a_guarantee_or_a_line_that_cannot_stop_keeps_its_least_load(*, can_stop: bool, guarantee: str) -> None:
    line = source("s", grade="D", can_stop=can_stop, guarantee=guarantee, minimum_load_share=0.62)
    assert kept(problem(line), "s") == (1.0, 0.9, 0.8, 0.7, 0.62)


def test_a_line_that_may_stop_is_not_held_up_by_its_least_load() -> None:
    assert kept(problem(source("s", minimum_load_share=0.62)), "s")[-1] == 0.0


@pytest.mark.parametrize(
    ("exempt", "expected"), [("none", "fleet_or_site"), ("yellow", "fleet_or_site"), ("red", "exempt")]
)
def test_the_site_of_a_key_project_is_exempt_by_name(exempt, expected) -> None:
    own = {"key_industry": "none", "enterprise_id": "", "grade": "none", "sub_process": "construction"}
    site = source("s", source_kind="site", exempt_through=exempt, pm_kg_per_day=100.0) | own
    assert standing(problem(site), "s")[0] == expected
