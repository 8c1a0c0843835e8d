"""What a panel decides for itself, line by line; older stores have none of it."""

import sqlalchemy as sa
from alembic import op

from coordinator.db.migrations.columns import ID, JSON

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Make the table."""
    op.create_table(
        "panel_line",
        sa.Column("id", ID, nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("removed", sa.Boolean(), nullable=False),
        sa.Column("panel_id", ID, nullable=False),
        sa.Column("topic", sa.Text(), nullable=False),
        sa.Column("rank", sa.Integer(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("details", JSON, nullable=False),
        sa.ForeignKeyConstraint(["panel_id"], ["panel.id"], name=op.f("fk_panel_line_panel_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_panel_line")),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_panel_line_topic"), "panel_line", ["topic"])
