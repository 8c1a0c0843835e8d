"""The week: steps ticked by hand, who stands in, and since when an agenda stands."""

import sqlalchemy as sa
from alembic import op

from coordinator.db.migrations.columns import ID, MOMENT

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Make the two tables; a meeting remembers its agenda's last turn."""
    op.add_column("meeting", sa.Column("agenda_since", MOMENT, nullable=True))
    op.create_index(op.f("ix_disclosure_meeting_id"), "disclosure", ["meeting_id"])
    _week_step()
    _cover()


def _week_step() -> None:
    op.create_table(
        "week_step",
        sa.Column("id", ID, nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("removed", sa.Boolean(), nullable=False),
        sa.Column("meeting_id", ID, nullable=False),
        sa.Column("step", sa.Text(), nullable=False),
        sa.Column("ticked_at", MOMENT, nullable=False),
        sa.Column("ticked_by_id", ID, nullable=False),
        sa.ForeignKeyConstraint(
            ["meeting_id"], ["meeting.id"], name=op.f("fk_week_step_meeting_id")
        ),
        sa.ForeignKeyConstraint(
            ["ticked_by_id"], ["professional.id"], name=op.f("fk_week_step_ticked_by_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_week_step")),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_week_step_meeting_id"), "week_step", ["meeting_id"])


def _cover() -> None:
    op.create_table(
        "cover",
        sa.Column("id", ID, nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("removed", sa.Boolean(), nullable=False),
        sa.Column("post", sa.Text(), nullable=False),
        sa.Column("professional_id", ID, nullable=False),
        sa.Column("absent_id", ID, nullable=True),
        sa.Column("from_on", sa.Date(), nullable=False),
        sa.Column("until_on", sa.Date(), nullable=False),
        sa.ForeignKeyConstraint(
            ["professional_id"], ["professional.id"], name=op.f("fk_cover_professional_id")
        ),
        sa.ForeignKeyConstraint(
            ["absent_id"], ["professional.id"], name=op.f("fk_cover_absent_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_cover")),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_cover_until_on"), "cover", ["until_on"])
