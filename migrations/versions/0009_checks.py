"""Visits with line, finding and who entered them; readings, the air of days, daily reports; no row ever changes.

The table of visits is made anew. The planner could not write to the former one; what somebody else put there is carried
over: of which line, and who entered it, was not asked then.
"""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

NEW = ("desk_readings", "day_airs", "daily_reports")


CARRIED = """
INSERT INTO site_visits
    (warning_id, owner, source_id, at, inspector, outcome, note, entered_by, entered_at)
SELECT warning_id, enterprise_id, '', at, inspector,
    CASE WHEN is_executed THEN 'as_ordered' ELSE 'not_stopped' END, note, '', at
FROM site_visits_before ORDER BY visit_id
"""


def upgrade() -> None:
    op.execute("CREATE TABLE site_visits_before AS SELECT * FROM site_visits")
    op.drop_table("site_visits")
    make_visits()
    op.execute(CARRIED)
    op.drop_table("site_visits_before")
    make_days()


def make_visits() -> None:
    make(
        "site_visits",
        "visit_id",
        *texts("owner", "source_id"),
        sa.Column("at", sa.String(32), nullable=False),
        *texts("inspector", "outcome", "note"),
        *entered(),
    )


def make_days() -> None:
    make(
        "desk_readings",
        "reading_id",
        sa.Column("batch", sa.Integer(), nullable=False),
        *texts("kind", "subject", "pollutant"),
        sa.Column("day", sa.String(10), nullable=False),
        sa.Column("amount", sa.Float(), nullable=False),
        *entered(),
        sa.CheckConstraint("amount >= 0", name=op.f("ck_desk_readings_amount")),
    )
    make(
        "day_airs",
        "air_id",
        *texts("kind"),
        sa.Column("day", sa.String(10), nullable=False),
        sa.Column("aqi", sa.Integer(), nullable=True),
        *texts("primary_pollutants", "standard"),
        sa.Column("missing_hours", sa.Integer(), nullable=False),
        *entered(),
    )
    make(
        "daily_reports",
        "report_id",
        sa.Column("day", sa.String(10), nullable=False),
        *texts("made_by"),
        sa.Column("made_at", sa.String(32), nullable=False),
        sa.Column("sha256", sa.String(64), nullable=False),
        *texts("text"),
    )


def downgrade() -> None:
    for table in reversed(NEW):
        op.drop_table(table)
    op.drop_table("site_visits")
    make(
        "site_visits",
        "visit_id",
        *texts("enterprise_id"),
        sa.Column("at", sa.String(32), nullable=False),
        *texts("inspector"),
        sa.Column("is_executed", sa.Boolean(), nullable=False),
        *texts("note"),
    )


def make(table: str, key: str, *rest: sa.schema.SchemaItem) -> None:
    """A table of a warning's rows, which the database itself keeps from being changed."""
    op.create_table(
        table,
        sa.Column(key, sa.Integer(), nullable=False),
        sa.Column("warning_id", sa.Text(), nullable=False),
        *rest,
        sa.PrimaryKeyConstraint(key, name=op.f(f"pk_{table}")),
        sa.ForeignKeyConstraint(["warning_id"], ["warnings.warning_id"], name=op.f(f"fk_{table}_warning_id")),
    )
    op.create_index(op.f(f"ix_{table}_warning_id"), table, ["warning_id"])
    if op.get_context().dialect.name == "postgresql":
        guard_on_postgresql(table)
    else:
        guard_on_sqlite(table)


def texts(*names: str) -> tuple[sa.Column[str], ...]:
    return tuple(sa.Column(name, sa.Text(), nullable=False) for name in names)


def entered() -> tuple[sa.Column[str], ...]:
    return (*texts("entered_by"), sa.Column("entered_at", sa.String(32), nullable=False))


def guard_on_sqlite(table: str) -> None:
    for change in ("UPDATE", "DELETE"):
        op.execute(
            f"CREATE TRIGGER {table}_refuse_{change.lower()} BEFORE {change} ON {table} "
            f"BEGIN SELECT RAISE(ABORT, 'what {table} holds is never changed'); END"
        )


def guard_on_postgresql(table: str) -> None:
    op.execute(
        f"CREATE TRIGGER {table}_refuse_change BEFORE UPDATE OR DELETE OR TRUNCATE ON {table} "
        "FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()"
    )
