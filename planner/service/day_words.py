"""An episode day by day in words for a terminal: a line a day, what begins early, what goes on after the end."""

from collections.abc import Iterator

from planner.compare import percent_text, pollutant_label
from planner.plan import PlanDay, PlanDocument
from planner.terms import BEIJING, N_, Phrasebook

__all__ = ["day_lines"]


def day_lines(document: PlanDocument, phrasebook: Phrasebook) -> Iterator[str]:
    """The days of a plan; nothing where it goes by the mean day."""
    header, plan = document.problem.header, document.plan
    if plan.tail is None or header.notice_hours is None:
        return
    notice = f"{header.notice_hours:g}"
    yield phrasebook.say(
        N_("Day by day, ordered {notice} h before the start; above stands the mean day:"), notice=notice
    )
    yield from (_day(item, phrasebook) for item in plan.days)
    early = [item.start for item in plan.curtailments if item.start < header.start]
    if early:
        first = min(early).astimezone(BEIJING)
        words = N_("{count} measures begin before the start, the first at {moment}, so that they are real in time.")
        yield phrasebook.say(words, count=len(early), moment=f"{first:%Y-%m-%d %H:%M}")
    words = N_("Until normal activity after the end {cost:,.0f} yuan more are lost; they are part of the cost.")
    yield phrasebook.say(words, cost=plan.tail.cost_yuan)


def _day(item: PlanDay, phrasebook: Phrasebook) -> str:
    shares = (
        phrasebook.say(
            N_("{name} {share} %"),
            name=pollutant_label(phrasebook, total.pollutant),
            share=percent_text(round(total.share, 4)),
        )
        for total in item.totals
    )
    told = phrasebook.say(
        N_("  day {day} ({date}): {shares}"), day=item.day, date=f"{item.start:%m-%d}", shares=", ".join(shares)
    )
    missed = (
        phrasebook.say(
            N_("missing {name} {share} %"),
            name=pollutant_label(phrasebook, short.pollutant),
            share=percent_text(short.missing_share),
        )
        for short in item.shortfalls
    )
    return "; ".join((told, *missed))
