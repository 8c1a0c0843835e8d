"""Requests for information as read: who may be asked about whom, what came back, what is missing.

The grid says who is left out and why: it is for whoever runs the meetings. What an agency gets is
made of `AgencyAsked.to_ask` alone.
"""

from collections.abc import Collection, Mapping, Sequence
from datetime import date
from uuid import UUID

from coordinator.casework.desk import Desk
from coordinator.casework.meetings.agenda_reads import ordered_items, row_of
from coordinator.casework.need_to_know.sharing import basis_statuses
from coordinator.casework.need_to_know.sight import sight_of
from coordinator.casework.panel.lines import days
from coordinator.db.models import (
    Agency,
    AgendaItem,
    InformationReply,
    InformationRequest,
    Meeting,
    Person,
    Professional,
)
from coordinator.db.transaction import Reading
from coordinator.domain.lists.panel import TimeKey
from coordinator.domain.meetings import information_requests as rules
from coordinator.domain.meetings.information_requests import AgencyFacts, RequestState, Subject
from coordinator.domain.meetings.information_views import (
    AgencyAsked,
    AskedPerson,
    Cell,
    MissingReplies,
    ReplyRow,
    RequestGrid,
    RequestRow,
)
from coordinator.domain.meetings.request_codes import RequestCode, request_code
from coordinator.domain.need_to_know.bases import detail_allowed
from coordinator.domain.people.rules import PersonName
from coordinator.domain.roles import Right
from coordinator.domain.states import AgencyStatus, ItemStatus
from coordinator.domain.texts import is_blank
from coordinator.reference.working_days import add_working_days


def read_information_requests(desk: Desk, meeting_id: UUID) -> RequestGrid:
    """Show, agency by agency, whom it may be asked about and what it answered.

    Raises:
        NotPermittedError: The role does not run the panel's meetings.
        MissingRecordError: No such meeting.
    """
    with desk.read(Right.RUN_MEETINGS) as look:
        meeting, today = look.get(Meeting, meeting_id), desk.today()
        listed = people_on_agenda(desk, look, meeting)
        return RequestGrid(
            meeting=row_of(meeting),
            today=today,
            answer_by=usual_answer_by(meeting.on, today, days(look)[TimeKey.PAPERS_OUT]),
            people=tuple(person for person, _subject in listed),
            agencies=_agencies(look, meeting, listed, today),
        )


def read_request_code(desk: Desk, meeting_id: UUID, agency_id: UUID) -> RequestCode:
    """Give the code that tells whose request one is, when it comes back."""
    with desk.read(Right.RUN_MEETINGS) as look:
        return request_code(look.info.panel_id, meeting_id, agency_id)


def read_missing_replies(desk: Desk, meeting_id: UUID) -> MissingReplies:
    """Tell how many agencies owe a reply for a meeting, about people still on its agenda.

    Raises:
        NotPermittedError: The role does not run the panel's meetings.
        MissingRecordError: No such meeting.
    """
    with desk.read(Right.RUN_MEETINGS) as look:
        return missing_replies(desk, look, look.get(Meeting, meeting_id))


def missing_replies(
    desk: Desk, look: Reading, meeting: Meeting, hidden: Collection[UUID] = ()
) -> MissingReplies:
    """Tell the same inside a look that is open already, such as that of the week.

    Args:
        desk: Who asks.
        look: Where to look.
        meeting: For which.
        hidden: People left out besides those the sitter may not see.
    """
    requests = look.meetings.requests.of_meeting(meeting.id)
    if not requests:
        return MissingReplies()
    items = _standing(look, meeting)
    listed = [item.person_id for item in items if item.person_id not in hidden]
    sight = sight_of(desk, look, listed)
    owing = {
        reply.request_id
        for reply in look.meetings.requests.replies(meeting.id, frozenset(filter(None, listed)))
        if reply.answer is None and sight.sees(reply.person_id)
    }
    waited = [one for one in requests if one.id in owing]
    return MissingReplies(
        asked=len(requests),
        agencies=tuple(one.agency for one in waited),
        late=tuple(one.agency for one in waited if _due(one, meeting) < desk.today()),
        answer_by=max((_due(one, meeting) for one in waited), default=None),
    )


def _due(request: InformationRequest, meeting: Meeting) -> date:
    """Give the day a request is late after: the meeting may have been moved to before it."""
    return min(request.answer_by, meeting.on)


def usual_answer_by(meeting_on: date, today: date, papers_days: int) -> date:
    """Suggest the last day to answer: the working day before the papers go out, or today."""
    return min(max(add_working_days(meeting_on, -papers_days - 1), today), max(meeting_on, today))


def people_on_agenda(
    desk: Desk, look: Reading, meeting: Meeting
) -> list[tuple[AskedPerson, Subject]]:
    """List everybody on the agenda the sitter may see, once, in its order, with what decides."""
    items = {item.person_id: item for item in reversed(_standing(look, meeting))}
    sight = sight_of(desk, look, items)
    shown = [key for key in reversed(items) if key is not None and sight.sees(key)]
    people = look.get_many(Person, shown)
    bases, not_told = basis_statuses(look, shown), look.readers.not_told(shown)
    return [
        (
            _asked_person(people[key], items[key], detail_allowed(bases.get(key))),
            Subject(
                person=key,
                basis=bases.get(key),
                not_told=not_told.get(key, frozenset()),
                has_name=_has_name(people[key]),
                has_died=people[key].died_on is not None,
            ),
        )
        for key in shown
        if key in people
    ]


def agency_facts(agency: Agency) -> AgencyFacts:
    """Give what decides whether names may go to an agency."""
    return AgencyFacts(
        agency.id,
        agency.agency_kind,
        agency.status,
        agency.agreement_signed_on,
        agency.agreement_expires_on,
    )


def _standing(look: Reading, meeting: Meeting) -> list[AgendaItem]:
    return [
        item
        for item in ordered_items(look, meeting)
        if item.person_id is not None and item.status is not ItemStatus.WITHDRAWN
    ]


def _has_name(person: Person) -> bool:
    return not (is_blank(person.given_name) and is_blank(person.family_name))


def _asked_person(person: Person, item: AgendaItem, show_detail: bool) -> AskedPerson:  # noqa: FBT001 - a fact among facts
    return AskedPerson(
        id=person.id,
        reference=person.reference,
        name=PersonName(person.given_name, person.family_name, person.preferred_name),
        born_on=person.born_on,
        kind=item.item_kind,
        show_detail=show_detail,
    )


def _agencies(
    look: Reading,
    meeting: Meeting,
    listed: Sequence[tuple[AskedPerson, Subject]],
    today: date,
) -> tuple[AgencyAsked, ...]:
    requests = {one.agency_id: one for one in look.meetings.requests.of_meeting(meeting.id)}
    replies = {
        (one.request_id, one.person_id): one for one in look.meetings.requests.replies(meeting.id)
    }
    seated = _seated(look)
    rows = []
    for agency in look.directory.agencies():
        request = requests.get(agency.id)
        if agency.status is AgencyStatus.ACTIVE or request is not None:
            cells = _cells(agency_facts(agency), request, replies, listed)
            due = _due(request, meeting) if request else None
            missing = sum(cell.is_missing for cell in cells)
            state = rules.state_of(due, missing, today)
            rows.append(_row(agency, request, cells, today, state, has_seat=agency.id in seated))
    order = {key: place for place, key in enumerate(seated)}
    return tuple(sorted(rows, key=lambda row: order.get(row.id, len(order))))


def _row(
    agency: Agency,
    request: InformationRequest | None,
    cells: tuple[Cell, ...],
    today: date,
    state: RequestState,
    *,
    has_seat: bool,
) -> AgencyAsked:
    return AgencyAsked(
        id=agency.id,
        name=agency.name,
        has_seat=has_seat,
        not_asked=rules.why_not_asked(agency_facts(agency), today),
        request=_request_row(request) if request else None,
        cells=cells,
        state=state,
        has_secure_email=agency.secure_email,
        short_name=agency.short_name or agency.name,
    )


def _cells(
    agency: AgencyFacts,
    request: InformationRequest | None,
    replies: Mapping[tuple[UUID, UUID], InformationReply],
    listed: Sequence[tuple[AskedPerson, Subject]],
) -> tuple[Cell, ...]:
    cells = []
    for person, subject in listed:
        reply = replies.get((request.id, person.id)) if request else None
        left_out = rules.why_left_out(agency, subject)
        cells.append(Cell(person, _reply_row(reply) if reply else None, left_out))
    return tuple(cells)


def _seated(look: Reading) -> tuple[UUID, ...]:
    """Give the agencies with a seat on the panel, in the order of the seats."""
    seats = look.meetings.seats()
    holders = look.get_many(Professional, [seat.holder_id for seat in seats if seat.holder_id])
    found = [
        seat.agency_id
        or (holders[seat.holder_id].agency_id if seat.holder_id in holders else None)
        for seat in seats
    ]
    return tuple(dict.fromkeys(one for one in found if one is not None))


def _request_row(request: InformationRequest) -> RequestRow:
    return RequestRow(
        request.id,
        request.revision,
        request.asked_on,
        request.again_on,
        request.answer_by,
        request.how,
    )


def _reply_row(reply: InformationReply) -> ReplyRow:
    return ReplyRow(
        reply.id,
        reply.revision,
        reply.asked_on,
        reply.answer,
        reply.note,
        reply.came_on,
        reply.sensitivity,
    )
