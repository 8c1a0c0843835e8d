"""Who work is sent to and taken from, and what was: of this store alone, none of it travels.

None of these tables is logged: packs are made of the change log, so nothing here slips into one.
"""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import LargeBinary, Text, false
from sqlalchemy.orm import Mapped, mapped_column

from coordinator.db.models.base import Table


class SealingSecret(Table):
    """A key that packs for us are sealed to; `secret` is blank once it was given up."""

    __tablename__ = "sealing_key"

    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    secret: Mapped[str] = mapped_column(Text)
    since: Mapped[datetime]
    given_up_at: Mapped[datetime | None]


class OwnIdentity(Table):
    """The one row that says who this install is to others; its signing key is the store's own."""

    __tablename__ = "own_identity"

    key: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    name: Mapped[str]
    agency: Mapped[str]
    professional_id: Mapped[UUID | None]
    since: Mapped[datetime]


class ContactRow(Table):
    """Somebody whose card we have; `id` is their identity, 64 hexadecimal digits.

    Name and agency stand as on the card, letter for letter: `id` is a hash of them.
    `professional_id` says who of our directory it is. What was made with it from `revoked_on` on
    is not used. The last two count the packs sent to them and had from them.
    """

    __tablename__ = "contact_card"

    id: Mapped[str] = mapped_column(Text, primary_key=True)
    name: Mapped[str] = mapped_column(Text)
    agency: Mapped[str] = mapped_column(Text)
    signing: Mapped[bytes] = mapped_column(LargeBinary)
    recipient: Mapped[str] = mapped_column(Text)
    key_number: Mapped[int]
    key_since: Mapped[datetime]
    professional_id: Mapped[UUID | None]
    added_at: Mapped[datetime]
    added_by: Mapped[UUID]
    checked_at: Mapped[datetime | None]
    checked_by: Mapped[UUID | None]
    checked_how: Mapped[str] = mapped_column(Text, default="")
    revoked_on: Mapped[date | None]
    revoked_at: Mapped[datetime | None]
    revoked_by: Mapped[UUID | None]
    revoked_why: Mapped[str] = mapped_column(default="")
    last_seq_sent: Mapped[int] = mapped_column(default=0)
    last_seq_seen: Mapped[int] = mapped_column(default=0)


class RosterRow(Table):
    """A numbered, signed list of contacts, roles and revocations; ours, or one we were sent."""

    __tablename__ = "roster"

    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    made_at: Mapped[datetime]
    expires_at: Mapped[datetime]
    body: Mapped[str] = mapped_column(Text)
    signature: Mapped[bytes] = mapped_column(LargeBinary)
    signer: Mapped[str] = mapped_column(Text)


class PackMade(Table):
    """A pack that was made here; `people` are the ids of whom it holds, `changes` a count.

    `meeting_id` is the one a copy for a meeting is of.
    """

    __tablename__ = "pack_made"

    pack: Mapped[str] = mapped_column(Text, primary_key=True)
    contact_id: Mapped[str] = mapped_column(Text, index=True)
    kind: Mapped[str] = mapped_column(Text)
    seq: Mapped[int]
    made_at: Mapped[datetime]
    expires_at: Mapped[datetime]
    made_by: Mapped[UUID]
    size: Mapped[int]
    sha256: Mapped[str] = mapped_column(Text)
    people: Mapped[list[str]] = mapped_column(default=list)
    changes: Mapped[int]
    due_back: Mapped[date | None]
    came_back_at: Mapped[datetime | None]
    meeting_id: Mapped[UUID | None]


class PackTaken(Table):
    """A pack that was taken here; `act` is the one act it became, if it changed anything."""

    __tablename__ = "pack_taken"

    pack: Mapped[str] = mapped_column(Text, primary_key=True)
    contact_id: Mapped[str] = mapped_column(Text, index=True)
    kind: Mapped[str] = mapped_column(Text)
    seq: Mapped[int]
    made_at: Mapped[datetime]
    taken_at: Mapped[datetime]
    taken_by: Mapped[UUID]
    act: Mapped[UUID | None]
    accepted: Mapped[int]
    held: Mapped[int]
    is_late: Mapped[bool]


class Granted(Table):
    """Whom a contact was given, since when; what they send of anybody else is held back.

    `lent`: of somebody they stand in for, because it was said so; else they were their own then.
    """

    __tablename__ = "granted"

    contact_id: Mapped[str] = mapped_column(Text, primary_key=True)
    person_id: Mapped[UUID] = mapped_column(primary_key=True, index=True)
    since: Mapped[datetime]
    until: Mapped[datetime | None]
    lent: Mapped[bool] = mapped_column(default=False, server_default=false())


class Confirmed(Table):
    """A change of our own that the panel says it has; an away store may forget it."""

    __tablename__ = "confirmed"

    change_id: Mapped[bytes] = mapped_column(LargeBinary, primary_key=True)


class AwayInfo(Table):
    """The one row of an away store that says whose work it is a part of; none in a panel's.

    It is made with the store: nothing is known of the panel until the first pack was taken. `kind`
    is that of the newest pack: it rules what may be written here. `numbers` are the highest that
    were given here, by how they begin: what bore them may be gone.
    """

    __tablename__ = "away_info"

    key: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    panel_contact: Mapped[str] = mapped_column(Text, default="")
    panel_name: Mapped[str] = mapped_column(default="")
    professional_id: Mapped[UUID | None]
    taken_at: Mapped[datetime | None]
    seq: Mapped[int] = mapped_column(default=0)
    roster: Mapped[int] = mapped_column(default=0)
    kind: Mapped[str] = mapped_column(Text, default="take-away")
    due_back: Mapped[date | None]
    numbers: Mapped[dict[str, Any]] = mapped_column(default=dict)


class AwayPersonRow(Table):
    """Somebody who went along, in an away store: what of them stayed with the panel.

    `kept` counts it, `places` names the kinds of entry. `waits`: nothing newer comes until their
    information basis is complete.
    """

    __tablename__ = "away_person"

    person_id: Mapped[UUID] = mapped_column(primary_key=True)
    kept: Mapped[int] = mapped_column(default=0)
    places: Mapped[list[str]] = mapped_column(default=list)
    waits: Mapped[bool] = mapped_column(default=False)


class Fork(Table):
    """Two changes of one install under one number: its store was copied or brought back."""

    __tablename__ = "fork"

    install: Mapped[UUID] = mapped_column(primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    first_change: Mapped[bytes] = mapped_column(LargeBinary)
    other_change: Mapped[bytes] = mapped_column(LargeBinary)
    found_at: Mapped[datetime]
    pack: Mapped[str] = mapped_column(Text)
