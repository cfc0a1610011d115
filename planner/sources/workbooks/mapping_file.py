"""The answers about columns as a YAML file that people edit, and as JSON that the store keeps."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict

from planner.errors import Finding, Place, finding
from planner.inventory import FieldDictionary
from planner.inventory.meaning import KEPT, RawColumn, SheetKind, SheetTable, Sureness, is_part, read_unit
from planner.sources.strict_yaml import read_strict_yaml
from planner.sources.workbooks.answers import ColumnAnswer, SheetAnswer

__all__ = ["answer_findings", "answer_from_json", "answer_to_json", "read_mapping", "write_mapping"]

_HEAD = """\
# What the columns of {file} are. Edit the lines marked "ask: true"; then
#   planner list check FILE --city {city} --mapping THIS_FILE
# field: a name of the field dictionary, or '' for a column that is kept and not used;
#        a name with ? is a column that holds two fields or a part of one, and stays as it is
# unit:  of its numbers, as kg/d, t/a, 万吨/年, 万元/年, % ; '' where they stand in the dictionary's unit
# kind:  line, fleet, site, rest, or skip for a sheet that is no part of the list
# 各列的含义如下：请改正标有 ask: true 的行，再运行上面的命令。
"""
_SAMPLES = 3
_LONGEST_SAMPLE = 40


def write_mapping(tables: Iterable[SheetTable], file: str, city: str) -> str:
    """The YAML of what the columns of a workbook were taken for, with samples; what is unsure is marked.

    Args:
        tables: its sheets as read.
        file: its name.
        city: slug or code of the city.
    """
    lines = [_HEAD.format(file=file, city=city), f"city: {_text(city)}", "sheets:"]
    for table in tables:
        lines += [f"  - sheet: {_text(table.sheet)}", f"    template: {_text(table.template)}"]
        lines += [f"    kind: {table.kind}", "    columns:"]
        for column in table.columns:
            lines += _column_lines(column)
    return "\n".join(lines) + "\n"


def _column_lines(column: RawColumn) -> list[str]:
    guess = column.guess
    asks = guess.sureness is Sureness.UNSURE
    field = "" if guess.field == KEPT else guess.field
    samples = ", ".join(_text(text) for text in _samples(column))
    return [
        f"      - column: {_text(column.letter)}",
        f"        header: {_text(guess.header)}",
        f"        field: {_text(field)}",
        f"        unit: {_text(guess.unit_text)}",
        f"        confidence: {guess.confidence:g}",
        f"        ask: {'true' if asks else 'false'}",
        *([f"        why: {_text(guess.why)}"] if asks else []),
        f"        samples: [{samples}]",
    ]


def _samples(column: RawColumn) -> list[str]:
    distinct = dict.fromkeys(text.strip() for text in column.texts[:2000].tolist())
    return [text[:_LONGEST_SAMPLE] for text in distinct if text][:_SAMPLES]


def _text(text: str) -> str:
    """A text as a double-quoted YAML scalar, which JSON's is."""
    return json.dumps(text, ensure_ascii=False)


def read_mapping(
    text: str, file: str, dictionary: FieldDictionary
) -> tuple[tuple[SheetAnswer, ...], tuple[Finding, ...]]:
    """The answers of a mapping file, or everything that is wrong with it.

    Args:
        text: YAML as `write_mapping` writes it, edited.
        file: its name, for findings.
        dictionary: the fields that columns may be.
    """
    yaml = read_strict_yaml(text, file)
    if yaml.findings:
        return (), yaml.findings
    content = yaml.content
    sheets = content.get("sheets") if isinstance(content, dict) else None
    if not isinstance(sheets, list):
        return (), (finding("list.mapping.shape", where=Place(file=file), value="sheets"),)
    answers, findings = [], []
    for sheet in sheets:
        answer, told = _sheet_answer(sheet, file, dictionary)
        findings += told
        answers += [answer] if answer else []
    return (tuple(answers) if not findings else ()), tuple(findings)


def _sheet_answer(sheet: object, file: str, dictionary: FieldDictionary) -> tuple[SheetAnswer | None, list[Finding]]:
    if not isinstance(sheet, dict) or not isinstance(sheet.get("columns"), list) or "template" not in sheet:
        return None, [finding("list.mapping.shape", where=Place(file=file), value="template, columns")]
    place = Place(file=file, sheet=str(sheet.get("sheet", "")))
    kind = str(sheet.get("kind", ""))
    findings: list[Finding] = []
    if kind and kind not in set(SheetKind):
        findings.append(finding("list.mapping.kind", where=place, value=kind, known=", ".join(SheetKind)))
    columns = []
    for column in sheet["columns"]:
        answer, told = _column_answer(column, place, dictionary)
        findings += told
        columns += [answer] if answer else []
    findings += _twice(columns, place)
    if findings:
        return None, findings
    known = SheetKind(kind) if kind else None
    return SheetAnswer(template=str(sheet["template"]), columns=tuple(columns), kind=known), []


def _column_answer(
    column: object, place: Place, dictionary: FieldDictionary
) -> tuple[ColumnAnswer | None, list[Finding]]:
    if not isinstance(column, dict) or "header" not in column:
        return None, [finding("list.mapping.shape", where=place, value="header")]
    header, name, unit = (str(column.get(key) or "") for key in ("header", "field", "unit"))
    answer = ColumnAnswer(header=header, field=name, unit=unit, letter=str(column.get("column") or ""))
    findings = _column_findings(answer, place, dictionary)
    if column.get("ask") is True and not name:
        return None, findings
    return (answer if not findings else None), findings


def _column_findings(answer: ColumnAnswer, place: Place, dictionary: FieldDictionary) -> list[Finding]:
    where = Place(file=place.file, sheet=place.sheet, column=answer.header)
    findings = []
    if answer.field and answer.field not in dictionary.names and not is_part(answer.field):
        findings.append(finding("list.mapping.field", where=where, value=answer.field))
    if answer.unit and read_unit(answer.unit) is None:
        findings.append(finding("list.mapping.unit", where=where, value=answer.unit))
    return findings


def answer_findings(answer: SheetAnswer, place: Place, dictionary: FieldDictionary) -> tuple[Finding, ...]:
    """What is wrong with answers about a sheet: fields and units that are none, a field that two columns are.

    Args:
        answer: the answers about all its columns.
        place: file and sheet.
        dictionary: the fields that columns may be.
    """
    each = [item for column in answer.columns for item in _column_findings(column, place, dictionary)]
    return (*each, *_twice(answer.columns, place))


def _twice(columns: Iterable[ColumnAnswer], place: Place) -> list[Finding]:
    """A field that two columns are said to be."""
    seen: dict[str, str] = {}
    found = []
    for column in columns:
        if column.field and column.field in seen:
            where = Place(file=place.file, sheet=place.sheet, column=column.header)
            found.append(finding("list.mapping.twice", where=where, value=column.field, first=seen[column.field]))
        seen.setdefault(column.field, column.header)
    return found


def answer_to_json(answer: SheetAnswer) -> str:
    """The answer as the store keeps it."""
    return json.dumps(asdict(answer), ensure_ascii=False, sort_keys=True)


def answer_from_json(text: str) -> SheetAnswer:
    """The answer that `answer_to_json` wrote."""
    data: Mapping[str, object] = json.loads(text)
    columns = data["columns"] if isinstance(data["columns"], list) else []
    return SheetAnswer(
        template=str(data["template"]),
        columns=tuple(ColumnAnswer(**column) for column in columns),
        kind=SheetKind(str(data["kind"])) if data.get("kind") else None,
    )
