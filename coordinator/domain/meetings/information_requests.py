"""Who may be asked about whom before a meeting, and where the asking stands.

A name leaves the list here, so the rule is narrow: only people on the agenda, only agencies with
an agreement that holds, and nobody an agency must not be told about. Who may not be named is left
out whole; nothing on a request says that somebody is missing.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from uuid import UUID

from coordinator.domain.directory.rules import AgreementState, agreement_state
from coordinator.domain.errors import GuardError, InvalidFieldsError
from coordinator.domain.lists.agencies import NEVER_NAMED_DATA, AgencyKind
from coordinator.domain.lists.sharing import Known
from coordinator.domain.meetings.rules import TO_COME
from coordinator.domain.need_to_know.bases import detail_allowed
from coordinator.domain.need_to_know.rule import Entry, Reader, may_see
from coordinator.domain.roles import Role
from coordinator.domain.states import AgencyStatus, BasisStatus, MeetingStatus, Sensitivity

LONGEST_NOTE = 1000
"""Characters of the line that comes with an answer; more belongs into the meeting."""

KNOWS = frozenset({Known.KNOWN, Known.WILL_SHARE, Known.CANNOT_SHARE})
"""The answers that say that an agency knows somebody."""

_HOLDS = frozenset({AgreementState.SIGNED, AgreementState.EXPIRING})


class NotAsked(StrEnum):
    """Why an agency cannot be asked about anybody; worked out, never stored."""

    CLOSED = "closed"
    NEVER_NAMED = "never_named"
    NO_AGREEMENT = "no_agreement"
    AGREEMENT_EXPIRED = "agreement_expired"


class LeftOut(StrEnum):
    """Why somebody is not on the request to an agency; worked out, never stored."""

    NOT_TOLD = "not_told"
    NO_BASIS = "no_basis"
    NO_NAME = "no_name"
    DIED = "died"


class RequestState(StrEnum):
    """Where the asking of one agency stands; worked out, never stored."""

    NOT_ASKED = "not_asked"
    WAITING = "waiting"
    LATE = "late"
    ANSWERED = "answered"


@dataclass(frozen=True, slots=True)
class AgencyFacts:
    """What decides whether names may go to an agency."""

    id: UUID
    kind: AgencyKind | None = None
    status: AgencyStatus = AgencyStatus.ACTIVE
    signed_on: date | None = None
    expires_on: date | None = None


@dataclass(frozen=True, slots=True)
class Subject:
    """Somebody on the agenda, as far as it decides whether they may be named.

    `not_told` are the agencies that must not be told about them, merged ones included.
    """

    person: UUID
    basis: BasisStatus | None = None
    not_told: frozenset[UUID] = frozenset()
    has_name: bool = True
    has_died: bool = False


@dataclass(frozen=True, slots=True)
class AgencyReply:
    """What one agency, by the name it had, answered about somebody; nothing: no reply yet."""

    agency: str
    answer: Known | None


@dataclass(frozen=True, slots=True)
class NewReply:
    """What an agency answered about one person; no answer takes back what was noted.

    `seen` is the revision it was noted over. `sensitivity` is how far it may travel, where that is
    less far than what stood there.
    """

    reply: UUID
    seen: int
    answer: Known | None
    note: str = field(default="", repr=False)
    came_on: date | None = None
    sensitivity: Sensitivity = Sensitivity.STANDARD


def why_not_asked(agency: AgencyFacts, today: date) -> NotAsked | None:
    """Say why no name at all may go to an agency; nothing when names may."""
    if agency.status is not AgencyStatus.ACTIVE:
        return NotAsked.CLOSED
    if agency.kind in NEVER_NAMED_DATA:
        return NotAsked.NEVER_NAMED
    state = agreement_state(agency.signed_on, agency.expires_on, today)
    if state in _HOLDS:
        return None
    return NotAsked.AGREEMENT_EXPIRED if state is AgreementState.EXPIRED else NotAsked.NO_AGREEMENT


def why_left_out(agency: AgencyFacts, subject: Subject) -> LeftOut | None:
    """Say why somebody is not named to an agency that may be asked; nothing when they are.

    The rule of need to know is asked as if the person were shared with the agency: that is what
    the request would do.
    """
    reader = Reader(Role.REPRESENTATIVE, agency.id, shared_people=frozenset({subject.person}))
    if not may_see(reader, Entry(subject.person, not_told=subject.not_told)):
        return LeftOut.NOT_TOLD
    if subject.has_died:
        return LeftOut.DIED
    if not detail_allowed(subject.basis):
        return LeftOut.NO_BASIS
    return None if subject.has_name else LeftOut.NO_NAME


def permitted(agency: AgencyFacts, subjects: Iterable[Subject], today: date) -> tuple[UUID, ...]:
    """Give the people whose names may go to an agency, in the order given."""
    if why_not_asked(agency, today) is not None:
        return ()
    return tuple(one.person for one in subjects if why_left_out(agency, one) is None)


def check_asking(status: MeetingStatus) -> None:
    """Refuse to ask for a meeting that has begun or will not be.

    Raises:
        GuardError: `too-late-to-ask`.
    """
    if status not in TO_COME:
        raise GuardError("too-late-to-ask")


def check_answer_by(answer_by: date, today: date, meeting_on: date) -> None:
    """Refuse a day to answer by that is over, or that lies after the meeting.

    Raises:
        InvalidFieldsError: `answer_by` is `in-the-past` or `after-meeting`.
    """
    if answer_by < today:
        raise InvalidFieldsError({"answer_by": "in-the-past"})
    if answer_by > meeting_on:
        raise InvalidFieldsError({"answer_by": "after-meeting"})


def check_reply(reply: NewReply, asked_on: date, today: date) -> None:
    """Refuse an answer that came before it was asked for, or that has not come.

    Raises:
        InvalidFieldsError: `came_on` is `before-start` or `in-the-future`; `note` is `too-long`.
    """
    wrong: dict[str, str] = {}
    if reply.came_on is not None and reply.came_on > today:
        wrong["came_on"] = "in-the-future"
    elif reply.came_on is not None and reply.came_on < asked_on:
        wrong["came_on"] = "before-start"
    if len(reply.note) > LONGEST_NOTE:
        wrong["note"] = "too-long"
    if wrong:
        raise InvalidFieldsError(wrong)


def state_of(answer_by: date | None, missing: int, today: date) -> RequestState:
    """Work out where the asking of an agency stands; a reply may come on its last day.

    Args:
        answer_by: The last day on which replies are in time; nothing when it was not asked.
        missing: How many people it has not answered about.
        today: The desk's day.
    """
    if answer_by is None:
        return RequestState.NOT_ASKED
    if not missing:
        return RequestState.ANSWERED
    return RequestState.LATE if answer_by < today else RequestState.WAITING
