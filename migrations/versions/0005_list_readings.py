"""What people said about the columns of a workbook, and the workbook that a list version was read from."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

TABLES = ("list_answers", "list_originals")


def upgrade() -> None:
    make_answers()
    make_originals()
    for table in TABLES:
        if op.get_context().dialect.name == "postgresql":
            guard_on_postgresql(table)
        else:
            guard_on_sqlite(table)


def downgrade() -> None:
    for table in reversed(TABLES):
        op.drop_table(table)


def make_answers() -> None:
    op.create_table(
        "list_answers",
        sa.Column("answer_id", sa.Integer(), nullable=False),
        sa.Column("city", sa.Text(), nullable=False),
        sa.Column("template", sa.String(16), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("answered_by", sa.Text(), nullable=False),
        sa.Column("recorded_at", sa.String(32), nullable=False),
        sa.PrimaryKeyConstraint("answer_id", name=op.f("pk_list_answers")),
    )
    op.create_index(op.f("ix_list_answers_city"), "list_answers", ["city"])


def make_originals() -> None:
    op.create_table(
        "list_originals",
        sa.Column("city", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("sha256", sa.String(64), nullable=False),
        sa.Column("answers", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("city", "version", name=op.f("pk_list_originals")),
        sa.ForeignKeyConstraint(["sha256"], ["list_contents.sha256"], name=op.f("fk_list_originals_sha256")),
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
