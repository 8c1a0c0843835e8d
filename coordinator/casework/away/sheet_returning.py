"""An update sheet that came back: looked at first, then taken over in one act.

What it says is sorted by what sorts a hand-back: with what its lead may have and write now.
"""

from uuid import UUID

from coordinator.casework.away.returning import keep_aside
from coordinator.casework.away.sheet_changes import Brought, changes_in
from coordinator.casework.away.sheet_making import next_sheet
from coordinator.casework.away.sorting import Sorted, sort_hand_back
from coordinator.casework.desk import Desk
from coordinator.casework.need_to_know.sharing import listed_names
from coordinator.db.models import PackTaken, Person, Professional
from coordinator.db.transaction import Reading, Transaction
from coordinator.domain.errors import GuardError
from coordinator.domain.exchange.manifests import PackKind
from coordinator.domain.exchange.parcels import Envelope
from coordinator.domain.exchange.reviews import (
    Applied,
    HandBackReview,
    count_disagreements,
    review_rows,
)
from coordinator.domain.exchange.sheet_says import SheetSays
from coordinator.domain.outcomes import Done
from coordinator.domain.roles import Right
from coordinator.wording.translation import _


def review_update_sheet(desk: Desk, says: SheetSays) -> HandBackReview:
    """Say what a sheet would change, field by field; nothing is written.

    Raises:
        NotPermittedError: Nobody takes work over but the coordinator and the chair.
        MissingRecordError: Whoever it was for is not in the directory any more.
        SheetCellsError: A row says what cannot be.
    """
    with desk.read(Right.SETTLE) as look:
        brought, found = _sorted(desk, look, says, desk.new_id())
        rows = review_rows(found.standing, found.accepted)
        people = look.get_many(Person, [one.place.scope for one in rows])
        return HandBackReview(
            envelope=_envelope(says),
            sender=look.get(Professional, says.mark.professional).name,
            professional=says.mark.professional,
            rows=rows,
            names=listed_names(look, people.values()),
            accepted=len(found.accepted),
            held=found.held,
            known=brought.known + found.known,
            is_late=_is_late(look, says),
            is_store_older=says.mark.seq >= next_sheet(look, says.mark.professional),
            forks=0,
            unread=says.unread,
            left=brought.left,
        )


def apply_update_sheet(desk: Desk, says: SheetSays, *, go_on: bool = False) -> Done[Applied]:
    """Take over what a sheet says, in the name of whoever filled it in; a backup comes before.

    Args:
        desk: Where and by whom.
        says: As it was read.
        go_on: Our store was brought back from an older backup, and somebody knows it.

    Raises:
        GuardError: `store-older`: this store does not know of the sheet, it came from a backup;
            `sheet-empty`: nothing of it is new, and it came back before.
        NotPermittedError, MissingRecordError, SheetCellsError: As for the review.
    """
    with desk.act(Right.SETTLE) as tx:
        if says.mark.seq >= next_sheet(tx, says.mark.professional) and not go_on:
            raise GuardError("store-older")
        brought, found = _sorted(desk, tx, says, tx.stamp.act)
        if not (found.accepted or found.held) and _name(tx, says) != says.mark.pack:
            raise GuardError("sheet-empty")
        is_late = _is_late(tx, says)
        merged = tx.bring_in(found.accepted)
        keep_aside(desk, tx, says.mark.pack, says.mark.professional, found.held)
        applied = Applied(
            accepted=len(merged.new),
            held=len(found.held),
            known=brought.known + found.known,
            disagreements=count_disagreements(found.standing, found.accepted),
            is_late=is_late,
            left=brought.left,
        )
        _note(desk, tx, says, applied)
        by = tx.get_many(Professional, [desk.sitter.professional])
        name = by[desk.sitter.professional].name if by else ""
        told = _("By sheet, brought in by {name}", name=name) if name else ""
        tx.journal("workpack.sheet_applied", record=says.mark.professional, reason=told)
    return Done(applied, tx.changes)


def _sorted(desk: Desk, look: Reading, says: SheetSays, act: UUID) -> tuple[Brought, Sorted]:
    brought = changes_in(desk, look, says, act)
    lead = says.mark.professional
    was_erased = desk.store.was_erased
    return brought, sort_hand_back(look, lead.hex, lead, brought.changes, was_erased)


def _envelope(says: SheetSays) -> Envelope:
    mark = says.mark
    return Envelope(mark.professional.hex, mark.pack, mark.panel, mark.seq, 0, mark.made)


def _is_late(look: Reading, says: SheetSays) -> bool:
    """Whether a newer sheet of theirs was taken before."""
    lead = says.mark.professional.hex
    taken = (one for one in look.packs.all_taken() if one.contact_id == lead)
    return any(one.seq > says.mark.seq for one in taken)


def _name(look: Reading, says: SheetSays) -> str:
    """Give what this coming back is called: the same sheet may come back several times."""
    pack, again = says.mark.pack, 1
    while look.packs.taken(pack if again == 1 else f"{pack}-{again}") is not None:
        again += 1
    return pack if again == 1 else f"{pack}-{again}"


def _note(desk: Desk, tx: Transaction, says: SheetSays, applied: Applied) -> None:
    mark = says.mark
    tx.session.add(
        PackTaken(
            pack=_name(tx, says),
            contact_id=mark.professional.hex,
            kind=PackKind.UPDATE_SHEET.value,
            seq=mark.seq,
            made_at=mark.made,
            taken_at=desk.now(),
            taken_by=desk.sitter.professional,
            act=tx.stamp.act,
            accepted=applied.accepted,
            held=applied.held,
            is_late=applied.is_late,
        )
    )
    for made in tx.packs.made_for(mark.professional.hex):
        if made.pack == mark.pack:
            made.came_back_at = made.came_back_at or desk.now()
