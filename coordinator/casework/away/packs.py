"""What was sent and what was taken, and what is kept aside of it."""

from dataclasses import dataclass, field
from datetime import date, datetime
from uuid import UUID

from coordinator.casework.away.keeping_contacts import check_keeps
from coordinator.casework.desk import Desk
from coordinator.casework.need_to_know.sight import sight_of
from coordinator.db.models import Professional
from coordinator.db.transaction import Reading
from coordinator.domain.exchange.manifests import PackKind
from coordinator.domain.roles import Right


@dataclass(frozen=True, slots=True)
class PackRow:
    """One pack that left or came.

    Attributes:
        people: Whom it held, where it left from a panel, as far as the reader may know of them.
        due: By when the work was wanted back; `came_back` when it first did.
    """

    pack: str
    kind: PackKind
    contact: str
    seq: int
    at: datetime
    was_taken: bool
    changes: int
    held: int = 0
    is_late: bool = False
    people: tuple[UUID, ...] = field(default=())
    due: date | None = None
    came_back: datetime | None = None


def find_packs(desk: Desk) -> tuple[PackRow, ...]:
    """List every pack made and taken here, the newest first.

    Raises:
        NotPermittedError: Nobody looks at the packs of a panel but the coordinator and the chair.
    """
    with desk.read(Right.OWN_CARD) as look:
        check_keeps(desk, look, Right.CHECK_WORDS)
        about = {UUID(hex=who) for one in look.packs.all_made() for who in one.people}
        seen = sight_of(desk, look, about).people
        names = {one.id: one.name for one in look.cards.contacts()} | _without_card(look)
        made = [
            PackRow(
                pack=one.pack,
                kind=PackKind(one.kind),
                contact=names.get(one.contact_id, ""),
                seq=one.seq,
                at=one.made_at,
                was_taken=False,
                changes=one.changes,
                people=tuple(who for who in map(UUID, one.people) if who in seen),
                due=one.due_back,
                came_back=one.came_back_at,
            )
            for one in look.packs.all_made()
        ]
        taken = [
            PackRow(
                pack=one.pack,
                kind=PackKind(one.kind),
                contact=names.get(one.contact_id, ""),
                seq=one.seq,
                at=one.taken_at,
                was_taken=True,
                changes=one.accepted,
                held=one.held,
                is_late=one.is_late,
            )
            for one in look.packs.all_taken()
        ]
    return tuple(sorted([*made, *taken], key=lambda row: row.at, reverse=True))


def _without_card(look: Reading) -> dict[str, str]:
    """Name who was given a sheet: they have no card, and stand in the directory."""
    sheets = {one.contact_id for one in look.packs.all_made() if one.kind == PackKind.UPDATE_SHEET}
    posts = look.get_many(Professional, sorted(UUID(hex=one) for one in sheets))
    return {one.id.hex: one.name for one in posts.values()}
