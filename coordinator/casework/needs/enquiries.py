"""Noting that somebody was offered to talk about past harm: the wish and the support, no score."""

from collections.abc import Iterable, Mapping
from typing import Any
from uuid import UUID

from coordinator.casework.desk import Desk
from coordinator.casework.edits import put
from coordinator.casework.need_to_know.sharing import living_person
from coordinator.casework.need_to_know.sight import Sight
from coordinator.db.models import Professional, TraumaEnquiry
from coordinator.db.transaction import Reading, Transaction
from coordinator.domain.needs.enquiries import (
    NOT_TRAINED,
    Enquiry,
    EnquiryRow,
    check_counts,
    check_enquiry,
    lacks_training,
)
from coordinator.domain.outcomes import Done
from coordinator.domain.reasons import need_reason
from coordinator.domain.roles import Right


def note_enquiry(
    desk: Desk, person_id: UUID, enquiry: Enquiry, *, reasons: Mapping[str, str] | None = None
) -> Done[UUID]:
    """Keep that somebody was offered to talk about what happened to them, or why not.

    It is restricted unless somebody says otherwise. Whoever may not have what is restricted may
    note it, and does not see it afterwards.

    Raises:
        InvalidFieldsError: As `check_enquiry` says.
        ReasonNeededError: `enquiry-not-trained`: whoever asked is not known to be trained.
        GuardError: `person-died`.
        MissingRecordError, WithheldError: No such person or worker, or not theirs to see.
    """
    with desk.act(Right.EDIT_PEOPLE) as tx:
        living_person(desk, tx, person_id)
        check_enquiry(enquiry, desk.today())
        asker = tx.get(Professional, enquiry.asked_by or desk.sitter.professional)
        why = ""
        if lacks_training(enquiry.enquiry, enquiry.asked_on, asker.trauma_trained_on):
            why = _why_untrained(reasons)
        made = tx.add(
            TraumaEnquiry(
                id=desk.new_id(),
                person_id=person_id,
                asked_on=enquiry.asked_on,
                asked_by_id=asker.id,
                sensitivity=enquiry.sensitivity,
                **_stored(enquiry),
            )
        )
        tx.journal("enquiry.noted", record=made.id, scope=person_id, reason=why)
    return Done(made.id, tx.changes)


def change_enquiry(
    desk: Desk,
    enquiry_id: UUID,
    enquiry: Enquiry,
    *,
    seen: int,
    reasons: Mapping[str, str] | None = None,
) -> Done[int]:
    """Say anew what came of an enquiry; when, by whom and for whom it is stays.

    Gives the new revision.

    Raises:
        InvalidFieldsError: As `check_enquiry` says.
        ReasonNeededError: `enquiry-not-trained`: it was not the time at first, and now somebody
            was asked by whoever is not known to be trained.
        GuardError: `enquiry-ended`, `person-died`.
        StaleRecordError: Somebody else changed the same field meanwhile.
        MissingRecordError, WithheldError: No such entry, or not theirs to see.
    """
    with desk.act(Right.EDIT_PEOPLE) as tx:
        one = _standing(desk, tx, enquiry_id)
        check_enquiry(enquiry, desk.today())
        day, trained = one.asked_on, tx.get(Professional, one.asked_by_id).trauma_trained_on
        lacks = [lacks_training(said, day, trained) for said in (one.enquiry, enquiry.enquiry)]
        why = _why_untrained(reasons) if lacks == [False, True] else ""
        put(tx, one, seen=seen, fields=_stored(enquiry))
        tx.journal("enquiry.changed", record=one.id, scope=one.person_id, reason=why)
    return Done(one.revision, tx.changes)


def end_enquiry(desk: Desk, enquiry_id: UUID, *, reason: str) -> Done[None]:
    """Say that an enquiry counts no more, or was none.

    Raises:
        ReasonNeededError: `enquiry-ended`.
        GuardError: `enquiry-ended`, `person-died`.
        MissingRecordError, WithheldError: No such entry, or not theirs to see.
    """
    need_reason(reason, "enquiry-ended")
    with desk.act(Right.EDIT_PEOPLE) as tx:
        one = _standing(desk, tx, enquiry_id)
        one.ended_on, one.end_reason = desk.today(), reason
        tx.journal("enquiry.ended", record=one.id, scope=one.person_id, reason=reason)
    return Done(None, tx.changes)


def enquiries_about(
    look: Reading, people: Iterable[UUID], sight: Sight
) -> Mapping[UUID, tuple[EnquiryRow, ...]]:
    """Give what was asked of these people, the latest first, what counts no more at the end.

    Args:
        look: Where to look.
        people: Of whom; who was never asked is not in it.
        sight: What its readers may see.
    """
    found = [
        one
        for one in look.people.about(TraumaEnquiry, list(people))
        if sight.sees(one.person_id, one.sensitivity)
    ]
    by = look.get_many(Professional, [one.asked_by_id for one in found])
    rows: dict[UUID, list[EnquiryRow]] = {}
    for one in sorted(found, key=lambda each: each.asked_on, reverse=True):
        who = by.get(one.asked_by_id)
        rows.setdefault(one.person_id, []).append(_row(one, who.name if who else ""))
    return {key: tuple(sorted(own, key=_is_over)) for key, own in rows.items()}


def _why_untrained(reasons: Mapping[str, str] | None) -> str:
    why = (reasons or {}).get(NOT_TRAINED, "")
    need_reason(why, NOT_TRAINED)
    return why


def _is_over(row: EnquiryRow) -> bool:
    return row.ended_on is not None


def _standing(desk: Desk, tx: Transaction, enquiry_id: UUID) -> TraumaEnquiry:
    one = tx.get(TraumaEnquiry, enquiry_id)
    living_person(desk, tx, one.person_id, one.sensitivity)
    check_counts(one.ended_on)
    return one


def _stored(enquiry: Enquiry) -> dict[str, Any]:
    return {
        "enquiry": enquiry.enquiry,
        "wish": enquiry.wish.strip(),
        "support": enquiry.support.strip(),
        "how_we_work": enquiry.how_we_work.strip(),
    }


def _row(one: TraumaEnquiry, asked_by: str) -> EnquiryRow:
    said = Enquiry(
        one.enquiry,
        one.asked_on,
        one.asked_by_id,
        one.wish,
        one.support,
        one.how_we_work,
        one.sensitivity,
    )
    return EnquiryRow(one.id, one.revision, said, asked_by, one.ended_on, one.end_reason)
