"""A city's word on a value of law: one row a word, none of which ever changes."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

TABLE = "rule_confirmations"


def upgrade() -> None:
    op.create_table(
        TABLE,
        sa.Column("confirmation_id", sa.Integer(), nullable=False),
        sa.Column("city", sa.Text(), nullable=False),
        sa.Column("rule_id", sa.Text(), nullable=False),
        sa.Column("value_sha256", sa.String(64), nullable=False),
        sa.Column("confirmed_by", sa.Text(), nullable=False),
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("confirmed_on", sa.String(10), nullable=False),
        sa.Column("document", sa.Text(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("withdrawn", sa.Boolean(), nullable=False),
        sa.Column("recorded_at", sa.String(32), nullable=False),
        sa.PrimaryKeyConstraint("confirmation_id", name=op.f("pk_rule_confirmations")),
        sa.CheckConstraint("length(value_sha256) = 64", name=op.f("ck_rule_confirmations_value_sha256")),
    )
    op.create_index(op.f("ix_rule_confirmations_city"), TABLE, ["city"])
    if op.get_context().dialect.name == "postgresql":
        guard_on_postgresql()
    else:
        guard_on_sqlite()


def downgrade() -> None:
    op.drop_table(TABLE)


def guard_on_sqlite() -> None:
    for change in ("UPDATE", "DELETE"):
        op.execute(
            f"CREATE TRIGGER {TABLE}_refuse_{change.lower()} BEFORE {change} ON {TABLE} "
            f"BEGIN SELECT RAISE(ABORT, 'what {TABLE} holds is never changed'); END"
        )


def guard_on_postgresql() -> None:
    op.execute(
        f"CREATE TRIGGER {TABLE}_refuse_change BEFORE UPDATE OR DELETE OR TRUNCATE ON {TABLE} "
        "FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()"
    )
