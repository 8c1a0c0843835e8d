"""What may be done with an escalation as it stands, and by whom; no Qt."""

from collections.abc import Iterator
from enum import Enum

from coordinator.domain.escalations.views import EscalationRow, EscalationStory
from coordinator.domain.roles import Right, Role, may
from coordinator.domain.states import EscalationStatus


class Deed(Enum):
    """One thing that can be done with an escalation."""

    CHANGE = "change"
    CASE = "case"
    SEND = "send"
    ACKNOWLEDGE = "acknowledge"
    ANSWER = "answer"
    CHASE = "chase"
    NO_REPLY = "no_reply"
    NEXT_LEVEL = "next_level"
    CLOSE = "close"
    REOPEN = "reopen"
    WITHDRAW = "withdraw"
    NOTE = "note"
    TEXT = "text"
    BRIEFING = "briefing"
    SHOW_NAMES = "show_names"
    HIDE_NAMES = "hide_names"
    PERSON = "person"


_S = EscalationStatus
_RIGHTS = {
    Deed.CHANGE: Right.UPDATE_ACTIONS,
    Deed.CASE: Right.UPDATE_ACTIONS,
    Deed.TEXT: Right.EXPORT_PANEL,
    Deed.BRIEFING: Right.EXPORT_PANEL,
    Deed.SHOW_NAMES: Right.DECIDE,
    Deed.HIDE_NAMES: Right.DECIDE,
    Deed.PERSON: Right.SEE_PEOPLE,
}
_OF_STATUS = {
    _S.DRAFT: (Deed.SEND, Deed.CHANGE, Deed.CASE),
    _S.SENT: (Deed.ANSWER, Deed.CHASE, Deed.ACKNOWLEDGE),
    _S.ACKNOWLEDGED: (Deed.ANSWER, Deed.CHASE),
    _S.ANSWERED: (Deed.CLOSE, Deed.REOPEN),
    _S.CLOSED: (Deed.REOPEN,),
}
_NOT_ANSWERED = frozenset({_S.DRAFT, _S.SENT, _S.ACKNOWLEDGED})


def deeds_of(story: EscalationStory, role: Role) -> tuple[Deed, ...]:
    """Tell what may be done now, what is likeliest first."""
    found = dict.fromkeys(_deeds(story))
    return tuple(deed for deed in found if may(role, _RIGHTS.get(deed, Right.RUN_MEETINGS)))


def is_ready(row: EscalationRow) -> bool:
    """Whether it says whom it asks, and for what."""
    return bool(row.receiver.strip() and row.ask.strip() and not row.receiver_left)


def _may_be_told(row: EscalationRow) -> bool:
    """Whether there can be a paper of it: a draft says first whom it asks, what, and by when."""
    if row.status is not _S.DRAFT:
        return True
    return bool(row.receiver.strip() and row.ask.strip() and row.respond_by)


def _deeds(story: EscalationStory) -> Iterator[Deed]:
    row = story.row
    if row.status is _S.DRAFT and not is_ready(row):
        yield Deed.CHANGE
    if row.next_level is not None:
        yield Deed.NEXT_LEVEL  # overdue: this is what is proposed
    yield from _OF_STATUS[row.status]
    if row.is_overdue:
        yield Deed.NO_REPLY
    if story.possible_level is not None and row.status not in {_S.DRAFT, _S.CLOSED}:
        yield Deed.NEXT_LEVEL
    yield from (Deed.BRIEFING, Deed.TEXT) if _may_be_told(row) else ()
    yield Deed.NOTE
    if row.person_id is not None:
        yield Deed.HIDE_NAMES if row.names_shown else Deed.SHOW_NAMES
        yield Deed.PERSON
    if row.status in _NOT_ANSWERED:
        yield Deed.WITHDRAW
