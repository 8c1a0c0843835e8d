"""Requests for information before a meeting, and the replies to them."""

import sqlalchemy as sa
from alembic import op

from coordinator.db.migrations.columns import ID

revision = "0002"
down_revision = "0001"

_STANDS = sa.text("NOT removed")


def upgrade() -> None:
    """Make the two tables."""
    _make_requests()
    _make_replies()


def _make_requests() -> None:
    op.create_table(
        "information_request",
        sa.Column("id", ID, nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("removed", sa.Boolean(), nullable=False),
        sa.Column("meeting_id", ID, nullable=False),
        sa.Column("agency_id", ID, nullable=False),
        sa.Column("agency", sa.Text(), nullable=False),
        sa.Column("asked_on", sa.Date(), nullable=False),
        sa.Column("again_on", sa.Date(), nullable=True),
        sa.Column("answer_by", sa.Date(), nullable=False),
        sa.Column("how", sa.Text(), nullable=True),
        sa.Column("asked_by_id", ID, nullable=True),
        sa.ForeignKeyConstraint(
            ["meeting_id"], ["meeting.id"], name=op.f("fk_information_request_meeting_id")
        ),
        sa.ForeignKeyConstraint(
            ["agency_id"], ["agency.id"], name=op.f("fk_information_request_agency_id")
        ),
        sa.ForeignKeyConstraint(
            ["asked_by_id"], ["professional.id"], name=op.f("fk_information_request_asked_by_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_information_request")),
        sqlite_with_rowid=False,
    )
    op.create_index(
        op.f("ix_information_request_meeting_id"),
        "information_request",
        ["meeting_id"],
        unique=False,
    )
    op.create_index(
        "uq_information_request_agency",
        "information_request",
        ["meeting_id", "agency_id"],
        unique=True,
        sqlite_where=_STANDS,
        postgresql_where=_STANDS,
    )


def _make_replies() -> None:
    op.create_table(
        "information_reply",
        sa.Column("id", ID, nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("removed", sa.Boolean(), nullable=False),
        sa.Column("request_id", ID, nullable=False),
        sa.Column("meeting_id", ID, nullable=False),
        sa.Column("agency_id", ID, nullable=False),
        sa.Column("person_id", ID, nullable=False),
        sa.Column("asked_on", sa.Date(), nullable=False),
        sa.Column("answer", sa.Text(), nullable=True),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("came_on", sa.Date(), nullable=True),
        sa.Column("noted_by_id", ID, nullable=True),
        sa.ForeignKeyConstraint(
            ["request_id"],
            ["information_request.id"],
            name=op.f("fk_information_reply_request_id"),
        ),
        sa.ForeignKeyConstraint(
            ["meeting_id"], ["meeting.id"], name=op.f("fk_information_reply_meeting_id")
        ),
        sa.ForeignKeyConstraint(
            ["agency_id"], ["agency.id"], name=op.f("fk_information_reply_agency_id")
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_information_reply_person_id")
        ),
        sa.ForeignKeyConstraint(
            ["noted_by_id"], ["professional.id"], name=op.f("fk_information_reply_noted_by_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_information_reply")),
        sqlite_with_rowid=False,
    )
    for column in ("meeting_id", "person_id"):
        op.create_index(
            op.f(f"ix_information_reply_{column}"), "information_reply", [column], unique=False
        )
    op.create_index(
        "uq_information_reply_person",
        "information_reply",
        ["request_id", "person_id"],
        unique=True,
        sqlite_where=_STANDS,
        postgresql_where=_STANDS,
    )
