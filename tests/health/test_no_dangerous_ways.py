"""No SQL is made of strings, and nothing is unpickled or evaluated, anywhere in the program."""

import ast
from collections.abc import Iterator

from tests.project import ROOT

UNPICKLERS = {"pickle", "cPickle", "_pickle", "dill", "cloudpickle", "joblib", "shelve", "marshal"}
SQL_CALLS = {"text", "exec_driver_sql", "DDL"}
MADE = (ast.JoinedStr, ast.BinOp)
KNOWN = {"planner/store/revisions.py"}
"""The table's name there is a constant of the same file."""
WORDS = {"planner/inventory/doctor/filing_checks.py"}
"""Its `text` makes a sentence; the core rooms may not import SQLAlchemy at all."""


def offences(tree: ast.AST) -> Iterator[str]:
    """What a file does that none may."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (item.name for item in node.names if item.name.split(".")[0] in UNPICKLERS)
        elif isinstance(node, ast.ImportFrom) and (node.module or "").split(".")[0] in UNPICKLERS:
            yield node.module or ""
        elif isinstance(node, ast.Call):
            yield from _of_call(node)


def _of_call(node: ast.Call) -> Iterator[str]:
    name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
    if isinstance(node.func, ast.Name) and name in {"eval", "exec"}:
        yield name
    if name in SQL_CALLS and node.args and isinstance(node.args[0], MADE):
        yield f"{name} of a made string"
    if name == "read_pickle" or any(word.arg == "allow_pickle" for word in node.keywords):
        yield name


def told() -> dict[str, list[str]]:
    """The offences by file; `text` is SQL only where it is SQLAlchemy's."""
    files = [*(ROOT / "planner").rglob("*.py"), ROOT / "app.py", *(ROOT / "pages").glob("*.py")]
    found = {path.relative_to(ROOT).as_posix(): list(offences(ast.parse(path.read_text("utf-8")))) for path in files}
    return {name: what for name, what in found.items() if what and name not in KNOWN | WORDS}


def test_no_sql_is_made_of_strings_and_nothing_is_unpickled() -> None:
    assert told() == {}


def test_such_ways_are_noticed() -> None:
    made = 'import pickle\ntext(f"SELECT {a}")\nc.exec_driver_sql("SELECT " + a)\neval("1")\npandas.read_pickle("x")\n'
    assert len(list(offences(ast.parse(made)))) == 5
