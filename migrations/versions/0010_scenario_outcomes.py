"""What came of scenarios: one row each, keyed by the sweep and by what the scenario changes; none ever changes."""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None

TABLE = "scenario_outcomes"
DIGEST_LENGTH = 64


def upgrade() -> None:
    op.create_table(
        TABLE,
        sa.Column("sweep_key", sa.String(DIGEST_LENGTH), nullable=False),
        sa.Column("scenario_key", sa.String(DIGEST_LENGTH), nullable=False),
        sa.Column("outcome", sa.Text(), nullable=False),
        sa.Column("firms", sa.LargeBinary(), nullable=False),
        sa.Column("answered_at", sa.String(32), nullable=False),
        sa.PrimaryKeyConstraint("sweep_key", "scenario_key", name=op.f("pk_scenario_outcomes")),
    )
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
