"""Warnings, their acts, orders, receipts, site visits, the trace and accounts; but for accounts no row ever changes."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

KEPT = ("warnings", "warning_acts", "warning_orders", "receipts", "site_visits", "desk_requests", "trace")


def upgrade() -> None:
    make_warnings()
    make_orders()
    make_receipts()
    make_site_visits()
    make_requests()
    make_trace()
    make_accounts()
    for table in KEPT:
        if op.get_context().dialect.name == "postgresql":
            guard_on_postgresql(table)
        else:
            guard_on_sqlite(table)


def downgrade() -> None:
    for table in ("accounts", *reversed(KEPT)):
        op.drop_table(table)


def make_warnings() -> None:
    op.create_table(
        "warnings",
        sa.Column("warning_id", sa.Text(), nullable=False),
        sa.Column("city", sa.Text(), nullable=False),
        sa.Column("is_exercise", sa.Boolean(), nullable=False),
        sa.Column("opened_at", sa.String(32), nullable=False),
        sa.PrimaryKeyConstraint("warning_id", name=op.f("pk_warnings")),
    )
    op.create_index(op.f("ix_warnings_city"), "warnings", ["city"])
    op.create_table(
        "warning_acts",
        sa.Column("warning_id", sa.Text(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("person", sa.Text(), nullable=False),
        sa.Column("at", sa.String(32), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("warning_id", "number", name=op.f("pk_warning_acts")),
        sa.ForeignKeyConstraint(["warning_id"], ["warnings.warning_id"], name=op.f("fk_warning_acts_warning_id")),
        sa.CheckConstraint("number >= 1", name=op.f("ck_warning_acts_number")),
    )


def make_orders() -> None:
    op.create_table(
        "warning_orders",
        sa.Column("number", sa.Text(), nullable=False),
        sa.Column("warning_id", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("owner", sa.Text(), nullable=False),
        sa.Column("county_code", sa.Text(), nullable=False),
        sa.Column("plan_sha256", sa.Text(), nullable=False),
        sa.Column("trace_sha256", sa.String(64), nullable=False),
        sa.Column("created_at", sa.String(32), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_warning_orders")),
        sa.ForeignKeyConstraint(["warning_id"], ["warnings.warning_id"], name=op.f("fk_warning_orders_warning_id")),
        sa.UniqueConstraint("warning_id", "version", "owner", name=op.f("uq_warning_orders_warning_id_version_owner")),
        sa.CheckConstraint("version >= 1", name=op.f("ck_warning_orders_version")),
    )
    op.create_index(op.f("ix_warning_orders_warning_id"), "warning_orders", ["warning_id"])


def make_receipts() -> None:
    op.create_table(
        "receipts",
        sa.Column("receipt_id", sa.Integer(), nullable=False),
        sa.Column("order_number", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("at", sa.String(32), nullable=False),
        sa.Column("entered_by", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("receipt_id", name=op.f("pk_receipts")),
        sa.ForeignKeyConstraint(["order_number"], ["warning_orders.number"], name=op.f("fk_receipts_order_number")),
    )
    op.create_index(op.f("ix_receipts_order_number"), "receipts", ["order_number"])


def make_site_visits() -> None:
    op.create_table(
        "site_visits",
        sa.Column("visit_id", sa.Integer(), nullable=False),
        sa.Column("warning_id", sa.Text(), nullable=False),
        sa.Column("enterprise_id", sa.Text(), nullable=False),
        sa.Column("at", sa.String(32), nullable=False),
        sa.Column("inspector", sa.Text(), nullable=False),
        sa.Column("is_executed", sa.Boolean(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("visit_id", name=op.f("pk_site_visits")),
        sa.ForeignKeyConstraint(["warning_id"], ["warnings.warning_id"], name=op.f("fk_site_visits_warning_id")),
    )
    op.create_index(op.f("ix_site_visits_warning_id"), "site_visits", ["warning_id"])


def make_requests() -> None:
    op.create_table(
        "desk_requests",
        sa.Column("request_key", sa.Text(), nullable=False),
        sa.Column("question_sha256", sa.String(64), nullable=False),
        sa.Column("answer", sa.Text(), nullable=False),
        sa.Column("answered_at", sa.String(32), nullable=False),
        sa.PrimaryKeyConstraint("request_key", name=op.f("pk_desk_requests")),
    )


def make_trace() -> None:
    texts = ("person", "role", "city", "subject", "action", "outcome", "text")
    op.create_table(
        "trace",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("at", sa.String(32), nullable=False),
        *(sa.Column(name, sa.Text(), nullable=False) for name in texts),
        sa.Column("previous_sha256", sa.String(64), nullable=False),
        sa.Column("sha256", sa.String(64), nullable=False),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_trace")),
        sa.UniqueConstraint("previous_sha256", name=op.f("uq_trace_previous_sha256")),
        sa.UniqueConstraint("sha256", name=op.f("uq_trace_sha256")),
        sa.CheckConstraint("length(sha256) = 64", name=op.f("ck_trace_sha256")),
    )


def make_accounts() -> None:
    op.create_table(
        "accounts",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("password_hash", sa.Text(), nullable=False),
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("county_code", sa.Text(), nullable=False),
        sa.Column("failures", sa.Integer(), nullable=False),
        sa.Column("locked_until", sa.String(32), nullable=True),
        sa.Column("is_disabled", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_accounts")),
        sa.CheckConstraint("failures >= 0", name=op.f("ck_accounts_failures")),
    )


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
