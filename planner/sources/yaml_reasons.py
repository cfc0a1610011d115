"""Why a line is no YAML, as somebody would say it who can see the line: the parser's own words help no clerk."""

import re
from collections.abc import Callable
from dataclasses import dataclass

__all__ = ["YamlReason", "reason_of"]

FULL_WIDTH_KEY = re.compile(r"\s*(?:- )?[A-Za-z_]+\s*(：)")
WIDE_BLANK = re.compile("^[ -]*([\u00a0\u3000])|:([\u00a0\u3000])")
TAB = re.compile(r"^ *(\t)")
NO_SPACE = re.compile(r"\s*(?:- )?([A-Za-z_]+:)[^\s:/]")
BARE_SIGN = re.compile(r"\s*(?:- |[A-Za-z_]+: +)([%@`])")
COLON = re.compile(r"[^:]*: +[^'\"{\[\s][^'\"]*?(: )")
INDENT = ("did not find expected", "bad indentation", "expected <block end>")


@dataclass(frozen=True, slots=True, kw_only=True)
class YamlReason:
    """A finding's code, its line from 1 on, and the piece of text that is to blame."""

    code: str
    row: int
    value: str


def reason_of(problem: str, row: int, lines: list[str]) -> YamlReason:
    """The reason for what the parser reports at `row`; it often notices one line late, so the line above is read too.

    >>> reason_of("could not find expected ':'", 2, ["clause：附件2", "status: confirmed"])
    YamlReason(code='rules.yaml.full_width', row=1, value='：')
    """
    for code, blames in OFFENCES:
        for near in (row, row - 1):
            found = blames(lines[near - 1]) if 0 < near <= len(lines) else ""
            if found:
                return YamlReason(code=code, row=near, value=found)
    if any(words in problem for words in INDENT):
        return YamlReason(code="rules.yaml.indent", row=row, value=problem)
    return YamlReason(code="rules.file.not_yaml", row=row, value=problem)


def _first_group(pattern: re.Pattern[str]) -> Callable[[str], str]:
    def blame(line: str) -> str:
        match = pattern.search(line) if pattern is WIDE_BLANK else pattern.match(line)
        return next((part for part in match.groups() if part), "") if match else ""

    return blame


OFFENCES: tuple[tuple[str, Callable[[str], str]], ...] = (
    ("rules.yaml.tab", _first_group(TAB)),
    ("rules.yaml.full_width", _first_group(FULL_WIDTH_KEY)),
    ("rules.yaml.full_width", _first_group(WIDE_BLANK)),
    ("rules.yaml.no_space", _first_group(NO_SPACE)),
    ("rules.yaml.sign", _first_group(BARE_SIGN)),
    ("rules.yaml.colon", _first_group(COLON)),
)
"""What one line can be blamed for, the surest first."""
