"""A finding has a code, a code has a sentence and a repair, and no sentence waits for a code that nobody uses."""

import ast
import importlib
import re
from collections.abc import Iterator
from pathlib import Path

from tests.catalogue import placeholders
from tests.project import PACKAGE, calls_of, literal, relative, room_sources, syntax

ALWAYS_GIVEN = {"value", "row", "column", "sheet", "file"}
CODE = re.compile(r"[a-z][a-z0-9_]*(\.[a-z][a-z0-9_]*)+")
SENTENCE_FILES = sorted((PACKAGE / "errors").glob("sentences_*.py"))


def told() -> list[tuple[str, tuple[str, str]]]:
    """(code, (sentence, repair)) of every sentences_<room>.py."""
    modules = [importlib.import_module(f"planner.errors.{path.stem}") for path in SENTENCE_FILES]
    return [item for module in modules for item in module.SENTENCES.items()]


def sentences() -> dict[str, tuple[str, str]]:
    """Code to (sentence, repair)."""
    return dict(told())


def finding_calls() -> Iterator[tuple[Path, ast.Call, str]]:
    """Every `finding("code", ...)` whose code is written out."""
    for path in room_sources():
        for call in calls_of("finding", syntax(path)):
            code = literal(call.args[0]) if call.args else None
            if code is not None:
                yield path, call, code


def literals_elsewhere() -> set[str]:
    """Every string literal of the package outside the files of sentences."""
    trees = [syntax(path) for path in room_sources() if path not in SENTENCE_FILES]
    constants = [node.value for tree in trees for node in ast.walk(tree) if isinstance(node, ast.Constant)]
    return {value for value in constants if isinstance(value, str)}


def test_every_code_has_a_sentence_and_a_repair() -> None:
    known = {code for code, pair in sentences().items() if all(pair)}
    offenders = [f"{relative(path)}:{call.lineno} {code}" for path, call, code in finding_calls() if code not in known]
    assert not offenders, "no sentence in planner/errors/sentences_*.py for:\n" + "\n".join(offenders)


def test_every_sentence_has_a_code_in_use() -> None:
    unused = sorted(sentences().keys() - literals_elsewhere())
    assert not unused, "nobody finds:\n" + "\n".join(unused)


def test_codes_are_dotted_lower_case_words() -> None:
    codes = {code for _, _, code in finding_calls()} | sentences().keys()
    assert not sorted(code for code in codes if not CODE.fullmatch(code))


def test_a_code_is_told_in_one_place_only() -> None:
    codes = [code for code, _ in told()]
    assert not sorted({code for code in codes if codes.count(code) > 1})


def missing_values(call: ast.Call, pair: tuple[str, str]) -> set[str]:
    """The {names} of a sentence and its repair that a call does not give; nothing where it passes a mapping."""
    given = {keyword.arg for keyword in call.keywords}
    if None in given:
        return set()
    return set(placeholders(pair[0]) | placeholders(pair[1])) - ALWAYS_GIVEN - {str(name) for name in given}


def test_a_finding_gives_the_values_that_its_sentence_names() -> None:
    pairs = sentences()
    offenders = [
        f"{relative(path)}:{call.lineno} {code} lacks {sorted(missing_values(call, pairs[code]))}"
        for path, call, code in finding_calls()
        if code in pairs and missing_values(call, pairs[code])
    ]
    assert not offenders, "\n".join(offenders)
