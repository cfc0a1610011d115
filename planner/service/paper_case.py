"""A stored warning on its way to paper: its orders, frozen or under way, the plans behind them, its messages."""

import json
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from planner.episode import (
    Act,
    ActKind,
    AirWarning,
    InForce,
    OrderKind,
    Round,
    Step,
    Terms,
    apply_act,
    open_warning,
)
from planner.orders.papers import (
    CapMessage,
    IssuedOrder,
    OrderFacts,
    OrderSetting,
    SourcePlan,
    WarningCase,
    cap_identifier,
    order_facts,
    signer_text,
)
from planner.problem import problem_from_text
from planner.service.desk import WarningView, latest_orders
from planner.service.desk.act_text import lines_of_text
from planner.service.desk.issuing import orders_due, own_lines
from planner.service.desk_files import contacts
from planner.service.paper_names import Office, office_of
from planner.service.planner import Planner
from planner.store import StoredWarningOrder

__all__ = ["PaperCase", "cap_messages", "paper_case"]

ROUNDS = {ActKind.ISSUE: Round.ISSUE, ActKind.ADJUST: Round.ADJUST, ActKind.LIFT: Round.LIFT}


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class PaperCase:
    """A warning, its office and its newest orders in words."""

    view: WarningView
    case: WarningCase
    office: Office
    orders: tuple[OrderFacts, ...]


def paper_case(planner: Planner, warning_id: str, city: str, templates: Path | None = None) -> PaperCase:
    """What the papers of a warning are made from; nothing is solved.

    Raises:
        FindingsError: where there is no such warning, or a plan behind it is gone.
    """
    desk, office = planner.desk(city), office_of(planner, city, templates)
    view = desk.view(warning_id)
    last = view.acts[-1].at
    case = WarningCase(
        warning=view.warning,
        acts=view.acts,
        trace_sha256=view.orders[-1].trace_sha256 if view.orders else "",
        office_needed=desk.office_for(view.warning, last),
        letterhead=office.letterhead,
        meta=office.meta,
        phrasebook=office.phrasebook,
    )
    issued = _under_way(planner, case, view) if case.is_under_way else _issued(view)
    known = contacts(planner, city)
    setting = OrderSetting(
        warning_id=warning_id,
        is_signed=not case.is_under_way,
        is_exercise=view.warning.is_exercise,
        signer=signer_text(case),
        contacts=tuple((owner, said[1], said[2]) for owner, said in known.items()),
    )
    names = (office.meta, office.phrasebook)
    facts = tuple(order_facts(issued, _plans(planner, view.acts), setting, office.letterhead, names))
    return PaperCase(view=view, case=case, office=office, orders=facts)


def cap_messages(case: PaperCase) -> tuple[CapMessage, ...]:
    """Every message of a warning, each with references to all before it; what is under way comes last, as a draft."""
    messages: list[CapMessage] = []
    acts, warning = case.view.acts, case.view.warning
    state = open_warning(warning.warning_id, warning.city, acts[0], is_exercise=warning.is_exercise)
    for act in acts[1:]:
        before, state = state.in_force, apply_act(state, act)
        held = before if act.kind is ActKind.LIFT else state.in_force
        if act.kind in ROUNDS and held is not None:
            messages.append(_message(case, (ROUNDS[act.kind], held.terms, act), messages, is_signed=True))
    terms = case.case.terms
    if case.case.is_under_way and terms is not None:
        messages.append(_message(case, (case.case.round, terms, acts[-1]), messages, is_signed=False))
    return tuple(messages)


def _message(
    case: PaperCase, said: tuple[Round, Terms, Act], before: list[CapMessage], *, is_signed: bool
) -> CapMessage:
    round_, terms, act = said
    named = tuple(
        (cap_identifier(case.office.city_code, case.office.letterhead.cap_code, item.sent, item.serial), item.sent)
        for item in before
    )
    return CapMessage(
        round=round_,
        terms=terms,
        sent=act.at,
        is_signed=is_signed,
        is_exercise=case.view.warning.is_exercise,
        serial=sum(item.sent == act.at for item in before),
        before=named,
        reason=act.reason,
    )


def _issued(view: WarningView) -> tuple[IssuedOrder, ...]:
    """The orders of the newest version, each with the one of its owner that it follows, of whichever warning."""
    newest = max((item.version for item in view.orders), default=0)
    made = tuple(item for item in view.orders if item.version == newest)
    since = min((item.created_at for item in made), default=None)
    earlier = (item for item in view.orders if item.version < newest)
    beside = (item for item in view.beside if since is not None and item.created_at < since)
    held = {item.owner: item for item in latest_orders((*earlier, *beside))}
    return tuple(_order(item, held.get(item.owner)) for item in made)


def _order(order: StoredWarningOrder, before: StoredWarningOrder | None) -> IssuedOrder:
    return IssuedOrder(
        number=order.number,
        version=order.version,
        kind=OrderKind(order.kind),
        owner=order.owner,
        county=order.county_code,
        plan_sha256=order.plan_sha256,
        trace_sha256=order.trace_sha256,
        lines=lines_of_text(order.text),
        before=lines_of_text(before.text) if before and before.kind != OrderKind.RELEASE else (),
        follows=before.number if before else "",
        made_at=order.created_at,
    )


def _under_way(planner: Planner, case: WarningCase, view: WarningView) -> tuple[IssuedOrder, ...]:
    """The orders that the round under way would lead to; their numbers are given at the issue."""
    warning, now = case.warning, view.acts[-1].at
    plans, after = warning.plans, _led_on(case, now)
    if after is None:
        return ()
    due = planner.store.look_at_desk(lambda desk: orders_due(desk, warning.in_force, after, now))
    version = warning.in_force.version + 1 if warning.in_force else 1
    hashes = {plan.level: plan.plan_sha256 for plan in plans}
    newest = latest_orders((*view.orders, *view.beside))
    before = {item.owner: lines_of_text(item.text) for item in newest if item.kind != OrderKind.RELEASE}
    return tuple(
        IssuedOrder(
            number=f"{warning.warning_id}-{version:02d}-{place:05d}",
            version=version,
            kind=order.kind,
            owner=order.owner,
            county=order.county,
            plan_sha256=hashes.get(order.lines[0].level, ""),
            trace_sha256="",
            lines=own_lines(order.lines, warning.warning_id),
            before=before.get(order.owner, ()),
        )
        for place, order in due
    )


def _led_on(case: WarningCase, now: datetime) -> AirWarning | None:
    """The warning as the round under way would leave it, None where it says too little yet."""
    warning = case.warning
    if case.round is Round.LIFT:
        return replace(warning, step=Step.LIFTED)
    if warning.terms is None or not warning.plans:
        return None
    version = warning.in_force.version + 1 if warning.in_force else 1
    held = InForce(terms=warning.terms, plans=warning.plans, since=now, version=version)
    return replace(warning, step=Step.IN_FORCE, in_force=held)


def _plans(planner: Planner, acts: tuple[Act, ...]) -> tuple[SourcePlan, ...]:
    """The plans that acts brought along, the newest first."""
    attached = {plan.plan_id: plan.level for act in reversed(acts) for plan in act.plans}
    found = []
    for number, level in attached.items():
        stored = planner.store.plan(number)
        if stored is not None:
            body = json.loads(stored.text)
            by_day = tuple(
                (row["source_id"], tuple(row["kept_by_day"])) for row in body["curtailments"] if row.get("kept_by_day")
            )
            problem = problem_from_text(json.dumps(body["problem"], ensure_ascii=False))
            found.append(SourcePlan(level=level, problem=problem, by_day=by_day))
    return tuple(found)
