"""A desk over a store of its own, with real plans of a tiny city in it."""

import json
from datetime import datetime, timedelta
from functools import cache

from planner.episode import ActKind, AreaLevel, Channel, Office, Role, Signature, Terms
from planner.plan import plan_to_text
from planner.problem import build_problem
from planner.service import Planner
from planner.service.desk import DeskOutcome, DeskRequest, Person, WarningDesk
from planner.store import StoredPlan
from planner.terms import BEIJING, Level, Mode
from tests.audit.made import city, document, solved
from tests.tiny import alert, rules_in_force, with_share

SHARES = {Level.YELLOW: 0.1, Level.ORANGE: 0.3}
NOW = datetime(2026, 12, 5, 8, 0, tzinfo=BEIJING)
START = NOW + timedelta(hours=40)
WANG = Person(name="王", role=Role.ISSUER)
LI = Person(name="李", role=Role.REVIEWER)
CITY = "changzhi"
BY = {ActKind.REVIEW: LI}


@cache
def plan_text(level: Level) -> str:
    """The plan of a level of the tiny city, solved and refereed."""
    rules = with_share(rules_in_force(), level, SHARES[level])
    return plan_to_text(document(solved(build_problem(city(), rules, alert(level), Mode.FILL))))


def stored_plan(level: Level, rules_sha256: str) -> StoredPlan:
    """The level's plan as the store takes it."""
    text = plan_text(level)
    body = json.loads(text)
    return StoredPlan(
        request_key=str(level),
        city=CITY,
        level=level,
        mode=Mode.FILL,
        status=body["status"],
        plan_sha256=body["plan_sha256"],
        list_sha256=body["provenance"]["list_sha256"],
        rules_sha256=rules_sha256,
        created_at=NOW,
        text=text,
    )


def keep_plan(planner: Planner, level: Level) -> int:
    """The number of the level's plan in the store."""
    return planner.store.add_plan(stored_plan(level, planner.rulebook.sha256))


def terms(level: Level = Level.YELLOW, **fields: object) -> Terms:
    """Terms over the whole city."""
    given = {"areas": (AreaLevel(level=level),), "start": START, "end": None, "cause": "pm25"}
    return Terms(**(given | fields))


def ask(
    desk: WarningDesk, kind: ActKind, warning_id: str = "", person: Person | None = None, **more: object
) -> DeskOutcome:
    """What comes of one request."""
    given = {"at": NOW, "reason": "测试", **more}
    request = DeskRequest(kind=kind, city=CITY, warning_id=warning_id, **given)
    return desk.act(request, person or BY.get(kind, WANG))


def signature(office: Office = Office.DEPUTY_MAYOR) -> Signature:
    """A signature on paper."""
    return Signature(signer="赵", office=office, channel=Channel.PAPER, signed_at=NOW)


def opened(desk: WarningDesk, **more: object) -> str:
    """The number of a new warning."""
    outcome = ask(desk, ActKind.CONSULT, **more)
    assert outcome.warning is not None
    return outcome.warning.warning_id


def led_to_signature(desk: WarningDesk, plan_id: int, wanted: Terms, warning_id: str = "") -> str:
    """A warning up to its signature."""
    number = warning_id or opened(desk)
    steps: tuple[tuple[ActKind, dict[str, object]], ...] = (
        (ActKind.PROPOSE, {"terms": wanted}),
        (ActKind.ATTACH, {"plan_ids": (plan_id,)}),
        (ActKind.REVIEW, {}),
        (ActKind.SIGN, {"signature": signature()}),
    )
    for kind, more in steps:
        outcome = ask(desk, kind, number, **more)
        assert outcome.is_done, outcome.findings
    return number


def issued(desk: WarningDesk, plan_id: int, wanted: Terms) -> str:
    """A warning in force."""
    number = led_to_signature(desk, plan_id, wanted)
    assert ask(desk, ActKind.ISSUE, number).is_done
    return number
