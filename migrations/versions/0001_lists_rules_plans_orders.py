"""The first tables: list versions with their bytes, rule versions, plans and orders, none of which ever changes."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

TABLES = ("list_contents", "list_versions", "rule_versions", "plans", "orders")


def upgrade() -> None:
    make_list_tables()
    make_rule_table()
    make_plan_table()
    make_order_table()
    if op.get_context().dialect.name == "postgresql":
        guard_on_postgresql()
    else:
        guard_on_sqlite()


def downgrade() -> None:
    for table in reversed(TABLES):
        op.drop_table(table)
    if op.get_context().dialect.name == "postgresql":
        op.execute("DROP FUNCTION refuse_change()")


def make_list_tables() -> None:
    op.create_table(
        "list_contents",
        sa.Column("sha256", sa.String(64), nullable=False),
        sa.Column("content_zlib", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("sha256", name=op.f("pk_list_contents")),
        sa.CheckConstraint("length(sha256) = 64", name=op.f("ck_list_contents_sha256")),
    )
    op.create_table(
        "list_versions",
        sa.Column("city", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("sha256", sa.String(64), nullable=False),
        sa.Column("file", sa.Text(), nullable=False),
        sa.Column("rows", sa.Integer(), nullable=False),
        sa.Column("imported_at", sa.String(32), nullable=False),
        sa.Column("imported_by", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("city", "version", name=op.f("pk_list_versions")),
        sa.CheckConstraint("version >= 1", name=op.f("ck_list_versions_version")),
        sa.CheckConstraint("rows >= 0", name=op.f("ck_list_versions_rows")),
        sa.ForeignKeyConstraint(["sha256"], ["list_contents.sha256"], name=op.f("fk_list_versions_sha256")),
    )


def make_rule_table() -> None:
    op.create_table(
        "rule_versions",
        sa.Column("sha256", sa.String(64), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("recorded_at", sa.String(32), nullable=False),
        sa.PrimaryKeyConstraint("sha256", name=op.f("pk_rule_versions")),
        sa.CheckConstraint("length(sha256) = 64", name=op.f("ck_rule_versions_sha256")),
    )


def make_plan_table() -> None:
    op.create_table(
        "plans",
        sa.Column("plan_id", sa.Integer(), nullable=False),
        sa.Column("request_key", sa.Text(), nullable=False),
        sa.Column("city", sa.Text(), nullable=False),
        sa.Column("level", sa.Text(), nullable=False),
        sa.Column("mode", sa.Text(), nullable=False),
        sa.Column("status", sa.Text(), nullable=False),
        sa.Column("plan_sha256", sa.String(64), nullable=False),
        sa.Column("list_sha256", sa.String(64), nullable=False),
        sa.Column("rules_sha256", sa.String(64), nullable=False),
        sa.Column("created_at", sa.String(32), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("plan_id", name=op.f("pk_plans")),
        sa.UniqueConstraint("request_key", name=op.f("uq_plans_request_key")),
        sa.ForeignKeyConstraint(["rules_sha256"], ["rule_versions.sha256"], name=op.f("fk_plans_rules_sha256")),
    )
    op.create_index(op.f("ix_plans_city"), "plans", ["city"])


def make_order_table() -> None:
    op.create_table(
        "orders",
        sa.Column("order_id", sa.Integer(), nullable=False),
        sa.Column("plan_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Text(), nullable=False),
        sa.Column("enterprise_id", sa.Text(), nullable=False),
        sa.Column("county_code", sa.Text(), nullable=False),
        sa.Column("created_at", sa.String(32), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("order_id", name=op.f("pk_orders")),
        sa.UniqueConstraint("plan_id", "number", name=op.f("uq_orders_plan_id_number")),
        sa.ForeignKeyConstraint(["plan_id"], ["plans.plan_id"], name=op.f("fk_orders_plan_id")),
    )


def guard_on_sqlite() -> None:
    for table in TABLES:
        for change in ("UPDATE", "DELETE"):
            op.execute(
                f"CREATE TRIGGER {table}_refuse_{change.lower()} BEFORE {change} ON {table} "
                f"BEGIN SELECT RAISE(ABORT, 'what {table} holds is never changed'); END"
            )


def guard_on_postgresql() -> None:
    op.execute(
        "CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
        "RAISE EXCEPTION USING ERRCODE = 'restrict_violation', "
        "MESSAGE = 'what ' || TG_TABLE_NAME || ' holds is never changed'; END $$"
    )
    for table in TABLES:
        op.execute(
            f"CREATE TRIGGER {table}_refuse_change BEFORE UPDATE OR DELETE OR TRUNCATE ON {table} "
            "FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()"
        )
