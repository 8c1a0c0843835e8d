"""Work that comes back: looked at first, then taken over in one act."""

from collections.abc import Sequence
from uuid import UUID

from coordinator.casework.away.contacts import follow_card
from coordinator.casework.away.sorting import Forked, Sorted, sort_hand_back
from coordinator.casework.desk import Desk
from coordinator.casework.need_to_know.sharing import listed_names
from coordinator.db.models import ContactRow, Fork, HeldBack, PackTaken, Person
from coordinator.db.transaction import Reading, Transaction
from coordinator.domain.errors import GuardError, MissingRecordError
from coordinator.domain.exchange.manifests import PackKind
from coordinator.domain.exchange.parcels import HandBack
from coordinator.domain.exchange.reviews import (
    Applied,
    HandBackReview,
    count_disagreements,
    review_rows,
)
from coordinator.domain.merging import receiving
from coordinator.domain.merging.changes import canonical, to_wire
from coordinator.domain.merging.receiving import HoldReason
from coordinator.domain.outcomes import Done
from coordinator.domain.progress import Progress
from coordinator.domain.roles import Right


def review_hand_back(
    desk: Desk, pack: HandBack, progress: Progress | None = None
) -> HandBackReview:
    """Say what a hand-back would change, field by field; nothing is written.

    Raises:
        NotPermittedError: Nobody takes work over but the coordinator and the chair.
        MissingRecordError: Its sender is no contact.
        GuardError: `contact-nobody`: nobody said who of the directory the sender is;
            `taken-over-at-panel`: this store is itself away.
    """
    with desk.read(Right.SETTLE) as look:
        _check_at_panel(look)
        contact, professional = _sender(look, pack.envelope.sender)
        found = _sorted(desk, look, pack, professional, progress)
        rows = review_rows(found.standing, found.accepted)
        people = look.get_many(Person, [one.place.scope for one in rows])
        return HandBackReview(
            envelope=pack.envelope,
            sender=contact.name,
            professional=professional,
            rows=rows,
            names=listed_names(look, people.values()),
            accepted=len(found.accepted),
            held=found.held,
            known=found.known,
            is_late=pack.envelope.seq < contact.last_seq_seen,
            is_store_older=pack.envelope.seen > contact.last_seq_sent,
            forks=_given_twice(look, pack, found),
        )


def apply_hand_back(
    desk: Desk, pack: HandBack, *, go_on: bool = False, progress: Progress | None = None
) -> Done[Applied]:
    """Take over what was handed back; what falls outside is kept aside and told to its sender.

    A backup has to be made before.

    Args:
        desk: Where and by whom.
        pack: Found genuine and read whole.
        go_on: Our store was brought back from an older backup, somebody knows it, and work goes
            on from here.
        progress: Told in changes, until they are written.

    Raises:
        GuardError: `store-older`: the sender had a newer pack of ours than the last this store
            knows of; `contact-nobody`; `pack-taken`: it was taken before.
        NotPermittedError, MissingRecordError: As for the review.
    """
    with desk.act(Right.SETTLE) as tx:
        _check_at_panel(tx)
        contact, professional = _sender(tx, pack.envelope.sender)
        if tx.packs.taken(pack.envelope.pack) is not None:
            raise GuardError("pack-taken")
        _catch_up(contact, pack.envelope.seen, go_on=go_on)
        found = _sorted(desk, tx, pack, professional, progress)
        merged = tx.bring_in(found.accepted)
        keep_aside(desk, tx, pack.envelope.pack, professional, found.held)
        _note_forks(desk, tx, pack, found.forks)
        is_late = pack.envelope.seq < contact.last_seq_seen
        applied = Applied(
            accepted=len(merged.new),
            held=len(found.held),
            known=found.known,
            disagreements=count_disagreements(found.standing, found.accepted),
            is_late=is_late,
            forks=_given_twice(tx, pack, found),
        )
        contact.last_seq_seen = max(contact.last_seq_seen, pack.envelope.seq)
        follow_card(tx, contact.id, pack.card)
        _note(desk, tx, pack, applied)
        tx.journal("workpack.applied", record=professional)
    return Done(applied, tx.changes)


def _check_at_panel(look: Reading) -> None:
    """Refuse to gather work in a store that is itself away: nobody would look at it there."""
    if look.away.info is not None:
        raise GuardError("taken-over-at-panel")


def _sender(look: Reading, identity: str) -> tuple[ContactRow, UUID]:
    contact = look.session.get(ContactRow, identity)
    if contact is None:
        raise MissingRecordError(what="contact_card", key=identity)
    if contact.professional_id is None:
        raise GuardError("contact-nobody")
    return contact, contact.professional_id


def _sorted(
    desk: Desk, look: Reading, pack: HandBack, professional: UUID, progress: Progress | None
) -> Sorted:
    return sort_hand_back(
        look,
        pack.envelope.sender,
        professional,
        pack.changes,
        desk.store.was_erased,
        progress,
    )


def _given_twice(look: Reading, pack: HandBack, found: Sorted) -> int:
    """Count the numbers that two copies of the sender's store both gave.

    Copies that wrote nothing new have numbered nothing but what they handed back.
    """
    said = pack.envelope
    return len(found.forks) or int(
        look.packs.is_numbered_as_another(said.sender, said.seq, said.pack)
    )


def _catch_up(contact: ContactRow, seen: int, *, go_on: bool) -> None:
    """Notice a store that was brought back: its numbers would be given a second time."""
    if seen <= contact.last_seq_sent:
        return
    if not go_on:
        raise GuardError("store-older")
    contact.last_seq_sent = seen


def keep_aside(
    desk: Desk, tx: Transaction, pack: str, sender: UUID, held: Sequence[receiving.HeldBack]
) -> None:
    """Keep what is not taken over, with its reason; of somebody erased the id only."""
    for one in held:
        is_erased = one.reason is HoldReason.ERASED
        tx.session.add(
            HeldBack(
                id=one.change.id,
                sender=sender,
                reason=one.reason.value,
                body="" if is_erased else canonical(to_wire(one.change)),
                held_at=desk.now(),
                pack=pack,
            )
        )


def _note_forks(desk: Desk, tx: Transaction, pack: HandBack, forks: Sequence[Forked]) -> None:
    for one in forks:
        if tx.session.get(Fork, (one.install, one.number)) is None:
            tx.session.add(
                Fork(
                    install=one.install,
                    number=one.number,
                    first_change=one.first,
                    other_change=one.other,
                    found_at=desk.now(),
                    pack=pack.envelope.pack,
                )
            )
            tx.session.flush()


def _note(desk: Desk, tx: Transaction, pack: HandBack, applied: Applied) -> None:
    envelope = pack.envelope
    tx.session.add(
        PackTaken(
            pack=envelope.pack,
            contact_id=envelope.sender,
            kind=PackKind.HAND_BACK.value,
            seq=envelope.seq,
            made_at=envelope.made,
            taken_at=desk.now(),
            taken_by=desk.sitter.professional,
            act=tx.stamp.act,
            accepted=applied.accepted,
            held=applied.held,
            is_late=applied.is_late,
        )
    )
    for made in tx.packs.made_for(envelope.sender):
        if made.kind != PackKind.HAND_BACK.value and made.seq <= envelope.seen:
            made.came_back_at = made.came_back_at or desk.now()
