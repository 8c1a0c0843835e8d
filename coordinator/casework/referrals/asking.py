"""Asking the panel to take somebody on, and the panel's reasoned answer."""

from collections.abc import Mapping
from datetime import date
from typing import Any
from uuid import UUID

from coordinator.casework.desk import Desk, Sitter
from coordinator.casework.edits import put
from coordinator.casework.need_to_know.sharing import shown_person
from coordinator.casework.referrals.answering import Answered, answer_in
from coordinator.db.models import Agency, Person, Professional, Referral
from coordinator.db.transaction import Reading
from coordinator.domain.cases import referrals as rules
from coordinator.domain.cases.referrals import ReferralFacts
from coordinator.domain.errors import (
    GuardError,
    InvalidFieldsError,
    NotPermittedError,
)
from coordinator.domain.lists.people import ReferralCriterion
from coordinator.domain.lists.reasons import NotAcceptedReason
from coordinator.domain.outcomes import Done
from coordinator.domain.people.children import SafeguardingAnswer
from coordinator.domain.reasons import need_reason
from coordinator.domain.roles import Right, Role
from coordinator.domain.states import PersonStatus, ReferralStatus

_FIELDS = frozenset(
    {
        "referred_on",
        "referrer_id",
        "agency_id",
        "why_now",
        "criteria",
        "tried",
        "risk",
        "offer",
        "no_offer_reason",
        "person_view",
    }
)


def draft_referral(desk: Desk, person_id: UUID, **fields: Any) -> Done[UUID]:
    """Begin a referral; the referrer's agency is taken from the referrer when nobody says it.

    Args:
        desk: Where and by whom.
        person_id: Whom it is about.
        fields: Columns of a referral, such as `referrer_id`, `why_now`, `criteria` or `offer`.

    Raises:
        GuardError: `person-died`.
        InvalidFieldsError: Something cannot be true.
        NotPermittedError: A representative speaks for their own agency only.
        MissingRecordError, WithheldError: No such person, or not theirs to see.
    """
    values = {"referred_on": desk.today(), **_checked(fields, desk.today())}
    with desk.act(Right.REFER) as tx:
        person = tx.get(Person, person_id)
        _may_refer(desk, tx, person)
        referral = Referral(id=desk.new_id(), person_id=person_id, **_with_agency(tx, values))
        _check_own(desk, referral)
        tx.add(referral)
        tx.journal("referral.drafted", record=referral.id, scope=person_id)
    return Done(referral.id, tx.changes)


def change_referral(desk: Desk, referral_id: UUID, *, seen: int, **fields: Any) -> Done[int]:
    """Change a referral that has not had its answer; gives the new revision.

    Raises:
        GuardError: `referral-answered`; it was handed in, and would lack what it needed for that.
        ReasonNeededError: It was handed in, and would be without an offer and a reason why.
        InvalidFieldsError: Something cannot be true.
        StaleRecordError: Somebody else changed the same field meanwhile.
        MissingRecordError, WithheldError: No such referral, or not theirs to see.
    """
    values = _checked(fields, desk.today())
    with desk.act(Right.REFER) as tx:
        referral = reachable_referral(desk, tx, referral_id)
        _check_own(desk, referral)
        rules.check_open(referral.status)
        put(tx, referral, seen=seen, fields=_with_agency(tx, values))
        if referral.status is not ReferralStatus.DRAFT:
            said = {"no-offer": referral.no_offer_reason, "children-not-asked": "asked before"}
            rules.check_complete(_facts(tx, referral), said)
        tx.journal("referral.changed", record=referral_id, scope=referral.person_id)
    return Done(referral.revision, tx.changes)


def submit_referral(
    desk: Desk, referral_id: UUID, *, reasons: Mapping[str, str] | None = None
) -> Done[None]:
    """Hand a referral in.

    Args:
        desk: Where and by whom.
        referral_id: Which.
        reasons: Why there is no offer (`no-offer`), or why nobody knows yet whether children
            are affected (`children-not-asked`).

    Raises:
        GuardError: `no-person`, `no-referrer`, `no-why-now`.
        ReasonNeededError: One of the two prompts has no reason.
        TransitionError: It was handed in before.
        MissingRecordError, WithheldError: No such referral, or not theirs to see.
    """
    given = dict(reasons or {})
    with desk.act(Right.REFER) as tx:
        referral = reachable_referral(desk, tx, referral_id)
        _check_own(desk, referral)
        rules.check_move(referral.status, ReferralStatus.SUBMITTED)
        kept = {"no-offer": referral.no_offer_reason, **given}
        rules.check_complete(_facts(tx, referral), kept)
        referral.no_offer_reason = "" if referral.offer.strip() else kept["no-offer"]
        referral.status = ReferralStatus.SUBMITTED
        why = given.get("children-not-asked", "")
        tx.journal("referral.submitted", record=referral_id, scope=referral.person_id, reason=why)
    return Done(None, tx.changes)


def screen_referral(desk: Desk, referral_id: UUID, *, note: str = "") -> Done[None]:
    """Say that a referral has what the panel needs to answer it.

    Raises:
        TransitionError: It is not waiting to be screened.
        MissingRecordError, WithheldError: No such referral, or not theirs to see.
    """
    with desk.act(Right.RUN_MEETINGS) as tx:
        referral = reachable_referral(desk, tx, referral_id)
        rules.check_move(referral.status, ReferralStatus.SCREENED)
        referral.status, referral.screening_note = ReferralStatus.SCREENED, note
        tx.journal("referral.screened", record=referral_id, scope=referral.person_id)
    return Done(None, tx.changes)


def accept_referral(
    desk: Desk,
    referral_id: UUID,
    *,
    reason: str,
    decided_by: UUID | None = None,
    next_review_on: date | None = None,
    safeguarding: SafeguardingAnswer | None = None,
) -> Done[UUID]:
    """Take the person on: opens the case in the same act, with the referrer's offer; gives it.

    Args:
        desk: Where and by whom it is written down.
        referral_id: Which.
        reason: Of the decision, in a sentence.
        decided_by: The chair or vice-chair who decided, when somebody else writes it down.
        next_review_on: When the panel looks again.
        safeguarding: What is answered where children may be affected.

    Raises:
        ReasonNeededError: `decision`; `children-safeguarding`: children may be affected, and
            nothing tells that safeguarding knows.
        GuardError: `chair-decides`, `person-died`.
        TransitionError: It is not ready for an answer, or has had it.
        DuplicateRecordError: `open-case`: the person is on the caseload.
        MissingRecordError, WithheldError: No such referral, or not theirs to see.
    """
    rules.check_decision(ReferralStatus.ACCEPTED, reason)
    with desk.act(Right.DECIDE) as tx:
        referral = reachable_referral(desk, tx, referral_id)
        answer = Answered(
            ReferralStatus.ACCEPTED,
            reason,
            decided_by,
            next_review_on,
            safeguarding=safeguarding,
        )
        case = answer_in(desk, tx, referral, answer)
        tx.journal(
            "referral.accepted", record=referral_id, scope=referral.person_id, reason=reason
        )
    if case is None:
        raise LookupError("who is taken on has a case")
    return Done(case, tx.changes)


def defer_referral(
    desk: Desk, referral_id: UUID, *, reason: str, decided_by: UUID | None = None
) -> Done[None]:
    """Put the answer off; the referral comes back.

    Raises:
        ReasonNeededError, GuardError, TransitionError: As for `accept_referral`.
        MissingRecordError, WithheldError: No such referral, or not theirs to see.
    """
    rules.check_decision(ReferralStatus.DEFERRED, reason)
    with desk.act(Right.DECIDE) as tx:
        referral = reachable_referral(desk, tx, referral_id)
        answer_in(desk, tx, referral, Answered(ReferralStatus.DEFERRED, reason, decided_by))
        tx.journal(
            "referral.deferred", record=referral_id, scope=referral.person_id, reason=reason
        )
    return Done(None, tx.changes)


def answer_not_for_us(
    desk: Desk,
    referral_id: UUID,
    *,
    because: NotAcceptedReason | None,
    reason: str,
    destination: str = "",
    decided_by: UUID | None = None,
) -> Done[None]:
    """Say that the panel is not the place, why, and who is.

    Raises:
        InvalidFieldsError: The reason from the list is missing, or where else the person goes.
        ReasonNeededError, GuardError, TransitionError: As for `accept_referral`.
        MissingRecordError, WithheldError: No such referral, or not theirs to see.
    """
    rules.check_decision(ReferralStatus.NOT_FOR_US, reason, because, destination)
    answer = Answered(
        ReferralStatus.NOT_FOR_US, reason, decided_by, because=because, destination=destination
    )
    with desk.act(Right.DECIDE) as tx:
        referral = reachable_referral(desk, tx, referral_id)
        answer_in(desk, tx, referral, answer)
        tx.journal(
            "referral.not_for_us", record=referral_id, scope=referral.person_id, reason=reason
        )
    return Done(None, tx.changes)


def withdraw_referral(desk: Desk, referral_id: UUID, *, reason: str) -> Done[None]:
    """Take a referral back.

    Raises:
        ReasonNeededError: `referral-withdrawn`.
        TransitionError: It has had its answer.
        MissingRecordError, WithheldError: No such referral, or not theirs to see.
    """
    need_reason(reason, "referral-withdrawn")
    with desk.act(Right.REFER) as tx:
        referral = reachable_referral(desk, tx, referral_id)
        _check_own(desk, referral)
        rules.check_move(referral.status, ReferralStatus.WITHDRAWN)
        referral.status = ReferralStatus.WITHDRAWN
        tx.journal(
            "referral.withdrawn", record=referral_id, scope=referral.person_id, reason=reason
        )
    return Done(None, tx.changes)


def reachable_referral(desk: Desk, look: Reading, referral_id: UUID) -> Referral:
    """Give a referral to somebody who may see the person, or who made the referral.

    Raises:
        MissingRecordError: No such referral.
        WithheldError: The sitter may see neither.
    """
    referral = look.get(Referral, referral_id)
    not_told = look.readers.not_told([referral.person_id])
    if not is_own(desk.sitter, referral, not_told.get(referral.person_id, frozenset())):
        shown_person(desk, look, referral.person_id)
    return referral


def is_own(sitter: Sitter, referral: Referral, not_told: frozenset[UUID]) -> bool:
    """Whether the sitter referred, and they and their agency may be told about the person."""
    is_kept = not not_told.isdisjoint({sitter.agency, sitter.professional})
    return referral.referrer_id == sitter.professional and not is_kept


def _may_refer(desk: Desk, tx: Reading, person: Person) -> None:
    """Let anybody with the right refer somebody nobody works with yet; the others they must see.

    Raises:
        GuardError: `person-died`.
        WithheldError: The person is known to the panel, and not theirs to see.
    """
    if person.died_on is not None:
        raise GuardError("person-died")
    if person.status is not PersonStatus.PROSPECTIVE or tx.readers.not_told([person.id]):
        shown_person(desk, tx, person.id)


def _check_own(desk: Desk, referral: Referral) -> None:
    """Let an agency's representative make and change the referrals of their own agency only."""
    sitter = desk.sitter
    is_theirs = referral.agency_id == sitter.agency or referral.referrer_id == sitter.professional
    if sitter.role is Role.REPRESENTATIVE and not is_theirs:
        raise NotPermittedError(role=sitter.role, right=Right.REFER)


def _facts(tx: Reading, referral: Referral) -> ReferralFacts:
    person = tx.get(Person, referral.person_id)
    return ReferralFacts(
        has_person=bool(referral.person_id),
        has_referrer=referral.referrer_id is not None or referral.agency_id is not None,
        why_now=referral.why_now,
        offer=referral.offer,
        children_affected=person.children_affected,
    )


def _checked(fields: Mapping[str, Any], today: date) -> dict[str, Any]:
    wrong = dict.fromkeys(set(fields) - _FIELDS, "unknown")
    on = fields.get("referred_on", today)
    if on is None or on > today:
        wrong["referred_on"] = "in-the-future" if on else "required"
    known = {criterion.value for criterion in ReferralCriterion}
    if not set(fields.get("criteria", ())) <= known:
        wrong["criteria"] = "not-in-list"
    if wrong:
        raise InvalidFieldsError(wrong)
    return dict(fields)


def _with_agency(tx: Reading, values: Mapping[str, Any]) -> dict[str, Any]:
    """Fill in the referrer's agency, and see that both are in the directory."""
    found = dict(values)
    if "criteria" in found:
        found["criteria"] = sorted(str(criterion) for criterion in found["criteria"])
    if referrer := found.get("referrer_id"):
        found.setdefault("agency_id", tx.get(Professional, referrer).agency_id)
    if agency := found.get("agency_id"):
        tx.get(Agency, agency)
    return found
