"""A warning on screen: the banner of every page, its steps, its clocks, its acts, orders and receipts."""

from collections.abc import Iterable
from html import escape

import pandas as pd
import streamlit as st

from planner.compare import level_label
from planner.episode import (
    Act,
    ActKind,
    AirWarning,
    AreaLevel,
    Banner,
    Channel,
    Clock,
    Notice,
    Office,
    Round,
    Signature,
    Step,
    Terms,
    act_label,
    area_sentence,
    clock_label,
    legal_acts,
    mode_word,
    order_kind_label,
    response_label,
    step_label,
    step_sentence,
)
from planner.panel.amounts import moment_text
from planner.panel.grid import Columns
from planner.panel.markup import element
from planner.panel.words import LEVEL_SHAPES
from planner.terms import N_, Level, Phrasebook

__all__ = [
    "ActKind",
    "AirWarning",
    "AreaLevel",
    "Channel",
    "Notice",
    "Office",
    "Signature",
    "Step",
    "Terms",
    "act_button",
    "act_frame",
    "banner_html",
    "clocks_html",
    "legal_acts",
    "office_label",
    "order_frame",
    "receipt_label",
    "steps_html",
    "terms_html",
    "warning_choice",
    "warning_columns",
]

WAY = (
    Step.CONSULTED,
    Step.PROPOSED,
    Step.ATTACHED,
    Step.REVIEWED,
    Step.SIGNED,
    Step.IN_FORCE,
    Step.LIFTED,
    Step.EVALUATED,
)
OFFICES = {Office.DEPUTY_MAYOR: N_("Deputy mayor"), Office.MAYOR: N_("Mayor")}
RECEIPTS = {
    "": N_("no receipt yet"),
    "delivered": N_("delivered"),
    "acknowledged": N_("acknowledged"),
    "contested": N_("contested"),
}


def banner_html(banner: Banner, phrasebook: Phrasebook, counties: dict[str, str]) -> str:
    """What is in force or under way, since when, what is due next, and whether it is an exercise; '' for nothing."""
    if banner.warning is None:
        return ""
    held = banner.in_force
    terms = held.terms if held else banner.warning.terms
    parts = [element("b", escape(mode_word(phrasebook, is_exercise=banner.is_exercise)), "mode")]
    if terms is not None:
        parts.append(_level(terms.level, phrasebook))
        parts.append(escape(response_label(phrasebook, terms.level)))
        parts.append(escape(area_sentence(phrasebook, terms, counties)))
    parts.append(escape(step_label(phrasebook, banner.warning.step)))
    if held is not None:
        parts.append(escape(phrasebook.say("since {at}", at=moment_text(phrasebook, held.since))))
    if banner.clock is not None:
        parts.append(_clock(banner.clock, phrasebook))
    if banner.notice is not None:
        notice = phrasebook.say("regional notice {number}", number=banner.notice.number)
        parts.append(escape(f"{notice} {level_label(phrasebook, banner.notice.level)}"))
    kind = "exercise" if banner.is_exercise else f"live-{terms.level}" if held and terms else "open"
    return element("div", "".join(element("span", part) for part in parts), f"alarm alarm-{kind}")


def steps_html(warning: AirWarning, phrasebook: Phrasebook) -> str:
    """The way of a warning with its place on it: ticked what is done, marked where it stands."""
    at = WAY.index(warning.step) if warning.step in WAY else -1
    shown = (
        element("li", escape(step_label(phrasebook, step)), "done" if place < at else "here" if place == at else "open")
        for place, step in enumerate(WAY)
        if warning.round is not Round.LIFT or step is not Step.ATTACHED
    )
    return element("ol", "".join(shown), "way")


def terms_html(warning: AirWarning, phrasebook: Phrasebook, counties: dict[str, str]) -> str:
    """The terms in force and those proposed, each with level, response, area, start and end."""
    rows = []
    if warning.in_force is not None:
        rows.append((phrasebook.say("In force now"), warning.in_force.terms))
    if warning.terms is not None:
        rows.append((phrasebook.say("Proposed"), warning.terms))
    return "".join(_terms(name, terms, phrasebook, counties) for name, terms in rows)


def clocks_html(clocks: Iterable[Clock], phrasebook: Phrasebook) -> str:
    """The clocks, the next due first; overdue ones by word and sign."""
    rows = "".join(element("li", _clock(item, phrasebook)) for item in clocks)
    return element("ul", rows, "clocks") if rows else ""


def warning_choice(warning: AirWarning, phrasebook: Phrasebook) -> str:
    """A warning as a line of a menu."""
    return step_sentence(phrasebook, warning)


def act_button(phrasebook: Phrasebook, kind: ActKind) -> str:
    """An act as its button names it."""
    return act_label(phrasebook, kind)


def office_label(phrasebook: Phrasebook, office: Office) -> str:
    """An office as a word."""
    return phrasebook.say(OFFICES[office])


def receipt_label(phrasebook: Phrasebook, state: str) -> str:
    """The state of a receipt as a word."""
    return phrasebook.say(RECEIPTS.get(state, state))


def act_frame(acts: Iterable[Act], phrasebook: Phrasebook) -> pd.DataFrame:
    """The acts, the newest first: number, time, act, person, reason."""
    rows = [
        {
            "number": act.number,
            "at": moment_text(phrasebook, act.at),
            "act": act_label(phrasebook, act.kind),
            "person": act.person,
            "reason": act.reason,
        }
        for act in acts
    ]
    return pd.DataFrame(rows[::-1], columns=["number", "at", "act", "person", "reason"])


def order_frame(
    orders: Iterable[tuple[str, str, str, str, str]], phrasebook: Phrasebook, counties: dict[str, str]
) -> pd.DataFrame:
    """Orders as a table.

    Args:
        orders: number, county code, name, kind and state of the last receipt.
    """
    rows = [
        {
            "order": number,
            "county": counties.get(county, county),
            "owner": name,
            "kind": order_kind_label(phrasebook, kind),
            "receipt": receipt_label(phrasebook, state),
        }
        for number, county, name, kind, state in orders
    ]
    return pd.DataFrame(rows, columns=["order", "county", "owner", "kind", "receipt"])


def warning_columns(phrasebook: Phrasebook) -> Columns:
    """The columns of both tables."""
    say, text = phrasebook.say, st.column_config.TextColumn
    return {
        "number": st.column_config.NumberColumn(say("No."), width="small"),
        "at": text(say("Time")),
        "act": text(say("Step")),
        "person": text(say("Person")),
        "reason": text(say("Reason"), width="large"),
        "order": text(say("Order number")),
        "county": text(say("County")),
        "owner": text(say("Enterprise"), width="large"),
        "kind": text(say("Order")),
        "receipt": text(say("Receipt")),
    }


def _terms(name: str, terms: Terms, phrasebook: Phrasebook, counties: dict[str, str]) -> str:
    end = moment_text(phrasebook, terms.end) if terms.end else phrasebook.say("until further notice")
    facts = (
        (phrasebook.say("Response level"), response_label(phrasebook, terms.level)),
        (phrasebook.say("Area"), area_sentence(phrasebook, terms, counties)),
        (phrasebook.say("Start"), moment_text(phrasebook, terms.start)),
        (phrasebook.say("End"), end),
    )
    listed = "".join(element("div", element("dt", escape(key)) + element("dd", escape(value))) for key, value in facts)
    head = element("b", escape(name)) + _level(terms.level, phrasebook)
    return element("div", head + element("dl", listed), f"band band-{terms.level}")


def _level(level: Level, phrasebook: Phrasebook) -> str:
    shape = element("span", LEVEL_SHAPES[str(level)], "shape")
    return element("span", shape + escape(level_label(phrasebook, level)), f"level level-{level}")


def _clock(clock: Clock, phrasebook: Phrasebook) -> str:
    words = f"{clock_label(phrasebook, clock.name)} {moment_text(phrasebook, clock.due)}"
    if clock.is_overdue and clock.clause:
        return element("b", escape(f"! {words} {phrasebook.say('overdue')}"), "overdue")
    return escape(words)
