"""What agencies answered about people before a meeting, for its agenda and papers."""

from collections.abc import Iterable, Mapping
from uuid import UUID

from coordinator.db.transaction import Reading
from coordinator.domain.meetings.information_requests import AgencyReply


def replies_about(
    look: Reading, meeting: UUID, people: Iterable[UUID]
) -> Mapping[UUID, tuple[AgencyReply, ...]]:
    """Give what agencies answered about people the reader may see, by the agency's name."""
    wanted = frozenset(people)
    names = {one.id: one.agency for one in look.meetings.requests.of_meeting(meeting)}
    found: dict[UUID, list[AgencyReply]] = {}
    for reply in look.meetings.requests.replies(meeting, wanted) if names else ():
        if reply.request_id in names:
            told = AgencyReply(names[reply.request_id], reply.answer)
            found.setdefault(reply.person_id, []).append(told)
    return {person: tuple(sorted(told, key=_by_name)) for person, told in found.items()}


def _by_name(reply: AgencyReply) -> str:
    return reply.agency.casefold()
