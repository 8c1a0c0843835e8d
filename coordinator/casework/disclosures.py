"""Recording that a paper was made for somebody: what, for whom, with which content."""

import hashlib
from dataclasses import dataclass, field
from uuid import UUID

from coordinator.casework.desk import Desk
from coordinator.casework.sharing import shown_person
from coordinator.db.models import Agency, DisclosedPerson, Disclosure, Meeting
from coordinator.db.transaction import Transaction
from coordinator.domain.lists.agencies import Marking
from coordinator.domain.lists.sharing import Channel, PackVariant
from coordinator.domain.outcomes import Done
from coordinator.domain.roles import Right


@dataclass(frozen=True, slots=True)
class MadePaper:
    """A paper that was laid out. `subject` is a reference, never a name.

    Attributes:
        recipient_id: The professional it is for, where it is for one.
        people: Everybody it is about, where that is more than `person`.
        reason: Why it goes out although something is not as usual.
    """

    paper: str
    subject: str
    marking: Marking
    pages: int
    content: bytes = field(repr=False)
    recipient: str = ""
    agency: UUID | None = None
    person: UUID | None = None
    meeting: UUID | None = None
    recipient_id: UUID | None = None
    variant: PackVariant | None = None
    channel: Channel | None = None
    people: tuple[UUID, ...] = ()
    reason: str = ""


def record_disclosure(desk: Desk, made: MadePaper, *, act: str = "paper.made") -> Done[UUID]:
    """Note that a paper left: its hash tells later whether a copy is the one that was made.

    Args:
        desk: Who lets it leave.
        made: What leaves, and for whom.
        act: How it leaves: `paper.made` as a file, `paper.printed` on paper.

    Raises:
        NotPermittedError: The role may not make papers.
        MissingRecordError, WithheldError: It names somebody or something that is not there, or
            not theirs to see.
    """
    with desk.act(Right.EXPORT) as tx:
        _check_named(desk, tx, made)
        row = tx.add(
            Disclosure(
                id=desk.new_id(),
                paper=made.paper,
                subject=made.subject,
                person_id=made.person,
                meeting_id=made.meeting,
                agency_id=made.agency,
                recipient=made.recipient,
                recipient_id=made.recipient_id,
                variant=made.variant,
                channel=made.channel,
                reason=made.reason,
                marking=made.marking,
                pages=made.pages,
                sha256=hashlib.sha256(made.content).hexdigest(),
                made_at=desk.now(),
                made_by_id=desk.sitter.professional,
            )
        )
        for person in made.people:
            basis = tx.people.basis(person)
            tx.add(
                DisclosedPerson(
                    id=desk.new_id(),
                    disclosure_id=row.id,
                    person_id=person,
                    basis_version=basis.version if basis else 0,
                )
            )
        tx.journal(act, record=row.id, scope=made.person, reason=made.reason)
    return Done(row.id, tx.changes)


def _check_named(desk: Desk, tx: Transaction, made: MadePaper) -> None:
    for person in (made.person, *made.people):
        if person is not None:
            shown_person(desk, tx, person)
    if made.meeting is not None:
        tx.get(Meeting, made.meeting)
    if made.agency is not None:
        tx.get(Agency, made.agency)
