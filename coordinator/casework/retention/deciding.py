"""Keeping a record longer, and agreeing that it is to be erased: one proposes, another confirms.

Nothing goes by itself, and nothing goes here: `erasing` does that, once two people agreed.
"""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from coordinator.casework.desk import Desk
from coordinator.casework.need_to_know.sharing import shown_person
from coordinator.casework.panel import lines as panel_lines
from coordinator.db.models import Disposal, Person, RetentionHold
from coordinator.db.transaction import Reading, Transaction
from coordinator.domain import retention as rules
from coordinator.domain.errors import (
    DuplicateRecordError,
    GuardError,
    InvalidFieldsError,
    StaleRecordError,
)
from coordinator.domain.lists.panel import Topic
from coordinator.domain.lists.sharing import DisposalWay, HoldKind
from coordinator.domain.outcomes import Done
from coordinator.domain.panel.settings import RetentionRule, retention_of
from coordinator.domain.reasons import need_reason
from coordinator.domain.retention import Hold, Time
from coordinator.domain.roles import Right
from coordinator.domain.states import DisposalStatus


def hold_record(
    desk: Desk, person_id: UUID, *, hold: HoldKind, reason: str, look_again_on: date | None
) -> Done[UUID]:
    """Keep a record whatever its time says, with the reason and a day to look at it again.

    Also for somebody who has died: their record is kept, not changed.

    Raises:
        InvalidFieldsError: The reason or the day is missing, or the day is no longer ahead.
        MissingRecordError, WithheldError: No such person, or not theirs to see.
    """
    rules.check_hold(reason, look_again_on, desk.today())
    with desk.act(Right.PROPOSE_ERASING) as tx:
        shown_person(desk, tx, person_id)
        made = tx.add(
            RetentionHold(
                id=desk.new_id(),
                person_id=person_id,
                hold=hold,
                from_on=desk.today(),
                reason=reason.strip(),
                look_again_on=look_again_on,
            )
        )
        tx.journal("retention.held", record=made.id, scope=person_id)
    return Done(made.id, tx.changes)


def look_at_hold_again(
    desk: Desk, hold_id: UUID, *, reason: str, look_again_on: date | None, seen: int
) -> Done[int]:
    """Say that a hold goes on, why, and when to look again; gives the new revision.

    Raises:
        InvalidFieldsError: As for `hold_record`.
        GuardError: `hold-released`.
        StaleRecordError: Somebody else changed it meanwhile.
        MissingRecordError, WithheldError: No such hold, or the person is not theirs to see.
    """
    rules.check_hold(reason, look_again_on, desk.today())
    with desk.act(Right.PROPOSE_ERASING) as tx:
        hold = _standing_hold(desk, tx, hold_id, seen)
        hold.reason, hold.look_again_on = reason.strip(), look_again_on
        tx.journal("retention.hold_goes_on", record=hold.id, scope=hold.person_id)
    return Done(hold.revision, tx.changes)


def release_hold(desk: Desk, hold_id: UUID, *, reason: str, seen: int) -> Done[None]:
    """Let a hold go: from now on the time of the record counts again.

    Raises:
        ReasonNeededError: `hold-released`.
        GuardError: `hold-released`: it was let go before.
        StaleRecordError: Somebody else changed it meanwhile.
        MissingRecordError, WithheldError: No such hold, or the person is not theirs to see.
    """
    need_reason(reason, "hold-released")
    with desk.act(Right.PROPOSE_ERASING) as tx:
        hold = _standing_hold(desk, tx, hold_id, seen)
        hold.released_on, hold.release_reason = desk.today(), reason.strip()
        tx.journal("retention.hold_released", record=hold.id, scope=hold.person_id)
    return Done(None, tx.changes)


def propose_disposal(desk: Desk, person_id: UUID, *, reason: str = "") -> Done[UUID]:
    """Propose that a record whose time is over be erased; a second person decides.

    Raises:
        GuardError: `record-open`, `record-kept`, `record-held`: it may not go.
        DuplicateRecordError: `disposal`: it is proposed already.
        InvalidFieldsError: `reason` is `names-somebody`: it outlives the record.
        MissingRecordError, WithheldError: No such person, or not theirs to see.
    """
    with desk.act(Right.PROPOSE_ERASING) as tx:
        person = shown_person(desk, tx, person_id)
        _check_unnamed(tx, person, reason)
        time = check_may_go(desk, tx, person)
        if standing := tx.retention.open_disposal(person.reference):
            raise DuplicateRecordError("disposal", standing.id)
        made = tx.add(
            Disposal(
                id=desk.new_id(),
                reference=person.reference,
                due_on=time.due_on,
                rule=time.rule,
                proposed_on=desk.today(),
                proposed_by_id=desk.sitter.professional,
                reason=reason.strip(),
            )
        )
        tx.journal("disposal.proposed", record=made.id)
    return Done(made.id, tx.changes)


def decline_disposal(desk: Desk, disposal_id: UUID, *, reason: str, seen: int) -> Done[None]:
    """Say that a record is not to go after all, or take the proposal back.

    Raises:
        ReasonNeededError: `disposal-declined`.
        GuardError: `disposal-decided`: it was erased or declined already.
        InvalidFieldsError: `reason` is `names-somebody`.
        MissingRecordError, StaleRecordError, WithheldError: As everywhere.
    """
    need_reason(reason, "disposal-declined")
    with desk.act(Right.PROPOSE_ERASING) as tx:
        row = tx.get(Disposal, disposal_id, seen=seen)
        if row.status not in {DisposalStatus.PROPOSED, DisposalStatus.CONFIRMED}:
            raise GuardError("disposal-decided")
        _check_unnamed(tx, _person_of(desk, tx, row), reason)
        row.status, row.reason = DisposalStatus.DECLINED, reason.strip()
        tx.journal("disposal.declined", record=row.id)
    return Done(None, tx.changes)


def confirm_disposal(desk: Desk, disposal_id: UUID, *, seen: int) -> Done[None]:
    """Agree, as the second person, that a record is to be erased.

    Raises:
        NotPermittedError: The role does not confirm.
        GuardError: `second-person`: whoever proposed it cannot confirm it; `disposal-decided`;
            `record-open`, `record-kept`, `record-held`: it may no longer go.
        MissingRecordError, StaleRecordError, WithheldError: As everywhere.
    """
    with desk.act(Right.CONFIRM_ERASING) as tx:
        row = _proposed(tx, disposal_id, seen)
        if row.proposed_by_id == desk.sitter.professional:
            raise GuardError("second-person")
        check_may_go(desk, tx, _person_of(desk, tx, row))
        row.status, row.way = DisposalStatus.CONFIRMED, DisposalWay.IN_PROGRAM
        row.confirmed_on, row.confirmed_by_id = desk.today(), desk.sitter.professional
        tx.journal("disposal.confirmed", record=row.id)
    return Done(None, tx.changes)


def confirm_by_list(
    desk: Desk, disposal_id: UUID, *, first: str, second: str, signed_on: date, seen: int
) -> Done[None]:
    """Note that two people signed the printed list with this record on it.

    Raises:
        InvalidFieldsError: A name is missing, both are one, or the day cannot be.
        GuardError: As for `confirm_disposal`, but for the second person.
        MissingRecordError, StaleRecordError, WithheldError: As everywhere.
    """
    with desk.act(Right.PROPOSE_ERASING) as tx:
        row = _proposed(tx, disposal_id, seen)
        rules.check_signatures((first, second), signed_on, row.proposed_on, desk.today())
        check_may_go(desk, tx, _person_of(desk, tx, row))
        row.status, row.way = DisposalStatus.CONFIRMED, DisposalWay.SIGNED_LIST
        row.confirmed_on, row.signed_by = signed_on, f"{first.strip()}; {second.strip()}"
        tx.journal("disposal.list_signed", record=row.id)
    return Done(None, tx.changes)


def check_may_go(desk: Desk, look: Reading, person: Person) -> Time:
    """Refuse to let a record go before its time, or while anything keeps it.

    Raises:
        GuardError: `record-open`, `record-kept`, `record-held`.
    """
    ended = look.retention.ended([person])[person.id]
    time = rules.time_of(ended, retention_rules(look))
    rules.check_may_go(time, holds_of(look, [person.id])[person.id], desk.today())
    if time is None:
        raise GuardError("record-open")
    return time


def retention_rules(look: Reading) -> tuple[RetentionRule, ...]:
    """Give how long the panel keeps things."""
    return retention_of(panel_lines.lines_of(look, Topic.RETENTION)[Topic.RETENTION])


def holds_of(look: Reading, people: Sequence[UUID] | None) -> dict[UUID, tuple[Hold, ...]]:
    """Give what keeps these people's records, or everybody's; an open request for access does.

    A request keeps a record also where what was noted with it was let go meanwhile.
    """
    found: dict[UUID, list[Hold]] = {one: [] for one in people or ()}
    for person, rows in look.retention.holds(people).items():
        found.setdefault(person, []).extend(map(_hold, rows))
    for person, asked in look.retention.asked_to_see().items():
        noted = found.get(person, ())
        if any(_keeps_for_access(one) for one in noted):
            continue
        if people is None or person in found:
            found.setdefault(person, []).extend(
                Hold(None, 0, HoldKind.ACCESS_REQUEST, one.received_on, "", one.due_on)
                for one in asked
            )
    return {person: tuple(holds) for person, holds in found.items()}


def _keeps_for_access(one: Hold) -> bool:
    return one.hold is HoldKind.ACCESS_REQUEST and one.released_on is None


def _hold(row: RetentionHold) -> Hold:
    return Hold(
        row.id,
        row.revision,
        row.hold,
        row.from_on,
        row.reason,
        row.look_again_on,
        row.released_on,
        row.release_reason,
    )


def _standing_hold(desk: Desk, tx: Transaction, hold_id: UUID, seen: int) -> RetentionHold:
    hold = tx.get(RetentionHold, hold_id, seen=seen)
    shown_person(desk, tx, hold.person_id)
    if hold.released_on is not None:
        raise GuardError("hold-released")
    return hold


def _proposed(tx: Transaction, disposal_id: UUID, seen: int) -> Disposal:
    row = tx.get(Disposal, disposal_id)
    if row.status is not DisposalStatus.PROPOSED:
        raise GuardError("disposal-decided")
    if row.revision != seen:
        raise StaleRecordError(record=row.id, seen=seen, found=row.revision)
    return row


def _person_of(desk: Desk, look: Reading, row: Disposal) -> Person:
    person = look.people.by_reference(row.reference)
    return shown_person(desk, look, person.id)


def _check_unnamed(look: Reading, person: Person, reason: str) -> None:
    names = (person.given_name, person.family_name, person.preferred_name)
    words = [*look.retention.words_of(person.id)[1:], *(name.lower() for name in names if name)]
    if rules.says_any(reason, words):
        raise InvalidFieldsError({"reason": "names-somebody"})
