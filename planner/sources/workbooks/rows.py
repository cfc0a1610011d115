"""Which rows below a header are sources: sums, headings, notes and repeated headers are told apart."""

import re
from dataclasses import dataclass
from enum import StrEnum

import numpy as np
import numpy.typing as npt

from planner.inventory.meaning import HeaderWords
from planner.sources.workbooks.grids import Grid
from planner.sources.workbooks.header_block import HeaderBlock

__all__ = ["RowKind", "SortedRows", "sort_rows"]

_SUM = re.compile(r"^.{0,14}(?:合\s*计|小\s*计|总\s*计|共\s*计|累\s*计)(?:[（(].{0,10}[）)])?[:：]?$", re.DOTALL)
_NOTE = re.compile(r"^[（(]?(?:注|备注|说明|填表|制表|审核|填报|单位负责人|负责人|盖章|联系人|编制|日期|\*|※|备\s*注)")
_SIGNED = re.compile(r"^20[0-9]{2}年[0-9]{1,2}月|(?:生态环境局|人民政府|办公室|指挥部|分局)(?:[（(]盖章[）)])?$")
_HEADING = re.compile(
    r"^[（(]?[一二三四五六七八九十]{1,3}[）)]?[、.．\s]|^[（(][一二三四五六七八九十0-9]{1,3}[）)]|^第.{1,4}[类批部章]"
    r"|(?:[区县市乡镇]|街道|行业|企业|工序|[类源])(?:[（(][^（）()]*[）)]|[:：]|共?[0-9]+家)?$"
)
"""Numbered, or ending like a place or a class; any other lone text may be a source of which little is known."""

_MOST_OF_NOTE = 4
_MOST_OF_HEADING = 2
_LONGEST_HEADING = 60
_LOOKED_AT = 4


class RowKind(StrEnum):
    """What a row below the header is."""

    SOURCE = "source"
    EMPTY = "empty"
    SUM = "sum"
    HEADING = "heading"
    NOTE = "note"
    HEADER = "header"


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class SortedRows:
    """The rows of a sheet below its header.

    Attributes:
        sources: the rows that are sources, counted from 0 in the sheet, ascending.
        heading: for each source the text of the heading above it, '' where there is none.
        left: the other rows that are not empty, each with its kind.
    """

    sources: npt.NDArray[np.int64]
    heading: npt.NDArray[np.object_]
    left: tuple[tuple[int, RowKind], ...]


def sort_rows(grid: Grid, block: HeaderBlock, words: HeaderWords) -> SortedRows:
    """The rows of a sheet, sorted by what they are.

    Args:
        grid: the sheet.
        block: its header.
        words: by which a header repeated further down is known.
    """
    body = grid.cells[block.data :]
    filled = body != ""
    counts = filled.sum(axis=1)
    width = max(int((grid.cells[block.first : block.last + 1] != "").any(axis=0).sum()), 1)
    header = {_spelled(grid.cells[at]) for at in range(block.first, block.data)}
    sources, headings, left, heading = [], [], [], ""
    first = filled.argmax(axis=1) if body.size else np.zeros(len(body), dtype=np.int64)
    for at, (count, start) in enumerate(zip(counts.tolist(), first.tolist(), strict=True)):
        if not count:
            continue
        kind = _kind(body[at], count, start, width, words)
        if kind is RowKind.SOURCE and count > 1 and not _has_digits(body[at]) and _spelled(body[at]) in header:
            kind = RowKind.HEADER
        if kind is RowKind.SOURCE:
            sources.append(block.data + at)
            headings.append(heading)
            continue
        if kind is RowKind.HEADING:
            heading = str(body[at][start]).strip()
        left.append((block.data + at, kind))
    rows = np.array(sources, dtype=np.int64)
    return SortedRows(sources=rows, heading=np.array(headings, dtype=object), left=tuple(left))


def _kind(cells: npt.NDArray[np.object_], count: int, start: int, width: int, words: HeaderWords) -> RowKind:
    """The kind of a row that is not empty. Most rows are sources, which their first cells show."""
    text = str(cells[start]).strip()
    if not text:
        return RowKind.EMPTY if not "".join(cells.tolist()).strip() else RowKind.SOURCE
    if _is_sum(cells, start):
        return RowKind.SUM
    if _is_note(text, count):
        return RowKind.NOTE
    if count <= _MOST_OF_HEADING and width > _MOST_OF_HEADING + 1 and _is_heading(cells, text):
        return RowKind.HEADING
    if count >= width / 3 and not text[0].isdigit() and words.is_header(text) and _repeats_header(cells, words):
        return RowKind.HEADER
    return RowKind.SOURCE


def _spelled(cells: npt.NDArray[np.object_]) -> tuple[str, ...]:
    return tuple(text.strip() for text in cells.tolist())


def _has_digits(cells: npt.NDArray[np.object_]) -> bool:
    """Whether a cell is a number, as the rows of sources have and headers have not."""
    return any(text.strip().replace(".", "").isdigit() for text in cells.tolist())


def _is_note(text: str, count: int) -> bool:
    """Whether a row of few cells explains, signs or dates the table."""
    signed = count <= _MOST_OF_HEADING and (_SIGNED.search(text) is not None or len(text) > _LONGEST_HEADING)
    return signed or (count <= _MOST_OF_NOTE and _NOTE.match(text) is not None)


def _is_sum(cells: npt.NDArray[np.object_], start: int) -> bool:
    head = [str(text).strip() for text in cells[start : start + _LOOKED_AT]]
    return any("计" in text and _SUM.match(text) is not None for text in head)


def _is_heading(cells: npt.NDArray[np.object_], text: str) -> bool:
    """Whether a row holds one short text that is a heading, and nothing else."""
    is_alone = all(item.strip() in ("", text) for item in cells.tolist())
    return is_alone and len(text) <= _LONGEST_HEADING and _HEADING.search(text) is not None


def _repeats_header(cells: npt.NDArray[np.object_], words: HeaderWords) -> bool:
    texts = [text for text in cells.tolist() if text.strip()]
    return sum(words.is_header(text) for text in texts) * 3 >= len(texts) * 2
