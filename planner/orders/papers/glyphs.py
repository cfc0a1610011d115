"""Which characters a font can draw: what none can draw is refused, never printed as a box."""

import struct
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path
from typing import Any

from planner.errors import FindingsError, Place, finding

__all__ = ["check_glyphs", "coverage"]

FONT_SUFFIXES = (".otf", ".ttf")
INVISIBLE = frozenset(map(ord, "\n\r\t "))
DRAWN_BY_TEMPLATE = frozenset(map(ord, "₀₁₂₃₄₅₆₇₈₉"))
"""Small figures below the line, which the templates set from ordinary ones."""


def check_glyphs(content: Any, fonts: frozenset[int], file: str) -> None:  # noqa: ANN401 - any JSON value
    """Passes where every text of a paper can be drawn.

    Args:
        content: strings in lists and mappings, as a template gets them.
        fonts: the code points that the fonts of the paper hold.
        file: name of the paper, for the findings.

    Raises:
        FindingsError: with every character that cannot be drawn and where it stands.
    """
    drawn = fonts | INVISIBLE | DRAWN_BY_TEMPLATE
    if {ord(sign) for text, _ in _texts(content, "") for sign in set(text)} <= drawn:
        return
    found = {
        (sign, place): text
        for text, place in _texts(content, "")
        for sign in dict.fromkeys(text)
        if ord(sign) not in drawn
    }
    raise FindingsError(
        tuple(
            finding(
                "papers.glyph.missing", where=Place(file=file, column=place), value=sign, point=_point(sign), text=text
            )
            for (sign, place), text in found.items()
        )
    )


def coverage(folders: Iterable[Path]) -> frozenset[int]:
    """The code points of every font in some folders.

    Raises:
        FindingsError: where a file is no font.
    """
    held: set[int] = set()
    for folder in folders:
        for path in sorted(folder.glob("*")) if folder.is_dir() else ():
            if path.suffix.lower() in FONT_SUFFIXES:
                held |= _of_font(path, path.stat().st_mtime_ns)
    return frozenset(held)


@lru_cache(maxsize=16)
def _of_font(path: Path, _changed: int) -> frozenset[int]:
    try:
        return frozenset(_code_points(path.read_bytes()))
    except (struct.error, IndexError, ValueError, KeyError) as error:
        raise FindingsError((finding("papers.font.unreadable", value=error, file=path.name),)) from error


def _code_points(data: bytes) -> set[int]:
    """The characters of a font's `cmap` table (OpenType 1.9, formats 4 and 12)."""
    count = struct.unpack_from(">H", data, 4)[0]
    records = [struct.unpack_from(">4sIII", data, 12 + 16 * place) for place in range(count)]
    start = {tag: offset for tag, _, offset, _ in records}[b"cmap"]
    found: set[int] = set()
    for place in range(struct.unpack_from(">H", data, start + 2)[0]):
        table = start + struct.unpack_from(">I", data, start + 8 + 8 * place)[0]
        form = struct.unpack_from(">H", data, table)[0]
        found |= _format_4(data, table) if form == 4 else _format_12(data, table) if form == 12 else set()  # noqa: PLR2004
    return found


def _format_4(data: bytes, table: int) -> set[int]:
    segments = struct.unpack_from(">H", data, table + 6)[0] // 2
    arrays = [struct.unpack_from(f">{segments}H", data, table + 14 + gap) for gap in (0, 2 * segments + 2)]
    deltas = struct.unpack_from(f">{segments}H", data, table + 16 + 4 * segments)
    at = table + 16 + 6 * segments
    offsets = struct.unpack_from(f">{segments}H", data, at)
    found = set()
    for place, (last, first) in enumerate(zip(*arrays, strict=True)):
        for sign in range(first, last + 1):
            glyph = _glyph_4(data, sign, (first, deltas[place], offsets[place], at + 2 * place))
            if glyph and sign != 0xFFFF:  # noqa: PLR2004 - the table's own end
                found.add(sign)
    return found


def _glyph_4(data: bytes, sign: int, segment: tuple[int, int, int, int]) -> int:
    first, delta, offset, at = segment
    if offset == 0:
        return (sign + delta) & 0xFFFF
    glyph: int = struct.unpack_from(">H", data, at + offset + 2 * (sign - first))[0]
    return (glyph + delta) & 0xFFFF if glyph else 0


def _format_12(data: bytes, table: int) -> set[int]:
    groups = struct.unpack_from(">I", data, table + 12)[0]
    spans = (struct.unpack_from(">III", data, table + 16 + 12 * place) for place in range(groups))
    return {sign for first, last, glyph in spans for sign in range(first, last + 1) if glyph + sign - first}


def _texts(content: Any, place: str) -> Iterable[tuple[str, str]]:  # noqa: ANN401 - any JSON value
    """Every text with its place, such as `orders.3.addressee`."""
    if isinstance(content, str):
        if not content.startswith("<svg"):
            yield content, place
    elif isinstance(content, dict):
        for name, value in content.items():
            yield from _texts(value, f"{place}.{name}".lstrip("."))
    elif isinstance(content, list | tuple):
        for number, value in enumerate(content, start=1):
            yield from _texts(value, f"{place}.{number}".lstrip("."))


def _point(sign: str) -> str:
    return f"U+{ord(sign):04X}"
