"""Each city plan as data: what `planner rules list --city` and the planner have of it, row by row of the five texts."""

from datetime import date

import pytest

from planner.rules import in_force
from planner.terms import Evidence, RuleStatus

ON = date(2026, 11, 23)
CITIES = ("changzhi", "kaifeng", "shangqiu", "taiyuan", "xiangyang", "zhengzhou")

ROWS = [
    ("xiangyang", "national.reduction.share.yellow", 0.1, "26"),
    ("xiangyang", "national.reduction.share.orange", 0.2, "26"),
    ("xiangyang", "national.reduction.share.red", 0.3, "26"),
    ("xiangyang", "cities.xiangyang.list.built_on_inventory", True, "26"),
    ("xiangyang", "cities.xiangyang.list.depth", "车间、工段或设备", "26"),
    ("xiangyang", "cities.xiangyang.off_peak.industries", "钢铁、铸造、水泥、建材、化工、制药", "26"),
    ("xiangyang", "cities.xiangyang.report.every_hours", 24, "26"),
    ("xiangyang", "cities.xiangyang.sites.boards", "红、黄、绿", "20"),
    ("xiangyang", "cities.xiangyang.sites.black_list", True, "20"),
    ("xiangyang", "cities.xiangyang.region.same_scale", True, "25"),
    ("changzhi", "national.standing.grade_a", True, "30"),
    ("changzhi", "cities.changzhi.list.covers_every_emitter", True, "29"),
    ("changzhi", "cities.changzhi.list.agrees_with_permit", True, "29"),
    ("changzhi", "cities.changzhi.warning.flow_document", "长政办发〔2023〕32号", "29"),
    ("changzhi", "cities.changzhi.forecast.days_ahead.least", 7, "29"),
    ("changzhi", "cities.changzhi.forecast.days_ahead.most", 10, "29"),
    ("kaifeng", "national.standing.white_list", True, "20"),
    ("kaifeng", "cities.kaifeng.autumn_winter.failed_upgrades", True, "23"),
    ("kaifeng", "cities.kaifeng.region.joint_response", True, "27"),
    ("kaifeng", "cities.kaifeng.grades.in_and_out", True, "28"),
    ("kaifeng", "cities.kaifeng.checks.power_use", True, "30"),
    ("zhengzhou", "national.standing.white_list", True, "16"),
    ("zhengzhou", "cities.zhengzhou.autumn_winter.failed_upgrades", True, "19"),
    ("zhengzhou", "cities.zhengzhou.warning.standard_flow", True, "27"),
    ("zhengzhou", "cities.zhengzhou.grades.in_and_out", True, "28"),
    ("zhengzhou", "cities.zhengzhou.sites.dust_standards", True, "22"),
    ("zhengzhou", "cities.zhengzhou.mobile.machinery_zone", True, "14"),
    ("shangqiu", "cities.shangqiu.list.one_list", True, "附件2第十六项1"),
    ("shangqiu", "cities.shangqiu.early_control.on", True, "附件2第十六项1"),
    ("shangqiu", "cities.shangqiu.off_peak.own_list", True, "附件2第十六项2"),
    ("shangqiu", "cities.shangqiu.checks.by_county", True, "附件2第十六项3"),
]


@pytest.mark.parametrize(("city", "rule_id", "value", "clause"), ROWS, ids=[f"{row[0]}-{row[1]}" for row in ROWS])
def test_a_city_says_what_its_text_says_and_where(rulebook, city, rule_id, value, clause):
    found = in_force(rulebook, ON, city).find(rule_id)
    assert (found.value, found.dated.clause, found.city) == (value, clause, city)
    assert found.dated.instrument in rulebook.city(city).instruments


@pytest.mark.parametrize("level", ["yellow", "orange", "red"])
def test_the_named_coal_users_of_xiangyang_open_their_reserve(rulebook, level):
    rules = in_force(rulebook, ON, "xiangyang")
    duty = rules.find(f"cities.xiangyang.coal.power_unit.coal_quality.{level}")
    assert (duty.rule.measure, duty.dated.clause) == ("coal_quality", "8")
    assert rules.find("cities.xiangyang.coal.reserve_users").value.count("、") == 7


def test_the_nine_areas_of_changzhi_are_a_parameter_to_be_confirmed(rulebook):
    (group,) = rulebook.city("changzhi").area_groups
    assert (group.clause, len(group.areas), group.status) == ("28", 9, RuleStatus.TO_CONFIRM)
    assert group.evidence is Evidence.CITY_CHOICE


def test_four_counties_go_in_step_with_xiangyang(rulebook):
    (group,) = rulebook.city("xiangyang").area_groups
    assert set(group.areas) == {"420684", "420625", "420624", "420682"}


def test_shangqiu_selects_control_before_yellow(rulebook):
    assert rulebook.city("shangqiu").warning_variants == ("shangqiu_early_2019",)


@pytest.mark.parametrize(("city", "count"), [("changzhi", 14), ("kaifeng", 10), ("shangqiu", 10), ("zhengzhou", 16)])
def test_a_city_has_its_counties_and_zones(rulebook, city, count):
    areas = rulebook.city(city).areas
    assert len(areas) == count
    assert all(area.status is RuleStatus.TO_CONFIRM for area in areas if area.kind == "development_zone")


def test_districts_that_were_counties_carry_their_new_codes(rulebook):
    names = {area.code: area.name_zh for city in CITIES for area in rulebook.city(city).areas}
    assert (names["410212"], names["420607"], names["411481"]) == ("祥符区", "襄州区", "永城市")


@pytest.mark.parametrize("day", [date(2018, 11, 15), date(2019, 10, 20)], ids=str)
def test_the_cuts_reach_back_to_the_opinion_of_2018(rulebook, day):
    rules = in_force(rulebook, day, "changzhi")
    assert rules.number("national.reduction.exchange.sum.orange") == 0.4
    assert rules.find("national.reduction.share.orange").dated.instrument == "mee-2018-875"
    assert rules.number("national.transport.bulk_vehicles_per_day") == 10


def test_the_sixth_city_takes_its_own_triggers_and_waits_to_be_confirmed(rulebook):
    taiyuan = rulebook.city("taiyuan")
    assert taiyuan.warning_variants == ("taiyuan_so2_2020",)
    assert {dated.status for rule in taiyuan.rules for dated in rule.values} == {RuleStatus.TO_CONFIRM}


def test_what_one_other_city_asked_is_off_until_a_city_turns_it_on(rulebook):
    rules = in_force(rulebook, ON, "kaifeng")
    assert rules.find("national.boilers_power.boiler.cap.orange.nox") is None
    assert rules.find("national.ports_quarries.concrete.halt.red") is None
    assert rules.find("national.coal.power_unit.coal_quality.orange") is None
