"""The health of a list as tables in the reader's language: one page, who carries the cuts, what to check first."""

import math
from collections.abc import Iterator, Mapping

from planner.compare.doctor_words import cut_word, doubt_word, reach_sentence
from planner.compare.health_records import Confirmed, LevelHealth, ListHealth
from planner.compare.plain_table import PlainTable, Row
from planner.compare.wording import level_label, percent_text, pollutant_label
from planner.errors.sentences import tell
from planner.terms import N_, POLLUTANTS, Phrasebook

__all__ = [
    "carrier_table",
    "confirmed_sentence",
    "health_tables",
    "level_table",
    "page_table",
    "sound_sentence",
    "visit_table",
]

Counties = Mapping[str, str]


def health_tables(health: ListHealth, counties: Counties, phrasebook: Phrasebook) -> tuple[PlainTable, ...]:
    """The one page first, then levels, carriers, visits and values to be confirmed."""
    return (
        page_table(health, phrasebook),
        level_table(health, phrasebook),
        carrier_table(health, phrasebook),
        visit_table(health, counties, phrasebook),
        _rests_on(health, phrasebook),
    )


def _percent(share: float) -> str:
    """A share rounded down to a tenth of a percent: 100 % means all of it."""
    return f"{percent_text(math.floor(share * 1000.0 + 1e-6) / 1000.0)} %"


def confirmed_sentence(confirmed: Confirmed, phrasebook: Phrasebook) -> str:
    """The mark of a list: what another source confirms."""
    if not confirmed.source:
        return phrasebook.say(N_("no other source was laid beside the list yet, so nothing of it is confirmed"))
    return phrasebook.say(
        N_("{sure} of {firms} firms ({share}), found in {file} without contradiction; of the kilograms: {kilograms}"),
        sure=confirmed.confirmed_firms,
        firms=confirmed.firms,
        share=_percent(confirmed.firm_share),
        kilograms=_shares(confirmed.kilogram_shares, phrasebook),
        file=confirmed.source,
    )


def sound_sentence(confirmed: Confirmed, phrasebook: Phrasebook) -> str:
    """What of a list is without a doubt on paper."""
    return phrasebook.say(
        N_("{sure} of {firms} firms ({share}); of the kilograms: {kilograms}"),
        sure=confirmed.sound_firms,
        firms=confirmed.firms,
        share=_percent(confirmed.sound_firm_share),
        kilograms=_shares(confirmed.sound_shares, phrasebook),
    )


def _shares(shares: tuple[float, ...], phrasebook: Phrasebook) -> str:
    comma = "，" if phrasebook.language.startswith("zh") else ", "
    pairs = zip(POLLUTANTS, shares, strict=True)
    return comma.join(f"{pollutant_label(phrasebook, name)} {_percent(share)}" for name, share in pairs)


def page_table(health: ListHealth, phrasebook: Phrasebook) -> PlainTable:
    """What a head of office reads: the mark, the levels, what is open, the first five to visit."""
    say = phrasebook.say
    rows: list[tuple[str, str]] = [
        (say("List"), health.file),
        (say("Rules of"), health.on.isoformat()),
        (say("Confirmed"), confirmed_sentence(health.confirmed, phrasebook)),
        (say("Without doubt on paper"), sound_sentence(health.confirmed, phrasebook)),
    ]
    rows += [(level_label(phrasebook, item.level), _level_line(item, phrasebook)) for item in health.levels]
    rows.append((say("Texts not read"), say("{unread} of {texts}", unread=health.unread, texts=health.texts)))
    rows.append((say("Estimated figures"), str(health.estimated)))
    rows.append((say("Values of law to be confirmed"), str(len(_open_values(health)))))
    rows += [(say("The whole list"), " ".join(tell(item, phrasebook))) for item in health.remarks]
    rows += [(say("Check on site first"), line) for line in _first_visits(health, phrasebook)]
    note = phrasebook.say(
        N_(
            "Without doubt: no error or warning about a row is open, no cell of it was estimated, its texts were read. "
            "Confirmed: without doubt, and found in another source that does not contradict it."
        )
    )
    return PlainTable(
        title=say("Health of the list"), headers=(say("What"), say("Finding")), rows=tuple(rows), note=note
    )


def _level_line(item: LevelHealth, phrasebook: Phrasebook) -> str:
    missed = [cut for cut in item.cuts if cut.share + 1e-9 < cut.target_share]
    said = reach_sentence(phrasebook, item.reach)
    pivotal = len({carrier.enterprise_id for carrier in item.carriers if carrier.pivotal})
    if missed:
        names = "、".join(f"{cut_word(phrasebook, cut.cut)} {_percent(cut.share)}" for cut in missed)
        return f"{said}（{names}）" if phrasebook.language.startswith("zh") else f"{said} ({names})"
    if not pivotal:
        return said
    return phrasebook.say(
        N_("{reach}; each of {count} firms is needed: without it a cut is out of reach"), reach=said, count=pivotal
    )


def _first_visits(health: ListHealth, phrasebook: Phrasebook) -> Iterator[str]:
    for item in health.visits[:5]:
        doubts = "、".join(dict.fromkeys(doubt_word(phrasebook, code) for code in item.doubts))
        yield phrasebook.say(
            N_("{name}: {share} of the cut of {cut} ({level}); {doubts}"),
            name=item.enterprise_name,
            share=_percent(item.share_of_cut),
            cut=cut_word(phrasebook, item.cut),
            level=level_label(phrasebook, item.level),
            doubts=doubts or phrasebook.say(N_("no doubt on paper")),
        )


def level_table(health: ListHealth, phrasebook: Phrasebook) -> PlainTable:
    """Each cut of each level: what is asked, and what floors, filed measures and choice give."""
    rows: list[Row] = [
        (
            level_label(phrasebook, item.level),
            cut_word(phrasebook, cut.cut),
            _percent(cut.target_share),
            _percent(cut.floor),
            _percent(cut.filed),
            _percent(cut.chosen),
            _percent(cut.share),
            reach_sentence(phrasebook, item.reach),
        )
        for item in health.levels
        for cut in item.cuts
    ]
    names = (
        N_("Level"),
        N_("Cut"),
        N_("Asked"),
        N_("By mandatory measures"),
        N_("Filed beyond"),
        N_("Chosen beyond"),
        N_("Together"),
        N_("Outcome"),
    )
    return PlainTable(
        title=phrasebook.say("Levels"), headers=tuple(phrasebook.say(name) for name in names), rows=tuple(rows)
    )


def carrier_table(health: ListHealth, phrasebook: Phrasebook) -> PlainTable:
    """The ten firms that carry most of each cut, level by level."""
    yes = phrasebook.say("yes")
    rows: list[Row] = [
        (
            level_label(phrasebook, item.level),
            cut_word(phrasebook, carrier.cut),
            carrier.enterprise_name,
            carrier.enterprise_id,
            _percent(carrier.share_of_cut),
            yes if carrier.pivotal else "",
            *_rounded(carrier.kilograms_per_day),
        )
        for item in health.levels
        for carrier in item.carriers
    ]
    names = (
        N_("Level"),
        N_("Cut"),
        N_("Enterprise"),
        N_("Credit code"),
        N_("Share of the cut"),
        N_("Needed"),
    )
    title = phrasebook.say("Who carries the cuts")
    return PlainTable(
        title=title, headers=(*(phrasebook.say(name) for name in names), *_moved(phrasebook)), rows=tuple(rows)
    )


def visit_table(health: ListHealth, counties: Counties, phrasebook: Phrasebook) -> PlainTable:
    """What to check on site first, by what a mistake there would move."""
    yes = phrasebook.say("yes")
    rows: list[Row] = [
        (
            at,
            item.enterprise_name,
            counties.get(item.county_code, item.county_code),
            "、".join(dict.fromkeys(doubt_word(phrasebook, code) for code in item.doubts)),
            level_label(phrasebook, item.level),
            cut_word(phrasebook, item.cut),
            _percent(item.share_of_cut),
            yes if item.pivotal else "",
            round(item.cost_yuan),
            *_rounded(item.kilograms_per_day),
        )
        for at, item in enumerate(health.visits, start=1)
    ]
    names = (
        N_("Rank"),
        N_("Enterprise"),
        N_("County"),
        N_("Doubts about"),
        N_("Level"),
        N_("Cut"),
        N_("Share of the cut"),
        N_("Needed"),
        N_("Cost, yuan"),
    )
    headers = (*(phrasebook.say(name) for name in names), *_moved(phrasebook))
    return PlainTable(title=phrasebook.say("Check on site first"), headers=headers, rows=tuple(rows))


def _rounded(kilograms: tuple[float, ...]) -> tuple[float, ...]:
    return tuple(round(value, 1) for value in kilograms)


def _moved(phrasebook: Phrasebook) -> tuple[str, ...]:
    names = (pollutant_label(phrasebook, name) for name in POLLUTANTS)
    return tuple(phrasebook.say("{pollutant}, kg a day", pollutant=name) for name in names)


def _open_values(health: ListHealth) -> dict[str, int]:
    """Each value of law that is to be confirmed, with the most curtailments of a level that rest on it."""
    found: dict[str, int] = {}
    for item in health.levels:
        for value in item.rests_on:
            found[value.citation] = max(found.get(value.citation, 0), value.curtailments)
    return dict(sorted(found.items(), key=lambda pair: (-pair[1], pair[0])))


def _rests_on(health: ListHealth, phrasebook: Phrasebook) -> PlainTable:
    rows = tuple(_open_values(health).items())
    headers = (phrasebook.say("Value"), phrasebook.say("Curtailments that rest on it"))
    return PlainTable(title=phrasebook.say("Values of law to be confirmed"), headers=headers, rows=tuple(rows))
