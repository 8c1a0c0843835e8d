"""The change log and the journal. The log is the truth; the other tables are what screens read."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import Column, ForeignKey, Index, Integer, LargeBinary, MetaData, Text
from sqlalchemy import Table as SqlTable
from sqlalchemy.orm import Mapped, mapped_column

from coordinator.db.models.base import Table, added_words
from coordinator.db.types import Id, Moment, Packed

_CLUSTERED = {"sqlite_with_rowid": False}


class Act(Table):
    """One thing somebody did: one link of the journal chain.

    `changes` holds the ids of its changes, 16 bytes each, in order; they stay when a person is
    erased. What is personal (`scope`, `record`, `reason`) is covered by `content`, a hash with a
    salt of its own: blanking both leaves the chain whole.
    """

    __tablename__ = "act"

    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    id: Mapped[UUID] = mapped_column(unique=True)
    at: Mapped[datetime]
    actor: Mapped[UUID]
    name: Mapped[str] = mapped_column(Text)
    changes: Mapped[bytes] = mapped_column(LargeBinary)
    erases: Mapped[list[str]] = mapped_column(default=list)
    scope: Mapped[UUID | None] = mapped_column(index=True)
    record: Mapped[UUID | None] = mapped_column(index=True)
    reason: Mapped[str] = mapped_column(default="")
    salt: Mapped[bytes | None] = mapped_column(LargeBinary)
    content: Mapped[bytes] = mapped_column(LargeBinary)
    hash: Mapped[bytes] = mapped_column(LargeBinary)


class Origin(Table):
    """Who wrote some changes, on which install, in which act and when: said once for all of them.

    `last_number` is the highest number among them, so that the next one is found by an index.
    """

    __tablename__ = "origin"
    __table_args__ = (
        Index("ix_origin_act", "act"),
        Index("ix_origin_install", "install", "last_number"),
    )

    key: Mapped[int] = mapped_column(primary_key=True)
    act: Mapped[UUID]
    author: Mapped[UUID]
    install: Mapped[UUID]
    made: Mapped[datetime]
    last_number: Mapped[int]


class Scope(Table):
    """Whose history a change belongs to: a person, or the panel; a short number for a long id."""

    __tablename__ = "scope"

    key: Mapped[int] = mapped_column(primary_key=True)
    id: Mapped[UUID] = mapped_column(unique=True)


class FieldName(Table):
    """A kind of record and one of its fields, as changes name them; a short number for both."""

    __tablename__ = "field_name"
    __table_args__ = (Index("uq_field_name_kind", "kind", "field", unique=True),)

    key: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[str] = mapped_column(Text)
    field: Mapped[str] = mapped_column(Text)


class ChangeRow(Table):
    """One change as it is kept: what many changes share stands in three small tables.

    Read it through `LoggedChange`. `revision` is the record's after the write, in this store only:
    it tells a form what moved on since it was filled. It is not part of the change. `key` keeps
    the rows in the order they were written and the indexes narrow.
    """

    __tablename__ = "change_row"
    __table_args__ = (
        Index("uq_change_row_id", "id", unique=True),
        Index("ix_change_row_place", "record", "name_key"),
        Index("ix_change_row_scope", "scope_key"),
    )

    key: Mapped[int] = mapped_column(primary_key=True)
    id: Mapped[bytes] = mapped_column(LargeBinary)
    scope_key: Mapped[int] = mapped_column(ForeignKey("scope.key"))
    record: Mapped[UUID]
    name_key: Mapped[int] = mapped_column(ForeignKey("field_name.key"))
    value: Mapped[str | None] = mapped_column(Packed)
    origin_key: Mapped[int] = mapped_column(ForeignKey("origin.key"))
    number: Mapped[int]
    salt: Mapped[bytes] = mapped_column(LargeBinary)
    revision: Mapped[int] = mapped_column(default=0)


class LoggedChange(Table):
    """One field of one record given one value by one person: a view over `ChangeRow`, to read."""

    __table__ = SqlTable(
        "change",
        MetaData(),  # a view: not among the tables that are made
        Column("key", Integer, primary_key=True),
        Column("id", LargeBinary, nullable=False),
        Column("scope", Id, nullable=False),
        Column("record", Id, nullable=False),
        Column("kind", Text, nullable=False),
        Column("field", Text, nullable=False),
        Column("value", Packed),
        Column("author", Id, nullable=False),
        Column("install", Id, nullable=False),
        Column("number", Integer, nullable=False),
        Column("made", Moment, nullable=False),
        Column("act", Id, nullable=False),
        Column("salt", LargeBinary, nullable=False),
        Column("revision", Integer, nullable=False),
    )
    key: Mapped[int]
    id: Mapped[bytes]
    scope: Mapped[UUID]
    record: Mapped[UUID]
    kind: Mapped[str]
    field: Mapped[str]
    value: Mapped[str | None]
    author: Mapped[UUID]
    install: Mapped[UUID]
    number: Mapped[int]
    made: Mapped[datetime]
    act: Mapped[UUID]
    salt: Mapped[bytes]
    revision: Mapped[int]


class Replaced(Table):
    """A change its author saw and wrote over. No foreign key: packs arrive in any order."""

    __tablename__ = "replaced"
    __table_args__ = (Index("ix_replaced_new", "new"), _CLUSTERED)

    old: Mapped[bytes] = mapped_column(LargeBinary, primary_key=True)
    new: Mapped[bytes] = mapped_column(LargeBinary, primary_key=True)


class Dispute(Table):
    """A field with two current values that people have not settled yet. Kept by the merge."""

    __tablename__ = "dispute"
    __table_args__ = (_CLUSTERED,)

    record: Mapped[UUID] = mapped_column(primary_key=True)
    field: Mapped[str] = mapped_column(Text, primary_key=True)
    kind: Mapped[str] = mapped_column(Text)
    scope: Mapped[UUID] = mapped_column(index=True)


class HeldBack(Table):
    """A change from elsewhere, outside its sender's rights or scope: kept, listed, not used.

    `pack` brought it; `told_in` is the pack that told its sender. `settled_how` says what somebody
    decided about it.
    """

    __tablename__ = "held_back"
    __table_args__ = (_CLUSTERED,)

    id: Mapped[bytes] = mapped_column(LargeBinary, primary_key=True)
    sender: Mapped[UUID]
    reason: Mapped[str] = mapped_column(Text)
    body: Mapped[str] = mapped_column(Text)
    held_at: Mapped[datetime]
    pack: Mapped[str] = added_words()
    told_in: Mapped[str | None] = mapped_column(Text)
    settled_at: Mapped[datetime | None]
    settled_how: Mapped[str] = added_words()
    settled_by: Mapped[UUID | None]


class Checkpoint(Table):
    """The head of the journal chain, signed when a backup or a paper left."""

    __tablename__ = "checkpoint"

    act_number: Mapped[int] = mapped_column(ForeignKey("act.number"), primary_key=True)
    line: Mapped[str] = mapped_column(Text)
    signature: Mapped[bytes] = mapped_column(LargeBinary)
    taken_at: Mapped[datetime]
