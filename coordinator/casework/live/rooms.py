"""What the room and the opening of a meeting ask beside the meeting itself."""

from uuid import UUID

from coordinator.casework.desk import Desk
from coordinator.casework.directory.covers import officers_on
from coordinator.casework.meetings.agenda_reads import names_of
from coordinator.casework.need_to_know.sight import sight_of
from coordinator.db.models import Action, Agency, Meeting, Professional
from coordinator.db.transaction import Reading
from coordinator.domain.meetings.rooms import OpeningFacts, RoomFacts
from coordinator.domain.meetings.rules import HERE


def read_room_facts(desk: Desk, meeting_id: UUID) -> RoomFacts:
    """Say who took something on today and does not sit there to hear of it.

    Raises:
        MissingRecordError: No such meeting.
    """
    with desk.read() as look:
        meeting = look.get(Meeting, meeting_id)
        agreed = look.actions.of_meeting(meeting.id)
        sight = sight_of(desk, look, [one.person_id for one in agreed])
        seen = [one for one in agreed if sight.sees(one.person_id, one.sensitivity)]
        return RoomFacts(desk.today(), _to_tell(look, meeting, seen))


def _to_tell(look: Reading, meeting: Meeting, agreed: list[Action]) -> tuple[str, ...]:
    rows = look.meetings.attendance(meeting.id)
    came = [row for row in rows if row.result in HERE and row.left_at is None]
    there = {row.professional_id for row in came} | {row.agency_id for row in came if row.name}
    owners = {one.owner_id for one in agreed if one.owner_id}
    alone = {one.owner_agency_id for one in agreed if not one.owner_id and one.owner_agency_id}
    posts = look.get_many(Professional, sorted(owners - there))
    agencies = look.get_many(Agency, sorted(alone - there))
    names = [one.name for one in posts.values()] + [one.name for one in agencies.values()]
    return tuple(sorted(names))


def is_of_today(desk: Desk, meeting_id: UUID) -> bool:
    """Say whether a meeting is of this day.

    Raises:
        MissingRecordError: No such meeting.
    """
    with desk.read() as look:
        return look.get(Meeting, meeting_id).on == desk.today()


def read_opening(desk: Desk, meeting_id: UUID) -> OpeningFacts:
    """Say who runs a meeting.

    Raises:
        MissingRecordError: No such meeting.
    """
    with desk.read() as look:
        meeting = look.get(Meeting, meeting_id)
        usual = officers_on(look, look.meetings.panel(), meeting.on)
        chair, minute_taker = meeting.chair_id or usual[0], meeting.minute_taker_id or usual[1]
        names = names_of(look, [chair, minute_taker], meeting.id)
        return OpeningFacts(
            today=desk.today(),
            revision=meeting.revision,
            chair_id=chair,
            chair=names.get(chair, ""),
            minute_taker_id=minute_taker,
            minute_taker=names.get(minute_taker, ""),
        )
