"""A look at a running panel: `uv run python -m tests.browser.look PORT OUT.png`.

Opens the page in headless Chromium, waits for its title and its four cards, takes a picture, and refuses a page that
asks anything of another machine. Exit code 0 where all is well, 1 with the reasons where not.
"""

import re
import sys
from pathlib import Path
from urllib.parse import urlsplit

from playwright.sync_api import Page, expect, sync_playwright

from tests.browser.chromium import FLAGS, INSTALL_HINT, find_chromium

TITLE = re.compile("重污染天气")
CARDS = 4
PATIENCE_MS = 60_000
OWN_HOSTS = ("127.0.0.1", "localhost")


def asks_elsewhere(url: str) -> bool:
    """Whether a request leaves this machine."""
    parts = urlsplit(url)
    return parts.scheme in ("http", "https", "ws", "wss") and parts.hostname not in OWN_HOSTS


def look_at(page: Page, url: str, picture: Path) -> list[str]:
    """The reasons why the page at `url` is not well; saves a picture of it whatever they are."""
    strangers: list[str] = []
    page.on("request", lambda request: strangers.append(request.url) if asks_elsewhere(request.url) else None)
    page.goto(url)
    reasons = _missing(page)
    settle(page)
    page.screenshot(path=picture, full_page=True)
    return [*reasons, *(f"asks another machine: {stranger}" for stranger in strangers)]


def settle(page: Page) -> None:
    """Waits until the script has run, the page has drawn itself and its font is there."""
    expect(page.locator('[data-testid="stApp"][data-test-script-state="notRunning"]')).to_be_attached(
        timeout=PATIENCE_MS
    )
    page.wait_for_load_state("networkidle")
    expect(page.get_by_test_id("stSkeleton")).to_have_count(0, timeout=PATIENCE_MS)
    page.evaluate("document.fonts.ready.then(() => true)")


def _missing(page: Page) -> list[str]:
    try:
        expect(page.get_by_role("heading", name=TITLE).first).to_be_visible(timeout=PATIENCE_MS)
        expect(page.get_by_test_id("stMetric").nth(CARDS - 1)).to_be_visible(timeout=PATIENCE_MS)
        expect(page.get_by_test_id("stException")).to_have_count(0)
    except AssertionError as error:
        return [str(error)]
    return []


def main(arguments: list[str]) -> int:
    """Looks at the panel on the given port and tells what it saw."""
    port, picture = int(arguments[0]), Path(arguments[1])
    path = find_chromium()
    if path is None:
        print(INSTALL_HINT)
        return 1
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=list(FLAGS))
        page = browser.new_page(viewport={"width": 1440, "height": 900}, locale="zh-CN", timezone_id="Asia/Shanghai")
        reasons = look_at(page, f"http://127.0.0.1:{port}", picture)
        browser.close()
    print(*reasons, f"picture: {picture}", sep="\n")
    return 1 if reasons else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
