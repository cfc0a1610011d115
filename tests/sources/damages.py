"""Ways to damage the cells of a good list: for each kind of column the texts that it must refuse."""

from collections.abc import Iterator
from dataclasses import dataclass

from planner.inventory import Field, FieldKind, Need
from planner.sources import read_field_dictionary


@dataclass(frozen=True, slots=True, kw_only=True)
class CellDamage:
    """A text put into the column `column` of the first data row."""

    column: str
    text: str
    code: str

    def __str__(self) -> str:
        return f"{self.column}={self.text!r}"


NUMBERS = {
    "nan": "list.cell.placeholder",
    "inf": "list.cell.placeholder",
    "null": "list.cell.placeholder",
    "None": "list.cell.placeholder",
    "N/A": "list.cell.placeholder",
    "#REF!": "list.cell.placeholder",
    "/": "list.cell.placeholder",
    "—": "list.cell.placeholder",
    "1e400": "list.number.not_finite",
    "1,234.5": "list.number.grouped",
    "1 234": "list.number.grouped",
    "12,5": "list.number.decimal_comma",
    "１２．５": "list.number.full_width",
    "3吨": "list.number.with_unit",
    "3 kg/d": "list.number.with_unit",
    "约3": "list.number.not_a_number",
    "3~5": "list.number.not_a_number",
    "0x10": "list.number.not_a_number",
    "1_000": "list.number.not_a_number",
    "1 2": "list.number.not_a_number",
    "1.2.3": "list.number.not_a_number",
    "1e": "list.number.not_a_number",
    ".5": "list.number.bare_point",
    "5.": "list.number.bare_point",
    "+5": "list.number.plus_sign",
    "=1+1": "list.cell.formula",
    "1\x00": "list.cell.control_character",
    "1\u200b": "list.cell.invisible_character",
}

TEXTS = {
    "=1+1": "list.cell.formula",
    "+cmd|calc": "list.cell.formula",
    "-2+3": "list.cell.formula",
    "@SUM(A1)": "list.cell.formula",
    "＝1": "list.cell.formula",
    "nan": "list.cell.placeholder",
    "NULL": "list.cell.placeholder",
    "#N/A": "list.cell.placeholder",
    "甲\x07乙": "list.cell.control_character",
    "甲\n乙": "list.cell.control_character",
    "甲\x00乙": "list.cell.control_character",
    "甲\u200b乙": "list.cell.invisible_character",
    "甲\u202e乙": "list.cell.invisible_character",
    "甲\ufffd乙": "list.cell.damaged_text",
    "甲\ue5e5乙": "list.cell.damaged_text",
    "长" * 2001: "list.cell.too_long",
}

ENUMS = {"unheard_of_code": "list.code.unknown", "甲乙丙丁": "list.code.unknown", "=1": "list.code.unknown"}
FLAGS = {
    "2": "list.flag.unknown",
    "是": "list.code.misspelt",
    "TRUE": "list.code.misspelt",
    "1.0": "list.code.misspelt",
}

CREDIT_CODES = {
    "91999999MA0000001": "list.credit_code.length",
    "91999999MA0000001NN": "list.credit_code.length",
    "91999999MA0000001P": "list.credit_code.check_digit",
    "91999999MA0000010N": "list.credit_code.check_digit",
    "91999999MAOOOOOO1N": "list.credit_code.signs",
    "9199999AMA0000001N": "list.credit_code.signs",
    "91999999ma0000001n": "list.credit_code.spelling",
    "９１９９９９９９MA0000001N": "list.credit_code.spelling",
    "91999999 MA0000001N": "list.credit_code.spelling",
    "9.1999999E+17": "list.credit_code.scientific",
    "无": "list.credit_code.length",
}

OTHERS: dict[str, dict[str, str]] = {
    "source_id": {
        "null": "list.cell.placeholder",
        " \u3000": "list.cell.empty",
        "S 001": "list.code.signs",
        "源一": "list.code.signs",
        "=S1": "list.cell.formula",
        "S002": "list.source.duplicate",
    },
    "county_code": {"14040": "list.code.misspelt", "999999": "list.code.unknown", "潞州区": "list.code.unknown"},
    "industry_code": {"301": "list.code.digits", "C3011": "list.code.digits", "水泥": "list.code.digits"},
    "key_industry": {"水泥": "list.code.unknown", "Cement": "list.code.misspelt", "cemment": "list.code.misspelt"},
    "sub_process": {
        "packaging": "list.industry.other_process",
        "磨": "list.code.signs",
        "null": "list.cell.placeholder",
    },
    "grade": {
        "E": "list.code.unknown",
        "a": "list.code.misspelt",
        "C级": "list.code.misspelt",
        "leading": "list.industry.other_grade",
    },
    "source_kind": {"生产线": "list.code.misspelt", "lines": "list.code.misspelt", "0": "list.code.unknown"},
    "status": {"runing": "list.code.misspelt", "备用": "list.code.misspelt"},
    "guarantee": {"供暖": "list.code.misspelt", "无": "list.code.misspelt", "nan": "list.cell.placeholder"},
    "exempt_through": {"橙色": "list.code.misspelt", "blue": "list.code.unknown"},
    "yellow_measure": {
        "限产": "list.code.misspelt",
        "停产20%": "list.code.unknown",
        "no measure": "list.code.misspelt",
    },
    "permit_id": {
        "91999999MA0000002R001P": "list.permit.other_enterprise",
        "91999999MA0000001N001": "list.permit.shape",
        "91999999MA0000001N001p": "list.permit.shape",
        "排污许可": "list.permit.shape",
    },
    "line_id": {"2#": "list.line.duplicate"},
}

CONTRADICTIONS = {
    "pm10_kg_per_day": {"341": "list.quantity.pm10_above_pm"},
    "pm25_kg_per_day": {"200.5": "list.quantity.pm25_above_pm10"},
    "yellow_kept_share": {"0": "list.measure.limit_without_share", "1": "list.measure.limit_without_share"},
    "red_kept_share": {"0.5": "list.measure.halt_that_keeps"},
    "orange_measure": {"no_measure": "list.measure.share_without_limit", "self": "list.measure.share_without_limit"},
}

BY_KIND: dict[FieldKind, dict[str, str]] = {
    FieldKind.NUMBER: NUMBERS,
    FieldKind.TEXT: TEXTS,
    FieldKind.FLAG: FLAGS,
    FieldKind.CREDIT_CODE: CREDIT_CODES,
    FieldKind.ENUM: ENUMS,
}


def fields_of(kind: FieldKind) -> list[Field]:
    """The columns of one kind."""
    return [item for item in read_field_dictionary() if item.dtype is kind]


def kind_damages() -> list[tuple[FieldKind, str, str]]:
    """(kind of column, text that all its columns refuse, code of the finding)."""
    return [(kind, text, code) for kind, cases in BY_KIND.items() for text, code in cases.items()]


def _of_kinds() -> Iterator[tuple[str, str, str]]:
    """Every text that a kind refuses, each in another column of the kind."""
    for kind, cases in BY_KIND.items():
        if kind is FieldKind.ENUM:
            continue  # each has its own register: all of them are damaged one by one
        fields = fields_of(kind)
        for at, (text, code) in enumerate(cases.items()):
            yield fields[at % len(fields)].name, text, code


def _of_field(field: Field) -> Iterator[tuple[str, str]]:
    yield from OTHERS.get(field.name, {}).items()
    if field.dtype is FieldKind.ENUM:
        yield from ENUMS.items()
    if field.required not in (Need.NO, Need.TEXT):
        yield "", "list.cell.empty"
    if field.minimum is not None and field.dtype is FieldKind.NUMBER:
        low, high = field.minimum, field.maximum or 0.0
        yield "-1", "list.number.negative" if low == 0 else "list.number.out_of_bounds"
        yield repr(high * 2), "list.number.out_of_bounds"


def cell_damages() -> list[CellDamage]:
    """Every damage of one cell, told where it was done."""
    of_fields = ((field.name, *case) for field in read_field_dictionary() for case in _of_field(field))
    return [CellDamage(column=column, text=text, code=code) for column, text, code in (*_of_kinds(), *of_fields)]


def contradictions() -> list[CellDamage]:
    """Cells that are sound alone and contradict the rest of their row; a measure is told at its kept share."""
    return [
        CellDamage(column=column, text=text, code=code)
        for column, cases in CONTRADICTIONS.items()
        for text, code in cases.items()
    ]
