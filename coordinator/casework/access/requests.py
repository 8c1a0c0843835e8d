"""Recording that somebody asks to see what is held, what an officer decides, and how it ends."""

from datetime import date, timedelta
from uuid import UUID

from coordinator.casework.access.reading import judged_entries
from coordinator.casework.desk import Desk
from coordinator.casework.need_to_know.sharing import living_person, shown_person
from coordinator.db.models import AccessDecision, AccessRequest, RetentionHold
from coordinator.db.transaction import Transaction
from coordinator.domain.access import rules
from coordinator.domain.access.entries import Decided, check_decided
from coordinator.domain.access.rules import Extension, NewAccessRequest
from coordinator.domain.errors import GuardError, MissingRecordError
from coordinator.domain.lists.sharing import AccessChoice, HoldKind
from coordinator.domain.outcomes import Done, RecordKind
from coordinator.domain.reasons import need_reason
from coordinator.domain.roles import Right
from coordinator.domain.states import AccessStatus, Sensitivity
from coordinator.reference.working_days import next_working_day

_RIGHT = Right.SEE_RESTRICTED
"""Whoever answers for the panel what is held sees all of it: the coordinator and the chair."""


def begin_access_request(desk: Desk, person_id: UUID, new: NewAccessRequest) -> Done[UUID]:
    """Record that somebody asks to see what is held; nothing of theirs is erased meanwhile.

    Raises:
        InvalidFieldsError: `received_on` is in the future, or nobody asked.
        GuardError: `access-open`: a request of theirs is not answered yet; `person-died`.
        MissingRecordError, WithheldError: No such person, or not theirs to see.
    """
    rules.check_new(new, desk.today())
    with desk.act(_RIGHT) as tx:
        living_person(desk, tx, person_id, Sensitivity.PRIVILEGED)
        if tx.access.find(person_id, open_only=True):
            raise GuardError("access-open")
        row = tx.add(
            AccessRequest(
                id=desk.new_id(),
                person_id=person_id,
                received_on=new.received_on,
                due_on=rules.due_on(new.received_on, next_working_day),
                asked_by=new.asked_by.strip(),
                officer=new.officer.strip(),
            )
        )
        tx.add(
            RetentionHold(
                id=desk.new_id(),
                person_id=person_id,
                hold=HoldKind.ACCESS_REQUEST,
                from_on=new.received_on,
            )
        )
        tx.journal("access.begun", record=row.id, scope=person_id)
    return Done(row.id, tx.changes)


def note_identity(
    desk: Desk, request_id: UUID, *, on: date, how: str, was_asked_for: bool = False
) -> Done[None]:
    """Note that it was checked who asks.

    Args:
        desk: Where and by whom.
        request_id: Which request.
        on: When.
        how: By what: a passport that was shown, a worker who knows them.
        was_asked_for: The proof had to be asked for: the month runs from the day it came.

    Raises:
        InvalidFieldsError: The day is ahead or before the request; `how` says nothing.
        GuardError: `access-closed`.
        MissingRecordError, WithheldError: No such request, or not theirs to see.
    """
    with desk.act(_RIGHT) as tx:
        row = _open(desk, tx, request_id)
        rules.check_identity(row.received_on, on, how, desk.today())
        if was_asked_for:
            _runs_from(row, on)
        row.identity_checked_on, row.identity_checked_how = on, how.strip()
        tx.journal("access.identity_checked", record=row.id, scope=row.person_id)
    return Done(None, tx.changes)


def _runs_from(row: AccessRequest, on: date) -> None:
    """Move all that is owed as far as the month moves that runs from the day proof came."""
    still = timedelta(0)
    if row.clarify_asked_on is not None and row.clarify_came_on is not None:
        still = row.clarify_came_on - row.clarify_asked_on
    now = next_working_day(rules.due_on(on, next_working_day) + still)
    later = max(timedelta(0), now - row.due_on)
    row.due_on += later
    if row.extended_to is not None:
        row.extended_to = next_working_day(row.extended_to + later)


def ask_what_they_want(desk: Desk, request_id: UUID, *, on: date) -> Done[None]:
    """Note that the person was asked what they want to see: the clock stands still from that day.

    Raises:
        InvalidFieldsError: The day is ahead, before the request, or after the answer was owed.
        GuardError: `access-closed`.
        MissingRecordError, WithheldError: No such request, or not theirs to see.
    """
    with desk.act(_RIGHT) as tx:
        row = _open(desk, tx, request_id)
        rules.check_asked_back(row.received_on, on, row.extended_to or row.due_on, desk.today())
        row.clarify_asked_on, row.clarify_came_on = on, None
        tx.journal("access.asked_back", record=row.id, scope=row.person_id)
    return Done(None, tx.changes)


def note_clarified(desk: Desk, request_id: UUID, *, asked_on: date, came_on: date) -> Done[date]:
    """Note that the person was asked what they want, and answered; gives the day it is due now.

    Raises:
        InvalidFieldsError: A day is ahead, or before what it follows.
        GuardError: `access-closed`.
        MissingRecordError, WithheldError: No such request, or not theirs to see.
    """
    with desk.act(_RIGHT) as tx:
        row = _open(desk, tx, request_id)
        rules.check_clarified(row.received_on, asked_on, came_on, desk.today())
        row.due_on = rules.moved_on(row.due_on, asked_on, came_on, next_working_day)
        if row.extended_to is not None:
            row.extended_to = rules.moved_on(row.extended_to, asked_on, came_on, next_working_day)
        row.clarify_asked_on, row.clarify_came_on = asked_on, came_on
        tx.journal("access.clarified", record=row.id, scope=row.person_id)
    return Done(row.extended_to or row.due_on, tx.changes)


def name_officer(desk: Desk, request_id: UUID, *, officer: str) -> Done[None]:
    """Say who decides what is given, and that it is with them now.

    Raises:
        GuardError: `access-closed`.
        MissingRecordError, WithheldError: No such request, or not theirs to see.
        ReasonNeededError: `access-officer`: nobody is named.
    """
    need_reason(officer, "access-officer")
    with desk.act(_RIGHT) as tx:
        row = _open(desk, tx, request_id)
        row.officer, row.status = officer.strip(), AccessStatus.WITH_OFFICER
        tx.journal("access.with_officer", record=row.id, scope=row.person_id)
    return Done(None, tx.changes)


def extend_access_request(desk: Desk, request_id: UUID, new: Extension) -> Done[None]:
    """Take up to two months more, for the reason the person was told within the first.

    Raises:
        GuardError: `access-extension-late`, `access-closed`.
        InvalidFieldsError: `until` is no later than now, or more than two months more; `told_on`
            cannot be.
        ReasonNeededError: `access-extended`.
        MissingRecordError, WithheldError: No such request, or not theirs to see.
    """
    with desk.act(_RIGHT) as tx:
        row = _open(desk, tx, request_id)
        latest = rules.latest_extension(row.received_on, row.due_on, next_working_day)
        rules.check_extension(
            new, row.received_on, row.due_on, latest, desk.today(), before=row.extended_to
        )
        row.extended_to, row.extended_reason = new.until, new.reason.strip()
        row.extension_told_on = new.told_on
        tx.journal("access.extended", record=row.id, scope=row.person_id)
    return Done(None, tx.changes)


def decide_entry(
    desk: Desk, request_id: UUID, key: tuple[RecordKind, UUID], decided: Decided
) -> Done[None]:
    """Keep what the officer decided about one entry; a later decision takes its place.

    Raises:
        InvalidFieldsError: `reason`, `by` or `words` say nothing.
        GuardError: `access-closed`.
        MissingRecordError, WithheldError: No such request or entry, or not theirs to see.
    """
    check_decided(decided)
    with desk.act(_RIGHT) as tx:
        row = _open(desk, tx, request_id)
        if not tx.access.is_about(row.person_id, *key):
            raise MissingRecordError(what="record", key=str(key[1]))
        made = _decision(desk, tx, row, key)
        made.person_id = row.person_id
        made.choice, made.reason = decided.choice, decided.reason.strip()
        made.decided_by, made.decided_on = decided.by.strip(), desk.today()
        in_part = decided.choice is AccessChoice.GIVE_IN_PART
        made.given = decided.words.strip() if in_part else ""
        tx.session.add(made)
        _empty_older_words(tx, made)
        tx.journal("access.decided", record=made.id, scope=row.person_id)
    return Done(None, tx.changes)


def send_access_answer(desk: Desk, request_id: UUID, *, sent_on: date) -> Done[None]:
    """Close a request as answered; the record is no longer held for it.

    Raises:
        GuardError: `access-identity`, `access-undecided`, `access-closed`.
        InvalidFieldsError: `sent_on` is ahead or before the request.
        MissingRecordError, WithheldError: No such request, or not theirs to see.
    """
    with desk.act(_RIGHT) as tx:
        row = _open(desk, tx, request_id)
        waiting = sum(one.is_undecided for one in judged_entries(desk, tx, row))
        today = desk.today()
        rules.check_sent(row.received_on, sent_on, row.identity_checked_on, waiting, today)
        row.sent_on = sent_on
        _close(desk, tx, row, AccessStatus.SENT, "")
        tx.journal("access.sent", record=row.id, scope=row.person_id)
    return Done(None, tx.changes)


def withdraw_access_request(desk: Desk, request_id: UUID, *, reason: str) -> Done[None]:
    """Close a request because the person took it back.

    Raises:
        ReasonNeededError: `access-withdrawn`.
        GuardError: `access-closed`.
        MissingRecordError, WithheldError: No such request, or not theirs to see.
    """
    need_reason(reason, "access-withdrawn")
    with desk.act(_RIGHT) as tx:
        row = _open(desk, tx, request_id)
        _close(desk, tx, row, AccessStatus.WITHDRAWN, reason)
        tx.journal("access.withdrawn", record=row.id, scope=row.person_id)
    return Done(None, tx.changes)


def refuse_access_request(desk: Desk, request_id: UUID, *, reason: str) -> Done[None]:
    """Close a request that is refused as a whole, with the reason the person was told.

    Raises:
        ReasonNeededError: `access-refused`.
        GuardError: `access-closed`.
        MissingRecordError, WithheldError: No such request, or not theirs to see.
    """
    need_reason(reason, "access-refused")
    with desk.act(_RIGHT) as tx:
        row = _open(desk, tx, request_id)
        _close(desk, tx, row, AccessStatus.REFUSED, reason)
        tx.journal("access.refused", record=row.id, scope=row.person_id)
    return Done(None, tx.changes)


def _close(
    desk: Desk, tx: Transaction, row: AccessRequest, status: AccessStatus, note: str
) -> None:
    row.status, row.close_note = status, note.strip()
    hold = tx.access.hold(row.person_id)
    if hold is not None:
        hold.released_on, hold.release_reason = desk.today(), note.strip()


def _open(desk: Desk, tx: Transaction, request_id: UUID) -> AccessRequest:
    row = tx.get(AccessRequest, request_id)
    shown_person(desk, tx, row.person_id, Sensitivity.PRIVILEGED)
    rules.check_open(row.status)
    return row


def _decision(
    desk: Desk, tx: Transaction, row: AccessRequest, key: tuple[RecordKind, UUID]
) -> AccessDecision:
    for one in tx.access.rows_of(row.id):
        if (one.entry_kind, one.entry_id) == key:
            held = tx.access.everything_about(row.person_id)
            if one.entry_id not in tx.access.changed_since(row.id, held):
                return one
            one.removed = True  # what is decided anew in the same words is a decision of its own
    return AccessDecision(id=desk.new_id(), request_id=row.id, entry_kind=key[0], entry_id=key[1])


def _empty_older_words(tx: Transaction, made: AccessDecision) -> None:
    """Take out what an older program kept of the same decision in a row of its own."""
    for one in tx.access.rows_of(made.request_id):
        if one.entry_id == made.id:
            one.reason = ""
