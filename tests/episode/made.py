"""A warning led through its steps, for tests."""

from datetime import UTC, datetime, timedelta

from planner.episode import (
    Act,
    ActKind,
    AirWarning,
    AreaLevel,
    AttachedPlan,
    Channel,
    Notice,
    Office,
    Procedure,
    Signature,
    Terms,
    apply_act,
    open_warning,
    procedure_of,
)
from planner.terms import Level
from tests.tiny import rules_in_force

NOW = datetime(2026, 12, 5, 8, 0, tzinfo=UTC)
COUNTIES = frozenset({"140403", "140404", "140406"})


def procedure() -> Procedure:
    """The shipped procedure of the demo city."""
    return procedure_of(rules_in_force())


def terms(level: Level = Level.ORANGE, *, hours: float = 40.0, days: float | None = None, **fields: object) -> Terms:
    """Terms over the whole city, starting so many hours after NOW."""
    start = NOW + timedelta(hours=hours)
    end = None if days is None else start + timedelta(days=days)
    given = {"areas": (AreaLevel(level=level),), "start": start, "end": end, "cause": "pm25"}
    return Terms(**(given | fields))


def plan(level: Level) -> AttachedPlan:
    """A plan of a level."""
    return AttachedPlan(level=level, plan_id=1, plan_sha256="a" * 64, list_sha256="b" * 64, rules_sha256="c" * 64)


def signature(office: Office = Office.DEPUTY_MAYOR, channel: Channel = Channel.PAPER, **fields: object) -> Signature:
    """A signature given at NOW."""
    return Signature(signer="甲", office=office, channel=channel, signed_at=NOW, **fields)


def notice(level: Level, *, lifted: bool = False) -> Notice:
    """A regional notice."""
    return Notice(issuer="省厅", number="2026-1", level=level, start=NOW, lifted=lifted)


def act(warning: AirWarning | None, kind: ActKind, person: str = "", **fields: object) -> Act:
    """The next act of a warning; the reviewer is another person than everybody else."""
    number = 1 if warning is None else warning.version + 1
    who = person or ("乙" if kind is ActKind.REVIEW else "甲")
    return Act(number=number, kind=kind, person=who, at=NOW, reason="测试", **fields)


def consulted(*, is_exercise: bool = False) -> AirWarning:
    """A warning at its beginning."""
    return open_warning("2026-001", "changzhi", act(None, ActKind.CONSULT), is_exercise=is_exercise)


def done(warning: AirWarning, kind: ActKind, **fields: object) -> AirWarning:
    """The warning after one more act."""
    return apply_act(warning, act(warning, kind, **fields))


def signed(warning: AirWarning, wanted: Terms) -> AirWarning:
    """The warning with a proposal of these terms, up to its signature."""
    warning = done(warning, ActKind.PROPOSE, terms=wanted)
    warning = done(warning, ActKind.ATTACH, plans=tuple(plan(level) for level in wanted.levels))
    warning = done(warning, ActKind.REVIEW)
    return done(warning, ActKind.SIGN, signature=signature(Office.MAYOR))


def in_force(wanted: Terms) -> AirWarning:
    """A warning that was issued."""
    return done(signed(consulted(), wanted), ActKind.ISSUE)
