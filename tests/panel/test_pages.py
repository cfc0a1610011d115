"""Each page runs as a reader sees it, over a real store and the demo list."""

from collections.abc import Iterator
from pathlib import Path

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from tests.project import ROOT

PATIENCE_SECONDS = 60
DEMO = ROOT / "data" / "enterprises.csv"


@pytest.fixture(scope="module", autouse=True)
def _one_store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """A store for the pages of this module; what Streamlit keeps belongs to it."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PLANNER_DATABASE_URL", f"sqlite:///{tmp_path_factory.mktemp('pages') / 'planner.db'}")
        patch.setattr("planner.panel.work.PATIENCE_SECONDS", PATIENCE_SECONDS)
        st.cache_resource.clear()
        yield
        st.cache_resource.clear()


def open_panel(**link: str) -> AppTest:
    app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=PATIENCE_SECONDS)
    for name, value in link.items():
        app.query_params[name] = value
    return app.run()


def open_page(page: str, **link: str) -> AppTest:
    return open_panel(**link).switch_page(f"pages/{page}.py").run()


def words_of(app: AppTest) -> str:
    parts = (*app.markdown, *app.caption, *app.error, *app.warning, *app.success, *app.info, *app.title, *app.subheader)
    return " ".join(str(item.value) for item in parts)


def test_the_command_page_shows_four_cuts_and_the_table() -> None:
    app = open_panel()
    assert not app.exception
    assert "重污染天气" in app.title[0].value
    assert app.metric[0].delta == "达标 · 目标 20%"
    assert len(app.metric) == 4
    assert len(app.dataframe[0].value) > 500


def test_a_link_opens_its_level_and_mode() -> None:
    app = open_panel(level="red", mode="filed")
    assert app.segmented_control(key="level").value == "red"
    assert "尚缺" in words_of(app)
    assert app.query_params["mode"] in ("filed", ["filed"])


def test_a_chosen_level_is_told_in_the_address_bar() -> None:
    app = open_panel()
    app.segmented_control(key="level").set_value("yellow").run()
    assert app.query_params["level"] in ("yellow", ["yellow"])
    assert "10%" in app.metric[0].delta


def test_filters_narrow_the_table() -> None:
    app = open_panel()
    whole = len(app.dataframe[0].value)
    app.text_input(key="search").set_value("水泥").run()
    assert 0 < len(app.dataframe[0].value) < whole


def test_a_search_without_a_hit_says_what_to_do() -> None:
    app = open_panel()
    app.text_input(key="search").set_value("没有这样的企业").run()
    assert "没有符合条件的记录" in words_of(app)


def test_an_english_page_holds_no_chinese() -> None:
    app = open_panel(lang="en")
    assert app.title[0].value == "Heavy pollution: emergency reduction"
    assert app.segmented_control(key="language").value == "en"
    assert not any("一" <= character <= "鿿" for character in words_of(app))


def test_a_what_if_stands_beside_the_plan() -> None:
    app = open_panel()
    app.segmented_control(key="view").set_value("what_if").run()
    app.segmented_control(key="change_kind").set_value("target").run()
    app.number_input(key="target").set_value(15.0)
    next(button for button in app.button if button.label == "比较").click().run()
    assert not app.exception
    assert "费用减少" in words_of(app)


def test_the_enterprise_page_asks_for_an_enterprise() -> None:
    app = open_page("enterprise")
    assert not app.exception
    assert "请在上方选择企业" in words_of(app)


def html_of(app: AppTest) -> str:
    return " ".join(str(item.proto.body) for item in app.get("html"))


def test_an_enterprise_shows_its_lines_at_each_level_and_why() -> None:
    app = open_page("enterprise", enterprise="91999999000000182L")
    assert not app.exception
    assert {"各级别生产线减排措施对照", "减排依据", "可选措施比较", "本季停产工时"} <= {
        item.value for item in app.subheader
    }
    assert html_of(app).count('class="paper"') >= 2
    assert "未经签发，仅为草案" in html_of(app)


def test_the_enterprise_page_says_that_no_order_was_made_yet() -> None:
    app = open_page("enterprise", enterprise="91999999000000182L")
    assert "尚未向该企业制发减排通知" in words_of(app)


def test_the_demonstration_forecast_advises_a_level_and_says_that_it_is_invented() -> None:
    app = open_panel(level="yellow")
    app.button(key="demo_forecast").click().run()
    assert not app.exception
    assert "建议：橙色预警" in html_of(app)
    assert "虚构数据" in words_of(app)


def test_the_advised_level_is_taken_by_a_button() -> None:
    app = open_panel(level="yellow")
    app.button(key="demo_forecast").click().run()
    app.button(key="take_advice").click().run()
    assert app.segmented_control(key="level").value == "orange"
    assert "20%" in app.metric[0].delta


def test_a_plan_called_off_is_not_shown_and_can_be_asked_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("planner.panel.work.PATIENCE_SECONDS", 0.0)
    app = open_panel(mode="design", level="red")
    app.button(key="call_off_plan").click().run()
    assert "已取消计算" in words_of(app)
    assert not app.metric
    monkeypatch.setattr("planner.panel.work.PATIENCE_SECONDS", PATIENCE_SECONDS)
    app.button(key="again_plan").click().run()
    assert len(app.metric) == 4


def test_a_link_to_a_stored_plan_shows_that_plan() -> None:
    app = open_panel(level="yellow")
    number = app.session_state["planner"].store.plans("changzhi")[-1].plan_id
    linked = open_panel(plan=str(number))
    assert f"编号{number}" in words_of(linked)
    assert linked.query_params["plan"] in (str(number), [str(number)])


def test_a_number_without_a_plan_is_told_and_not_shown_as_one() -> None:
    app = open_panel(plan="999999")
    assert not app.exception
    assert app.error
    assert not app.metric


def test_failures_can_be_withstood_by_an_option() -> None:
    app = open_panel()
    app.number_input(key="option_failures").set_value(1)
    next(button for button in app.button if button.label == "按以上选项计算").click().run()
    assert not app.exception
    assert "未执行时，仍可达到" in words_of(app)


def test_the_three_levels_stand_in_one_table() -> None:
    app = open_panel()
    app.segmented_control(key="view").set_value("levels").run()
    assert "全社会" in html_of(app)
    assert "吨/日" in html_of(app)


def test_without_an_order_in_force_the_page_says_what_the_view_will_tell() -> None:
    app = open_panel()
    app.segmented_control(key="view").set_value("changes").run()
    assert "当前无生效的减排通知" in words_of(app)


def test_the_list_page_says_that_the_list_is_a_demonstration() -> None:
    app = open_page("lists")
    assert not app.exception
    assert "演示清单" in words_of(app)
    assert "尚未导入清单" in words_of(app)


def test_a_bad_list_is_told_cell_by_cell_and_not_imported() -> None:
    app = open_page("lists")
    header, first, *_ = DEMO.read_text("utf-8").splitlines()
    spoilt = first.replace(",line,industry,", ",lime,industry,")
    app.file_uploader(key="upload").upload("bad.csv", f"{header}\n{spoilt}\n".encode(), "text/csv").run()
    assert not app.exception
    findings = app.dataframe[-1].value
    assert "source_kind" in findings["column"].tolist()
    assert not [button for button in app.button if button.key == "import"]


def test_a_sound_list_is_imported_as_a_version(fresh_store: str) -> None:
    st.cache_resource.clear()
    app = open_page("lists")
    app.file_uploader(key="upload").upload("enterprises.csv", DEMO.read_bytes(), "text/csv").run()
    app.button(key="import").click().run()
    assert not app.exception
    assert "已导入为第 1 版" in words_of(app)
    assert Path(fresh_store.removeprefix("sqlite:///")).exists()
    st.cache_resource.clear()


def test_the_rules_page_lists_rules_with_their_clauses() -> None:
    app = open_page("rules")
    assert not app.exception
    frame = app.dataframe[-1].value
    assert {"title", "value", "instrument", "clause", "status", "evidence"} <= set(frame.columns)
    app.text_input(key="rule_search").set_value("水泥").run()
    assert 0 < len(app.dataframe[-1].value) < len(frame)


def test_an_enterprise_is_told_on_demand_what_sparing_it_costs_and_what_grades_mean() -> None:
    app = open_page("enterprise", enterprise="91999999000000182L")
    app.button(key="spare_91999999000000182L").click().run()
    assert not app.exception
    assert sum(item.value.startswith("- ") for item in app.markdown) == 2
    app.button(key="grades_91999999000000182L").click().run()
    assert not app.exception
    assert "required" in app.dataframe[-1].value.columns
