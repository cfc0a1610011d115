"""Books, the plan of each of their levels, and every approval of one: rows that never change."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

TABLES = ("books", "book_plans", "book_approvals")


def upgrade() -> None:
    make_books()
    make_book_plans()
    make_book_approvals()
    for table in TABLES:
        if op.get_context().dialect.name == "postgresql":
            guard_on_postgresql(table)
        else:
            guard_on_sqlite(table)


def downgrade() -> None:
    for table in reversed(TABLES):
        op.drop_table(table)


def make_books() -> None:
    op.create_table(
        "books",
        sa.Column("book_id", sa.Integer(), nullable=False),
        sa.Column("request_key", sa.Text(), nullable=False),
        sa.Column("city", sa.Text(), nullable=False),
        sa.Column("mode", sa.Text(), nullable=False),
        sa.Column("status", sa.Text(), nullable=False),
        sa.Column("book_sha256", sa.String(64), nullable=False),
        sa.Column("list_sha256", sa.String(64), nullable=False),
        sa.Column("rules_sha256", sa.String(64), nullable=False),
        sa.Column("created_at", sa.String(32), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("book_id", name=op.f("pk_books")),
        sa.UniqueConstraint("request_key", name=op.f("uq_books_request_key")),
        sa.ForeignKeyConstraint(["rules_sha256"], ["rule_versions.sha256"], name=op.f("fk_books_rules_sha256")),
        sa.CheckConstraint("length(book_sha256) = 64", name=op.f("ck_books_book_sha256")),
    )
    op.create_index(op.f("ix_books_city"), "books", ["city"])


def make_book_plans() -> None:
    op.create_table(
        "book_plans",
        sa.Column("book_id", sa.Integer(), nullable=False),
        sa.Column("level", sa.Text(), nullable=False),
        sa.Column("plan_id", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("book_id", "level", name=op.f("pk_book_plans")),
        sa.ForeignKeyConstraint(["book_id"], ["books.book_id"], name=op.f("fk_book_plans_book_id")),
        sa.ForeignKeyConstraint(["plan_id"], ["plans.plan_id"], name=op.f("fk_book_plans_plan_id")),
    )


def make_book_approvals() -> None:
    op.create_table(
        "book_approvals",
        sa.Column("approval_id", sa.Integer(), nullable=False),
        sa.Column("city", sa.Text(), nullable=False),
        sa.Column("book_id", sa.Integer(), nullable=False),
        sa.Column("approved_by", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("approved_at", sa.String(32), nullable=False),
        sa.PrimaryKeyConstraint("approval_id", name=op.f("pk_book_approvals")),
        sa.ForeignKeyConstraint(["book_id"], ["books.book_id"], name=op.f("fk_book_approvals_book_id")),
        sa.CheckConstraint("length(approved_by) > 0", name=op.f("ck_book_approvals_approved_by")),
        sa.CheckConstraint("length(reason) > 0", name=op.f("ck_book_approvals_reason")),
    )
    op.create_index(op.f("ix_book_approvals_city"), "book_approvals", ["city"])


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
