"""The tables of the store. The scripts in migrations/ make the same ones; a test compares the two."""

from datetime import UTC, datetime

from sqlalchemy import (
    Boolean,
    CheckConstraint,
    Column,
    Dialect,
    ForeignKey,
    Integer,
    LargeBinary,
    MetaData,
    Named,
    String,
    Table,
    Text,
    TypedColumns,
    TypeDecorator,
    UniqueConstraint,
)

__all__ = [
    "GRADE_SETS",
    "LIST_ANSWERS",
    "LIST_CONTENTS",
    "LIST_ORIGINALS",
    "LIST_VERSIONS",
    "MATCH_DECISIONS",
    "METADATA",
    "ORDERS",
    "PLANS",
    "RULE_CONFIRMATIONS",
    "RULE_VERSIONS",
]

DIGEST_LENGTH = 64
TIME_LENGTH = 32
DAY_LENGTH = 10
TEMPLATE_LENGTH = 16
WHOLE_DIGEST = f"length(sha256) = {DIGEST_LENGTH}"


class UtcText(TypeDecorator[datetime]):
    """A time as ISO 8601 text in UTC, to the microsecond: it sorts as text and reads alike in every database."""

    impl = String(TIME_LENGTH)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, _dialect: Dialect) -> str | None:
        """The text of a time. Raises ValueError for one without a zone."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError(f"the time {value} has no zone")
        return value.astimezone(UTC).isoformat(timespec="microseconds")

    def process_result_value(self, value: str | None, _dialect: Dialect) -> datetime | None:
        """The time of a text."""
        return None if value is None else datetime.fromisoformat(value)


METADATA = MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    }
)


class _ContentColumns(TypedColumns):
    sha256: Named[str] = Column(String(DIGEST_LENGTH), primary_key=True)
    content_zlib: Named[bytes] = Column(LargeBinary)


class _ListVersionColumns(TypedColumns):
    city: Named[str] = Column(Text, primary_key=True)
    version: Named[int] = Column(Integer, primary_key=True, autoincrement=False)
    sha256: Named[str] = Column(String(DIGEST_LENGTH), ForeignKey("list_contents.sha256"))
    file: Named[str] = Column(Text)
    rows: Named[int] = Column(Integer)
    imported_at: Named[datetime] = Column(UtcText)
    imported_by: Named[str] = Column(Text)


class _ListAnswerColumns(TypedColumns):
    answer_id: Named[int] = Column(Integer, primary_key=True)
    city: Named[str] = Column(Text, index=True)
    template: Named[str] = Column(String(TEMPLATE_LENGTH))
    text: Named[str] = Column(Text)
    answered_by: Named[str] = Column(Text)
    recorded_at: Named[datetime] = Column(UtcText)


class _ListOriginalColumns(TypedColumns):
    city: Named[str] = Column(Text, primary_key=True)
    version: Named[int] = Column(Integer, primary_key=True, autoincrement=False)
    sha256: Named[str] = Column(String(DIGEST_LENGTH), ForeignKey("list_contents.sha256"))
    answers: Named[str] = Column(Text)


class _MatchDecisionColumns(TypedColumns):
    decision_id: Named[int] = Column(Integer, primary_key=True)
    city: Named[str] = Column(Text, index=True)
    kind: Named[str] = Column(Text)
    listed: Named[str] = Column(Text)
    registered: Named[str] = Column(Text)
    same: Named[bool] = Column(Boolean)
    decided_by: Named[str] = Column(Text)
    recorded_at: Named[datetime] = Column(UtcText)


class _GradeSetColumns(TypedColumns):
    city: Named[str] = Column(Text, primary_key=True)
    version: Named[int] = Column(Integer, primary_key=True, autoincrement=False)
    sha256: Named[str] = Column(String(DIGEST_LENGTH))
    file: Named[str] = Column(Text)
    rows: Named[int] = Column(Integer)
    imported_at: Named[datetime] = Column(UtcText)
    imported_by: Named[str] = Column(Text)
    content_zlib: Named[bytes] = Column(LargeBinary)


class _RuleVersionColumns(TypedColumns):
    sha256: Named[str] = Column(String(DIGEST_LENGTH), primary_key=True)
    text: Named[str] = Column(Text)
    recorded_at: Named[datetime] = Column(UtcText)


class _PlanColumns(TypedColumns):
    plan_id: Named[int] = Column(Integer, primary_key=True)
    request_key: Named[str] = Column(Text, unique=True)
    city: Named[str] = Column(Text, index=True)
    level: Named[str] = Column(Text)
    mode: Named[str] = Column(Text)
    status: Named[str] = Column(Text)
    plan_sha256: Named[str] = Column(String(DIGEST_LENGTH))
    list_sha256: Named[str] = Column(String(DIGEST_LENGTH))
    rules_sha256: Named[str] = Column(String(DIGEST_LENGTH), ForeignKey("rule_versions.sha256"))
    created_at: Named[datetime] = Column(UtcText)
    text: Named[str] = Column(Text)


class _OrderColumns(TypedColumns):
    order_id: Named[int] = Column(Integer, primary_key=True)
    plan_id: Named[int] = Column(Integer, ForeignKey("plans.plan_id"))
    number: Named[str] = Column(Text)
    enterprise_id: Named[str] = Column(Text)
    county_code: Named[str] = Column(Text)
    created_at: Named[datetime] = Column(UtcText)
    text: Named[str] = Column(Text)


class _RuleConfirmationColumns(TypedColumns):
    confirmation_id: Named[int] = Column(Integer, primary_key=True)
    city: Named[str] = Column(Text, index=True)
    rule_id: Named[str] = Column(Text)
    value_sha256: Named[str] = Column(String(DIGEST_LENGTH))
    confirmed_by: Named[str] = Column(Text)
    role: Named[str] = Column(Text)
    confirmed_on: Named[str] = Column(String(DAY_LENGTH))
    document: Named[str] = Column(Text)
    note: Named[str] = Column(Text)
    withdrawn: Named[bool] = Column(Boolean)
    recorded_at: Named[datetime] = Column(UtcText)


LIST_CONTENTS = Table("list_contents", METADATA, _ContentColumns, CheckConstraint(WHOLE_DIGEST, "sha256"))
"""The bytes of lists, compressed with zlib; a list imported again later is kept once."""

LIST_VERSIONS = Table(
    "list_versions",
    METADATA,
    _ListVersionColumns,
    CheckConstraint("version >= 1", "version"),
    CheckConstraint("rows >= 0", "rows"),
)
LIST_ANSWERS = Table("list_answers", METADATA, _ListAnswerColumns)
"""What people said about the columns of a workbook's template; a later word stands behind the earlier ones."""

LIST_ORIGINALS = Table("list_originals", METADATA, _ListOriginalColumns)
"""The workbook that a list version was read from, and the answers by which it was read."""

MATCH_DECISIONS = Table("match_decisions", METADATA, _MatchDecisionColumns)
"""A person's word on whether a listed and a registered firm are one; to take it back is a further row."""

GRADE_SETS = Table(
    "grade_sets",
    METADATA,
    _GradeSetColumns,
    CheckConstraint(WHOLE_DIGEST, "sha256"),
    CheckConstraint("version >= 1", "version"),
    CheckConstraint("rows >= 0", "rows"),
)
"""Files of grade moves with their bytes, small enough to be kept anew in each version."""

RULE_VERSIONS = Table("rule_versions", METADATA, _RuleVersionColumns, CheckConstraint(WHOLE_DIGEST, "sha256"))
PLANS = Table("plans", METADATA, _PlanColumns)
ORDERS = Table("orders", METADATA, _OrderColumns, UniqueConstraint("plan_id", "number"))
RULE_CONFIRMATIONS = Table(
    "rule_confirmations",
    METADATA,
    _RuleConfirmationColumns,
    CheckConstraint(f"length(value_sha256) = {DIGEST_LENGTH}", "value_sha256"),
)
"""A city's word on a value of law; to take it back is a further row."""
