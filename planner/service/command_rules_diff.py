"""Command rules diff: what changed in the law between two days, and whom of a list that touches."""

from datetime import date
from typing import Annotated

import typer

from planner.compare import LawChange
from planner.service.bootstrap import open_planner
from planner.service.command_options import CityOption, JsonOption, ListOption, day_of
from planner.service.console import print_json, print_text, speak
from planner.service.rule_documents import change_json
from planner.service.rule_words import change_lines
from planner.terms import N_

__all__ = ["diff"]


def diff(
    before: Annotated[date, typer.Option("--from", parser=day_of, help="The earlier day.")],
    after: Annotated[date, typer.Option("--to", parser=day_of, help="The later day.")],
    city: CityOption = "changzhi",
    list_file: ListOption = None,
    as_json: JsonOption = False,
) -> None:
    """Tell which rules differ between two days, and which enterprises of the list each change touches."""
    planner = open_planner()
    slug = planner.city(city).slug
    changes = planner.law_changes(slug, before, after, list_file)
    if as_json:
        head = {"city": slug, "from": before.isoformat(), "to": after.isoformat()}
        print_json({**head, "touched": _union(changes), "changes": [change_json(item) for item in changes]})
        return
    phrasebook = speak()
    for item in changes:
        for line in change_lines(item, phrasebook):
            print_text(line)
    print_text(phrasebook.say(N_("{count} rules changed."), count=len(changes)))


def _union(changes: tuple[LawChange, ...]) -> dict[str, object] | None:
    """Everyone whom any change but those of the whole city touches; None where no list was at hand."""
    if any(item.touched is None for item in changes):
        return None
    named = sorted({one.id for item in changes if not item.whole_city for one in item.touched or ()})
    return {"count": len(named), "ids": named}
