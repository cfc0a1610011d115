"""The traps of the grammar, one by one."""

import pytest

from planner.measures import Base, Bound, Doubt, Kind, Statement, read_text


def only(text: str) -> Statement:
    """The one statement of a text that was read whole."""
    reading = read_text(text)
    assert reading.is_read, reading.unread
    assert len(reading.statements) == 1
    return reading.statements[0]


def test_a_complement_beside_the_share_is_not_added() -> None:
    assert only("限产30%，即产量不得超过设计产能的70%").share_cut == pytest.approx(0.3)


def test_a_complement_that_does_not_fit_makes_the_clause_unread() -> None:
    assert not read_text("限产30%，不得超过设计产能的60%").is_read


@pytest.mark.parametrize("text", ["减排30%", "污染物排放量削减30%", "主要污染物限排30%"])
def test_emissions_are_no_share_of_output(text: str) -> None:
    assert only(text).base is Base.EMISSIONS


def test_a_closed_bound_keeps_its_stage_and_an_open_one_is_doubted() -> None:
    closed, bare = only("停止使用国三及以下货车"), only("停止使用国三以下货车")
    assert closed.vehicles is not None
    assert closed.vehicles.through_standard == 3
    assert not closed.doubts
    assert bare.doubts == (Doubt.OPEN_BOUND,)


def test_a_permission_bans_what_lies_below_it() -> None:
    ban = only("禁止重型货车进出厂区（国五及以上除外）")
    assert ban.vehicles is not None
    assert ban.vehicles.through_standard == 4


def test_not_more_than_is_an_upper_bound_of_the_cut() -> None:
    assert only("采暖季限产比例不超过30%").bound is Bound.AT_MOST


def test_less_than_of_a_share_that_is_cut_is_a_slip() -> None:
    assert not read_text("限产比例低于50%").is_read


def test_units_that_stay_are_no_units_that_stop() -> None:
    kept = only("保留2台锅炉运行，其余停产")
    assert (kept.kind, kept.keep_count, kept.stop_count) == (Kind.LIMIT_ABSOLUTE, 2, None)


def test_a_further_halt_rests_on_an_earlier_order() -> None:
    more = only("增停2台烧结机")
    assert (more.stop_count, more.doubts) == (2, (Doubt.EARLIER_ORDER,))


def test_numbers_of_lines_are_names_and_sizes_are_sizes() -> None:
    assert only("1#-3#回转窑停产").line_ids == ("1#", "2#", "3#")
    assert only("停产1台90m2烧结机").stop_count == 1


def test_longer_by_and_longer_to_are_told_apart() -> None:
    assert not only("结焦时间延长至36小时").doubts
    assert only("延长结焦时间36小时").doubts == (Doubt.BY_OR_TO,)


def test_a_line_that_goes_on_is_not_halted_with_its_neighbour() -> None:
    halted, other = read_text("1号窑停产，2号窑正常生产").statements
    assert (halted.line_ids, other.kind, other.line_ids) == (("1#",), Kind.OTHER, ("2#",))


def test_treatment_that_stops_after_production_is_no_halt() -> None:
    assert only("污染防治设施在停产后关停").kind is Kind.OTHER


def test_soft_words_do_not_bind() -> None:
    soft = only("原则上不允许货运车辆进出厂区")
    assert (soft.binding, soft.doubts) == (False, (Doubt.SOFT,))


def test_others_and_references_need_their_context() -> None:
    assert only("其余生产线停产").doubts == (Doubt.COMPLEMENT,)
    assert only("参照橙色预警执行").doubts == (Doubt.REFERENCE,)


@pytest.mark.parametrize("text", ["限产３０％", "限产 30 %", "限产百分之三十", "限产三成", "限产限产30%"])
def test_one_share_in_many_spellings(text: str) -> None:
    assert only(text).share_cut == pytest.approx(0.3)


def test_a_statement_keeps_the_words_it_came_from() -> None:
    statements = read_text("2#线限产 20％；停止公路运输").statements
    assert [item.phrase for item in statements] == ["2#线限产 20％", "停止公路运输"]


def test_a_relaxed_measure_keeps_its_hours() -> None:
    halt, relaxed = read_text("烧结机停产；响应超过120小时之后限产50%以上，以生产线计").statements
    assert (halt.kind, relaxed.kind, relaxed.hours) == (Kind.HALT, Kind.DURATION_DEPENDENT, ">120 h")


@pytest.mark.parametrize(
    "text", ["婉拒停产要求", "盘点20%后限产", "巡视烧结机停产", "加热炉抽钢间隔拉长20%", "谋划停产3条线"]
)
def test_a_word_that_nobody_knows_leaves_the_clause_unread(text: str) -> None:
    assert not read_text(text).is_read


@pytest.mark.parametrize("text", ["皂化釜停止使用", "除鳞线停产", "停止硝化作业"])
def test_an_unknown_word_before_a_unit_or_a_work_is_its_name(text: str) -> None:
    assert only(text).kind in (Kind.HALT, Kind.PROCESS_HALT)


@pytest.mark.parametrize("text", ["酯化岗位停产", "拉丝停产", "皂化系统停产", "停产企业", "环保设备停运"])
def test_what_may_be_a_unit_as_well_as_a_process_stays_unread(text: str) -> None:
    assert not read_text(text).is_read


@pytest.mark.parametrize("text", ["停产2台3台压机", "停产5天7天", "烧结机限产20%，烧结机限产30%"])
def test_two_numbers_of_a_kind_for_one_thing_stay_unread(text: str) -> None:
    assert not read_text(text).is_read


def test_a_verb_of_less_is_no_name_where_a_number_stands() -> None:
    assert read_text("按限产比例降低运输能力").is_read
    assert not read_text("降低运输能力后限产20%").is_read


def test_a_daily_amount_may_be_of_anything() -> None:
    amount = only("日用漆量由280千克降至266千克")
    assert (amount.kind, amount.from_amount, amount.to_amount) == (Kind.LIMIT_ABSOLUTE, 280.0, 266.0)


def test_a_section_of_a_plant_is_a_process() -> None:
    assert only("酯化工段停产").kind is Kind.PROCESS_HALT


def test_an_amount_that_is_taken_off_is_not_what_stays() -> None:
    assert not read_text("铁水日产量压减1000吨").is_read
    assert only("铁水日产量压减至1000吨").to_amount == pytest.approx(1000.0)


@pytest.mark.parametrize("text", ["压铸机4台，停用两台", "4台压铸机中的两台停用", "压铸机四台，停2开2"])
def test_how_many_there_are_is_no_part_of_how_many_stop(text: str) -> None:
    some = only(text)
    assert (some.stop_count, some.keep_count) == (2, 2)


@pytest.mark.parametrize("text", ["只运行30%生产线", "保留30%产能", "日产量不超过正常产量的30%", "开机率控制在30%以内"])
def test_a_share_that_stays_is_no_share_that_is_cut(text: str) -> None:
    assert only(text).share_cut == pytest.approx(0.7)


def test_two_measures_with_a_list_mark_between_them_are_two() -> None:
    halted, kept = read_text("热压机全部停产、只运行3台压铸机").statements
    assert (halted.share_cut, kept.keep_count) == (1.0, 3)


def test_units_of_another_thing_that_stay_are_a_measure_of_their_own() -> None:
    assert len(read_text("2台发酵罐停产，仅保留两台中频炉").statements) == 2
    assert only("停产3台织机，剩余5台正常运行").keep_count == 5


def test_what_is_made_of_iron_does_not_drive() -> None:
    assert only("叉车制造企业停产").vehicles is None
    assert only("保温材料厂停产").kind is Kind.HALT


@pytest.mark.parametrize("text", ["1.停产", "（1）停产", "①停产", "一、停产"])
def test_the_number_of_an_item_is_no_number_of_the_measure(text: str) -> None:
    assert only(text).share_cut == pytest.approx(1.0)


def test_what_is_used_up_does_not_halt() -> None:
    assert not read_text("溶剂型涂料停止使用").is_read


@pytest.mark.parametrize("text", ["日产量不超过120%", "限产150%"])
def test_a_share_beyond_the_whole_is_no_share(text: str) -> None:
    assert not read_text(text).is_read


def test_nonsense_is_unread_and_never_a_traceback() -> None:
    for text in ("", "，；", "%", "(((", "国", "限产", "停产100台200台300", "一二三四五", "🙂停产🙂%"):
        read_text(text)
