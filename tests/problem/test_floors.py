"""What rules and filed measures oblige a source to, at least."""

import pytest

from planner.terms import Level, Mode
from tests.problem.reading import Offer, kept, obliged, register
from tests.tiny import problem, rest, source

BAN, STOP_HAULAGE, LAST = "truck_ban_cn4", "road_haulage_stop", "treatment_last"
YELLOW, ORANGE, RED = Level


def clinker(source_id: str = "s", **cells: object) -> dict[str, object]:
    return source(source_id, key_industry="cement", sub_process="clinker", pm_kg_per_day=100.0) | cells


def floor_of(level: Level, **cells: object) -> Offer:
    return obliged(problem(clinker(**cells), level=level), "s")


@pytest.mark.parametrize(
    ("grade", "level", "kept_share", "measures"),
    [
        ("A", YELLOW, 1.0, ()),
        ("A", ORANGE, 1.0, ()),
        ("A", RED, 1.0, ()),
        ("B", YELLOW, 1.0, (BAN,)),
        ("B", ORANGE, 0.8, (BAN, "limit")),
        ("B", RED, 0.0, (BAN, "halt", LAST)),
        ("C", YELLOW, 0.5, (BAN, "limit")),
        ("C", ORANGE, 0.0, (BAN, "halt", LAST)),
        ("C", RED, 0.0, (BAN, "halt", LAST)),
        ("D", YELLOW, 0.0, (STOP_HAULAGE, "halt", LAST)),
        ("D", ORANGE, 0.0, (STOP_HAULAGE, "halt", LAST)),
        ("D", RED, 0.0, (STOP_HAULAGE, "halt", LAST)),
        ("B-", RED, 1.0, ()),
        ("ungraded", RED, 1.0, ()),
    ],
)
def test_the_table_of_cement_clinker_holds(
    grade: str, level: Level, kept_share: float, measures: tuple[str, ...]
) -> None:
    floor = floor_of(level, grade=grade)
    assert (floor.kept, floor.measures) == (kept_share, measures)


def test_grinding_is_not_clinker() -> None:
    assert floor_of(RED, grade="D", sub_process="grinding").measures == ()


def test_a_floor_cites_its_rule() -> None:
    wanted = ("industries.cement_clinker.b.orange.limit", "industries.cement_clinker.b.orange.truck_ban_cn4")
    assert floor_of(ORANGE, grade="B").citations == wanted


def test_a_floor_takes_its_share_of_every_pollutant() -> None:
    cells = {"so2_kg_per_day": 10.0, "nox_kg_per_day": 50.0, "vocs_kg_per_day": 1.0}
    assert floor_of(ORANGE, grade="B", **cells).kilograms == pytest.approx((2.0, 10.0, 20.0, 0.2))


def test_a_kiln_that_cannot_stop_is_limited_to_its_least_load_where_the_rule_says_halt() -> None:
    floor = floor_of(RED, grade="D", can_stop=False, minimum_load_share=0.6)
    assert (floor.kept, floor.halts, floor.measures) == (0.6, False, (STOP_HAULAGE, "limit"))


def test_a_guaranteed_kiln_keeps_its_least_load_under_a_floor() -> None:
    assert floor_of(ORANGE, grade="B", guarantee="co_disposal", minimum_load_share=0.9).kept == 0.9


def test_a_line_held_hot_is_not_called_halted() -> None:
    floor = floor_of(RED, grade="D", hold_hot_share=0.1)
    assert (floor.kept, floor.halts, floor.measures) == (0.0, True, (STOP_HAULAGE, "hold_hot", LAST))


def test_of_two_lines_of_which_one_cannot_stop_each_lowers_its_load() -> None:
    lines = [clinker("s1", enterprise_id="E"), clinker("s2", enterprise_id="E", can_stop=False)]
    question = problem(*lines, level=YELLOW)
    assert [obliged(question, name).kept for name in ("s1", "s2")] == [0.5, 0.5]


def test_of_two_lines_that_can_stop_neither_is_obliged_by_itself() -> None:
    question = problem(clinker("s1", enterprise_id="E"), clinker("s2", enterprise_id="E"), level=YELLOW)
    assert [obliged(question, name).kept for name in ("s1", "s2")] == [1.0, 1.0]


@pytest.mark.parametrize("level", list(Level))
@pytest.mark.parametrize(("vehicles", "measures"), [(0.0, ()), (10.0, ()), (11.0, (BAN,)), (500.0, (BAN,))])
def test_more_than_ten_heavy_vehicles_a_day_bring_the_truck_duty(
    level: Level, vehicles: float, measures: tuple[str, ...]
) -> None:
    duty = obliged(problem(source("s", vehicles_per_day=vehicles, nox_kg_per_day=9.0), level=level), "s")
    assert (duty.measures, duty.kept, duty.cost, sum(duty.kilograms)) == (measures, 1.0, 0.0, 0.0)


def test_the_truck_duty_cites_the_level() -> None:
    duty = obliged(problem(source("s", vehicles_per_day=11.0)), "s")
    assert (duty.citations, duty.basis) == (("national.transport.duty.truck_ban_cn4.orange",), "floor")


@pytest.mark.parametrize("cells", [{"grade": "A"}, {"exempt_through": "red"}, {"white_listed": True}])
def test_who_stands_outside_has_no_truck_duty(cells: dict[str, object]) -> None:
    assert obliged(problem(source("s", vehicles_per_day=99.0) | cells), "s").measures == ()


def place(sub_process: str, kind: str = "site") -> dict[str, object]:
    own = {"key_industry": "none", "enterprise_id": "", "grade": "none", "sub_process": sub_process}
    kilograms = {f"{name}_kg_per_day": 100.0 for name in ("so2", "nox", "pm", "vocs")}
    return source("s", source_kind=kind, value_added_yuan_per_day=1000.0) | own | kilograms


@pytest.mark.parametrize(
    ("sub_process", "level", "cut", "measures"),
    [
        ("construction", YELLOW, (0.0, 0.0, 80.0, 0.0), ("earthwork_stop",)),
        ("construction", RED, (0.0, 0.0, 80.0, 0.0), ("earthwork_stop",)),
        ("road_dust", ORANGE, (0.0, 0.0, 20.0, 0.0), ("road_cleaning",)),
        ("road_fleet", ORANGE, (0.0, 10.0, 0.0, 0.0), (BAN,)),
        ("road_fleet", RED, (0.0, 40.0, 0.0, 30.0), ("odd_even", BAN)),
        ("nonroad_fleet", RED, (0.0, 0.0, 0.0, 0.0), ("machinery_ban_cn2",)),
        ("storage_yard", YELLOW, (0.0, 0.0, 0.0, 0.0), ("yard_stop",)),
    ],
)
def test_dust_and_roads_lose_what_the_rules_give(
    sub_process: str, level: Level, cut: tuple[float, ...], measures: tuple[str, ...]
) -> None:
    found = obliged(problem(place(sub_process), level=level), "s")
    assert (found.kilograms, found.measures) == (pytest.approx(cut), measures)


def test_overlapping_vehicle_measures_are_one_option_of_the_larger_share_and_its_cost() -> None:
    fleet = obliged(problem(place("road_fleet", "fleet"), level=RED), "s")
    assert (fleet.kept, fleet.cost) == (pytest.approx(0.6), pytest.approx(0.4 * 1000.0 * 3))


def filed(mode: Mode, line: dict[str, object], **cells: object) -> Offer:
    return obliged(problem(line | cells, rest(pm=1.0), mode=mode), "s")


LIMIT = {"orange_measure": "limit", "orange_kept_share": 0.7}


@pytest.mark.parametrize(("mode", "kept_share"), [(Mode.FILED, 0.7), (Mode.FILL, 0.7), (Mode.DESIGN, 1.0)])
def test_filed_measures_stand_in_filed_and_fill_and_are_open_in_design(mode: Mode, kept_share: float) -> None:
    assert filed(mode, source("s"), **LIMIT).kept == kept_share


@pytest.mark.parametrize(("mode", "menu"), [(Mode.FILED, (0.7,)), (Mode.FILL, (0.7, 0.5, 0.0))])
def test_only_fill_goes_beyond_the_filed_measure(mode: Mode, menu: tuple[float, ...]) -> None:
    assert kept(problem(source("s", **LIMIT), mode=mode), "s") == menu


def test_a_filed_measure_cites_its_own_row_of_the_list() -> None:
    question = problem(source("s", **LIMIT), mode=Mode.FILED)
    found = obliged(question, "s")
    assert (found.citations, found.basis, register(question)["list"].status) == (("list",), "filed", "filed")


def test_a_filed_measure_of_another_level_is_not_asked() -> None:
    assert filed(Mode.FILED, source("s"), red_measure="halt", red_kept_share=0.0).kept == 1.0


def test_a_floor_beyond_the_filed_measure_stays_a_floor() -> None:
    found = filed(Mode.FILL, clinker(grade="B"), orange_measure="limit", orange_kept_share=0.9)
    assert (found.kept, found.basis, "list" in found.citations) == (0.8, "floor", False)


def test_a_filed_measure_beyond_the_floor_cites_both() -> None:
    found = filed(Mode.FILL, clinker(grade="B"), **LIMIT)
    assert (found.kept, found.basis) == (0.7, "filed")
    assert {"list", "industries.cement_clinker.b.orange.limit"} <= set(found.citations)


def test_a_filed_truck_ban_is_a_duty_without_kilograms() -> None:
    found = filed(Mode.FILED, source("s", pm_kg_per_day=5.0), orange_measure=BAN)
    assert (found.measures, found.kept, found.basis, sum(found.kilograms)) == ((BAN,), 1.0, "filed", 0.0)


def test_a_filed_halt_never_goes_below_a_guarantee() -> None:
    halt = {"orange_measure": "halt", "orange_kept_share": 0.0}
    assert filed(Mode.FILED, source("s", guarantee="heat", minimum_load_share=0.55), **halt).kept == 0.55


def test_the_problem_holds_floor_and_filed_kilograms_apart() -> None:
    question = problem(clinker(grade="B", **LIMIT), mode=Mode.FILL)
    assert question.sources.floor_kg_per_day[0].tolist() == pytest.approx([0.0, 0.0, 20.0, 0.0])
    assert question.sources.filed_kg_per_day[0].tolist() == pytest.approx([0.0, 0.0, 30.0, 0.0])


def test_in_design_the_filed_kilograms_are_the_floors_again() -> None:
    question = problem(clinker(grade="B", **LIMIT), mode=Mode.DESIGN)
    assert question.sources.filed_kg_per_day.tolist() == question.sources.floor_kg_per_day.tolist()
