"""What a list carries beside what its city has: kilograms a day by sector, and the share of the city's own total."""

from collections.abc import Mapping

import pandas as pd

from planner.compare import sector_label
from planner.inventory import Inventory
from planner.panel.grid import NUMBER, TEXT, Columns
from planner.panel.words import POLLUTANT_SHORT
from planner.terms import N_, POLLUTANTS, Phrasebook, Sector

__all__ = ["balance_columns", "balance_frame", "balance_sentences"]

_WHOLE = 1.0


def balance_frame(inventory: Inventory, totals: Mapping[str, float], phrasebook: Phrasebook) -> pd.DataFrame:
    """Running equipment by sector, their sum, and below it the city's total where it is known.

    Args:
        inventory: the list in use.
        totals: kilograms a day of the whole city by pollutant; 0 where it is not known.

    Returns:
        `sector` and one column of kilograms a day a pollutant.
    """
    sums = _sums(inventory)
    rows = [(sector_label(phrasebook, str(sector)), *sums.loc[str(sector)]) for sector in Sector]
    rows.append((phrasebook.say(N_("The list in all")), *sums.sum()))
    if any(totals.values()):
        rows.append((phrasebook.say(N_("The city's total")), *(totals.get(name) or None for name in _names())))
    return pd.DataFrame(rows, columns=["sector", *_names()])


def balance_sentences(inventory: Inventory, totals: Mapping[str, float], phrasebook: Phrasebook) -> tuple[str, ...]:
    """For each pollutant whose total is known: the share of it that the list carries; more than all is told as such."""
    sums = _sums(inventory).sum()
    told = []
    for name in _names():
        total = totals.get(name) or 0.0
        if total <= 0.0:
            continue
        share = float(sums[name]) / total
        sentence = (
            N_("✖ {pollutant}: the list carries {share} of the city's total, more than there is; check units and rows.")
            if share > _WHOLE
            else N_("{pollutant}: the list carries {share} of the city's total.")
        )
        told.append(phrasebook.say(sentence, pollutant=POLLUTANT_SHORT[name], share=f"{share:.0%}"))
    return tuple(told)


def balance_columns(phrasebook: Phrasebook) -> Columns:
    """Kilograms a day, one column a pollutant."""
    unit = phrasebook.say(N_("kg/d"))
    heads = {name: f"{POLLUTANT_SHORT[name]} ({unit})" for name in _names()}
    return {
        "sector": TEXT(phrasebook.say(N_("Sector")), width=180),
        **{name: NUMBER(head, format="%,.0f", width=120) for name, head in heads.items()},
    }


def _names() -> tuple[str, ...]:
    return tuple(map(str, POLLUTANTS))


def _sums(inventory: Inventory) -> pd.DataFrame:
    frame = inventory.frame
    running = frame[frame["status"] == "running"]
    columns = {f"{name}_kg_per_day": name for name in _names()}
    sums = running.groupby("sector")[list(columns)].sum().rename(columns=columns)
    return sums.reindex([str(sector) for sector in Sector], fill_value=0.0)
