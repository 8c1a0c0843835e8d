"""Giving work to a lead professional: what a take-away says, and that it left."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from coordinator.casework.away.carrying import Carrier, Part
from coordinator.casework.away.led import lead_reader
from coordinator.casework.desk import Desk
from coordinator.casework.leaving import check_may_leave
from coordinator.db.models import ContactRow, Granted, PackMade, Panel
from coordinator.db.transaction import Reading, Transaction
from coordinator.domain.errors import (
    GuardError,
    InvalidFieldsError,
    MissingRecordError,
    StaleRecordError,
)
from coordinator.domain.exchange.manifests import PackKind
from coordinator.domain.exchange.scopes import Carried, TakeAwayScope
from coordinator.domain.merging.changes import ChangeId
from coordinator.domain.merging.receiving import HoldReason
from coordinator.domain.outcomes import Done
from coordinator.domain.roles import Right

ACCEPTED = "accepted"
"""How something that was held back was settled: it was taken over after all."""


@dataclass(frozen=True, slots=True)
class Outgoing:
    """A take-away as it would leave now.

    Attributes:
        seq: The number it would have.
        seen: The newest number had from its receiver.
        parts: What goes about each person, in the order of the scope.
    """

    contact: str
    seq: int
    seen: int
    panel_id: UUID
    scope: TakeAwayScope
    panel: Part
    parts: Mapping[UUID, Part]

    @property
    def changes(self) -> int:
        """How many changes it holds."""
        return sum(len(one.changes) for one in (self.panel, *self.parts.values()))


@dataclass(frozen=True, slots=True)
class Made:
    """A pack that was written."""

    pack: str
    made: datetime
    expires: datetime
    size: int
    sha256: str


def read_take_away(
    desk: Desk,
    contact: str,
    *,
    due: date | None = None,
    also: frozenset[UUID] = frozenset(),
) -> Outgoing:
    """Gather what a lead professional would be given now.

    Args:
        desk: Where and by whom.
        contact: Whose card it is sealed for.
        due: By when the work is wanted back.
        also: People of somebody they stand in for.

    Raises:
        NotPermittedError: Nobody sends work but the coordinator and the chair.
        MissingRecordError: No such contact.
        GuardError: `contact-nobody`: nobody said who of the directory it is; `contact-unchecked`,
            `contact-revoked`: nothing is sealed for them.
        InvalidFieldsError: `due` `in-the-past`.
    """
    if due is not None and due < desk.today():
        raise InvalidFieldsError({"due": "in-the-past"})
    with desk.read(Right.SETTLE) as look:
        row, professional = receiver_of(look, contact)
        given = {one.person_id for one in look.packs.granted(contact) if one.until is None}
        carrier = Carrier(desk, look, lead_reader(look, professional, also | given))
        parts = {one: carrier.person(one) for one in carrier.people}
        carried = {one.id for part in (carrier.panel, *parts.values()) for one in part.changes}
        scope = TakeAwayScope(
            professional=professional,
            panel=look.get(Panel, look.info.panel_id).name,
            people=tuple(Carried(one, part.kept) for one, part in parts.items()),
            confirmed=_confirmed(look, contact, professional) - carried,
            held=_held(look, professional),
            due=due,
        )
        seq, seen, panel_id = row.last_seq_sent + 1, row.last_seq_seen, look.info.panel_id
        return Outgoing(contact, seq, seen, panel_id, scope, carrier.panel, parts)


@contextmanager
def note_take_away(
    desk: Desk, outgoing: Outgoing, made: Made, *, reason: str = ""
) -> Iterator[Callable[[], Done[None]]]:
    """Record that a take-away leaves, in one act with whatever the block does to let it.

    Args:
        desk: Where and by whom.
        outgoing: As it was gathered.
        made: The pack.
        reason: Why; needed from the chair.

    Raises:
        StaleRecordError: Another pack left for the same contact meanwhile.
        ReasonNeededError: `chair-exports`.
    """
    check_may_leave(desk, reason)
    with desk.act(Right.SETTLE) as tx:
        row, professional = receiver_of(tx, outgoing.contact)
        if row.last_seq_sent + 1 != outgoing.seq:
            found = row.last_seq_sent
            raise StaleRecordError(record=professional, seen=outgoing.seq, found=found)
        row.last_seq_sent = outgoing.seq
        _note_made(desk, tx, outgoing, made)
        _grant(desk, tx, outgoing)
        for held in tx.away.held(professional):
            held.told_in = held.told_in or made.pack
        tx.journal("workpack.made", record=professional, reason=reason)
        yield lambda: Done(None, tx.changes)


def receiver_of(look: Reading, contact: str) -> tuple[ContactRow, UUID]:
    """Give a contact that something may be sealed for, and who of the directory they are.

    Raises:
        MissingRecordError: No such contact.
        GuardError: `contact-revoked`, `contact-unchecked`, `contact-nobody`.
    """
    row = look.session.get(ContactRow, contact)
    if row is None:
        raise MissingRecordError(what="contact_card", key=contact)
    if row.revoked_on is not None:
        raise GuardError("contact-revoked")
    if row.checked_at is None:
        raise GuardError("contact-unchecked")
    if row.professional_id is None:
        raise GuardError("contact-nobody")
    return row, row.professional_id


def _confirmed(look: Reading, contact: str, professional: UUID) -> frozenset[ChangeId]:
    """Give every change of theirs that came home, whatever became of it since."""
    own = {one.id for one in look.away.changes_by(professional)}
    return look.packs.accepted_from(contact) | own


def _held(look: Reading, professional: UUID) -> Mapping[ChangeId, HoldReason]:
    return {
        one.id: HoldReason(one.reason)
        for one in look.away.held(professional)
        if one.settled_how != ACCEPTED
    }


def _note_made(desk: Desk, tx: Transaction, outgoing: Outgoing, made: Made) -> None:
    tx.session.add(
        PackMade(
            pack=made.pack,
            contact_id=outgoing.contact,
            kind=PackKind.TAKE_AWAY.value,
            seq=outgoing.seq,
            made_at=made.made,
            expires_at=made.expires,
            made_by=desk.sitter.professional,
            size=made.size,
            sha256=made.sha256,
            people=[one.hex for one in outgoing.parts],
            changes=outgoing.changes,
            due_back=outgoing.scope.due,
        )
    )


def _grant(desk: Desk, tx: Transaction, outgoing: Outgoing) -> None:
    """Keep who has whom since when; whoever is not in the newest pack has them no longer."""
    known = {one.person_id: one for one in tx.packs.granted(outgoing.contact)}
    for person, row in known.items():
        if person not in outgoing.parts and row.until is None:
            row.until = desk.now()
    for person in outgoing.parts:
        again = known.get(person)
        if again is None:
            fresh = Granted(contact_id=outgoing.contact, person_id=person, since=desk.now())
            tx.session.add(fresh)
        elif again.until is not None:
            again.since, again.until = desk.now(), None
