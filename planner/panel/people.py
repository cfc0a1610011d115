"""People on screen: roles, accounts, the trace with its filters, settings and what an installation is made of."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol, TypeVar

import pandas as pd
import streamlit as st

from planner.episode import ActKind, Role, act_label
from planner.panel.amounts import moment_text
from planner.panel.grid import Columns
from planner.panel.words import word
from planner.terms import N_, Phrasebook

__all__ = [
    "ROLES",
    "Role",
    "TraceFilter",
    "account_columns",
    "account_frame",
    "action_label",
    "filtered_trace",
    "role_label",
    "setting_label",
    "setting_unit",
    "trace_columns",
    "trace_frame",
    "trace_menus",
    "way_label",
]

ROLES = tuple(Role)
ROLE_WORDS = {
    "viewer": N_("viewer"),
    "planner": N_("planner"),
    "reviewer": N_("reviewer"),
    "issuer": N_("issuer"),
    "auditor": N_("auditor"),
    "admin": N_("administrator"),
}
ACTIONS: Mapping[str, str] = {
    "warning.receipts": N_("Enter receipts"),
    "account.sign_in": N_("Sign in"),
    "account.recognise": N_("Sign in from outside"),
    "account.sign_out": N_("Sign out"),
    "account.timed_out": N_("Signed out after a time without a step"),
    "account.add": N_("Add account"),
    "account.disable": N_("Disable account"),
    "account.enable": N_("Enable account"),
    "account.password": N_("Change password"),
    "account.link": N_("Link identity"),
    "account.unlink": N_("Unlink identity"),
    "account.keep": N_("Keep accounts"),
    "list.import": N_("Import list"),
    "grades.import": N_("Import grades"),
    "book.approve": N_("Approve book"),
    "rule.confirm": N_("Confirm rule"),
    "trace.read": N_("Read trace"),
    "settings.read": N_("Read settings"),
    "settings.set": N_("Change setting"),
}
GROUNDS: Mapping[str, str] = {
    "warning.role.denied": N_("the role does not allow it"),
    "account.deed.denied": N_("the role does not allow it"),
    "warning.role.county": N_("outside the county of the account"),
    "warning.changed_meanwhile": N_("somebody else was first"),
    "warning.act.illegal": N_("not possible at this step"),
    "warning.reason.missing": N_("no reason given"),
    "warning.person.missing": N_("no name given"),
    "warning.review.same_person": N_("a second person is needed"),
    "account.not_signed_in": N_("the account is unknown, disabled or changed"),
    "account.needed": N_("not signed in"),
    "warning.plan.no_book": N_("no approved book"),
    "warning.key_reused": N_("key used for another request"),
}
"""Why something was refused, in a few words; other codes are shown as they are."""
OUTCOMES: Mapping[str, str] = {"done": N_("done"), "refused": N_("refused")}
SETTINGS: Mapping[str, str] = {
    "idle.minutes": N_("Minutes without a step after which a session ends"),
    "retention.lists.months": N_("Months for which lists are kept; 0: without end"),
    "retention.warnings.months": N_("Months for which warnings, orders and receipts are kept; 0: without end"),
    "retention.trace.months": N_("Months for which the trace is kept; 0: without end"),
}
UNITS: Mapping[str, str] = {
    "retention.lists.months": N_("Lists"),
    "retention.warnings.months": N_("Warnings"),
    "retention.trace.months": N_("Entries of the trace"),
}
WAYS: Mapping[str, str] = {
    "accounts": N_("accounts with passwords"),
    "oidc": N_("OIDC (single sign-on)"),
    "proxy": N_("reverse proxy"),
}
TRACE_ORDER = ("number", "at", "person", "role", "act", "subject", "outcome", "detail")


class Traced(Protocol):
    """An entry of the trace as the store gives it."""

    @property
    def number(self) -> int: ...
    @property
    def at(self) -> datetime: ...
    @property
    def person(self) -> str: ...
    @property
    def role(self) -> str: ...
    @property
    def subject(self) -> str: ...
    @property
    def action(self) -> str: ...
    @property
    def outcome(self) -> str: ...
    @property
    def text(self) -> str: ...


Entry = TypeVar("Entry", bound=Traced)


@dataclass(frozen=True, slots=True, kw_only=True)
class TraceFilter:
    """What a reader looks for; '' for anything, `refused` for refused ones only."""

    words: str = ""
    person: str = ""
    subject: str = ""
    action: str = ""
    refused: bool = False


class Accountant(Protocol):
    """An account as the store gives it."""

    @property
    def name(self) -> str: ...
    @property
    def role(self) -> str: ...
    @property
    def county_code(self) -> str: ...
    @property
    def is_disabled(self) -> bool: ...
    @property
    def locked_until(self) -> datetime | None: ...


def role_label(phrasebook: Phrasebook, role: str) -> str:
    """A role as a word; '' for none."""
    return word(phrasebook, ROLE_WORDS, role)


def way_label(phrasebook: Phrasebook, way: str) -> str:
    """A way of signing in as words."""
    return word(phrasebook, WAYS, way)


def setting_label(phrasebook: Phrasebook, setting: str) -> str:
    """What a setting sets, with its unit."""
    return word(phrasebook, SETTINGS, setting)


def setting_unit(phrasebook: Phrasebook, setting: str) -> str:
    """What a period of retention counts."""
    return word(phrasebook, UNITS, setting)


def action_label(phrasebook: Phrasebook, action: str) -> str:
    """What was asked for, in the words of the buttons."""
    kind = action.removeprefix("warning.")
    if kind in tuple(ActKind) and kind != action:
        return act_label(phrasebook, ActKind(kind))
    return word(phrasebook, ACTIONS, action)


def trace_menus(entries: Iterable[Traced]) -> tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]:
    """Persons, subjects and actions that a trace names, each sorted."""
    rows = tuple(entries)
    return (
        tuple(sorted({item.person for item in rows} - {""})),
        tuple(sorted({item.subject for item in rows if item.action.startswith("warning.")} - {""})),
        tuple(sorted({item.action for item in rows})),
    )


def filtered_trace(entries: Iterable[Entry], wanted: TraceFilter) -> tuple[Entry, ...]:
    """The entries that fit a filter, in their order."""
    return tuple(item for item in entries if _fits(item, wanted))


def trace_frame(entries: Iterable[Traced], phrasebook: Phrasebook) -> pd.DataFrame:
    """Entries as a table, in their order: number, time, person, role, act, subject, outcome, detail."""
    rows = [
        (
            item.number,
            moment_text(phrasebook, item.at),
            item.person,
            role_label(phrasebook, item.role),
            action_label(phrasebook, item.action),
            item.subject,
            word(phrasebook, OUTCOMES, item.outcome),
            _detail(item, phrasebook),
        )
        for item in entries
    ]
    return pd.DataFrame(rows, columns=list(TRACE_ORDER))


def trace_columns(phrasebook: Phrasebook) -> Columns:
    """The columns of the trace."""
    say, text = phrasebook.say, st.column_config.TextColumn
    return {
        "number": st.column_config.NumberColumn(say("No."), width="small"),
        "at": text(say("Time")),
        "person": text(say("Person")),
        "role": text(say("Role")),
        "act": text(say("Step")),
        "subject": text(say("Subject")),
        "outcome": text(say("What came of it")),
        "detail": text(say("Reason or grounds of refusal"), width="large"),
    }


def account_frame(
    accounts: Iterable[Accountant],
    identities: Sequence[tuple[str, str]],
    phrasebook: Phrasebook,
    counties: dict[str, str],
) -> pd.DataFrame:
    """Accounts as a table.

    Args:
        identities: outside identity and account.
    """
    rows = [
        (
            item.name,
            role_label(phrasebook, item.role),
            counties.get(item.county_code, item.county_code) or phrasebook.say("the whole city"),
            _standing(item, phrasebook),
            "、".join(identity for identity, name in identities if name == item.name),
        )
        for item in accounts
    ]
    return pd.DataFrame(rows, columns=["name", "role", "county", "standing", "identities"])


def account_columns(phrasebook: Phrasebook) -> Columns:
    """The columns of the accounts."""
    say, text = phrasebook.say, st.column_config.TextColumn
    return {
        "name": text(say("Account")),
        "role": text(say("Role")),
        "county": text(say("Area")),
        "standing": text(say("State of the account")),
        "identities": text(say("Outside identities"), width="large"),
    }


def _standing(account: Accountant, phrasebook: Phrasebook) -> str:
    if account.is_disabled:
        return phrasebook.say("disabled")
    if account.locked_until is not None:
        return phrasebook.say("locked until {at}", at=moment_text(phrasebook, account.locked_until))
    return phrasebook.say("in use")


def _detail(item: Traced, phrasebook: Phrasebook) -> str:
    body = json.loads(item.text)
    if not isinstance(body, dict):
        return ""
    refused = body.get("refused", ())
    grounds = "、".join(word(phrasebook, GROUNDS, str(code)) for code in refused)
    parts = (str(body.get("reason") or body.get("value") or ""), grounds)
    return " · ".join(part for part in parts if part)


def _fits(item: Traced, wanted: TraceFilter) -> bool:
    said = f"{item.person} {item.subject} {item.action} {item.text}".casefold()
    return (
        wanted.words.strip().casefold() in said
        and wanted.person in ("", item.person)
        and wanted.subject in ("", item.subject)
        and wanted.action in ("", item.action)
        and (not wanted.refused or item.outcome == "refused")
    )
