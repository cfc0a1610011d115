"""The answers that go with a plan in words for a terminal: prices, alternatives, why not."""

from collections.abc import Iterator
from typing import Any

from planner.compare import change_sentences, fairness_sentences, percent_text, pollutant_label, why_not_sentences
from planner.plan import PlanDocument, changes_body, plan_answers
from planner.service.band_words import band_lines
from planner.service.robust_words import robust_lines
from planner.terms import N_, Phrasebook

__all__ = ["answer_lines"]


def answer_lines(document: PlanDocument, phrasebook: Phrasebook) -> Iterator[str]:
    """Every answer that the document holds beside its plan."""
    body = plan_answers(document)
    yield from change_sentences(document.problem, document.plan, phrasebook)
    yield from _curve(document, phrasebook)
    yield from robust_lines(document, phrasebook)
    yield from fairness_sentences(document.plan.fairness, phrasebook)
    if document.why_not is not None:
        yield from why_not_sentences(document.why_not, document.plan, phrasebook)
    if document.prices is not None:
        yield phrasebook.say(N_("Price of the cuts (yuan a kilogram, proven range), each moved by 1 % of itself:"))
        bands = {row: item for row, item in body["prices"].items() if "band_points" in item}
        yield from (_price(row, item, phrasebook) for row, item in body["prices"].items() if row not in bands)
        yield from band_lines(bands, phrasebook)
    if document.alternatives is not None:
        count = len(document.alternatives)
        yield phrasebook.say(
            N_("{count} other plans of nearly the same cost, each passed by the referee:"), count=count
        )
        yield from (_other(place, item, phrasebook) for place, item in enumerate(body["alternatives"], start=1))


def _curve(document: PlanDocument, phrasebook: Phrasebook) -> Iterator[str]:
    """What fewer changes would cost, the fewest first."""
    body = changes_body(document.problem, document.plan, document.change_curve) or {}
    if body.get("curve"):
        yield phrasebook.say(N_("Fewer changes (choose with --max-changes):"))
    for item in body.get("curve", ()):
        words = N_("  at most {changed} enterprises changed: {cost:,.0f} yuan, {extra:,.0f} more")
        yield phrasebook.say(words, changed=item["changed"], cost=item["objective_yuan"], extra=item["extra_yuan"])


def _price(row: str, item: dict[str, Any], phrasebook: Phrasebook) -> str:
    return phrasebook.say(
        N_("  {pollutant}: a greater cut {up}; a smaller cut {down}"),
        pollutant=pollutant_label(phrasebook, row),
        up=_step(item["up"], phrasebook),
        down=_step(item["down"], phrasebook),
    )


def _step(step: dict[str, float] | None, phrasebook: Phrasebook) -> str:
    if step is None:
        return phrasebook.say(N_("cannot be met"))
    return phrasebook.say(
        N_("{price:,.2f} ({least:,.2f} to {most:,.2f})"),
        price=step["yuan_per_kg"],
        least=step["least_yuan_per_kg"],
        most=step["most_yuan_per_kg"],
    )


def _other(place: int, item: dict[str, Any], phrasebook: Phrasebook) -> str:
    words = N_("  {place}. {cost:,.0f} yuan (+{share} %), {firms} enterprises, {differs} told something else")
    return phrasebook.say(
        words,
        place=place,
        cost=item["objective_yuan"],
        share=percent_text(round(item["extra_yuan"] / max(1.0, item["objective_yuan"]), 6)),
        firms=item["enterprises_touched"],
        differs=item["differs_in"],
    )
