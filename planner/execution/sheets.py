"""A report as plain tables with titles, the same for its workbook, its page and its paper."""

from dataclasses import dataclass

__all__ = ["Cell", "PlaceNames", "Sheet"]

Cell = str | int | float


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceNames:
    """Names of the city, of its counties and of industries, by code, in the reader's language."""

    city: str
    counties: tuple[tuple[str, str], ...]
    industries: tuple[tuple[str, str], ...]

    def county(self, code: str) -> str:
        """The name of a county."""
        return dict(self.counties).get(code, code)

    def industry(self, code: str) -> str:
        """The name of an industry."""
        return dict(self.industries).get(code, code)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """One table of a paper: its title, its headers, its rows."""

    title: str
    headers: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
