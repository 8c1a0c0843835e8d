"""Handing work back: everything somebody did away, every time, and that it left."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from uuid import UUID

from coordinator.casework.away.sending import Made
from coordinator.casework.away.taking import own_changes
from coordinator.casework.desk import Desk
from coordinator.db.models import ContactRow, PackMade
from coordinator.db.transaction import Reading
from coordinator.domain.errors import GuardError, MissingRecordError, StaleRecordError
from coordinator.domain.exchange.manifests import PackKind
from coordinator.domain.merging.changes import Change
from coordinator.domain.outcomes import Done
from coordinator.domain.roles import Right


@dataclass(frozen=True, slots=True)
class Handed:
    """What would be handed back now.

    Attributes:
        contact: The panel's card.
        seq: The number it would have.
        seen: The newest take-away that was had.
        fresh: How many of the changes the panel does not have yet.
    """

    contact: str
    panel: UUID
    seq: int
    seen: int
    changes: tuple[Change, ...] = field(repr=False)
    fresh: int = 0


def read_hand_back(desk: Desk) -> Handed:
    """Gather everything of one's own: the whole of it, whatever is home already.

    Raises:
        GuardError: `not-away`: this is a panel's own store; `nothing-taken`: nothing was taken
            away yet.
    """
    with desk.read(Right.OWN_CARD) as look:
        contact, me = _panel_of(look)
        changes = tuple(own_changes(look, me))
        home = look.away_store.confirmed()
        return Handed(
            contact=contact.id,
            panel=look.info.panel_id,
            seq=contact.last_seq_sent + 1,
            seen=contact.last_seq_seen,
            changes=changes,
            fresh=sum(one.id not in home for one in changes),
        )


@contextmanager
def note_hand_back(desk: Desk, handed: Handed, made: Made) -> Iterator[Callable[[], Done[None]]]:
    """Record that work was handed back, in one act with whatever the block does to let it leave.

    Raises:
        StaleRecordError: Another pack left meanwhile.
    """
    with desk.act(Right.OWN_CARD) as tx:
        contact, me = _panel_of(tx)
        if contact.last_seq_sent + 1 != handed.seq:
            raise StaleRecordError(record=me, seen=handed.seq, found=contact.last_seq_sent)
        contact.last_seq_sent = handed.seq
        tx.session.add(
            PackMade(
                pack=made.pack,
                contact_id=contact.id,
                kind=PackKind.HAND_BACK.value,
                seq=handed.seq,
                made_at=made.made,
                expires_at=made.expires,
                made_by=me,
                size=made.size,
                sha256=made.sha256,
                people=[],
                changes=len(handed.changes),
            )
        )
        tx.journal("workpack.handed_back")
        yield lambda: Done(None, tx.changes)


def _panel_of(look: Reading) -> tuple[ContactRow, UUID]:
    info = look.away.info
    if info is None:
        raise GuardError("not-away")
    if info.professional_id is None:
        raise GuardError("nothing-taken")
    contact = look.cards.contact(info.panel_contact)
    if contact is None:
        raise MissingRecordError(what="contact_card", key=info.panel_contact)
    return contact, info.professional_id
