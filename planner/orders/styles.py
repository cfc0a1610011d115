"""How cells look: fonts, number formats, borders. The font is named only; nothing is embedded."""

from enum import Enum
from typing import Any

from xlsxwriter import Workbook
from xlsxwriter.format import Format

__all__ = ["FONT", "Style", "Styles"]

FONT = "宋体"

_TABLE: dict[str, Any] = {"border": 1, "valign": "vcenter", "text_wrap": True}
_NUMBER: dict[str, Any] = {**_TABLE, "align": "right"}
_STRONG: dict[str, Any] = {"bold": True, "bg_color": "#F2F2F2"}


class Style(Enum):
    """The styles of cells; the value says how XlsxWriter makes them. Text cells keep their text even when edited."""

    STAMP = "stamp"
    TITLE = "title"
    NOTE = "note"
    HEADING = "heading"
    KEY = "key"
    VALUE = "value"
    HEADER = "header"
    TOTAL = "total"
    TEXT = "text"
    CENTER = "center"
    COUNT = "count"
    KILOGRAMS = "kilograms"
    TONNES = "tonnes"
    PERCENT = "percent"
    YUAN = "yuan"
    HOURS = "hours"
    TOTAL_COUNT = "total_count"
    TOTAL_KILOGRAMS = "total_kilograms"
    TOTAL_TONNES = "total_tonnes"
    TOTAL_PERCENT = "total_percent"
    TOTAL_YUAN = "total_yuan"

    @property
    def in_total(self) -> "Style":
        """The style of a total of such cells."""
        return Style(f"total_{self.value}") if f"total_{self.value}" in _LOOKS else Style.TOTAL


_NUMBERS = {"count": "#,##0", "kilograms": "#,##0.00", "tonnes": "#,##0.000", "percent": "0.00%", "yuan": "#,##0"}

_LOOKS: dict[str, dict[str, Any]] = {
    "stamp": {"bold": True, "font_size": 14, "font_color": "#C00000", "align": "center", "valign": "vcenter"},
    "title": {"bold": True, "font_size": 16, "align": "center", "valign": "vcenter"},
    "note": {"font_size": 9, "text_wrap": True, "valign": "vcenter"},
    "heading": {"bold": True, "font_size": 11, "valign": "vcenter"},
    "key": {**_TABLE, **_STRONG},
    "value": {**_TABLE, "quote_prefix": True},
    "header": {**_TABLE, **_STRONG, "align": "center"},
    "total": {**_TABLE, **_STRONG},
    "text": {**_TABLE, "quote_prefix": True},
    "center": {**_TABLE, "align": "center", "quote_prefix": True},
    "hours": {**_NUMBER, "num_format": "General"},
    **{name: {**_NUMBER, "num_format": shape} for name, shape in _NUMBERS.items()},
    **{f"total_{name}": {**_NUMBER, **_STRONG, "num_format": shape} for name, shape in _NUMBERS.items()},
}


class Styles:
    """The formats of one workbook."""

    def __init__(self, book: Workbook) -> None:
        self._formats = {style: book.add_format(_LOOKS[style.value]) for style in Style}

    def __getitem__(self, style: Style) -> Format:
        """The workbook's format for a style."""
        return self._formats[style]
