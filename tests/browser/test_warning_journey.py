"""Three people in three roles lead a warning from its consultation to its lifting, in a real browser."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, ViewportSize, expect

from planner.episode import Role
from planner.service import open_planner
from planner.service.desk import Accounts, NewAccount, Person
from planner.terms import BEIJING, Level
from tests.browser.server import running_panel
from tests.browser.test_journey import PATIENCE_MS, keep_picture
from tests.service.desk.made import CITY, stored_plan
from tests.store.made import new_approval, new_book

pytestmark = pytest.mark.browser
PASSWORD = "four quiet words here"  # noqa: S105 - of accounts that live as long as this test
ADMIN = "周"
ROLES = {"王": Role.PLANNER, "李": Role.REVIEWER, "赵": Role.ISSUER}
SCREEN = ViewportSize(width=1366, height=900)


@pytest.fixture
def staffed_panel(chromium_path: str, tmp_path: Path) -> Iterator[str]:
    """A panel with an account of each role, and an approved book with a yellow and an orange plan."""
    address = f"sqlite:///{tmp_path / 'planner.db'}"
    planner = open_planner(address)
    for name, role in ((ADMIN, Role.ADMIN), *ROLES.items()):
        new = NewAccount(name=name, role=role, password=PASSWORD)
        Accounts(planner.store).add(new, Person(name=ADMIN, role=Role.ADMIN), datetime.now(BEIJING))
    rules = planner.rulebook.sha256
    plans = tuple(stored_plan(level, rules) for level in (Level.YELLOW, Level.ORANGE))
    number = planner.store.add_book(replace(new_book(), city=CITY, rules_sha256=rules, plans=plans))
    planner.store.approve_book(replace(new_approval(number), city=CITY))
    planner.store.close()
    with running_panel(address, tmp_path / "server.log") as url:
        yield url


def desk_of(browser: Browser, url: str, name: str) -> Page:
    """The page of warnings in the browser of one person, who has signed in."""
    page = browser.new_context(viewport=SCREEN, locale="zh-CN", timezone_id="Asia/Shanghai").new_page()
    page.set_default_timeout(PATIENCE_MS / 2)
    page.goto(f"{url}/warning")
    page.locator(".st-key-sign_in_name input").fill(name)
    page.locator(".st-key-sign_in_password input").fill(PASSWORD)
    page.get_by_role("button", name="登录").click()
    expect(page.get_by_role("heading", name="预警", exact=True)).to_be_visible(timeout=PATIENCE_MS)
    return page


def do(page: Page, kind: str, step: str) -> None:
    """Gives a reason, does a step, and waits until the warning stands where it leads."""
    page.locator(f".st-key-desk_reason_{kind} input").fill("会商意见一致")
    page.locator(f".st-key-desk_reason_{kind} input").press("Tab")
    page.locator(f'[class*="st-key-do_{kind}_"] button').click()
    stands(page, step)


def stands(page: Page, step: str) -> None:
    expect(page.locator(".way li.here")).to_have_text(step, timeout=PATIENCE_MS)


def looks_again(page: Page, step: str) -> None:
    """Comes to the page anew by the way that a person has: the city's other page and back."""
    links = page.get_by_test_id("stSidebar")
    links.get_by_role("link", name="减排通知").click()
    expect(page.get_by_role("heading", name="减排通知", exact=True)).to_be_visible(timeout=PATIENCE_MS)
    links.get_by_role("link", name="预警").click()
    stands(page, step)


def opens(page: Page) -> None:
    page.get_by_role("button", name="新建预警").click()
    page.locator(".st-key-desk_opinion textarea").fill("未来三天静稳高湿，预计出现中度以上污染")
    page.locator(".st-key-desk_opinion textarea").press("Tab")
    page.locator(".st-key-desk_open button").click()
    stands(page, "已会商")


def proposes(page: Page, words: str) -> None:
    """Proposes a level and attaches the plan of the approved book."""
    page.locator(".st-key-desk_level_0").get_by_text(words).click()
    do(page, "propose", "已拟定")
    do(page, "attach", "已附方案")


def is_signed(reviewer: Page, issuer: Page, before: str) -> None:
    """A second person reviews, a third records the signature."""
    looks_again(reviewer, before)
    do(reviewer, "review", "已复核")
    looks_again(issuer, "已复核")
    issuer.locator(".st-key-desk_signer input").fill("赵副市长")
    do(issuer, "sign", "已签发")


def test_three_roles_issue_adjust_and_lift_a_warning(browser: Browser, staffed_panel: str, tmp_path: Path) -> None:
    planner, reviewer, issuer = (desk_of(browser, staffed_panel, name) for name in ROLES)
    opens(planner)
    proposes(planner, "黄色预警")
    is_signed(reviewer, issuer, "已附方案")
    do(issuer, "issue", "生效中")
    looks_again(planner, "生效中")
    proposes(planner, "橙色预警")
    is_signed(reviewer, issuer, "已附方案")
    do(issuer, "adjust", "生效中")
    expect(issuer.locator(".band .level")).to_contain_text("橙色预警")
    keep_picture(issuer, "warning-adjusted.png", tmp_path)
    looks_again(planner, "生效中")
    planner.locator(".st-key-desk_lift label").click()
    do(planner, "propose", "已拟定")
    is_signed(reviewer, issuer, "已拟定")
    do(issuer, "lift", "已解除")
    keep_picture(issuer, "warning-lifted.png", tmp_path)
