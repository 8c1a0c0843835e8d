"""What a spoken line is read against: who can be meant in this room about this item. No Qt."""

from collections.abc import Mapping
from uuid import UUID

from coordinator.domain.directory.rules import ProfessionalRow
from coordinator.domain.meetings.live_views import LiveAround, LiveItem, LiveMeeting
from coordinator.domain.meetings.rules import HERE
from coordinator.domain.spoken.around import Around
from coordinator.domain.spoken.kinds import ways_of
from coordinator.domain.spoken.values import Calendar, Part, PossibleOwner


def around_of(meeting: LiveMeeting, around: LiveAround, item: LiveItem | None) -> Around:
    """Gather who can own an action or speak about this item, and the panel's calendar."""
    here = {row.professional_id for row in meeting.attendance if row.result in HERE}
    seated = {seat.holder_id for seat in around.seats}
    kinds = {agency.id: agency for agency in around.agencies}
    kept, held = _kept_from(item), _parts(meeting, item)

    def possible(one: ProfessionalRow) -> PossibleOwner:
        agency = kinds.get(one.agency_id)
        return PossibleOwner(
            id=one.id,
            name=one.name,
            agency_id=one.agency_id,
            agency=one.agency,
            short_name=agency.short_name if agency else "",
            job=one.job,
            called=ways_of(agency.agency_kind if agency else None),
            is_here=one.id in here,
            is_seat_holder=one.id in seated,
            is_contact_point=one.is_contact_point,
            left_on=one.left_on,
            must_not_hear=one.agency_id in kept,
            alone_not_told=one.id in kept,
            parts=frozenset(part for part, holder in held.items() if holder == one.id),
        )

    calendar = Calendar(around.today, around.closed_days, around.next_meeting_on)
    return Around(tuple(possible(one) for one in around.professionals), calendar)


def _parts(meeting: LiveMeeting, item: LiveItem | None) -> Mapping[Part, UUID | None]:
    person = item.record.entry.person if item is not None else None
    return {
        Part.SITTER: meeting.sitter,
        Part.CHAIR: meeting.header.chair_id,
        Part.LEAD: person.lead_id if person is not None else None,
    }


def kind_of_line(item: LiveItem) -> tuple[UUID | None, UUID | None]:
    """Give whom a new action is about, and in which case; neither for one of the panel."""
    person = item.record.entry.person
    return (person.id, item.case_id) if person is not None else (None, None)


def _kept_from(item: LiveItem | None) -> frozenset[UUID]:
    person = item.record.entry.person if item is not None else None
    return person.not_told if person is not None else frozenset()
