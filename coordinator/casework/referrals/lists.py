"""Showing referrals: those that wait for an answer, and one with the times before."""

from collections.abc import Collection, Mapping, Sequence
from uuid import UUID

from coordinator.casework.desk import Desk
from coordinator.casework.need_to_know.field_guards import parts_kept_back
from coordinator.casework.need_to_know.sharing import visible
from coordinator.casework.need_to_know.sight import sight_of
from coordinator.casework.people.finding import person_row
from coordinator.casework.referrals.asking import is_own, reachable_referral
from coordinator.casework.referrals.children import children_about
from coordinator.db.models import Agency, Case, Person, Professional, Referral
from coordinator.db.transaction import Reading
from coordinator.domain.cases.referrals import (
    UNANSWERED,
    EarlierTime,
    ReferralPage,
    ReferralRow,
    is_repeat,
)
from coordinator.domain.lists.people import ReferralCriterion
from coordinator.domain.need_to_know.rule import Reader
from coordinator.domain.people.children import Children
from coordinator.domain.states import ReferralStatus

MOST = 500


def find_referrals(
    desk: Desk, *, statuses: Collection[ReferralStatus] = UNANSWERED, limit: int = MOST
) -> list[ReferralRow]:
    """List referrals, those that wait for an answer unless others are asked for, oldest first.

    Somebody who may not see the person sees the referrals they made themselves, and no more.
    """
    with desk.read() as look:
        found = look.cases.referrals(statuses, limit=limit)
        people = {referral.person_id for referral in found}
        shown, not_told = visible(look, desk.reader(look), people), look.readers.not_told(people)
        theirs = [
            one
            for one in found
            if one.person_id in shown
            or is_own(desk.sitter, one, not_told.get(one.person_id, frozenset()))
        ]
        return referral_rows(look, theirs, shown)


def read_referral(desk: Desk, referral_id: UUID, *, reader: Reader | None = None) -> ReferralPage:
    """Show one referral, with earlier referrals and how earlier cases of the person closed.

    Args:
        desk: Whoever sits there must be allowed to see it in any case.
        referral_id: Which.
        reader: For whom a paper is made, besides the sitter: what they may not have is blank.

    Raises:
        MissingRecordError, WithheldError: No such referral, or not theirs to see.
    """
    with desk.read(reader=reader) as look:
        referral = reachable_referral(desk, look, referral_id)
        shown = sight_of(desk, look, [referral.person_id], reader).people
        (row,) = referral_rows(look, [referral], shown)
        decided_by = referral.decided_by_id
        return ReferralPage(
            row=row,
            agency_id=referral.agency_id,
            referrer_id=referral.referrer_id,
            why_now=referral.why_now,
            criteria=tuple(ReferralCriterion(one) for one in referral.criteria),
            tried=referral.tried,
            risk=referral.risk,
            offer=referral.offer,
            no_offer_reason=referral.no_offer_reason,
            person_view=referral.person_view,
            screening_note=referral.screening_note,
            not_accepted_reason=referral.not_accepted_reason,
            destination=referral.destination,
            decision_reason=referral.decision_reason,
            decided_by=look.get(Professional, decided_by).name if decided_by else "",
            decided_on=referral.decided_on,
            earlier=_before(referral, _times(look, shown)),
            children=_children(desk, look, referral.person_id, reader),
            held=look.kept.get(referral.id, frozenset()),
            parts=parts_kept_back(look, [referral.id]).get(referral.id, {}),
        )


def _children(desk: Desk, look: Reading, person_id: UUID, reader: Reader | None) -> Children:
    """Say what is known of children to whoever may see the person, or only who referred them."""
    person = look.get(Person, person_id)
    return children_about(look, [person], sight_of(desk, look, [person_id], reader))[person_id]


def referral_rows(
    look: Reading, referrals: Sequence[Referral], shown: Collection[UUID]
) -> list[ReferralRow]:
    """Show referrals the reader may have; each kind of record is asked for once.

    Whether it is a repeat is only said about the people `shown` to the reader.
    """
    people = look.get_many(Person, [one.person_id for one in referrals])
    agencies = look.get_many(Agency, [one.agency_id for one in referrals if one.agency_id])
    referrers = look.get_many(
        Professional, [one.referrer_id for one in referrals if one.referrer_id]
    )
    times = _times(look, shown)
    return [
        ReferralRow(
            id=one.id,
            revision=one.revision,
            person=one.person_id,
            reference=people[one.person_id].reference,
            name=person_row(people[one.person_id]).name,
            status=one.status,
            referred_on=one.referred_on,
            agency=_name(agencies, one.agency_id),
            referrer=_name(referrers, one.referrer_id),
            has_offer=bool(one.offer.strip()),
            is_repeat=is_repeat(one.referred_on, _before(one, times)),
        )
        for one in referrals
    ]


def _name(found: Mapping[UUID, Agency] | Mapping[UUID, Professional], key: UUID | None) -> str:
    record = found.get(key) if key else None
    return record.name if record else ""


def _times(look: Reading, people: Collection[UUID]) -> dict[UUID, list[EarlierTime]]:
    """Gather every time these people were referred, each with the case that came of it."""
    cases = look.people.about(Case, people)
    by_referral = {case.referral_id: case for case in cases if case.referral_id}
    found: dict[UUID, list[EarlierTime]] = {}
    for one in look.people.about(Referral, people):
        found.setdefault(one.person_id, []).append(_of_referral(one, by_referral.get(one.id)))
    for case in cases:
        if case.referral_id is None:
            found.setdefault(case.person_id, []).append(_of_case(case))
    return found


def _of_referral(referral: Referral, case: Case | None) -> EarlierTime:
    return EarlierTime(
        referral=referral.id,
        case=case.id if case else None,
        on=referral.referred_on,
        status=referral.status,
        not_accepted=referral.not_accepted_reason,
        closed_on=case.closed_on if case else None,
        close_reason=case.close_reason if case else None,
    )


def _of_case(case: Case) -> EarlierTime:
    return EarlierTime(
        referral=None,
        case=case.id,
        on=case.opened_on,
        status=None,
        closed_on=case.closed_on,
        close_reason=case.close_reason,
    )


def _before(
    referral: Referral, times: Mapping[UUID, Sequence[EarlierTime]]
) -> tuple[EarlierTime, ...]:
    """Give the times before a referral, newest first; ids sort by when they were made."""
    this = (referral.referred_on, referral.id)
    mine = times.get(referral.person_id, ())
    earlier = [one for one in mine if (one.on, one.referral or one.case or referral.id) < this]
    return tuple(sorted(earlier, key=lambda one: one.on, reverse=True))
