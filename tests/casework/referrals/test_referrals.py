"""From a referral to the panel's answer: what opens a case, what is asked, what is refused."""

from functools import partial
from typing import Any
from uuid import UUID

import pytest

from coordinator.casework.desk import Desk
from coordinator.casework.disclosing.exclusions import exclude_agency
from coordinator.casework.meetings.offers import record_offer
from coordinator.casework.people.entering import correct_person, register_person
from coordinator.casework.referrals.asking import (
    accept_referral,
    answer_not_for_us,
    change_referral,
    defer_referral,
    draft_referral,
    screen_referral,
    submit_referral,
    withdraw_referral,
)
from coordinator.db.models import Case, Offer, Person, Referral
from coordinator.domain.errors import (
    CoordinatorError,
    DuplicateRecordError,
    GuardError,
    InvalidFieldsError,
    NotPermittedError,
    ReasonNeededError,
    TransitionError,
    WithheldError,
)
from coordinator.domain.lists.people import ReferralCriterion
from coordinator.domain.lists.reasons import NotAcceptedReason
from coordinator.domain.roles import Right, Role
from coordinator.domain.states import Answer, CaseStatus, PersonStatus, ReferralStatus
from tests.based import with_basis
from tests.stores import CHAIR, COORDINATOR, HOUSING, OFFICER, POLICE, TODAY, WORKER, sitting

FULL: dict[str, Any] = {
    "referrer_id": WORKER,
    "why_now": "Evicted on Monday",
    "offer": "Keep the key worker on",
    "criteria": [ReferralCriterion.NO_HOME, ReferralCriterion.SEVERAL_NEEDS],
}


@pytest.fixture
def person(desk: Desk) -> UUID:
    return register_person(desk, given_name="Tomos", children_affected=Answer.NO).result


def drafted(desk: Desk, person: UUID, **fields: Any) -> UUID:
    return draft_referral(desk, person, **{**FULL, **fields}).result


def screened(desk: Desk, person: UUID, **fields: Any) -> UUID:
    referral = drafted(desk, person, **fields)
    submit_referral(desk, referral)
    screen_referral(desk, referral, note="three services involved")
    return referral


def status(desk: Desk, referral: UUID) -> ReferralStatus:
    with desk.store.reading() as look:
        return look.get(Referral, referral).status


def entries(desk: Desk) -> int:
    with desk.store.reading() as look:
        return len(look.history.acts())


def test_an_accepted_referral_opens_the_case_in_the_same_act(chair: Desk, person: UUID) -> None:
    referral = screened(chair, person)
    before = entries(chair)

    case = accept_referral(chair, referral, reason="nobody else holds the whole").result

    assert entries(chair) == before + 1
    with chair.store.reading() as look:
        opened = look.get(Case, case)
        assert (opened.person_id, opened.status, opened.opened_on) == (
            person,
            CaseStatus.OPEN,
            TODAY,
        )
        assert look.get(Person, person).status is PersonStatus.CURRENT
        answered = look.get(Referral, referral)
        assert (answered.status, answered.decided_by_id, answered.decided_on) == (
            ReferralStatus.ACCEPTED,
            CHAIR,
            TODAY,
        )
        (offer,) = look.people.about(Offer, [person])
        assert (offer.agency_id, offer.what, offer.case_id) == (HOUSING, FULL["offer"], case)
        assert offer.offered_on == look.get(Referral, referral).referred_on
        assert look.history.acts()[0].reason == "nobody else holds the whole"


def test_a_referral_without_an_offer_leaves_none_and_says_why(chair: Desk, person: UUID) -> None:
    referral = drafted(chair, person, offer="")
    with pytest.raises(ReasonNeededError) as asked:
        submit_referral(chair, referral)
    assert asked.value.prompts == ("no-offer",)
    assert status(chair, referral) is ReferralStatus.DRAFT

    submit_referral(chair, referral, reasons={"no-offer": "the service is closing"})
    screen_referral(chair, referral)
    accept_referral(chair, referral, reason="urgent")
    with chair.store.reading() as look:
        assert look.people.about(Offer, [person]) == []
        assert look.get(Referral, referral).no_offer_reason == "the service is closing"


def test_nobody_having_asked_about_children_is_a_question(desk: Desk) -> None:
    person = register_person(desk, given_name="Anna").result
    referral = drafted(desk, person)
    with pytest.raises(ReasonNeededError) as asked:
        submit_referral(desk, referral)
    assert asked.value.prompts == ("children-not-asked",)
    correct_person(desk, person, seen=1, children_affected=Answer.NOT_KNOWN)
    submit_referral(desk, referral)
    assert status(desk, referral) is ReferralStatus.SUBMITTED


@pytest.mark.parametrize(
    ("lacking", "guard"),
    [({"referrer_id": None}, "no-referrer"), ({"why_now": "  "}, "no-why-now")],
)
def test_a_referral_that_lacks_what_matters_is_not_handed_in(
    desk: Desk, person: UUID, lacking: dict[str, Any], guard: str
) -> None:
    referral = drafted(desk, person, **lacking)
    with pytest.raises(GuardError) as refused:
        submit_referral(desk, referral)
    assert refused.value.guard == guard
    assert status(desk, referral) is ReferralStatus.DRAFT


def test_only_the_chair_decides_whoever_writes_it_down(desk: Desk, person: UUID) -> None:
    referral = screened(desk, person)
    for named in (None, COORDINATOR, OFFICER):
        with pytest.raises(GuardError) as refused:
            accept_referral(desk, referral, reason="yes", decided_by=named)
        assert refused.value.guard == "chair-decides"
    assert status(desk, referral) is ReferralStatus.SCREENED

    accept_referral(desk, referral, reason="yes", decided_by=CHAIR)
    with desk.store.reading() as look:
        assert look.get(Referral, referral).decided_by_id == CHAIR


def test_those_without_the_right_to_decide_are_refused(desk: Desk, person: UUID) -> None:
    referral = screened(desk, person)
    worker = sitting(desk, WORKER, Role.LEAD_PROFESSIONAL, HOUSING)
    for refused in (accept_referral, defer_referral):
        with pytest.raises(NotPermittedError):
            refused(worker, referral, reason="yes", decided_by=CHAIR)
    assert status(desk, referral) is ReferralStatus.SCREENED


def test_a_decision_gives_its_reason(chair: Desk, person: UUID) -> None:
    referral = screened(chair, person)
    with pytest.raises(ReasonNeededError):
        accept_referral(chair, referral, reason=" ")
    with pytest.raises(InvalidFieldsError) as refused:
        answer_not_for_us(chair, referral, because=None, reason="below")
    assert refused.value.fields == {"not_accepted_reason": "required"}
    with pytest.raises(InvalidFieldsError) as refused:
        answer_not_for_us(
            chair, referral, because=NotAcceptedReason.OTHER_FORUM, reason="heard there"
        )
    assert refused.value.fields == {"destination": "required"}
    assert status(chair, referral) is ReferralStatus.SCREENED

    answer_not_for_us(
        chair,
        referral,
        because=NotAcceptedReason.OTHER_FORUM,
        reason="heard there",
        destination="the hoarding panel",
    )
    with chair.store.reading() as look:
        assert look.get(Referral, referral).destination == "the hoarding panel"
        assert look.cases.open_of(person) is None
        assert look.get(Person, person).status is PersonStatus.PROSPECTIVE


def test_a_deferred_referral_comes_back_and_is_answered(chair: Desk, person: UUID) -> None:
    referral = screened(chair, person)
    defer_referral(chair, referral, reason="the assessment is due next week")
    assert status(chair, referral) is ReferralStatus.DEFERRED
    accept_referral(chair, referral, reason="the assessment is in")
    assert status(chair, referral) is ReferralStatus.ACCEPTED


def test_a_referral_is_answered_once_and_in_order(chair: Desk, person: UUID) -> None:
    referral = drafted(chair, person)
    with pytest.raises(TransitionError):
        accept_referral(chair, referral, reason="now")
    submit_referral(chair, referral)
    with pytest.raises(TransitionError):
        submit_referral(chair, referral)
    with pytest.raises(TransitionError):
        accept_referral(chair, referral, reason="now")
    withdraw_referral(chair, referral, reason="moved away")
    before = entries(chair)
    for act in (
        lambda: submit_referral(chair, referral),
        lambda: screen_referral(chair, referral),
        lambda: withdraw_referral(chair, referral, reason="again"),
        lambda: change_referral(chair, referral, seen=1, why_now="more"),
    ):
        with pytest.raises(CoordinatorError):
            act()
    assert entries(chair) == before


def test_somebody_on_the_caseload_is_not_taken_on_twice(chair: Desk, person: UUID) -> None:
    first, second = screened(chair, person), screened(chair, person)
    case = accept_referral(chair, first, reason="yes").result
    with pytest.raises(DuplicateRecordError) as refused:
        accept_referral(chair, second, reason="yes")
    assert (refused.value.rule, refused.value.record) == ("open-case", case)
    assert status(chair, second) is ReferralStatus.SCREENED


def test_the_database_itself_holds_one_open_case(chair: Desk, person: UUID) -> None:
    accept_referral(chair, screened(chair, person), reason="yes")
    another = Case(id=chair.new_id(), person_id=person, opened_on=TODAY)
    with pytest.raises(DuplicateRecordError), chair.act(Right.DECIDE) as tx:
        tx.cases.begin(another)
    stranger = Case(id=chair.new_id(), person_id=UUID(int=5), opened_on=TODAY)
    with pytest.raises(Exception, match="FOREIGN"), chair.act(Right.DECIDE) as tx:
        tx.cases.begin(stranger)


def test_a_referrer_follows_their_own_referral_but_not_those_of_others(
    desk: Desk, person: UUID
) -> None:
    worker = sitting(desk, WORKER, Role.LEAD_PROFESSIONAL, HOUSING)
    officer = sitting(desk, OFFICER, Role.REPRESENTATIVE, POLICE)
    referral = drafted(worker, person)
    change_referral(worker, referral, seen=1, tried="two hostels")
    with pytest.raises(WithheldError):
        change_referral(officer, referral, seen=2, tried="nothing")

    exclude_agency(desk, person, agency_id=HOUSING, reason="a relative works there")
    with pytest.raises(WithheldError):
        change_referral(worker, referral, seen=2, tried="nothing")
    with pytest.raises(WithheldError):
        draft_referral(worker, person, **FULL)


def test_what_cannot_be_kept_is_refused(desk: Desk, person: UUID) -> None:
    for wrong, rule in (
        ({"criteria": ["fame"]}, {"criteria": "not-in-list"}),
        ({"referred_on": TODAY.replace(year=2030)}, {"referred_on": "in-the-future"}),
        ({"status": ReferralStatus.ACCEPTED}, {"status": "unknown"}),
    ):
        with pytest.raises(InvalidFieldsError) as refused:
            drafted(desk, person, **wrong)
        assert refused.value.fields == rule
    with desk.store.reading() as look:
        assert look.people.about(Referral, [person]) == []


def test_an_agency_makes_and_changes_its_own_referrals_only(desk: Desk, person: UUID) -> None:
    officer = sitting(desk, OFFICER, Role.REPRESENTATIVE, POLICE)
    theirs = drafted(desk, person, referrer_id=WORKER)
    with_basis(desk, person)
    record_offer(desk, person, POLICE, what="A named officer")  # the police see the person
    for forbidden in (
        partial(draft_referral, officer, person, referrer_id=WORKER),
        partial(change_referral, officer, theirs, seen=1, why_now="New"),
        partial(submit_referral, officer, theirs),
        partial(withdraw_referral, officer, theirs, reason="Not needed"),
    ):
        with pytest.raises(NotPermittedError):
            forbidden()
    assert status(desk, theirs) is ReferralStatus.DRAFT

    mine = draft_referral(officer, person, referrer_id=OFFICER, why_now="Calls every night").result
    withdraw_referral(officer, mine, reason="Not needed")
    assert status(desk, mine) is ReferralStatus.WITHDRAWN


def test_what_was_handed_in_cannot_be_emptied_before_the_answer(desk: Desk, person: UUID) -> None:
    referral = screened(desk, person)
    with pytest.raises(GuardError, match="no-why-now"):
        change_referral(desk, referral, seen=3, why_now="\x07 ")
    with pytest.raises(ReasonNeededError) as asked:
        change_referral(desk, referral, seen=3, offer="")
    assert asked.value.prompts == ("no-offer",)
    with pytest.raises(InvalidFieldsError):
        change_referral(desk, referral, seen=3, referred_on=None)
    change_referral(desk, referral, seen=3, offer="", no_offer_reason="The worker has left")
    with desk.store.reading() as look:
        kept = look.get(Referral, referral)
        assert (bool(kept.why_now), kept.no_offer_reason) == (True, "The worker has left")
