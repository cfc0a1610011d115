"""Small files, small functions: a reader holds one in the head at a time."""

import ast
from collections.abc import Iterator
from pathlib import Path

from tests.project import page_sources, relative, room_sources, syntax

FILE_LINES = 300
BODY_LINES = 30


def sources() -> list[Path]:
    return [path for path in (*room_sources(), *page_sources()) if path.exists()]


def body_lines(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """Lines from the first statement to the last, signature and docstring not counted."""
    body = function.body[1:] if ast.get_docstring(function, clean=False) is not None else function.body
    return (body[-1].end_lineno or 0) - body[0].lineno + 1 if body else 0


def long_functions(path: Path) -> Iterator[str]:
    for node in ast.walk(syntax(path)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and body_lines(node) > BODY_LINES:
            yield f"{relative(path)}:{node.lineno} {node.name}: {body_lines(node)} lines"


def test_no_file_is_longer_than_300_lines() -> None:
    counts = {relative(path): len(path.read_text("utf-8").splitlines()) for path in sources()}
    offenders = [f"{name}: {lines} lines" for name, lines in counts.items() if lines > FILE_LINES]
    assert not offenders, "\n".join(offenders)


def test_no_function_body_is_longer_than_30_lines() -> None:
    offenders = [line for path in sources() for line in long_functions(path)]
    assert not offenders, "\n".join(offenders)


def test_a_body_is_counted_without_signature_and_docstring() -> None:
    function = ast.parse('def f(\n    a,\n):\n    """One.\n\n    Two.\n    """\n    b = a\n\n    return b\n').body[0]
    assert isinstance(function, ast.FunctionDef)
    assert body_lines(function) == 3
