"""Work that leaves and comes back: own keys, contacts, rosters, packs made and taken, grants."""

from typing import Any

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
    number,
    rebuilt,
    words,
)

revision = "0008"
down_revision = "0007"


def upgrade() -> None:
    """Make the tables, and the columns that say what became of a change that was held back."""
    _own()
    _contacts()
    _packs()
    _people()
    _away()
    _held_back()
    op.add_column("contact", added("with_whom"))
    _numbers()
    _guards()


def _own() -> None:
    _table(
        "sealing_key",
        ("number",),
        number("number"),
        words("secret"),
        _moment("since"),
        _moment("given_up_at", maybe=True),
    )
    _table(
        "own_identity",
        ("key",),
        number("key"),
        words("name"),
        words("agency"),
        _id("professional_id", maybe=True),
        _moment("since"),
    )


def _contacts() -> None:
    _table(
        "contact_card",
        ("id",),
        words("id"),
        words("name"),
        words("agency"),
        _bytes("signing"),
        words("recipient"),
        number("key_number"),
        _moment("key_since"),
        _id("professional_id", maybe=True),
        _moment("added_at"),
        _id("added_by"),
        _moment("checked_at", maybe=True),
        _id("checked_by", maybe=True),
        words("checked_how"),
        day("revoked_on", maybe=True),
        _moment("revoked_at", maybe=True),
        _id("revoked_by", maybe=True),
        words("revoked_why"),
        number("last_seq_sent"),
        number("last_seq_seen"),
    )
    _table(
        "roster",
        ("number",),
        number("number"),
        _moment("made_at"),
        _moment("expires_at"),
        words("body"),
        _bytes("signature"),
        words("signer"),
    )


def _packs() -> None:
    _table(
        "pack_made",
        ("pack",),
        words("pack"),
        words("contact_id"),
        words("kind"),
        number("seq"),
        _moment("made_at"),
        _moment("expires_at"),
        _id("made_by"),
        number("size"),
        words("sha256"),
        sa.Column("people", JSON, nullable=False),
        number("changes"),
        day("due_back", maybe=True),
        _moment("came_back_at", maybe=True),
        _id("meeting_id", maybe=True),
    )
    index("pack_made", "contact_id")
    _table(
        "pack_taken",
        ("pack",),
        words("pack"),
        words("contact_id"),
        words("kind"),
        number("seq"),
        _moment("made_at"),
        _moment("taken_at"),
        _id("taken_by"),
        _id("act", maybe=True),
        number("accepted"),
        number("held"),
        flag("is_late"),
    )
    index("pack_taken", "contact_id")


def _people() -> None:
    _table(
        "granted",
        ("contact_id", "person_id"),
        words("contact_id"),
        _id("person_id"),
        _moment("since"),
        _moment("until", maybe=True),
    )
    index("granted", "person_id")


def _away() -> None:
    _table("confirmed", ("change_id",), _bytes("change_id"))
    _table(
        "away_info",
        ("key",),
        number("key"),
        words("panel_contact"),
        words("panel_name"),
        _id("professional_id", maybe=True),
        _moment("taken_at", maybe=True),
        number("seq"),
        number("roster"),
        words("kind"),
        day("due_back", maybe=True),
        sa.Column("numbers", JSON, nullable=False),
    )
    _table(
        "away_person",
        ("person_id",),
        _id("person_id"),
        number("kept"),
        sa.Column("places", JSON, nullable=False),
        flag("waits"),
    )
    _table(
        "fork",
        ("install", "number"),
        _id("install"),
        number("number"),
        _bytes("first_change"),
        _bytes("other_change"),
        _moment("found_at"),
        words("pack"),
    )


def _held_back() -> None:
    op.add_column("held_back", added("pack"))
    op.add_column("held_back", words("told_in", maybe=True))
    op.add_column("held_back", _moment("settled_at", maybe=True))
    op.add_column("held_back", added("settled_how"))
    op.add_column("held_back", _id("settled_by", maybe=True))


def _numbers() -> None:
    parts = [sa.text(one) for one in ("substr(number, 1, 4)", "length(number)", "number")]
    op.create_index("ix_disclosure_numbered", "disclosure", parts)


def _guards() -> None:
    """Let a text of a meeting that is about nobody be held back too."""
    with rebuilt("field_guard") as guard:
        guard.alter_column("person_id", existing_type=ID, nullable=True)


def _table(name: str, keys: tuple[str, ...], *columns: sa.Column[Any]) -> None:
    primary = sa.PrimaryKeyConstraint(*keys, name=op.f(f"pk_{name}"))
    op.create_table(name, *columns, primary)


def _moment(name: str, *, maybe: bool = False) -> sa.Column[Any]:
    return sa.Column(name, MOMENT, nullable=maybe)


def _id(name: str, *, maybe: bool = False) -> sa.Column[Any]:
    return sa.Column(name, ID, nullable=maybe)


def _bytes(name: str) -> sa.Column[Any]:
    return sa.Column(name, sa.LargeBinary(), nullable=False)
