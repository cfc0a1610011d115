"""The two READMEs say the same, and what they say can be done."""

import re

import pytest

from tests.project import ROOT

ENGLISH = (ROOT / "README.md").read_text("utf-8")
CHINESE = (ROOT / "README.zh-CN.md").read_text("utf-8")
LINK = re.compile(r"\]\((?!https?:)([^)#]+)\)")
COMMAND = re.compile(r"^\| `planner ([^|]+)` \|", re.MULTILINE)
FENCE = re.compile(r"```\n(.*?)```", re.DOTALL)


def commands(text: str) -> list[str]:
    """The words of each command in the table, `rules list`, `show`, `check` counted as three."""
    found = []
    for row in COMMAND.findall(text):
        first, *others = re.split(r"`(?:, |、)`", row)
        words = [word for word in first.split() if (word.isalpha() and word.islower()) or "-" in word.strip("-")]
        found.append(" ".join(words[: _words_of_command(words)]))
        found.extend(f"{words[0]} {other}" for other in others)
    return found


def _words_of_command(words: list[str]) -> int:
    return 2 if words[0] in {"list", "rules", "db", "measures", "grades", "season"} else 1


def test_both_languages_name_the_same_commands() -> None:
    assert commands(ENGLISH) == commands(CHINESE) != []


def test_both_languages_show_the_same_shell_lines() -> None:
    assert FENCE.findall(ENGLISH) == FENCE.findall(CHINESE) != []


def test_both_languages_link_to_the_same_places() -> None:
    readmes = {"README.md", "README.zh-CN.md"}
    assert set(LINK.findall(ENGLISH)) - readmes == set(LINK.findall(CHINESE)) - readmes


@pytest.mark.parametrize("target", sorted(set(LINK.findall(ENGLISH + CHINESE))))
def test_a_link_leads_somewhere(target: str) -> None:
    assert (ROOT / target).exists()


@pytest.mark.parametrize("command", commands(ENGLISH))
def test_a_command_that_is_told_can_be_called(command: str, monkeypatch: pytest.MonkeyPatch) -> None:
    from planner.service.commands.command_line import main  # noqa: PLC0415 - the rest of this file holds without the command line

    monkeypatch.setattr("sys.argv", ["planner", *command.split(), "--help"])
    with pytest.raises(SystemExit) as ended:
        main()
    assert ended.value.code == 0
