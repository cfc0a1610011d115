"""From the level to the workbook in a real browser, and not one request that leaves this machine."""

import os
import re
import zipfile
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from planner.terms import LEVELS
from tests.browser.look import asks_elsewhere, settle
from tests.browser.server import running_panel
from tests.project import ROOT

pytestmark = pytest.mark.browser
PATIENCE_MS = 60_000


@pytest.fixture
def strangers(page: Page) -> list[str]:
    """Every request of the page that asks another machine."""
    found: list[str] = []
    page.on("request", lambda request: found.append(request.url) if asks_elsewhere(request.url) else None)
    page.on("websocket", lambda socket: found.append(socket.url) if asks_elsewhere(socket.url) else None)
    return found


def choose_level(page: Page, words: str) -> None:
    page.get_by_test_id("stButtonGroup").get_by_text(words).click()
    expect(page.locator(".band .level")).to_contain_text(words, timeout=PATIENCE_MS)
    settle(page)


def show_forecast(page: Page) -> None:
    page.get_by_role("button", name="空气质量预报").click()
    page.get_by_role("button", name="查看演示预报").click()
    expect(page.locator(".strip")).to_contain_text("建议：橙色预警", timeout=PATIENCE_MS)
    settle(page)


def await_rows(page: Page, table: Locator) -> None:
    """Waits until the page draws itself anew no more and a grid in view has drawn rows: its canvas is deaf before."""
    expect(page.locator("th.level-head")).to_have_count(len(LEVELS), timeout=PATIENCE_MS)
    settle(page)
    table.scroll_into_view_if_needed()
    expect(table.get_by_test_id("glide-cell-1-0")).to_be_attached(timeout=PATIENCE_MS)


def keep_picture(page: Page, name: str, tmp_path: Path) -> None:
    """A picture of the page; with PLANNER_PICTURE=1 the README's own."""
    folder = ROOT / "docs" if os.environ.get("PLANNER_PICTURE") else tmp_path
    page.screenshot(path=folder / name)


def test_a_level_is_chosen_read_filtered_and_exported(
    page: Page, panel_url: str, strangers: list[str], tmp_path: Path
) -> None:
    page.goto(panel_url)
    expect(page.get_by_role("heading", name=re.compile("重污染天气")).first).to_be_visible(timeout=PATIENCE_MS)
    choose_level(page, "橙色")
    expect(page.get_by_test_id("stMetric")).to_have_count(4)
    expect(page.get_by_test_id("stMetric").first).to_contain_text("达标")
    show_forecast(page)
    page.set_viewport_size({"width": 1440, "height": 1120})
    settle(page)
    keep_picture(page, "panel.png", tmp_path)
    page.get_by_label("搜索").fill("水泥")
    page.get_by_label("搜索").press("Enter")
    expect(page.get_by_text(re.compile(r"共 [\d,]+ 条，显示 \d{2} 条"))).to_be_visible(timeout=PATIENCE_MS)
    with page.expect_download(timeout=PATIENCE_MS) as download:
        page.get_by_role("button", name="导出减排通知").click()
    assert re.fullmatch(r"减排通知草案_长治市_橙色预警_\d{4}-\d{2}-\d{2}\.xlsx", download.value.suggested_filename)
    assert zipfile.is_zipfile(download.value.path())
    assert not strangers, "\n".join(strangers)


def test_a_row_of_the_table_leads_to_its_enterprise(page: Page, panel_url: str, strangers: list[str]) -> None:
    page.goto(f"{panel_url}/?level=orange")
    table = page.get_by_test_id("stDataFrame").first
    expect(table).to_be_visible(timeout=PATIENCE_MS)
    await_rows(page, table)
    table.click(position={"x": 20, "y": 52})
    expect(page.get_by_role("heading", name="可选措施比较")).to_be_visible(timeout=PATIENCE_MS)
    assert "enterprise=" in page.url
    assert not strangers, "\n".join(strangers)


def test_english_by_a_switch_on_every_page(page: Page, panel_url: str, strangers: list[str]) -> None:
    page.goto(panel_url)
    page.get_by_test_id("stSidebar").get_by_text("English").click(timeout=PATIENCE_MS)
    expect(page.get_by_role("heading", name="Heavy pollution: emergency reduction")).to_be_visible(timeout=PATIENCE_MS)
    for name, title in (("Lists", "Lists"), ("Rules and clauses", "Rules in force"), ("Enterprise", "Enterprise")):
        page.get_by_test_id("stSidebar").get_by_role("link", name=name).click()
        expect(page.get_by_role("heading", name=title, exact=True)).to_be_visible(timeout=PATIENCE_MS)
        expect(page.get_by_test_id("stException")).to_have_count(0)
    assert "lang=en" in page.url
    assert not strangers, "\n".join(strangers)


def test_a_link_to_a_page_works_before_anybody_opened_the_panel(page: Page, tmp_path: Path) -> None:
    with running_panel(f"sqlite:///{tmp_path / 'planner.db'}", tmp_path / "server.log") as url:
        page.goto(f"{url}/rules?lang=en&level=red")
        expect(page.get_by_role("heading", name="Rules in force", exact=True)).to_be_visible(timeout=PATIENCE_MS)
        expect(page.get_by_test_id("stException")).to_have_count(0)
        assert "level=red" in page.url


def test_the_map_needs_no_other_machine_and_a_dark_narrow_page_holds_together(
    page: Page, panel_url: str, strangers: list[str], tmp_path: Path
) -> None:
    page.emulate_media(color_scheme="dark")
    page.set_viewport_size({"width": 820, "height": 1100})
    page.goto(f"{panel_url}/?level=orange&lang=en")
    expect(page.get_by_test_id("stMetric").nth(3)).to_be_visible(timeout=PATIENCE_MS)
    expect(page.locator(".geolayer .choroplethlayer path").first).to_be_attached(timeout=PATIENCE_MS)
    settle(page)
    page.screenshot(path=tmp_path / "narrow.png", full_page=True)
    assert not strangers, "\n".join(strangers)


def test_a_link_to_the_command_page_by_its_name_leads_there(page: Page, panel_url: str) -> None:
    page.goto(panel_url)
    expect(page.get_by_test_id("stMetric").nth(3)).to_be_visible(timeout=PATIENCE_MS)
    page.goto(f"{panel_url}/command?level=red")
    expect(page.locator(".band .level")).to_contain_text("红色", timeout=PATIENCE_MS)
    expect(page.get_by_text("Page not found")).to_have_count(0)


def test_an_enterprise_prints_in_black_and_white_without_the_controls(page: Page, panel_url: str) -> None:
    page.goto(f"{panel_url}/enterprise?level=orange&enterprise=91999999000000182L")
    expect(page.locator("table.paper").first).to_be_visible(timeout=PATIENCE_MS)
    page.emulate_media(media="print")
    expect(page.get_by_test_id("stSidebar")).to_be_hidden()
    expect(page.locator(".st-key-screen_only")).to_be_hidden()
    expect(page.locator(".paper-foot")).to_contain_text("未经签发")
