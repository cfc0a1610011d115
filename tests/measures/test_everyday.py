"""Everyday words: an unknown word is a name where it can be nothing else, and stops the clause everywhere else."""

import pytest

from planner.measures import Kind, Statement, read_text
from planner.measures.times import clock_times


def only(text: str) -> Statement:
    """The one statement of a text that was read whole."""
    reading = read_text(text)
    assert reading.is_read, reading.unread
    assert len(reading.statements) == 1
    return reading.statements[0]


@pytest.mark.parametrize("text", ["钣金焊烟线停产", "喷胶台停用五台", "雷蒙机限产30%", "锌锅停用"])
def test_what_a_measure_is_about_may_be_called_anything(text: str) -> None:
    assert only(text).kind in (Kind.HALT, Kind.LIMIT_SHARE)


@pytest.mark.parametrize(
    "text",
    [
        "邻近企业停产",
        "受停电影响停产",
        "企业申请停产",
        "停产损失由企业承担",
        "拟停产1条线",
        "暂不停产",
        "2台烧结机以外停产",
        "员工减少30%",
        "利润下降30%",
        "电耗下降20%",
        "减产幅度降低10%",
        "停产时间减少20%",
        "全年停产",
        "风机停机",
    ],
)
def test_a_word_that_could_change_what_is_asked_leaves_the_clause_unread(text: str) -> None:
    assert not read_text(text).is_read


@pytest.mark.parametrize(
    ("text", "window"),
    [
        ("夜里十点至次日早六点", "22:00-06:00"),
        ("早八点至晚六点", "08:00-18:00"),
        ("二十二时至次日六时", "22:00-06:00"),
        ("晚12点至次日8点", "00:00-08:00"),
        ("夜里两点至早6点半", "02:00-06:30"),
    ],
)
def test_clock_times_in_words_are_clock_times(text: str, window: str) -> None:
    assert clock_times(text) == window
    assert only(f"每日{text}停机").hours.endswith(window)


@pytest.mark.parametrize("text", ["夜间22点至早6点生产，其余时间停机", "8时至10时装车，其余时间停止运输"])
def test_hours_in_which_it_runs_are_no_hours_in_which_it_stops(text: str) -> None:
    assert not read_text(text).is_read


@pytest.mark.parametrize("text", ["装置负荷：100%→80%", "负荷由100%降至80%", "生产负荷->80%"])
def test_an_arrow_says_to(text: str) -> None:
    assert only(text).share_cut == pytest.approx(0.2)


def test_one_unit_that_stops_is_no_unit_that_stays() -> None:
    assert not read_text("裂解炉停1台，其余低负荷运行").is_read
    assert only("锅炉四台运行两台").stop_count == 2


def test_a_stage_that_may_pass_bans_those_below_it() -> None:
    ban = only("物料进出厂采用国六或新能源车辆，其他车辆禁止进厂")
    assert ban.vehicles is not None
    assert ban.vehicles.through_standard == 5


def test_a_shorter_coking_time_is_no_longer_one() -> None:
    assert not read_text("结焦时间缩短至18小时").is_read
    assert only("结焦时间26h→34h").to_amount == pytest.approx(34.0)


def test_a_second_share_that_begins_later_is_for_a_person() -> None:
    assert not read_text("限产30%；预警持续超过72小时的，之后限产50%").is_read


@pytest.mark.parametrize("text", ["停产②禁止货车进出", "一是停产；二是禁止货车进出", "（1）停产（2）禁止货车进出"])
def test_items_may_be_numbered_in_the_middle_of_a_sentence(text: str) -> None:
    assert [item.kind for item in read_text(text).statements] == [Kind.HALT, Kind.TRUCK_BAN]


def test_two_counts_of_two_things_are_two_halts() -> None:
    assert [item.stop_count for item in read_text("瓷砖抛光线停3条，施釉线停2条").statements] == [3, 2]
