"""The hands of the corpus: how each of them lays out a list, spells its cells and damages it."""

from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True, kw_only=True)
class Hand:
    """One habit after the other; the defaults are those of a tidy hand.

    Attributes:
        file: xlsx, csv, csv_bom, csv_gb18030, ods, xls or xlsb.
        rows_of_header: 1, 2 or 3; `words` chooses among several wordings of headers.
        lines: how a firm over several lines is written: repeat, merge, blank or ditto.
        county: name, former, code, prefix, section, sheet or merge.
        unit: of emissions: kg_header, kg_group, t_year, t_year_note, wan, cell.
        number: plain, text, full_width, grouped or about.
        nothing: the word that stands for an amount of 0.
        grade: plain, suffix, minus or words.
        extras: title, counter, sums, notes, hidden, repeat_header, blank_rows, lying_size, empty_column, formulas,
            summary, section_sums, spaces, breaks.
    """

    name: str
    file: str = "xlsx"
    rows_of_header: int = 2
    words: int = 0
    lines: str = "merge"
    county: str = "name"
    unit: str = "t_year"
    number: str = "plain"
    nothing: str = "0"
    grade: str = "plain"
    start: int = 0
    extras: tuple[str, ...] = ("title", "sums", "notes")


TIDY = Hand(name="tidy")
_COUNTIES = ("name", "former", "code", "prefix", "section", "sheet", "merge")
_UNITS = ("kg_header", "kg_group", "t_year", "t_year_note", "wan", "cell")
_NUMBERS = ("plain", "text", "full_width", "grouped")
_LINES = ("merge", "repeat", "blank", "ditto")
_GRADES = ("plain", "suffix", "minus", "words")
_NOTHING = ("0", "/", "—", "无")
_EXTRAS = (
    ("title",),
    ("title", "sums", "notes"),
    ("title", "counter", "sums"),
    ("hidden", "summary", "title"),
    ("repeat_header", "title", "section_sums"),
    ("blank_rows", "spaces", "title"),
    ("lying_size", "title"),
    ("empty_column", "title", "notes"),
    ("formulas", "title"),
    ("breaks", "spaces"),
)
_FILES = ("xlsx", "csv", "ods", "xlsx", "csv_gb18030", "xls", "xlsx", "csv_bom", "xlsb", "xlsx")


def _mixed(at: int) -> Hand:
    """The hand with the number `at`: every habit turns at its own pace."""
    file = _FILES[at % len(_FILES)]
    extras = _EXTRAS[(at * 3 + 1) % len(_EXTRAS)]
    county = _COUNTIES[(at * 5) % len(_COUNTIES)]
    has_sheets = not file.startswith("csv")
    return Hand(
        name=f"hand{at:02d}-{file}",
        file=file,
        rows_of_header=(2, 1, 3)[at % 3],
        words=at % 4,
        lines=_LINES[(at * 7) % 4] if file in ("xlsx", "xls") else ("repeat", "blank", "ditto")[at % 3],
        county=county if has_sheets or county != "sheet" else "name",
        unit=_UNITS[(at * 5 + at // 6) % len(_UNITS)],
        number=_NUMBERS[(at * 3 + at // 4) % 4],
        nothing=_NOTHING[(at + at // 4) % 4],
        grade=_GRADES[(at + at // 3) % 4],
        start=at,
        extras=extras,
    )


HANDS = (TIDY, replace(TIDY, name="tidy-one-row", rows_of_header=1), *(_mixed(at) for at in range(46)))
"""The corpus."""
