"""Answering a referral while the meeting is held: the answer and its decision as one act."""

from uuid import UUID

from coordinator.casework.desk import Desk
from coordinator.casework.meetings.agenda_items import item_under_way
from coordinator.casework.meetings.decisions import Decided, decision_in
from coordinator.casework.referrals.answering import Answered, answer_in
from coordinator.casework.referrals.asking import reachable_referral
from coordinator.domain.cases import referrals as rules
from coordinator.domain.errors import MissingRecordError
from coordinator.domain.meetings.rules import check_review
from coordinator.domain.outcomes import Done
from coordinator.domain.roles import Right
from coordinator.domain.states import ReferralStatus

_ACTS = {
    ReferralStatus.ACCEPTED: "referral.accepted",
    ReferralStatus.DEFERRED: "referral.deferred",
    ReferralStatus.NOT_FOR_US: "referral.not_for_us",
}


def answer_at_meeting(
    desk: Desk, item_id: UUID, answer: Answered, decided: Decided
) -> Done[UUID | None]:
    """Answer the referral of an item, and record it as the decision on that item.

    Whoever chairs the meeting decides. A referral that nobody has screened is screened by this:
    the panel has looked at it. Gives the case that was opened, when the person was taken on.

    Raises:
        ReasonNeededError, InvalidFieldsError: As for `referrals.accept_referral` and its like;
            `next_review_on` is `in-the-past`.
        GuardError: `chair-decides`, `person-died`, `not-quorate`; the meeting is not open, or its
            minutes no longer change.
        TransitionError: It has had its answer.
        DuplicateRecordError: `open-case`.
        MissingRecordError, WithheldError: No such item, none of a referral, or not theirs to see.
    """
    rules.check_decision(answer.status, answer.reason, answer.because, answer.destination)
    with desk.act(Right.DECIDE) as tx:
        item, meeting = item_under_way(desk, tx, item_id)
        if item.referral_id is None:
            raise MissingRecordError(what="referral", key="")
        check_review(answer.next_review_on, meeting.on)
        referral = reachable_referral(desk, tx, item.referral_id)
        if referral.status is ReferralStatus.SUBMITTED:
            referral.status = ReferralStatus.SCREENED
        case = answer_in(desk, tx, referral, answer, chair=meeting.chair_id, meeting=meeting.id)
        decision_in(desk, tx, item_id, decided)
        if answer.next_review_on is not None:
            item.next_review_on = answer.next_review_on
        tx.journal(
            _ACTS[answer.status],
            record=referral.id,
            scope=referral.person_id,
            reason=answer.reason,
        )
    return Done(case, tx.changes)
