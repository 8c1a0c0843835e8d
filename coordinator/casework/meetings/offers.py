"""What agencies offer a person: how much, until when, and whether it came."""

from typing import Any
from uuid import UUID

from coordinator.casework.desk import Desk
from coordinator.casework.edits import put
from coordinator.casework.meetings.agenda_items import meeting_under_way
from coordinator.casework.need_to_know.sharing import (
    check_may_be_told,
    living_person,
    shown_person,
)
from coordinator.casework.need_to_know.urgent_work import check_work
from coordinator.db.models import Agency, Offer
from coordinator.db.transaction import Transaction
from coordinator.domain.outcomes import Done
from coordinator.domain.plans import rules
from coordinator.domain.roles import Right
from coordinator.domain.states import AgencyStatus, OfferStatus, Sensitivity


def record_offer(
    desk: Desk,
    person_id: UUID,
    agency_id: UUID,
    *,
    meeting_id: UUID | None = None,
    sensitivity: Sensitivity = Sensitivity.STANDARD,
    **fields: Any,
) -> Done[UUID]:
    """Keep what an agency will contribute, in the person's open case.

    Args:
        desk: Where and by whom.
        person_id: To whom.
        agency_id: By which agency.
        meeting_id: Where it was made, which is its day; nothing for an offer made elsewhere today.
        sensitivity: How far it may travel.
        fields: What, how much, from when and until when, on which conditions.

    Raises:
        InvalidFieldsError: `unknown` field, nothing offered, or it ends before it begins.
        GuardError: `agency-closed`, `agency-not-told`, `person-died`; the minutes of the meeting
            no longer change, or it has not begun.
        MissingRecordError, WithheldError: No such person, agency or meeting, or not theirs to see.
    """
    rules.check_offer(fields)
    with desk.act(Right.EDIT_PLAN) as tx:
        living_person(desk, tx, person_id, sensitivity)
        check_work(desk, tx, person_id)
        offer = _new_offer(tx, desk, person_id, agency_id, fields)
        offer.sensitivity = sensitivity
        if meeting_id is not None:
            offer.offered_on = meeting_under_way(tx, meeting_id).on
            offer.meeting_id = meeting_id
        tx.add(offer)
        tx.journal("offer.recorded", record=offer.id, scope=person_id)
    return Done(offer.id, tx.changes)


def _new_offer(
    tx: Transaction, desk: Desk, person_id: UUID, agency_id: UUID, fields: dict[str, Any]
) -> Offer:
    stands = tx.get(Agency, agency_id).status is AgencyStatus.ACTIVE
    rules.check_offer(fields, agency_stands=stands)
    check_may_be_told(tx, person_id, [agency_id])
    return Offer(
        id=desk.new_id(),
        person_id=person_id,
        case_id=tx.actions.open_case(person_id),
        agency_id=agency_id,
        offered_on=desk.today(),
        **fields,
    )


def edit_offer(desk: Desk, offer_id: UUID, *, seen: int, **fields: Any) -> Done[int]:
    """Change an offer; gives the new revision.

    Raises:
        InvalidFieldsError: As for `record_offer`.
        GuardError: `person-died`.
        StaleRecordError: Somebody else changed the same field meanwhile.
        MissingRecordError, WithheldError: No such offer, or not theirs to see.
    """
    with desk.act(Right.EDIT_PLAN) as tx:
        offer = _shown_offer(desk, tx, offer_id)
        living_person(desk, tx, offer.person_id)
        check_work(desk, tx, offer.person_id)
        kept = {name: getattr(offer, name) for name in rules.OFFER_FIELDS}
        rules.check_offer({**kept, **fields})
        put(tx, offer, seen=seen, fields=fields)
        tx.journal("offer.edited", record=offer.id, scope=offer.person_id)
    return Done(offer.revision, tx.changes)


def set_offer_status(
    desk: Desk, offer_id: UUID, status: OfferStatus, *, seen: int, note: str = ""
) -> Done[int]:
    """Say what became of an offer, and when it was kept or given up; gives the new revision.

    Raises:
        TransitionError: It cannot follow.
        ReasonNeededError: It is withdrawn without saying why.
        StaleRecordError: Somebody else said something else meanwhile.
        MissingRecordError, WithheldError: No such offer, or not theirs to see.
    """
    with desk.act(Right.EDIT_PLAN) as tx:
        offer = _shown_offer(desk, tx, offer_id)
        was, why = offer.status, note.strip()
        put(tx, offer, seen=seen, fields={"status": status, "status_note": why})
        rules.check_offer_status(was, status, note)  # after: a stale form is told so first
        offer.settled_on = desk.today() if status in rules.OFFER_SETTLED else None
        tx.journal(f"offer.{status.value}", record=offer.id, scope=offer.person_id, reason=why)
    return Done(offer.revision, tx.changes)


def _shown_offer(desk: Desk, tx: Transaction, offer_id: UUID) -> Offer:
    offer = tx.get(Offer, offer_id)
    shown_person(desk, tx, offer.person_id, offer.sensitivity)
    return offer
