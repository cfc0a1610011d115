"""YAML of one plain shape: mappings, lists, text, numbers as in JSON, true, false and null.

PyYAML keeps the last of two equal keys in silence, reads `NO` as false and `1_000` as 1000; only its parser is used
here, no resolver and no constructor, so that no text can become an object and nothing is guessed.
"""

import math
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

import yaml

from planner.errors import Finding, Place, finding
from planner.rules import DocumentPath, dotted_path
from planner.sources.yaml_reasons import reason_of

__all__ = ["StrictYaml", "read_strict_yaml"]

PARSER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
JSON_NUMBER = re.compile(r"-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][-+]?[0-9]+)?")
PLAIN_WORDS: dict[str, bool | None] = {"true": True, "false": False, "null": None}
LONGEST_NUMBER = 30
DEEPEST = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class StrictYaml:
    """What a file says: `content` as plain data, `lines` from path inside it to line (from 1), and its findings."""

    content: object
    lines: dict[DocumentPath, int]
    findings: tuple[Finding, ...]


def read_strict_yaml(text: str, file: str) -> StrictYaml:
    """The one document of the text; duplicate keys, anchors, aliases, tags and a second document are findings."""
    reader = _Reader(file=file)
    content: object = None
    try:
        content = reader.read(iter(yaml.parse(text, Loader=PARSER)))
    except _TooDeepError:
        content = None
    except yaml.YAMLError as problem:
        mark = getattr(problem, "problem_mark", None)
        words = getattr(problem, "problem", "") or ""
        reason = reason_of(words, mark.line + 1 if mark else 0, text.splitlines())
        reader.report(reason.code, reason.row, (), reason.value)
    return StrictYaml(content=content, lines=reader.lines, findings=tuple(reader.findings))


class _TooDeepError(Exception):
    """The text nests deeper than any rule file; already reported."""


@dataclass(slots=True, kw_only=True)
class _Reader:
    """Turns the parser's events into plain data, remembering where each thing stood."""

    file: str
    lines: dict[DocumentPath, int] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)

    def read(self, events: Iterator[yaml.Event]) -> object:
        content: object = None
        documents = 0
        for event in events:
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                value = self._value(next(events), events, ())
                content = value if documents == 1 else content
        if documents != 1:
            self.report("rules.file.not_one_document", 0, (), documents)
        return content

    def report(self, code: str, line: int, path: DocumentPath, value: object) -> None:
        """One more finding at a line of the file."""
        where = Place(file=self.file, row=line, column=dotted_path(path))
        self.findings.append(finding(code, where=where, value=value))

    def _value(self, event: yaml.Event, events: Iterator[yaml.Event], path: DocumentPath) -> object:
        line = _line(event)
        self.lines.setdefault(path, line)
        self._refuse_marks(event, path, line)
        if len(path) > DEEPEST:
            self.report("rules.yaml.too_deep", line, path, DEEPEST)
            raise _TooDeepError
        if isinstance(event, yaml.MappingStartEvent):
            return self._mapping(events, path)
        if isinstance(event, yaml.SequenceStartEvent):
            return self._sequence(events, path)
        return _scalar(event) if isinstance(event, yaml.ScalarEvent) else ""

    def _refuse_marks(self, event: yaml.Event, path: DocumentPath, line: int) -> None:
        if isinstance(event, yaml.AliasEvent):
            self.report("rules.yaml.alias", line, path, f"*{event.anchor}")
        if isinstance(event, yaml.NodeEvent) and not isinstance(event, yaml.AliasEvent) and event.anchor:
            self.report("rules.yaml.alias", line, path, f"&{event.anchor}")
        if isinstance(event, yaml.ScalarEvent | yaml.CollectionStartEvent) and event.tag:
            self.report("rules.yaml.tag", line, path, event.tag)

    def _mapping(self, events: Iterator[yaml.Event], path: DocumentPath) -> dict[str, object]:
        found: dict[str, object] = {}
        while not isinstance(event := next(events), yaml.MappingEndEvent):
            line = _line(event)
            key = self._key(event, events, path)
            twice = key in found
            if twice:
                self.report("rules.key.duplicate", line, (*path, key), key)
            self.lines.setdefault((*path, key), line)
            value = self._value(next(events), events, (*path, key))
            if not twice:
                found[key] = value
        return found

    def _key(self, event: yaml.Event, events: Iterator[yaml.Event], path: DocumentPath) -> str:
        if isinstance(event, yaml.ScalarEvent):
            self._refuse_marks(event, path, _line(event))
            return event.value
        self.report("rules.key.not_text", _line(event), path, "")
        self._value(event, events, (*path, "?"))
        return "?"

    def _sequence(self, events: Iterator[yaml.Event], path: DocumentPath) -> list[object]:
        found: list[object] = []
        while not isinstance(event := next(events), yaml.SequenceEndEvent):
            found.append(self._value(event, events, (*path, len(found))))
        return found


def _line(event: yaml.Event) -> int:
    return event.start_mark.line + 1 if event.start_mark else 0


def _scalar(event: yaml.ScalarEvent) -> str | int | float | bool | None:
    is_plain = event.implicit[0]
    if not is_plain:
        return event.value
    if event.value in PLAIN_WORDS:
        return PLAIN_WORDS[event.value]
    return _number(event.value)


def _number(text: str) -> str | int | float:
    """The number that JSON would read, else the text itself."""
    match = JSON_NUMBER.fullmatch(text)
    if match is None or len(text) > LONGEST_NUMBER:
        return text
    if match[2] is None and match[3] is None:
        return int(text)
    number = float(text)
    return number if math.isfinite(number) else text
