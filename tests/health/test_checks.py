"""The commands of the project judge rightly themselves."""

import pytest

from tests.browser.look import asks_elsewhere
from tests.checks import run, thin_rooms


def summary(walked: int, there: int) -> dict[str, int]:
    """Coverage's counts of a file without branches."""
    return {"num_statements": there, "covered_lines": walked, "num_branches": 0, "covered_branches": 0}


@pytest.mark.parametrize(
    ("room", "walked", "thin"), [("solve", 94, 1), ("solve", 95, 0), ("store", 84, 1), ("store", 85, 0)]
)
def test_core_and_adapters_have_floors_of_their_own(room: str, walked: int, thin: int) -> None:
    assert len(thin_rooms({f"planner/{room}/a.py": summary(walked, 100)})) == thin


def test_a_room_is_judged_as_a_whole() -> None:
    assert not thin_rooms({"planner/plan/a.py": summary(90, 100), "planner/plan/b.py": summary(100, 100)})


def test_a_failing_command_tells_why() -> None:
    assert "No such file" in run("python", "no_such_file.py")


def test_a_content_command_says_nothing() -> None:
    assert run("python", "-c", "print(1)") == ""


@pytest.mark.parametrize(
    ("url", "elsewhere"),
    [
        ("http://127.0.0.1:8501", False),
        ("ws://localhost/b", False),
        ("data:,x", False),
        ("https://a.example/c", True),
    ],
)
def test_a_request_to_another_machine_is_noticed(url: str, elsewhere: bool) -> None:
    assert asks_elsewhere(url) is elsewhere
