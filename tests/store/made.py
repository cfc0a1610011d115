"""Lists, plans and orders of no meaning: the store does not look inside."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from hashlib import sha256

from planner.store import BookApproval, NewList, StoredBook, StoredConfirmation, StoredOrder, StoredPlan
from planner.terms import BEIJING, LEVELS, Level, Mode
from tests.project import ROOT

MIGRATIONS = ROOT / "migrations"
CITY = "140400"
NOON = datetime(2026, 11, 20, 12, 0, 0, 1, tzinfo=BEIJING)
RULES_SHA256 = "a" * 64


def new_list(content: bytes = b"source_id\n1\n", city: str = CITY, days: int = 0) -> NewList:
    """A list of these bytes, imported some days after noon."""
    return NewList(
        city=city,
        file="enterprises.csv",
        content=content,
        sha256=sha256(content).hexdigest(),
        rows=content.count(b"\n"),
        imported_at=NOON + timedelta(days=days),
        imported_by="Wang",
    )


def new_plan(request_key: str = "request", text: str = '{"level": "橙色"}') -> StoredPlan:
    """A plan that answers this request."""
    return StoredPlan(
        request_key=request_key,
        city=CITY,
        level=Level.ORANGE,
        mode=Mode.FILL,
        status="optimal",
        plan_sha256=sha256(text.encode()).hexdigest(),
        list_sha256="b" * 64,
        rules_sha256=RULES_SHA256,
        created_at=NOON.astimezone(UTC),
        text=text,
    )


def new_orders(plan_id: int, count: int = 2) -> tuple[StoredOrder, ...]:
    """Orders numbered from 1."""
    order = StoredOrder(
        number="",
        plan_id=plan_id,
        enterprise_id="91999999MA00000000",
        county_code="140481",
        text="{}",
        created_at=NOON,
    )
    return tuple(replace(order, number=str(number)) for number in range(1, count + 1))


def new_confirmation(rule_id: str = "national.sample.share", city: str = CITY, **changes: object) -> StoredConfirmation:
    """A word of a city on a value of law."""
    word = StoredConfirmation(
        city=city,
        rule_id=rule_id,
        value_sha256="c" * 64,
        confirmed_by="王某",
        role="大气科科长",
        confirmed_on=date(2026, 11, 20),
        document="长环函〔2026〕12号",
        note="",
        withdrawn=False,
        recorded_at=NOON.astimezone(UTC),
    )
    return replace(word, **changes)


def new_book(request_key: str = "book") -> StoredBook:
    """A book of three plans that answers this request."""
    plans = tuple(replace(new_plan(f"{request_key} {level}", f'"{level}"'), level=level) for level in LEVELS)
    text = f'{{"book": "{request_key}"}}'
    return StoredBook(
        request_key=request_key,
        city=CITY,
        mode=Mode.FILL,
        status="feasible",
        book_sha256=sha256(text.encode()).hexdigest(),
        list_sha256="b" * 64,
        rules_sha256=RULES_SHA256,
        created_at=NOON.astimezone(UTC),
        text=text,
        plans=plans,
    )


def new_approval(book_id: int) -> BookApproval:
    """Somebody's word for a book."""
    return BookApproval(
        city=CITY, book_id=book_id, approved_by="王某", reason="长环函〔2026〕12号", approved_at=NOON.astimezone(UTC)
    )
