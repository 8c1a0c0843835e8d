"""What belongs to this store alone and never travels: who may open it, drafts, search words."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Index, LargeBinary, Text
from sqlalchemy.orm import Mapped, mapped_column

from coordinator.db.models.base import Table
from coordinator.db.types import State
from coordinator.domain.roles import Role


class StoreInfo(Table):
    """The one row that says what this store is."""

    __tablename__ = "store_info"

    key: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    store_id: Mapped[UUID]
    install_id: Mapped[UUID]
    panel_id: Mapped[UUID]
    key_generation: Mapped[int]
    signing_key: Mapped[bytes] = mapped_column(LargeBinary)
    is_demo: Mapped[bool] = mapped_column(default=False)
    made_at: Mapped[datetime]


class User(Table):
    """Somebody who may open this store: which key slot opens for them, and as what."""

    __tablename__ = "user_account"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    slot: Mapped[str | None] = mapped_column(Text, unique=True)
    professional_id: Mapped[UUID]
    role: Mapped[Role] = mapped_column(State(Role))
    added_at: Mapped[datetime]
    removed_at: Mapped[datetime | None]


class AgencyPassword(Table):
    """The password an agency's papers are locked with: made here, told by another way, never sent.

    It stays out of the log, so that no pack and no paper can carry it.
    """

    __tablename__ = "agency_password"

    agency_id: Mapped[UUID] = mapped_column(primary_key=True)
    password: Mapped[str] = mapped_column(Text)
    made_at: Mapped[datetime]
    told_at: Mapped[datetime | None]
    told_how: Mapped[str] = mapped_column(Text, default="")


class Draft(Table):
    """What somebody is typing in one form; promoted to an act when the field is left."""

    __tablename__ = "draft"

    form: Mapped[str] = mapped_column(Text, primary_key=True)
    record: Mapped[UUID] = mapped_column(primary_key=True)
    user: Mapped[UUID] = mapped_column(primary_key=True)
    seen_revision: Mapped[int]
    values: Mapped[dict[str, Any]]
    typed_at: Mapped[datetime]


class ColumnMapping(Table):
    """How the columns of an agency's spreadsheet were mapped the last time."""

    __tablename__ = "column_mapping"

    name: Mapped[str] = mapped_column(Text, primary_key=True)
    target: Mapped[str] = mapped_column(Text)
    body: Mapped[str] = mapped_column(Text)
    saved_at: Mapped[datetime]


class SearchText(Table):
    """The words of one record, as search sees them. The full-text index stands beside it."""

    __tablename__ = "search_text"
    __table_args__ = (Index("uq_search_text_record", "record", unique=True),)

    key: Mapped[int] = mapped_column(primary_key=True)
    record: Mapped[UUID]
    kind: Mapped[str] = mapped_column(Text)
    scope: Mapped[UUID | None]
    restricted: Mapped[bool]
    words: Mapped[str] = mapped_column(Text)
