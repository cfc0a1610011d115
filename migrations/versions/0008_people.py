"""Which outside identity is which account, and the settings of an installation; no row of either ever changes."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

KEPT = ("account_identities", "settings")


def upgrade() -> None:
    op.create_table(
        "account_identities",
        sa.Column("identity_id", sa.Integer(), nullable=False),
        sa.Column("identity", sa.Text(), nullable=False),
        sa.Column("account", sa.Text(), nullable=False),
        sa.Column("is_removed", sa.Boolean(), nullable=False),
        sa.Column("said_by", sa.Text(), nullable=False),
        sa.Column("said_at", sa.String(32), nullable=False),
        sa.PrimaryKeyConstraint("identity_id", name=op.f("pk_account_identities")),
        sa.ForeignKeyConstraint(["account"], ["accounts.name"], name=op.f("fk_account_identities_account")),
    )
    op.create_index(op.f("ix_account_identities_identity"), "account_identities", ["identity"])
    op.create_table(
        "settings",
        sa.Column("setting_id", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.Column("said_by", sa.Text(), nullable=False),
        sa.Column("said_at", sa.String(32), nullable=False),
        sa.PrimaryKeyConstraint("setting_id", name=op.f("pk_settings")),
    )
    for table in KEPT:
        if op.get_context().dialect.name == "postgresql":
            guard_on_postgresql(table)
        else:
            guard_on_sqlite(table)


def downgrade() -> None:
    for table in KEPT:
        op.drop_table(table)


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
