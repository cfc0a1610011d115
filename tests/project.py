"""Where the project's files lie, for tests that read the tree itself."""

import ast
import subprocess
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "planner"


def room_sources() -> list[Path]:
    """Every Python file of the package, sorted."""
    return sorted(PACKAGE.rglob("*.py"))


def page_sources() -> list[Path]:
    """app.py and the pages, whether they exist or not."""
    return [ROOT / "app.py", *sorted((ROOT / "pages").glob("*.py"))]


@cache
def syntax(path: Path) -> ast.Module:
    """The parsed file."""
    return ast.parse(path.read_text("utf-8"), filename=str(path))


def relative(path: Path) -> str:
    """The path as people read it, from the project's root."""
    return path.relative_to(ROOT).as_posix()


def calls_of(name: str, tree: ast.Module) -> Iterator[ast.Call]:
    """Every call of the function or method `name`."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and called_name(node) == name:
            yield node


def called_name(call: ast.Call) -> str:
    """The last word of what is called: `say` of `phrasebook.say(...)`."""
    if isinstance(call.func, ast.Attribute):
        return call.func.attr
    return call.func.id if isinstance(call.func, ast.Name) else ""


def literal(node: ast.expr | None) -> str | None:
    """The text of a string literal, None for anything else."""
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else None


def versioned_files() -> list[Path]:
    """The files that git holds or would hold."""
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout
    return sorted({ROOT / name for name in listed.split("\0") if name and (ROOT / name).is_file()})
