"""What left the panel: which paper or words, for whom, about whom, and what became of it."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import ForeignKey, Index, text
from sqlalchemy.orm import Mapped, mapped_column

from coordinator.db.models.base import Fields, Record, Whole, added_words
from coordinator.db.types import State
from coordinator.domain.lists.agencies import Marking
from coordinator.domain.lists.sharing import Channel, Gateway, LawfulBasis, PackVariant
from coordinator.domain.outcomes import RecordKind

NUMBERED_IN = "substr(number, 1, 4)"
"""What a number begins with, `D26-`; in these very words, else no index answers."""
NUMBER_LENGTH = "length(number)"


class Disclosure(Record):
    """One thing that left: a paper with the hash of its content, or what was said aloud.

    `number` is printed on the paper; rows made before numbers were given have none. What was only
    spoken has no pages and no hash.
    """

    __tablename__ = "disclosure"
    kind = RecordKind.DISCLOSURE
    log = Whole()
    constraints = (
        Index("ix_disclosure_made", "made_at"),
        # A year's numbers by their length: the highest is the last, whatever else is on file.
        Index("ix_disclosure_numbered", text(NUMBERED_IN), text(NUMBER_LENGTH), "number"),
    )

    number: Mapped[str] = mapped_column(default="", server_default="", index=True)
    paper: Mapped[str]
    subject: Mapped[str] = mapped_column(default="")
    person_id: Mapped[UUID | None] = mapped_column(ForeignKey("person.id"), index=True)
    meeting_id: Mapped[UUID | None] = mapped_column(ForeignKey("meeting.id"), index=True)
    agency_id: Mapped[UUID | None] = mapped_column(ForeignKey("agency.id"), index=True)
    recipient_id: Mapped[UUID | None] = mapped_column(ForeignKey("professional.id"))
    recipient: Mapped[str] = mapped_column(default="")
    variant: Mapped[PackVariant | None] = mapped_column(State(PackVariant))
    channel: Mapped[Channel | None] = mapped_column(State(Channel))
    lawful_basis: Mapped[LawfulBasis | None] = mapped_column(State(LawfulBasis))
    gateway: Mapped[Gateway | None] = mapped_column(State(Gateway))
    proportionality: Mapped[str] = added_words()
    reason: Mapped[str] = added_words()
    what: Mapped[str] = added_words()
    marking: Mapped[Marking] = mapped_column(State(Marking))
    pages: Mapped[int]
    sha256: Mapped[str] = mapped_column(index=True)
    made_at: Mapped[datetime]
    made_by_id: Mapped[UUID] = mapped_column(ForeignKey("professional.id"))


class DisclosedPerson(Record):
    """Somebody a disclosure was about, and the version of their information basis at the time."""

    __tablename__ = "disclosed_person"
    kind = RecordKind.DISCLOSED_PERSON
    log = Whole()

    disclosure_id: Mapped[UUID] = mapped_column(ForeignKey("disclosure.id"), index=True)
    person_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"), index=True)
    basis_version: Mapped[int] = mapped_column(default=0)


class DisclosureEnd(Record):
    """That a copy came back, was destroyed or was called back, as its holder or the panel said.

    Of what was told aloud to who must not be told there is no copy: there `returned_on` is the day
    it was dealt with, and `note` says how.
    """

    __tablename__ = "disclosure_end"
    kind = RecordKind.DISCLOSURE_END
    log = Fields(together=(("disclosure_id", "asked_on"), ("returned_on", "destroyed_on", "by")))

    disclosure_id: Mapped[UUID] = mapped_column(ForeignKey("disclosure.id"), index=True)
    asked_on: Mapped[date | None]
    returned_on: Mapped[date | None]
    destroyed_on: Mapped[date | None]
    by: Mapped[str] = mapped_column(default="")
    note: Mapped[str] = mapped_column(default="")
