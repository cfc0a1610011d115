r"""What a clean cell looks like: patterns that hold for Python's `re` and for RE2 alike.

Both read `\x00` escapes inside a class; characters above U+00FF stand for themselves.
"""

__all__ = [
    "BLANKS",
    "CLEAN_TEXT",
    "CODE",
    "CREDIT_CODE",
    "FORMULA_SIGNS",
    "LONGEST_TEXT",
    "NUMBER",
    "PERMIT_CODE",
    "PLACEHOLDERS",
    "SIGNS_OF_DAMAGE",
]

BLANKS = " \t\r\n\u00a0\u3000"
"""Blanks that people leave around a cell without seeing them."""

FORMULA_SIGNS = "=+\\-@＝＋－＠"
"""A cell that begins with one of these may run as a formula in a spreadsheet (CWE-1236); escaped for a class."""

LONGEST_TEXT = 2000
"""Characters of the longest text that a cell may hold."""

SIGNS_OF_DAMAGE = "\\x00-\\x1f\\x7f-\\x9f\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff0-\uffff\ue000-\uf8ff"
"""Control, invisible, private and replacement characters: none of them is ever meant."""

CLEAN_TEXT = (
    f"[^{FORMULA_SIGNS}\u0020\u00a0\u3000{SIGNS_OF_DAMAGE}](?:[^{SIGNS_OF_DAMAGE}]*"
    f"[^\u0020\u00a0\u3000{SIGNS_OF_DAMAGE}])?"
)
NUMBER = r"-?[0-9]+(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?"
CODE = r"[0-9A-Za-z][0-9A-Za-z_.:#/-]{0,63}"
CREDIT_CODE = r"[0-9]{8}[0-9A-HJ-NPQRTUWXY]{10}"
PERMIT_CODE = CREDIT_CODE + r"[0-9]{3}[A-Z]"

PLACEHOLDERS = frozenset(
    [
        "nan",
        "null",
        "none",
        "nil",
        "inf",
        "-inf",
        "+inf",
        "infinity",
        "-infinity",
        "undefined",
        "<na>",
        "nat",
        "n/a",
        "na",
        "#n/a",
        "#ref!",
        "#value!",
        "#name?",
        "#div/0!",
        "#num!",
        "#null!",
        "-",
        "--",
        "—",
        "——",
        "/",
        "\\",
    ]
)
"""Words that programs and people write for nothing, casefolded; only an empty cell is missing."""
