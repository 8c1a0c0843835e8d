"""Who may be in the room of a meeting, what all of them may read, and who must leave it."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from uuid import UUID
from zoneinfo import ZoneInfo

from coordinator.casework.desk import Desk
from coordinator.casework.people.around_reads import not_discussed_with
from coordinator.db.models import Agency, AgendaItem, Meeting, Professional
from coordinator.db.models import Presence as PresenceRecord
from coordinator.db.transaction import Reading
from coordinator.domain.lists.agencies import NEVER_NAMED_DATA
from coordinator.domain.meetings.wall import KeptFrom, Sitting, sits_there
from coordinator.domain.need_to_know.rule import Entry, Reader, in_the_room, may_see
from coordinator.domain.states import Sensitivity


@dataclass(frozen=True, slots=True)
class Sitters:
    """Who may be in the room, and the readers of what is shown there: all must be allowed it.

    Attributes:
        sitter: At the desk.
        names_shown: The chair lets names be read, and nobody sits there who is never told one.
    """

    sitter: Reader
    there: tuple[tuple[PresenceRecord, Sitting], ...]
    names_shown: bool

    @property
    def readers(self) -> tuple[Reader, ...]:
        """Everybody whose reading counts."""
        agencies = frozenset[UUID]().union(*(one.agencies for _row, one in self.there))
        workers = {one.worker for _row, one in self.there if one.worker is not None}
        return (
            in_the_room(None),
            *map(in_the_room, sorted(agencies)),
            *(in_the_room(None, worker) for worker in sorted(workers)),
            self.sitter,
        )

    def barred_from(self, look: Reading, item: AgendaItem) -> list[PresenceRecord]:
        """Give who must not hear of the item's person."""
        if item.person_id is None:
            return []
        kept_from = look.readers.not_told([item.person_id]).get(item.person_id, frozenset())
        agencies = look.get_many(Agency, sorted(kept_from))
        names = frozenset(one.name for one in agencies.values())
        not_with = not_discussed_with(look, self.sitter, item.person_id)
        kept = KeptFrom(frozenset(kept_from), names, not_with)
        return [row for row, sitting in self.there if kept.bars(sitting)]

    def hears_of(self, look: Reading, people: Collection[UUID]) -> frozenset[UUID]:
        """Give those of these people of whom everybody may hear."""
        kept_from = look.readers.not_told(people)
        readers = self.readers
        return frozenset(
            one
            for one in people
            if all(
                may_see(reader, Entry(one, not_told=kept_from.get(one, frozenset())))
                for reader in readers
            )
        )


def may_stand(sensitivity: Sensitivity) -> bool:
    """Whether an entry can stand where the whole room reads it, whomever it is about."""
    return may_see(in_the_room(None), Entry(None, sensitivity))


def sitters_of(
    desk: Desk,
    look: Reading,
    meeting: Meeting,
    *,
    gone: Collection[UUID] = frozenset(),
    names_shown: bool = False,
) -> Sitters:
    """Gather who may be in the room now.

    Args:
        desk: Who asks.
        look: Where to look.
        meeting: Whose room.
        gone: Who the chair says has left, by their line of the attendance.
        names_shown: Whether the chair lets names be read.
    """
    now = desk.now().astimezone(ZoneInfo(meeting.zone)).time()
    rows = [
        row
        for row in look.meetings.attendance(meeting.id)
        if row.id not in gone and sits_there(row.result, row.left_at, now)
    ]
    posts = look.get_many(
        Professional, [row.professional_id for row in rows if row.professional_id]
    )
    found = [(row, _sitting(row, posts.get(row.professional_id or row.id))) for row in rows]
    wanted = sorted(frozenset[UUID]().union(*(one.agencies for _row, one in found)))
    agencies = look.get_many(Agency, wanted)
    kinds = {one.agency_kind for one in agencies.values()}
    there = tuple((row, _called(one, agencies)) for row, one in found)
    return Sitters(desk.reader(look), there, names_shown and not kinds & NEVER_NAMED_DATA)


def _sitting(row: PresenceRecord, post: Professional | None) -> Sitting:
    speaks_for = {row.agency_id, post.agency_id if post else None}
    spoken_for = frozenset(one for one in speaks_for if one is not None)
    return Sitting(spoken_for, row.agency, row.professional_id, row.name)


def _called(one: Sitting, agencies: Mapping[UUID, Agency]) -> Sitting:
    known = [agencies[key] for key in sorted(one.agencies) if key in agencies]
    names = {name for each in known for name in (each.name, each.short_name)}
    return replace(one, called=tuple(sorted(filter(None, {*names, one.named}))))
