"""Ways to damage a file by chance: its bytes, the cells of a table, the lines of a YAML file, a workbook's parts."""

import csv
import io
import zipfile
from collections.abc import Callable
from random import Random
from typing import Any

from openpyxl import Workbook

Mutation = Callable[[bytes, Random], bytes]
STRANGE = (
    *(
        "",
        " ",
        "\u3000",
        "0",
        "-0",
        "-1",
        "1e400",
        "-1e308",
        "9" * 400,
        "1" + "0" * 40,
        "0.1" * 9,
        "NaN",
        "inf",
        "１２．５",
    ),
    *("null", "None", "TRUE", "是", "#REF!", "1,234.5", "3吨", "2026-02-30", "0000-00-00", "99999-01-01", "20261301"),
    *(
        "2026-12-01T25:61:00+99:99",
        "2026-12-06T08:00:00",
        "1899-12-31",
        "46000",
        "=1+1",
        "@SUM(A1)",
        "＝cmd|'/c calc'!A0",
    ),
    *(
        "甲" * 3000,
        "\u202e乙",
        "\ufffd",
        "\x07",
        "a\u0000b",
        "\ud7ff",
        "𠮷",
        "é́",
        "{value}",
        "%s%n",
        "{0.__class__}",
        "../../x",
    ),
    *(
        "'; DROP TABLE plans; --",
        "<script>1</script>",
        '"',
        '""',
        "'",
        "a\nb",
        "a\r\nb",
        "a,b",
        "\ufeff",
        "٣",
        "½",
        "Ⅳ",
        "一百",
    ),
)
NESTED = (
    "[" * 60,
    "{a: " * 40,
    "[[[[1], {b: [c]}]]]",
    "{a: {a: {a: 1}}}",
    "&x [*x]",
    "*y",
    "!!python/object:os.system x",
)
YAML_VALUES = (
    *(
        "[]",
        "{}",
        "null",
        "true",
        "-1",
        "0",
        "1e400",
        "9" * 40,
        "'x'",
        '"\\u0000"',
        "2026-13-45",
        "'2026-13-45'",
        "~",
        "|",
    ),
    *(
        "{value: 1}",
        "[1, a, null]",
        "yes",
        "0x1F",
        "1_000",
        "<<",
        "? a",
        "- a",
        "：",
        "'" + "甲" * 500 + "'",
        *NESTED,
        *STRANGE,
    ),
)
CODECS = ("utf-16", "utf-16-le", "utf-32", "gb18030", "big5", "latin-1", "utf-8-sig", "cp1252", "shift_jis")


def flip_bits(raw: bytes, chance: Random) -> bytes:
    """Some bits turned."""
    flipped = bytearray(raw)
    for _ in range(chance.randint(1, 12)):
        flipped[chance.randrange(len(flipped))] ^= 1 << chance.randrange(8)
    return bytes(flipped)


def cut_bytes(raw: bytes, chance: Random) -> bytes:
    """A stretch left out, at times all that follows."""
    start = chance.randrange(len(raw))
    return raw[:start] + (b"" if chance.random() < 0.3 else raw[start + chance.randint(1, 200) :])


def put_bytes(raw: bytes, chance: Random) -> bytes:
    """Bytes of chance, or of the file itself, put anywhere."""
    start, other = chance.randrange(len(raw)), chance.randrange(len(raw))
    piece = chance.choice(
        (chance.randbytes(chance.randint(1, 20)), raw[other : other + 300], bytes(9), b"\n", b"\r", b'"')
    )
    return raw[:start] + piece + raw[start:]


def other_codec(raw: bytes, chance: Random) -> bytes:
    """The text in another encoding, at times only half of it."""
    text = raw.decode("utf-8", "replace")
    half = chance.choice((0, 0, len(text) // 2))
    return text[:half].encode() + text[half:].encode(chance.choice(CODECS), "replace")


def other_lines(raw: bytes, chance: Random) -> bytes:
    """Lines dropped, doubled, exchanged or joined."""
    lines = raw.split(b"\n")
    at, other = chance.randrange(len(lines)), chance.randrange(len(lines))
    deed = chance.randrange(5)
    if deed == 0:
        del lines[min(at, other) : max(at, other) if chance.random() < 0.3 else min(at, other) + 1]
    elif deed == 1:
        lines.insert(at, lines[other])
    elif deed == 2:
        lines[at], lines[other] = lines[other], lines[at]
    elif deed == 3:
        lines[at] = lines[at] * chance.randint(2, 40)
    else:
        lines[at : at + 2] = [b"".join(lines[at : at + 2])]
    return b"\n".join(lines)


def _table(raw: bytes) -> list[list[str]]:
    text = raw.decode("utf-8", "replace").replace("\0", "")
    try:
        return [row for row in csv.reader(io.StringIO(text, newline="")) if row] or [[""]]
    except csv.Error:  # a cell that was drawn out too far
        return [[text[:200]]]


def _raw(rows: list[list[str]], separator: str = ",") -> bytes:
    written = io.StringIO()
    csv.writer(written, delimiter=separator, lineterminator="\n").writerows(rows)
    return written.getvalue().encode("utf-8", "replace")


def strange_cells(raw: bytes, chance: Random) -> bytes:
    """Texts that no office means in some cells."""
    rows = _table(raw)
    for _ in range(chance.randint(1, 6)):
        row = chance.choice(rows)
        row[chance.randrange(len(row))] = chance.choice(STRANGE)
    return _raw(rows)


def swapped_cells(raw: bytes, chance: Random) -> bytes:
    """Two cells exchanged, wherever they stand."""
    rows = _table(raw)
    one, two = chance.choice(rows), chance.choice(rows)
    here, there = chance.randrange(len(one)), chance.randrange(len(two))
    one[here], two[there] = two[there], one[here]
    return _raw(rows)


def other_columns(raw: bytes, chance: Random) -> bytes:
    """A column dropped, doubled, emptied, or filled with one strange text."""
    rows = _table(raw)
    at, text, deed = chance.randrange(len(rows[0])), chance.choice(STRANGE), chance.randrange(4)
    for number, row in enumerate(rows):
        if at >= len(row):
            continue
        if deed == 0:
            del row[at]
        elif deed == 1:
            row.insert(at, row[at])
        elif number or chance.random() < 0.1:
            row[at] = text if deed == 2 else ""
    return _raw([row or [""] for row in rows])


def ragged_rows(raw: bytes, chance: Random) -> bytes:
    """Rows cut or drawn out, another separator at times."""
    rows = _table(raw)
    for row in chance.sample(rows, min(3, len(rows))):
        row[chance.randrange(len(row)) :] = [chance.choice(STRANGE)] * chance.randint(0, 90)
    return _raw(rows, chance.choice(",,,;\t|"))


def other_keys(raw: bytes, chance: Random) -> bytes:
    """A key of a YAML file dropped, renamed, doubled, indented otherwise, or given another value."""
    lines = raw.decode("utf-8", "replace").split("\n")
    at = chance.choice([number for number, line in enumerate(lines) if ":" in line] or [0])
    key, _, value = lines[at].partition(":")
    lines[at] = chance.choice(
        (
            "",
            f"{key}: {chance.choice(YAML_VALUES)}",
            f"{key}: {chance.choice(YAML_VALUES)}",
            f"{key}x:{value}",
            f"{lines[at]}\n{lines[at]}",
            f"{' ' * chance.randint(0, 9)}{lines[at]}",
            lines[at].strip(),
            f"{key}：{value}",
            f"{key}:\n{value}",
            f"{key}: [{value}]",
        )
    )
    return "\n".join(lines).encode("utf-8", "replace")


def strange_values(raw: bytes, chance: Random) -> bytes:
    """One word of the text exchanged for a strange one."""
    words = raw.decode("utf-8", "replace").split(" ")
    words[chance.randrange(len(words))] = chance.choice(YAML_VALUES)
    return " ".join(words).encode("utf-8", "replace")


BYTES: tuple[Mutation, ...] = (flip_bits, cut_bytes, put_bytes, other_codec, other_lines)
TABLES: tuple[Mutation, ...] = (strange_cells, strange_cells, swapped_cells, other_columns, ragged_rows)
PAPERS: tuple[Mutation, ...] = (other_keys, other_keys, other_keys, strange_values)


def mutated(raw: bytes, chance: Random, fitting: tuple[Mutation, ...]) -> bytes:
    """The file after one to three damages; `fitting`: those of its kind, tried beside those of any bytes."""
    for _ in range(chance.choice((1, 1, 2, 3))):
        if len(raw) > 1:
            raw = chance.choice((*fitting, *fitting, *BYTES))(raw, chance)
    return raw


def mutated_workbook(raw: bytes, chance: Random) -> bytes:
    """A workbook of a table whose cells, parts or bytes are damaged."""
    rows: list[list[Any]] = [list(row) for row in _table(mutated(raw, chance, TABLES))]
    book = Workbook()
    for row in rows[:60]:
        book.active.append([_cell(text, chance) for text in row[:120]])
    written = io.BytesIO()
    book.save(written)
    made = written.getvalue()
    damage = chance.random()
    return flip_bits(made, chance) if damage < 0.2 else _other_part(made, chance) if damage < 0.5 else made


def _cell(text: str, chance: Random) -> object:
    """A cell that a workbook can hold, of another type at times."""
    if chance.random() < 0.03:
        return chance.choice((True, 10**30, -1e308, 0.1 + 0.2, 45000.999, None))
    return "".join(sign for sign in text[:32000] if sign.isprintable())


def _other_part(raw: bytes, chance: Random) -> bytes:
    """One part of a workbook damaged within a sound zip."""
    written = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(raw)) as source, zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as target:
        names = source.namelist()
        chosen = chance.choice(names)
        for name in names:
            part = source.read(name)
            target.writestr(name, chance.choice(BYTES)(part, chance) if name == chosen and part else part)
    return written.getvalue()
