"""What a plan says in sentences: what is missing and what to do, what it rests on, what a what-if changed."""

import pandas as pd

from planner.compare import clause_text, evidence_label, held_back_sentences, off_peak_sentence, rule_status_label
from planner.panel.amounts import count_text, day_text, kilograms_text, points_text
from planner.panel.words import POLLUTANT_WORDS, word
from planner.plan import PlanDocument, Shortfall
from planner.terms import Mode, Phrasebook, Standing

__all__ = [
    "bullets",
    "provenance_sentence",
    "remedy_sentences",
    "rests_on_frame",
    "rests_on_sentence",
    "shortfall_sentences",
]

FINGERPRINT = 8
"""Characters of a digest that a reader compares by eye."""


def shortfall_sentences(document: PlanDocument, phrasebook: Phrasebook) -> tuple[str, ...]:
    """One sentence a missed cut."""
    return tuple(_shortfall(item, phrasebook) for item in document.plan.shortfalls)


def _shortfall(item: Shortfall, phrasebook: Phrasebook) -> str:
    return phrasebook.say(
        "{pollutant}: {share} are missing, {amount}.",
        pollutant=word(phrasebook, POLLUTANT_WORDS, item.pollutant),
        share=points_text(phrasebook, item.missing_share),
        amount=kilograms_text(phrasebook, item.missing_kg_per_day),
    )


def remedy_sentences(document: PlanDocument, phrasebook: Phrasebook) -> tuple[str, ...]:
    """What can be done about missed cuts, the nearest step first."""
    header, standing = document.problem.header, document.problem.sources.standing
    kept_out = sum(item in (Standing.SELF_DETERMINED, Standing.EXEMPT, Standing.WHITE_LISTED) for item in standing)
    told = []
    if header.mode is Mode.FILED:
        told.append(phrasebook.say("Choose the mode “Top up”: permitted measures are added to the filed ones."))
    if header.mode is Mode.FILL:
        told.append(phrasebook.say("Choose the mode “Design” to see whether other filed measures could meet the cuts."))
    told.append(
        phrasebook.say(
            "{count} lines act on their own or are exempt and stay in the base; ask them to reduce voluntarily.",
            count=count_text(phrasebook, kept_out),
        )
    )
    if document.why_not is not None:
        told.append(phrasebook.say("Out of reach for any plan, a day:"))
        told += held_back_sentences(document.why_not.held_back, phrasebook)
    told.append(phrasebook.say("Check the base of the list: idle and dismantled equipment must not count."))
    return tuple(told)


def rests_on_sentence(document: PlanDocument, phrasebook: Phrasebook) -> str:
    """How many values this plan rests on that nobody has confirmed yet."""
    if not document.rests_on:
        return phrasebook.say("Every value behind this plan is confirmed.")
    return phrasebook.say(
        "This plan rests on {count} values that are still to be confirmed", count=len(document.rests_on)
    )


def provenance_sentence(document: PlanDocument, phrasebook: Phrasebook) -> str:
    """The day of the rules, the fingerprints of list and rules, and who rests off-peak."""
    made, header = document.provenance, document.problem.header
    said = phrasebook.say(
        "Rules as of {day} · list {list} · rules {rules} · planner {version} with OR-Tools {solver}",
        day=day_text(phrasebook, header.on),
        list=made.list_sha256[:FINGERPRINT],
        rules=made.rules_sha256[:FINGERPRINT],
        version=made.planner_version,
        solver=made.ortools_version,
    )
    return said if header.off_peak is None else f"{said} · {off_peak_sentence(header.off_peak, phrasebook)}"


def rests_on_frame(document: PlanDocument, phrasebook: Phrasebook) -> pd.DataFrame:
    """What the plan rests on: title, instrument, clause, evidence, status, curtailments, most used first."""
    register = {item.id: item for item in document.problem.citations}
    chinese = phrasebook.language.startswith("zh")
    rows = [
        {
            "title": register[item.citation].title_zh if chinese else register[item.citation].title,
            "curtailments": item.curtailments,
            "instrument": register[item.citation].instrument,
            "clause": clause_text(phrasebook, register[item.citation].clause),
            "evidence": evidence_label(phrasebook, item.evidence),
            "status": rule_status_label(phrasebook, item.status),
            "id": item.citation,
        }
        for item in document.rests_on
    ]
    columns = ["title", "curtailments", "instrument", "clause", "evidence", "status", "id"]
    frame = pd.DataFrame(rows, columns=columns)
    return frame.sort_values(["curtailments", "id"], ascending=[False, True], ignore_index=True)


def bullets(title: str, sentences: tuple[str, ...]) -> str:
    """Sentences below a title as a Markdown list."""
    return "\n".join([f"**{title}**", "", *(f"- {item}" for item in sentences)])
