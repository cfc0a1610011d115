"""Why the cuts cannot all be met, in words: what is held back, which clauses clash, what a relaxation would cost."""

from collections.abc import Iterator

from planner.compare.wording import percent_text, pollutant_label, standing_label
from planner.plan import Clause, HeldBack, Plan, Relaxation, WhyNot
from planner.terms import N_, POLLUTANTS, Phrasebook

__all__ = ["clause_label", "held_back_sentences", "why_not_sentences"]

_CLAUSES: dict[str, str] = {
    Clause.FILED_LIST: N_("nothing beyond the filed list"),
    Clause.SELF_DETERMINED: N_("grades that reduce on their own"),
    Clause.EXEMPT: N_("exemptions by name"),
    Clause.WHITE_LISTED: N_("the white list"),
    Clause.SMALL: N_("small firms left out"),
    Clause.GUARANTEED: N_("guaranteed supply"),
    Clause.MENU: N_("how far each grade may be limited"),
    Clause.GRADE_ORDER: N_("equal treatment and grade order"),
    Clause.HEAT_FIRST: N_("heat first"),
    Clause.OUTPUT_FIRST: N_("guaranteed output first"),
    Clause.CO_DISPOSAL: N_("co-disposal of waste"),
    Clause.SUPPLY_FLOOR: N_("supply floors of industries"),
    Clause.UPSTREAM_FEED: N_("upstream lines feeding downstream ones"),
    Clause.SHARED_STACK: N_("shared treatment units"),
    Clause.COUNTY_BAND: N_("balance between counties"),
}
MOST_NAMED = 5


def clause_label(phrasebook: Phrasebook, clause: str) -> str:
    """What a clause is called."""
    return phrasebook.say(_CLAUSES[clause])


def held_back_sentences(held_back: tuple[HeldBack, ...], phrasebook: Phrasebook) -> tuple[str, ...]:
    """One sentence a standing: how much of the base no plan can take."""
    return tuple(
        phrasebook.say(
            N_("{standing}: {sources} sources of {firms} enterprises keep {amounts}."),
            standing=standing_label(phrasebook, item.standing),
            sources=item.sources,
            firms=item.enterprises,
            amounts=_amounts(item.kilograms_per_day, phrasebook),
        )
        for item in held_back
    )


def why_not_sentences(why_not: WhyNot, plan: Plan, phrasebook: Phrasebook) -> Iterator[str]:
    """What is held back; the clash and the relaxations where they were asked for."""
    yield phrasebook.say(N_("Out of reach for any plan, a day:"))
    yield from (f"  {item}" for item in held_back_sentences(why_not.held_back, phrasebook))
    if why_not.clash is not None:
        yield from _clash(why_not, phrasebook)
    for place, item in enumerate(why_not.relaxations or (), start=1):
        yield _relaxation(place, item, plan, phrasebook)
        yield from _volunteers(item, phrasebook)
    if why_not.relaxations:
        yield phrasebook.say(N_("None of these is applied by itself."))


def _clash(why_not: WhyNot, phrasebook: Phrasebook) -> Iterator[str]:
    if not why_not.clash:
        yield phrasebook.say(N_("Even with every clause relaxed the cuts cannot be met: check the base of the list."))
        return
    yield phrasebook.say(N_("These clauses clash; without any one of them the cuts can be met:"))
    for item in why_not.clash:
        words = N_("  {clause} (without it a plan of {cost:,.0f} yuan was found)")
        yield phrasebook.say(words, clause=clause_label(phrasebook, item.clause), cost=item.objective_yuan)


def _relaxation(place: int, item: Relaxation, plan: Plan, phrasebook: Phrasebook) -> str:
    outcome = phrasebook.say(N_("meets the cuts"))
    if item.shortfalls:
        between = phrasebook.say(N_(", "))
        missed = (
            phrasebook.say(
                N_("{pollutant} {share} %"),
                pollutant=pollutant_label(phrasebook, short.pollutant),
                share=percent_text(round(short.missing_share, 4)),
            )
            for short in item.shortfalls
        )
        outcome = phrasebook.say(N_("misses {cuts}"), cuts=between.join(missed))
    return phrasebook.say(
        N_("{place}. Relax {clause}: {outcome}, {extra:+,.0f} yuan against the nearest plan"),
        place=place,
        clause=clause_label(phrasebook, item.clause),
        outcome=outcome,
        extra=item.objective_yuan - plan.objective_yuan,
    )


def _volunteers(item: Relaxation, phrasebook: Phrasebook) -> Iterator[str]:
    for firm in item.volunteers[:MOST_NAMED]:
        yield phrasebook.say(
            N_("     {name}: {amounts} for {cost:,.0f} yuan"),
            name=firm.enterprise_name or firm.enterprise_id,
            amounts=_amounts(firm.kilograms_per_day, phrasebook),
            cost=firm.cost_yuan,
        )


def _amounts(kilograms: tuple[float, ...], phrasebook: Phrasebook) -> str:
    between = phrasebook.say(N_(", "))
    return between.join(
        phrasebook.say(
            N_("{pollutant} {kilograms:,.0f} kg"), pollutant=pollutant_label(phrasebook, str(name)), kilograms=value
        )
        for name, value in zip(POLLUTANTS, kilograms, strict=True)
        if value > 0.0
    )
