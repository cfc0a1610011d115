"""Command rules diff: what changed in the law between two days, and whom of a list that touches."""

from collections import Counter
from collections.abc import Iterator
from datetime import date
from typing import Annotated

import typer

from planner.compare import LawChange, change_label, warning_change_lines
from planner.rules import ChangeKind, WarningChange
from planner.service.bootstrap import open_planner
from planner.service.commands.options import CityOption, JsonOption, ListOption, day_of
from planner.service.console import print_json, print_text, speak
from planner.service.rule_documents import change_json
from planner.service.rule_words import change_lines
from planner.service.warning_documents import warning_change_json
from planner.terms import N_, Phrasebook

__all__ = ["diff"]


def diff(
    before: Annotated[date, typer.Option("--from", parser=day_of, help="The earlier day.")],
    after: Annotated[date, typer.Option("--to", parser=day_of, help="The later day.")],
    city: CityOption = "changzhi",
    list_file: ListOption = None,
    as_json: JsonOption = False,
) -> None:
    """Tell what differs between two days in rules and warning criteria, and whom of the list each rule touches."""
    planner = open_planner()
    slug = planner.city(city).slug
    changes = planner.law_changes(slug, before, after, list_file)
    warnings = planner.warning_changes(slug, before, after)
    if as_json:
        head = {"city": slug, "from": before.isoformat(), "to": after.isoformat(), "touched": _union(changes)}
        told = {"changes": [change_json(item) for item in changes]}
        print_json({**head, **told, "warning_changes": [warning_change_json(item) for item in warnings]})
        return
    for line in _lines(changes, warnings, speak()):
        print_text(line)


def _lines(
    changes: tuple[LawChange, ...], warnings: tuple[WarningChange, ...], phrasebook: Phrasebook
) -> Iterator[str]:
    """How a warning is found first, then rule by rule, at last how many of which kind."""
    for warning in warnings:
        yield from warning_change_lines(warning, phrasebook)
    for change in changes:
        yield from change_lines(change, phrasebook)
    yield phrasebook.say(N_("{count} rules changed."), count=len(changes))
    counts = Counter(item.change.kind for item in changes)
    parts = (f"{change_label(phrasebook, kind)} {counts[kind]}" for kind in ChangeKind if counts[kind])
    if changes:
        yield "  " + phrasebook.say(N_("; ")).join(parts)
    if warnings:
        yield phrasebook.say(N_("{count} parts of the law by which warnings are found changed."), count=len(warnings))


def _union(changes: tuple[LawChange, ...]) -> dict[str, object] | None:
    """Everyone whom any change but those of the whole city touches; None where no list was at hand."""
    if any(item.touched is None for item in changes):
        return None
    named = sorted({one.id for item in changes if not item.whole_city for one in item.touched or ()})
    return {"count": len(named), "ids": named}
