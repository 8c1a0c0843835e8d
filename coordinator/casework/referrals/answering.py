"""The panel's answer to a referral, as a part of the acts that give it."""

from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from coordinator.casework.desk import Desk
from coordinator.casework.directory.covers import chairs_on
from coordinator.casework.need_to_know.sharing import living_person
from coordinator.casework.referrals.children import answer_for_children
from coordinator.db.models import Case, Offer, Professional, Referral
from coordinator.db.transaction import Reading, Transaction
from coordinator.domain.cases import referrals as rules
from coordinator.domain.errors import DuplicateRecordError
from coordinator.domain.lists.reasons import NotAcceptedReason
from coordinator.domain.people.children import SafeguardingAnswer
from coordinator.domain.states import PersonStatus, ReferralStatus, Sensitivity


@dataclass(frozen=True, slots=True)
class Answered:
    """The panel's answer to a referral: accepted, deferred or not for us, and why.

    Attributes:
        decided_by: The chair or vice-chair who decided, when somebody else writes it down.
        because: Of a *not for us*, with `destination`: who can help instead.
        safeguarding: Of somebody taken on whose children may be affected.
    """

    status: ReferralStatus
    reason: str = field(repr=False)
    decided_by: UUID | None = None
    next_review_on: date | None = None
    because: NotAcceptedReason | None = None
    destination: str = field(default="", repr=False)
    safeguarding: SafeguardingAnswer | None = None


def named_decider(desk: Desk, look: Reading, named: UUID | None) -> UUID:
    """Say whose decision is being recorded.

    Raises:
        GuardError: `chair-decides`.
        MissingRecordError: Nobody in the directory is meant.
    """
    chairs = chairs_on(look, desk.today())
    sitter = desk.sitter
    who = rules.decider(sitter.professional, sitter.role, named, chairs)
    return look.get(Professional, who).id


def answer_in(
    desk: Desk,
    tx: Transaction,
    referral: Referral,
    answer: Answered,
    *,
    chair: UUID | None = None,
    meeting: UUID | None = None,
) -> UUID | None:
    """Answer a referral inside another act, which journals it; gives the case it opened.

    Args:
        desk: Where and by whom it is written down.
        tx: The act.
        referral: Which.
        answer: In words.
        chair: Who decided, when the answer names nobody.
        meeting: Where it is answered, if at one.

    Raises:
        ReasonNeededError: `children-safeguarding`.
        GuardError, TransitionError, DuplicateRecordError: As for `accept_referral`.
    """
    rules.check_move(referral.status, answer.status)
    referral.decided_by_id = named_decider(desk, tx, answer.decided_by or chair)
    referral.decided_on = desk.today()
    referral.decision_reason = answer.reason
    referral.status = answer.status
    if answer.status is ReferralStatus.NOT_FOR_US:
        referral.not_accepted_reason = answer.because
        referral.destination = answer.destination
    if answer.status is not ReferralStatus.ACCEPTED:
        return None
    person = living_person(desk, tx, referral.person_id)
    case = _open_case(desk, tx, referral, answer.next_review_on)
    person.status = PersonStatus.CURRENT
    _keep_offer(desk, tx, referral, case.id)
    answer_for_children(desk, tx, referral, answer.safeguarding, meeting)
    return case.id


def _open_case(
    desk: Desk, tx: Transaction, referral: Referral, next_review_on: date | None
) -> Case:
    if standing := tx.cases.open_of(referral.person_id):
        raise DuplicateRecordError("open-case", standing.id)
    return tx.cases.begin(
        Case(
            id=desk.new_id(),
            person_id=referral.person_id,
            referral_id=referral.id,
            opened_on=desk.today(),
            next_review_on=next_review_on,
        )
    )


def _keep_offer(desk: Desk, tx: Transaction, referral: Referral, case_id: UUID) -> None:
    """Turn what the referrer will keep doing into an offer of their agency."""
    if not referral.offer.strip() or referral.agency_id is None:
        return
    tx.add(
        Offer(
            id=desk.new_id(),
            person_id=referral.person_id,
            case_id=case_id,
            referral_id=referral.id,
            agency_id=referral.agency_id,
            what=referral.offer,
            from_on=desk.today(),
            offered_on=referral.referred_on,
            sensitivity=tx.guarded(referral.id).get("offer", Sensitivity.STANDARD),
        )
    )
