"""The mapping table: what each column of a list was taken for, what is asked, and the answers that people give."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import pandas as pd
import streamlit as st

from planner.inventory import Field, FieldDictionary
from planner.inventory.meaning import KEPT, ColumnAnswer, RawColumn, SheetAnswer, SheetTable, Sureness, is_part
from planner.panel.grid import TEXT, Columns
from planner.terms import N_, Phrasebook

__all__ = ["MAPPING_ORDER", "MappingTable", "mapping_answers", "mapping_columns", "mapping_table"]

MAPPING_ORDER = ("sheet", "letter", "header", "samples", "field", "unit", "confidence", "why")
OPEN = N_("? to be answered")
KEEP = N_("Kept, not used")
OWN_UNIT = N_("as in the field's name")
UNITS = (
    "kg/d",
    "t/d",
    "t/a",
    "kg/a",
    "万吨/年",
    "元/日",
    "万元/年",
    "万元",
    "kWh/d",
    "万kWh/年",
    "GJ/年",
    "%",
    "h",
    "d",
)
WHY = {
    "likeness": N_("The header resembles one that is known"),
    "unit": N_("No unit, or none with its period"),
    "content": N_("The cells are something else"),
    "several": N_("Several levels or pollutants in one header"),
    "percent": N_("Percent, or shares of 1?"),
    "industry": N_("Key industry, or class of GB/T 4754?"),
    "twice": N_("Two columns for one field"),
}
_UNIT_DOUBTS = ("unit", "percent")
_SAMPLES, _LONGEST_SAMPLE, _SEEN = 3, 16, 2000


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class MappingTable:
    """The columns of a workbook as a table to be edited.

    Attributes:
        frame: a row a column, the asked ones first; `field` and `unit` in the reader's words.
        columns: the column behind each row, with its sheet.
        labels: for each label of a field its name; `units` likewise.
    """

    frame: pd.DataFrame
    columns: tuple[tuple[SheetTable, RawColumn], ...]
    labels: Mapping[str, str]
    units: Mapping[str, str]

    @property
    def asked(self) -> int:
        """How many columns are asked."""
        return sum(_is_asked(column) for _, column in self.columns)


def mapping_table(tables: Iterable[SheetTable], dictionary: FieldDictionary, phrasebook: Phrasebook) -> MappingTable:
    """The mapping table of a list as it was read."""
    places = [(table, column) for table in tables for column in table.columns if not is_part(column.guess.field)]
    places.sort(key=lambda place: not _is_asked(place[1]))
    labels = {phrasebook.say(OPEN): "?", phrasebook.say(KEEP): ""}
    labels |= {_label(item, phrasebook): item.name for item in dictionary}
    spelled = [column.guess.unit_text for _, column in places if column.guess.unit_text]
    units = {phrasebook.say(OPEN): "?", phrasebook.say(OWN_UNIT): ""}
    units |= {text: text for text in dict.fromkeys((*UNITS, *spelled))}
    by_name, by_unit = ({code: label for label, code in words.items()} for words in (labels, units))
    rows = [_row(table, column, by_name, by_unit, phrasebook) for table, column in places]
    frame = pd.DataFrame(rows, columns=list(MAPPING_ORDER))
    return MappingTable(frame=frame, columns=tuple(places), labels=labels, units=units)


def mapping_columns(table: MappingTable, phrasebook: Phrasebook) -> Columns:
    """The columns of the mapping table; field and unit are chosen."""
    say, choose = phrasebook.say, st.column_config.SelectboxColumn
    return {
        "sheet": TEXT(say("Sheet"), width=90),
        "letter": TEXT(say("Column"), width=50),
        "header": TEXT(say("Header"), width=200),
        "samples": TEXT(say("Samples"), width=200),
        "field": choose(say("The column is"), options=list(table.labels), required=True, width=230),
        "unit": choose(say("Unit"), options=list(table.units), required=True, width=130),
        "confidence": TEXT(say("Confidence"), width=70),
        "why": TEXT(say("Why it is asked"), width=240),
    }


def mapping_answers(table: MappingTable, field: Sequence[str], unit: Sequence[str]) -> tuple[SheetAnswer, ...]:
    """What was chosen for the rows of the table, one answer a sheet; open rows say nothing.

    Args:
        table: the mapping table.
        field: the chosen label of each row.
        unit: the chosen unit of each row.
    """
    said: dict[str, list[ColumnAnswer]] = {item.template: [] for item, _ in table.columns}
    for (sheet, column), label, text in zip(table.columns, field, unit, strict=True):
        name, spelled = table.labels[label], table.units[text]
        if "?" in (name, spelled):
            continue
        header, letter = column.guess.header, column.letter
        said[sheet.template].append(
            ColumnAnswer(header=header, field=name, unit=spelled if name else "", letter=letter)
        )
    kinds = {item.template: item.kind for item, _ in table.columns}
    return tuple(
        SheetAnswer(template=template, columns=tuple(columns), kind=kinds[template])
        for template, columns in said.items()
        if columns
    )


def _is_asked(column: RawColumn) -> bool:
    return column.guess.sureness is Sureness.UNSURE


def _label(item: Field, phrasebook: Phrasebook) -> str:
    name = item.header_zh if phrasebook.language.startswith("zh") else item.name
    return f"{name} ({item.unit})" if item.unit else name


def _row(
    table: SheetTable,
    column: RawColumn,
    by_name: Mapping[str, str],
    by_unit: Mapping[str, str],
    phrasebook: Phrasebook,
) -> tuple[str, str, str, str, str, str, str, str]:
    guess, asked = column.guess, _is_asked(column)
    name = "" if guess.field == KEPT else guess.field
    field = by_name["?"] if asked and not name else by_name[name]
    open_unit = asked and guess.why in _UNIT_DOUBTS
    unit = by_unit["?"] if open_unit else by_unit[guess.unit_text]
    why = phrasebook.say(WHY[guess.why]) if asked else ""
    confidence = f"{guess.confidence:.0%}" if name else ""
    return table.sheet, column.letter, guess.header, _samples(column), field, unit, confidence, why


def _samples(column: RawColumn) -> str:
    distinct = dict.fromkeys(text.strip() for text in column.texts[:_SEEN].tolist())
    return "、".join([text[:_LONGEST_SAMPLE] for text in distinct if text][:_SAMPLES])
