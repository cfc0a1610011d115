"""The nesting rows of a tiny book as people read them; `uv run python -m tests.golden.test_book_golden` writes anew."""

import inspect
from pathlib import Path

import numpy as np
from scipy import sparse

from planner.problem import PlanProblem
from planner.solve.families.nesting import nesting_rows
from planner.solve.rows import make_columns
from planner.terms import Mode
from tests.books import book_problems
from tests.golden.rows_text import paragraphs_of
from tests.tiny import source

GOLDEN = Path(__file__).resolve().parent / "book" / "nesting.txt"


def book() -> tuple[PlanProblem, ...]:
    """A firm that limits, and one of two lines whose filed halt of the first line at yellow is not repeated later."""
    falls = {"yellow_measure": "halt", "yellow_kept_share": 0.0}
    lines = [source(f"b{line}", enterprise_id="E", grade="D") for line in (1, 2)]
    return book_problems(source("a", grade="B"), lines[0] | falls, lines[1], mode=Mode.FILL)


def rows_text(problems: tuple[PlanProblem, ...]) -> str:
    """The nesting rows, columns named by level."""
    columns = tuple(make_columns(problem) for problem in problems)
    names = [
        f"{problem.header.level} {name}" for problem, own in zip(problems, columns, strict=True) for name in own.names
    ]
    block = nesting_rows(problems, columns)
    matrix = sparse.csr_array((block.value, (block.row, block.column)), shape=(len(block.names), len(names)))
    assert np.all(np.isinf(block.upper))
    return "\n".join(
        sorted(_paragraph(matrix, names, name, index, block.lower) for index, name in enumerate(block.names))
    )


def _paragraph(matrix: sparse.csr_array, names: list[str], name: str, index: int, lower: np.ndarray) -> str:
    span = slice(matrix.indptr[index], matrix.indptr[index + 1])
    terms = sorted(zip(matrix.indices[span].tolist(), matrix.data[span].tolist(), strict=True))
    lines = [f"    {value:+.12g} {names[column]}" for column, value in terms]
    return "\n".join([name, *lines, f"    >= {lower[index]:.12g}", ""])


def test_the_nesting_rows_are_those_of_the_golden() -> None:
    assert paragraphs_of(rows_text(book())) == paragraphs_of(GOLDEN.read_text("utf-8"))


def test_the_family_states_its_inequality_its_symbols_and_its_reference() -> None:
    text = inspect.getdoc(nesting_rows) or ""
    assert ">=" in text.splitlines()[0]
    assert all(word in text for word in ("Symbols:", "Reference:"))


if __name__ == "__main__":
    GOLDEN.write_text(rows_text(book()), "utf-8")
