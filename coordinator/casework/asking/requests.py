"""Asking agencies for information before a meeting, and noting what they answer."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from coordinator.casework.asking.reading import agency_facts, people_on_agenda
from coordinator.casework.desk import Desk
from coordinator.casework.disclosing.disclosed_people import name_people
from coordinator.casework.disclosing.leaving import leaving_prompts
from coordinator.casework.disclosing.sendings import own_words, prompts_for_nobody
from coordinator.casework.edits import put
from coordinator.casework.need_to_know.sharing import living_person
from coordinator.db.models import (
    Agency,
    Disclosure,
    InformationReply,
    InformationRequest,
    Meeting,
)
from coordinator.db.transaction import Transaction
from coordinator.domain.errors import GuardError, InvalidFieldsError, ReasonNeededError
from coordinator.domain.lists.agencies import Marking
from coordinator.domain.lists.sharing import Channel
from coordinator.domain.meetings import information_requests as rules
from coordinator.domain.meetings.information_requests import NewReply, Subject
from coordinator.domain.need_to_know.rule import strictest
from coordinator.domain.outcomes import Done
from coordinator.domain.roles import Right, check
from coordinator.domain.texts import is_blank

PAPER = "information_request"
"""What the disclosure calls a request; a permanent name."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What goes to one agency: whom it names, and the file, where there is one."""

    agency: UUID
    people: tuple[UUID, ...]
    content: bytes = field(default=b"", repr=False)


def ask_agencies(
    desk: Desk,
    meeting_id: UUID,
    asked: Sequence[Asked],
    *,
    answer_by: date,
    how: Channel,
    reason: str = "",
) -> Done[tuple[UUID, ...]]:
    """Note that agencies are asked, for the first time or again, and what each is told.

    What goes out is recorded as a disclosure to that agency about everybody it names. An agency
    asked before keeps its answers; only its day to answer moves. Gives the disclosures, in the
    order of those asked about anybody.

    Args:
        desk: Who asks.
        meeting_id: For which meeting.
        asked: Agency by agency, as the requests were drafted.
        answer_by: The last day on which replies are in time.
        how: How the requests go out.
        reason: Why they go although it is the chair who sends them, or something is not as usual
            at one of the agencies.

    Raises:
        ReasonNeededError: `chair-exports`; see `domain.disclosing.sendings.prompts_of`. What any
            of the agencies wants is asked at once.
        InvalidFieldsError: No agency, or a day that cannot be.
        GuardError: `too-late-to-ask`; `request-changed`: somebody on a drafted request may no
            longer be named to that agency.
        MissingRecordError: No such meeting or agency.
    """
    check(desk.sitter.role, Right.EXPORT_PANEL)
    if not any(one.people for one in asked):
        raise InvalidFieldsError({"agencies": "required"})
    with desk.act(Right.RUN_MEETINGS) as tx:
        meeting = tx.get(Meeting, meeting_id)
        rules.check_asking(meeting.status)
        rules.check_answer_by(answer_by, desk.today(), meeting.on)
        subjects = [subject for _person, subject in people_on_agenda(desk, tx, meeting)]
        for one in asked:
            _check_permitted(desk, tx, one, subjects)
        standing = {row.agency_id: row for row in tx.meetings.requests.of_meeting(meeting_id)}
        known = {
            (row.request_id, row.person_id) for row in tx.meetings.requests.replies(meeting_id)
        }
        why = _reasons(desk, tx, asked, reason)
        sending = _Sending(desk, tx, meeting, answer_by, how, why, frozenset(known))
        made = tuple(sending.ask(one, standing.get(one.agency)) for one in asked if one.people)
        tx.journal("information.asked", record=meeting.id)
    return Done(made, tx.changes)


def note_replies(desk: Desk, noted: Sequence[NewReply]) -> Done[int]:
    """Note what agencies answered, one reply or a whole sheet; gives how many.

    What was noted before stays in the history. An answer may come late, also after the meeting.

    Raises:
        InvalidFieldsError: Nothing, a day that cannot be, or a line that is too long.
        StaleRecordError: Somebody else noted another answer meanwhile.
        MissingRecordError, WithheldError: No such reply, or the person is not theirs to see.
    """
    if not noted:
        raise InvalidFieldsError({"answer": "required"})
    with desk.act(Right.RUN_MEETINGS) as tx:
        replies = [(one, tx.get(InformationReply, one.reply)) for one in noted]
        for new, reply in replies:
            living_person(desk, tx, reply.person_id)
            rules.check_reply(new, reply.asked_on, desk.today())
        for new, reply in replies:
            put(tx, reply, seen=new.seen, fields=_fields(desk, new))
            reply.sensitivity = strictest(reply.sensitivity, new.sensitivity)
        people = {reply.person_id for _new, reply in replies}
        tx.journal(
            "information.answered",
            record=replies[0][1].id if len(replies) == 1 else None,
            scope=people.pop() if len(people) == 1 else None,
        )
    return Done(len(replies), tx.changes)


def _fields(desk: Desk, new: NewReply) -> Mapping[str, object]:
    if new.answer is None:
        return {"answer": None, "note": "", "came_on": None, "noted_by_id": None}
    return {
        "answer": new.answer,
        "note": " ".join(new.note.split()),
        "came_on": new.came_on or desk.today(),
        "noted_by_id": desk.sitter.professional,
    }


def _check_permitted(
    desk: Desk, tx: Transaction, asked: Asked, subjects: Sequence[Subject]
) -> None:
    """Refuse a draft that names somebody this agency may not be told about now."""
    facts = agency_facts(tx.get(Agency, asked.agency))
    allowed = rules.permitted(facts, subjects, desk.today())
    barred = set(asked.people) - set(allowed)
    if barred:
        raise GuardError("request-changed", len(barred))


def _reasons(
    desk: Desk, tx: Transaction, asked: Sequence[Asked], reason: str
) -> Mapping[UUID, str]:
    """Ask why all this goes; give the reason for each agency where one was wanted."""
    leaves = leaving_prompts(desk)
    wanted = {
        one.agency: (*leaves, *prompts_for_nobody(desk, tx, one.people, one.agency))
        for one in asked
        if one.people
    }
    prompts = dict.fromkeys(str(one) for found in wanted.values() for one in found)
    if prompts and is_blank(reason):
        raise ReasonNeededError(tuple(prompts))
    return {agency: reason.strip() if found else "" for agency, found in wanted.items()}


@dataclass(frozen=True, slots=True)
class _Sending:
    """One sending of requests for one meeting; `known` are the replies waited for already.

    `why` says for each agency why it goes all the same.
    """

    desk: Desk
    tx: Transaction
    meeting: Meeting
    answer_by: date
    how: Channel
    why: Mapping[UUID, str]
    known: frozenset[tuple[UUID, UUID]]

    def ask(self, asked: Asked, standing: InformationRequest | None) -> UUID:
        """Note one agency's request, its people, and each name that goes out, as is given."""
        agency = self.tx.get(Agency, asked.agency)
        request = standing or self._first(agency)
        if standing is not None:
            standing.again_on, standing.answer_by = self.desk.today(), self.answer_by
            standing.how, standing.asked_by_id = self.how, self.desk.sitter.professional
        for person in asked.people:
            if (request.id, person) not in self.known:
                self.tx.add(self._reply(request, person))
        return self._disclose(agency, asked)

    def _first(self, agency: Agency) -> InformationRequest:
        made = InformationRequest(
            id=self.desk.new_id(),
            meeting_id=self.meeting.id,
            agency_id=agency.id,
            agency=agency.name,
            asked_on=self.desk.today(),
            answer_by=self.answer_by,
            how=self.how,
            asked_by_id=self.desk.sitter.professional,
        )
        self.tx.add(made)
        self.tx.session.flush()  # its replies name it
        return made

    def _reply(self, request: InformationRequest, person: UUID) -> InformationReply:
        return InformationReply(
            id=self.desk.new_id(),
            request_id=request.id,
            meeting_id=self.meeting.id,
            agency_id=request.agency_id,
            person_id=person,
            asked_on=self.desk.today(),
        )

    def _disclose(self, agency: Agency, asked: Asked) -> UUID:
        panel = self.tx.meetings.panel()
        marking = panel.marking if panel else Marking.OFFICIAL_SENSITIVE
        sha256 = hashlib.sha256(asked.content).hexdigest() if asked.content else ""
        row = self.tx.add(
            Disclosure(
                id=self.desk.new_id(),
                number=self.tx.disclosures.next_of_year(self.desk.today().year),
                paper=PAPER,
                subject=self.meeting.reference,
                meeting_id=self.meeting.id,
                agency_id=agency.id,
                recipient=agency.name,
                channel=self.how,
                proportionality=own_words(self.tx),
                reason=self.why[agency.id],
                marking=marking,
                pages=1 if asked.content else 0,
                sha256=sha256,
                made_at=self.desk.now(),
                made_by_id=self.desk.sitter.professional,
            )
        )
        self.tx.session.flush()
        name_people(self.desk, self.tx, row, asked.people)
        return row.id
