"""app.py and the pages render and collect inputs: they see service, panel and terms, and do no work of their own."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from tests.project import ROOT, page_sources, relative, syntax

PERMITTED = {"streamlit", "planner.service", "planner.panel", "planner.terms", "pathlib", "sys"}
SQL = re.compile(
    r"\b(SELECT\s.+\sFROM|INSERT\s+INTO|UPDATE\s.+\sSET|DELETE\s+FROM|(CREATE|DROP|ALTER)\s+TABLE)\b", re.DOTALL
)
ARITHMETIC = (ast.Sub, ast.Mult, ast.Div, ast.FloorDiv, ast.Mod, ast.Pow, ast.MatMult)


def imported(path: Path) -> Iterator[str]:
    """Each module that a file imports, by its full name."""
    for node in ast.walk(syntax(path)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield from _imported_from(node)


def _imported_from(node: ast.ImportFrom) -> list[str]:
    if node.module == "planner":
        return [f"planner.{alias.name}" for alias in node.names]
    return [node.module or "."]


def is_permitted(module: str) -> bool:
    return any(module == name or module.startswith(f"{name}.") for name in PERMITTED)


def test_the_app_and_its_pages_exist() -> None:
    assert (ROOT / "app.py").exists()
    assert [path for path in page_sources() if path.parent.name == "pages"]


def test_pages_see_service_panel_and_terms_only() -> None:
    seen = [(path, name) for path in page_sources() for name in imported(path)]
    offenders = [f"{relative(path)}: {name}" for path, name in seen if not is_permitted(name)]
    assert not offenders, "\n".join(offenders)


def test_pages_hold_no_sql() -> None:
    offenders = [
        f"{relative(path)}:{node.lineno}"
        for path in page_sources()
        for node in ast.walk(syntax(path))
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and SQL.search(node.value)
    ]
    assert not offenders, "\n".join(offenders)


def test_pages_do_no_arithmetic() -> None:
    offenders = [
        f"{relative(path)}:{node.lineno}"
        for path in page_sources()
        for node in ast.walk(syntax(path))
        if isinstance(node, ast.BinOp) and isinstance(node.op, ARITHMETIC)
    ]
    assert not offenders, "compute it in planner.panel:\n" + "\n".join(offenders)


def test_sql_is_noticed() -> None:
    assert SQL.search("SELECT a FROM b")
    assert not SQL.search("Select a level from the list below; updates are set by hand")
