"""The answer to a doubt in sentences and tables."""

from collections.abc import Iterator

from planner.compare import PlainTable
from planner.scenario import CutChance, DoubtAnswer, cut_label
from planner.service.scenarios.doubting import DoubtAsked, SurerPlan
from planner.terms import N_, Phrasebook

__all__ = ["doubt_lines", "doubt_tables"]

FIRST = 5


def doubt_lines(
    asked: DoubtAsked, answer: DoubtAnswer, surer: SurerPlan | None, phrasebook: Phrasebook
) -> Iterator[str]:
    """What is assumed, the chance of each cut, of all, who decides them, and the surer plan."""
    say = phrasebook.say
    rates = say(N_("the rates of {file}"), file=asked.compliance.name) if asked.compliance else f"{asked.rate:.0%}"
    yield say(
        N_(
            "Assumed: activity ±{activity}, each pollutant ±{pollutant} (lognormal); compliance {rate}; {draws} worlds."
        ),
        activity=f"{asked.activity_deviation:.0%}",
        pollutant=f"{asked.pollutant_deviation:.0%}",
        rate=rates,
        draws=asked.draws,
    )
    for cut in answer.cuts:
        yield _cut_line(cut, phrasebook)
    yield say(
        N_("All cuts together: {chance} (±{error})."), chance=f"{answer.all_met:.1%}", error=f"{answer.all_error:.1%}"
    )
    yield from _deciders(answer, phrasebook)
    if asked.confidence:
        yield _surer_line(asked, surer, phrasebook)


def _cut_line(cut: CutChance, phrasebook: Phrasebook) -> str:
    return phrasebook.say(
        N_("{cut}: asked {target}, planned {planned}; met in {chance} (±{error}) of worlds; reached {low} to {high}."),
        cut=cut_label(cut.row, phrasebook),
        target=f"{cut.target_share:.2%}",
        planned=f"{cut.planned_share:.2%}",
        chance=f"{cut.chance:.1%}",
        error=f"{cut.error:.1%}",
        low=f"{cut.low_share:.2%}",
        high=f"{cut.high_share:.2%}",
    )


def _deciders(answer: DoubtAnswer, phrasebook: Phrasebook) -> Iterator[str]:
    for cut in answer.cuts:
        parts = [item for item in answer.parts if item.row == cut.row][:FIRST]
        names = phrasebook.say(N_(", ")).join(
            f"{item.enterprise_name or item.first} {item.listed_part + item.complies_part:.0%}" for item in parts
        )
        yield phrasebook.say(N_("{cut} hangs on: {names}."), cut=cut_label(cut.row, phrasebook), names=names)


def _surer_line(asked: DoubtAsked, surer: SurerPlan | None, phrasebook: Phrasebook) -> str:
    if surer is None:
        return phrasebook.say(N_("No plan of this list meets the cuts that surely."))
    shares = phrasebook.say(N_(", ")).join(f"{cut_label(row, phrasebook)} {share:.2%}" for row, share in surer.shares)
    sentence = (
        N_("For {confidence} on each cut order {shares}: {cost} yuan, {more} yuan more.")
        if surer.is_sure
        else N_(
            "Nearest to {confidence} on each cut: order {shares}: {cost} yuan, {more} yuan more; it is not reached."
        )
    )
    cost, more = f"{surer.cost_yuan:,.0f}", f"{surer.more_yuan:,.0f}"
    return phrasebook.say(sentence, confidence=f"{asked.confidence:.0%}", shares=shares, cost=cost, more=more)


def doubt_tables(answer: DoubtAnswer, surer: SurerPlan | None, phrasebook: Phrasebook) -> tuple[PlainTable, ...]:
    """The chances (and those of the surer plan), and whom to check first."""
    tables = [_chances(phrasebook.say(N_("Chances")), answer, phrasebook)]
    if surer is not None:
        tables.append(_chances(phrasebook.say(N_("Chances of the surer plan")), surer.answer, phrasebook))
    return (*tables, _parts(answer, phrasebook))


def _chances(title: str, answer: DoubtAnswer, phrasebook: Phrasebook) -> PlainTable:
    say = phrasebook.say
    headers = (
        say(N_("Cut")),
        say(N_("Asked %")),
        say(N_("Planned %")),
        say(N_("Chance %")),
        say(N_("Standard error %")),
        say(N_("5th percentile %")),
        say(N_("Median %")),
        say(N_("95th percentile %")),
    )
    return PlainTable(title=title, headers=headers, rows=tuple(_chance_row(cut, phrasebook) for cut in answer.cuts))


def _chance_row(cut: CutChance, phrasebook: Phrasebook) -> tuple[str | float, ...]:
    shares = (cut.target_share, cut.planned_share, cut.chance, cut.error)
    reached = (cut.low_share, cut.middle_share, cut.high_share)
    return (cut_label(cut.row, phrasebook), *(100.0 * value for value in (*shares, *reached)))


def _parts(answer: DoubtAnswer, phrasebook: Phrasebook) -> PlainTable:
    say = phrasebook.say
    headers = (
        say(N_("Cut")), say(N_("Credit code")), say(N_("Enterprise")), say(N_("Check first")),
        say(N_("Part by the list %")), say(N_("Part by compliance %")),
    )  # fmt: skip
    rows = tuple(
        (
            cut_label(item.row, phrasebook),
            item.enterprise_id,
            item.enterprise_name,
            item.first,
            100.0 * item.listed_part,
            100.0 * item.complies_part,
        )
        for item in answer.parts
    )
    return PlainTable(title=say(N_("Who decides the cuts")), headers=headers, rows=rows)
