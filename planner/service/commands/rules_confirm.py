"""Commands rules confirm and rules confirmations: a city's word on a value of law, and all of its words."""

from datetime import date
from typing import Annotated

import typer

from planner.compare import confirmation_sentence
from planner.rules import Confirmation
from planner.service.bootstrap import open_planner
from planner.service.commands.acting import acting
from planner.service.commands.options import CityOption, JsonOption, OnOption, day_of
from planner.service.console import print_json, print_text, speak
from planner.service.rule_documents import confirmation_json, word_json
from planner.service.rule_words import word_line
from planner.terms import N_

__all__ = ["confirm", "confirmations"]


def confirm(
    rule_id: Annotated[str, typer.Argument(help="Id of the rule whose value is confirmed.")],
    by: Annotated[str, typer.Option("--by", help="Name of the person who confirms.")],
    role: Annotated[str, typer.Option("--role", help="Office of that person.")],
    on: Annotated[date, typer.Option("--on", parser=day_of, help="Day of the confirmation.")],
    document: Annotated[str, typer.Option("--document", help="Paper that bears it.")],
    city: CityOption = "changzhi",
    note: Annotated[str, typer.Option("--note", help="Free words.")] = "",
    withdraw: Annotated[bool, typer.Option("--withdraw", help="Take the confirmation back.")] = False,
    as_json: JsonOption = False,
) -> None:
    """Record that a city confirms a value that is to be confirmed, or takes that back; nothing is ever overwritten."""
    planner = open_planner()
    said = Confirmation(
        city=planner.city(city).slug,
        rule_id=rule_id,
        by=by.strip(),
        role=role.strip(),
        on=on,
        document=document.strip(),
        note=note.strip(),
        withdrawn=withdraw,
    )
    kept = acting(planner, said.by).confirm_rule(said)
    if as_json:
        print_json({"ok": True, "city": kept.city, **confirmation_json(kept)})
    else:
        print_text(f"{kept.rule_id}\t{confirmation_sentence(speak(), kept)}")


def confirmations(city: CityOption = "changzhi", on: OnOption = None, as_json: JsonOption = False) -> None:
    """List every confirmation and withdrawal of a city, and what has become of it by a day."""
    planner = open_planner()
    slug, day = planner.city(city).slug, on or planner.today()
    words = planner.law.recorded(slug, day)
    if as_json:
        print_json({"city": slug, "on": day.isoformat(), "confirmations": [word_json(item) for item in words]})
        return
    phrasebook = speak()
    for item in words:
        print_text(word_line(item, phrasebook))
    print_text(phrasebook.say(N_("{count} confirmations and withdrawals."), count=len(words)))
