"""Showing referrals: what waits, who was referred before, and how it ended then."""

from datetime import timedelta
from uuid import UUID

import pytest

from coordinator.casework.cases.phases import close_case
from coordinator.casework.desk import Desk
from coordinator.casework.disclosing.exclusions import exclude_agency
from coordinator.casework.people.entering import register_person
from coordinator.casework.referrals.asking import accept_referral, answer_not_for_us
from coordinator.casework.referrals.lists import find_referrals, read_referral
from coordinator.domain.errors import WithheldError
from coordinator.domain.lists.people import ReferralCriterion
from coordinator.domain.lists.reasons import CloseReason, NotAcceptedReason
from coordinator.domain.roles import Role
from coordinator.domain.states import Answer, ReferralStatus
from tests.casework.cases.test_cases import GOOD
from tests.casework.referrals.test_referrals import drafted, screened
from tests.stores import COUNCIL, HOUSING, OFFICER, TODAY, WORKER, Clock, sitting


@pytest.fixture
def person(desk: Desk) -> UUID:
    return register_person(desk, given_name="Tomos", children_affected=Answer.NO).result


def test_what_waits_for_an_answer_is_listed_oldest_first(chair: Desk, person: UUID) -> None:
    answered = screened(chair, person)
    answer_not_for_us(
        chair, answered, because=NotAcceptedReason.BELOW_CRITERIA, reason="one service suffices"
    )
    waiting = screened(chair, person)
    older = drafted(chair, person, referred_on=TODAY - timedelta(days=30))

    rows = find_referrals(chair)

    assert [row.id for row in rows] == [older, waiting]
    assert (rows[0].agency, rows[0].referrer, rows[0].reference) == (
        "Kerrow Homes",
        "Rhys Roskilly",
        "KP-0001",
    )
    assert [row.id for row in find_referrals(chair, statuses=[ReferralStatus.NOT_FOR_US])] == [
        answered
    ]


def test_a_repeat_within_a_year_shows_how_the_earlier_case_closed(
    chair: Desk, person: UUID, clock: Clock
) -> None:
    first = screened(chair, person)
    case = accept_referral(chair, first, reason="yes").result
    assert not read_referral(chair, first).row.is_repeat
    clock.move(days=200)
    close_case(chair, case, GOOD)
    clock.move(days=365)

    again = read_referral(chair, drafted(chair, person))
    assert again.row.is_repeat
    (earlier,) = again.earlier
    assert (earlier.referral, earlier.case, earlier.close_reason) == (
        first,
        case,
        CloseReason.GOALS_MET,
    )
    clock.move(days=2)
    late = read_referral(chair, drafted(chair, person))
    assert [one.referral for one in late.earlier] == [again.row.id, first]


def test_after_a_year_it_is_no_repeat(chair: Desk, person: UUID, clock: Clock) -> None:
    first = screened(chair, person)
    answer_not_for_us(
        chair, first, because=NotAcceptedReason.BELOW_CRITERIA, reason="one service suffices"
    )
    clock.move(days=366)
    page = read_referral(chair, drafted(chair, person))
    assert not page.row.is_repeat
    assert page.earlier[0].not_accepted is NotAcceptedReason.BELOW_CRITERIA
    assert page.criteria == (ReferralCriterion.NO_HOME, ReferralCriterion.SEVERAL_NEEDS)


def test_referrals_about_people_kept_from_the_reader_are_left_out(
    chair: Desk, person: UUID
) -> None:
    referral = drafted(chair, person)
    exclude_agency(chair, person, agency_id=COUNCIL, reason="works there")
    assert find_referrals(chair) == []
    with pytest.raises(WithheldError):
        read_referral(chair, referral)


def test_a_referrer_sees_their_own_referral_and_nothing_of_the_past(
    chair: Desk, person: UUID, clock: Clock
) -> None:
    worker = sitting(chair, WORKER, Role.LEAD_PROFESSIONAL, HOUSING)
    first = screened(chair, person)
    answer_not_for_us(
        chair, first, because=NotAcceptedReason.BELOW_CRITERIA, reason="one service suffices"
    )
    clock.move(days=1)
    mine = drafted(worker, person)
    others = drafted(chair, person, referrer_id=OFFICER)

    assert [row.id for row in find_referrals(worker)] == [mine]
    page = read_referral(worker, mine)
    assert (page.row.is_repeat, page.earlier) == (False, ())
    assert read_referral(chair, mine).row.is_repeat
    with pytest.raises(WithheldError):
        read_referral(worker, others)
    exclude_agency(chair, person, agency_id=HOUSING, reason="works there")
    assert find_referrals(worker) == []
    with pytest.raises(WithheldError):
        read_referral(worker, mine)
