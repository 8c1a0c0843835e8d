"""What may be shared with whom: the whole information basis, disclosures, keeping and erasing.

A column that every older row needs a value for carries its default, so that no table of entries
is rebuilt. Disclosures and offers are: a column with a parent cannot be added in place.
"""

import sqlalchemy as sa
from alembic import op

from coordinator.db.migrations.columns import (
    ID,
    JSON,
    MOMENT,
    added,
    day,
    flag,
    index,
    make_table,
    number,
    parent,
    rebuilt,
    words,
)

revision = "0006"
down_revision = "0005"

_GUARDED = (
    "barrier",
    "contact",
    "decision",
    "goal",
    "housing_application",
    "missing",
    "strength",
    "wish",
)


def upgrade() -> None:
    """Make the tables, the columns, and the indexes their lists are read from."""
    _basis()
    _around()
    _disclosures()
    _keeping()
    _given()
    for table in _GUARDED:
        op.add_column(table, added("sensitivity", "standard"))
    _offers()


def _offers() -> None:
    with rebuilt("offer") as offer:
        offer.add_column(added("sensitivity", "standard"))
        offer.add_column(day("offered_on", maybe=True))
        offer.add_column(sa.Column("meeting_id", ID, nullable=True))
        offer.create_foreign_key(op.f("fk_offer_meeting_id"), "meeting", ["meeting_id"], ["id"])
    index("offer", "meeting_id")


def _basis() -> None:
    texts = (
        "told_how",
        "notice_version",
        "objection",
        "capacity_decision",
        "capacity_by",
        "advocate",
        "urgent_reason",
        "withdrawn_reason",
    )
    for name in texts:
        op.add_column("basis", added(name))
    for name in ("schedule_condition", "asked_to_agree", "capacity_found"):
        op.add_column("basis", words(name, maybe=True))
    for name in ("agreed_on", "objected_on", "capacity_on", "urgent_on", "withdrawn_on"):
        op.add_column("basis", day(name, maybe=True))
    op.add_column("basis", sa.Column("offence_data", sa.Boolean(), nullable=True))
    op.add_column("basis", sa.Column("more_gateways", JSON, nullable=False, server_default="[]"))
    op.add_column("basis", sa.Column("version", sa.Integer(), nullable=False, server_default="0"))


def _around() -> None:
    make_table(
        "forum_involvement",
        parent("person_id", "person"),
        words("forum"),
        words("own_forum"),
        words("status"),
        day("status_on", maybe=True),
        words("reference"),
        words("contact"),
        added("sensitivity", "standard"),
    )
    make_table(
        "relationship",
        parent("person_id", "person"),
        parent("other_id", "person", maybe=True),
        words("name"),
        words("relation"),
        words("effect", maybe=True),
        flag("not_discussed_with"),
        words("lives_with", maybe=True),
        flag("is_child"),
        words("note"),
        day("ended_on", maybe=True),
        words("end_reason"),
        added("sensitivity", "standard"),
    )
    make_table(
        "excluded_worker",
        parent("person_id", "person"),
        parent("professional_id", "professional"),
        words("reason"),
        day("since"),
    )
    index("forum_involvement", "person_id")
    index("relationship", "person_id", "other_id")
    index("excluded_worker", "person_id", "professional_id")


def _disclosures() -> None:
    with rebuilt("disclosure") as disclosure:
        for name in ("number", "proportionality", "reason", "what"):
            disclosure.add_column(added(name))
        for name in ("variant", "channel", "lawful_basis", "gateway"):
            disclosure.add_column(words(name, maybe=True))
        disclosure.add_column(sa.Column("recipient_id", ID, nullable=True))
        disclosure.create_foreign_key(
            op.f("fk_disclosure_recipient_id"), "professional", ["recipient_id"], ["id"]
        )
    op.create_index("ix_disclosure_made", "disclosure", ["made_at"])
    index("disclosure", "number", "agency_id", "sha256")
    make_table(
        "disclosed_person",
        parent("disclosure_id", "disclosure"),
        parent("person_id", "person"),
        number("basis_version"),
    )
    make_table(
        "disclosure_end",
        parent("disclosure_id", "disclosure"),
        day("asked_on", maybe=True),
        day("returned_on", maybe=True),
        day("destroyed_on", maybe=True),
        words("by"),
        words("note"),
    )
    index("disclosed_person", "disclosure_id", "person_id")
    index("disclosure_end", "disclosure_id")


def _keeping() -> None:
    make_table(
        "retention_hold",
        parent("person_id", "person"),
        words("hold"),
        day("from_on"),
        words("reason"),
        day("look_again_on", maybe=True),
        day("released_on", maybe=True),
        words("release_reason"),
    )
    _disposal()
    _access()
    make_table(
        "death_notice",
        parent("person_id", "person"),
        words("who"),
        words("phone"),
        day("told_on", maybe=True),
        words("told_by"),
        words("note"),
    )
    index("retention_hold", "person_id")
    index("death_notice", "person_id")


def _disposal() -> None:
    make_table(
        "disposal",
        words("reference"),
        day("due_on", maybe=True),
        words("rule"),
        day("proposed_on"),
        parent("proposed_by_id", "professional"),
        words("status"),
        day("confirmed_on", maybe=True),
        parent("confirmed_by_id", "professional", maybe=True),
        words("way", maybe=True),
        words("signed_by"),
        words("reason"),
        sa.Column("done_at", MOMENT, nullable=True),
        number("rows"),
        number("journal_entries"),
        sa.Column("backups", JSON, nullable=False),
    )
    op.create_index("ix_disposal_status", "disposal", ["status"])
    index("disposal", "reference")


def _access() -> None:
    make_table(
        "access_request",
        parent("person_id", "person"),
        day("received_on"),
        day("due_on"),
        words("asked_by"),
        day("identity_checked_on", maybe=True),
        words("identity_checked_how"),
        day("extended_to", maybe=True),
        words("extended_reason"),
        words("officer"),
        words("status"),
        day("sent_on", maybe=True),
        words("close_note"),
    )
    make_table(
        "access_decision",
        parent("request_id", "access_request"),
        words("entry_kind"),
        sa.Column("entry_id", ID, nullable=False),
        words("choice"),
        words("reason"),
        day("decided_on"),
        words("decided_by"),
    )
    index("access_request", "person_id")
    index("access_decision", "request_id")


def _given() -> None:
    make_table(
        "own_plan",
        parent("person_id", "person"),
        parent("plan_version_id", "plan_version"),
        day("signed_on", maybe=True),
        parent("signed_by_id", "professional", maybe=True),
        words("sha256"),
        day("given_on", maybe=True),
        parent("given_by_id", "professional", maybe=True),
        words("variant", maybe=True),
        words("view", maybe=True),
        words("view_words"),
    )
    index("own_plan", "person_id")
    op.add_column("agency", words("pack_variant", maybe=True))
    op.create_table(
        "agency_password",
        sa.Column("agency_id", ID, nullable=False),
        sa.Column("password", sa.Text(), nullable=False),
        sa.Column("made_at", MOMENT, nullable=False),
        sa.Column("told_at", MOMENT, nullable=True),
        sa.Column("told_how", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("agency_id", name=op.f("pk_agency_password")),
    )
