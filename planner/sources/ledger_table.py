"""What the ledgers of a winter have in common: a CSV table whose columns have a few known names."""

from hashlib import sha256
from pathlib import Path

from planner.errors import Finding, Place, finding, has_errors
from planner.sources.lists_csv import read_csv_table
from planner.sources.lists_encoding import decode_list
from planner.sources.lists_table import RawTable

__all__ = ["LINE_HEADERS", "Headers", "read_ledger_table"]

Headers = dict[str, tuple[str, ...]]
Read = tuple[RawTable | None, dict[str, int], str, tuple[Finding, ...]]

LINE_HEADERS: Headers = {
    "source_id": ("排放源编号",),
    "enterprise_id": ("统一社会信用代码",),
    "line_id": ("生产线编号",),
}
"""The columns that name a line, and the Chinese headers that are read as the same."""


def read_ledger_table(path: Path, headers: Headers, needed: tuple[str, ...]) -> Read:
    """A ledger's table, the position of each known column, the SHA-256 of its bytes, and what was found.

    Args:
        path: CSV (UTF-8 or GB18030).
        headers: the known columns and their other names.
        needed: the columns that must be there, beside those that name a line.

    Returns:
        No table where the file cannot be read or a column is missing, unknown or there twice.
    """
    try:
        raw = path.read_bytes()
    except OSError as error:
        told = finding("request.file_unreadable", where=Place(file=path.name), value=error, file=path.name)
        return None, {}, "", (told,)
    text, findings = decode_list(raw, path.name)
    table, told_of_table = read_csv_table(text, path.name) if text is not None else (None, ())
    findings = (*findings, *told_of_table)
    if table is None:
        return None, {}, "", findings
    columns, told_of_columns = _columns(table, headers, needed)
    findings = (*findings, *told_of_columns, *table.findings)
    return None if has_errors(told_of_columns) else table, columns, sha256(raw).hexdigest(), findings


def _columns(table: RawTable, headers: Headers, needed: tuple[str, ...]) -> tuple[dict[str, int], tuple[Finding, ...]]:
    """Position of each known column, and what is missing, unknown or there twice."""
    names = {spelled: name for name, others in headers.items() for spelled in (name, *others)}
    found: dict[str, int] = {}
    findings: list[Finding] = []
    for at, header in enumerate(table.headers):
        name = names.get(header.strip(), "")
        if not name or name in found:
            code = "season.header.twice" if name else "season.header.unknown"
            findings.append(finding(code, where=table.place, value=header))
        found.setdefault(name, at)
    missing = [name for name in needed if name not in found]
    if "source_id" not in found and not {"enterprise_id", "line_id"} <= set(found):
        missing.append("source_id")
    findings += [finding("season.header.missing", where=table.place, value=name) for name in missing]
    return {name: at for name, at in found.items() if name}, tuple(findings)
