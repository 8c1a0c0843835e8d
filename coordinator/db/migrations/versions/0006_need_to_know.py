"""What may be shared with whom: the whole information basis, disclosures, keeping and erasing.

A column that every older row needs a value for carries its default, so that no table of entries
is rebuilt. Disclosures are: a column with a parent cannot be added in place.
"""

from contextlib import AbstractContextManager
from typing import Any

import sqlalchemy as sa
from alembic import op
from alembic.operations import BatchOperations

from coordinator.db.migrations.columns import ID, JSON, MOMENT

revision = "0006"
down_revision = "0005"

_GUARDED = (
    "barrier",
    "contact",
    "decision",
    "goal",
    "housing_application",
    "missing",
    "offer",
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
        op.add_column(table, _added("sensitivity", "standard"))


def _basis() -> None:
    words = (
        "told_how",
        "notice_version",
        "objection",
        "capacity_decision",
        "capacity_by",
        "advocate",
        "urgent_reason",
        "withdrawn_reason",
    )
    for name in words:
        op.add_column("basis", _added(name))
    for name in ("schedule_condition", "asked_to_agree", "capacity_found"):
        op.add_column("basis", _text(name, maybe=True))
    for name in ("agreed_on", "objected_on", "capacity_on", "urgent_on", "withdrawn_on"):
        op.add_column("basis", _day(name, maybe=True))
    op.add_column("basis", sa.Column("offence_data", sa.Boolean(), nullable=True))
    op.add_column("basis", sa.Column("more_gateways", JSON, nullable=False, server_default="[]"))
    op.add_column("basis", sa.Column("version", sa.Integer(), nullable=False, server_default="0"))


def _around() -> None:
    _table(
        "forum_involvement",
        _parent("person_id", "person"),
        _text("forum"),
        _text("own_forum"),
        _text("status"),
        _day("status_on", maybe=True),
        _text("reference"),
        _text("contact"),
        _added("sensitivity", "standard"),
    )
    _table(
        "relationship",
        _parent("person_id", "person"),
        _parent("other_id", "person", maybe=True),
        _text("name"),
        _text("relation"),
        _text("effect", maybe=True),
        _flag("not_discussed_with"),
        _text("lives_with", maybe=True),
        _flag("is_child"),
        _text("note"),
        _day("ended_on", maybe=True),
        _text("end_reason"),
        _added("sensitivity", "standard"),
    )
    _table(
        "excluded_worker",
        _parent("person_id", "person"),
        _parent("professional_id", "professional"),
        _text("reason"),
        _day("since"),
    )
    _indexed("forum_involvement", "person_id")
    _indexed("relationship", "person_id", "other_id")
    _indexed("excluded_worker", "person_id", "professional_id")


def _disclosures() -> None:
    with _rebuilt("disclosure") as disclosure:
        for name in ("number", "proportionality", "reason", "what"):
            disclosure.add_column(_added(name))
        for name in ("variant", "channel", "lawful_basis", "gateway"):
            disclosure.add_column(_text(name, maybe=True))
        disclosure.add_column(sa.Column("recipient_id", ID, nullable=True))
        disclosure.create_foreign_key(
            op.f("fk_disclosure_recipient_id"), "professional", ["recipient_id"], ["id"]
        )
    op.create_index("ix_disclosure_made", "disclosure", ["made_at"])
    _indexed("disclosure", "number", "agency_id", "sha256")
    _table(
        "disclosed_person",
        _parent("disclosure_id", "disclosure"),
        _parent("person_id", "person"),
        _number("basis_version"),
    )
    _table(
        "disclosure_end",
        _parent("disclosure_id", "disclosure"),
        _day("asked_on", maybe=True),
        _day("returned_on", maybe=True),
        _day("destroyed_on", maybe=True),
        _text("by"),
        _text("note"),
    )
    _indexed("disclosed_person", "disclosure_id", "person_id")
    _indexed("disclosure_end", "disclosure_id")


def _keeping() -> None:
    _table(
        "retention_hold",
        _parent("person_id", "person"),
        _text("hold"),
        _day("from_on"),
        _text("reason"),
        _day("look_again_on", maybe=True),
        _day("released_on", maybe=True),
        _text("release_reason"),
    )
    _disposal()
    _access()
    _table(
        "death_notice",
        _parent("person_id", "person"),
        _text("who"),
        _text("phone"),
        _day("told_on", maybe=True),
        _text("told_by"),
        _text("note"),
    )
    _indexed("retention_hold", "person_id")
    _indexed("death_notice", "person_id")


def _disposal() -> None:
    _table(
        "disposal",
        _text("reference"),
        _day("due_on", maybe=True),
        _text("rule"),
        _day("proposed_on"),
        _parent("proposed_by_id", "professional"),
        _text("status"),
        _day("confirmed_on", maybe=True),
        _parent("confirmed_by_id", "professional", maybe=True),
        _text("way", maybe=True),
        _text("signed_by"),
        _text("reason"),
        sa.Column("done_at", MOMENT, nullable=True),
        _number("rows"),
        _number("journal_entries"),
        sa.Column("backups", JSON, nullable=False),
    )
    op.create_index("ix_disposal_status", "disposal", ["status"])
    _indexed("disposal", "reference")


def _access() -> None:
    _table(
        "access_request",
        _parent("person_id", "person"),
        _day("received_on"),
        _day("due_on"),
        _text("asked_by"),
        _day("identity_checked_on", maybe=True),
        _text("identity_checked_how"),
        _day("extended_to", maybe=True),
        _text("extended_reason"),
        _text("officer"),
        _text("status"),
        _day("sent_on", maybe=True),
        _text("close_note"),
    )
    _table(
        "access_decision",
        _parent("request_id", "access_request"),
        _text("entry_kind"),
        sa.Column("entry_id", ID, nullable=False),
        _text("choice"),
        _text("reason"),
        _day("decided_on"),
        _text("decided_by"),
    )
    _indexed("access_request", "person_id")
    _indexed("access_decision", "request_id")


def _given() -> None:
    _table(
        "own_plan",
        _parent("person_id", "person"),
        _parent("plan_version_id", "plan_version"),
        _day("signed_on", maybe=True),
        _parent("signed_by_id", "professional", maybe=True),
        _text("sha256"),
        _day("given_on", maybe=True),
        _parent("given_by_id", "professional", maybe=True),
        _text("variant", maybe=True),
        _text("view", maybe=True),
        _text("view_words"),
    )
    _indexed("own_plan", "person_id")
    op.add_column("agency", _text("pack_variant", maybe=True))
    op.create_table(
        "agency_password",
        sa.Column("agency_id", ID, nullable=False),
        sa.Column("password", sa.Text(), nullable=False),
        sa.Column("made_at", MOMENT, nullable=False),
        sa.Column("told_at", MOMENT, nullable=True),
        sa.Column("told_how", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("agency_id", name=op.f("pk_agency_password")),
    )


def _indexed(table: str, *columns: str) -> None:
    for column in columns:
        op.create_index(op.f(f"ix_{table}_{column}"), table, [column])


def _table(name: str, *parts: sa.Column[Any]) -> None:
    """Make a table of records; a column that says its parent is tied to it."""
    parents = [
        sa.ForeignKeyConstraint(
            [part.name], [f"{part.info['parent']}.id"], name=op.f(f"fk_{name}_{part.name}")
        )
        for part in parts
        if "parent" in part.info
    ]
    op.create_table(
        name,
        sa.Column("id", ID, nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("removed", sa.Boolean(), nullable=False),
        *parts,
        *parents,
        sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{name}")),
        sqlite_with_rowid=False,
    )


def _rebuilt(table: str) -> AbstractContextManager[BatchOperations]:
    return op.batch_alter_table(
        table, recreate="always", table_kwargs={"sqlite_with_rowid": False}
    )


def _added(name: str, value: str = "") -> sa.Column[Any]:
    return sa.Column(name, sa.Text(), nullable=False, server_default=value)


def _text(name: str, *, maybe: bool = False) -> sa.Column[Any]:
    return sa.Column(name, sa.Text(), nullable=maybe)


def _day(name: str, *, maybe: bool = False) -> sa.Column[Any]:
    return sa.Column(name, sa.Date(), nullable=maybe)


def _number(name: str) -> sa.Column[Any]:
    return sa.Column(name, sa.Integer(), nullable=False)


def _flag(name: str) -> sa.Column[Any]:
    return sa.Column(name, sa.Boolean(), nullable=False)


def _parent(name: str, table: str, *, maybe: bool = False) -> sa.Column[Any]:
    return sa.Column(name, ID, nullable=maybe, info={"parent": table})
