"""A bad list is chosen, its columns answered, its cells mended, and imported, in a real browser."""

import re
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.look import asks_elsewhere, settle
from tests.browser.server import running_panel
from tests.browser.spoilt_lists import ASKED, spoilt_list
from tests.browser.test_journey import PATIENCE_MS, keep_picture

pytestmark = pytest.mark.browser

HEADER_PIXELS, ROW_PIXELS = 35, 35
A_BREATH_MS = 800
READ_AGAIN_MS = 20_000
MOST_TRIES = 10
"""A machine that is busy loses a key now and then."""

LEFT_OF_UNIT = 90 + 50 + 200 + 200 + 230
"""Widths of the columns before the unit, as the mapping table gives them."""


@pytest.fixture
def own_panel(chromium_path: str, tmp_path: Path) -> Iterator[str]:
    """A panel over a store of its own: this journey leaves a list behind."""
    with running_panel(f"sqlite:///{tmp_path / 'planner.db'}", tmp_path / "server.log") as url:
        yield url


def choose_file(page: Page, path: Path) -> None:
    page.locator("input[type=file]").first.set_input_files(str(path))
    settle(page)


def seen_tables(page: Page) -> Locator:
    return page.get_by_test_id("stDataFrame").filter(visible=True)


def answer_unit(page: Page, unit: str) -> None:
    """Chooses a unit for the first asked column, which stands first in the table, and has the list read with it."""
    title = page.get_by_text(re.compile("列对应："))
    before = title.inner_text()
    seen_tables(page).first.click(position={"x": LEFT_OF_UNIT + 60, "y": HEADER_PIXELS + ROW_PIXELS // 2})
    page.keyboard.press("Enter")
    page.wait_for_timeout(A_BREATH_MS)  # the menu of a cell takes keys only once it has opened
    page.keyboard.type(unit)
    page.wait_for_timeout(A_BREATH_MS)
    page.keyboard.press("Enter")
    settle(page)
    page.wait_for_timeout(A_BREATH_MS)
    page.get_by_role("button", name="按以上答复重新读取").click()
    with suppress(AssertionError):  # a key was lost: the caller tries again
        expect(title).not_to_have_text(before, timeout=READ_AGAIN_MS)
    settle(page)


def test_a_bad_list_is_repaired_and_imported(page: Page, own_panel: str, tmp_path: Path) -> None:
    strangers: list[str] = []
    page.on("request", lambda request: strangers.append(request.url) if asks_elsewhere(request.url) else None)
    page.goto(f"{own_panel}/lists")
    page.get_by_role("tab", name="核对与导入").click(timeout=PATIENCE_MS)
    choose_file(page, spoilt_list(tmp_path))
    expect(page.get_by_text(f"列对应：{len(ASKED)} 列待确认")).to_be_visible(timeout=PATIENCE_MS)
    expect(page.get_by_text("暂不能导入")).to_be_visible()
    expect(seen_tables(page)).to_have_count(3, timeout=PATIENCE_MS)
    keep_picture(page, "list-findings.png", tmp_path)
    for _ in range(MOST_TRIES):
        if page.get_by_text("列对应：全部已识别").is_visible():
            break
        answer_unit(page, "t/a")
    expect(page.get_by_text("列对应：全部已识别")).to_be_visible()
    page.get_by_text("缺项按同类企业").click()
    settle(page)
    expect(page.get_by_text("暂不能导入")).to_be_visible(timeout=PATIENCE_MS)
    (tmp_path / "repaired").mkdir()
    choose_file(page, spoilt_list(tmp_path / "repaired", repaired=True))
    expect(page.get_by_text("可以导入")).to_be_visible(timeout=PATIENCE_MS)
    page.get_by_role("button", name="导入此清单").click()
    expect(page.get_by_text("已导入为第 1 版")).to_be_visible(timeout=PATIENCE_MS)
    settle(page)
    keep_picture(page, "list-imported.png", tmp_path)
    expect(page.get_by_test_id("stException")).to_have_count(0)
    assert not strangers, "\n".join(strangers)
