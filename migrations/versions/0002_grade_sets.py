"""Sets of grade moves of a city with the bytes of their files, none of which ever changes."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "grade_sets",
        sa.Column("city", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("sha256", sa.String(64), nullable=False),
        sa.Column("file", sa.Text(), nullable=False),
        sa.Column("rows", sa.Integer(), nullable=False),
        sa.Column("imported_at", sa.String(32), nullable=False),
        sa.Column("imported_by", sa.Text(), nullable=False),
        sa.Column("content_zlib", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("city", "version", name=op.f("pk_grade_sets")),
        sa.CheckConstraint("length(sha256) = 64", name=op.f("ck_grade_sets_sha256")),
        sa.CheckConstraint("version >= 1", name=op.f("ck_grade_sets_version")),
        sa.CheckConstraint("rows >= 0", name=op.f("ck_grade_sets_rows")),
    )
    if op.get_context().dialect.name == "postgresql":
        guard_on_postgresql()
    else:
        guard_on_sqlite()


def downgrade() -> None:
    op.drop_table("grade_sets")


def guard_on_sqlite() -> None:
    for change in ("UPDATE", "DELETE"):
        op.execute(
            f"CREATE TRIGGER grade_sets_refuse_{change.lower()} BEFORE {change} ON grade_sets "
            "BEGIN SELECT RAISE(ABORT, 'what grade_sets holds is never changed'); END"
        )


def guard_on_postgresql() -> None:
    op.execute(
        "CREATE TRIGGER grade_sets_refuse_change BEFORE UPDATE OR DELETE OR TRUNCATE ON grade_sets "
        "FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()"
    )
