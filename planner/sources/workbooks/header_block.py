"""Where the header of a sheet stands, of how many rows it is, and what is stacked over each column."""

import re
from dataclasses import dataclass

from planner.inventory.meaning import HeaderWords
from planner.sources.workbooks.grids import Grid

__all__ = ["HeaderBlock", "find_header", "stacked_headers"]

_LAST_ROW_OF_HEADERS = 40
_MOST_HEADER_ROWS = 5
_FEWEST_KNOWN = 3
_FEWEST_OF_NARROW = 2
_LONGEST_HEADER = 40
_DATA = re.compile(r"[0-9]{8}[0-9A-Z]{10}|[0-9]{11}|[0-9]+\.[0-9]+|20[0-9]{2}-[0-9]{2}-[0-9]{2}")
_COUNTER = re.compile(r"[(（]?(?:[0-9]{1,3}|[A-Z]{1,2}|[一二三四五六七八九十]{1,3})[)）]?")


@dataclass(frozen=True, slots=True, kw_only=True)
class HeaderBlock:
    """The header of a sheet: rows counted from 0, `last` included; `data` is the first row below it."""

    first: int
    last: int
    data: int


def find_header(grid: Grid, words: HeaderWords) -> HeaderBlock | None:
    """The header of a sheet, None where no row names three columns of a list (two, in a narrow sheet).

    Titles and notes above it are passed over; a row that counts the columns below it belongs to it.
    """
    rows = [_filled_cells(grid, at) for at in range(min(len(grid.cells), _LAST_ROW_OF_HEADERS))]
    known = [sum(words.is_header(text) for text in row.values()) for row in rows]
    best = next((at for at, count in enumerate(known) if _is_header_row(rows[at], count)), None)
    if best is None:
        return None
    first = _upwards(rows, best)
    last = _downwards(grid, rows, words, best)
    data = last + 1
    while data < len(rows) and _counts_columns(rows[data]):
        data += 1
    return HeaderBlock(first=first, last=last, data=data)


def stacked_headers(grid: Grid, block: HeaderBlock) -> list[tuple[str, ...]]:
    """For each column the cells of its header from top to bottom, spread over what they span; empty ones left out."""
    spread = {at: _spread_row(grid, block, at) for at in range(block.first, block.last + 1)}
    stacks = []
    for column in range(grid.cells.shape[1]):
        parts: list[str] = []
        for at in range(block.first, block.last + 1):
            text = spread[at][column].strip()
            if text and (not parts or parts[-1] != text):
                parts.append(text)
        stacks.append(tuple(parts))
    return stacks


def _filled_cells(grid: Grid, at: int) -> dict[int, str]:
    return {column: text for column, text in enumerate(grid.cells[at].tolist()) if text.strip()}


def _is_header_row(row: dict[int, str], known: int) -> bool:
    if any(_DATA.fullmatch(text.strip()) for text in row.values()):
        return False
    few = _FEWEST_OF_NARROW if len(row) <= _FEWEST_KNOWN else _FEWEST_KNOWN
    return known >= few and known * 4 >= len(row)


def _upwards(rows: list[dict[int, str]], best: int) -> int:
    """The uppermost row of the header: rows of groups stand above the row that was found."""
    at = best
    while at and best - at < _MOST_HEADER_ROWS and _is_group_row(rows[at - 1], rows[at]):
        at -= 1
    return at


def _is_group_row(row: dict[int, str], below: dict[int, str]) -> bool:
    """Whether a row holds short words over several columns: a title or a note is one cell, or a sentence."""
    if len(row) < _FEWEST_OF_NARROW or len(row) > len(below):
        return False
    return all(
        len(text) <= _LONGEST_HEADER and not re.search(r"[:：]|日期|单位名称[:：]", text) for text in row.values()
    )


def _downwards(grid: Grid, rows: list[dict[int, str]], words: HeaderWords, best: int) -> int:
    """The lowest row of the header, by its merged cells and by what the rows below it say."""
    low = max((span.bottom for span in grid.spans if span.top <= best <= span.bottom), default=best)
    last = min(low, best + _MOST_HEADER_ROWS - 1) if _looks_merged(grid, best, low) else best
    while last + 1 < len(rows) and last - best < _MOST_HEADER_ROWS and _continues(rows[last], rows[last + 1], words):
        last += 1
    return last


def _looks_merged(grid: Grid, best: int, low: int) -> bool:
    """Whether at least two cells of the header reach down to its lowest row; one alone may be a merged firm."""
    return sum(span.top <= best and span.bottom == low for span in grid.spans) >= _FEWEST_OF_NARROW


def _continues(above: dict[int, str], row: dict[int, str], words: HeaderWords) -> bool:
    if not row or len(row) > len(above) * 12 or any(_DATA.fullmatch(text.strip()) for text in row.values()):
        return False
    if any(text.strip().isdigit() for text in row.values()):
        return False
    hits = sum(words.is_header(text) or words.is_unit(text) for text in row.values())
    return hits * 5 >= len(row) * 3 or (hits > 0 and _fills_gaps(above, row))


def _fills_gaps(above: dict[int, str], row: dict[int, str]) -> bool:
    """Whether a row names just the columns that the row above leaves open, and leaves most of its others open."""
    gaps = set(range(min(above), max(*above, *row) + 1)) - set(above)
    beside = sum(at in row for at in above)
    return bool(gaps) and gaps <= set(row) and beside * 2 <= len(above)


def _counts_columns(row: dict[int, str]) -> bool:
    """Whether a row numbers the columns: 1, 2, 3 or A, B, C."""
    if len(row) < _FEWEST_KNOWN or not all(_COUNTER.fullmatch(text.strip()) for text in row.values()):
        return False
    marks = [text.strip("()（） ") for text in row.values()]
    return marks == sorted(marks, key=lambda mark: (len(mark), mark)) and len(set(marks)) == len(marks)


def _spread_row(grid: Grid, block: HeaderBlock, at: int) -> list[str]:
    """The cells of a header row, each over all columns that it stands above."""
    texts = [str(text) for text in grid.cells[at].tolist()]
    covered: set[int] = set()
    for span in grid.spans:
        if span.top == at and span.left < len(texts):
            right = min(span.right, len(texts) - 1)
            texts[span.left : right + 1] = [texts[span.left]] * (right - span.left + 1)
            covered.update(range(span.left, right + 1))
        elif span.top < at <= span.bottom:
            covered.update(range(span.left, span.right + 1))
    if at == block.last:
        return texts
    return _carried(grid, texts, covered, at)


def _carried(grid: Grid, texts: list[str], covered: set[int], at: int) -> list[str]:
    """Empty cells of an upper row under no merged cell take the group at their left where a header stands below."""
    below = grid.cells[at + 1]
    for column in range(1, len(texts)):
        free = column not in covered and not texts[column].strip()
        if free and str(below[column]).strip() and str(below[column - 1]).strip() and texts[column - 1].strip():
            texts[column] = texts[column - 1]
    return texts
