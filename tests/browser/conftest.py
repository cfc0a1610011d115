"""The panel and the browser of the browser tests; `page` and `context` come from pytest-playwright."""

import os
from collections.abc import Iterator

import pytest

from tests.browser.chromium import FLAGS, INSTALL_HINT, find_chromium
from tests.browser.server import running_panel


@pytest.fixture(scope="session")
def chromium_path() -> str:
    """The browser; without one the tests fail in CI and are skipped elsewhere, with a word on how to install it."""
    path = find_chromium()
    if path is None and os.environ.get("CI"):
        pytest.fail(INSTALL_HINT)
    if path is None:
        pytest.skip(INSTALL_HINT)
    return path


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, object], chromium_path: str) -> dict[str, object]:
    """Debian's Chromium instead of a downloaded one."""
    return {**browser_type_launch_args, "executable_path": chromium_path, "args": list(FLAGS)}


@pytest.fixture(scope="session")
def browser_context_args(browser_context_args: dict[str, object]) -> dict[str, object]:
    """A desk in China: Chinese browser, Beijing time, a screen of 1440 x 900."""
    viewport = {"width": 1440, "height": 900}
    return {**browser_context_args, "locale": "zh-CN", "timezone_id": "Asia/Shanghai", "viewport": viewport}


@pytest.fixture(scope="session")
def panel_url(chromium_path: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a running panel over an empty store of its own."""
    folder = tmp_path_factory.mktemp("panel")
    with running_panel(f"sqlite:///{folder / 'planner.db'}", folder / "server.log") as url:
        yield url
