"""The orders of a warning on screen: their table with filters, receipts as they are entered, the call sheet."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from html import escape

import pandas as pd
import streamlit as st

from planner.episode import RECEIPT_STATES, CallRow, OrderKind, OrderRow, Receipt, order_kind_label
from planner.panel.grid import Columns
from planner.panel.markup import element
from planner.panel.warning import receipt_label
from planner.terms import Phrasebook

__all__ = [
    "RECEIPT_STATES",
    "OrderFilter",
    "ask_filter",
    "call_frame",
    "call_html",
    "order_choice",
    "order_columns",
    "order_table",
    "receipts_of",
    "state_counts",
]

STATES = ("", *RECEIPT_STATES)
SHOWN_HASH = 12
PRINTED = (
    "<!doctype html><meta charset=utf-8><title>{title}</title><style>body{{font:14px/1.5 sans-serif;margin:1.5cm}}"
    "table{{border-collapse:collapse;width:100%}}td,th{{border:1px solid #444;padding:.25em .5em;text-align:left}}"
    "section{{break-after:page}}th{{background:#eee}}</style><h1>{title}</h1>{body}"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderFilter:
    """Which orders are shown: '' and nothing chosen leave all."""

    words: str = ""
    counties: tuple[str, ...] = ()
    states: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()

    def keeps(self, row: OrderRow) -> bool:
        """Whether an order is shown."""
        text = f"{row.name} {row.owner} {row.number}".casefold()
        return (
            self.words.casefold() in text
            and (not self.counties or row.county_code in self.counties)
            and (not self.states or row.state in self.states)
            and (not self.kinds or row.kind in self.kinds)
        )


def ask_filter(rows: Iterable[OrderRow], phrasebook: Phrasebook, counties: Mapping[str, str]) -> OrderFilter:
    """What the reader filters by."""
    say, held = phrasebook.say, sorted({row.county_code for row in rows})
    first, second, third, fourth = st.columns(4, vertical_alignment="bottom")
    words = first.text_input(say("Search"), key="orders_words", placeholder=say("name, code or number")).strip()
    named = second.multiselect(
        say("County"),
        held,
        format_func=lambda code: counties.get(code, code),
        placeholder=say("all"),
        key="orders_county",
    )
    states = third.multiselect(
        say("Receipt"),
        STATES,
        format_func=lambda code: receipt_label(phrasebook, code),
        placeholder=say("all"),
        key="orders_state",
    )
    kinds = fourth.multiselect(
        say("Order"),
        list(OrderKind),
        format_func=lambda kind: order_kind_label(phrasebook, kind),
        placeholder=say("all"),
        key="orders_kind",
    )
    return OrderFilter(words=words, counties=tuple(named), states=tuple(states), kinds=tuple(kinds))


def state_counts(rows: Iterable[OrderRow], phrasebook: Phrasebook) -> tuple[tuple[str, int], ...]:
    """How many orders stand in each state of receipt."""
    counts = Counter(row.state for row in rows)
    return tuple((receipt_label(phrasebook, state), counts[state]) for state in STATES)


def order_table(rows: Iterable[OrderRow], phrasebook: Phrasebook, counties: Mapping[str, str]) -> pd.DataFrame:
    """Orders as a table."""
    columns = ["number", "county", "owner", "kind", "version", "lines", "receipt", "reason", "code", "plan", "head"]
    made = [
        {
            "number": row.number,
            "county": counties.get(row.county_code, row.county_code),
            "owner": row.name,
            "kind": order_kind_label(phrasebook, row.kind),
            "version": row.version,
            "lines": row.lines,
            "receipt": receipt_label(phrasebook, row.state),
            "reason": row.reason,
            "code": row.owner,
            "plan": row.plan_sha256[:SHOWN_HASH],
            "head": row.trace_sha256[:SHOWN_HASH],
        }
        for row in rows
    ]
    return pd.DataFrame(made, columns=columns)


def order_columns(phrasebook: Phrasebook) -> Columns:
    """The columns of orders and of the call sheet."""
    say, text, number = phrasebook.say, st.column_config.TextColumn, st.column_config.NumberColumn
    return {
        "number": text(say("Order number"), width=190, pinned=True),
        "county": text(say("County"), width=90),
        "owner": text(say("Enterprise"), width=220),
        "kind": text(say("Order"), width=90),
        "version": number(say("Version"), width=60),
        "lines": number(say("Lines"), width=80),
        "receipt": text(say("Receipt"), width=90),
        "reason": text(say("Reason"), width=140),
        "code": text(say("Credit code"), width=170),
        "plan": text(say("Plan hash"), width=120),
        "head": text(say("Trace head"), width=120),
        "contact": text(say("Contact"), width=90),
        "phone": text(say("Telephone"), width=130),
    }


def order_choice(row: OrderRow) -> str:
    """An order as a line of a menu."""
    return f"{row.name} · {row.number}"


def receipts_of(rows: Iterable[OrderRow], state: str, reason: str, at: datetime) -> tuple[Receipt, ...]:
    """The same receipt for each of these orders."""
    return tuple(Receipt(order_number=row.number, state=state, at=at, reason=reason) for row in rows)


def call_frame(rows: Iterable[CallRow], phrasebook: Phrasebook, counties: Mapping[str, str]) -> pd.DataFrame:
    """The call sheet as a table."""
    made = [
        {
            "county": counties.get(row.county_code, row.county_code),
            "owner": row.name or row.owner,
            "contact": row.contact_name,
            "phone": row.contact_phone,
            "number": row.order_number,
            "kind": order_kind_label(phrasebook, row.kind),
            "receipt": receipt_label(phrasebook, row.state),
        }
        for row in rows
    ]
    return pd.DataFrame(made, columns=["county", "owner", "contact", "phone", "number", "kind", "receipt"])


def call_html(rows: Iterable[CallRow], phrasebook: Phrasebook, counties: Mapping[str, str], title: str) -> str:
    """The call sheet as a page to be printed: one sheet of paper a county, with a column to tick off."""
    frame, say = call_frame(rows, phrasebook, counties), phrasebook.say
    heads = (
        say("Enterprise"),
        say("Contact"),
        say("Telephone"),
        say("Order number"),
        say("Order"),
        say("Receipt"),
        say("Reached at"),
    )
    head = element("tr", "".join(element("th", escape(name)) for name in heads))
    parts = []
    for county, group in frame.groupby("county", sort=True):
        cells = group.drop(columns="county").itertuples(index=False)
        lines = "".join(
            element("tr", "".join(element("td", escape(str(cell))) for cell in (*row, ""))) for row in cells
        )
        parts.append(element("section", element("h2", escape(str(county))) + element("table", head + lines)))
    return PRINTED.format(title=escape(title), body="".join(parts))
