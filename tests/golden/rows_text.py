"""The built rows of one family as text that people read and a test compares."""

from collections import defaultdict

from planner.problem import PlanProblem
from planner.solve.model import LinearModel, Row, build_model


def rows_text(problem: PlanProblem, family: str) -> str:
    """The rows of the family, by name: one a paragraph, terms by name, bounds last."""
    model = build_model(problem)
    paragraphs = [
        _paragraph(model, block, row)
        for block in model.blocks
        if block.family == family
        for row in range(len(block.names))
    ]
    return "\n".join(sorted(paragraphs))


def paragraphs_of(text: str) -> set[str]:
    """The rows of a text without regard to their order, and to that of the terms in each."""
    rows = (paragraph.strip().splitlines() for paragraph in text.split("\n\n"))
    return {"\n".join([row[0], *sorted(row[1:])]) for row in rows if row}


def _paragraph(model: LinearModel, block: Row, row: int) -> str:
    terms: dict[str, float] = defaultdict(float)
    for column, value in zip(block.column[block.row == row], block.value[block.row == row], strict=True):
        terms[model.columns.names[column]] += float(value)
    lines = [f"    {value:+.12g} {name}" for name, value in sorted(terms.items()) if value != 0.0]
    return "\n".join([block.names[row], *lines, f"    {_bounds(float(block.lower[row]), float(block.upper[row]))}", ""])


def _bounds(lower: float, upper: float) -> str:
    if lower == upper:
        return f"= {lower:.12g}"
    sides = [f">= {lower:.12g}" if lower > float("-inf") else "", f"<= {upper:.12g}" if upper < float("inf") else ""]
    return " and ".join(side for side in sides if side)
