"""Orders and warnings of a toy city, in Chinese words."""

from dataclasses import replace
from datetime import datetime, timedelta
from functools import cache

from planner.episode import (
    Act,
    ActKind,
    AreaLevel,
    AttachedPlan,
    Channel,
    Office,
    OrderKind,
    OrderLine,
    Signature,
    Terms,
    fold_acts,
)
from planner.orders.papers import (
    IssuedOrder,
    Letterhead,
    OrderFacts,
    OrderSetting,
    TemplateFolder,
    WarningCase,
    draft_orders,
    order_facts,
    read_letterhead,
    source_plan,
)
from planner.sources import read_phrasebook
from planner.terms import BEIJING, Level, Phrasebook
from tests.compare.toy_problem import toy_plan
from tests.orders.toy_orders import META
from tests.project import ROOT

SHIPPED = TemplateFolder()
START = datetime(2026, 12, 1, 12, tzinfo=BEIJING)
CONSULTED = datetime(2026, 11, 30, 8, tzinfo=BEIJING)
SIGNED = OrderSetting(warning_id="changzhi-2026-001", is_signed=True, signer="王明远（副市长）")


@cache
def chinese() -> Phrasebook:
    """The words of the shipped catalogue."""
    return read_phrasebook(ROOT / "locale", "zh-CN")


@cache
def letterhead() -> Letterhead:
    """The shipped letterhead."""
    return read_letterhead(SHIPPED.find("letterhead.toml").parent, "长治市")


@cache
def drafts() -> tuple[IssuedOrder, ...]:
    """The orders of the toy plan, unsigned."""
    return draft_orders(*toy_plan(), "3" * 64)


def told(orders: tuple[IssuedOrder, ...], setting: OrderSetting = SIGNED) -> tuple[OrderFacts, ...]:
    """Orders in words."""
    plans = (source_plan(*toy_plan()),)
    return tuple(order_facts(orders, plans, setting, letterhead(), (META, chinese())))


def facts(**changes: object) -> OrderFacts:
    """The first order in words, with changes."""
    return replace(told(drafts(), OrderSetting())[0], **changes)


def long_order(lines: int) -> OrderFacts:
    """An order of many lines of a firm with a long name."""
    base = facts()
    rows = tuple(replace(base.rows[place % 2], number=place + 1) for place in range(lines))
    return replace(base, rows=rows, addressee="长治市潞州区" + "某某新型建筑材料与环保装备制造" * 4 + "有限责任公司")


def terms(level: Level = Level.ORANGE, *more: AreaLevel) -> Terms:
    """Terms over the whole city, and more areas."""
    return Terms(areas=(AreaLevel(level=level), *more), start=START, end=None, cause="pm25")


def changed_order(before: tuple[OrderLine, ...], after: tuple[OrderLine, ...]) -> OrderFacts:
    """A changed order in words."""
    base = drafts()[0]
    order = replace(base, kind=OrderKind.CHANGE, lines=after, before=before, follows="x-01-00001", version=2)
    return told((order,))[0]


def at(hours: float) -> datetime:
    """Hours after the consultation."""
    return CONSULTED + timedelta(hours=hours)


def acts() -> tuple[Act, ...]:
    """A warning from consultation over issue and adjustment to its lifting."""
    plans = (AttachedPlan(level=Level.ORANGE, plan_id=1, plan_sha256="ab" * 32, list_sha256="", rules_sha256=""),)
    signature = Signature(
        signer="王明远", office=Office.DEPUTY_MAYOR, channel=Channel.TELEPHONE, signed_at=at(3), paper_due=at(27)
    )
    red = terms(Level.ORANGE, AreaLevel(level=Level.RED, counties=("140403",)))
    rounds = (
        (ActKind.ISSUE, {"terms": terms()}),
        (ActKind.ADJUST, {"terms": red}),
        (ActKind.LIFT, {"is_lift": True}),
    )
    found = [Act(number=1, kind=ActKind.CONSULT, person="李", at=at(0), reason="预计连续48小时以上重度污染")]
    for place, (kind, proposal) in enumerate(rounds):
        steps: list[tuple[ActKind, dict[str, object]]] = [(ActKind.PROPOSE, proposal)]
        steps += [] if kind is ActKind.LIFT else [(ActKind.ATTACH, {"plans": plans})]
        steps += [(ActKind.REVIEW, {}), (ActKind.SIGN, {"signature": signature}), (kind, {})]
        for step, more in steps:
            number = len(found) + 1
            found.append(Act(number=number, kind=step, person="张", at=at(20 * place + number), reason="同意", **more))
    return tuple(found)


def case(last: ActKind, *, is_exercise: bool = False) -> WarningCase:
    """The warning up to its last act of a kind."""
    done = acts()
    place = max(number for number, act in enumerate(done, start=1) if act.kind is last)
    if last in (ActKind.PROPOSE, ActKind.SIGN, ActKind.CONSULT):
        place = min(number for number, act in enumerate(done, start=1) if act.kind is last)
    warning = fold_acts("changzhi-2026-001", "changzhi", done[:place], is_exercise=is_exercise)
    return WarningCase(
        warning=warning,
        acts=done[:place],
        trace_sha256="cd" * 32,
        office_needed=Office.DEPUTY_MAYOR,
        letterhead=letterhead(),
        meta=META,
        phrasebook=chinese(),
    )
